//! Posting (QUO-4, BRD-2): what a notice begins with, from what the house knows of the request; and what
//! exactly a facilitator will see of it, by the same eyes that will look later.

use super::{BoardRow, OpportunityPage, page};
use crate::desk::views::Sight;
use crate::domain::decision::Facts;
use crate::domain::eyes::Eyes;
use crate::domain::ids::{PersonId, QuotationId, RequestId};
use crate::domain::lists::Lists;
use crate::domain::meta::Meta;
use crate::domain::opportunity::command::Description;
use crate::domain::opportunity::event::OfBoard;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{BoardCommand, Notice, Payer};
use crate::domain::person::{Permission, Person, Preferences, Role};
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::request::{Group, Request, Status, Wish};
use crate::domain::trade::Audience;
use crate::domain::{self, Event, Millis, Refusal, State, decide};
use crate::text::fold;
use crate::text::sanitise::{clean_line, clean_text};

const DAY: Millis = 24 * 3_600_000;
/// How long proposals are taken when nothing else is said.
const USUAL_DAYS: Millis = 14;

/// What posting begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Posting {
    /// The request.
    pub request: RequestId,
    /// The accepted quotation it would be posted from, under Subcontracting.
    pub quotation: Option<QuotationId>,
    /// The group an officer decided on.
    pub group: Group,
    /// What is known already.
    pub notice: Notice,
}

/// What a facilitator will see.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The line on the board, as a facilitator's whose profile fits sees it.
    pub row: BoardRow,
    /// What is read once it is opened.
    pub text: String,
    /// The page, as such a facilitator sees it once it is opened; what depends on their own person is left
    /// out.
    pub page: Box<OpportunityPage>,
}

impl Sight {
    /// What posting `request` begins with.
    ///
    /// # Errors
    /// Why it cannot be posted: no permission, no such request, no group, no accepted quotation.
    pub fn posting(&self, request: RequestId, now: Millis) -> Result<Posting, Refusal> {
        let state = self.state();
        let eyes = Eyes::of(state, self.whose()).ok_or(Refusal::NobodyKnown)?;
        if !eyes.person.may(Permission::PostOpportunities) {
            return Err(Refusal::NotPermitted(Permission::PostOpportunities));
        }
        let from = state.request(request);
        let from = from.ok_or(RequestRefusal::NoSuchRequest(request))?;
        match from.status {
            Status::Open | Status::Snoozed { .. } => {}
            Status::Closed { .. } => {
                return Err(RequestRefusal::IsClosed(request).into());
            }
            Status::Merged { into } => {
                return Err(RequestRefusal::IsMerged { into }.into());
            }
            Status::Void => return Err(RequestRefusal::IsVoid(request).into()),
        }
        let decided = from.group.ok_or(RequestRefusal::GroupUndecided(request))?;
        let quotation = state.quotations().accepted_of(request);
        if decided == Group::Subcontracting && quotation.is_none() {
            return Err(BoardRefusal::NeedsQuotation(request).into());
        }
        let notice = known(state, from, decided, quotation, now);
        Ok(Posting {
            request,
            quotation: quotation.filter(|_| decided == Group::Subcontracting),
            group: decided,
            notice,
        })
    }

    /// The quotation that `request` would be posted from: the latest that the client accepted, where they see it.
    pub fn accepted_quotation(&self, request: RequestId) -> Option<QuotationId> {
        let eyes = Eyes::of(self.state(), self.whose())?;
        let id = self.state().quotations().accepted_of(request)?;
        eyes.quotation(id).ok().map(|_| id)
    }

    /// What a facilitator will see of a notice, before it is posted.
    ///
    /// # Errors
    /// Why it would be refused.
    pub fn preview(
        &self,
        posting: &Posting,
        description: &Description,
        now: Millis,
    ) -> Result<Preview, Refusal> {
        let facts = Facts {
            now,
            actor: Some(self.whose()),
            ..Facts::default()
        };
        let command = BoardCommand::Post {
            request: posting.request,
            quotation: posting.quotation,
            notice: Box::new(posting.notice.clone()),
            description: description.clone(),
        };
        let command = domain::Command::Board(Box::new(command));
        let decision = decide(self.state(), &facts, &command)?;
        let mut after = (**self.state()).clone();
        let meta = Meta {
            seq: after.seq() + 1,
            at: now,
            actor: facts.actor,
            on_behalf: None,
            command: 0,
        };
        after.apply(&meta, &decision.events);
        let id = decision.events.iter().find_map(|event| match event {
            Event::Board(OfBoard { opportunity, .. }) => Some(*opportunity),
            _ => None,
        });
        let posted = id.and_then(|id| after.board().opportunity(id));
        let posted = posted.ok_or(Refusal::NoSuchThing)?;
        let somebody = anybody(&after);
        let eyes = Eyes::of_person(&after, &somebody);
        let text = clean_text(&description.text).into_owned();
        let row = BoardRow {
            eligible: None,
            closed: false,
            ..BoardRow::of(&eyes, posted, now)
        };
        let page = OpportunityPage {
            row: row.clone(),
            text: Some(text.clone()),
            steps: Vec::new(),
            lacks: Vec::new(),
            ..page::outline(&eyes, posted, now)
        };
        let page = Box::new(page);
        Ok(Preview { row, text, page })
    }
}

/// A facilitator who is nobody yet.
fn anybody(state: &State) -> Person {
    Person {
        id: state.next_person(),
        name: "".into(),
        email: "".into(),
        roles: vec![Role::Facilitator],
        active: true,
        preferences: Preferences::default(),
    }
}

/// What the house knows of a request, as a notice: what was asked, and what the accepted quotation settled.
/// It names no client: the client's part of the subject is left out.
fn known(
    state: &State,
    request: &Request,
    decided: Group,
    quotation: Option<QuotationId>,
    now: Millis,
) -> Notice {
    let empty = Wish::default();
    let wish = request.wish.as_deref().unwrap_or(&empty);
    let organisation = state.organisation(request.organisation);
    let settled = quotation.and_then(|id| state.quotations().get(id));
    let brief = settled.map(|quotation| &quotation.brief);
    let segment = organisation.map_or("", |o| &o.profile.segment);
    let sub = decided == Group::Subcontracting;
    let lists = state.lists();
    let words = |settled: Option<&str>, wished: &str| -> Box<str> {
        let said = settled.map(str::trim).filter(|text| !text.is_empty());
        clean_line(said.unwrap_or(wished)).into_owned().into()
    };
    Notice {
        title: title(state, request).into(),
        work: brief
            .and_then(|b| b.work)
            .filter(|work| lists.is_offered(*work))
            .unwrap_or_else(|| lists.first()),
        audience: brief
            .and_then(|b| b.audience)
            .filter(|audience| lists.is_offered(*audience))
            .unwrap_or_else(|| audience(lists, segment)),
        language: request.language,
        country: organisation.and_then(|o| o.profile.country),
        place: words(brief.map(|b| &*b.place), &wish.place),
        online: brief
            .and_then(|b| b.online)
            .or(wish.online)
            .unwrap_or(false),
        starts: None,
        dates: words(brief.map(|b| &*b.dates), &wish.dates),
        participants: brief.and_then(|b| b.participants).or(wish.participants),
        sessions: brief.and_then(|b| b.sessions).unwrap_or(1),
        deadline: request
            .deadline
            .filter(|at| *at > now + DAY)
            .unwrap_or(now + USUAL_DAYS * DAY),
        // What the client pays the house is not what the house pays for it: the officer says.
        amount: if sub { None } else { wish.budget },
        formula: None,
        payer: Payer::Client,
        payer_reason: "".into(),
        urgent: false,
        skills: Vec::new(),
    }
}

/// What the subject says the request is about, without the client's part; nothing when it names them.
fn title(state: &State, request: &Request) -> String {
    let subject = request.subject.trim();
    let about = subject.split_once('/').map_or(subject, |(_, about)| about);
    let about = clean_line(about.trim()).into_owned();
    let folded = fold::fold(&about);
    let organisation = state.organisation(request.organisation);
    let contact = state.contact(request.contact);
    let names = organisation.map(|o| &*o.profile.name).into_iter();
    let names = names.chain(contact.map(|c| &*c.name));
    let named = |name: &str| {
        let name = fold::fold(name.trim());
        !name.is_empty() && folded.contains(&name)
    };
    if names.into_iter().any(named) {
        String::new()
    } else {
        about
    }
}

/// The audience that a segment's own word speaks for.
fn audience(lists: &Lists, segment: &str) -> Audience {
    let segment = fold::fold(segment);
    let has = |words: &[&str]| words.iter().any(|word| segment.contains(word));
    let key = if has(&[
        "school", "ecole", "lycee", "college", "univers", "educ", "enseign",
    ]) {
        "education"
    } else if has(&[
        "public",
        "mairie",
        "city",
        "collectiv",
        "minist",
        "administration",
    ]) {
        "public_body"
    } else if has(&["associat", "ngo", "ong", "foundation", "fondation"]) {
        "association"
    } else {
        "company"
    };
    lists.choose(key).unwrap_or_else(|| lists.first())
}

/// Where a client's request stands, as she is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestStage {
    /// With the house.
    WithTheHouse,
    /// It was quoted.
    Quotation,
    /// It stands on the board.
    Board,
    /// It is a mission.
    Mission,
    /// It was delivered.
    Delivered,
    /// It is closed.
    Closed,
}

impl RequestStage {
    /// Returns the stable name that texts find it by.
    pub fn key(self) -> &'static str {
        match self {
            RequestStage::WithTheHouse => "with-the-house",
            RequestStage::Quotation => "quotation",
            RequestStage::Board => "board",
            RequestStage::Mission => "mission",
            RequestStage::Delivered => "delivered",
            RequestStage::Closed => "closed",
        }
    }
}

/// Where a client's request stands, as the client is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientRequest {
    /// Its id.
    pub id: RequestId,
    /// Its subject, as the client wrote it or as it was put right.
    pub subject: String,
    /// When it came in.
    pub received_at: Millis,
    /// Where it stands.
    pub stage: RequestStage,
    /// What stands on the board of it.
    pub opportunity: Option<crate::domain::OpportunityId>,
    /// The quotation that was sent for it.
    pub quotation: Option<QuotationId>,
}

impl Sight {
    /// The requests of who looks, when they are a client's contact: the newest first.
    pub fn own_requests(&self) -> Vec<ClientRequest> {
        let state = self.state();
        let me: PersonId = self.whose();
        let person = state.person(me);
        let is_client = person.is_some_and(|p| p.active && p.roles.contains(&Role::ClientContact));
        let Some(contact) = state.contact_of(me).filter(|_| is_client) else {
            return Vec::new();
        };
        let organisation = state.contact(contact).map(|c| c.organisation);
        let ids = organisation.into_iter().flat_map(|o| state.requests_of(o));
        let mut rows: Vec<ClientRequest> = ids
            .filter_map(|id| state.request(id))
            .filter(|request| state.is_same_contact(request.contact, contact) && is_told(request))
            .map(|request| client_request(state, request))
            .collect();
        rows.reverse();
        rows
    }
}

/// What went into another or was taken back is told as that other, or not at all.
fn is_told(request: &Request) -> bool {
    !matches!(request.status, Status::Merged { .. } | Status::Void)
}

fn client_request(state: &State, request: &Request) -> ClientRequest {
    use crate::domain::opportunity::OpportunityStage;
    let board = state.board();
    let opportunity = board
        .of_request(request.id)
        .last()
        .and_then(|id| board.opportunity(id));
    let quotation = state.quotations().sent_of(request.id);
    let stage = match opportunity.map(|o| o.stage) {
        Some(OpportunityStage::Open | OpportunityStage::Selected { .. }) => RequestStage::Board,
        Some(OpportunityStage::Confirmed { .. }) => RequestStage::Mission,
        Some(OpportunityStage::Delivered { .. }) => RequestStage::Delivered,
        Some(OpportunityStage::Ended { .. }) | None => match request.status {
            Status::Closed { .. } => RequestStage::Closed,
            _ if quotation.is_some() => RequestStage::Quotation,
            _ => RequestStage::WithTheHouse,
        },
    };
    ClientRequest {
        id: request.id,
        subject: clean_line(&request.subject).into_owned(),
        received_at: request.received_at,
        stage,
        opportunity: opportunity.map(|o| o.id),
        quotation,
    }
}
