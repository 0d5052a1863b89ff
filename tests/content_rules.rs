//! Every rule of the content, broken once in a small sound sample: the check must say which file, which line and what.
//!
//! Content is changed by people who do not program. One test a rule, named after it; the site's own content is held to the
//! same rules in `words.rs`.

use content::survey;
use domain::language::Language;
use tests::sample::{GUIDE, HELPLINE_WORDS, HELPLINES, HOME, Sample, TONE, WORDS, copy_folder};

/// Breaks the sample in one place, and expects exactly these complaints, a line each.
fn check(file: &str, from: &str, to: &str, says: &str) {
    assert_eq!(Sample::with(file, from, to).complaints(), says, "after {from:?} became {to:?}");
}

#[test]
fn nothing_is_wrong_with_the_sample_itself() {
    assert_eq!(Sample::default().complaints(), "");
}

#[test]
fn an_unknown_field_is_refused() {
    let fields = "expected one of `id`, `defends`, `weight`, `minutes`, `minimum`, `default`, `status`, `checked`, `see`, `twin`, `drawing`, \
                  `link`, `source`";
    check(GUIDE, "minutes = 2", "minuts = 2", &format!("guides/iphone.toml:7: unknown field `minuts`, {fields}"));
    let says = "guides/iphone.toml:35: unknown field `name`, expected `id` or `successor`";
    check(GUIDE, "id = \"iphone-find-me\"", "name = \"iphone-find-me\"", says);
    let says = "words/en/guides/iphone.toml:8: unknown field `cheque`, expected one of `title`, `why`, `path`, `how`, \
                `check`, `cost`, `link`";
    check(WORDS, "check = \"You see", "cheque = \"You see", says);
    let says = "official.toml:3: unknown field `holder`, expected one of `name`, `owner`, `subdomains`";
    let found = Sample::with("official.toml", "owner = \"Apple\"", "holder = \"Apple\"").complaints();
    assert!(found.contains(says), "{found}");
    check("names.toml", "names =", "name =", "names.toml:1: unknown field `name`, expected `names`");
    let says = "tone/en.toml:1: unknown field `blames`, expected one of `allowed`, `blame`, `idiom`, `fear`";
    check(TONE, "blame =", "blames =", says);
    let found = Sample::with(HELPLINES, "hours = \"office\"", "opens = \"office\"").complaints();
    assert!(found.starts_with("helplines.toml:10: unknown field `opens`, expected one of"), "{found}");
}

#[test]
fn a_value_outside_its_list_is_refused() {
    check(GUIDE, "weight = 5", "weight = 6", "guides/iphone.toml:6: a weight is a number from 1 to 5");
    for (from, to, line) in [
        ("defends = \"resale\"", "defends = \"rain\"", 5),
        ("default = \"on\"", "default = \"maybe\"", 9),
        ("status = \"verified\"", "status = \"sure\"", 10),
        ("minutes = 2", "minutes = 0", 7),
    ] {
        let found = Sample::with(GUIDE, from, to).complaints();
        assert!(found.starts_with(&format!("guides/iphone.toml:{line}: ")), "{to}: {found}");
    }
}

#[test]
fn a_duplicate_id_is_refused() {
    let twice =
        |file: &str, line: usize, id: &str| format!("{file}:{line}: {id} is named twice; a name stands for one thing");
    let (old, new) = ("id = \"iphone-find-me\"", "id = \"iphone-sim-pin\"");
    check(GUIDE, old, new, &twice(GUIDE, 35, "iphone-sim-pin"));
    let link = "[[step.link]]\nid = \"help\"\naddress = \"https://support.apple.com/en-gb/108794\"\n";
    check(GUIDE, link, &format!("{link}\n{link}"), &twice(GUIDE, 18, "help"));
    // The same name in two guides: the second one that is read is pointed at.
    let sample = Sample::default();
    sample.write("guides/pixel.toml", &sample.read(GUIDE));
    let found = sample.complaints();
    assert!(found.contains(&twice("guides/pixel.toml", 4, "iphone-find-my")), "{found}");
    let row = "[[bank]]\nid = \"159\"\n";
    let sample = Sample::default();
    let (_, bank) = sample.read(HELPLINES).split_once(row).map(|(a, b)| (a.to_owned(), b.to_owned())).expect("a bank");
    sample.write(HELPLINES, &format!("{}\n{row}{bank}", sample.read(HELPLINES)));
    assert_eq!(sample.complaints(), twice(HELPLINES, 29, "159"));
    let found = Sample::with(WORDS, "[step.iphone-sim-pin]", "[step.iphone-find-my]").complaints();
    assert!(found.starts_with("words/en/guides/iphone.toml:12: duplicate key"), "{found}");
}

#[test]
fn an_unused_id_is_refused() {
    // Words for a step, a label for a link, words for a helpline, a file for a guide, a folder for a language.
    let words =
        "[step.iphone-sim-lock]\ntitle = \"Lock\"\nwhy = \"It locks.\"\nhow = \"Lock it.\"\n\n[step.iphone-sim-pin]";
    let says = "words/en/guides/iphone.toml:12: there is no step iphone-sim-lock, but there are words for it";
    check(WORDS, "[step.iphone-sim-pin]", words, says);
    let label = "link.help = \"Apple: Activation Lock\"";
    let says = "words/en/guides/iphone.toml:4: step iphone-find-my has no link map, but a label for it";
    check(WORDS, label, &format!("{label}\nlink.map = \"Map\""), says);
    let says = "words/en/helplines.toml: ee: it has hours in the words exactly when the row's hours are office\n\
                words/en/helplines.toml:35: o2: there are words for it, but no row";
    check(HELPLINE_WORDS, "[network.ee]", "[network.o2]", says);
    for file in ["guides/toaster.toml", "words/en/guides/toaster.toml"] {
        check(file, "", "", &format!("{file}: nothing on the site has the name of this file"));
    }
    check("words/fr/home.toml", "", "", "words/fr: no language of the site has the tag that this folder has");
}

#[test]
fn a_step_without_words_is_refused() {
    let sample = Sample::default();
    let words = sample.read(WORDS);
    let (kept, _) = words.split_once("[step.iphone-sim-pin]").expect("the sample has words for two steps");
    sample.write(WORDS, kept);
    assert_eq!(sample.complaints(), "words/en/guides/iphone.toml: step iphone-sim-pin has no words");
    let path = "path = [\"Settings\", \"[your name]\", \"Find My\"]";
    let says = "words/en/guides/iphone.toml:4: step iphone-find-my has neither a path nor a how: it says nothing to do";
    check(WORDS, path, "", says);
    check(WORDS, "A thief cannot sell it.", " ", "words/en/guides/iphone.toml:6: the text is empty");
    let says = "words/en/guides/iphone.toml:4: link help of step iphone-find-my has no label";
    check(WORDS, "link.help = \"Apple: Activation Lock\"", "", says);
    let sample = Sample::default();
    sample.remove(WORDS);
    let (_, complaints) = survey(sample.folder(), Language::RELEASED);
    assert!(complaints.iter().any(|one| one.to_string() == "words/en: the guide iphone has no words yet"));
}

#[test]
fn a_step_without_a_source_is_refused() {
    let source = "[[step.source]]\ntitle = \"A guide without an address\"\nseen = 2026-11-22\n";
    check(GUIDE, source, "", "guides/iphone.toml:23: iphone-sim-pin has no source");
    let source = "[[network.source]]\ntitle = \"EE help\"\nseen = 2026-11-22\n";
    check(HELPLINES, source, "", "helplines.toml:2: ee has no source");
}

#[test]
fn a_step_without_a_date_is_refused() {
    check(GUIDE, "checked = 2026-05-01\n", "", "guides/iphone.toml:23: iphone-sim-pin has no checked date");
    check(HELPLINES, "checked = 2026-11-22\n", "", "helplines.toml:2: ee has no checked date");
    check(GUIDE, "seen = 2026-11-21\n", "", "guides/iphone.toml:17: missing field `seen`");
    for day in ["2026-11-22T10:00:00", "1999-12-31"] {
        let says = "guides/iphone.toml:11: not a day of the calendar written YYYY-MM-DD";
        check(GUIDE, "checked = 2026-11-22", &format!("checked = {day}"), says);
    }
}

#[test]
fn a_step_is_named_after_its_guide() {
    let sample = Sample::with(GUIDE, "id = \"iphone-sim-pin\"", "id = \"pixel-sim-pin\"");
    sample.write(WORDS, &sample.read(WORDS).replace("iphone-sim-pin", "pixel-sim-pin"));
    let says = "guides/iphone.toml:23: the name of step pixel-sim-pin does not start with its guide's name";
    assert_eq!(sample.complaints(), says);
}

#[test]
fn a_step_sends_people_only_to_steps_that_exist() {
    for other in ["iphone-find-me", "iphone-nowhere"] {
        let see = format!("checked = 2026-05-01\nsee = [\"iphone-find-my\", \"{other}\"]");
        let says = format!("guides/iphone.toml: iphone-sim-pin sends people to {other}, and no guide has such a step");
        check(GUIDE, "checked = 2026-05-01", &see, &says);
    }
}

#[test]
fn only_a_phones_step_has_a_twin_and_it_is_an_accounts() {
    for other in ["iphone-find-my", "apple-nowhere"] {
        let twin = format!("checked = 2026-05-01\ntwin = \"{other}\"");
        let says = format!(
            "guides/iphone.toml: iphone-sim-pin has {other} as its twin: only a phone's step has one, and it is an account's"
        );
        check(GUIDE, "checked = 2026-05-01", &twin, &says);
    }
}

#[test]
fn a_link_goes_to_an_official_https_page_or_a_number() {
    let address = "https://support.apple.com/en-gb/108794";
    for (to, says) in [
        ("http://support.apple.com/", "an address starts with https://, tel: or sms:"),
        ("javascript:alert(1)", "an address starts with https://, tel: or sms:"),
        ("https://apple.com.example.net/", "its host is not in official.toml"),
        ("https://help.ee.co.uk/", "its host is not in official.toml"),
        ("tel:0800", "the number of a tel: or sms: link is + and 8 to 15 digits, or a short code of 3 to 6"),
    ] {
        check(GUIDE, address, to, &format!("guides/iphone.toml:15: {to}: {says}"));
    }
    let link = "https://support.apple.com/en-gb/118228";
    let says = "words/en/guides/iphone.toml:19: https://apple.example/: its host is not in official.toml";
    check(WORDS, link, "https://apple.example/", says);
    let says = "words/en/home.toml:1: https://apple.example: its host is not in official.toml";
    check(HOME, "Three doors", "See https://apple.example.", says);
    let says = "words/en/home.toml:1: http://apple.com/: an address starts with https://, tel: or sms:";
    check(HOME, "Three doors", "See http://apple.com/.", says);
    let says = "guides/iphone.toml:19: http://apple.com/: an address starts with https://, tel: or sms:";
    check(GUIDE, "https://support.apple.com/guide/security", "http://apple.com/", says);
    check(
        HELPLINES,
        "https://ee.co.uk/help",
        "https://ee.example/",
        "helplines.toml:9: https://ee.example/: its host is not in official.toml",
    );
}

#[test]
fn raw_html_is_refused() {
    let html = "there is HTML in the text";
    for tag in ["<b>a new one</b>", "<br>", "<!-- a new one -->"] {
        check(WORDS, "**a new one**", tag, &format!("words/en/guides/iphone.toml:15: {html}"));
    }
    check(WORDS, "A thief cannot sell it.", "It <i>stays</i>.", &format!("words/en/guides/iphone.toml:6: {html}"));
    check(HOME, "Three doors", "Three <b>doors</b>", &format!("words/en/home.toml:1: title: {html}"));
    check(GUIDE, "Apple Platform Security", "Apple <b>Security</b>", &format!("guides/iphone.toml:18: {html}"));
    check(GUIDE, "iOS 7", "<b>iOS 7</b>", &format!("guides/iphone.toml:8: {html}"));
    check(HELPLINE_WORDS, "Ring your bank.", "Ring <b>it</b>.", &format!("words/en/helplines.toml:24: {html}"));
}

#[test]
fn only_the_subset_of_markdown_passes() {
    for (to, says) in [
        ("*a new one*", "only **strong** may be used, and no line breaks inside a paragraph"),
        ("![a](https://apple.com/a.png)", "a text has no pictures"),
        ("**[a](https://apple.com/)**", "a link is written [words](address)"),
        ("<https://apple.com/>", "a link is written [words](address)"),
        ("[a](javascript:alert(1))", "an address starts with https://, tel: or sms:"),
        ("\n    - one\n", "strong words, links and list items hold plain words only, and lists do not nest"),
        ("\n\n# Heading\n", "a text has no headings"),
        ("\n\n> quoted\n", "only paragraphs and lists may be used; a line must not start with four spaces"),
        ("\n\n| a |\n|---|\n| b |\n", "only paragraphs and lists may be used; a line must not start with four spaces"),
    ] {
        check(WORDS, "**a new one**", to, &format!("words/en/guides/iphone.toml:15: {says}"));
    }
    let says = "words/en/guides/iphone.toml:6: this text is shown as it stands and must have no markup";
    check(WORDS, "A thief cannot sell it.", "A thief **cannot** sell it.", says);
}

#[test]
fn a_placeholder_stands_in_every_language_and_only_where_it_is_filled() {
    // A pseudo-language's folder stands in for a translation: the check does not ask which language it is.
    let languages = [Language::English, Language::PseudoLong];
    let sample = Sample::default();
    copy_folder(&sample.folder().join("words/en"), &sample.folder().join("words/en-XA"));
    sample.write("tone/en-XA.toml", &sample.read(TONE));
    let complaints = || {
        let (_, mut complaints) = survey(sample.folder(), &languages);
        complaints.retain(|complaint| !complaint.is_gap());
        complaints.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let translated = |text: &str| {
        sample.write("words/en-XA/home.toml", text);
        complaints()
    };
    assert_eq!(translated("title = 'Drei'\nleft = 'Noch {count}'\n"), [""; 0]);
    assert_eq!(
        translated("title = 'Drei'\nleft = 'Noch {zahl}'\n"),
        [
            "words/en-XA/home.toml:2: left: {count} stands in one language only",
            "words/en-XA/home.toml:2: left: {zahl} stands in one language only"
        ]
    );
    assert_eq!(translated("title = 'Drei'\n"), ["words/en-XA/home.toml: left is not translated"]);
    assert_eq!(
        translated("title = 'Drei'\nleft = '{count}'\nmore = 'Mehr'\n"),
        ["words/en-XA/home.toml:3: more stands in this language only"]
    );
    sample.remove("words/en-XA/home.toml");
    assert_eq!(complaints(), ["words/en-XA: the page home is not translated"]);
    let says = "words/en/guides/iphone.toml:6: step.iphone-find-my.why: nothing fills {count} in a guide";
    check(WORDS, "A thief cannot sell it.", "It stops {count} thieves.", says);
}

#[test]
fn a_retired_id_leads_to_a_living_step() {
    let successor = "successor = \"iphone-find-my\"";
    let says = "guides/iphone.toml:35: retired step iphone-find-me has no successor among the steps";
    check(GUIDE, successor, "", says);
    check(GUIDE, successor, "successor = \"iphone-nowhere\"", says);
    let circle = "guides/iphone.toml:35: retired step iphone-find-me leads in a circle, and to no step";
    check(GUIDE, successor, "successor = \"iphone-find-me\"", circle);
    let more = |id: &str, successor: &str| format!("\n\n[[retired]]\nid = \"{id}\"\nsuccessor = \"{successor}\"");
    let broken = format!("successor = \"iphone-b\"{}", more("iphone-b", "iphone-nowhere"));
    let b = "guides/iphone.toml:39: retired step iphone-b";
    check(GUIDE, successor, &broken, &format!("{says}\n{b} has no successor among the steps"));
    let ring = format!("successor = \"iphone-b\"{}", more("iphone-b", "iphone-find-me"));
    check(GUIDE, successor, &ring, &format!("{circle}\n{b} leads in a circle, and to no step"));
}

#[test]
fn words_that_blame_or_frighten_and_idioms_are_refused() {
    for (text, phrase, why) in [
        ("You should have locked it.", "should have", "it blames the reader"),
        ("This is a piece of  cake.", "piece of cake", "it is an idiom"),
        ("NIGHTMARE thieves!", "nightmare", "it frightens"),
    ] {
        let says =
            format!("words/en/guides/iphone.toml:6: step.iphone-find-my.why: “{phrase}” is not used here: {why}");
        check(WORDS, "A thief cannot sell it.", text, &says);
        let says = format!("words/en/home.toml:1: title: “{phrase}” is not used here: {why}");
        check(HOME, "Three doors", text, &says);
    }
    let sample = Sample::default();
    sample.remove(TONE);
    assert!(sample.complaints().starts_with("tone/en.toml: the file cannot be read"), "{}", sample.complaints());
}

#[test]
fn helplines_keep_their_rules() {
    check(
        HELPLINES,
        "+44 7953 966150",
        "07953 966150",
        "helplines.toml:8: a phone number starts with + and the country, unless it has 3 to 6 digits",
    );
    check(
        HELPLINES,
        "status = \"secondary\"",
        "status = \"general\"",
        "helplines.toml:17: 159: a row with status general carries no number",
    );
    check(HELPLINES, "another_phone = \"159\"", "", "helplines.toml:17: 159: a row carries a number or web");
    check(
        HELPLINES,
        "another_phone = \"159\"",
        "own_phone = \"159\"",
        "helplines.toml:17: 159: only networks have own_phone",
    );
    check(HELPLINES, "https://ee.co.uk/help", "tel:999", "helplines.toml:2: ee: web is an https:// page");
    let named = "words/en/helplines.toml:38: 159: it has its name either in the row or in the words";
    check(HELPLINE_WORDS, "name = \"Banks on this code\"", "", named);
    check(
        HELPLINE_WORDS,
        "chat = \"A chat.\"\n",
        "",
        "words/en/helplines.toml:11: hours: one of the hours has no words",
    );
}
