//! `directory export`: the whole directory as a file that `directory import` reads, as CSV or as vCards.

use chrono_tz::Tz;

use crate::assets::{CardVersion, DirectoryLine, cards_text, directory_text};
use crate::desk::views::DirectoryEntry;
use crate::domain::Millis;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};
use crate::text::sanitise::{clean_line, clean_text};
use crate::ui::tell::local;

/// Print the clients and their contacts as CSV or vCards, for a file or a pipe
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Export {
    /// The form: csv, vcard (3.0, which phones read) or vcard4 (4.0) [default: csv]
    #[arg(value_name = "FORM")]
    form: Option<Form>,
}

/// How a directory is written.
#[derive(Clone, Copy, Debug, clap::ValueEnum, serde::Serialize, serde::Deserialize)]
enum Form {
    Csv,
    Vcard,
    Vcard4,
}

impl InWords for Export {
    const NEEDS: Needs = super::READ;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (me, now) = (place.me()?, place.desk.now());
        let whole = place.desk.sight(me).directory_whole();
        let whole = whole.map_err(|refusal| place.refused(&refusal))?;
        let zone = place.desk.published().me(me, now);
        let zone = zone.map_or(chrono_tz::UTC, |me| me.zone);
        let lines: Vec<DirectoryLine> = whole.iter().flat_map(|one| lines_of(one, zone)).collect();
        let text = match self.form.unwrap_or(Form::Csv) {
            Form::Csv => directory_text(&lines),
            Form::Vcard => cards_text(&lines, CardVersion::Three),
            Form::Vcard4 => cards_text(&lines, CardVersion::Four),
        };
        out.bytes(text.as_bytes()).await;
        Ok(())
    }
}

/// A row a contact, or one alone.
fn lines_of(one: &DirectoryEntry, zone: Tz) -> Vec<DirectoryLine> {
    let day = |at: Option<Millis>| at.map(|at| local(zone, at).date_naive());
    let mut profile = one.profile.clone();
    for text in [&mut profile.name, &mut profile.city, &mut profile.phone] {
        *text = clean_line(text).into();
    }
    for text in [&mut profile.address, &mut profile.note] {
        *text = clean_text(text).into();
    }
    let bare = DirectoryLine {
        organisation: profile,
        parent: clean_line(&one.parent).into(),
        relation: day(one.relation_until),
        ..DirectoryLine::default()
    };
    if one.contacts.is_empty() {
        return vec![bare];
    }
    let line = |(entry, main): &(_, bool)| {
        let entry: &crate::domain::organisation::contact::ContactEntry = entry;
        let mut contact = entry.clone();
        for text in [&mut contact.name, &mut contact.email, &mut contact.phone] {
            *text = clean_line(text).into();
        }
        contact.left = None;
        DirectoryLine {
            main: *main,
            left: day(entry.left),
            contact: Some(contact),
            ..bare.clone()
        }
    };
    one.contacts.iter().map(line).collect()
}
