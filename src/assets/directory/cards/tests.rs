//! PPL-9: vCards as phones, mail programs and address books really write them, out and in.

use super::*;
use crate::domain::house::{Country, Language};
use crate::domain::organisation::OrganisationProfile;
use crate::domain::organisation::contact::ContactEntry;

fn read(file: &str) -> Cards {
    cards_from(file.as_bytes())
}

fn only(file: &str) -> DirectoryLine {
    let cards = read(file);
    assert_eq!(cards.wrong, [], "{file}");
    assert_eq!(cards.lines.len(), 1, "{file}");
    cards.lines.into_iter().next().unwrap()
}

fn contact(file: &str) -> ContactEntry {
    only(file).contact.expect("somebody")
}

#[test]
fn ppl_9_a_card_of_an_address_book_is_read_with_all_its_traits() {
    let card = "\u{feff}BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lasalle;Bérangère;;Mme;\r\n\
        FN:Bérangère\r\n  Lasalle\r\nORG:Novalis Pharma\\, SA;Formation;Lyon\r\nTITLE:Directrice\r\n\
        EMAIL;TYPE=HOME:b@home.example\r\n\
        item1.EMAIL;TYPE=INTERNET,WORK,PREF:b.lasalle@novalis.example\r\nitem1.X-ABLabel:_$!<Work>!$_\r\n\
        TEL;TYPE=WORK,FAX:+33 4 00 00 00 09\r\nTEL;TYPE=CELL:+33 6 11 22 33 44\r\n\
        TEL;TYPE=WORK,VOICE;TYPE=pref:+33 4 65 71 30 02\r\n\
        ADR;TYPE=HOME:;;1 rue du Privé;Nice;;06000;France\r\n\
        ADR;TYPE=WORK:;Bât. B;8 rue du Bât-d’Argent;Lyon;Rhône;69001;France\r\n\
        NOTE:Line one\\nline two\\; and more\r\nX-SKYPE:b\r\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRg==\r\n\
        END:VCARD\r\n";
    let cards = read(card);
    assert_eq!((cards.lines.len(), cards.left_out), (1, 1), "{cards:?}");
    let line = &cards.lines[0];
    let of = &line.organisation;
    assert_eq!(&*of.name, "Novalis Pharma, SA");
    assert_eq!(
        (&*of.address, &*of.city),
        ("Bât. B\n8 rue du Bât-d’Argent\n69001 Rhône", "Lyon")
    );
    assert_eq!(of.country, Country::parse("FR"));
    let who = line.contact.as_ref().expect("somebody");
    assert_eq!(&*who.name, "Bérangère Lasalle");
    assert_eq!(&*who.role, "Directrice, Formation, Lyon");
    assert_eq!(&*who.email, "b.lasalle@novalis.example");
    assert_eq!(who.also, ["b@home.example".into()]);
    assert_eq!(&*who.phone, "+33 4 65 71 30 02");
    assert_eq!(
        &*who.note,
        "Line one\nline two; and more\nmobile: +33 6 11 22 33 44\nfax: +33 4 00 00 00 09"
    );
}

#[test]
fn ppl_9_an_old_phones_card_in_quoted_printable_is_read() {
    let who = contact(
        "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=A9rieau;David;;;\n\
         FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:David M=C3=A9=\nrieau\nORG:Alpes\n\
         TEL;CELL;PREF:0611223344\nTEL;WORK:0400000000\nEMAIL;INTERNET:d@alpes.example\nEND:VCARD\n",
    );
    assert_eq!(&*who.name, "David Mérieau");
    assert_eq!((&*who.phone, &*who.note), ("0611223344", "tel: 0400000000"));
}

#[test]
fn ppl_9_a_card_of_4_0_says_its_numbers_as_addresses_of_a_kind_of_their_own() {
    let who = contact(
        "BEGIN:VCARD\nVERSION:4.0\nFN:Yves Montel\nN:Montel;Yves;;;\nORG:Novalis\nLANG:fr\nROLE:accounting\n\
         TEL;VALUE=uri;PREF=2:tel:+33-4-65-71-30-40;ext=12\nTEL;VALUE=uri;PREF=1:tel:+33-6-00-00-00-01\n\
         EMAIL;PREF=1:y@novalis.example\nEND:VCARD\n",
    );
    assert_eq!(&*who.phone, "+33-6-00-00-00-01");
    assert_eq!(&*who.note, "tel: +33-4-65-71-30-40");
    assert_eq!(who.language, Language::parse("fr"));
    assert_eq!(&*who.role, "accounting");
}

#[test]
fn ppl_9_a_company_is_told_by_its_kind_by_its_sign_or_by_having_nobodys_name() {
    for card in [
        "VERSION:4.0\nKIND:org\nFN:Hartwell College\nTEL:+44 1865 000000\n",
        "VERSION:3.0\nFN:Hartwell College\nORG:Hartwell College\nX-ABShowAs:COMPANY\nTEL:+44 1865 000000\n",
        "VERSION:3.0\nFN:Hartwell College\nN:;;;;\nORG:Hartwell College;\nTEL:+44 1865 000000\n",
    ] {
        let line = only(&format!("BEGIN:VCARD\n{card}END:VCARD\n"));
        assert_eq!(line.contact, None, "{card}");
        assert_eq!(&*line.organisation.name, "Hartwell College");
        assert_eq!(&*line.organisation.phone, "+44 1865 000000");
    }
}

#[test]
fn ppl_9_what_cards_of_one_organisation_say_of_it_is_one_whatever_their_order() {
    let cards = read(
        "BEGIN:VCARD\nVERSION:4.0\nFN:Ann\nN:;Ann;;;\nORG:Alpha\nADR:;;3 rue Haute;Lyon;;69001;FR\nEND:VCARD\n\
         BEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Alpha\nTEL:+33 4 00\nX-ENTREMISE-PARENT:Omega\nEND:VCARD\n",
    );
    let first = &cards.lines[0];
    assert_eq!(&*first.organisation.phone, "+33 4 00");
    assert_eq!(&*first.organisation.city, "Lyon");
    assert_eq!(&*first.parent, "Omega");
}

#[test]
fn ppl_9_a_broken_card_is_named_by_number_and_line_and_the_rest_goes_on() {
    let good = "BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nN:;Ann;;;\nORG:Alpha\nEND:VCARD\n";
    let mut file = good.as_bytes().to_vec();
    file.extend_from_slice(b"BEGIN:VCARD\nVERSION:3.0\nFN:No end\n");
    file.extend_from_slice(good.as_bytes());
    file.extend_from_slice(b"BEGIN:VCARD\nVERSION:3.0\nFN:Andr\xe9\nORG:Alpha\nEND:VCARD\n");
    file.extend_from_slice(b"BEGIN:VCARD\nVERSION:3.0\nFN:Nowhere\nEND:VCARD\n");
    file.extend_from_slice(b"BEGIN:VCARD\nVERSION:3.0\nORG:Alpha\nN:;;;;\nFN:\nNOTE:");
    file.extend_from_slice("x".repeat(CARD_MOST).as_bytes());
    file.extend_from_slice(b"\nEND:VCARD\nnothing\n");
    let cards = cards_from(&file);
    assert_eq!(cards.lines.len(), 2);
    let wrong = |number, line, why| WrongCard { number, line, why };
    assert_eq!(
        cards.wrong,
        [
            wrong(2, 7, CardFault::Broken),
            wrong(4, 16, CardFault::NotText(18)),
            wrong(5, 21, CardFault::NoOrganisation),
            wrong(6, 25, CardFault::TooLarge),
            wrong(0, 32, CardFault::Broken),
        ]
    );
    let reasons = std::collections::BTreeMap::from([(21, "no organisation".to_owned())]);
    let back = cards_rejected(&file, &reasons);
    assert_eq!(
        back,
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Nowhere\r\nX-ENTREMISE-REASON:no organisation\r\nEND:VCARD\r\n"
    );
    // Mended, and given back again, it has one reason.
    let again = cards_rejected(back.as_bytes(), &[(1, "x".to_owned())].into());
    assert_eq!(again.matches(REASON).count(), 1, "{again}");
}

#[test]
fn ppl_9_the_form_of_a_file_is_told_by_how_it_begins() {
    assert!(is_cards(b"\xef\xbb\xbf\r\n begin:vcard\r\n"));
    assert!(!is_cards(b"organisation,contact\nBEGIN:VCARD,x\n"));
    assert!(!is_cards(b""));
}

/// One that has everything, and one that has next to nothing.
fn lines() -> Vec<DirectoryLine> {
    let profile = OrganisationProfile {
        name: "Beta, fils; \"B\" \\ Cie".into(),
        country: Country::parse("FR"),
        segment: "company".into(),
        domains: vec!["beta.example".into(), "b.example".into()],
        known: true,
        address: "3 rue Haute; étage 2\n69001".into(),
        city: "Lyon, 1er".into(),
        phone: "+33 4 00 00 00 00".into(),
        vat: "FR40303265045".into(),
        language: Language::parse("fr"),
        note: "one\ntwo: é, long enough to be folded somewhere in the middle of a word, as all long lines are".into(),
        ..OrganisationProfile::default()
    };
    let bare = DirectoryLine {
        organisation: profile,
        parent: "Alpha".into(),
        relation: chrono::NaiveDate::from_ymd_opt(2030, 3, 14),
        ..DirectoryLine::default()
    };
    let entry = |name: &str, email: &str, phone: &str| ContactEntry {
        name: name.into(),
        email: email.into(),
        phone: phone.into(),
        ..ContactEntry::default()
    };
    let full = ContactEntry {
        role: "Directrice; RH".into(),
        also: vec!["z@b.example".into()],
        language: Language::parse("en"),
        note: "calls, late".into(),
        ..entry("Zoé de la Roux", "zoe@beta.example", "+33 6 11 22 33 44")
    };
    let with = |contact| DirectoryLine {
        contact: Some(contact),
        ..bare.clone()
    };
    vec![
        DirectoryLine {
            main: true,
            left: chrono::NaiveDate::from_ymd_opt(2025, 12, 31),
            ..with(full)
        },
        with(entry("", "info@beta.example", "")),
        with(entry("", "", "+33 4 00 00 00 01")),
        with(entry("Solo", "", "")),
    ]
}

#[test]
fn ppl_9_what_is_written_as_cards_is_read_as_it_was_in_either_version() {
    for version in [CardVersion::Three, CardVersion::Four] {
        let text = cards_text(&lines(), version);
        assert!(text.lines().all(|line| line.len() <= 75), "{text}");
        let cards = read(&text);
        assert_eq!(cards.wrong, [], "{text}");
        let (firm, people) = cards.lines.split_first().expect("its own card first");
        let wanted = lines();
        assert_eq!(firm.organisation, wanted[0].organisation, "{text}");
        assert_eq!(
            (&firm.parent, firm.relation),
            (&wanted[0].parent, wanted[0].relation)
        );
        let told = |line: &DirectoryLine| (line.contact.clone(), line.main, line.left);
        let people: Vec<_> = people.iter().map(told).collect();
        assert_eq!(
            people,
            wanted.iter().map(told).collect::<Vec<_>>(),
            "{text}"
        );
    }
}
