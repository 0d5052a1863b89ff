//! The area figures against the raw tables' sums, against the next year, against what was published, and against damage.
//!
//! Expected sums are committed in `fixtures/areas`; what needs the raw tables runs wherever `../shared/data` lies beside
//! the checkout, and says loudly where it does not.

use std::path::PathBuf;

use domain::area::{Area, Figures, Robberies};
use domain::directory::Directory;
use domain::estimate::{Movement, Observation, Prior};
use domain::gazetteer::Gazetteer;
use domain::outline::Outlines;
use domain::period::{Month, Period};
use domain::place::AreaCode;
use domain::risk::Trend;
use domain::table::{Damage, TableKind, checksum};
use serde_json::Value;
use tools::area::Tables;
use tools::areas::statistics::Statrs;
use tools::areas::{AREAS, BOROUGH_OUTLINES, POSTCODES, WARD_OUTLINES};

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

fn fixture(name: &str) -> Vec<csv::StringRecord> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/areas").join(name);
    let mut reader = csv::Reader::from_path(path).expect("the fixture is there");
    reader.records().map(|row| row.expect("the fixture is well formed")).collect()
}

fn number(row: &csv::StringRecord, column: usize) -> u32 {
    row[column].parse().expect("a whole number")
}

fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

fn answer(tables: &Tables, typed: &str) -> Value {
    serde_json::from_str(&tables.answer(typed).expect("an answer is JSON")).expect("an answer is JSON")
}

fn wards(gazetteer: &Gazetteer) -> impl Iterator<Item = &Area> {
    gazetteer.areas().map(|(_, area)| area).filter(|area| matches!(area.code, AreaCode::Ward(_)))
}

#[test]
fn every_area_has_the_sums_of_the_raw_tables() {
    let tables = tables();
    let expected = fixture("sums.csv");
    assert_eq!(expected.len(), 33 + 679);
    assert_eq!(tables.gazetteer.areas().count(), expected.len());
    for (row, (_, area)) in expected.iter().zip(tables.gazetteer.areas()) {
        let Figures { period, thefts, robberies, .. } = area.figures;
        assert_eq!(&row[0], area.code.to_string());
        assert_eq!(
            (&row[1], &row[2]),
            (period.from().to_string().as_str(), period.to().to_string().as_str()),
            "{}",
            &row[0]
        );
        assert_eq!((number(row, 3), number(row, 4)), (thefts, robberies.count()), "{}", &row[0]);
        assert_eq!(matches!(robberies, Robberies::All(_)), &row[0] == "E09000001", "{}", &row[0]);
    }
}

#[test]
fn the_issues_own_figures_come_out() {
    let tables = tables();
    let westminster = answer(&tables, "E09000033");
    assert_eq!((&westminster["theft_from_person"], &westminster["robbery_personal"]), (&19_112.into(), &2_330.into()));
    assert_eq!((&westminster["period_from"], &westminster["period_to"]), (&"2025-07".into(), &"2026-06".into()));
    assert_eq!(westminster["rate"].as_f64().map(f64::round), Some(31.0));
    assert_eq!(westminster["ratio"].as_f64().map(|ratio| (ratio * 10.0).round()), Some(26.0));
    let city = answer(&tables, "E09000001");
    assert_eq!(
        (&city["theft_from_person"], &city["robbery_all"], &city["total"]),
        (&1_033.into(), &209.into(), &1_242.into())
    );
    assert_eq!(
        (&city["robbery_personal"], &city["trend"], &city["kind"]),
        (&Value::Null, &Value::Null, &"borough".into())
    );
    assert_eq!((&city["period_from"], &city["period_to"]), (&"2025-01".into(), &"2025-12".into()));
    assert_eq!(city["rate"].as_f64().map(|rate| (rate * 10.0).round()), Some(34.0));
}

#[test]
fn every_kind_of_enquiry_has_its_answer() {
    let tables = tables();
    for (typed, kind, code) in [
        ("E05013806", "ward", "E05013806"),
        (" e05013806 ", "ward", "E05013806"),
        ("SW1A 2AA", "ward", "E05013806"),
        ("sw1a2aa", "ward", "E05013806"),
        ("EC2V 7HH", "borough", "E09000001"),
        ("E05009288", "borough", "E09000001"),
        ("SW1A", "outcode", "SW1A"),
        ("sw1a 2", "outcode", "SW1A"),
        ("city of london", "borough", "E09000001"),
        ("St James\u{2019}s", "ward", "E05013806"),
        ("Heathrow Villages", "ward", "E05013570"),
    ] {
        let found = answer(&tables, typed);
        assert_eq!((&found["kind"], &found["code"]), (&kind.into(), &code.into()), "{typed}");
    }
    assert_eq!(answer(&tables, "SW1A")["borough"], "Westminster");
    assert_eq!(answer(&tables, "SW1A")["total"], answer(&tables, "E09000033")["total"]);
    for (typed, reason) in [
        ("", "empty"),
        ("Unknown", "not_a_place"),
        ("London Heathrow and London City Airports", "not_a_place"),
        ("M1 1AA", "outside_london"),
        ("EH1", "outside_london"),
        ("SW1A 9ZZ", "no_such_postcode"),
        ("E05999999", "no_such_code"),
        ("E01000001", "not_understood"),
        ("Abbey", "several_places"),
        ("nowhere at all", "not_understood"),
    ] {
        let found = answer(&tables, typed);
        assert_eq!(
            (&found["kind"], &found["reason"], &found["input"]),
            (&"unknown".into(), &reason.into(), &typed.into())
        );
    }
}

#[test]
fn an_answer_has_exactly_the_fields_of_the_contract() {
    const FIELDS: &str = "borough code expected_high expected_low kind levels name period_from period_to rate rate_high \
                          rate_low ratio ratio_high ratio_low residents robbery_personal source theft_from_person total \
                          trend workday_population";
    for typed in ["E09000033", "E05013806", "SW1A"] {
        let found = answer(&tables(), typed);
        let mut names: Vec<&str> = found.as_object().expect("an object").keys().map(String::as_str).collect();
        names.sort_unstable();
        assert_eq!(names.join(" "), FIELDS, "{typed}");
    }
}

/// The year to February 2025, known alone, must say what the year to February 2026 brought: its 90% ranges hold between
/// 85% and 95% of the wards. Nothing of the later year, not even its total, goes into the ranges.
#[test]
fn ranges_hold_next_years_counts_as_often_as_they_say() {
    let tables = tables();
    let years: Vec<(Observation, u32)> = wards(&tables.gazetteer)
        .map(|ward| {
            assert_eq!(ward.figures.period, Period::year_to(month("2026-02")));
            let count = ward.figures.before.expect("a ward has a year before");
            (Observation { count, people: ward.figures.workday.get() }, ward.figures.total())
        })
        .collect();
    let prior = Prior::fit(&years.iter().map(|(before, _)| *before).collect::<Vec<_>>(), &Statrs);
    let held = years.iter().filter(|(before, after)| {
        let posterior = prior.update(*before, Movement::WARD.own).expect("a ward has people");
        let (low, high) = posterior.next_year(before.people, Movement::WARD.next, &Statrs);
        (low..=high).contains(after)
    });
    let share = held.count() * 1000 / years.len();
    assert!((850..=950).contains(&share), "{share} in a thousand");
}

/// area.md section 5: mean 10.1 per thousand and shape 1.1 over all wards, found there by another program.
#[test]
fn the_prior_is_the_one_found_by_hand() {
    let tables = tables();
    let seen: Vec<Observation> = wards(&tables.gazetteer)
        .map(|ward| Observation { count: ward.figures.total(), people: ward.figures.workday.get() })
        .collect();
    let Prior::Gamma { mean, shape } = Prior::fit(&seen, &Statrs) else { panic!("wards have a prior") };
    assert!((mean * 1000.0 - 10.110_2).abs() < 0.000_1, "{mean}");
    assert!((shape - 1.112_10).abs() < 0.000_1, "{shape}");
}

/// Preston in Brent by hand: 59 offences, 9,440 people; weight 1/(1 + 59 × 0.18²) = 0.343_453; shape 1.112_1 + 20.264 =
/// 21.376; rate 110.00 + 3,242.2 = 3,352.2; mean 6.377 per thousand. Its range is the 33 to 94 found by another program.
#[test]
fn a_ward_comes_out_as_worked_by_hand() {
    let found = answer(&tables(), "E05013506");
    assert_eq!((&found["total"], &found["workday_population"]), (&59.into(), &9_440.into()));
    assert!((found["rate"].as_f64().unwrap_or(0.0) - 6.377).abs() < 0.001);
    assert_eq!((&found["expected_low"], &found["expected_high"]), (&33.into(), &94.into()));
    assert_eq!(found["levels"], serde_json::json!(["lower"]));
}

#[test]
fn wards_changes_are_mostly_londons() {
    let tables = tables();
    let count =
        |slug| wards(&tables.gazetteer).filter(|ward| ward.figures.trend.map(Trend::slug) == Some(slug)).count();
    assert_eq!((count("faster_down"), count("like_london"), count("faster_up")), (6, 645, 28));
}

/// The estimates of area.md section 1, and how far they lie from the published numbers.
#[test]
fn estimated_phone_thefts_come_near_the_published_numbers() {
    let police = raw().map(|folder| {
        let mut raw = tools::areas::raw::Raw::new(&folder);
        tools::areas::counts::Police::read(&mut raw).expect("the boroughs' table reads")
    });
    for row in fixture("phone_thefts.csv") {
        let period = Period::new(month(&row[0]), month(&row[1])).expect("a period");
        let shares = (41_704.0 / 61_001.0, 10_485.0 / 26_798.0);
        let estimate = shares.0 * f64::from(number(&row, 2)) + shares.1 * f64::from(number(&row, 3));
        assert!((estimate - f64::from(number(&row, 4))).abs() < 1.0, "{}", &row[0]);
        if let Some(police) = &police {
            let found = tools::areas::checks::phone_thefts(police, period).expect("the months are there");
            assert!((found - estimate).abs() < 1e-6, "{}: {found}", &row[0]);
        }
        // The smartphone share of 2012 was another; since then the estimate is within 5%.
        if !row[5].is_empty() && &row[0] != "2012-10" {
            let error = estimate / f64::from(number(&row, 5)) - 1.0;
            assert!(error.abs() < 0.05, "{}: {error}", &row[0]);
        }
    }
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
