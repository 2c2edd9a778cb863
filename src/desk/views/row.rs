//! One line of the inbox, as the list shows it.

use crate::domain::house::Country;
use crate::domain::person::Role;
use crate::domain::request::group::Group;
use crate::domain::request::rules::group;
use crate::domain::request::{By, Findings, Request, RequestStage, Status};
use crate::domain::{Millis, PersonId, RequestId, State};
use crate::text::sanitise::clean_line;

/// One line of the inbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestRow {
    /// Its id.
    pub id: RequestId,
    /// Its subject.
    pub subject: String,
    /// Who asks.
    pub organisation: String,
    /// Whether a provider wrote, and no client asks.
    pub provider: bool,
    /// Who works it: the first name, and whether it is the one who looks.
    pub assignee: Option<(PersonId, String, bool)>,
    /// Since when they have it.
    pub claimed_at: Millis,
    /// Open, asleep, closed, merged.
    pub status: Status,
    /// Who owes the next step.
    pub owing: Owing,
    /// Since when they do.
    pub since: Millis,
    /// The quotation or opportunity that the step follows.
    pub follows: Option<String>,
    /// By when, or when it comes back from sleep.
    pub due: Option<Millis>,
    /// When it came in.
    pub received_at: Millis,
    /// By when the client needs an answer, if stated.
    pub deadline: Option<Millis>,
    /// Where the client is.
    pub country: Option<Country>,
    /// How many take part.
    pub participants: Option<u32>,
    /// How far the conversation has come.
    pub stage: RequestStage,
    /// The group, and whether it is decided or only proposed; `None` while nothing is proposed.
    pub group: Option<(Group, bool)>,
    /// What the linter found.
    pub findings: Findings,
    /// Whether the one who looks watches it.
    pub watched: bool,
    /// Its tags.
    pub tags: Vec<String>,
    /// How many files came with it.
    pub attachments: u8,
    /// How often it changed.
    pub revision: u32,
}

/// Who owes the next step of a request, as a list shows it (REQ-9).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owing {
    /// Whoever looks.
    You,
    /// A colleague, by the first name.
    Colleague(String),
    /// Whoever of us takes it.
    Unclaimed,
    /// Whoever of us holds this role.
    Desk(Role),
    /// The client.
    Client,
    /// Facilitators, who may propose.
    Proposers,
    /// The proposer who was selected.
    Winner(String),
    /// Who coordinates the mission.
    Coordinator(String),
    /// Nobody.
    Nobody,
}

impl Owing {
    fn of(by: By, state: &State, me: PersonId) -> Owing {
        let name = |id: PersonId| {
            let person = state.person(id);
            let name = person.map(|person| clean_line(person.first_name()).into_owned());
            name.unwrap_or_default()
        };
        match by {
            By::Us(Some(id)) if id == me => Owing::You,
            By::Us(Some(id)) => Owing::Colleague(name(id)),
            By::Us(None) => Owing::Unclaimed,
            By::Desk(role) => Owing::Desk(role),
            By::Client => Owing::Client,
            By::Proposers { .. } => Owing::Proposers,
            By::Winner(id) => Owing::Winner(name(id)),
            By::Coordinator(id) => Owing::Coordinator(name(id)),
            By::Nobody => Owing::Nobody,
        }
    }

    /// Whether it is ours.
    pub fn is_ours(&self) -> bool {
        matches!(
            self,
            Owing::You | Owing::Colleague(_) | Owing::Unclaimed | Owing::Desk(_)
        )
    }

    /// Whether whoever looks can do it: it is theirs, or waits for one of us. A colleague's is theirs to do.
    pub fn is_at_hand(&self) -> bool {
        self.is_ours() && !matches!(self, Owing::Colleague(_))
    }

    /// Returns the stable name that filters and machines know it by.
    pub fn key(&self) -> &'static str {
        match self {
            Owing::You | Owing::Colleague(_) | Owing::Unclaimed | Owing::Desk(_) => "house",
            Owing::Client => "client",
            Owing::Proposers => "proposers",
            Owing::Winner(_) => "winner",
            Owing::Coordinator(_) => "coordinator",
            Owing::Nobody => "nobody",
        }
    }
}

/// A saved view, as the list of views shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedViewRow {
    /// Its id.
    pub id: crate::domain::ViewId,
    /// Its name.
    pub name: String,
    /// What it shows.
    pub query: String,
    /// Whether all see it.
    pub shared: bool,
    /// Whether it is the viewer's own.
    pub own: bool,
}

impl RequestRow {
    /// The line of `request` for `me`.
    pub(super) fn of(request: &Request, state: &State, me: PersonId, now: Millis) -> RequestRow {
        let assignee = request
            .assignee
            .and_then(|id| state.person(id))
            .map(|person| {
                (
                    person.id,
                    clean_line(person.first_name()).into_owned(),
                    person.id == me,
                )
            });
        let step = request.step.at(now);
        RequestRow {
            id: request.id,
            subject: clean_line(&request.subject).into_owned(),
            organisation: organisation_name(state, request),
            provider: request.is_from_provider(),
            assignee,
            claimed_at: request.claimed_at,
            status: request.status,
            owing: Owing::of(step.by, state, me),
            since: step.since,
            follows: step.of.map(|of| of.id()),
            due: match request.status {
                Status::Snoozed { until } => Some(until),
                _ => step.due,
            },
            received_at: request.received_at,
            deadline: request.deadline,
            country: country(state, request),
            participants: request.wish.as_ref().and_then(|wish| wish.participants),
            stage: request.stage,
            group: RequestRow::group_of(request, state),
            findings: request.findings,
            watched: request.watchers.contains(&me),
            tags: request
                .tags
                .iter()
                .map(|tag| clean_line(tag).into_owned())
                .collect(),
            attachments: request.attachments,
            revision: request.revision,
        }
    }

    /// The group of `request`, and whether it is decided or only proposed: what is proposed follows from other requests
    /// of the client too.
    pub(super) fn group_of(request: &Request, state: &State) -> Option<(Group, bool)> {
        let proposed = || {
            let proposed = group::propose(state, request).group();
            proposed.map(|group| (group, false))
        };
        request.group.map(|group| (group, true)).or_else(proposed)
    }

    /// Whether we owe the next step and its time is past.
    pub fn is_overdue(&self, now: Millis) -> bool {
        let ours = self.status == Status::Open && self.owing.is_ours();
        ours && self.due.is_some_and(|due| due < now)
    }
}

/// Where the client is; of a provider nothing is known.
fn country(state: &State, request: &Request) -> Option<Country> {
    let client = state.organisation(request.organisation);
    client
        .filter(|_| !request.is_from_provider())
        .and_then(|client| client.profile.country)
}

/// Who asks: the organisation, or the provider who wrote.
pub(super) fn organisation_name(state: &State, request: &Request) -> String {
    if request.is_from_provider() {
        let contact = state.contact(request.contact);
        let shown = contact.map(|c| if c.name.is_empty() { &c.email } else { &c.name });
        return shown.map_or_else(String::new, |name| clean_line(name).into_owned());
    }
    state
        .organisation(request.organisation)
        .map(|o| clean_line(&o.profile.name).into_owned())
        .unwrap_or_default()
}
