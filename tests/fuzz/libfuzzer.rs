//! libFuzzer on one target, named in `RINGFENCE_FUZZ_TARGET`. `cargo xtask audit` builds and runs it.
//!
//! One program for all targets: they share what takes long to build.
#![no_main]

use std::sync::LazyLock;

use fuzz::target::Target;
use libfuzzer_sys::fuzz_target;

static TARGET: LazyLock<Target> = LazyLock::new(|| {
    let name = std::env::var("RINGFENCE_FUZZ_TARGET").unwrap_or_default();
    Target::named(&name).unwrap_or_else(|| panic!("RINGFENCE_FUZZ_TARGET names no target: {name:?}"))
});

fuzz_target!(init: LazyLock::force(&TARGET), |input: &[u8]| TARGET.try_on(input));
