//! The manifest that makes the site installable: W3C "Web Application Manifest".
//!
//! One for each language, because names and shortcuts are read by people.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::Problem;

/// What a device shows of the installed site.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// The language's tag, as BCP 47 writes it.
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// The site's name.
    pub name: String,
    /// What it is for, in a sentence.
    pub description: String,
    /// The page that it opens with.
    pub start: String,
    /// Pages that a long press on its icon offers, with their names; the first comes first.
    pub shortcuts: Vec<(String, String)>,
    /// What each of its pictures shows, in the order of [`SCREENSHOTS`].
    pub pictures: [String; 3],
}

/// Pictures of the real site: file, width and height in pixels, and the kind of screen they are from.
pub const SCREENSHOTS: [(&str, u32, u32, &str); 3] = [
    ("/icons/screenshot-stolen.png", 780, 1688, "narrow"),
    ("/icons/screenshot-secure.png", 780, 1688, "narrow"),
    ("/icons/screenshot-home.png", 1280, 800, "wide"),
];

/// Icons with their side in pixels. `maskable` ones have room at their rim for the shape that a device cuts out.
const ICONS: [(&str, u32, &str); 4] = [
    ("/icons/icon-192.png", 192, "any"),
    ("/icons/icon-512.png", 512, "any"),
    ("/icons/maskable-192.png", 192, "maskable"),
    ("/icons/maskable-512.png", 512, "maskable"),
];

/// `--paper` and `--deep` of style/tokens.css.
const COLOURS: (&str, &str) = ("#f4f5ef", "#073f2d");

/// The address of a language's manifest.
pub fn address(tag: &str) -> String {
    format!("/{tag}/manifest.webmanifest")
}

impl Manifest {
    /// Writes it into the site.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write(&self, site: &Path) -> Result<(), Problem> {
        let path = site.join(address(&self.language).trim_start_matches('/'));
        fs::write(&path, self.text()).map_err(Problem::file(&path))
    }

    fn text(&self) -> String {
        let icons = ICONS.map(|(src, side, purpose)| {
            json!({ "src": src, "sizes": format!("{side}x{side}"), "type": "image/png", "purpose": purpose })
        });
        let shortcuts: Vec<_> = self.shortcuts.iter().map(|(name, url)| json!({ "name": name, "url": url })).collect();
        let pictures: Vec<_> = SCREENSHOTS
            .iter()
            .zip(&self.pictures)
            .map(|((src, width, height, form), label)| {
                json!({ "src": src, "sizes": format!("{width}x{height}"), "type": "image/png", "form_factor": form,
                    "label": label })
            })
            .collect();
        let (paper, deep) = COLOURS;
        let manifest = json!({
            "id": "/",
            "name": self.name,
            "short_name": self.name,
            "description": self.description,
            "lang": self.language,
            "dir": self.direction,
            "start_url": self.start,
            "scope": "/",
            "display": "standalone",
            "background_color": paper,
            "theme_color": deep,
            "icons": icons,
            "shortcuts": shortcuts,
            "screenshots": pictures,
        });
        format!("{manifest}\n")
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    /// Width and height from the head of a PNG file (ISO/IEC 15948, IHDR).
    fn size(png: &[u8]) -> (u32, u32) {
        let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
        assert_eq!(&png[12..16], b"IHDR");
        (number(16), number(20))
    }

    #[test]
    fn every_picture_is_there_and_as_large_as_it_says() {
        let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public");
        let icons = ICONS.map(|(path, side, _)| (path, side, side));
        let screens = SCREENSHOTS.map(|(path, width, height, _)| (path, width, height));
        for (path, width, height) in icons.into_iter().chain(screens) {
            let png = fs::read(public.join(path.trim_start_matches('/'))).expect(path);
            assert_eq!(size(&png), (width, height), "{path}");
        }
    }

    #[test]
    fn the_colours_are_those_of_the_style() {
        let tokens = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../style/tokens.css");
        let tokens = fs::read_to_string(tokens).expect("the tokens");
        let (paper, deep) = COLOURS;
        assert!(tokens.contains(&format!("--paper: {paper};")) && tokens.contains(&format!("--deep: {deep};")));
    }

    #[test]
    fn a_device_is_told_what_it_needs_to_install() {
        let manifest = Manifest {
            language: "en".into(),
            direction: "ltr".into(),
            name: "Ringfence".into(),
            description: "What to do.".into(),
            start: "/en/".into(),
            shortcuts: vec![("Stolen".into(), "/en/stolen/".into())],
            pictures: ["a".into(), "b".into(), "c".into()],
        };
        let told: Value = serde_json::from_str(&manifest.text()).expect("JSON");
        assert_eq!(told["display"], "standalone");
        assert_eq!(told["shortcuts"][0]["url"], "/en/stolen/");
        assert_eq!(told["icons"].as_array().map(Vec::len), Some(4));
        assert_eq!(told["screenshots"][2]["form_factor"], "wide");
        for key in ["start_url", "scope", "id"] {
            assert!(told[key].as_str().is_some_and(|address| address.starts_with('/')), "{key}");
        }
    }
}
