//! Round the answer of the Area walk: months, comparisons, every ward in a table, the device's own place, and addresses.
//!
//! On the tables that ship, and on a small map made by hand where edges, holes and islands have to be exact.

use std::fs;

use domain::atlas::{Atlas, Column, Turn};
use domain::comparison::{Comparison, SIMILAR};
use domain::effect::{Document, Effect, File};
use domain::event::{Event, FetchError, Refused};
use domain::gazetteer::{AreaId, Gazetteer};
use domain::lookup::{ANSWER, KEEP, ROWS, YEARS};
use domain::outline::Outlines;
use domain::place::AreaCode;
use domain::table::{TableKind, checksum};
use domain::whereabouts::{Fix, NoFix, Whereabouts};
use tests::journey::{Journey, given};
use tests::source::root;

fn bytes(file: File) -> Vec<u8> {
    let path = root().join("public").join(file.address().trim_start_matches('/'));
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn arrives(file: File) -> Event {
    Event::Fetched(file, Ok(bytes(file)))
}

fn fetch(file: File) -> Effect {
    Effect::Fetch(file)
}

fn gazetteer() -> Gazetteer {
    Gazetteer::parse(&bytes(File::Areas)).expect("the committed table reads")
}

fn code(text: &str) -> AreaCode {
    text.parse().expect("a code")
}

fn find(gazetteer: &Gazetteer, text: &str) -> AreaId {
    gazetteer.find(code(text)).expect("it is listed")
}

fn named(journey: &Journey) -> Option<String> {
    let session = journey.session();
    session.lookup.area(session.answered_area()?).map(|area| area.code.to_string())
}

const PRESTON: &str = "E05013506";
const WESTMINSTER: &str = "E09000033";

#[test]
fn a_link_with_a_code_is_answered_as_soon_as_the_figures_are_here() {
    let page = given()
        .when(Event::AreaNamed(PRESTON.to_owned()))
        .then([fetch(File::Areas)])
        .when(arrives(File::Areas))
        .then([fetch(File::WardMonths), Effect::Focus(ANSWER)]);
    assert_eq!(named(&page).as_deref(), Some(PRESTON));
    // A second one finds the tables here.
    let page = page
        .when(arrives(File::WardMonths))
        .when(Event::AreaNamed(WESTMINSTER.to_owned()))
        .then([fetch(File::BoroughMonths), Effect::Focus(ANSWER)]);
    assert_eq!(named(&page).as_deref(), Some(WESTMINSTER));
}

#[test]
fn an_address_that_names_no_area_changes_nothing() {
    for text in ["", "borrowed", "SW1A 2AA", "E05", "E05999999", "main"] {
        let page = given().when(Event::AreaNamed(text.to_owned())).when(arrives(File::Areas));
        assert_eq!(named(&page), None, "{text}");
    }
}

#[test]
fn a_chosen_area_stays_chosen_when_a_table_arrives_later() {
    // Two wards are called Abbey: asked anew by its name, neither would be the answer.
    let page = given().when(Event::AreaTyped("abbey".to_owned())).when(arrives(File::Areas));
    let abbey = page.session().lookup.suggestions().into_iter().next().expect("a suggestion").0;
    let page = page.when(Event::AreaChosen(abbey)).then([fetch(File::WardMonths)]);
    let before = named(&page);
    let page = page
        .when(Event::Atlas(Turn::Within(None)))
        .then([fetch(File::WardOutlines)])
        .when(arrives(File::WardOutlines))
        .when(arrives(File::WardMonths));
    assert!(before.is_some() && named(&page) == before);
}

#[test]
fn an_answer_stands_without_its_months_and_asking_again_fetches_them() {
    given()
        .when(Event::AreaTyped("Camden".to_owned()))
        .when(arrives(File::Areas))
        .when(Event::AreaAsked)
        .then([fetch(File::BoroughMonths)])
        .when(Event::Fetched(File::BoroughMonths, Err(FetchError::Unreachable)))
        .then([])
        .and(|page| {
            let id = page.answered_area().expect("the answer stands");
            assert_eq!(page.almanac.months(id), None);
        })
        .when(Event::AreaAsked)
        .then([fetch(File::BoroughMonths)])
        .when(arrives(File::BoroughMonths))
        .and(|page| {
            let id = page.answered_area().expect("the answer stands");
            assert_eq!(page.almanac.years(id, false).map(|months| months.len()), Some(195));
        });
}

#[test]
fn a_wards_early_years_come_only_when_asked_for() {
    given()
        .when(Event::AreaNamed(PRESTON.to_owned()))
        .when(arrives(File::Areas))
        .when(arrives(File::WardMonths))
        .and(|page| assert_eq!(page.almanac.years(page.answered_area().expect("an answer"), true), None))
        .when(Event::HistoryAsked)
        .then([Effect::Focus(YEARS), fetch(File::WardHistory)])
        .when(Event::HistoryAsked)
        .then([Effect::Focus(YEARS)])
        .when(arrives(File::WardHistory))
        .and(|page| {
            let months =
                page.almanac.years(page.answered_area().expect("an answer"), true).expect("all years are here");
            assert_eq!((months.len(), months[0].0.to_string().as_str()), (191, "2010-04"));
            assert!(months.windows(2).all(|pair| pair[0].0.after(1) == pair[1].0), "no month is missing");
        });
}

#[test]
fn a_ward_stands_beside_its_borough_london_and_ten_like_it() {
    let gazetteer = gazetteer();
    let preston = find(&gazetteer, PRESTON);
    let beside = Comparison::of(&gazetteer, preston).expect("a ward is compared");
    assert_eq!(beside.alike.len(), SIMILAR);
    assert!(!beside.alike.contains(&preston));
    // The same months and people as the borough's own figures, though not the same months: near, not equal.
    let brent = gazetteer.get(find(&gazetteer, "E09000005")).expect("Brent").figures.rate.mean().per_thousand();
    assert!((beside.borough.per_thousand() / brent - 1.0).abs() < 0.15, "{:?} {brent}", beside.borough);
    let own = gazetteer.get(preston).expect("Preston").figures;
    for id in &beside.alike {
        let other = gazetteer.get(*id).expect("it is listed").figures;
        for (one, two) in
            [(own.residents, other.residents), (own.workday.get(), other.workday.get()), (own.hectares, other.hectares)]
        {
            assert!(one * 2 > two && two * 2 > one, "{id:?}: {one} and {two}");
        }
    }
    assert_eq!(Comparison::of(&gazetteer, find(&gazetteer, WESTMINSTER)), None);
}

#[test]
fn the_table_shows_a_borough_whole_and_london_in_part_until_asked() {
    let gazetteer = gazetteer();
    let mut atlas = Atlas::default();
    assert!(!atlas.is_open());
    atlas.turn(Turn::Within(None));
    let (rows, count) = atlas.rows(&gazetteer);
    assert_eq!((rows.len(), count), (Atlas::FIRST_ROWS, 680));
    atlas.turn(Turn::All);
    assert_eq!(atlas.rows(&gazetteer).0.len(), 680);
    for (borough, wards) in [(WESTMINSTER, 18), ("E09000001", 1)] {
        let AreaCode::Borough(borough) = code(borough) else { panic!("a borough") };
        atlas.turn(Turn::Within(Some(borough)));
        let (rows, count) = atlas.rows(&gazetteer);
        assert_eq!((rows.len(), count), (wards, wards));
        assert!(rows.iter().all(|(_, area)| area.borough == borough));
    }
}

#[test]
fn rows_sort_both_ways_and_filter_by_name() {
    let gazetteer = gazetteer();
    let mut atlas = Atlas::default();
    let first = |atlas: &Atlas| atlas.rows(&gazetteer).0.first().map(|(_, area)| area.name.to_string());
    assert_eq!(first(&atlas).as_deref(), Some("Abbey"));
    atlas.turn(Turn::By(Column::Count));
    assert_eq!(atlas.order(), (Column::Count, true));
    assert_eq!(first(&atlas).as_deref(), Some("West End"));
    atlas.turn(Turn::All);
    let falling: Vec<u32> = atlas.rows(&gazetteer).0.iter().map(|(_, area)| area.figures.total()).collect();
    assert!(falling.windows(2).all(|pair| pair[0] >= pair[1]) && falling.len() == 680);
    atlas.turn(Turn::By(Column::Count));
    let rising: Vec<u32> = atlas.rows(&gazetteer).0.iter().map(|(_, area)| area.figures.total()).collect();
    assert!(rising.windows(2).all(|pair| pair[0] <= pair[1]));
    atlas.turn(Turn::Named("ABBEY r".to_owned()));
    assert_eq!(first(&atlas).as_deref(), Some("Abbey Road"));
    atlas.turn(Turn::Named("nowhere".to_owned()));
    assert_eq!(atlas.rows(&gazetteer), (Vec::new(), 0));
}

#[test]
fn what_is_drawn_anew_by_its_own_press_gets_the_focus_back() {
    for (turn, id) in [(Turn::By(Column::Count), "by-count"), (Turn::By(Column::Name), "by-name"), (Turn::All, ROWS)] {
        given().when(Event::Atlas(turn)).then([Effect::Focus(id)]);
    }
    given().when(Event::Atlas(Turn::Named("abbey".to_owned()))).then([]);
}

#[test]
fn the_pointer_changes_no_row_and_fetches_nothing() {
    let page = given().when(Event::Atlas(Turn::Pointed(Some(code(PRESTON))))).then([]);
    assert_eq!(page.session().atlas.pointed(), Some(code(PRESTON)));
    assert_eq!(page.session().atlas.revision(), 0);
}

/// The rings of one area, corner by corner.
type Rings<'a> = &'a [&'a [(i32, i32)]];

/// A map of two areas on a grid of 111 metres: a square with a hole, with an island of its own; and the square in the hole.
fn map(gazetteer: &Gazetteer) -> Outlines {
    let rings: [(u32, Rings); 2] = [
        (
            40,
            &[
                &[(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)],
                &[(40, 40), (60, 40), (60, 60), (40, 60), (40, 40)],
                &[(200, 0), (220, 0), (220, 20), (200, 20), (200, 0)],
            ],
        ),
        (41, &[&[(40, 40), (60, 40), (60, 60), (40, 60), (40, 40)]]),
    ];
    let mut body = Vec::new();
    let mut number = |mut value: u32| {
        while value > 127 {
            body.push(value.to_le_bytes()[0] | 128);
            value >>= 7;
        }
        body.push(value.to_le_bytes()[0]);
    };
    let count = |found: usize| u32::try_from(found).expect("a small map");
    let signed = |value: i32| ((value << 1) ^ (value >> 31)).cast_unsigned();
    number(gazetteer.edition());
    // Longitude 0, latitude 52; a thousand degrees are a million units.
    [signed(0), signed(52_000_000), 1_000_000, 1_000_000, 220, 100].into_iter().for_each(&mut number);
    let borders: Vec<&[(i32, i32)]> = rings.iter().flat_map(|(_, rings)| rings.iter().copied()).collect();
    number(count(borders.len()));
    for border in &borders {
        number(count(border.len()) - 1);
    }
    let mut start = (0, 0);
    for border in &borders {
        let mut at = start;
        for (place, point) in border.iter().enumerate() {
            number(signed(point.0 - at.0));
            number(signed(point.1 - at.1));
            at = *point;
            if place == 0 {
                start = at;
            }
        }
    }
    number(2);
    let mut border = 0;
    for (area, rings) in rings {
        number(area);
        number(count(rings.len()));
        for _ in rings {
            number(1);
            number(signed(border * 2));
            border += 1;
        }
    }
    let mut table = TableKind::Outlines.magic().to_vec();
    table.extend(checksum(&body).to_le_bytes());
    table.extend(body);
    Outlines::parse(&table, gazetteer).expect("the map reads")
}

#[test]
fn a_position_is_in_its_area_whatever_its_shape() {
    let gazetteer = gazetteer();
    let map = map(&gazetteer);
    let (ring, hole) = (AreaId::at(40), AreaId::at(41));
    let among = |areas: &[AreaId]| Whereabouts::Among(areas.to_vec());
    // In grid units, 0.001 of a degree each: about 69 metres to the east, 111 to the south.
    for (x, y, metres, expected) in [
        (10.0, 10.0, 20.0, Whereabouts::In(ring)),
        (50.0, 50.0, 20.0, Whereabouts::In(hole)),
        (210.0, 10.0, 20.0, Whereabouts::In(ring)),
        (150.0, 10.0, 20.0, Whereabouts::Outside),
        (-10.0, 10.0, 20.0, Whereabouts::Outside),
        (50.0, 39.0, 0.0, Whereabouts::In(ring)),
        (50.0, 41.0, 0.0, Whereabouts::In(hole)),
        // A corner and an edge belong to one area and no more.
        (0.0, 0.0, 0.0, Whereabouts::In(ring)),
        (60.0, 50.0, 0.0, Whereabouts::In(ring)),
        (40.0, 50.0, 0.0, Whereabouts::In(hole)),
        // The circle of doubt crosses a border: both, the nearer one first.
        (50.0, 41.0, 300.0, among(&[hole, ring])),
        (50.0, 39.0, 300.0, among(&[ring, hole])),
        // Just outside, but perhaps not.
        (50.0, 101.0, 300.0, among(&[ring])),
        (50.0, 50.0, Fix::TOO_ROUGH, among(&[hole, ring])),
        (50.0, 50.0, Fix::TOO_ROUGH + 1.0, Whereabouts::TooRough),
    ] {
        let fix = Fix::new(x / 1000.0, 52.0 - y / 1000.0, metres).expect("a position");
        assert_eq!(fix.on(&map), expected, "{x} {y} ± {metres} m");
    }
}

#[test]
fn what_is_no_position_cannot_be_made_and_none_is_told() {
    for (longitude, latitude, metres) in [
        (181.0, 0.0, 1.0),
        (0.0, 91.0, 1.0),
        (0.0, 0.0, -1.0),
        (f64::NAN, 0.0, 1.0),
        (0.0, f64::NAN, 1.0),
        (0.0, 0.0, f64::NAN),
    ] {
        assert_eq!(Fix::new(longitude, latitude, metres), None);
    }
    let told = format!("{:?}", Fix::new(-0.1277, 51.5035, 10.0));
    assert!(!told.contains("51") && !told.contains("0.1"), "{told}");
}

fn downing_street() -> Event {
    Event::Located(Ok(Fix::new(-0.127_7, 51.503_54, 30.0).expect("a position")))
}

#[test]
fn the_device_is_asked_only_on_a_press_and_answered_by_its_ward() {
    let asked = given().when(Event::LocationAsked).then([fetch(File::Areas), Effect::Locate]);
    // The device may answer before the map is here, or after.
    let early = asked.when(downing_street()).then([]).when(arrives(File::Areas)).then([fetch(File::WardOutlines)]);
    let early = early.when(arrives(File::WardOutlines)).then([fetch(File::WardMonths), Effect::Focus(ANSWER)]);
    assert_eq!(named(&early).as_deref(), Some("E05013806"));
    let late = given().when(Event::LocationAsked).when(arrives(File::Areas)).then([fetch(File::WardOutlines)]);
    let late = late.when(arrives(File::WardOutlines)).then([]).when(downing_street());
    assert_eq!(named(&late.then([fetch(File::WardMonths), Effect::Focus(ANSWER)])).as_deref(), Some("E05013806"));
}

#[test]
fn every_way_it_can_fail_has_its_state() {
    for why in [NoFix::Refused, NoFix::Unavailable, NoFix::Slow, NoFix::Missing] {
        given()
            .when(Event::LocationAsked)
            .when(Event::Located(Err(why)))
            .then([])
            .and(|page| assert_eq!(page.whereabouts, Whereabouts::Failed(why)));
    }
    given()
        .when(Event::LocationAsked)
        .when(downing_street())
        .when(Event::Fetched(File::Areas, Err(FetchError::Unreachable)))
        .then([])
        .and(|page| assert_eq!(page.whereabouts, Whereabouts::NoMap));
    let manchester = Event::Located(Ok(Fix::new(-2.24, 53.48, 30.0).expect("a position")));
    given()
        .when(Event::LocationAsked)
        .when(arrives(File::Areas))
        .when(arrives(File::WardOutlines))
        .when(manchester)
        .then([])
        .and(|page| assert_eq!((&page.whereabouts, page.lookup.answer()), (&Whereabouts::Outside, None)));
}

#[test]
fn an_address_goes_to_the_share_sheet_or_else_to_the_clipboard() {
    let address = || Document("https://example.org/en/area/#E05013806".to_owned());
    let shared = given().when(Event::AreaShared(address())).then([Effect::Share(address())]);
    shared.when(Event::Shared(Ok(true))).then([]);
    let refused = given().when(Event::AreaShared(address())).when(Event::Shared(Err(Refused)));
    refused.then([Effect::Copy(address())]);
}

#[test]
fn one_place_stays_beside_the_next() {
    let page =
        given().when(Event::AreaNamed(PRESTON.to_owned())).when(arrives(File::Areas)).when(Event::AreaKept(true));
    let preston = page.session().answered_area();
    let page = page.when(Event::AreaNamed(WESTMINSTER.to_owned()));
    assert_eq!(page.session().beside, preston);
    assert_ne!(page.session().answered_area(), preston);
    assert_eq!(page.when(Event::AreaKept(false)).then([Effect::Focus(KEEP)]).session().beside, None);
}
