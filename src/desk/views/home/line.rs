//! One line of the first page: what a thing asks of who looks, by when, and what it is about.

use crate::desk::views::row::organisation_name;
use crate::domain::eyes::Eyes;
use crate::domain::ids::{OpportunityId, QuotationId};
use crate::domain::money::Money;
use crate::domain::opportunity::{self, Opportunity};
use crate::domain::quotation::rules::sight::QuotationSide;
use crate::domain::quotation::{Desk, Quotation, QuotationStage};
use crate::domain::request::step::Followed;
use crate::domain::request::{Group, Request, RequestStage};
use crate::domain::{Millis, RequestId};
use crate::text::fold;
use crate::text::sanitise::clean_line;

/// What a line is of, and leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Matter {
    /// A request.
    Request(RequestId),
    /// A quotation.
    Quotation(QuotationId),
    /// What is posted, or the mission it became.
    Opportunity(OpportunityId),
}

impl std::fmt::Display for Matter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Matter::Request(id) => id.fmt(f),
            Matter::Quotation(id) => id.fmt(f),
            Matter::Opportunity(id) => id.fmt(f),
        }
    }
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verb {
    /// Read what a client wrote first, and answer it.
    ReadAndReply,
    /// Answer what a client wrote.
    Reply,
    /// Call a client again who was not reached.
    CallAgain,
    /// Decide on the group.
    SetGroup,
    /// Begin a quotation.
    Quote,
    /// Post it on the board.
    Post,
    /// Say what is asked of pricing.
    Brief,
    /// Price a quotation.
    Price,
    /// Assemble its documents.
    Assemble,
    /// Verify it, and send it to the client.
    SendToClient,
    /// Find somebody for what nobody proposed for in time.
    FindFacilitator,
    /// Decide what follows when something came to nothing.
    DecideNext,
    /// Say how it is paid, as the client.
    ChooseFormula,
    /// Agree to the terms, as the client.
    AgreeTerms,
    /// Confirm the terms, as who was selected.
    ConfirmTerms,
    /// Plan the sessions of a mission.
    Plan,
    /// Hold the next session.
    HoldSession,
    /// Say how many came.
    NotePresent,
    /// Deliver a mission.
    Deliver,
    /// Accept or decline a quotation, as the client.
    DecideQuotation,
    /// Judge proposals, as the client.
    Judge,
    /// Choose among proposals, as the client.
    Choose,
}

impl Verb {
    /// All of them.
    pub const ALL: [Verb; 22] = [
        Verb::ReadAndReply,
        Verb::Reply,
        Verb::CallAgain,
        Verb::SetGroup,
        Verb::Quote,
        Verb::Post,
        Verb::Brief,
        Verb::Price,
        Verb::Assemble,
        Verb::SendToClient,
        Verb::FindFacilitator,
        Verb::DecideNext,
        Verb::ChooseFormula,
        Verb::AgreeTerms,
        Verb::ConfirmTerms,
        Verb::Plan,
        Verb::HoldSession,
        Verb::NotePresent,
        Verb::Deliver,
        Verb::DecideQuotation,
        Verb::Judge,
        Verb::Choose,
    ];

    /// Returns the stable name that texts find it by.
    pub fn key(self) -> &'static str {
        match self {
            Verb::ReadAndReply => "read-and-reply",
            Verb::Reply => "reply",
            Verb::CallAgain => "call-again",
            Verb::SetGroup => "set-group",
            Verb::Quote => "quote",
            Verb::Post => "post",
            Verb::Brief => "brief",
            Verb::Price => "price",
            Verb::Assemble => "assemble",
            Verb::SendToClient => "send-to-client",
            Verb::FindFacilitator => "find-facilitator",
            Verb::DecideNext => "decide-next",
            Verb::ChooseFormula => "choose-formula",
            Verb::AgreeTerms => "agree-terms",
            Verb::ConfirmTerms => "confirm-terms",
            Verb::Plan => "plan",
            Verb::HoldSession => "hold-session",
            Verb::NotePresent => "note-present",
            Verb::Deliver => "deliver",
            Verb::DecideQuotation => "decide-quotation",
            Verb::Judge => "judge",
            Verb::Choose => "choose",
        }
    }
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Todo {
    /// What it is of.
    pub of: Matter,
    /// By when.
    pub due: Option<Millis>,
    /// Whether that is past, and theirs to do.
    pub late: bool,
    /// Whether nobody has looked after it yet.
    pub new: bool,
    /// What is to be done.
    pub verb: Verb,
    /// To how many things: proposals to judge; 0 where that says nothing.
    pub count: u32,
    /// Who it is for; nothing for a client, who knows.
    pub who: String,
    /// What it is about.
    pub what: String,
    /// What it comes to.
    pub amount: Option<Money>,
}

/// Whether nobody has spoken with the client yet, nor tried.
pub(super) fn is_new(request: &Request) -> bool {
    request.stage == RequestStage::New && request.attempts == 0 && request.step.of.is_none()
}

/// The line of a request whose next step is theirs: of what the step follows, where that is a quotation they see.
pub(super) fn of_request(eyes: &Eyes<'_>, id: RequestId, now: Millis) -> Option<Todo> {
    let request = eyes.request(id).ok()?;
    let step = request.step.at(now);
    let base = Todo {
        of: Matter::Request(id),
        due: step.due,
        late: step.due.is_some_and(|due| due < now),
        new: is_new(request),
        verb: Verb::Reply,
        count: 0,
        who: organisation_name(eyes.state, request),
        what: subject(eyes, request),
        amount: None,
    };
    let follows = match step.of {
        Some(Followed::Quotation(id)) => eyes.quotation(id).ok().map(|quotation| Todo {
            of: Matter::Quotation(id),
            verb: of_stage(quotation),
            amount: total(quotation, QuotationSide::Staff),
            ..base.clone()
        }),
        Some(Followed::Opportunity(id)) => eyes.opportunity(id).ok().map(|one| Todo {
            of: Matter::Opportunity(id),
            verb: match one.stage {
                opportunity::OpportunityStage::Open => Verb::FindFacilitator,
                _ => Verb::DecideNext,
            },
            amount: one.notice.amount,
            ..base.clone()
        }),
        None => None,
    };
    Some(follows.unwrap_or_else(|| Todo {
        verb: of_talk(eyes, request),
        ..base
    }))
}

/// What is to be done next of a request that nothing follows from.
fn of_talk(eyes: &Eyes<'_>, request: &Request) -> Verb {
    match request.stage {
        RequestStage::New if request.attempts == 0 => Verb::ReadAndReply,
        RequestStage::New | RequestStage::Attempted => Verb::CallAgain,
        RequestStage::InTouch => Verb::Reply,
        RequestStage::Validated => {
            let state = eyes.state;
            let quoted = state.quotations().of_request(request.id).next().is_some();
            let posted = state.board().of_request(request.id).next().is_some();
            match request.group {
                None => Verb::SetGroup,
                Some(Group::Subcontracting) if !quoted => Verb::Quote,
                Some(Group::ClientIntroduction) if !posted => Verb::Post,
                Some(_) => Verb::Reply,
            }
        }
    }
}

/// What a quotation asks of us where it stands.
fn of_stage(quotation: &Quotation) -> Verb {
    match quotation.standing.stage {
        QuotationStage::At(Desk::Brief) => Verb::Brief,
        QuotationStage::At(Desk::Pricing) => Verb::Price,
        QuotationStage::At(Desk::Assembly) => Verb::Assemble,
        QuotationStage::At(Desk::Verification) => Verb::SendToClient,
        QuotationStage::Accepted { .. } => Verb::Post,
        QuotationStage::Sent { .. }
        | QuotationStage::Declined { .. }
        | QuotationStage::Dropped { .. } => Verb::DecideNext,
    }
}

/// The line of a quotation at a desk of theirs, or before them.
pub(super) fn of_quotation(eyes: &Eyes<'_>, id: QuotationId, now: Millis) -> Option<Todo> {
    let quotation = eyes.quotation(id).ok()?;
    let part = eyes.office().ok()?;
    let request = eyes.state.request(quotation.request)?;
    let shown = quotation.shown().map(|kept| kept.version.valid_until);
    let (due, verb, who) = match part {
        QuotationSide::Staff => (
            quotation.due(),
            of_stage(quotation),
            organisation_name(eyes.state, request),
        ),
        QuotationSide::Client => (shown, Verb::DecideQuotation, String::new()),
    };
    Some(Todo {
        of: Matter::Quotation(id),
        due,
        late: part == QuotationSide::Staff && due.is_some_and(|due| due < now),
        new: false,
        verb,
        count: 0,
        who,
        what: subject(eyes, request),
        amount: total(quotation, part),
    })
}

/// What a quotation comes to, as they see it.
fn total(quotation: &Quotation, part: QuotationSide) -> Option<Money> {
    let kept = match part {
        QuotationSide::Staff => quotation.shown().or_else(|| quotation.latest()),
        QuotationSide::Client => quotation.shown().or_else(|| quotation.sent()),
    };
    kept.map(|kept| kept.totals().gross())
}

/// The line of an opportunity that waits for its client, its winner or who coordinates it.
pub(super) fn of_opportunity(
    eyes: &Eyes<'_>,
    id: OpportunityId,
    due: Millis,
    now: Millis,
) -> Option<Todo> {
    let one = eyes.opportunity(id).ok()?;
    let client = eyes.is_client(one);
    let unjudged = match eyes.see_proposals(one) {
        true => eyes.state.board().unjudged(one),
        false => 0,
    };
    let (verb, count) = match one.stage {
        opportunity::OpportunityStage::Open if unjudged > 0 => (Verb::Judge, unjudged),
        opportunity::OpportunityStage::Open => (Verb::Choose, one.submitted),
        opportunity::OpportunityStage::Selected { .. } if one.awaits_formula() => {
            (Verb::ChooseFormula, 0)
        }
        opportunity::OpportunityStage::Selected { .. } if client => (Verb::AgreeTerms, 0),
        opportunity::OpportunityStage::Selected { .. } => (Verb::ConfirmTerms, 0),
        _ if one.mission.as_deref().is_some_and(|m| m.handover.is_some()) => {
            (Verb::ConfirmTerms, 0)
        }
        _ => (of_mission(one, now), 0),
    };
    let organisation = eyes.state.organisation(one.organisation);
    let organisation = organisation.filter(|_| eyes.see_client(one) && !client);
    let due = Some(due).filter(|due| *due < Millis::MAX);
    let who = organisation.map_or_else(String::new, |o| clean_line(&o.profile.name).into_owned());
    let title = clean_line(&one.notice.title);
    let agreed = one.agreement.as_deref().map(|agreed| agreed.price);
    let winner = one.stage.winner();
    let proposal = winner.and_then(|id| eyes.state.board().proposal(id));
    Some(Todo {
        of: Matter::Opportunity(id),
        due,
        late: !client && due.is_some_and(|due| due < now),
        new: false,
        verb,
        count,
        what: fold::without(&title, &who).to_owned(),
        who,
        amount: agreed.or_else(|| proposal.and_then(|proposal| proposal.says.price)),
    })
}

/// What a mission asks of who runs it.
fn of_mission(one: &Opportunity, now: Millis) -> Verb {
    let sessions = one.mission.as_deref().map_or(&[][..], |m| &m.sessions);
    match sessions.iter().find(|session| session.attended.is_none()) {
        Some(next) if next.at <= now => Verb::NotePresent,
        Some(_) => Verb::HoldSession,
        None if sessions.is_empty() => Verb::Plan,
        None => Verb::Deliver,
    }
}

/// A request's subject, without the client's name before it.
fn subject(eyes: &Eyes<'_>, request: &Request) -> String {
    let subject = clean_line(&request.subject).into_owned();
    let name = organisation_name(eyes.state, request);
    let short = |before: &str| {
        let (before, name) = (fold::fold(before.trim()), fold::fold(&name));
        let known = |word: &str| name.split_whitespace().any(|one| one == word);
        !before.is_empty() && before.split_whitespace().all(known)
    };
    match subject.split_once('/') {
        // `CLIENT / what it is about`, the client by words of its name.
        Some((before, after)) if !after.trim().is_empty() && short(before) => {
            after.trim().to_owned()
        }
        _ => fold::without(&subject, &name).to_owned(),
    }
}
