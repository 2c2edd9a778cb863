//! What was changed of an organisation and of who is there, by whom and when (PPL-6): read from the records that did, for who
//! may read the directory.

use crate::desk::Desk;
use crate::desk::views::beside::person_name;
use crate::desk::views::{Look, Of};
use crate::domain::deed::Deed;
use crate::domain::event::Event;
use crate::domain::house::{Country, Language};
use crate::domain::organisation::OrganisationProfile;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::organisation::further::{Double, Further};
use crate::domain::state::TrailOf;
use crate::domain::{ContactId, Millis, OrganisationId, PersonId, Refusal, Seq, State};
use crate::journal::Fault;
use crate::text::sanitise::clean_line;

/// The most records that are told.
const MOST: usize = 200;

/// What a field said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// Words; empty: nothing.
    Text(String),
    /// A kind of organisation, as it is kept.
    Segment(String),
    /// Where it is.
    Country(Option<Country>),
    /// In which language it is written to.
    Language(Option<Language>),
    /// A day.
    Day(Option<Millis>),
    /// Whether something is so.
    Yes(bool),
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClientChange {
    /// A field became another: its text, whose it is where it is a contact's, what it said, what it says.
    Field {
        /// The text that names it.
        label: &'static str,
        /// The contact it is of; empty for the organisation.
        of: String,
        /// What it said.
        from: FieldValue,
        /// What it says.
        to: FieldValue,
    },
    /// Something else was done, with this one.
    Deed(Deed, String),
}

/// What a record did to an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientPast {
    /// The record.
    pub seq: Seq,
    /// When.
    pub at: Millis,
    /// Who; `None` is the house itself.
    pub by: Option<String>,
    /// What.
    pub changes: Vec<ClientChange>,
}

impl ClientPast {
    /// Returns a look at the history of an organisation, the newest first.
    pub fn look(id: OrganisationId) -> Look<Of<OrganisationId, Vec<ClientPast>>> {
        Look::read(move |looker| async move {
            let past = load_client_past(&looker.desk, looker.me, id).await?;
            Ok((id, past))
        })
    }
}

/// Loads the history of an organisation, and of those that were merged into it, the newest first. `Ok(Err(…))` is a refusal.
///
/// # Errors
/// A damaged record.
pub async fn load_client_past(
    desk: &Desk,
    me: PersonId,
    id: OrganisationId,
) -> Result<Result<Vec<ClientPast>, Refusal>, Fault> {
    let sight = desk.sight(me);
    if let Err(refusal) = sight.may_read_directory() {
        return Ok(Err(refusal));
    }
    let state = sight.state();
    if state.organisation(id).is_none() {
        return Ok(Err(Refusal::NoSuchThing));
    }
    let parts: Vec<OrganisationId> = state.organisations_in(id).collect();
    let records = parts.iter();
    let records = records.flat_map(|id| state.trail(TrailOf::Organisation(*id)).rev().take(MOST));
    let mut records: Vec<Seq> = records.collect();
    records.sort_unstable_by_key(|seq| std::cmp::Reverse(*seq));
    records.dedup();
    let mut all = Vec::new();
    for seq in records.into_iter().take(MOST) {
        let Some((meta, events)) = desk.events(seq).await? else {
            continue;
        };
        let whose = Told { state, of: &parts };
        let told = |event: &Event| match event {
            Event::Directory(event) => whose.changes(event),
            _ => Vec::new(),
        };
        let changes: Vec<ClientChange> = events.iter().flat_map(told).collect();
        if !changes.is_empty() {
            all.push(ClientPast {
                seq,
                at: meta.at,
                by: meta.actor.map(|by| person_name(state, by)),
                changes,
            });
        }
    }
    Ok(Ok(all))
}

/// The organisations whose history it is, and what others are called.
struct Told<'a> {
    state: &'a State,
    of: &'a [OrganisationId],
}

impl Told<'_> {
    fn firm(&self, id: OrganisationId) -> String {
        let row = self.state.organisation_row(id);
        row.map_or(String::new(), |row| line(&row.profile.name))
    }

    fn who(&self, id: ContactId) -> String {
        let row = self.state.contact_row(id);
        row.map_or(String::new(), |row| called(&ContactEntry::of(row)))
    }

    fn has(&self, id: OrganisationId) -> bool {
        self.of.contains(&id)
    }

    fn is_theirs(&self, id: ContactId) -> bool {
        let row = self.state.contact_row(id);
        row.is_some_and(|row| self.has(row.organisation))
    }

    /// What an event did to one of these.
    fn changes(&self, event: &DirectoryEvent) -> Vec<ClientChange> {
        let deed = |deed, name| vec![ClientChange::Deed(deed, name)];
        match event {
            DirectoryEvent::OrganisationAdded { organisation } if self.has(organisation.id) => {
                deed(Deed::OrganisationAdded, line(&organisation.profile.name))
            }
            DirectoryEvent::ProfileChanged {
                organisation,
                from,
                to,
            } if self.has(*organisation) => of_profile(self.state, from, to),
            DirectoryEvent::RelationSet {
                organisation,
                from,
                to,
            } if self.has(*organisation) => {
                let (from, to) = (FieldValue::Day(*from), FieldValue::Day(*to));
                differs("organisation-until", "", from, to)
                    .into_iter()
                    .collect()
            }
            DirectoryEvent::ContactAdded { contact } if self.has(contact.organisation) => {
                deed(Deed::ContactAdded, called(&ContactEntry::of(contact)))
            }
            DirectoryEvent::ContactChanged { contact, from, to } if self.is_theirs(*contact) => {
                of_contact(from, to)
            }
            DirectoryEvent::Further { event } => self.further(event).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    fn further(&self, event: &Further) -> Option<ClientChange> {
        let (deed, name) = match event {
            Further::OrganisationsMerged {
                from, into, joined, ..
            } => {
                let other = if self.has(*into) { from } else { into };
                let done = match joined {
                    true => Deed::OrganisationsMerged,
                    false => Deed::OrganisationsParted,
                };
                let own = self.has(*from) || self.has(*into);
                (done, own.then(|| self.firm(*other))?)
            }
            Further::ContactsMerged { from, joined, .. } => {
                let done = match joined {
                    true => Deed::ContactsMerged,
                    false => Deed::ContactsParted,
                };
                (done, self.is_theirs(*from).then(|| self.who(*from))?)
            }
            Further::ContactMoved { contact, from, to } => {
                let own = self.has(*from) || self.has(*to);
                (Deed::ContactMoved, own.then(|| self.who(*contact))?)
            }
            Further::ToldApart { pair, apart } => {
                let done = match apart {
                    true => Deed::ToldApart,
                    false => Deed::ToldAlike,
                };
                let other = match pair {
                    Double::Organisations(one, two) if self.has(*one) => self.firm(*two),
                    Double::Organisations(one, _) => self.firm(*one),
                    Double::Contacts(one, _) => self.who(*one),
                };
                (done, other)
            }
        };
        Some(ClientChange::Deed(deed, name))
    }
}

fn line(text: &str) -> String {
    clean_line(text).into_owned()
}

/// Somebody by name, else by what they are reached by.
fn called(entry: &ContactEntry) -> String {
    let all = [&entry.name, &entry.email, &entry.phone];
    let first = all.into_iter().find(|text| !text.is_empty());
    first.map_or(String::new(), |text| line(text))
}

fn differs(
    label: &'static str,
    of: &str,
    from: FieldValue,
    to: FieldValue,
) -> Option<ClientChange> {
    (from != to).then(|| ClientChange::Field {
        label,
        of: of.to_owned(),
        from,
        to,
    })
}

fn of_profile(
    state: &State,
    from: &OrganisationProfile,
    to: &OrganisationProfile,
) -> Vec<ClientChange> {
    use FieldValue as V;
    let text = |text: &str| V::Text(line(text));
    let parent = |of: &OrganisationProfile| {
        let row = of.parent.and_then(|id| state.organisation_row(id));
        text(row.map_or("", |row| &row.profile.name))
    };
    let main = |of: &OrganisationProfile| {
        let row = of.main_contact.and_then(|id| state.contact_row(id));
        V::Text(row.map_or(String::new(), |row| called(&ContactEntry::of(row))))
    };
    let segment = |of: &OrganisationProfile| V::Segment(line(&of.segment));
    let both = |of: fn(&OrganisationProfile) -> &str| (text(of(from)), text(of(to)));
    let fields = [
        ("form-client-name", both(|of| &of.name)),
        ("organisation-address", both(|of| &of.address)),
        ("column-city", both(|of| &of.city)),
        (
            "form-client-country",
            (V::Country(from.country), V::Country(to.country)),
        ),
        ("form-phone", both(|of| &of.phone)),
        ("form-client-segment", (segment(from), segment(to))),
        ("organisation-vat", both(|of| &of.vat)),
        (
            "organisation-language",
            (V::Language(from.language), V::Language(to.language)),
        ),
        (
            "organisation-domains",
            (text(&from.domains.join(", ")), text(&to.domains.join(", "))),
        ),
        ("form-client-parent", (parent(from), parent(to))),
        ("form-client-known", (V::Yes(from.known), V::Yes(to.known))),
        ("organisation-main", (main(from), main(to))),
        ("organisation-note", both(|of| &of.note)),
    ];
    let fields = fields.into_iter();
    fields
        .filter_map(|(label, (from, to))| differs(label, "", from, to))
        .collect()
}

fn of_contact(from: &ContactEntry, to: &ContactEntry) -> Vec<ClientChange> {
    use FieldValue as V;
    let text = |text: &str| V::Text(line(text));
    let both = |of: fn(&ContactEntry) -> &str| (text(of(from)), text(of(to)));
    let fields = [
        ("form-contact", both(|of| &of.name)),
        ("form-email", both(|of| &of.email)),
        (
            "form-contact-also",
            (text(&from.also.join(", ")), text(&to.also.join(", "))),
        ),
        ("form-phone", both(|of| &of.phone)),
        ("form-contact-role", both(|of| &of.role)),
        (
            "form-contact-language",
            (V::Language(from.language), V::Language(to.language)),
        ),
        ("form-contact-note", both(|of| &of.note)),
        ("form-contact-left", (V::Day(from.left), V::Day(to.left))),
    ];
    let name = called(to);
    let fields = fields.into_iter();
    fields
        .filter_map(|(label, (from, to))| differs(label, &name, from, to))
        .collect()
}
