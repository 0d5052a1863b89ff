//! What a device shows of the site when it is installed: its name, its pictures, and the pages behind a long press.
//!
//! Whoever presses that long needs the steps after a theft, so they come first.

use content::Complaint;
use domain::route::Route;
use publish::manifest::Manifest;
use serde::Deserialize;

use super::Desk;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    name: String,
    description: String,
    stolen: String,
    numbers: String,
    secure: String,
    record: String,
    picture_stolen: String,
    picture_secure: String,
    picture_home: String,
}

pub(super) fn manifest(desk: Desk<'_>) -> Result<Manifest, Complaint> {
    let words: Words = desk.words("app")?;
    let shortcuts = [
        (words.stolen, Route::Stolen),
        (words.numbers, Route::Numbers),
        (words.secure, Route::Secure),
        (words.record, Route::Record),
    ];
    Ok(Manifest {
        language: desk.language.tag().to_owned(),
        direction: desk.language.direction().attribute().to_owned(),
        name: words.name,
        description: words.description,
        start: desk.address(Route::Home),
        shortcuts: shortcuts.map(|(name, route)| (name, desk.address(route))).into(),
        pictures: [words.picture_stolen, words.picture_secure, words.picture_home],
    })
}
