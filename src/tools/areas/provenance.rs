//! Where the derived tables come from, for people: publishers, licences, periods, releases, rows and digests.
//!
//! Written beside the tables as `provenance.json`; the site shows the attribution lines.

use domain::gazetteer::Series;
use serde::Serialize;

use super::raw::Seen;

/// The whole account.
#[derive(Serialize)]
pub(super) struct Provenance<'a> {
    /// What this file is.
    about: &'static str,
    /// Lines that whoever shows the figures must show.
    attribution: [&'static str; 4],
    /// The series behind the figures.
    series: Vec<Account<'a>>,
    /// Every raw table read.
    raw: Vec<Origin<'a>>,
    /// Every derived table written, with its size in bytes.
    derived: Vec<(&'static str, usize)>,
}

#[derive(Serialize)]
struct Account<'a> {
    source: &'a str,
    period_from: String,
    period_to: String,
}

#[derive(Serialize)]
struct Origin<'a> {
    #[serde(flatten)]
    seen: &'a Seen,
    publisher: &'static str,
    licence: &'static str,
}

const ATTRIBUTION: [&str; 4] = [
    "Contains public sector information licensed under the Open Government Licence v2.0 (Metropolitan Police Service, via \
     the London Datastore).",
    "Contains public sector information licensed under the Open Government Licence v3.0 (police.uk / Home Office).",
    "Source: Office for National Statistics licensed under the Open Government Licence v3.0. Contains OS data © Crown \
     copyright and database right 2025.",
    "Contains OS data © Crown copyright and database right 2025. Contains Royal Mail data © Royal Mail copyright and \
     database right 2025.",
];

/// Publisher and licence of a raw table, as its README in the data folder states them.
fn origin(file: &str) -> (&'static str, &'static str) {
    const OGL2: &str = "Open Government Licence v2.0";
    const OGL3: &str = "Open Government Licence v3.0";
    if file.starts_with("mps_") {
        ("Metropolitan Police Service, Recorded Crime: Geographic Breakdown, London Datastore exy3m", OGL2)
    } else if file.starts_with("city_of_london_police") {
        ("City of London Police, through data.police.uk", OGL3)
    } else if file.starts_with("london_postcodes") || file.starts_with("london_outcode") {
        ("Ordnance Survey, Code-Point Open; codes by point in polygon", OGL3)
    } else if file.starts_with("published_") {
        ("press releases and news reports, single figures", "facts; each row names its source")
    } else if file.contains("json") {
        ("Office for National Statistics, Open Geography Portal", OGL3)
    } else {
        ("Office for National Statistics and Greater London Authority, Census 2011 and 2021", OGL3)
    }
}

/// The account as JSON, with a line break at the end.
pub(super) fn account(
    series: &[Series],
    seen: &[Seen],
    derived: Vec<(&'static str, usize)>,
) -> Result<Vec<u8>, serde_json::Error> {
    let provenance = Provenance {
        about: "How public/areas was made: `cargo run -p tools -- areas --from DIR --to public/areas`. See docs/areas.md.",
        attribution: ATTRIBUTION,
        series: series
            .iter()
            .map(|one| Account {
                source: &one.source,
                period_from: one.period.from().to_string(),
                period_to: one.period.to().to_string(),
            })
            .collect(),
        raw: seen
            .iter()
            .map(|seen| {
                let (publisher, licence) = origin(&seen.file);
                Origin { seen, publisher, licence }
            })
            .collect(),
        derived,
    };
    let mut bytes = serde_json::to_vec_pretty(&provenance)?;
    bytes.push(b'\n');
    Ok(bytes)
}
