//! Chromium: how it is started and set, and what only its driver can tell. The one file that knows this engine.
//!
//! Flags after facts/reliability.md section 1, as tried with Chromium and chromedriver 156.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::LoggingPrefsLogLevel;
use thirtyfour::prelude::*;

use crate::environment;
use crate::guard::Guarded;
use crate::police;
use crate::trouble::{Outcome, Trouble};

const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=en-GB",
    "--window-size=1280,900",
];

/// Blocked, as Chromium's content settings count: 1 allows, 2 blocks.
const BLOCKED: u8 = 2;

/// How a person has set their browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Setting {
    /// As it came.
    Usual,
    /// No scripts.
    NoScripts,
    /// No cookies and no site data.
    NoSiteData,
    /// As it came, with a profile that outlives the browser.
    Killed,
    /// As it came, with a new profile that is searched when the browser is closed.
    Searched,
    /// As it came, except that data.police.uk is at this port of this machine, whoever vouches for it.
    Police(u16),
}

/// What the person's device asks pages for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
    /// Paper itself.
    Print,
}

/// A request that a page made.
#[derive(Clone, Debug)]
pub struct Request {
    /// The whole address.
    pub address: String,
    /// What was sent with it, if anything.
    pub body: String,
}

/// A running chromedriver.
#[derive(Debug)]
pub struct Driver {
    address: String,
    folder: PathBuf,
    _process: Guarded,
}

impl Driver {
    /// Starts the driver on a free port.
    pub(crate) fn start() -> Outcome<Self> {
        let folder = std::env::temp_dir().join(format!("ringfence-browser-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let port = |line: &str| {
            line.rsplit_once("successfully on port ")?.1.trim_end().trim_end_matches('.').parse::<u16>().ok()
        };
        let program = environment::path("RINGFENCE_CHROMEDRIVER")?;
        let (process, port) = Guarded::start(&program, &["--port=0"], &folder, port)?;
        Ok(Self { address: format!("http://127.0.0.1:{port}"), folder, _process: process })
    }

    /// Where browsers put what a person saves.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.folder.join("downloads")
    }

    /// Opens a browser with a profile of its own.
    pub(crate) async fn session(&self, setting: Setting) -> Outcome<WebDriver> {
        let mut wanted = DesiredCapabilities::chrome();
        let program = environment::path("RINGFENCE_CHROMIUM")?;
        wanted.set_binary(program.to_str().ok_or_else(|| Trouble::new("RINGFENCE_CHROMIUM is no text"))?)?;
        for flag in FLAGS {
            wanted.add_arg(flag)?;
        }
        let profile = self.profile(setting);
        wanted.add_arg(&format!("--user-data-dir={}", profile.display()))?;
        let mut preferences = json!({
            "download.default_directory": self.downloads(),
            "download.prompt_for_download": false,
        });
        if let Setting::Police(port) = setting {
            wanted.add_arg(&format!("--host-resolver-rules=MAP {} 127.0.0.1:{port}", police::HOST))?;
            wanted.add_arg("--ignore-certificate-errors")?;
        }
        match setting {
            Setting::Police(_) | Setting::Usual | Setting::Killed | Setting::Searched => {}
            Setting::NoScripts => preferences["profile.managed_default_content_settings.javascript"] = BLOCKED.into(),
            Setting::NoSiteData => preferences["profile.default_content_setting_values.cookies"] = BLOCKED.into(),
        }
        wanted.add_experimental_option("prefs", preferences)?;
        wanted.set_logging_prefs("browser", LoggingPrefsLogLevel::All)?;
        wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
        let driver =
            WebDriver::builder(&self.address, wanted).request_timeout(Duration::from_secs(90)).connect().await?;
        driver.set_page_load_timeout(Duration::from_secs(30)).await?;
        driver.set_script_timeout(Duration::from_secs(60)).await?;
        Ok(driver)
    }
}

impl Driver {
    /// The folder in which the browser of a setting writes.
    pub(crate) fn profile(&self, setting: Setting) -> PathBuf {
        self.folder.join(format!("{setting:?}"))
    }

    /// Ends every process of a browser at once, as an empty battery would.
    pub(crate) fn kill(&self, setting: Setting) -> Outcome {
        let profile = format!("user-data-dir={}", self.profile(setting).display());
        let killed = Command::new("pkill").args(["-KILL", "-f", &profile]).status()?;
        if killed.success() { Ok(()) } else { Err(Trouble::new("there was no browser to kill")) }
    }
}

/// Puts what is saved into this folder, without asking.
pub(crate) async fn save_in(driver: &WebDriver, folder: &Path) -> Outcome {
    let behaviour = json!({ "behavior": "allow", "downloadPath": folder });
    driver.cdp().send_raw("Browser.setDownloadBehavior", behaviour).await?;
    Ok(())
}

/// Lets an origin keep no more than this, in bytes; `None` for what the browser grants.
pub(crate) async fn limit(driver: &WebDriver, origin: &str, most: Option<u32>) -> Outcome {
    let limit = match most {
        Some(most) => json!({ "origin": origin, "quotaSize": most }),
        None => json!({ "origin": origin }),
    };
    driver.cdp().send_raw("Storage.overrideQuotaForOrigin", limit).await?;
    Ok(())
}

/// What the console said since it was last asked: warnings, errors, refusals of the security policy.
pub(crate) async fn console(driver: &WebDriver) -> Outcome<Vec<String>> {
    let entries = driver.get_log("browser").await?;
    let serious = entries.into_iter().filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"));
    Ok(serious.map(|entry| format!("{}: {}", entry.level, entry.message)).collect())
}

/// Every request since it was last asked.
pub(crate) async fn requests(driver: &WebDriver) -> Outcome<Vec<Request>> {
    let mut requests = Vec::new();
    for entry in driver.get_log("performance").await? {
        let told: Value = serde_json::from_str(&entry.message)?;
        let message = &told["message"];
        if message["method"] != "Network.requestWillBeSent" {
            continue;
        }
        let request = &message["params"]["request"];
        let text = |name: &str| request[name].as_str().unwrap_or_default().to_owned();
        requests.push(Request { address: text("url"), body: text("postData") });
    }
    Ok(requests)
}

/// Shows pages as a device with this theme, or a printer, would.
pub(crate) async fn show_as(driver: &WebDriver, theme: Theme) -> Outcome {
    let (media, scheme) = match theme {
        Theme::Light => ("", "light"),
        Theme::Dark => ("", "dark"),
        Theme::Print => ("print", "light"),
    };
    let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
    driver.cdp().send_raw("Emulation.setEmulatedMedia", json!({ "media": media, "features": features })).await?;
    Ok(())
}

/// Shows pages at a width in CSS pixels; `None` for the window's own.
pub(crate) async fn show_at(driver: &WebDriver, width: Option<u32>) -> Outcome {
    let cdp = driver.cdp();
    // A phone's scroll bars lie over the page and take no width from it.
    cdp.send_raw("Emulation.setScrollbarsHidden", json!({ "hidden": width.is_some() })).await?;
    match width {
        Some(width) => {
            let metrics = json!({ "width": width, "height": 740, "deviceScaleFactor": 1, "mobile": false });
            cdp.send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
        }
        None => {
            cdp.send_raw("Emulation.clearDeviceMetricsOverride", json!({})).await?;
        }
    }
    Ok(())
}

/// A slow line and a slow device: 400 kbit/s each way, 400 ms until an answer begins, a quarter of the processor.
pub(crate) async fn slow_down(driver: &WebDriver) -> Outcome {
    let cdp = driver.cdp();
    cdp.send_raw("Network.enable", json!({})).await?;
    let line = json!({ "offline": false, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000 });
    cdp.send_raw("Network.emulateNetworkConditions", line).await?;
    cdp.send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
    Ok(())
}

/// Forgets every file that was fetched.
pub(crate) async fn forget_files(driver: &WebDriver) -> Outcome {
    driver.cdp().send_raw("Network.clearBrowserCache", json!({})).await?;
    Ok(())
}

/// Runs a script in this tab before the scripts of every page that it opens from now on.
pub(crate) async fn run_before_pages(driver: &WebDriver, script: &str) -> Outcome {
    driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
    Ok(())
}

/// Has the browser of this tab ask pages to save data, or not.
pub(crate) async fn save_data(driver: &WebDriver, saves: bool) -> Outcome {
    driver.cdp().send_raw("Emulation.setDataSaverOverride", json!({ "dataSaverEnabled": saves })).await?;
    Ok(())
}

/// What keeps the page that is open from being installed, in the browser's words.
pub(crate) async fn hindrances(driver: &WebDriver) -> Outcome<Value> {
    Ok(driver.cdp().send_raw("Page.getInstallabilityErrors", json!({})).await?["installabilityErrors"].clone())
}

/// The name of this tab, by which it can be closed.
pub(crate) async fn tab(driver: &WebDriver) -> Outcome<Value> {
    let told = driver.cdp().send_raw("Target.getTargetInfo", json!({})).await?;
    Ok(told["targetInfo"]["targetId"].clone())
}

/// Closes a tab at once: its page is not asked, and nothing that it does is waited for.
pub(crate) async fn close(driver: &WebDriver, tab: Value) {
    // A tab that is gone may not answer any more.
    let _ = driver.cdp().send_raw("Target.closeTarget", json!({ "targetId": tab })).await;
}

/// Has the browser refuse a power to an origin, by its name in the Permissions API.
pub(crate) async fn forbid(driver: &WebDriver, origin: &str, power: &str) -> Outcome {
    let refusal = json!({ "permission": { "name": power }, "setting": "denied", "origin": origin });
    driver.cdp().send_raw("Browser.setPermission", refusal).await?;
    Ok(())
}

/// Tells the pages of an origin that ask where the device is: longitude, latitude, and the radius of doubt in metres.
pub(crate) async fn stand_at(driver: &WebDriver, origin: &str, place: (f64, f64, f64)) -> Outcome {
    let consent = json!({ "permission": { "name": "geolocation" }, "setting": "granted", "origin": origin });
    driver.cdp().send_raw("Browser.setPermission", consent).await?;
    let (longitude, latitude, accuracy) = place;
    let position = json!({ "longitude": longitude, "latitude": latitude, "accuracy": accuracy });
    driver.cdp().send_raw("Emulation.setGeolocationOverride", position).await?;
    Ok(())
}

/// Takes back every refusal.
pub(crate) async fn forbid_nothing(driver: &WebDriver) -> Outcome {
    driver.cdp().send_raw("Browser.resetPermissions", json!({})).await?;
    Ok(())
}

/// Forgets everything that pages of an origin have stored.
pub(crate) async fn forget(driver: &WebDriver, origin: &str) -> Outcome {
    let everything = json!({ "origin": origin, "storageTypes": "all" });
    driver.cdp().send_raw("Storage.clearDataForOrigin", everything).await?;
    Ok(())
}
