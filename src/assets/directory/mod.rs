//! The directory as a file (PPL-9): rows of commas with the names of their columns on top, a row a contact, read in both
//! languages and written so that what was written is read as it was. Decides nothing of what is new.

mod cards;

pub use cards::{
    CardFault, CardVersion, Cards, WrongCard, cards_from, cards_rejected, cards_text, is_cards,
};

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::assets::country;
use crate::domain::house::Language;
use crate::domain::organisation::OrganisationProfile;
use crate::domain::organisation::contact::ContactEntry;
use crate::text::{cells, fold};

/// The most rows of one file.
pub const ROWS_MOST: usize = 400_000;

/// A row: an organisation, and one of its contacts where it names one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DirectoryLine {
    /// Where it stands in the file, from 1.
    pub at: usize,
    /// What it says of the organisation.
    pub organisation: OrganisationProfile,
    /// What that is a branch of, by name; empty for nothing.
    pub parent: Box<str>,
    /// Until which day the relation is kept.
    pub relation: Option<NaiveDate>,
    /// Whether the contact is the one to ask for first.
    pub main: bool,
    /// What it says of a contact.
    pub contact: Option<ContactEntry>,
    /// Since which day the contact is no longer there.
    pub left: Option<NaiveDate>,
}

/// A row that cannot be read: where it stands, which column, and what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongCell {
    /// The line of the file, from 1.
    pub line: usize,
    /// The column, by its stable name.
    pub column: &'static str,
    /// What stands there.
    pub text: String,
}

/// The column that says why a row was not taken; it is not read.
const REASON: &str = "reason";

/// The columns: the stable name, which is written, and others that are read.
const COLUMNS: [(&str, &[&str]); 22] = [
    (
        "organisation",
        &["organization", "company", "societe", "client"],
    ),
    ("country", &["pays"]),
    ("city", &["town", "ville"]),
    ("address", &["adresse"]),
    (
        "switchboard",
        &[
            "standard",
            "organisation phone",
            "telephone de l'organisation",
        ],
    ),
    ("vat", &["vat number", "tva", "numero de tva"]),
    ("segment", &["secteur"]),
    ("domains", &["email domains", "domaines", "domaines e-mail"]),
    ("parent", &["branch of", "filiale de"]),
    ("known", &["known client", "connu", "client connu"]),
    ("relation until", &["relation jusqu'au", "relation"]),
    ("organisation language", &["langue de l'organisation"]),
    ("organisation note", &["note sur l'organisation"]),
    ("contact", &["name", "full name", "nom", "interlocuteur"]),
    ("role", &["title", "job title", "fonction"]),
    ("email", &["e-mail", "mail", "courriel"]),
    ("other emails", &["autres e-mails", "autres adresses"]),
    ("phone", &["telephone", "tel", "mobile"]),
    ("language", &["langue"]),
    ("note", &["notes", "remarque"]),
    ("left", &["left on", "parti le"]),
    ("main", &["main contact", "contact principal"]),
];

/// The stable name of the column that this heads.
fn column_of(head: &str) -> Option<&'static str> {
    let head = fold::fold(head.trim().trim_start_matches('\u{feff}')).replace('’', "'");
    let head = head.replace('_', " ");
    let is = |(name, others): &&(&str, &[&str])| *name == head || others.contains(&head.as_str());
    COLUMNS.iter().find(is).map(|(name, _)| *name)
}

/// Reads a file: the rows, and what cannot be read in others.
///
/// # Errors
/// The names of its columns, where no column of organisations or contacts is among them.
pub fn directory_from(text: &str) -> Result<(Vec<DirectoryLine>, Vec<WrongCell>), String> {
    let mut rows = cells::rows(text);
    let (_, heads) = rows.next().unwrap_or_default();
    let columns: Vec<Option<&str>> = heads.iter().map(|head| column_of(head)).collect();
    if !columns.contains(&Some("organisation")) {
        return Err(heads.join(", "));
    }
    let (mut lines, mut wrong) = (Vec::new(), Vec::new());
    for (at, row) in rows.take(ROWS_MOST) {
        let cell = |name: &str| -> &str {
            let place = columns.iter().position(|column| *column == Some(name));
            place
                .and_then(|place| row.get(place))
                .map_or("", |cell| cell.trim())
        };
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        match line_of(at, cell) {
            Ok(line) => lines.push(line),
            Err(fault) => wrong.push(fault),
        }
    }
    Ok((lines, wrong))
}

/// What stands between commas, semicolons or blanks.
fn listed(cell: &str) -> Vec<Box<str>> {
    let parts = cell.split([',', ';', ' ']);
    let parts = parts.filter(|one| !one.is_empty());
    parts.map(Into::into).collect()
}

/// What a row says of a contact, but for the language.
fn entry_of<'a>(cell: &impl Fn(&str) -> &'a str) -> ContactEntry {
    ContactEntry {
        name: cell("contact").into(),
        email: cell("email").into(),
        phone: cell("phone").into(),
        role: cell("role").into(),
        note: cell("note").into(),
        also: listed(cell("other emails")),
        ..ContactEntry::default()
    }
}

fn line_of<'a>(at: usize, cell: impl Fn(&str) -> &'a str) -> Result<DirectoryLine, WrongCell> {
    let wrong = |column: &'static str, text: &str| WrongCell {
        line: at,
        column,
        text: text.to_owned(),
    };
    let name = cell("organisation");
    if name.is_empty() {
        return Err(wrong("organisation", ""));
    }
    let day = |column: &'static str| match cell(column) {
        "" => Ok(None),
        text => match NaiveDate::parse_from_str(text, "%Y-%m-%d") {
            Ok(day) => Ok(Some(day)),
            Err(_) => Err(wrong(column, text)),
        },
    };
    let language = |column: &'static str| match cell(column) {
        "" => Ok(None),
        text => Language::parse(text)
            .map(Some)
            .ok_or_else(|| wrong(column, text)),
    };
    let yes = |column: &'static str| match fold::fold(cell(column)).as_str() {
        "" | "no" | "non" | "0" | "false" => Ok(false),
        "yes" | "oui" | "1" | "true" | "x" => Ok(true),
        _ => Err(wrong(column, cell(column))),
    };
    let land = match cell("country") {
        "" => None,
        text => Some(country(text).ok_or_else(|| wrong("country", text))?),
    };
    let entry = ContactEntry {
        language: language("language")?,
        ..entry_of(&cell)
    };
    let somebody = [&entry.name, &entry.email, &entry.phone];
    Ok(DirectoryLine {
        at,
        organisation: OrganisationProfile {
            name: name.into(),
            country: land,
            segment: cell("segment").into(),
            domains: listed(cell("domains")),
            parent: None,
            known: yes("known")?,
            address: cell("address").replace('\r', "").into(),
            city: cell("city").into(),
            phone: cell("switchboard").into(),
            vat: cell("vat").into(),
            language: language("organisation language")?,
            note: cell("organisation note").replace('\r', "").into(),
            main_contact: None,
        },
        parent: cell("parent").into(),
        relation: day("relation until")?,
        main: yes("main")?,
        left: day("left")?,
        contact: somebody
            .iter()
            .any(|text| !text.is_empty())
            .then_some(entry),
    })
}

/// Returns the rows at these lines of a file as they stood, each with the reason why it was not taken behind it; nothing
/// where there are none.
pub fn directory_rejected(file: &str, reasons: &BTreeMap<usize, String>) -> String {
    let mut text = String::new();
    let mut rows = cells::rows(file);
    let (_, heads) = rows.next().unwrap_or_default();
    // One that was given back before has the column already.
    let old = heads.iter().position(|head| head.trim() == REASON);
    let with = |row: Vec<String>, reason: &str| {
        let mut row: Vec<String> = row
            .into_iter()
            .enumerate()
            .filter_map(|(at, cell)| (Some(at) != old).then_some(cell))
            .collect();
        row.resize(heads.len() - usize::from(old.is_some()), String::new());
        row.push(reason.to_owned());
        row
    };
    for (at, row) in rows {
        let Some(reason) = reasons.get(&at) else {
            continue;
        };
        if text.is_empty() {
            let heads = with(heads.clone(), REASON);
            cells::put(
                &mut text,
                heads.iter().map(|head| head.trim_start_matches('\u{feff}')),
            );
        }
        cells::put(&mut text, with(row, reason).iter().map(String::as_str));
    }
    text
}

/// Writes rows as a file.
pub fn directory_text(lines: &[DirectoryLine]) -> String {
    let mut text = String::new();
    let heads = COLUMNS.iter().map(|(name, _)| *name);
    cells::put(&mut text, heads.filter(|name| !name.is_empty()));
    for line in lines {
        cells::put(&mut text, row_of(line).iter().map(String::as_str));
    }
    text
}

fn row_of(line: &DirectoryLine) -> [String; 22] {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let yes = |yes: bool| if yes { "yes" } else { "" }.to_owned();
    let code = |one: Option<Language>| one.map(|one| one.code().to_owned()).unwrap_or_default();
    let of = &line.organisation;
    let nobody = ContactEntry::default();
    let who = line.contact.as_ref().unwrap_or(&nobody);
    let country = of.country.map(|country| country.code().to_owned());
    [
        of.name.to_string(),
        country.unwrap_or_default(),
        of.city.to_string(),
        of.address.to_string(),
        of.phone.to_string(),
        of.vat.to_string(),
        of.segment.to_string(),
        of.domains.join(" "),
        line.parent.to_string(),
        yes(of.known),
        day(line.relation),
        code(of.language),
        of.note.to_string(),
        who.name.to_string(),
        who.role.to_string(),
        who.email.to_string(),
        who.also.join(" "),
        who.phone.to_string(),
        code(who.language),
        who.note.to_string(),
        day(line.left),
        yes(line.main),
    ]
}
