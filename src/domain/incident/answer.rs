//! One answer, in the shape its field asks for.
//!
//! The only way in is [`Answer::read`]: what it lets through fits the field and its length.

use std::fmt;

use super::field::{Field, Shape};
use crate::moment::Moment;
use crate::text::{Text, TextError};
use crate::triage::{Kind, Place, State};

/// The longest answer in words, in characters; most fields hold less.
pub const LONGEST: usize = 2_000;

/// What was told about one thing.
#[derive(Clone, PartialEq, Eq)]
pub enum Answer {
    /// A day, perhaps with a time.
    Moment(Moment),
    /// Yes or no.
    YesNo(bool),
    /// What happened.
    Kind(Kind),
    /// How the phone was.
    State(State),
    /// The kind of place.
    Place(Place),
    /// Words, never empty.
    Words(Text<LONGEST>),
}

/// Why something typed is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// More characters than the field holds.
    TooLong {
        /// How many it holds.
        longest: usize,
        /// How many there were.
        found: usize,
    },
    /// Not a day, or a day and a time.
    NotAMoment,
    /// Not one of the values of the field.
    NotAChoice,
    /// The field belongs to a phone, or to the event, or is the log.
    WrongPlace,
    /// There is no phone with this number, or no room for one more phone or deed.
    NoRoom,
}

impl Answer {
    /// Reads what was typed or chosen; nothing typed, or `unknown`, leaves the field open.
    ///
    /// # Errors
    /// When it does not fit the field.
    pub fn read(field: Field, typed: &str) -> Result<Option<Self>, Refusal> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let chosen = |answer: Result<Self, crate::closed::Unlisted>| answer.map_err(|_| Refusal::NotAChoice);
        Ok(match field.shape() {
            Shape::Moment => Some(Self::Moment(typed.parse().map_err(|_| Refusal::NotAMoment)?)),
            Shape::YesNo => match typed {
                "yes" => Some(Self::YesNo(true)),
                "no" => Some(Self::YesNo(false)),
                _ => return Err(Refusal::NotAChoice),
            },
            Shape::Kind => known(chosen(typed.parse().map(Self::Kind))?),
            Shape::State => known(chosen(typed.parse().map(Self::State))?),
            Shape::Place => known(chosen(typed.parse().map(Self::Place))?),
            Shape::Words(longest) => words(typed, longest)?,
            Shape::Log => return Err(Refusal::WrongPlace),
        })
    }
}

/// "Unknown" is no answer: the field stays open.
fn known(answer: Answer) -> Option<Answer> {
    let open = [Answer::Kind(Kind::Unknown), Answer::State(State::Unknown), Answer::Place(Place::Unknown)];
    (!open.contains(&answer)).then_some(answer)
}

fn words(typed: &str, longest: usize) -> Result<Option<Answer>, Refusal> {
    let text: Text<LONGEST> = typed.try_into().map_err(|TextError::TooLong { longest: most, found }| {
        Refusal::TooLong { longest: longest.min(most), found }
    })?;
    let found = text.as_str().chars().count();
    if found > longest {
        return Err(Refusal::TooLong { longest, found });
    }
    Ok((!text.is_empty()).then_some(Answer::Words(text)))
}

/// As it is kept: a moment, `yes` or `no`, a name from a list, or the words. Reading it back gives the same answer.
impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Moment(moment) => moment.fmt(f),
            Self::YesNo(yes) => f.write_str(if *yes { "yes" } else { "no" }),
            Self::Kind(kind) => kind.fmt(f),
            Self::State(state) => state.fmt(f),
            Self::Place(place) => place.fmt(f),
            Self::Words(words) => f.write_str(words.as_str()),
        }
    }
}

/// Says what sort of answer it is, never what it says.
impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Moment(_) => "Moment(..)",
            Self::YesNo(_) => "YesNo(..)",
            Self::Kind(_) => "Kind(..)",
            Self::State(_) => "State(..)",
            Self::Place(_) => "Place(..)",
            Self::Words(_) => "Words(..)",
        })
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { longest, found } => write!(f, "{found} characters where {longest} fit"),
            Self::NotAMoment => f.write_str("not a day, or a day and a time"),
            Self::NotAChoice => f.write_str("not one of the values of this field"),
            Self::WrongPlace => f.write_str("this field is kept elsewhere"),
            Self::NoRoom => f.write_str("no such phone, or no room for more"),
        }
    }
}
