//! A number is read from a picture: by the worker, which comes only when a picture is chosen, and by the browser's own
//! detector where it has one.
//!
//! Chromium on Linux has no detector, so there it is a stand-in that says what a real one would.

use std::fs;
use std::path::PathBuf;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use browser_tests::{Outcome, Visitor, visit};
use domain::imei::Imei;
use serde_json::{Value, json};
use tools::pictures::label::{Label, Layout};

const PAGE: &str = "/en/record/";
const FOUND: &str = "Compare each number with the label, then take it.";
/// Pixels of a cell of the label: a phone held close to the box.
const CELL: usize = 4;

/// Paints black cells on white, and answers the PNG file in Base64.
const PAINT: &str = "const [width, height, cell, ink] = arguments;
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width * cell, height * cell];
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = '#000';
    for (const place of ink) context.fillRect((place % width) * cell, Math.floor(place / width) * cell, cell, cell);
    tell(canvas.toDataURL('image/png').split(',')[1]);";

/// A picture in a file of its own, gone when the test ends.
struct Picture(PathBuf);

impl Drop for Picture {
    fn drop(&mut self) {
        // A file that stays behind is a nuisance, not a failure.
        let _ = fs::remove_file(&self.0);
    }
}

/// Draws a label, with an encoder that knows nothing of the reader.
async fn photograph(you: &Visitor, label: &Label) -> Outcome<Picture> {
    let (width, height) = label.size();
    let cells = (0..width * height).filter(|place| label.is_black(place % width, place / width));
    let ink: Vec<Value> = cells.map(|place| json!(place)).collect();
    let png = you.ask_later(PAINT, vec![json!(width), json!(height), json!(CELL), ink.into()]).await?;
    let bytes = STANDARD.decode(png.as_str().unwrap_or_default()).expect("a canvas answers in Base64");
    let file = std::env::temp_dir().join(format!("ringfence-label-{}-{width}x{height}.png", std::process::id()));
    fs::write(&file, bytes)?;
    Ok(Picture(file))
}

async fn choose(you: &Visitor, picture: &Picture) -> Outcome {
    you.unfold().await?;
    you.type_into("picture", &picture.0.display().to_string()).await
}

fn label(layout: Layout) -> Label {
    Label::draw(layout, &mut fastrand::Rng::with_seed(7)).expect("a label")
}

#[test]
fn the_worker_reads_a_box_label_and_comes_only_when_a_picture_is_chosen() -> Outcome {
    visit(async |you, _| {
        you.open(PAGE).await?;
        let label = label(Layout::SideBySide);
        let picture = photograph(you, &label).await?;
        let asked = async || {
            Ok::<_, browser_tests::Trouble>(you.requests().await?.iter().any(|one| one.address.contains("/barcode-")))
        };
        assert!(!asked().await?, "the reader waits until it is needed");
        choose(you, &picture).await?;
        you.sees(FOUND).await?;
        assert!(asked().await?);
        assert_eq!(you.reads("number").await?, "", "nothing is taken without a press");
        for imei in &label.imeis {
            you.press(&format!("Take this number {}", imei.as_str())).await?;
        }
        let numbers: Vec<&str> = label.imeis.iter().map(Imei::as_str).collect();
        assert_eq!(you.reads("number").await?, numbers.join("\n"), "one below the other");
        assert_eq!(you.console().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn a_picture_without_a_number_says_so_and_typing_goes_on() -> Outcome {
    visit(async |you, _| {
        you.open(PAGE).await?;
        let file = Picture(std::env::temp_dir().join(format!("ringfence-no-picture-{}.png", std::process::id())));
        fs::write(&file.0, b"not a picture")?;
        choose(you, &file).await?;
        you.sees("This browser cannot open that file as a picture.").await?;
        you.type_into("number", "352099001761481").await?;
        you.sees("15 digits. The check digit fits.").await
    })
}

#[test]
fn the_browsers_own_detector_is_asked_first() -> Outcome {
    visit(async |you, _| {
        you.open(PAGE).await?;
        let picture = photograph(you, &label(Layout::Stacked)).await?;
        let stand_in = "globalThis.BarcodeDetector = class {
            static async getSupportedFormats() { return ['code_128', 'qr_code']; }
            async detect() { return [{ format: 'code_128', rawValue: '352099001761481' },
                { format: 'code_128', rawValue: '89049032000001000000012345678901' }]; }
        }";
        you.ask(stand_in, vec![]).await?;
        choose(you, &picture).await?;
        you.sees(FOUND).await?;
        you.press("Take this number 352099001761481").await?;
        assert_eq!(you.reads("number").await?, "352099001761481", "the eSIM number is no phone's number");
        let requests = you.requests().await?;
        assert!(requests.iter().all(|one| !one.address.contains("/barcode-")), "no worker was needed");
        Ok(())
    })
}

#[test]
fn typing_goes_on_when_the_reader_does_not_come() -> Outcome {
    visit(async |you, _| {
        you.open(PAGE).await?;
        let picture = photograph(you, &label(Layout::Stacked)).await?;
        you.ask("globalThis.startReader = async () => { throw new Error('gone'); }", vec![]).await?;
        choose(you, &picture).await?;
        you.sees("The picture reader did not come or stopped.").await?;
        you.type_into("number", "352099001761481").await?;
        you.sees("15 digits. The check digit fits.").await
    })
}
