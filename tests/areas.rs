//! The area figures against the raw tables' sums, against the next year and against what was published.
//!
//! Expected sums are committed in `fixtures/areas`; what needs the raw tables runs wherever `../shared/data` lies beside
//! the checkout, and says loudly where it does not.

use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use domain::area::{Area, Figures, Robberies};
use domain::estimate::{Movement, Observation, Prior};
use domain::gazetteer::Gazetteer;
use domain::period::{Month, Period};
use domain::place::AreaCode;
use domain::risk::Trend;
use serde_json::Value;
use tools::area::Tables;
use tools::areas::statistics::Statrs;

fn tables() -> Tables {
    Tables::read(&tools::areas::committed()).expect("the committed tables read")
}

fn raw() -> Option<PathBuf> {
    let folder = Some(tools::areas::raw_folder()).filter(|folder| folder.is_dir());
    if folder.is_none() {
        eprintln!(
            "NOT CHECKED: ../shared/data is not here, so the published totals were not compared with the raw data"
        );
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
        ("E1", "outcode", "E1"),
        ("E1 6", "outcode", "E1"),
        // Every outcode that goes on from these with a letter lies mostly in one borough.
        ("SW1", "outcode", "SW1"),
        ("wc1", "outcode", "WC1"),
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
        ("TN99", "outside_london"),
        // EC1A lies in the City, EC1M in Islington; W1A in Islington, W1B in Westminster.
        ("EC1", "several_outcodes"),
        ("W1", "several_outcodes"),
        ("EC1 1AA", "no_such_postcode"),
        ("EC9", "no_such_postcode"),
        ("SE99 1AA", "no_such_postcode"),
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

/// Every area is found by its code, and answers as the list of all areas does.
#[test]
fn all_areas_are_listed_and_each_answers_alone() {
    let tables = tables();
    let lines: Vec<String> = tables.every().map(|line| line.expect("an area is JSON")).collect();
    let all: Vec<Value> = lines.iter().map(|line| serde_json::from_str(line).expect("a line is JSON")).collect();
    let of_kind = |kind: &str| all.iter().filter(|area| area["kind"] == kind).count();
    assert_eq!((all.len(), of_kind("borough"), of_kind("ward")), (33 + 679, 33, 679));
    // Names as they sound: "St Mary's & St James" and "St Mary's & St James'" are one to whoever types them.
    let spoken = |name: &Value| name.as_str().expect("a name").replace(['\'', '\u{2019}'], "");
    let named = |name: &Value| all.iter().filter(|area| spoken(&area["name"]) == spoken(name)).count();
    for (area, line) in all.iter().zip(&lines) {
        let code = area["code"].as_str().expect("a code");
        assert_eq!(&tables.answer(code).expect("an answer"), line);
        let found = answer(&tables, area["name"].as_str().expect("a name"));
        // By its name, where nothing else is called so; where a borough is, the borough; otherwise a question.
        match (named(&area["name"]), found["kind"].as_str()) {
            (1, _) => assert_eq!(found["code"], code),
            (_, Some("borough")) => assert_eq!(found["name"], area["name"]),
            _ => assert_eq!(found["reason"], "several_places", "{found}"),
        }
        let figure = |field: &str| area[field].as_f64().expect("a figure");
        assert!(figure("rate_low") <= figure("rate") && figure("rate") <= figure("rate_high"), "{code}");
        assert!(figure("expected_low") <= figure("expected_high"), "{code}");
        assert!(matches!(area["levels"].as_array().map(Vec::len), Some(1 | 2)), "{code}");
    }
    // The City's 25 wards are answered by the City, and codes beside them by nothing.
    for ward in 9_287..=9_313 {
        let found = answer(&tables, &format!("E05{ward:06}"));
        let city = (9_288..=9_312).contains(&ward);
        assert!(if city { found["code"] == "E09000001" } else { found["code"] != "E09000001" }, "E05{ward:06}");
    }
}

/// A reader who stops, such as `head`, ends the printing and is no failure; a full disk is one.
#[test]
fn a_reader_who_stops_is_no_failure() {
    struct Pipe(u32, ErrorKind);
    impl Write for Pipe {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0 = self.0.checked_sub(1).ok_or_else(|| std::io::Error::from(self.1))?;
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let mut made = 0;
    let mut lines = |kind| {
        made = 0;
        let endless = std::iter::repeat_with(|| {
            made += 1;
            assert!(made < 100, "printing went on for nobody");
            Ok("a line".to_owned())
        });
        tools::lines::print_to(Pipe(8, kind), endless)
    };
    assert_eq!(lines(ErrorKind::BrokenPipe), Ok(()));
    assert!(lines(ErrorKind::StorageFull).is_err_and(|sentence| sentence.starts_with("standard output: ")));
    let stopped = tools::lines::print_to(Vec::new(), [Ok("one".to_owned()), Err("no more".to_owned())]);
    assert_eq!(stopped, Err("no more".to_owned()));
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
