//! The derived area tables: rebuilt to the same bytes, right for every postcode and position, and safe when damaged.
//!
//! What needs the raw tables runs wherever `../shared/data` lies beside the checkout, and says loudly where it does not.

use std::path::PathBuf;

use domain::directory::{Directory, Found};
use domain::enquiry::{Answer, Desk};
use domain::gazetteer::Gazetteer;
use domain::months::Months;
use domain::outline::Outlines;
use domain::place::AreaCode;
use domain::postcode::Postcode;
use domain::table::{Damage, TableKind, checksum};
use tools::area::Tables;
use tools::areas::{AREAS, BOROUGH_MONTHS, BOROUGH_OUTLINES, POSTCODES, WARD_HISTORY, WARD_MONTHS, WARD_OUTLINES};

fn tables() -> Tables {
    Tables::read(&tools::areas::committed()).expect("the committed tables read")
}

fn table(name: &str) -> Vec<u8> {
    std::fs::read(tools::areas::committed().join(name)).expect("the committed tables are there")
}

fn raw() -> Option<PathBuf> {
    let folder = Some(tools::areas::raw_folder()).filter(|folder| folder.is_dir());
    if folder.is_none() {
        eprintln!("NOT CHECKED: ../shared/data is not here, so the area tables were not rebuilt from the raw data");
    }
    folder
}

#[test]
fn a_rebuild_gives_the_same_bytes() {
    let Some(folder) = raw() else { return };
    for (name, bytes) in tools::areas::derive(&folder).expect("the raw tables pass every check") {
        assert!(bytes == table(name), "{name} differs from the committed one: run `cargo run -p tools -- areas`");
    }
}

#[test]
fn the_map_draws_every_area_and_knows_where_a_point_lies() {
    let Tables { gazetteer, borough_outlines, ward_outlines, .. } = tables();
    assert_eq!((borough_outlines.areas().count(), ward_outlines.areas().count()), (33, 680));
    for outlines in [&borough_outlines, &ward_outlines] {
        for area in outlines.areas() {
            let path = outlines.path(area).expect("a drawn area has a path");
            assert!(path.starts_with('M') && path.ends_with('z') && path.len() > 20, "{path}");
        }
    }
    // SW1A 2AA and EC2V 7HH, with the positions that the raw postcode table (Code-Point Open) gives them.
    let name = |found: Option<domain::gazetteer::AreaId>| {
        found.and_then(|id| gazetteer.get(id)).map(|area| area.name.to_string()).unwrap_or_default()
    };
    assert_eq!(name(ward_outlines.locate(-0.127_7, 51.503_54)), "St James's");
    assert_eq!(name(borough_outlines.locate(-0.127_7, 51.503_54)), "Westminster");
    assert_eq!(name(ward_outlines.locate(-0.091_66, 51.515_57)), "City of London");
    assert_eq!(ward_outlines.locate(-2.24, 53.48), None);
    let city = gazetteer.find("E09000001".parse().expect("a code")).expect("the City is listed");
    let around: Vec<String> = borough_outlines.neighbours(city).into_iter().map(|id| name(Some(id))).collect();
    assert!(around.contains(&"Tower Hamlets".to_owned()) && around.contains(&"Westminster".to_owned()), "{around:?}");
}

#[test]
fn names_are_found_as_they_are_typed() {
    let tables = tables();
    let found = |typed: &str| {
        let ids = tables.names.find(typed, 8).into_iter();
        ids.filter_map(|id| tables.gazetteer.get(id)).map(|area| area.name.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(found("camden").first().map(String::as_str), Some("Camden"));
    assert_eq!(found("saint james").get(..2), Some(&["St James".to_owned(), "St James's".to_owned()][..]));
    assert_eq!(found("abbey merton"), ["Abbey"]);
    assert_eq!(found("blackwall and cub"), ["Blackwall & Cubitt Town"]);
    assert!(found("zzz").is_empty() && found(" ").is_empty());
}

/// Reads a table of one kind the way the page does.
fn read(name: &str, bytes: &[u8], gazetteer: &Gazetteer) -> Result<(), Damage> {
    match name {
        AREAS => Gazetteer::parse(bytes).map(|_| ()),
        POSTCODES => Directory::parse(bytes, gazetteer).map(|_| ()),
        BOROUGH_MONTHS | WARD_MONTHS | WARD_HISTORY => Months::parse(bytes, gazetteer).map(|_| ()),
        _ => Outlines::parse(bytes, gazetteer).map(|_| ()),
    }
}

#[test]
fn damage_is_noticed_and_never_panics() {
    let gazetteer = tables().gazetteer;
    for (name, kind) in [
        (AREAS, TableKind::Areas),
        (POSTCODES, TableKind::Postcodes),
        (BOROUGH_OUTLINES, TableKind::Outlines),
        (WARD_OUTLINES, TableKind::Outlines),
        (BOROUGH_MONTHS, TableKind::Months),
        (WARD_MONTHS, TableKind::Months),
        (WARD_HISTORY, TableKind::Months),
    ] {
        let whole = table(name);
        assert_eq!(read(name, &whole, &gazetteer), Ok(()), "{name}");
        let step = whole.len() / 97;
        for length in (0..whole.len()).step_by(step).chain(0..12) {
            assert!(read(name, &whole[..length], &gazetteer).is_err(), "{name} cut to {length}");
        }
        for at in (0..whole.len()).step_by(step).chain(0..12) {
            let mut flipped = whole.clone();
            flipped[at] ^= 1 << (at % 8);
            assert!(read(name, &flipped, &gazetteer).is_err(), "{name} flipped at {at}");
            // The same damage under a checksum that holds: whatever it says, it must not panic.
            let sum = checksum(&flipped[8..]).to_le_bytes();
            flipped[..4].copy_from_slice(kind.magic());
            flipped[4..8].copy_from_slice(&sum);
            let _ = read(name, &flipped, &gazetteer);
            // And cut short, where numbers and texts end in their middle.
            let mut cut = whole[..at.max(8)].to_vec();
            let sum = checksum(&cut[8..]).to_le_bytes();
            cut[4..8].copy_from_slice(&sum);
            assert!(read(name, &cut, &gazetteer).is_err(), "{name} cut to {at} under its own checksum");
        }
    }
}

#[test]
fn a_table_of_another_edition_is_refused() {
    let gazetteer = tables().gazetteer;
    let mut bytes = table(POSTCODES);
    bytes[8] ^= 1;
    let sum = checksum(&bytes[8..]).to_le_bytes();
    bytes[4..8].copy_from_slice(&sum);
    assert_eq!(Directory::parse(&bytes, &gazetteer).map(|_| ()), Err(Damage::OtherEdition));
}

/// Every postcode of the raw table is found in its own area, whatever its form; and the simplified outlines put nearly
/// all of them there too, so that a position and a postcode seldom disagree.
#[test]
fn every_postcode_is_found_in_its_own_area() {
    let Some(folder) = raw() else { return };
    let Tables { gazetteer, directory, ward_outlines, .. } = tables();
    let table = tools::areas::raw::Raw::new(&folder).csv("london_postcodes.csv.xz").expect("the table reads");
    let (mut count, mut drawn, mut tried) = (0, 0, 0);
    for row in table.rows() {
        let text = |column| row.text(column).expect("the column is there");
        let typed = text("postcode");
        let city = text("lad_code") == "E09000001";
        let code: AreaCode = text(if city { "lad_code" } else { "ward_code" }).parse().expect("a code");
        let postcode: Postcode = typed.to_lowercase().replace(' ', "").parse().expect("a postcode");
        assert_eq!(postcode.to_string(), typed);
        let Found::In(area) = directory.find(postcode) else { panic!("{typed} is not in the directory") };
        assert_eq!(gazetteer.get(area).map(|area| area.code), Some(code), "{typed}");
        count += 1;
        if count % 50 == 0 {
            let degrees = |column| text(column).parse::<f64>().expect("degrees");
            tried += 1;
            drawn += usize::from(ward_outlines.locate(degrees("lon"), degrees("lat")) == Some(area));
        }
    }
    assert_eq!(count, directory.len());
    assert!(drawn * 100 > tried * 96, "{drawn} of {tried}");
}

#[test]
fn a_postcode_asks_for_its_table_and_a_name_does_not() {
    let tables = tables();
    let desk = Desk { gazetteer: &tables.gazetteer, directory: None, names: &tables.names };
    assert_eq!(desk.answer("SW1A 2AA"), Answer::NeedsPostcodes);
    assert_eq!(desk.answer("e1"), Answer::NeedsPostcodes);
    assert!(matches!(desk.answer("Camden"), Answer::Area(_)));
    assert!(matches!(desk.answer("E05013806"), Answer::Area(_)));
}
