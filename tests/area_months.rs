//! The monthly counts: they add up to the figures, stop at March 2024, and show how a year runs in London.

use domain::gazetteer::AreaId;
use domain::months::{Monthly, Months};
use domain::period::{Month, Period};
use domain::place::AreaCode;
use tools::area::Tables;
use tools::areas::counts::{Offence, Police};
use tools::areas::raw::Raw;
use tools::areas::{BOROUGH_MONTHS, WARD_HISTORY, WARD_MONTHS};

struct All {
    tables: Tables,
    boroughs: Months,
    wards: Months,
    history: Months,
}

fn all() -> All {
    let folder = tools::areas::committed();
    let tables = Tables::read(&folder).expect("the committed tables read");
    let read = |name: &str| {
        let bytes = std::fs::read(folder.join(name)).expect("the committed tables are there");
        Months::parse(&bytes, &tables.gazetteer).expect("the months read")
    };
    let (boroughs, wards, history) = (read(BOROUGH_MONTHS), read(WARD_MONTHS), read(WARD_HISTORY));
    All { tables, boroughs, wards, history }
}

impl All {
    /// The newest months of an area: each is in one table, and in no other.
    fn newest(&self, area: AreaId) -> Monthly<'_> {
        let (borough, ward) = (self.boroughs.of(area), self.wards.of(area));
        assert!(borough.is_none() || ward.is_none());
        borough.or(ward).expect("every area has months")
    }
}

fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

fn sum(monthly: Monthly<'_>, period: Period) -> [u32; 2] {
    [monthly.thefts, monthly.robberies].map(|counts| {
        let within = monthly.period.months().zip(counts).filter(|(month, _)| period.months().any(|one| one == *month));
        within.map(|(_, count)| u32::from(*count)).sum()
    })
}

#[test]
fn every_area_has_the_months_that_its_figures_add_up_to() {
    let all = all();
    for (id, area) in all.tables.gazetteer.areas() {
        let (figures, months) = (&area.figures, all.newest(id));
        assert_eq!(sum(months, figures.period), [figures.thefts, figures.robberies.count()], "{}", area.code);
        if let Some(before) = figures.before {
            let [thefts, robberies] = sum(months, figures.period.preceding());
            assert_eq!(thefts + robberies, before, "{}", area.code);
        }
    }
}

#[test]
fn wards_have_two_years_here_and_the_rest_in_their_own_table() {
    let all = all();
    for (id, area) in all.tables.gazetteer.areas() {
        let recent = all.newest(id).period;
        let earlier = all.history.of(id).map(|monthly| monthly.period);
        match area.code {
            AreaCode::Ward(_) => {
                assert_eq!((recent.from(), recent.to()), (Month::CONNECT, month("2026-02")));
                let earlier = earlier.expect("every ward has a history");
                assert_eq!((earlier.from(), earlier.to().after(1)), (month("2010-04"), Month::CONNECT));
            }
            AreaCode::Borough(code) if code == domain::place::BoroughCode::CITY => {
                assert_eq!((recent.from(), recent.to(), earlier), (month("2023-10"), month("2025-12"), None));
            }
            AreaCode::Borough(_) => {
                assert_eq!((recent.from(), recent.to(), earlier), (month("2010-04"), month("2026-06"), None));
            }
        }
    }
}

/// Sixteen years of boroughs against the raw table, wherever it is.
#[test]
fn londons_years_are_those_of_the_raw_table() {
    let folder = tools::areas::raw_folder();
    if !folder.is_dir() {
        eprintln!("NOT CHECKED: ../shared/data is not here, so the boroughs' months were not compared with it");
        return;
    }
    let police = Police::read(&mut Raw::new(&folder)).expect("the raw table reads");
    let all = all();
    for year in 2011..=2025 {
        let year = Period::new(month(&format!("{year}-01")), month(&format!("{year}-12"))).expect("a period");
        let boroughs = all.tables.gazetteer.areas().take(all.tables.gazetteer.boroughs()).skip(1);
        let sums = boroughs.map(|(id, _)| sum(all.newest(id), year));
        let sums = sums.fold([0, 0], |sum, one| [sum[0] + one[0], sum[1] + one[1]]);
        let raw = [Offence::Theft, Offence::Robbery].map(|offence| police.boroughs.all_over(offence, year));
        assert_eq!(raw, sums.map(Some), "{year:?}");
    }
}

/// area.md section 1: theft from the person 0.87 to 0.89 in August and September, 1.15 in November, 1.11 in December;
/// robbery, a quarter of both, is flat between 0.95 and 1.08.
#[test]
fn the_year_runs_as_it_was_found_to() {
    let all = all();
    let season = all.wards.season().expect("the months carry the pattern");
    assert_eq!(all.boroughs.season(), Some(season));
    assert_eq!(season.most().0, 11);
    assert!((9..=15).contains(&season.most().1), "{season:?}");
    assert!([8, 9].contains(&season.fewest().0) && (8..=13).contains(&season.fewest().1), "{season:?}");
    assert!(all.history.season().is_none());
}
