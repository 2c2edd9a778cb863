//! QNA-3, PPL-2: what lets a reader reach somebody is found however it is written; what merely looks alike passes.

use super::{Way, find};

#[test]
fn qna_3_mail_addresses_are_found_however_they_are_written() {
    for text in [
        "mr.x@gmail.com ou 06 11 22 33 44",
        "écrire à Claire.Martin@atelier-du-lac.example",
        "PAUL@ACME.FR",
        "paul @ acme.fr",
        "paul @ acme . fr",
        "paul@gmail",
        "paul ＠ gmail.com",
        "p\u{200b}aul@g\u{200b}mail.com",
        "paul at gmail dot com",
        "paul (at) acme.fr",
        "paul[at]acme[dot]fr",
        "paul (at) gmail",
        "paul AT gmail DOT com",
        "paul arobase orange point fr",
        "paul (arobase) orange (point) fr",
        "paul at gmail",
        "reach.me+lyon@sub.acme.co.uk.",
        "voir paul_martin%x@acme.lu, merci",
    ] {
        let found = find(text);
        assert!(matches!(found, Some((Way::Mail, _))), "{text}: {found:?}");
    }
    let (_, what) = find("Merci : mr.x@gmail.com ou autre").expect("an address");
    assert_eq!(what, "mr.x@gmail.com");
}

#[test]
fn qna_3_telephone_numbers_are_found_as_people_of_six_countries_write_them() {
    for text in [
        // France
        "06 11 22 33 44",
        "06.11.22.33.44",
        "06-11-22-33-44",
        "06/11/22/33/44",
        "0611223344",
        "06\u{a0}11\u{202f}22 33 44",
        "+33 6 11 22 33 44",
        "+33 (0)6 11 22 33 44",
        "+33611223344",
        "0033 6 11 22 33 44",
        "(+33) 6 11 22 33 44",
        "6 11 22 33 44",
        "appelez le 06 11 22 33 44 avant midi",
        "0 800 12 34 56",
        "０６ １１ ２２ ３３ ４４",
        "06 11\u{200b} 22 33 44",
        "06 – 11 – 22 – 33 – 44",
        "06_11_22_33_44",
        "06/11 22 33 44",
        // Belgium
        "02 123 45 67",
        "0470 12 34 56",
        "0470/12.34.56",
        "+32 470 12 34 56",
        "02/123.45.67",
        // Switzerland
        "044 668 18 00",
        "079 123 45 67",
        "+41 44 668 18 00",
        "0041446681800",
        // Luxembourg
        "+352 26 12 34 56",
        "00352 621 123 456",
        "tél. 26 12 34 56",
        "GSM : 621 123 456",
        // United Kingdom
        "020 7946 0958",
        "(020) 7946 0958",
        "07700 900123",
        "+44 7700 900123",
        "+44 (0)20 7946 0958",
        // Germany
        "030 901820",
        "030/9018200",
        "0171 1234567",
        "0171-12 34 567",
        "+49 171 1234567",
        "0049 (0)30 901820",
        "Tel.: 0621 1234",
    ] {
        let found = find(text);
        assert!(matches!(found, Some((Way::Phone, _))), "{text}: {found:?}");
    }
    let (_, what) = find("Appelez (+33) 6 11 22 33 44.").expect("a number");
    assert_eq!(what, "+33) 6 11 22 33 44");
}

#[test]
fn qna_3_web_sites_are_found() {
    for text in [
        "https://acme.fr/contact",
        "HTTP://ACME.FR",
        "www.acme.eu",
        "voir acme.fr",
        "acme.co.uk",
        "ACME.DE",
        "sur atelier-du-lac.example pour le reste",
        "wa.me/33611223344",
        "bit.ly/x1y2",
        "linkedin.com/in/paul-martin",
        "acme (point) be",
        "acme dot com",
        "acme point fr",
    ] {
        let found = find(text);
        assert!(matches!(found, Some((Way::Site, _))), "{text}: {found:?}");
    }
}

#[test]
fn qna_3_what_merely_looks_alike_passes() {
    for text in [
        "2 à 3 sessions de 28 personnes",
        "le 05/06/2026 14:30",
        "du 05/06/2026 au 07/06/2026",
        "05/06/2026-07/06/2026",
        "05/06 - 07/06/2026",
        "05/06 12/06 19/06",
        "01.02.2026 03.02.2026",
        "2026-06-05 09:00",
        "5 juin 2026, 9 h 30 - 12 h 30",
        "09.30-12.30",
        "09:00-17:00 et 18:00-20:00",
        "1 200 EUR, 1.200,50 EUR, 12 000 000 EUR",
        "+10 % et +2 000 EUR",
        "CHF 1'250.00",
        "75012 Paris, 01000 Bourg-en-Bresse, 1000 Bruxelles, L-1234, SW1A 1AA",
        "SIRET 123 456 789 00012",
        "SIREN 552 100 554",
        "FR76 3000 6000 0112 3456 7890 189",
        "BE68 5390 0754 7034",
        "TVA BE 0123.456.789",
        "FR 40 303 265 045",
        "2 x 45 min, 3 x 12 personnes, salles 101-102",
        "14 rue de la Paix, bâtiment 3, 2e étage",
        "10 000 à 12 000 visiteurs sur 3 ans",
        "M. le directeur, etc. Le reste suit.",
        "en mai.De 9 h à 12 h",
        "p.ex. un atelier, c.-à-d. trois heures",
        "programme.pdf, devis-2026.docx, plan_v2.xlsx",
        "3 sessions @ 500 EUR",
        "meet at Lyon. Be ready at nine.",
        "un point de vue, un point important",
        "look at free slots",
        "un point. De plus, rien.",
        "ISO 9001:2015, RFC 2822, v1.2.3",
        "1/ accueil 2/ atelier 3/ bilan",
        "Lot 1 : 12, lot 2 : 14",
    ] {
        assert_eq!(find(text), None, "{text}");
    }
}
