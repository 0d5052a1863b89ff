//! Writing the table of areas: the mirror of `domain::gazetteer`.
//!
//! Column by column, because like stands next to like and packs small.

use domain::area::Area;
use domain::gazetteer::Series;
use domain::place::AreaCode;
use domain::table::TableKind;

use super::writer::Writer;

/// The table of these areas: boroughs first, then wards, each in the order of their codes.
pub(super) fn encode(series: &[Series], areas: &[Area]) -> Vec<u8> {
    let mut table = Writer::default();
    table.length(series.len());
    for one in series {
        table.number(one.period.from().number());
        table.number(one.period.to().number());
        table.number(one.london.millionths());
        table.number(u32::from(one.all_robberies));
        table.text(&one.source);
    }
    let boroughs = areas.iter().filter(|area| matches!(area.code, AreaCode::Borough(_))).count();
    table.length(boroughs);
    table.length(areas.len() - boroughs);
    table.text(&areas.iter().map(|area| &*area.name).collect::<Vec<_>>().join("\n"));
    let digits = |area: &Area| match area.code {
        AreaCode::Borough(code) => code.digits(),
        AreaCode::Ward(code) => code.digits(),
    };
    let mut last = 0;
    table_column(
        &mut table,
        areas.iter().enumerate().map(|(at, area)| {
            let step = if at == 0 || at == boroughs { digits(area) } else { digits(area) - last };
            last = digits(area);
            step
        }),
    );
    let home =
        |area: &Area| areas.iter().position(|one| one.code == AreaCode::Borough(area.borough)).unwrap_or_default();
    table_column(&mut table, areas.iter().map(|area| small(home(area))));
    table_column(&mut table, areas.iter().map(|area| small(area.source)));
    for column in COLUMNS {
        table_column(&mut table, areas.iter().map(column));
    }
    table.finish(TableKind::Areas)
}

/// The figures, in the order in which the reader takes them.
const COLUMNS: [fn(&Area) -> u32; 13] = [
    |area| area.figures.thefts,
    |area| area.figures.robberies.count(),
    |area| area.figures.before.map_or(0, |before| before + 1),
    |area| area.figures.residents,
    |area| area.figures.workday.get(),
    |area| area.figures.hectares,
    |area| area.figures.rate.mean().millionths(),
    |area| area.figures.rate.mean().millionths() - area.figures.rate.low().millionths(),
    |area| area.figures.rate.high().millionths() - area.figures.rate.mean().millionths(),
    |area| area.figures.expected.low(),
    |area| area.figures.expected.high() - area.figures.expected.low(),
    |area| area.figures.levels.number() + 9 * area.figures.levels_by_most_people.number(),
    |area| {
        let cautions = area.figures.cautions;
        let trend = area.figures.trend.map_or(0, |trend| trend as u32 + 1);
        trend << 2 | u32::from(cautions.rough_population) << 1 | u32::from(cautions.redeveloped)
    },
];

fn table_column(table: &mut Writer, values: impl Iterator<Item = u32>) {
    for value in values {
        table.number(value);
    }
}

fn small(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
