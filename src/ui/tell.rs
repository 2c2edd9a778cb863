//! Rules' values in words: refusals, what was done, what changed, why a group is proposed. The screen
//! and the plain output say the same, because both ask here. Never decides anything.

mod account;
mod done;
mod introduction;
mod money;
mod quotation;
mod refusal;
mod terms;
mod time;
mod timeline;
mod turn;

use chrono::{DateTime, TimeZone, Utc};
use chrono_tz::Tz;

use super::frame::size_of;
use super::kit::formats::Formats;
use super::kit::texts::Texts;
use crate::assets;
use crate::desk::views::{Names, Strange, tag_id};
use crate::domain::house::{Country, Language, Logo};
use crate::domain::lists::Entry;
use crate::domain::request::event::Outcome;
use crate::domain::request::{CloseReason, Group, GroupReason, Owes, RequestStage, Status};
use crate::domain::trade::DeclineReason;
use crate::domain::{Millis, PersonId};

/// Everything that is needed to put a value in words.
#[derive(Clone, Copy)]
pub struct Teller<'a> {
    /// The words.
    pub texts: &'a Texts,
    /// Dates and numbers.
    pub formats: &'a Formats,
    /// The house's zone.
    pub zone: Tz,
    /// Now.
    pub now: Millis,
    /// The names of the house's people.
    pub names: &'a Names,
}

/// An instant in a zone; the beginning of time when it is out of range.
pub fn local(zone: Tz, at: Millis) -> DateTime<Tz> {
    let utc = Utc.timestamp_millis_opt(at).single().unwrap_or_default();
    utc.with_timezone(&zone)
}

impl Teller<'_> {
    /// Returns the word for an entry of a list, by its list and its stable name.
    pub fn named(&self, list: &str, key: impl AsRef<str>) -> String {
        self.entry(&format!("{list}-{}", key.as_ref().replace('_', "-")))
    }

    /// Returns what an entry of a list is called.
    pub fn entry_name<T: Entry>(&self, entry: T) -> String {
        self.entry(&T::LIST.text_of(entry.number()))
    }

    /// Returns what entries of a list are called, one behind the other.
    pub fn entry_names<T: Entry>(&self, entries: &[T]) -> String {
        let names: Vec<String> = entries.iter().map(|one| self.entry_name(*one)).collect();
        names.join(", ")
    }

    /// Returns what a tag is called: one of the list as the house calls it, another as it was written.
    pub fn tag(&self, tag: &str) -> String {
        let id = tag_id(tag);
        let is_listed = tag.starts_with(|c: char| c.is_ascii_lowercase()) && self.texts.has(&id);
        match is_listed {
            true => self.texts.get(&id).into_owned(),
            false => tag.to_owned(),
        }
    }

    /// Returns why something was declined: the reason of the list, then the words beside it.
    pub fn because(&self, why: Option<DeclineReason>, words: &str) -> String {
        let parts = [
            why.map(|why| self.entry_name(why)),
            Some(words.trim().to_owned()),
        ];
        let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" · ")
    }

    /// Returns what tags are called.
    pub fn tags(&self, tags: &[String]) -> Vec<String> {
        tags.iter().map(|tag| self.tag(tag)).collect()
    }

    /// Returns the text of an entry, as the house calls it; one that stands on no list is told by its number.
    fn entry(&self, id: &str) -> String {
        let dashed = id.replace('_', "-");
        let id = if self.texts.has(id) { id } else { &dashed };
        let number = id.rsplit('-').next().unwrap_or_default();
        match number.parse::<u32>() {
            Ok(_) if !self.texts.has(id) => self
                .texts
                .with("entry-unlisted", &[("number", number.into())]),
            _ => self.texts.get(id).into_owned(),
        }
    }

    /// A language by its name, or by its code where it has none here.
    pub fn language(&self, language: Language) -> String {
        let name = assets::language_name(language, self.texts.lang());
        name.unwrap_or(language.code()).to_owned()
    }

    /// A country by its name, or by its code where it has none here.
    pub fn country(&self, country: Country) -> String {
        let land = assets::countries().get(country.code());
        let name = land.map(|land| land.name(self.texts.lang()));
        name.unwrap_or(country.code()).to_owned()
    }

    /// What a call came to.
    pub fn outcome(&self, outcome: Outcome) -> String {
        let id = format!("outcome-{}", outcome.key());
        self.texts.get(&id).into_owned()
    }

    /// A kind of organisation: by its name where the rules know it, else as it is kept.
    pub fn segment(&self, segment: &str) -> String {
        let id = format!("segment-{}", segment.replace(' ', "-"));
        match self.texts.has(&id) {
            true => self.texts.get(&id).into_owned(),
            false => clean(segment),
        }
    }

    /// A logo: its file, how large it is drawn and kept.
    pub fn logo(&self, logo: &Logo) -> String {
        let values = [
            ("name", clean(&logo.name).into()),
            ("width", self.formats.number(logo.width.into()).into()),
            ("height", self.formats.number(logo.height.into()).into()),
            ("size", size_of(logo.size, self.formats).into()),
        ];
        self.texts.with("settings-logo-is", &values)
    }

    /// A word that is written as a filter and is none, and what there is.
    pub fn strange(&self, strange: &Strange) -> String {
        let args = [
            ("word", clean(&strange.word).into()),
            ("name", clean(&strange.name).into()),
            ("known", clean(&strange.known).into()),
        ];
        self.texts.with("filter-strange", &args)
    }

    /// A person's name.
    pub fn name(&self, id: PersonId) -> String {
        self.names.of(id).to_owned()
    }

    /// Why a request was closed.
    pub fn close_reason(&self, reason: CloseReason) -> String {
        self.named("close", reason.key())
    }

    /// A group.
    pub fn group(&self, group: Group) -> String {
        self.texts
            .get(&format!("group-{}", group.key()))
            .into_owned()
    }

    /// Why a group is proposed (REQ-6, REQ-7).
    pub fn reason(&self, reason: &GroupReason) -> String {
        match reason {
            GroupReason::Relation(until) => {
                let day = self.formats.date(local(self.zone, *until).date_naive());
                self.texts.with("reason-relation", &[("until", day.into())])
            }
            GroupReason::DealRuns(id) => self
                .texts
                .with("reason-deal-runs", &[("request", id.to_string().into())]),
            GroupReason::Handled(id) => self
                .texts
                .with("reason-handled", &[("request", id.to_string().into())]),
            GroupReason::HomeCountry => self.texts.get("reason-home").into_owned(),
            GroupReason::KnownClient => self.texts.get("reason-known").into_owned(),
            GroupReason::BranchOfKnown(parent) => self
                .texts
                .with("reason-branch", &[("parent", parent.to_string().into())]),
            GroupReason::Abroad(country) => self
                .texts
                .with("reason-abroad", &[("country", country.code().into())]),
            GroupReason::CountryUnknown => self.texts.get("reason-unknown").into_owned(),
        }
    }

    /// What is asked, by the routing matrix's name; its own words where there is no text.
    pub fn kind(&self, key: &str) -> String {
        let id = format!("kind-{}", key.replace('_', "-"));
        if self.texts.has(&id) {
            self.texts.get(&id).into_owned()
        } else {
            key.replace('_', " ")
        }
    }

    /// Where a request stands.
    pub fn status(&self, status: Status) -> String {
        match status {
            Status::Open => self.texts.get("status-open").into_owned(),
            Status::Snoozed { until } => self
                .texts
                .with("status-snoozed", &[("until", self.when(until).into())]),
            Status::Closed { reason, at } => self.texts.with(
                "status-closed",
                &[
                    ("why", self.close_reason(reason).into()),
                    ("at", self.brief(at).into()),
                ],
            ),
            Status::Merged { into } => self
                .texts
                .with("status-merged", &[("into", into.to_string().into())]),
            Status::Void => self.texts.get("status-void").into_owned(),
        }
    }

    /// How far the conversation has come.
    pub fn stage(&self, stage: RequestStage) -> String {
        let id = match stage {
            RequestStage::New => "stage-new",
            RequestStage::Attempted => "stage-attempted",
            RequestStage::InTouch => "stage-in-touch",
            RequestStage::Validated => "stage-validated",
        };
        self.texts.get(id).into_owned()
    }

    /// Whose turn it is, and by when.
    pub fn turn(&self, owes: Owes, due: Option<Millis>) -> Option<String> {
        let due = self.when(due?);
        match owes {
            Owes::House => Some(self.texts.with("turn-house", &[("due", due.into())])),
            Owes::Client => Some(self.texts.with("turn-client", &[("due", due.into())])),
            Owes::Nobody => None,
        }
    }
}

fn clean(text: &str) -> String {
    crate::text::sanitise::clean_line(text).into_owned()
}
