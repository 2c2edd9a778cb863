//! REQ-3, WKS-9: a deadline is read in every language that is shipped, and a date that can be read two ways is said to be.

use super::deadline_tests::find_of;

/// What somebody writes, and the day it means.
type Phrase = (&'static str, Option<&'static str>);

/// Phrases of each language and what they mean, on Wednesday 11 March 2026: read as mail in that language, and as mail of
/// which nobody can tell the language.
const SAID: &[(&str, &[Phrase])] = &[
    (
        "fr",
        &[
            ("Pour le 4 décembre.", Some("2026-12-04")),
            (
                "Bonjour,\nPour le 4 avril, merci.\nPaul",
                Some("2026-04-04"),
            ),
            (
                "Pourriez-vous nous répondre pour le 4 avril ?",
                Some("2026-04-04"),
            ),
            (
                "Il nous faut votre devis pour vendredi.",
                Some("2026-03-13"),
            ),
            (
                "Retour attendu pour le 20/03 au matin",
                Some("2026-03-20 09:00"),
            ),
            ("Réponse avant la semaine prochaine", Some("2026-03-16")),
            (
                "au plus tard vendredi 13 mars à midi",
                Some("2026-03-13 12:00"),
            ),
            ("d'ici demain soir", Some("2026-03-12 18:00")),
            ("avant le 1er avril", Some("2026-04-01")),
            ("Réponse sous huitaine", Some("2026-03-19")),
            ("Pour le 12 mai à Lyon :\n1) une salle", None),
            ("Pour le 12 mai, nous cherchons une salle.", None),
            ("Un atelier pour le 4 avril", None),
        ],
    ),
    (
        "en",
        &[
            ("For 4 December, please.", Some("2026-12-04")),
            ("We need your answer for Friday", Some("2026-03-13")),
            ("by the end of the month", Some("2026-03-31")),
            ("no later than next week", Some("2026-03-16")),
            ("by tomorrow noon", Some("2026-03-12 12:00")),
            ("please reply by 20/03", Some("2026-03-20")),
            (
                "Please answer by 3:30 p.m. on Friday",
                Some("2026-03-13 15:30"),
            ),
            ("A workshop for 4 April", None),
            ("a quote for a team of 12", None),
        ],
    ),
    (
        "nl",
        &[
            ("Graag een offerte tegen vrijdag.", Some("2026-03-13")),
            ("Voor 4 december, alvast bedankt.", Some("2026-12-04")),
            ("Kunt u ons vóór 4 april antwoorden?", Some("2026-04-04")),
            (
                "Kunt u ons voor 4 april een offerte bezorgen?",
                Some("2026-04-04"),
            ),
            ("tegen 4/12", Some("2026-12-04")),
            ("tegen vr 13/3 om 14u30", Some("2026-03-13 14:30")),
            ("uiterlijk op maandag 16 maart 2026", Some("2026-03-16")),
            ("ten laatste tegen eind volgende week", Some("2026-03-20")),
            ("tegen het einde van de maand", Some("2026-03-31")),
            ("tegen morgen", Some("2026-03-12")),
            (
                "Gelieve binnen de 48 uur te antwoorden",
                Some("2026-03-13 10:30"),
            ),
            ("vrijdag ten laatste", Some("2026-03-13")),
            ("Uiterste datum: 20 maart", Some("2026-03-20")),
            ("tegen de 15de", Some("2026-03-15")),
            (
                "Wij zoeken een tolk voor onze vergadering van 3 april.",
                None,
            ),
            ("Een tolk voor 4 april", None),
            ("Kunt u ons voor 4 april een tolk sturen?", None),
            ("Het feest zal tegen vrijdag plaatsvinden", None),
            ("niet tegen vrijdag", None),
            ("op 4 april in Gent", None),
        ],
    ),
    (
        "de",
        &[
            ("Bitte um Antwort bis zum 4. Dezember.", Some("2026-12-04")),
            ("bis 4.12.", Some("2026-12-04")),
            (
                "bis spätestens Freitag, den 13. März, 12 Uhr",
                Some("2026-03-13 12:00"),
            ),
            (
                "Können Sie uns bis Freitag ein Angebot schicken?",
                Some("2026-03-13"),
            ),
            ("spätestens am 20.03.2026", Some("2026-03-20")),
            ("bis Ende nächster Woche", Some("2026-03-20")),
            ("bis Ende des Monats", Some("2026-03-31")),
            ("bis morgen Mittag", Some("2026-03-12 12:00")),
            ("bis übermorgen", Some("2026-03-13")),
            ("bis zum 15.", Some("2026-03-15")),
            (
                "Wir bitten um Rückmeldung innerhalb von 3 Tagen",
                Some("2026-03-14"),
            ),
            ("bis Fr, 13.3.", Some("2026-03-13")),
            ("Die Schulung soll vor dem 4. April stattfinden.", None),
            ("Wir werden bis Freitag liefern.", None),
            ("am 4. April in Köln", None),
            ("Im Preis um bis 4.12 gesenkt", None),
        ],
    ),
    (
        "es",
        &[
            (
                "Necesitamos respuesta antes del 20 de marzo",
                Some("2026-03-20"),
            ),
            ("a más tardar el viernes", Some("2026-03-13")),
            ("El taller se celebrará antes del 20 de marzo", None),
        ],
    ),
    (
        "it",
        &[
            ("Risposta entro venerdì", Some("2026-03-13")),
            ("entro il 20 marzo", Some("2026-03-20")),
            ("entro 3 giorni", Some("2026-03-14")),
            ("Il seminario si terrà entro il 20 marzo", None),
        ],
    ),
];

#[test]
fn req_3_wks_9_a_deadline_is_read_in_every_language_that_is_shipped() {
    for (language, table) in SAID {
        for (text, date) in *table {
            for taken_for in [Some(*language), None, Some("it")] {
                let found = find_of(text, taken_for, None).map(|(date, _)| date);
                assert_eq!(found.as_deref(), *date, "{text:?} as {taken_for:?}");
            }
        }
    }
}

/// A date of two numbers: the text, the language, the country, how it is read.
type Doubt = (
    &'static str,
    Option<&'static str>,
    Option<&'static str>,
    &'static str,
);

const DOUBTS: &[Doubt] = &[
    (
        "please reply by 3/4",
        Some("en"),
        None,
        "2026-04-03 or 2027-03-04",
    ),
    ("please reply by 3/4/2026", Some("en"), None, "2026-04-03"),
    (
        "please reply by 5/4/2026",
        Some("en"),
        None,
        "2026-04-05 or 2026-05-04",
    ),
    ("please reply by 4/3", Some("en"), Some("US"), "2026-04-03"),
    ("please reply by 4/6", Some("en"), Some("GB"), "2026-06-04"),
    (
        "please reply by 4/5",
        Some("en"),
        Some("CA"),
        "2026-05-04 or 2026-04-05",
    ),
    ("please reply by 20/3", Some("en"), None, "2026-03-20"),
    ("please reply by 3/20", Some("en"), None, "2026-03-20"),
    ("please reply by Friday 3/4", Some("en"), None, "2026-04-03"),
    ("please reply by 4/4", Some("en"), None, "2026-04-04"),
    ("please reply by 2026-04-03", Some("en"), None, "2026-04-03"),
    ("répondre avant le 4/5", Some("fr"), None, "2026-05-04"),
    ("répondre avant le 4/5", None, None, "2026-05-04"),
    ("tegen 4/5", None, None, "2026-05-04"),
    ("by 4/5", None, None, "2026-05-04 or 2026-04-05"),
    ("by 4/5", None, Some("BE"), "2026-05-04"),
    ("by 4/5", None, Some("US"), "2026-04-05"),
];

#[test]
fn req_3_a_date_that_can_be_read_two_ways_follows_its_sender_or_is_said_to_be_doubtful() {
    for (text, language, country, said) in DOUBTS {
        let found = find_of(text, *language, *country).map(|(date, _)| date);
        let found = found.as_deref().unwrap_or_default();
        // What lies too far ahead is none of the readings.
        let said = said.split(" or 2027").next().unwrap_or_default();
        assert_eq!(found, said, "{text:?} {language:?} {country:?}");
    }
}
