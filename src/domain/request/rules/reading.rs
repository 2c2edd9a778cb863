//! What a request is taken to ask: its group, kind, subject, deadline, findings (REQ-3, REQ-6).

use crate::domain::Millis;
use crate::domain::lists::refusal::ListsRefusal;
use crate::domain::refusal::Refusal;
use crate::domain::request::change::Change;
use crate::domain::request::rules::Doing;
use crate::domain::request::turn::Turn;
use crate::domain::request::{Finding, Group, Owes, Request, lint};
use crate::domain::routing::KindId;
use crate::domain::undo::refusal::UndoRefusal;
use crate::domain::undo::stands;

impl Doing<'_> {
    pub(super) fn set_group(&mut self, to: Option<Group>) -> Result<(), Refusal> {
        // Facilitators read its fees and rights: the posting is ended first (REQ-6).
        if to != self.request.group
            && let Some(posted) = stands::posted_on(self.state, self.request.id, 0)
        {
            return Err(UndoRefusal::StoodOn(posted).into());
        }
        self.set(Change::Group {
            from: self.request.group,
            to,
        })
    }

    pub(super) fn set_kind(&mut self, to: Option<KindId>) -> Result<(), Refusal> {
        if let Some(kind) = to {
            let row = self.state.routing().row(kind).ok_or(Refusal::NoSuchThing)?;
            if row.retired && self.request.kind != to {
                let key = row.key.clone();
                return Err(ListsRefusal::KindRetired { key }.into());
            }
        }
        self.set(Change::Kind {
            from: self.request.kind,
            to,
        })
    }

    pub(super) fn set_subject(&mut self, to: &str) -> Result<(), Refusal> {
        let to = to.trim();
        if to.is_empty() {
            return Err(Refusal::TextMissing);
        }
        if to.chars().count() > Request::SUBJECT_MOST {
            return Err(Refusal::TooLong {
                most: Request::SUBJECT_MOST,
            });
        }
        self.set(Change::Subject {
            from: self.request.subject.clone(),
            to: to.into(),
        })?;
        if lint::subject_conforms(to, self.state.lexicon()) {
            self.settle(Finding::Subject)?;
        }
        Ok(())
    }

    pub(super) fn set_deadline(&mut self, to: Option<Millis>) -> Result<(), Refusal> {
        if to.is_some_and(|at| at <= self.facts.now) {
            return Err(Refusal::InThePast);
        }
        self.set(Change::Deadline {
            from: self.request.deadline,
            to,
        })?;
        if to.is_some() {
            self.settle(Finding::NoDeadline)?;
            self.settle(Finding::DoubtfulDate)?;
        }
        let Turn { owes, due } = self.request.owed();
        if let (Owes::House, Some(at), Some(due)) = (owes, to, due)
            && at < due
        {
            self.set_turn(Turn {
                owes,
                due: Some(at),
            });
        }
        Ok(())
    }

    /// Settles a finding if it stands. True if it did.
    pub(super) fn settle(&mut self, finding: Finding) -> Result<bool, Refusal> {
        let stands = self.request.findings.has(finding);
        if stands {
            self.push(Change::Finding {
                finding,
                there: false,
            });
        }
        Ok(stands)
    }
}
