//! One area's figures as JSON, by code, postcode or name, from the committed tables.
//!
//! The same tables and the same reader as the page's: what this prints is what the page shows.

use std::path::Path;

use domain::area::{Area, Robberies};
use domain::directory::Directory;
use domain::enquiry::{Answer, Desk};
use domain::gazetteer::Gazetteer;
use domain::outline::Outlines;
use domain::place::{AreaCode, Kind};
use domain::search::NameIndex;
use serde::Serialize;

use crate::areas::failure::Failure;
use crate::areas::{AREAS, BOROUGH_OUTLINES, POSTCODES, WARD_OUTLINES, committed};
use crate::{Outcome, lines};

/// The derived tables, read.
#[derive(Debug)]
pub struct Tables {
    /// The areas.
    pub gazetteer: Gazetteer,
    /// The postcodes.
    pub directory: Directory,
    /// The names.
    pub names: NameIndex,
    /// The outlines of the boroughs.
    pub borough_outlines: Outlines,
    /// The outlines of the wards, and of the City.
    pub ward_outlines: Outlines,
}

/// The fields of the contract, in its order. Rates are per 1,000 workday people; ratios are multiples of London's rate.
#[derive(Serialize)]
struct Report<'a> {
    code: String,
    name: String,
    kind: &'static str,
    borough: &'a str,
    period_from: String,
    period_to: String,
    theft_from_person: u32,
    robbery_personal: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    robbery_all: Option<u32>,
    total: u32,
    residents: u32,
    workday_population: u32,
    rate: f64,
    rate_low: f64,
    rate_high: f64,
    ratio: f64,
    ratio_low: f64,
    ratio_high: f64,
    levels: Vec<&'static str>,
    expected_low: u32,
    expected_high: u32,
    trend: Option<&'static str>,
    source: &'a str,
}

/// No area, and why.
#[derive(Serialize)]
struct Unknown<'a> {
    kind: &'static str,
    input: &'a str,
    reason: &'static str,
}

impl Tables {
    /// Reads the derived tables in a folder.
    pub fn read(folder: &Path) -> Result<Self, Failure> {
        let bytes = |name: &str| {
            let path = folder.join(name);
            std::fs::read(&path).map_err(|error| Failure::read(&path, &error))
        };
        let damaged = |name: &'static str| move |damage| Failure::Table(name, damage);
        let gazetteer = Gazetteer::parse(&bytes(AREAS)?).map_err(damaged(AREAS))?;
        let directory = Directory::parse(&bytes(POSTCODES)?, &gazetteer).map_err(damaged(POSTCODES))?;
        let outlines = |name: &'static str| Outlines::parse(&bytes(name)?, &gazetteer).map_err(damaged(name));
        let (borough_outlines, ward_outlines) = (outlines(BOROUGH_OUTLINES)?, outlines(WARD_OUTLINES)?);
        Ok(Self { names: NameIndex::new(&gazetteer), gazetteer, directory, borough_outlines, ward_outlines })
    }

    /// The answer to what was typed, as one line of JSON.
    pub fn answer(&self, typed: &str) -> Result<String, serde_json::Error> {
        let desk = Desk { gazetteer: &self.gazetteer, directory: Some(&self.directory), names: &self.names };
        let report = match desk.answer(typed) {
            Answer::Area(id) => self.gazetteer.get(id).map(|area| self.report(area)),
            Answer::Outcode(outcode, id) => self.gazetteer.get(id).map(|borough| Report {
                code: outcode.to_string(),
                name: outcode.to_string(),
                kind: Kind::Outcode.slug(),
                ..self.report(borough)
            }),
            Answer::NeedsPostcodes => None,
            Answer::Unknown(reason) => {
                return serde_json::to_string(&Unknown { kind: "unknown", input: typed, reason: reason.slug() });
            }
        };
        serde_json::to_string(&report)
    }

    /// Every borough, then every ward, one line of JSON each.
    pub fn every(&self) -> impl Iterator<Item = Result<String, serde_json::Error>> {
        self.gazetteer.areas().map(|(_, area)| serde_json::to_string(&self.report(area)))
    }

    fn report<'a>(&'a self, area: &'a Area) -> Report<'a> {
        let figures = &area.figures;
        let ratio = |rate: domain::area::Rate| (rate.beside(figures.london) * 1000.0).round() / 1000.0;
        let (robbery_personal, robbery_all) = match figures.robberies {
            Robberies::Personal(count) => (Some(count), None),
            Robberies::All(count) => (None, Some(count)),
        };
        let kind = if matches!(area.code, AreaCode::Borough(_)) { Kind::Borough } else { Kind::Ward };
        Report {
            code: area.code.to_string(),
            name: area.name.to_string(),
            kind: kind.slug(),
            borough: self.gazetteer.borough_of(area).map_or("", |borough| &borough.name),
            period_from: figures.period.from().to_string(),
            period_to: figures.period.to().to_string(),
            theft_from_person: figures.thefts,
            robbery_personal,
            robbery_all,
            total: figures.total(),
            residents: figures.residents,
            workday_population: figures.workday.get(),
            rate: figures.rate.mean().per_thousand(),
            rate_low: figures.rate.low().per_thousand(),
            rate_high: figures.rate.high().per_thousand(),
            ratio: ratio(figures.rate.mean()),
            ratio_low: ratio(figures.rate.low()),
            ratio_high: ratio(figures.rate.high()),
            levels: figures.levels.iter().map(domain::risk::Level::slug).collect(),
            expected_low: figures.expected.low(),
            expected_high: figures.expected.high(),
            trend: figures.trend.map(domain::risk::Trend::slug),
            source: self.gazetteer.source_of(area),
        }
    }
}

/// `tools area CODE-or-POSTCODE`: several words are one enquiry, as a postcode has a space in it.
pub fn run(arguments: &[String]) -> Outcome {
    let tables = Tables::read(&committed()).map_err(|failure| failure.to_string())?;
    lines::print_one(tables.answer(&arguments.join(" ")).map_err(|error| error.to_string())?)
}

/// `tools areas --all`: a line for every borough and ward.
pub fn all() -> Outcome {
    let tables = Tables::read(&committed()).map_err(|failure| failure.to_string())?;
    lines::print(tables.every().map(|line| line.map_err(|error| error.to_string())))
}
