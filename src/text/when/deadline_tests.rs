//! REQ-3: a stated deadline is found, and the date of an event is not taken for one.

use std::time::{Duration, Instant};

use chrono::{NaiveDate, NaiveDateTime};

use super::{Read, find_deadline};
use crate::text::reading::shipped;

/// Wednesday 11 March 2026, 10:30.
fn received() -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(2026, 3, 11).unwrap();
    day.and_hms_opt(10, 30, 0).unwrap()
}

fn find(text: &str) -> Option<(String, &str)> {
    find_of(text, Some("fr"), None)
}

pub(super) fn find_of<'a>(
    text: &'a str,
    language: Option<&str>,
    country: Option<&str>,
) -> Option<(String, &'a str)> {
    let read = Read {
        lexicon: shipped(),
        language,
        country,
        came: received(),
    };
    let stated = find_deadline(text, &read)?;
    let say = |when: super::When| match when.time {
        Some(time) => format!("{} {}", when.date, time.format("%H:%M")),
        None => when.date.to_string(),
    };
    let or = stated
        .or
        .map_or(String::new(), |or| format!(" or {}", say(or)));
    Some((say(stated.when) + &or, &text[stated.range]))
}

/// What a mail may be taken to be written in.
const TAKEN_FOR: [Option<&str>; 5] = [Some("fr"), None, Some("en"), Some("de"), Some("nl")];

/// Texts with a deadline: the text, its date, the words that say so.
const STATED: &[(&str, &str, &str)] = &[
    (
        "Merci de nous répondre avant le 12 mars.",
        "2026-03-12",
        "avant le 12 mars",
    ),
    (
        "Il nous faudrait un devis d'ici vendredi, c'est possible ?",
        "2026-03-13",
        "d'ici vendredi",
    ),
    (
        "Une réponse d’ici la fin de la semaine serait parfaite",
        "2026-03-13",
        "d’ici la fin de la semaine",
    ),
    (
        "on aurait besoin de votre retour d'ici 15 jours",
        "2026-03-26",
        "d'ici 15 jours",
    ),
    (
        "d'ici au 20 mars si possible",
        "2026-03-20",
        "d'ici au 20 mars",
    ),
    // 267 days ahead.
    (
        "We need your quote before 3 December.",
        "2026-12-03",
        "before 3 December",
    ),
    (
        "We need your quote before 3 April.",
        "2026-04-03",
        "before 3 April",
    ),
    (
        "Could you send us a proposal by Friday?",
        "2026-03-13",
        "by Friday",
    ),
    (
        "please confirm by 5pm tomorrow",
        "2026-03-12 17:00",
        "by 5pm tomorrow",
    ),
    (
        "by end of next week please",
        "2026-03-20",
        "by end of next week",
    ),
    ("Please reply by EOD Friday", "2026-03-13", "by EOD Friday"),
    ("deadline: 12/03/2027", "2027-03-12", "deadline: 12/03/2027"),
    (
        "Deadline is Monday 16 March at noon",
        "2026-03-16 12:00",
        "Deadline is Monday 16 March at noon",
    ),
    (
        "The deadline for submissions is 30 April 2026, see below",
        "2026-04-30",
        "deadline for submissions is 30 April 2026",
    ),
    (
        "Date limite de réponse : vendredi 20 mars 2026 à 12h",
        "2026-03-20 12:00",
        "Date limite de réponse : vendredi 20 mars 2026 à 12h",
    ),
    ("Délai : 2 avril", "2026-04-02", "Délai : 2 avril"),
    ("échéance 31/03", "2026-03-31", "échéance 31/03"),
    (
        "Il me le faut pour le 15/04 au plus tard.",
        "2026-04-15",
        "pour le 15/04 au plus tard",
    ),
    (
        "vendredi au plus tard svp",
        "2026-03-13",
        "vendredi au plus tard",
    ),
    (
        "au plus tard le 18 mars",
        "2026-03-18",
        "au plus tard le 18 mars",
    ),
    ("Friday at the latest", "2026-03-13", "Friday at the latest"),
    (
        "no later than March 20, 2026",
        "2026-03-20",
        "no later than March 20, 2026",
    ),
    ("réponse souhaitée sous 48h", "2026-03-13 10:30", "sous 48h"),
    (
        "Merci de nous répondre dans les 3 jours",
        "2026-03-14",
        "dans les 3 jours",
    ),
    (
        "Il nous faut le devis dans un délai de 5 jours",
        "2026-03-16",
        "dans un délai de 5 jours",
    ),
    (
        "Merci pour votre réponse sous deux semaines",
        "2026-03-25",
        "sous deux semaines",
    ),
    (
        "We would need an answer within 3 days",
        "2026-03-14",
        "within 3 days",
    ),
    (
        "Réponse souhaitée pour le 27/03",
        "2026-03-27",
        "pour le 27/03",
    ),
    (
        "merci de revenir vers moi avant\nvendredi",
        "2026-03-13",
        "avant\nvendredi",
    ),
    ("avant le 15 si vous pouvez", "2026-03-15", "avant le 15"),
    ("RSVP by 20/03", "2026-03-20", "by 20/03"),
    // The event first, the deadline after it.
    (
        "Notre séminaire aura lieu le 4 juin à Lyon. Merci d'envoyer votre offre avant le 20 mars.",
        "2026-03-20",
        "avant le 20 mars",
    ),
    (
        "We will need your answer by Monday",
        "2026-03-16",
        "by Monday",
    ),
    (
        "Le comité se réunit le 2 avril, il nous faut donc le devis avant le 30 mars",
        "2026-03-30",
        "avant le 30 mars",
    ),
];

#[test]
fn req_3_a_stated_deadline_is_found() {
    for &(text, date, words) in STATED {
        let expected = Some((date.to_owned(), words));
        // Whatever the mail is taken to be written in: somebody writes in two languages, or too little to tell.
        for language in TAKEN_FOR {
            assert_eq!(
                find_of(text, language, None),
                expected,
                "{text:?} as {language:?}"
            );
        }
    }
}

#[test]
fn req_3_the_date_of_an_event_is_not_a_deadline() {
    let table = [
        "",
        "Nous souhaitons un atelier le 12 mai à Grenoble.",
        "Our team day is on Friday 3 April in Leeds.",
        "Le séminaire aura lieu avant le 12 mai.",
        "Nous aimerions organiser une animation avant le 15 juin.",
        "We are hoping to hold the workshop before 3 June.",
        "The conference takes place by Friday.",
        "Atelier prévu entre le 4 et le 6 mai, pour 60 personnes",
        "On cherche une date pour le 15/12.",
        "Intervention souhaitée pour le 15/04",
        "Devis pour un atelier le 15/04",
        "Nous revenons vers vous sous 48h.",
        "Vous recevrez notre réponse avant vendredi.",
        "We will get back to you by Friday.",
        "I'll send the list by Monday.",
        "Livraison sous 48h sur tout le catalogue",
        "Deux jours avant le 12 mai nous serons à Paris",
        "Nous ne serons pas disponibles, et pas avant le 20 avril",
        "not before 12 April",
        "Pas de deadline pour le 12 mai",
        "La deadline est passée. L'atelier est le 12 mai.",
        "En réservant avant la fin du mois, la troisième nuit vous est offerte.",
        "20% off when booking before Friday",
        "d'ici là, bonne journée",
        "d'ici mon départ",
        "avant-hier j'ai appelé",
        "réunion avant midi",
        "suivi par Martine, by Martine",
        "Support available by 24/7",
        "avant 2 personnes",
        "avant le 2e trimestre",
        "before the 15th anniversary",
        "Répondre avant le 3 janvier 2025 était impossible",
        "We worked together before 1 March.",
        "avant le 31 février",
        "> Merci de répondre avant le 20 mars\nC'est noté, bonne journée",
        "Le 20 mars 2026 à 10:00, Paul Roux a écrit :",
        "On Mon, 9 Mar 2026 at 10:00, Paul wrote:",
        "12 rue du 8 mai 1945, 69007 Lyon - 04 78 00 00 00",
    ];
    for text in table {
        for language in TAKEN_FOR {
            assert_eq!(
                find_of(text, language, None),
                None,
                "{text:?} as {language:?}"
            );
        }
    }
}

#[test]
fn req_3_the_first_deadline_of_a_long_mail_is_found_wherever_it_is() {
    let filler =
        "Nous sommes une association de 12 personnes, fondée le 3 mai 1999. ".repeat(2_000);
    let text = format!("{filler}\n\nMerci de répondre avant le 20 mars.");
    assert_eq!(
        find(&text).map(|(date, _)| date),
        Some("2026-03-20".to_owned())
    );
}

#[test]
fn req_3_a_mebibyte_of_prose_and_the_worst_of_texts_take_linear_time() {
    let time = |piece: &str, bytes: usize| {
        let text = piece.repeat(bytes / piece.len());
        let start = Instant::now();
        assert_eq!(find(&text), None);
        start.elapsed().max(Duration::from_millis(1))
    };
    let prose = "Nous sommes une association de 12 personnes, fondée le 3 mai 1999. ";
    let worst = [
        "avant le ",
        "by ",
        "12/3/",
        "deadline ",
        "le 12 ",
        "a",
        "sous 48 ",
        "> x\n",
        "é",
        "+1h",
    ];
    let table = worst.map(|piece| (piece, 4 << 10, 64 << 10));
    for (piece, few, many) in table.into_iter().chain([(prose, 64 << 10, 1 << 20)]) {
        // Sixteen times the text: quadratic would take 256 times as long, however often it is tried. The
        // shortest of many tries says nothing of what else the machine does.
        let (mut small, mut large) = (Duration::MAX, Duration::MAX);
        for _ in 0..100 {
            small = small.min(time(piece, few));
            large = large.min(time(piece, many));
            if large < small * 100 {
                break;
            }
        }
        assert!(large < small * 100, "{piece:?}: {small:?} then {large:?}");
    }
}
