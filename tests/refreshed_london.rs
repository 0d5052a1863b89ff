//! The refresh at full size: all of London from the real tables, and street files by the hundred thousand.
//!
//! The publishers' files are made here from `../shared/data`, in both forms, so what comes back is known to the last byte.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use tools::areas::raw::{Raw, pack};
use tools::areas::refresh::refresh;
use tools::areas::{bring_up_to_date, committed, raw_folder};

use crate::refreshing::{Folder, fixture, packed_tables, plain};

/// The tables of counts, and the columns before the months.
const WIDE: [(&str, &str); 2] = [("mps_ward_monthly.csv.xz", "ward"), ("mps_lsoa_monthly.csv.xz", "lsoa")];
const BOROUGHS: &str = "mps_borough_monthly.csv.xz";

fn raw() -> Option<PathBuf> {
    let folder = Some(raw_folder()).filter(|folder| folder.is_dir());
    if folder.is_none() {
        eprintln!("NOT CHECKED: ../shared/data is not here, so no refresh of all London was tried");
    }
    folder
}

/// A table's header and rows.
fn rows(folder: &Path, file: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let bytes = Raw::new(folder).plain(file).expect("a raw table reads");
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let header = reader.headers().expect("a header").iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect());
    (header, rows.collect())
}

fn csv_of(rows: impl IntoIterator<Item = Vec<String>>) -> Vec<u8> {
    let mut table = csv::Writer::from_writer(Vec::new());
    rows.into_iter().for_each(|row| table.write_record(row).expect("a row is written"));
    table.into_inner().expect("a table is written")
}

/// The raw tables as they were four months ago.
fn four_months_ago(raw: &Path) -> Folder {
    let folder = Folder::new();
    for entry in fs::read_dir(raw).expect("the raw tables are there") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        folder.write(&name, fs::read(&path).expect("a raw table reads"));
    }
    let put = |file: &str, rows: Vec<Vec<String>>| folder.write(file, pack(file, &csv_of(rows)).expect("it packs"));
    let (header, all) = rows(raw, BOROUGHS);
    let older = all.into_iter().filter(|row| row[2].as_str() < "2026-03");
    put(BOROUGHS, std::iter::once(header).chain(older).collect());
    for (file, _) in WIDE {
        let (header, all) = rows(raw, file);
        let kept = header.len() - 4;
        put(file, std::iter::once(header).chain(all).map(|row| row[..kept].to_vec()).collect());
    }
    folder
}

/// The publisher's newest 24 months of boroughs, wards and census areas, as they were before mid-2026 or as they are since.
fn datastore(raw: &Path, since: bool) -> Folder {
    let folder = Folder::new();
    let groups = if since { ["Group", "SubGroup"] } else { ["MajorText", "MinorText"] }.map(str::to_owned);
    let labels = |offence: &str| {
        let theft = if since { "THEFT FROM THE PERSON" } else { "THEFT FROM PERSON" };
        let (group, subgroup) = match offence {
            "theft_from_person" => ("THEFT", theft),
            "other_theft" => ("THEFT", "OTHER THEFT"),
            "robbery_personal" => ("ROBBERY", "ROBBERY OF PERSONAL PROPERTY"),
            _ => ("ROBBERY", "ROBBERY OF BUSINESS PROPERTY"),
        };
        [group.to_owned(), subgroup.to_owned()]
    };
    let (_, all) = rows(raw, BOROUGHS);
    let newest: Vec<&Vec<String>> = all.iter().filter(|row| row[5] == "2026-07").collect();
    let mut names = std::collections::BTreeMap::new();
    let header = |columns: Vec<String>, months: Vec<String>| [columns, months].concat();
    let mut table = vec![header([&groups[..], &["BOCU".to_owned()]].concat(), Vec::new())];
    for series in newest.chunks_by_key() {
        let (code, name, offence) = (&series[0][0], &series[0][1], &series[0][3]);
        names.insert(code.clone(), name.clone());
        if table.len() == 1 {
            table[0].extend(series.iter().map(|row| row[2].replace('-', "")));
        }
        let labelled = [&labels(offence)[..], std::slice::from_ref(name)].concat();
        table.push([labelled, series.iter().map(|row| row[4].clone()).collect()].concat());
    }
    folder.write("boroughs.csv", [&b"\xef\xbb\xbf"[..], &csv_of(table)].concat());
    for (file, level) in WIDE {
        let (columns, all) = rows(raw, file);
        let first = columns.len() - 24;
        let months: Vec<String> = columns[first..].iter().map(|month| month.replace('-', "")).collect();
        let texts = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let labelled = match level {
            "ward" => [&groups[..], &texts(&["WardName", "WardCode", "LookUp_BoroughName"])].concat(),
            _ => [&texts(&["LSOA Code", "LSOA Name", "Borough"])[..], &groups].concat(),
        };
        let mut table = vec![header(labelled, months)];
        // The publisher leaves out rows of zeros.
        for row in all.iter().filter(|row| row[first..].iter().any(|count| count != "0")) {
            let (labels, borough) = (labels(&row[3]), names[&row[2]].clone());
            let place = match level {
                "ward" => [&labels[..], &[row[1].clone(), row[0].clone(), borough]].concat(),
                _ => [&[row[0].clone(), row[1].clone(), borough][..], &labels].concat(),
            };
            table.push([place, row[first..].to_vec()].concat());
        }
        let text = String::from_utf8(csv_of(table)).expect("a table is text").replace('\n', "\r\n");
        folder.write(&format!("{level}s.csv"), text);
    }
    folder
}

/// Rows of one borough and offence after each other.
trait Series<'a> {
    fn chunks_by_key(&self) -> Vec<&[&'a Vec<String>]>;
}

impl<'a> Series<'a> for Vec<&'a Vec<String>> {
    fn chunks_by_key(&self) -> Vec<&[&'a Vec<String>]> {
        let all = self.chunk_by(|one, other| (&one[1], &one[3]) == (&other[1], &other[3]));
        all.filter(|series| series.len() == 24).collect()
    }
}

#[test]
fn all_london_comes_back_to_the_byte_from_both_forms() {
    let Some(raw) = raw() else { return };
    let tables = four_months_ago(&raw);
    let [before, since] =
        [false, true].map(|form| refresh(datastore(&raw, form).path(), tables.path()).expect("it reads"));
    assert!(before.tables == since.tables, "the two forms differ");
    assert_eq!(before.tables.len(), 3);
    for (file, bytes) in &before.tables {
        let original = Raw::new(&raw).plain(file).expect("a raw table reads");
        assert!(plain(file, bytes).as_bytes() == original, "{file} is not what the publisher's files were made from");
    }
}

#[test]
fn one_command_refreshes_all_london_or_leaves_everything_as_it_was() {
    let Some(raw) = raw() else { return };
    let (tables, derived, downloads) = (four_months_ago(&raw), Folder::new(), datastore(&raw, true));
    derived.write("areas.bin", "the table of last month");
    let command = |downloads: &Folder| bring_up_to_date(downloads.path(), tables.path(), derived.path());
    // Wards with more than their share: every file is well formed, and yet the tables do not hold together.
    let (untouched, figures) = (tables.snapshot(), derived.snapshot());
    let wards = fs::read_to_string(downloads.path().join("wards.csv")).expect("it was written above");
    let odd = Folder::new();
    let more = |line: &str| {
        let (labels, counts) = line.split_at(line.match_indices(',').nth(4).map_or(0, |(at, _)| at));
        let doubled = counts.split(',').skip(1).map(|count| {
            count.parse::<u32>().map_or_else(
                |_| count.to_owned(),
                |number| {
                    if number < 10_000 { (number + number / 5).to_string() } else { count.to_owned() }
                },
            )
        });
        format!("{labels},{}", doubled.collect::<Vec<_>>().join(","))
    };
    odd.write("wards.csv", wards.lines().map(more).collect::<Vec<_>>().join("\n") + "\n");
    let refused = command(&odd).expect_err("the wards hold too much").to_string();
    assert!(refused.contains("wards hold 98.4% ± 0.5 of the boroughs' offences"), "{refused}");
    assert!(tables.snapshot() == untouched && derived.snapshot() == figures, "a refused refresh left something behind");

    let said = command(&downloads).expect("the refresh succeeds");
    assert_eq!(said[0], "boroughs, from boroughs.csv: 2026-03 to 2026-06 are new; unchanged months: 20");
    for (path, bytes) in derived.snapshot() {
        let name = path.file_name().expect("a name");
        // The account names the digests of the raw tables as they lie there, and these were packed anew.
        if name != "provenance.json" {
            assert!(fs::read(committed().join(name)).is_ok_and(|same| same == bytes), "{} differs", name.display());
        }
    }
    let left = tables.snapshot().into_keys().filter(|path| path.extension().is_some_and(|ending| ending == "part"));
    assert_eq!(left.count(), 0, "a half-written table lies beside the others");
}

/// Rows that the streaming test writes, in twelve files.
const ROWS: u64 = 600_000;

/// In a process of its own, whose memory nobody else uses.
#[test]
fn street_files_stream_in_little_memory() {
    const CHILD: &str = "RINGFENCE_STREET_FILES";
    if let Ok(folder) = std::env::var(CHILD) {
        let tables = packed_tables();
        let start = Instant::now();
        let read = refresh(Path::new(&folder), tables.path()).expect("the street files read").street_rows;
        let rate = u128::from(read) * 1000 / start.elapsed().as_millis().max(1);
        let status = fs::read_to_string("/proc/self/status").expect("Linux tells");
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB"));
        println!("\nread {read} peak {} rate {rate}", peak.expect("Linux tells the peak"));
        return;
    }
    if !cfg!(target_os = "linux") {
        eprintln!("NOT CHECKED: only Linux tells how much memory a process used at most");
        return;
    }
    let folder = Folder::new();
    fs::copy(fixture("lookup").join("lookup.csv"), folder.path().join("lookup.csv")).expect("the lookup is copied");
    let mut bytes = 0;
    for month in 1..=12_u64 {
        let mut text = String::from("Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,");
        text.push_str("LSOA name,Crime type,Last outcome category,Context\n");
        for row in 0..ROWS / 12 {
            // One in twenty is a theft from the person, as in the country.
            let crime = if row % 20 == 0 { "Theft from the person" } else { "Violence and sexual offences" };
            let number = month * ROWS + row;
            let row = format!(
                "{number:064x},2025-{month:02},Surrey Police,Surrey Police,-0.36,51.37,On or near Park Road,E01030300,\
                 Elmbridge 017A,{crime},Investigation complete; no suspect identified,\n"
            );
            text.push_str(&row);
        }
        bytes += text.len();
        folder.write(&format!("2025-{month:02}-surrey-street.csv"), text);
    }
    let own = std::env::current_exe().expect("this test is a program");
    let name = "refreshed_london::street_files_stream_in_little_memory";
    let child = Command::new(own).args(["--exact", name, "--nocapture"]).env(CHILD, folder.path()).output();
    let said = String::from_utf8(child.expect("the child runs").stdout).expect("text");
    let mut figures = said.lines().find_map(|line| line.strip_prefix("read ")).expect("the child tells").split(' ');
    let mut figure = || figures.find_map(|word| word.parse::<u64>().ok()).expect("a figure");
    let (read, peak, rate) = (figure(), figure(), figure());
    println!(
        "{read} rows of street files, {} MB: {rate} rows a second, at most {} MB of memory",
        bytes / 1_000_000,
        peak / 1024
    );
    assert_eq!(read, ROWS);
    assert!(peak < 64 * 1024, "{peak} kB of memory for {bytes} bytes of street files");
}
