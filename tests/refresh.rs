//! The maintainer's refresh: publishers' own files become the raw tables, or are refused with a sentence that says where.
//!
//! The fixtures in `fixtures/refresh` are small and in the publishers' own forms; what needs the whole tables runs wherever
//! `../shared/data` lies beside the checkout, and says loudly where it does not.

mod refreshed_london;
mod refreshing;

use std::fs;
use std::path::Path;

use refreshing::{Folder, fixture, packed_tables, plain};
use tools::areas::failure::Failure;
use tools::areas::refresh::{News, Refreshed, refresh};

const BOROUGHS: &str = "mps_borough_monthly.csv.xz";
const WARDS: &str = "mps_ward_monthly.csv.xz";
const CENSUS_AREAS: &str = "mps_lsoa_monthly.csv.xz";
const CITY: &str = "city_of_london_police_lsoa_monthly.csv.xz";

fn refreshed(downloads: &Path, tables: &Path) -> Refreshed {
    refresh(downloads, tables).unwrap_or_else(|failure| panic!("{}: {failure}", downloads.display()))
}

/// The text of a table that changed.
fn text(refreshed: &Refreshed, file: &str) -> String {
    let (_, bytes) = refreshed.tables.iter().find(|(name, _)| name == file).expect("the table changed");
    plain(file, bytes)
}

/// The cells of the first row that begins so.
fn row<'a>(table: &'a str, start: &str) -> Vec<&'a str> {
    table.lines().find(|line| line.starts_with(start)).unwrap_or_default().split(',').collect()
}

fn news<'a>(refreshed: &'a Refreshed, areas: &str) -> &'a News {
    refreshed.news.iter().find(|news| news.areas == areas).expect("there is news of these areas")
}

/// The counts of `fixtures/refresh` are the raw tables' own, so the sums below can be looked up there.
#[test]
fn both_forms_of_the_datastore_give_the_same_tables() {
    let tables = packed_tables();
    let [before, since] = ["before", "since"].map(|form| refreshed(&fixture(form), tables.path()));
    assert_eq!(before.tables.len(), 3);
    assert!(before.tables == since.tables, "the two forms differ");

    let boroughs = text(&since, BOROUGHS);
    // Hillingdon, theft from the person: known to November, revised there by two, newer from December on.
    for (month, count, release) in
        [("2025-07", "112", "2025-12"), ("2025-11", "100", "2026-03"), ("2026-02", "79", "2026-03")]
    {
        let found = row(&boroughs, &format!("E09000017,Hillingdon,{month},theft_from_person"));
        assert_eq!(found.get(4..), Some(&[count, release][..]), "{month}");
    }
    assert_eq!(
        row(&boroughs, ",Unknown,2025-09,other_theft"),
        [",Unknown,2025-09,other_theft,2,2026-03"].join("").split(',').collect::<Vec<_>>()
    );

    let wards = text(&since, WARDS);
    assert!(wards.lines().next().is_some_and(|header| header.ends_with("2025-12,2026-01,2026-02")), "{wards}");
    // The publisher splits Heathrow Villages between Hillingdon and "Aviation Security": 19 + 3, 11 + 3, 8 + 3.
    let heathrow = row(&wards, "E05013570,Heathrow Villages,E09000017,theft_from_person");
    assert_eq!(heathrow.get(9..), Some(&["22", "14", "11"][..]));
    // A ward whose rows the publisher leaves out has none of that offence.
    let belmont = row(&wards, "E05013755,Belmont,E09000029,robbery_personal");
    assert_eq!(belmont.get(5..), Some(&["0"; 7][..]));
    assert_eq!(news(&since, "wards").unplaced, 3);

    let areas = text(&since, CENSUS_AREAS);
    assert_eq!(areas.lines().count(), 25, "a row for each of 12 areas and 2 offences, below the header");
}

#[test]
fn a_refresh_says_what_is_newer_and_what_was_revised() {
    let tables = packed_tables();
    let since = refreshed(&fixture("since"), tables.path());
    let said = news(&since, "boroughs");
    let months: Vec<String> = said.new_months.iter().map(ToString::to_string).collect();
    assert_eq!(months, ["2025-12", "2026-01", "2026-02"]);
    let revised: Vec<(String, u32, u32)> =
        said.revised.iter().map(|(month, before, after)| (month.to_string(), *before, *after)).collect();
    assert_eq!(revised, [("2025-11".to_owned(), 176, 178)]);
    assert_eq!(said.same, 3);
    assert_eq!(
        said.to_string(),
        "boroughs, from borough.csv: 2025-12 to 2026-02 are new; 1 month was revised, together by +1.1%; unchanged months: 3"
    );
}

#[test]
fn a_second_refresh_changes_nothing_and_an_older_release_takes_nothing_back() {
    let tables = packed_tables();
    let first = refreshed(&fixture("since"), tables.path());
    assert!(first.tables == refreshed(&fixture("since"), tables.path()).tables, "the same files gave other bytes");
    tables.put(&first.tables);
    let second = refreshed(&fixture("before"), tables.path());
    assert_eq!(second.tables.len(), 0, "{:?}", second.news);
    assert_eq!(news(&second, "boroughs").same, 7);

    // The release of January, in which a month had another count: what the table has is newer, and stays.
    let older = Folder::new();
    let text = fs::read_to_string(fixture("before").join("borough.csv")).expect("the fixture is there");
    let lines =
        text.lines().map(|line| line.rsplit_once(',').expect("a column to cut").0.replace("72,82,97", "72,83,97"));
    older.write("borough.csv", lines.collect::<Vec<_>>().join("\n") + "\n");
    let third = refreshed(older.path(), tables.path());
    assert_eq!((third.tables.len(), news(&third, "boroughs").older), (0, 6));
}

/// The publisher's window of 24 months begins with a month that holds a handful of late entries.
#[test]
fn a_first_month_of_late_entries_is_left_out() {
    let tables = packed_tables();
    let (folder, borough) =
        (Folder::new(), fs::read_to_string(fixture("before").join("borough.csv")).expect("a fixture"));
    let mut lines = borough.lines();
    let header = lines.next().expect("a header").replace("BoroughName,", "BoroughName,202507,");
    let stray = lines.map(|line| {
        let end = line.match_indices(',').nth(2).expect("three labels").0;
        format!("{},1{}", &line[..end], &line[end..])
    });
    folder.write("borough.csv", std::iter::once(header).chain(stray).collect::<Vec<_>>().join("\n") + "\n");
    let with = refreshed(folder.path(), tables.path());
    assert_eq!(news(&with, "boroughs").stray.map(|month| month.to_string()).as_deref(), Some("2025-07"));
    let without = refreshed(&fixture("before"), tables.path());
    assert!(text(&with, BOROUGHS) == text(&without, BOROUGHS), "the late entries went into the table");
}

#[test]
fn the_citys_street_files_are_counted_by_census_area() {
    let tables = packed_tables();
    let city = refreshed(&fixture("street"), tables.path());
    // The file was made from December's rows of the raw table, 128 crimes, and one of them comes twice; November's too.
    let table = text(&city, CITY);
    let december = table.lines().filter(|line| line.starts_with("2025-12"));
    assert_eq!(
        december.map(|line| line.rsplit(',').next().map_or(0, |count| count.parse().unwrap_or(0))).sum::<u32>(),
        128
    );
    assert_eq!((city.street_rows, city.left), (217, 2), "two files of outcomes are of no use");
    let said = news(&city, "the City of London");
    assert_eq!((said.new_months.len(), said.same, said.revised.len()), (1, 1, 0));
}

/// The country: two forces over a year, one of them without a month.
#[test]
fn a_whole_year_of_street_files_makes_the_districts_tables() {
    let tables = packed_tables();
    let folder = Folder::new();
    fs::copy(fixture("lookup").join("lookup.csv"), folder.path().join("lookup.csv")).expect("the lookup is copied");
    for month in 1..=12 {
        for (force, code, name) in
            [("surrey", "E01030300", "Elmbridge 017A"), ("gwent", "W01001326", "Caerphilly 003B")]
        {
            if force == "gwent" && month == 7 {
                continue;
            }
            let crimes = [
                ("Theft from the person", code, name),
                ("Robbery", code, name),
                ("Robbery", "", ""),
                ("Anti-social behaviour", code, name),
            ];
            let rows: Vec<String> = (0_u32..)
                .zip(crimes)
                .map(|(at, (crime, code, name))| {
                    let number = if at == 3 { String::new() } else { format!("{:064x}", month * 10 + at) };
                    format!("{number},2025-{month:02},F,F,-0.4,51.3,\"On or near A, B\",{code},{name},{crime},,\r\n")
                })
                .collect();
            folder.write(&format!("2025-{month:02}/2025-{month:02}-{force}-street.csv"), street(&rows));
        }
    }
    let made = refreshed(folder.path(), tables.path());
    let by_district = text(&made, "police_uk_2025_lad_monthly.csv.xz");
    assert_eq!(
        row(&by_district, "surrey,E07000207,Elmbridge,2025-07"),
        ["surrey", "E07000207", "Elmbridge", "2025-07", "robbery_all", "1"]
    );
    assert_eq!(by_district.lines().count(), 1 + 3 * 12 + 3 * 11);
    let by_area = text(&made, "police_uk_2025_lsoa_annual.csv.xz");
    assert_eq!(row(&by_area, "gwent"), ["gwent", "W01001326", "Caerphilly 003B", "W06000018", "11", "11"]);
    let coverage = text(&made, "police_uk_2025_coverage.csv.xz");
    assert_eq!(coverage.lines().skip(1).collect::<Vec<_>>(), ["gwent,11,44,11,2025-07", "surrey,12,48,12,"]);

    // The same year with a month less: what is known of a force is more, and stays. No year is made of eleven months.
    tables.put(&made.tables);
    fs::remove_file(folder.path().join("2025-12/2025-12-gwent-street.csv")).expect("it was written above");
    assert_eq!(refreshed(folder.path(), tables.path()).tables.len(), 0);
    fs::remove_file(folder.path().join("2025-12/2025-12-surrey-street.csv")).expect("it was written above");
    let short = refreshed(folder.path(), tables.path());
    assert_eq!(news(&short, "districts").remarks, ["11 of 12 months are here, so nothing was written"]);
}

fn street(rows: &[String]) -> String {
    let header = "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,\
                  Last outcome category,Context\r\n";
    format!("{header}{}", rows.concat())
}

#[test]
fn the_lookup_moves_census_areas_to_their_wards_of_today() {
    let tables = packed_tables();
    let lookup = fs::read_to_string(fixture("lookup").join("lookup.csv")).expect("the fixture is there");
    assert_eq!(refreshed(&fixture("lookup"), tables.path()).tables.len(), 0, "nobody moved");
    let folder = Folder::new();
    folder.write("lookup.csv", lookup.replacen("E05009288,Aldersgate", "E05009302,Cripplegate", 1));
    let moved = text(&refreshed(folder.path(), tables.path()), "london_lsoa21_lookup.csv.xz");
    let found = row(&moved, "E01000001");
    assert_eq!(found.get(2..5), Some(&["E05009302", "E09000001", "1475"][..]));
}

/// Each malformed download has its own sentence, with the file, the line and the column where there is one.
#[test]
fn every_malformed_file_is_refused_with_its_own_sentence() {
    let folder = fixture("malformed");
    let mut expected = csv::Reader::from_path(folder.join("sentences.csv")).expect("the sentences are there");
    let mut cases = 0;
    let tables = packed_tables();
    let untouched = tables.snapshot();
    for line in expected.records() {
        let line = line.expect("a case and its sentence");
        let failure = refresh(&folder.join(&line[0]), tables.path()).expect_err(&line[0]);
        let said = failure.to_string().replace(&format!("{}/", folder.display()), "");
        assert_eq!(said, &line[1], "{}", &line[0]);
        assert!(matches!(failure, Failure::Download { .. }), "{failure:?}");
        cases += 1;
    }
    let folders = fs::read_dir(&folder)
        .expect("the folder is there")
        .filter(|entry| entry.as_ref().is_ok_and(|entry| entry.path().is_dir()));
    assert_eq!(cases, folders.count(), "every malformed download has its sentence");
    assert!(tables.snapshot() == untouched, "a refused download changed the tables");
}
