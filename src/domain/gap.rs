//! Stand-ins for rows whose first record is lost, so that every later row keeps its number and no number
//! is given out twice.
//!
//! Live there is never a gap: each new row gets the next number. Only a replay over records that a recovery
//! declared lost meets one.

use super::ids::{
    ContactId, OpportunityId, OrganisationId, PersonId, ProposalId, QuotationId, RequestId,
};
use super::opportunity::{self, Ending, Opportunity, Proposal, proposal};
use super::organisation::{Contact, Organisation, Profile};
use super::person::{Person, Preferences};
use super::quotation::{self, Brief, Quotation};
use super::request::{Findings, Request, Status, Turn};

/// More rows than this are not missing: the number itself is wrong.
const MOST: usize = 1_000_000;
/// What stands in place of a name.
const UNKNOWN: &str = "?";

/// A row that can be missing.
pub(in crate::domain) trait Row: Sized {
    /// Its place in its table.
    fn place(&self) -> usize;
    /// What stands at `place` when nothing of that row is known. It says nothing of this one.
    fn stand_in(&self, place: usize) -> Self;
}

/// Returns what stands between the rows there are and `new`.
pub(in crate::domain) fn before<T: Row>(there: usize, new: &T) -> impl Iterator<Item = T> + '_ {
    let to = Some(new.place()).filter(|to| to.saturating_sub(there) <= MOST);
    (there..to.unwrap_or(there)).map(|place| new.stand_in(place))
}

impl Row for Request {
    fn place(&self) -> usize {
        self.id.index()
    }

    fn stand_in(&self, place: usize) -> Self {
        Request {
            id: RequestId::at(place),
            organisation: OrganisationId(0),
            contact: ContactId(0),
            subject: UNKNOWN.into(),
            language: self.language,
            kind: None,
            source: self.source,
            received_at: self.received_at,
            touched_at: self.touched_at,
            wish: None,
            deadline: None,
            stage: self.stage,
            group: None,
            status: Status::Void,
            turn: Turn::NOBODY,
            assignee: None,
            claimed_at: self.claimed_at,
            watchers: Box::default(),
            tags: Box::default(),
            findings: Findings::default(),
            copies: 0,
            attachments: 0,
            attempts: 0,
            related: None,
            messages: Box::default(),
            trail: Vec::new(),
            revision: 0,
        }
    }
}

impl Row for Person {
    fn place(&self) -> usize {
        self.id.index()
    }

    fn stand_in(&self, place: usize) -> Self {
        Person {
            id: PersonId::at(place),
            name: UNKNOWN.into(),
            email: Box::default(),
            roles: Vec::new(),
            active: false,
            preferences: Preferences::default(),
        }
    }
}

impl Row for Organisation {
    fn place(&self) -> usize {
        self.id.index()
    }

    fn stand_in(&self, place: usize) -> Self {
        Organisation {
            id: OrganisationId::at(place),
            profile: Profile {
                name: UNKNOWN.into(),
                ..Profile::default()
            },
            relation_until: None,
        }
    }
}

impl Row for Contact {
    fn place(&self) -> usize {
        self.id.index()
    }

    fn stand_in(&self, place: usize) -> Self {
        Contact {
            id: ContactId::at(place),
            name: UNKNOWN.into(),
            email: Box::default(),
            phone: Box::default(),
            organisation: OrganisationId(0),
        }
    }
}

impl Row for Quotation {
    fn place(&self) -> usize {
        self.id.index()
    }

    fn stand_in(&self, place: usize) -> Self {
        let at = self.begun_at;
        Quotation {
            id: QuotationId::at(place),
            request: RequestId(0),
            officer: PersonId(0),
            begun_at: at,
            touched_at: at,
            brief: Brief::default(),
            asked_at: None,
            standing: quotation::Standing {
                stage: quotation::Stage::Dropped { at },
                round: self.standing.round,
                turn_of: None,
                due: None,
                copies: Vec::new(),
                r1_at: None,
                versions: 0,
                sent: None,
            },
            versions: Vec::new(),
            tags: Vec::new(),
            word_at: None,
            trail: Vec::new(),
            revision: 0,
        }
    }
}

impl Row for Opportunity {
    fn place(&self) -> usize {
        self.id.index()
    }

    fn stand_in(&self, place: usize) -> Self {
        let mut notice = self.notice.clone();
        notice.title = UNKNOWN.into();
        notice.country = None;
        notice.place = Box::default();
        notice.starts = None;
        notice.dates = Box::default();
        notice.participants = None;
        notice.sessions = 1;
        notice.amount = None;
        notice.formula = None;
        notice.payer_reason = Box::default();
        notice.urgent = false;
        Opportunity {
            id: OpportunityId::at(place),
            request: RequestId(0),
            organisation: OrganisationId(0),
            contact: ContactId(0),
            quotation: None,
            group: self.group,
            notice,
            notice_at: self.notice_at,
            text_at: 0,
            files: Vec::new(),
            stage: opportunity::Stage::Ended {
                why: Ending::Mistake,
                at: self.posted_at,
            },
            posted_at: self.posted_at,
            posted_by: None,
            touched_at: self.touched_at,
            proposals: Vec::new(),
            submitted: 0,
            agreement: None,
            mission: None,
            revision: 0,
        }
    }
}

impl Row for Proposal {
    fn place(&self) -> usize {
        self.id.index()
    }

    fn stand_in(&self, place: usize) -> Self {
        Proposal {
            id: ProposalId::at(place),
            opportunity: OpportunityId(0),
            person: PersonId(0),
            state: proposal::Standing::Withdrawn,
            verdict: proposal::Verdict::Unsaid,
            price: None,
            text_at: 0,
            words_at: None,
            files: 0,
            submitted_at: None,
            answered_at: None,
            touched_at: self.touched_at,
            promising: false,
        }
    }
}
