//! Numbers in pictures: found on labels as people photograph them, and never made up.
//!
//! Labels are drawn by encoders that know nothing of the reader. This is the quick half; `tools pictures` measures the rest.

use barcode::{Certainty, Hit, LARGEST, Picture, SMALLEST_SIDE, Search, Symbology, read};
use fastrand::Rng;
use tools::pictures::label::{Label, Layout};
use tools::pictures::photograph::Condition;
use tools::pictures::{CALM, Tally};

/// The tallies of every layout under one condition.
fn all_layouts(condition: Condition) -> Tally {
    let tallies = Layout::ALL.into_iter().map(|layout| Tally::of(layout, &condition, 7).expect("a label"));
    tallies.fold(Tally::default(), Tally::and)
}

#[test]
fn calm_photographs_give_nearly_every_number_and_nothing_else() {
    let calm = Condition { bar: 2.5, ..CALM };
    let mut all = Tally::default();
    for (name, condition) in [
        ("turned a little", Condition { turn: 7.0, ..calm }),
        ("turned far", Condition { turn: -30.0, ..calm }),
        ("upside down", Condition { turn: 180.0, ..calm }),
        ("pale and a little blurred", Condition { contrast: 0.4, blur: 0.4, ..calm }),
    ] {
        let tally = all_layouts(condition);
        assert_eq!((tally.agreed + tally.once, tally.wrong_agreed, tally.wrong_once), (tally.numbers, 0, 0), "{name}");
        all = all.and(tally);
    }
    assert!(all.rate() >= 0.95, "{all:?}");
}

#[test]
fn a_hard_photograph_gives_no_wrong_number() {
    let hard = Condition { bar: 1.5, turn: 12.0, noise: 12.0, glare: 3, ..CALM };
    for (layout, condition) in [
        (Layout::SideBySide, hard),
        (Layout::Old, Condition { blur: 0.7, ..hard }),
        (Layout::SmallSquare, Condition { contrast: 0.3, ..hard }),
    ] {
        let tally = Tally::of(layout, &condition, 21).expect("a label");
        assert_eq!(tally.wrong_agreed, 0, "{layout:?} {tally:?}");
    }
}

#[test]
fn each_number_comes_once_with_its_code() {
    let mut chance = Rng::with_seed(3);
    for (layout, symbology) in [
        (Layout::SideBySide, Symbology::Code128),
        (Layout::Old, Symbology::Code39),
        (Layout::SmallSquare, Symbology::DataMatrix),
        (Layout::Screen, Symbology::QrCode),
    ] {
        let label = Label::draw(layout, &mut chance).expect("a label");
        let mut hits = read(CALM.photograph(&label, &mut chance).expect("a picture"));
        hits.sort_by_key(|hit| hit.imei);
        let mut expected: Vec<Hit> =
            label.imeis.iter().map(|&imei| Hit { imei, symbology, certainty: Certainty::Agreed }).collect();
        expected.sort_by_key(|hit| hit.imei);
        assert_eq!(hits, expected, "{layout:?}");
    }
}

#[test]
fn one_look_is_not_enough_to_be_believed() {
    let mut chance = Rng::with_seed(4);
    let label = Label::draw(Layout::Screen, &mut chance).expect("a label");
    let mut search = Search::new(CALM.photograph(&label, &mut chance).expect("a picture"));
    let mut first = Vec::new();
    while first.is_empty() && search.step() {
        first = search.hits();
    }
    assert!(first.iter().all(|hit| hit.certainty == Certainty::SeenOnce) && !first.is_empty(), "{first:?}");
    while search.step() {}
    assert!(search.hits().iter().all(|hit| hit.certainty == Certainty::Agreed), "{:?}", search.hits());
}

#[test]
fn whatever_the_bytes_the_search_ends_and_finds_nothing() {
    let mut chance = Rng::with_seed(5);
    let (width, height) = (160, 90);
    let pixels = width * height;
    let noise: Vec<u8> = (0..pixels).map(|_| chance.u8(..)).collect();
    let stripes = (0..pixels).map(|place| if place % width % 7 < 3 { 0 } else { 255 }).collect();
    let squares =
        (0..pixels).map(|place| if (place % width / 3 + place / width / 3) % 2 == 0 { 0 } else { 255 }).collect();
    let ramp = (0..pixels).map(|place| u8::try_from(place % 256).unwrap_or_default()).collect();
    for luma in [vec![0; pixels], vec![255; pixels], noise, stripes, squares, ramp] {
        let picture = Picture::from_luma(luma, width, height).expect("a picture");
        let mut search = Search::new(picture);
        while search.step() {
            let (done, most) = search.progress();
            assert!(done < most && most < 400, "{done} of {most}");
        }
        assert!(search.hits().is_empty(), "{:?}", search.hits());
    }
    for (width, height) in [(SMALLEST_SIDE, SMALLEST_SIDE), (SMALLEST_SIDE, 3_000), (3_000, SMALLEST_SIDE)] {
        let noise = (0..width * height).map(|_| chance.u8(..)).collect();
        assert!(read(Picture::from_luma(noise, width, height).expect("a picture")).is_empty());
    }
    assert!(Picture::from_rgba(&vec![0; 4 * (LARGEST + 1)], LARGEST + 1, 1).is_err());
}

#[test]
fn no_number_shows_in_debug_output() {
    let mut chance = Rng::with_seed(6);
    let label = Label::draw(Layout::Old, &mut chance).expect("a label");
    let hits = read(CALM.photograph(&label, &mut chance).expect("a picture"));
    let shown = format!("{hits:?}");
    assert!(!hits.is_empty() && !label.imeis.iter().any(|imei| shown.contains(imei.as_str())), "{shown}");
}
