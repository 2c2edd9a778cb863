//! Writes the directory as vCards: a card an organisation, then one for each who is there. What no property of the standard
//! says stands in properties of this program's own, which others leave out.

use calcard::vcard::{
    VCard, VCardEntry, VCardKind, VCardParameter, VCardParameterName, VCardParameterValue,
    VCardProperty, VCardType, VCardValue,
};

use super::{BEGIN, END};
use crate::assets::{DirectoryLine, countries};
use crate::domain::house::Language;
use crate::domain::organisation::OrganisationProfile;
use crate::domain::organisation::contact::ContactEntry;

/// Which standard the cards are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardVersion {
    /// 3.0, which phones and mail programs read.
    Three,
    /// 4.0.
    Four,
}

/// Writes organisations and contacts as cards; the rows of one organisation stand beside each other.
pub fn cards_text(lines: &[DirectoryLine], version: CardVersion) -> String {
    let mut text = String::new();
    let mut before: Option<&str> = None;
    for line in lines {
        let name = &*line.organisation.name;
        if before != Some(name) {
            firm(line, version).end(&mut text, version);
        }
        before = Some(name);
        if let Some(entry) = &line.contact {
            person(line, entry, version).end(&mut text, version);
        }
    }
    text
}

/// Writes a line of this program's own.
pub(super) fn put(text: &mut String, name: &str, value: &str) {
    let entry = VCardEntry::new(VCardProperty::Other(name.to_owned())).with_value(value.to_owned());
    // Writing to a text cannot fail.
    let _ = entry.write_to(text, true);
}

#[derive(Default)]
struct Card(VCard);

impl Card {
    fn put(&mut self, entry: VCardEntry) {
        self.0.entries.push(entry);
    }

    /// Writes a text, where there is one.
    fn text(&mut self, name: VCardProperty, text: &str) {
        if !text.is_empty() {
            self.put(VCardEntry::new(name).with_value(text.to_owned()));
        }
    }

    fn own(&mut self, name: &str, text: &str) {
        self.text(VCardProperty::Other(format!("X-ENTREMISE-{name}")), text);
    }

    fn flag(&mut self, name: &str, set: bool) {
        self.own(name, if set { "1" } else { "" });
    }

    fn parts(&mut self, name: VCardProperty, parts: &[&str]) {
        let values = parts
            .iter()
            .map(|part| VCardValue::Text((*part).to_owned()));
        self.put(VCardEntry::new(name).with_values(values.collect()));
    }

    fn language(&mut self, language: Option<Language>, version: CardVersion) {
        let Some(language) = language else { return };
        match version {
            CardVersion::Three => self.own("LANGUAGE", language.code()),
            CardVersion::Four => self.text(VCardProperty::Lang, language.code()),
        }
    }

    fn number(&mut self, phone: &str) {
        if !phone.is_empty() {
            let work = VCardParameterValue::Type(VCardType::Work);
            let kind = VCardParameter::new(VCardParameterName::Type, work);
            let entry = VCardEntry::new(VCardProperty::Tel).with_param(kind);
            self.put(entry.with_value(phone.to_owned()));
        }
    }

    fn end(self, text: &mut String, version: CardVersion) {
        let version = match version {
            CardVersion::Three => "3.0",
            CardVersion::Four => "4.0",
        };
        text.push_str(&format!("{BEGIN}\r\nVERSION:{version}\r\n"));
        for entry in &self.0.entries {
            // As in 4.0, for both: in 3.0 the library would name a charset, which only 2.1 has. Writing to a text cannot fail.
            let _ = entry.write_to(text, true);
        }
        text.push_str(&format!("{END}\r\n"));
    }
}

fn firm(line: &DirectoryLine, version: CardVersion) -> Card {
    let (of, mut card) = (&line.organisation, Card::default());
    card.text(VCardProperty::Fn, &of.name);
    if version == CardVersion::Three {
        card.parts(VCardProperty::N, &[""; 5]);
    }
    card.parts(VCardProperty::Org, &[&of.name]);
    match version {
        CardVersion::Four => {
            let kind = VCardValue::Kind(VCardKind::Org);
            card.put(VCardEntry::new(VCardProperty::Kind).with_value(kind));
        }
        CardVersion::Three => {
            card.own("KIND", "org");
            card.text(VCardProperty::Other("X-ABShowAs".to_owned()), "COMPANY");
        }
    }
    address(&mut card, of);
    card.number(&of.phone);
    card.language(of.language, version);
    card.text(VCardProperty::Note, &of.note);
    card.own("SEGMENT", &of.segment);
    card.own("VAT", &of.vat);
    card.own("DOMAINS", &of.domains.join(" "));
    card.own("PARENT", &line.parent);
    card.flag("KNOWN", of.known);
    let until = line.relation.map(|day| day.to_string());
    card.own("RELATION-UNTIL", &until.unwrap_or_default());
    card
}

fn address(card: &mut Card, of: &OrganisationProfile) {
    if of.address.is_empty() && of.city.is_empty() && of.country.is_none() {
        return;
    }
    let land = of.country.map(|one| {
        let land = countries().get(one.code());
        land.map_or_else(|| one.code().to_owned(), |land| land.en.clone())
    });
    let land = land.unwrap_or_default();
    let parts = ["", "", &*of.address, &*of.city, "", "", &land];
    card.parts(VCardProperty::Adr, &parts);
}

fn person(line: &DirectoryLine, entry: &ContactEntry, version: CardVersion) -> Card {
    let mut card = Card::default();
    let called = [&entry.name, &entry.email, &entry.phone];
    let called = called.into_iter().find(|text| !text.is_empty());
    card.text(VCardProperty::Fn, called.map_or("", |text| text));
    let (given, family) = entry.name.rsplit_once(' ').unwrap_or(("", &entry.name));
    card.parts(VCardProperty::N, &[family, given, "", "", ""]);
    card.parts(VCardProperty::Org, &[&line.organisation.name]);
    card.text(VCardProperty::Title, &entry.role);
    let emails = std::iter::once(&entry.email).chain(&entry.also);
    for email in emails {
        card.text(VCardProperty::Email, email);
    }
    card.number(&entry.phone);
    card.language(entry.language, version);
    card.text(VCardProperty::Note, &entry.note);
    card.flag("MAIN", line.main);
    let left = line.left.map(|day| day.to_string());
    card.own("LEFT", &left.unwrap_or_default());
    card
}
