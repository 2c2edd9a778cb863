//! Dates as people write them, in tables; and that nothing written makes it panic.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;

/// Wednesday 11 March 2026, 10:30.
fn now() -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(2026, 3, 11).unwrap();
    day.and_hms_opt(10, 30, 20).unwrap()
}

fn deadline(text: &str, came: NaiveDateTime, lang: Lang) -> Option<Stated> {
    let read = Read {
        lexicon: shipped(),
        language: Some(if lang == Lang::Fr { "fr" } else { "en" }),
        country: None,
        came,
    };
    find_deadline(text, &read)
}

fn say(when: When) -> String {
    match when.time {
        Some(time) => format!("{} {}", when.date, time.format("%H:%M")),
        None => when.date.to_string(),
    }
}

fn read(input: &str, lang: Lang) -> String {
    match parse(input, now(), lang) {
        Ok(when) => say(when),
        Err(error) => error.to_string(),
    }
}

fn check(table: &[(&str, &str)]) {
    for (input, expected) in table {
        for lang in [Lang::En, Lang::Fr] {
            assert_eq!(read(input, lang), *expected, "{input:?} ({lang:?})");
        }
    }
}

#[test]
fn days_with_a_name() {
    check(&[
        ("today", "2026-03-11"),
        ("aujourd'hui", "2026-03-11"),
        ("Aujourd’hui", "2026-03-11"),
        ("auj", "2026-03-11"),
        ("tomorrow", "2026-03-12"),
        ("Demain", "2026-03-12"),
        ("après-demain", "2026-03-13"),
        ("apres demain", "2026-03-13"),
        ("the day after tomorrow", "2026-03-13"),
        ("yesterday", "2026-03-10"),
        ("hier", "2026-03-10"),
        ("avant-hier", "2026-03-09"),
        ("ce soir", "2026-03-11 18:00"),
        ("this morning", "2026-03-11 09:00"),
        ("eod", "2026-03-11"),
    ]);
}

#[test]
fn weekdays_are_the_next_one() {
    check(&[
        ("ven", "2026-03-13"),
        ("Fri", "2026-03-13"),
        ("fri.", "2026-03-13"),
        ("vendredi", "2026-03-13"),
        ("wed", "2026-03-18"),
        ("mercredi", "2026-03-18"),
        ("this wednesday", "2026-03-11"),
        ("ce mercredi", "2026-03-11"),
        ("next mon", "2026-03-16"),
        ("lundi prochain", "2026-03-16"),
        ("mardi", "2026-03-17"),
        ("mar", "2026-03-17"),
        ("on thursday", "2026-03-12"),
        ("lundi en huit", "2026-03-23"),
        ("monday week", "2026-03-23"),
        ("lundi en quinze", "2026-03-30"),
        ("thursday next week", "2026-03-19"),
        ("jeudi de la semaine prochaine", "2026-03-19"),
        ("last friday", "2026-03-06"),
        ("vendredi dernier", "2026-03-06"),
        ("vendredi 13", "2026-03-13"),
        ("friday 27th", "2026-03-27"),
        ("vendredi 13 mars", "2026-03-13"),
        ("Fri, 13 Mar 2026", "2026-03-13"),
        ("lundi 4 mai 2026 à 9h", "2026-05-04 09:00"),
    ]);
}

#[test]
fn distances_from_now() {
    check(&[
        ("+2d", "2026-03-13"),
        ("+3j", "2026-03-14"),
        ("+1w", "2026-03-18"),
        ("+2 sem", "2026-03-25"),
        ("+4h", "2026-03-11 14:30"),
        ("+30min", "2026-03-11 11:00"),
        ("+1h30", "2026-03-11 12:00"),
        ("+14h", "2026-03-12 00:30"),
        ("+1mois", "2026-04-11"),
        ("+1month", "2026-04-11"),
        ("+1w2d", "2026-03-20"),
        ("+1 year", "2027-03-11"),
        ("-2d", "2026-03-09"),
        ("in 2 days", "2026-03-13"),
        ("dans 3 jours", "2026-03-14"),
        ("in a week", "2026-03-18"),
        ("dans deux semaines", "2026-03-25"),
        ("dans quinze jours", "2026-03-26"),
        ("dans 2h", "2026-03-11 12:30"),
        ("2 days ago", "2026-03-09"),
        ("il y a 3 jours", "2026-03-08"),
        ("+2d 14:00", "2026-03-13 14:00"),
    ]);
}

#[test]
fn figures_and_months() {
    check(&[
        ("12/3", "2026-03-12"),
        ("11/3", "2026-03-11"),
        ("10/3", "2027-03-10"),
        ("3/12", "2026-12-03"),
        ("12/03/2027", "2027-03-12"),
        ("12/03/27", "2027-03-12"),
        ("12.03.2027", "2027-03-12"),
        ("12.3.", "2026-03-12"),
        ("12-03-2027", "2027-03-12"),
        ("2026-12-03", "2026-12-03"),
        ("2026-12-03T14:00", "2026-12-03 14:00"),
        ("3 dec", "2026-12-03"),
        ("3 déc.", "2026-12-03"),
        ("3 décembre 2026", "2026-12-03"),
        ("3 DÉCEMBRE 2026", "2026-12-03"),
        ("3 dec 26", "2026-12-03"),
        ("3-dec-2026", "2026-12-03"),
        ("dec 3", "2026-12-03"),
        ("Dec. 3, 2027", "2027-12-03"),
        ("March 12th, 2027", "2027-03-12"),
        ("1er avril", "2026-04-01"),
        ("1st of April", "2026-04-01"),
        ("le 3 août", "2026-08-03"),
        ("3 mar", "2027-03-03"),
        ("29/2", "2028-02-29"),
        ("le 15", "2026-03-15"),
        ("the 3rd", "2026-04-03"),
        ("le 31", "2026-03-31"),
    ]);
    assert_eq!(read("mar 17", Lang::Fr), "2026-03-17", "mardi 17");
    assert_eq!(read("mar 12", Lang::En), "2026-03-12", "12 March");
}

#[test]
fn times() {
    check(&[
        ("14:00", "2026-03-11 14:00"),
        ("9h", "2026-03-12 09:00"),
        ("14h", "2026-03-11 14:00"),
        ("14h30", "2026-03-11 14:30"),
        ("14 h 30", "2026-03-11 14:30"),
        ("14 heures", "2026-03-11 14:00"),
        ("2pm", "2026-03-11 14:00"),
        ("2:15 pm", "2026-03-11 14:15"),
        ("2.15 p.m.", "2026-03-11 14:15"),
        ("12am", "2026-03-12 00:00"),
        ("12 pm", "2026-03-11 12:00"),
        ("at 9", "2026-03-12 09:00"),
        ("at 2 pm", "2026-03-11 14:00"),
        ("à 9h", "2026-03-12 09:00"),
        ("noon", "2026-03-11 12:00"),
        ("demain midi", "2026-03-12 12:00"),
        ("tomorrow 14:00", "2026-03-12 14:00"),
        ("demain 14h", "2026-03-12 14:00"),
        ("14h demain", "2026-03-12 14:00"),
        ("demain à midi", "2026-03-12 12:00"),
        ("ven 9h30", "2026-03-13 09:30"),
        ("friday at 9", "2026-03-13 09:00"),
        ("vendredi matin", "2026-03-13 09:00"),
        ("lundi après-midi", "2026-03-16 14:00"),
        ("tomorrow evening", "2026-03-12 18:00"),
        ("12/3 14:00", "2026-03-12 14:00"),
        ("12/3, 14h", "2026-03-12 14:00"),
        ("3 dec 14h", "2026-12-03 14:00"),
        ("3 dec 14:00:59", "2026-12-03 14:00"),
        ("dec 3 at 2pm", "2026-12-03 14:00"),
        ("le 15 à 9h", "2026-03-15 09:00"),
    ]);
}

#[test]
fn ends_and_starts() {
    check(&[
        ("end of week", "2026-03-13"),
        ("fin de semaine", "2026-03-13"),
        ("fin de la semaine prochaine", "2026-03-20"),
        ("end of next week", "2026-03-20"),
        ("eow", "2026-03-13"),
        ("end of month", "2026-03-31"),
        ("end of the month", "2026-03-31"),
        ("fin du mois", "2026-03-31"),
        ("fin de mois", "2026-03-31"),
        ("fin du mois prochain", "2026-04-30"),
        ("fin mars", "2026-03-31"),
        ("fin février", "2027-02-28"),
        ("end of April", "2026-04-30"),
        ("fin avril 2027", "2027-04-30"),
        ("mi-avril", "2026-04-15"),
        ("mid May", "2026-05-15"),
        ("fin d'année", "2026-12-31"),
        ("next week", "2026-03-16"),
        ("la semaine prochaine", "2026-03-16"),
        ("le mois prochain", "2026-04-01"),
        ("ce week-end", "when-not-understood: \"ce\""),
        ("week-end", "2026-03-14"),
        ("demain fin de journée", "2026-03-12"),
    ]);
}

#[test]
fn errors_name_what_is_wrong() {
    check(&[
        ("", "when-empty: \"\""),
        ("   ", "when-empty: \"\""),
        ("soon", "when-not-understood: \"soon\""),
        ("demain après le café", "when-not-understood: \"après\""),
        ("tomorrow at", "when-not-understood: \"at\""),
        ("9", "when-not-understood: \"9\""),
        ("demain 9", "when-not-understood: \"9\""),
        ("+2", "when-not-understood: \"+\""),
        ("+2m", "when-not-understood: \"+\""),
        ("31/02", "when-no-such-date: \"31/02\""),
        ("12/25", "when-no-such-date: \"12/25\""),
        ("le 31 avril", "when-no-such-date: \"le 31 avril\""),
        ("29/02/2027", "when-no-such-date: \"29/02/2027\""),
        ("demain 25:00", "when-no-such-time: \"25:00\""),
        ("14h75", "when-no-such-time: \"14h75\""),
        ("13pm", "when-no-such-time: \"13pm\""),
        ("demain vendredi", "when-two-dates: \"vendredi\""),
        ("9h 10h", "when-two-times: \"10h\""),
        (
            "jeudi 13 mars 2026",
            "when-weekday-disagrees: \"jeudi 13 mars 2026\"",
        ),
        ("12/03/3027", "when-too-far: \"12/03/3027\""),
        ("+900000d", "when-too-far: \"+900000d\""),
        ("明日", "when-not-understood: \"明日\""),
    ]);
    let long = parse(&"demain ".repeat(40), now(), Lang::Fr).unwrap_err();
    assert_eq!(long.problem, Problem::TooLong);
    assert!(long.piece.chars().count() <= 120);
}

#[test]
fn the_examples_an_error_gives_are_understood() {
    let error = parse("soon", now(), Lang::En).unwrap_err();
    for lang in [Lang::En, Lang::Fr] {
        for example in error.examples(lang) {
            assert!(parse(example, now(), lang).is_ok(), "{example}");
        }
    }
}

fn lang() -> impl Strategy<Value = Lang> {
    prop::sample::select(vec![Lang::En, Lang::Fr])
}

/// Words the grammar knows, in any order: where an index could slip.
fn jumble() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "le",
        "the",
        "12",
        "3",
        "2026",
        "/",
        "-",
        ".",
        ",",
        ":",
        "+",
        "h",
        "30",
        "pm",
        "mar",
        "mars",
        "lundi",
        "fri",
        "end",
        "of",
        "fin",
        "du",
        "mois",
        "week",
        "next",
        "in",
        "2",
        "days",
        "ago",
        "à",
        "midi",
        "d'ici",
        "avant",
        "by",
        "sous",
        "48",
        "deadline",
        "au plus tard",
        "pour",
        "réponse",
        "souhaitée",
        "en",
        "huit",
        "1er",
        "\n\n",
        ">",
        "ce",
        "31",
        "a",
        "p",
        "m",
        "99999999999",
    ]);
    prop::collection::vec((word, prop::sample::select(vec!["", " "])), 0..14)
        .prop_map(|parts| parts.iter().map(|(w, s)| format!("{w}{s}")).collect())
}

proptest! {
    #[test]
    fn nothing_written_panics(text in ".{0,200}", lang in lang()) {
        let _ = parse(&text, now(), lang);
        let _ = deadline(&text, now(), lang);
    }

    #[test]
    fn no_jumble_of_known_words_panics(text in jumble(), lang in lang()) {
        if let Err(error) = parse(&text, now(), lang) {
            prop_assert!(text.contains(&error.piece));
        }
        if let Some(stated) = deadline(&text, now(), lang) {
            prop_assert!(!text[stated.range].is_empty());
            prop_assert!(stated.when.date >= now().date());
        }
    }

    #[test]
    fn no_now_panics(days in -800_000i64..800_000, text in jumble(), lang in lang()) {
        if let Some(then) = now().checked_add_signed(chrono::TimeDelta::days(days * 100)) {
            let _ = parse(&text, then, lang);
            let _ = deadline(&text, then, lang);
        }
    }

    #[test]
    fn a_date_written_out_reads_back(days in 0u64..60_000, minute in 0u32..1440, style in 0usize..5) {
        let date = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap() + Days::new(days);
        let time = NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap();
        let form = ["%Y-%m-%d %H:%M", "%d/%m/%Y %Hh%M", "%e %B %Y, %H:%M", "%A %e %b %Y %H:%M", "%b %e, %Y at %I:%M %p"][style];
        let text = date.and_time(time).format(form).to_string();
        let read = parse(&text, now(), Lang::En);
        prop_assert_eq!(read, Ok(When { date, time: Some(time) }), "{}", text);
    }
}
