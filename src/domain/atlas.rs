//! Every ward in a table and on a map: which borough is looked at, which rows show and in which order.
//!
//! The table is the way in for everyone; the map shows the same again.

use crate::area::Area;
use crate::comparison::wards_of;
use crate::gazetteer::{AreaId, Gazetteer};
use crate::place::{AreaCode, BoroughCode};
use crate::search::fold;

/// What a person does with the table and the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Look at one borough, or at all of London.
    Within(Option<BoroughCode>),
    /// Only wards whose names hold this.
    Named(String),
    /// Sort by a column; by the same one again, the other way round.
    By(Column),
    /// Show every row that fits.
    All,
    /// The pointer or the focus is on this area, or has left it.
    Pointed(Option<AreaCode>),
}

/// What the rows are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// The ward's name.
    #[default]
    Name,
    /// Its level.
    Level,
    /// Its count.
    Count,
    /// Its rate.
    Rate,
}

/// What the table and the map show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Atlas {
    open: bool,
    within: Option<BoroughCode>,
    named: String,
    column: Column,
    descending: bool,
    all: bool,
    pointed: Option<AreaCode>,
    /// Goes up with every change of the rows.
    revision: u32,
}

impl Column {
    /// Every column, in the table's order.
    pub const ALL: [Self; 4] = [Self::Name, Self::Level, Self::Count, Self::Rate];

    /// The id of its heading.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Name => "by-name",
            Self::Level => "by-level",
            Self::Count => "by-count",
            Self::Rate => "by-rate",
        }
    }
}

impl Atlas {
    /// How many rows show before a person asks for all: they fit a few screens of a phone, and draw at once.
    pub const FIRST_ROWS: usize = 50;

    /// Somebody looked: the figures and the outlines are worth fetching.
    pub const fn is_open(&self) -> bool {
        self.open
    }

    /// The borough that is looked at; none is all of London.
    pub const fn within(&self) -> Option<BoroughCode> {
        self.within
    }

    /// The column that decides, and whether the largest stands first.
    pub const fn order(&self) -> (Column, bool) {
        (self.column, self.descending)
    }

    /// The area under the pointer or the focus.
    pub const fn pointed(&self) -> Option<AreaCode> {
        self.pointed
    }

    /// A number that goes up with every change of the rows.
    pub const fn revision(&self) -> u32 {
        self.revision
    }

    /// Does what the person asked.
    pub fn turn(&mut self, turn: Turn) {
        if let Turn::Pointed(code) = turn {
            self.pointed = code.or(self.pointed);
            return;
        }
        self.revision += 1;
        match turn {
            Turn::Within(borough) => {
                (self.open, self.within, self.pointed, self.all) = (true, borough, None, false);
            }
            Turn::Named(text) => self.named = text,
            Turn::By(column) => {
                // Names begin at A, everything else with the most.
                self.descending = if column == self.column { !self.descending } else { column != Column::Name };
                self.column = column;
            }
            Turn::All => self.all = true,
            Turn::Pointed(_) => {}
        }
    }

    /// The wards that show, in order, and how many there are in all.
    pub fn rows<'a>(&self, gazetteer: &'a Gazetteer) -> (Vec<(AreaId, &'a Area)>, usize) {
        let named = fold(&self.named);
        let fits = |area: &Area| {
            self.within.is_none_or(|borough| area.borough == borough)
                && (named.is_empty() || fold(&area.name).contains(&named))
        };
        let mut rows: Vec<(AreaId, &Area)> = Vec::new();
        let wards = gazetteer.areas().skip(gazetteer.boroughs());
        // The City is one area: it stands for its wards.
        let city = gazetteer.areas().take(1).filter(|(_, area)| area.code == AreaCode::Borough(BoroughCode::CITY));
        for row in wards.chain(city).filter(|(_, area)| fits(area)) {
            let place = rows.partition_point(|known| !self.before(row.1, known.1));
            rows.insert(place, row);
        }
        let count = rows.len();
        if !self.all && self.within.is_none() {
            rows.truncate(Self::FIRST_ROWS);
        }
        (rows, count)
    }

    /// Whether one row stands before another.
    fn before(&self, one: &Area, two: &Area) -> bool {
        let key = |area: &Area| match self.column {
            Column::Name => 0,
            Column::Level => area.figures.levels.number() % 5 * 2 + area.figures.levels.number() / 5,
            Column::Count => area.figures.total(),
            Column::Rate => area.figures.rate.mean().millionths(),
        };
        let (first, second) = if self.descending { (two, one) } else { (one, two) };
        // Wards of the same level or count stand by their names.
        key(first) < key(second) || (key(first) == key(second) && first.name < second.name)
    }
}

/// The codes of an area's wards on the map: of a borough all of them, of the City itself.
pub fn drawn_in(gazetteer: &Gazetteer, borough: BoroughCode) -> Vec<AreaId> {
    if borough == BoroughCode::CITY {
        gazetteer.find(AreaCode::Borough(borough)).into_iter().collect()
    } else {
        wards_of(gazetteer, borough).map(|(id, _)| id).collect()
    }
}
