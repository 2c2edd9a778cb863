//! REQ-3, WKS-9: the words by which mail is read are data: what is shipped can be used and goes out and in unchanged, a
//! language nobody ever heard of is read as well, what would be found in every mail is refused.

use chrono::NaiveDate;

use super::keys::KEYS;
use super::*;
use crate::text::language::guess;
use crate::text::when::{Read, find_deadline};

#[test]
fn wks_9_every_shipped_language_can_be_used_and_goes_out_and_comes_back_as_it_was() {
    for code in SHIPPED {
        let words = shipped_words(code).expect(code);
        assert_eq!(words.fault(), None, "{code}");
        let text = words_text(code, words);
        let (language, again) = words_from(&text).expect(code);
        assert_eq!((&*language, &again), (code, words));
        assert_eq!(words_text(&language, &again), text, "{code}");
        let shipped = format!("{}/assets/reading/{code}.toml", env!("CARGO_MANIFEST_DIR"));
        let file = std::fs::read_to_string(&shipped).expect("a file");
        if std::env::var_os("ENTREMISE_UPDATE").is_some() {
            std::fs::write(&shipped, &text).expect("written");
        } else {
            assert_eq!(
                file, text,
                "{code}: ENTREMISE_UPDATE=1 writes it as the program does"
            );
        }
    }
    let names: std::collections::BTreeSet<&str> = KEYS.iter().map(|key| key.name).collect();
    assert_eq!(names.len(), KEYS.len(), "a list stands twice");
}

/// What is changed in the Dutch file, into what, and what is said of it.
const WRONG: &[(&str, &str, &str)] = &[
    (
        "\"tegen\",",
        "\"x\",",
        "deadline.limits: \"x\" is too short",
    ),
    (
        "\"tegen\",",
        "\"het\",",
        "deadline.limits: \"het\" stands in almost every",
    ),
    (
        "\"tegen\",",
        "\"with\",",
        "deadline.limits: \"with\" stands in almost every",
    ),
    (
        "\"tegen\",",
        "\"tegen 4\",",
        "deadline.limits: \"tegen 4\" has a sign",
    ),
    ("\"tegen\",", "\"\\u001b[2J\",", "deadline.limits: "),
    ("\"tegen\",", "\"\",", "deadline.limits: \"\" is too short"),
    (
        "limits =",
        "limit =",
        "deadline.limit: there is no such list",
    ),
    (
        "january = [",
        "january = [\"feb\", ",
        "months.february: \"feb\" stands in months.january too",
    ),
    (
        "events = [",
        "events = [\n    \"offerte\",",
        "deadline.events: \"offerte\" stands in deadline.asks too",
    ),
    (
        "order = \"day\"",
        "order = \"week\"",
        "dates.order: \"week\" cannot be; write day, month, either",
    ),
    (
        "verbs_last = \"yes\"",
        "verbs_last = \"sometimes\"",
        "deadline.verbs_last: ",
    ),
    (
        "month_first_in = []",
        "month_first_in = [\"America\"]",
        "dates.month_first_in: ",
    ),
    ("march = [", "march = 3 # [", "line 1"),
    ("[months]", "[month]", "unknown field"),
    (
        "monday = [\"maandag\", \"ma\"]",
        "monday = []",
        "weekdays.monday: words are missing",
    ),
];

#[test]
fn wks_9_wrong_words_are_refused_with_their_line_and_field() {
    let dutch = words_text("nl", shipped_words("nl").expect("Dutch"));
    let wrong = |from: &str, to: &str| {
        assert!(dutch.contains(from), "{from}");
        let text = dutch.replacen(from, to, 1);
        words_from(&text).expect_err(to).problem
    };
    for (from, to, said) in WRONG {
        let problem = wrong(from, to);
        assert!(problem.contains(said), "{said}\n{problem}");
        assert!(
            problem.contains("line") || said.contains("missing"),
            "{problem}"
        );
    }
    let long = format!("\"{}\",", "a".repeat(61));
    assert!(wrong("\"tegen\",", &long).contains("longer than 60"));
    let many: String = (0..201)
        .map(|n| format!("\"{}\", ", "b".repeat(3 + n % 50)))
        .collect();
    assert!(wrong("limits = [", &format!("limits = [{many}")).contains("more than 200"));
}

/// Letters turned by thirteen places: no word of it is one of a language.
fn turned(text: &str) -> String {
    let turn = |c: char, first: u8| char::from((c as u8 - first + 13) % 26 + first);
    let folded = crate::text::fold::fold(text);
    let letters = folded.chars().map(|c| match c {
        'a'..='z' => turn(c, b'a'),
        c => c,
    });
    letters.collect()
}

fn invented() -> Lexicon {
    let french = shipped_words("fr").expect("French");
    let lists = french.0.iter().map(|(name, list)| {
        let setting = keys::Key::named(name).is_some_and(|key| key.sense.is_setting());
        let word = |word: &str| -> Box<str> {
            match setting {
                true => word.into(),
                false => turned(word).into(),
            }
        };
        (name.clone(), list.iter().map(|one| word(one)).collect())
    });
    let words = Words(lists.collect());
    Lexicon::of([("qaa", &words)])
}

#[test]
fn wks_9_no_language_stands_in_the_code() {
    let came = NaiveDate::from_ymd_opt(2026, 3, 11).and_then(|day| day.and_hms_opt(10, 30, 0));
    let found = |text: &str, lexicon: &Lexicon| {
        let read = Read {
            lexicon,
            language: None,
            country: None,
            came: came.expect("a day"),
        };
        find_deadline(text, &read).map(|found| found.when)
    };
    let (none, invented) = (Lexicon::default(), invented());
    for text in [
        "Merci de nous répondre avant le 12 mars.",
        "Il nous faudrait un devis d'ici vendredi, c'est possible ?",
        "on aurait besoin de votre retour d'ici 15 jours",
        "Date limite de réponse : vendredi 20 mars 2026 à 12h",
        "Il me le faut pour le 15/04 au plus tard.",
        "Réponse souhaitée sous 48h",
        "avant demain midi",
        "d'ici la fin de la semaine prochaine",
        "pas avant le 20 avril",
        "Nous souhaitons un atelier le 12 mai à Grenoble.",
    ] {
        assert_eq!(found(text, &none), None, "{text}");
        let french = found(text, shipped());
        assert_eq!(found(&turned(text), &invented), french, "{text}");
    }
    let body = "bonjour, merci pour votre offre, nous sommes douze";
    assert_eq!(guess(body, &none), None);
    assert_eq!(guess(&turned(body), &invented), Some("qaa"));
    assert_eq!(guess(body, &invented), None);
}

#[test]
fn wks_9_words_of_any_alphabet_are_found() {
    let list = |words: &[&str]| words.iter().map(|word| Box::from(*word)).collect();
    let mut words = Words::default();
    for (name, all) in [
        ("deadline.limits", &["до"][..]),
        ("months.december", &["декабря", "дек"]),
        ("weekdays.friday", &["пятницы"]),
    ] {
        words.0.insert(name.into(), list(all));
    }
    let lexicon = Lexicon::of([("ru", &words)]);
    let came = NaiveDate::from_ymd_opt(2026, 11, 30).and_then(|day| day.and_hms_opt(9, 0, 0));
    for (text, day) in [("Ответ до 4 декабря.", 4), ("до ПЯТНИЦЫ", 4)] {
        let read = Read {
            lexicon: &lexicon,
            language: None,
            country: None,
            came: came.expect("a day"),
        };
        let found = find_deadline(text, &read).expect(text);
        assert_eq!(
            Some(found.when.date),
            NaiveDate::from_ymd_opt(2026, 12, day),
            "{text}"
        );
    }
}

#[test]
fn req_3_the_order_of_a_date_follows_the_language_and_the_country() {
    let lexicon = shipped();
    for (language, country, order) in [
        ("fr", None, Order::Day),
        ("nl", Some("BE"), Order::Day),
        ("fr", Some("CA"), Order::Day),
        ("en", None, Order::Either),
        ("en", Some("US"), Order::Month),
        ("en", Some("GB"), Order::Day),
        ("en", Some("CA"), Order::Either),
        ("", None, Order::Either),
        ("", Some("US"), Order::Month),
        ("", Some("BE"), Order::Day),
        ("xx", Some("FR"), Order::Day),
    ] {
        let langs = lexicon.langs(language);
        assert_eq!(
            lexicon.order(langs, country),
            order,
            "{language} {country:?}"
        );
    }
}
