//! What a person can ask for, one file each.
//! Every command sets up for itself what it needs, so their order never matters.

pub mod audit;
pub mod build;
pub mod dev;
pub mod serve;
pub mod set_up;
pub mod test;
