//! The texts of the report as the real words give them: from one filled form, for every recipient.

use domain::clock::Clock;
use domain::incident::{Act, Deed, Field, Incident, Shape};
use domain::language::Language;
use domain::report::Recipient;
use domain::triage::{Kind, Place, State};

use crate::parts::letter::Words;
use crate::parts::said::{Said, Spoken as _};

/// The words as the browser hears them.
fn words() -> Words {
    let content = content::load().expect("the content is sound");
    let written = super::report::letter(&content, Language::English).expect("the words of the report");
    let mut said = Said::new();
    written.say(&mut said, "letter");
    Words::hear(&said, "letter")
}

/// What is typed for a field, and what a text then says of it.
fn typed(field: Field) -> (String, String) {
    let (typed, said) = match field.shape() {
        Shape::Moment => ("2026-11-20T18:05", "20 November 2026, 18:05"),
        Shape::YesNo => ("yes", "Yes"),
        Shape::Kind => (Kind::Robbed.slug(), "Taken with force or a threat"),
        Shape::State => (State::PasscodeSeen.slug(), "They saw my passcode"),
        Shape::Place => (Place::Rail.slug(), "Train, Tube, tram or station"),
        Shape::Words(_) => return (format!("needle {field}"), format!("needle {field}")),
        Shape::Log => ("", "20 November 2026, 18:20 (UK time): Told the bank."),
    };
    (typed.to_owned(), said.to_owned())
}

fn filled() -> Incident {
    let mut incident = Incident::default();
    for field in Field::ALL.iter().copied() {
        let (typed, _) = typed(field);
        if field.is_about_the_phone() {
            incident.write_phone(0, field, &typed).expect("it fits");
        } else if field.shape() != Shape::Log {
            incident.write(field, &typed).expect("it fits");
        }
    }
    incident.record(deed(Act::BankTold)).expect("there is room");
    incident
}

fn deed(act: Act) -> Deed {
    let text = |words: &str| words.try_into().expect("short");
    Deed {
        act,
        at: "2026-11-20T18:20".parse().expect("a moment"),
        clock: Clock::Uk,
        whom: "Ada, fraud desk".try_into().expect("short"),
        note: text("two cards frozen"),
        place: text("12 Lamb Street"),
        accuracy: "50 m".try_into().expect("short"),
    }
}

#[test]
fn one_filled_form_gives_every_recipient_all_they_ask_for_once_and_in_their_order() {
    let (words, incident) = (words(), filled());
    for recipient in Recipient::ALL.iter().copied() {
        let text = words.text(&incident, recipient);
        let mut rest = text.as_str();
        for field in recipient.asks().iter().copied() {
            let (_, said) = typed(field);
            let line = if field == Field::Done {
                format!("\n{}:\n- {said}", words.label(field))
            } else {
                format!("\n{}: {said}\n", words.label(field))
            };
            let place = rest.find(&line);
            assert!(place.is_some(), "{recipient}: no {line:?}, or not in their order, in\n{text}");
            // The line end may begin the next line.
            rest = rest.split_at(place.unwrap_or_default() + line.len() - 1).1;
            assert_eq!(text.matches(&line).count(), 1, "{recipient} is told {line:?} twice");
        }
        let others = Field::ALL.iter().filter(|field| !recipient.asks().contains(field));
        for other in others.map(|field| format!("needle {field}")) {
            assert!(!text.contains(&format!("{other}\n")), "{recipient} did not ask for {other}");
        }
        let frame = &words.recipient[recipient.slug()];
        assert!(text.starts_with(&frame.opening) && text.ends_with(&frame.closing), "{recipient}");
        assert!(!text.contains('{'), "{recipient}: a place was not filled in\n{text}");
        let empty = words.text(&Incident::default(), recipient);
        assert_eq!(empty, format!("{}\n\n{}", frame.opening, frame.closing), "{recipient}");
    }
}

#[test]
fn two_phones_stand_apart_and_one_has_no_heading() {
    let words = words();
    let mut incident = filled();
    assert!(!words.text(&incident, Recipient::Police).contains("Phone 1"));
    incident.write_phone(1, Field::Make, "Nokia").expect("it fits");
    for recipient in [Recipient::Network, Recipient::Police, Recipient::Register] {
        let text = words.text(&incident, recipient);
        let places = ["\n\nPhone 1\n", "needle make\n", "\n\nPhone 2\n", "Make: Nokia\n\n"].map(|part| text.find(part));
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{recipient}: {places:?}\n{text}");
    }
}

#[test]
fn a_number_that_is_not_proved_says_so() {
    let words = words();
    let said = |number: &str| {
        let mut incident = Incident::default();
        incident.write_phone(0, Field::Imei, number).expect("it fits");
        words.text(&incident, Recipient::Police)
    };
    assert!(said("352099001761481").contains("\nIMEI: 352099001761481\n"));
    assert!(said("352099001761482").contains("\nIMEI: 352099001761482 (not checked"));
    assert!(said("on the box").contains("\nIMEI: on the box\n"));
}

#[test]
fn a_line_of_the_log_says_when_by_whose_clock_whom_where_and_how_exactly() {
    let words = words();
    let told = words.deed(&deed(Act::Located));
    for part in ["20 November 2026, 18:20", "UK time", "Ada, fraud desk", "two cards frozen", "12 Lamb Street", "50 m"]
    {
        assert!(told.contains(part), "{part} is not in {told}");
    }
    let abroad = Deed { clock: "+02:00".parse().expect("a clock"), ..deed(Act::Locked) };
    assert!(words.deed(&abroad).contains("UTC+02:00"));
    let day = Deed { at: "2026-11-02".parse().expect("a day"), ..abroad };
    assert!(words.deed(&day).starts_with("2 November 2026 ("));
}

#[test]
fn a_text_to_be_read_out_takes_a_minute() {
    // People read 150 words a minute aloud when they are calm; what they typed themselves comes on top.
    let words = words();
    for recipient in [Recipient::Network, Recipient::Bank] {
        let text = words.text(&filled(), recipient);
        let count = text.split_whitespace().count();
        assert!(count <= 150, "{recipient}: {count} words");
    }
}
