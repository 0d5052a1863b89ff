//! Every seed and every kept input again, in every build and without a fuzzer.
//!
//! A finding that was mended stays mended: its input is kept, and tried here.

use fuzz::corpus;
use fuzz::target::Target;

#[test]
fn every_seed_and_every_kept_input_holds() {
    for target in Target::ALL {
        let kept = corpus::kept(target).unwrap_or_else(|error| panic!("{}: {error}", target.name()));
        let seeds = target.seeds();
        assert!(!kept.is_empty() && !seeds.is_empty(), "{}: nothing to try", target.name());
        for input in kept.iter().chain(&seeds) {
            target.try_on(input);
            // And cut short, as downloads and cameras do.
            target.try_on(&input[..input.len() / 2]);
        }
        println!("{}: {} kept, {} seeds", target.name(), kept.len(), seeds.len());
    }
}

#[test]
fn a_target_is_found_by_its_name() {
    for target in Target::ALL {
        assert_eq!(Target::named(target.name()), Some(target));
    }
    assert_eq!(Target::named("everything"), None);
}
