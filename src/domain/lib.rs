//! What is true: the nouns and rules of Ringfence, with no clock, no input or output and no browser.
//!
//! Everything here is a plain value or a pure function, so that every rule can be read and tested without a page.

mod check_digit;
mod closed;
mod placeholder;
mod proved;

pub mod account;
pub mod area;
pub mod asset;
pub mod change;
pub mod digit;
pub mod directory;
pub mod draft;
pub mod effect;
pub mod eid;
pub mod enquiry;
pub mod estimate;
pub mod event;
pub mod form;
pub mod gazetteer;
pub mod guide;
pub mod iccid;
pub mod imei;
pub mod incident;
pub mod kept_number;
pub mod language;
pub mod lookup;
pub mod meid;
pub mod moment;
pub mod outline;
pub mod pace;
pub mod period;
pub mod phone;
pub mod place;
pub mod plan;
pub mod platform;
pub mod postcode;
pub mod reading;
pub mod record;
pub mod repair;
pub mod report;
pub mod risk;
pub mod route;
pub mod saved;
pub mod search;
pub mod serial;
pub mod session;
pub mod step;
pub mod store;
pub mod table;
pub mod tac;
pub mod text;
pub mod tick;
pub mod triage;
