//! The address book as a whole: no two pages share an address, and no page has two.
//!
//! That each address parses back to its page is proved beside the book itself, in `src/domain/route.rs`.

use std::collections::HashSet;

use domain::effect::File;
use domain::language::Language;
use domain::route::Route;

fn languages() -> impl Iterator<Item = Language> {
    Language::RELEASED.iter().chain(Language::PSEUDO).copied()
}

fn addresses() -> Vec<String> {
    languages().flat_map(|language| Route::all().map(move |route| route.address(language))).collect()
}

#[test]
fn no_two_pages_share_an_address() {
    let all = addresses();
    assert_eq!(all.iter().collect::<HashSet<_>>().len(), all.len());
    assert!(Route::all().all(|route| route != Route::Missing), "a page for unknown addresses has none of its own");
}

#[test]
fn addresses_need_no_escape_in_any_place_they_are_written() {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '/';
    for address in addresses() {
        assert!(address.chars().all(plain) && !address.contains("//"), "{address}");
        assert!(address.starts_with('/') && address.ends_with('/'), "{address}");
    }
}

#[test]
fn files_stand_at_no_page_and_travel_with_the_host() {
    let reports = languages().map(File::Report);
    for file in [File::Areas, File::Postcodes, File::Opener].into_iter().chain(reports) {
        let address = file.address();
        assert!(address.starts_with('/') && !address.starts_with("//"), "{address} would name another host");
        assert_eq!(Route::parse(&address), None, "{address}");
    }
}

/// A spelling that is understood is the one that is printed: no page can be visited, cached or ticked twice.
#[test]
fn a_page_has_one_spelling() {
    for address in addresses() {
        for place in 0..address.len() {
            let (before, after) = address.split_at(place);
            let without = after.get(1..).unwrap_or_default();
            let letters = (b' '..=b'~').map(|letter| char::from(letter).to_string());
            let changed =
                letters.flat_map(|letter| [[before, &letter, without].concat(), [before, &letter, after].concat()]);
            for spelled in changed.chain([[before, without].concat()]) {
                if let Some((language, route)) = Route::parse(&spelled) {
                    assert_eq!(route.address(language), spelled);
                }
            }
        }
    }
}
