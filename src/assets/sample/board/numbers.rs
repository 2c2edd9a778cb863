//! The numbers things on the sample house's board get, in the order of all scenes, and with them the commands of
//! each step. Each step makes what the step says; nothing is checked here that the rules check.

use std::collections::BTreeMap;

use super::lines::StepLine;
use super::{DAY, Deed, Step, bad, command};
use crate::assets::BadFile;
use crate::domain::money::Money;
use crate::domain::opportunity::command::Description;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::mission::{Session, Task};
use crate::domain::opportunity::proposal::{Revision, Verdict};
use crate::domain::opportunity::rules::select::share;
use crate::domain::opportunity::{
    Agreement, BoardCommand, CreditCommand, EndReason, MissionCommand, Payer,
};
use crate::domain::person::command::PeopleCommand;
use crate::domain::request::Group;
use crate::domain::terms::Terms;
use crate::domain::trade::MissionRole;
use crate::domain::{
    self, ContactId, Millis, OpportunityId, PersonId, ProposalId, QuotationId, RequestId, Seq,
};

/// The numbers that things get, in the order of the scenes.
#[derive(Default)]
pub(in crate::assets::sample) struct Numbers {
    contacts: BTreeMap<String, ContactId>,
    opportunities: BTreeMap<RequestId, OpportunityId>,
    /// A proposal, the record it stands in, and its price.
    proposals: BTreeMap<(RequestId, PersonId), (ProposalId, Seq, Option<Money>)>,
    sessions: BTreeMap<RequestId, Vec<Session>>,
    /// The latest quotation of each request, and how many there are.
    quotations: BTreeMap<RequestId, QuotationId>,
    quoted: usize,
}

impl Numbers {
    /// Takes note of a contact who writes for the first time.
    pub(in crate::assets::sample) fn hear(&mut self, email: &str) {
        let next = ContactId::at(self.contacts.len());
        if !email.is_empty() {
            self.contacts.entry(email.to_lowercase()).or_insert(next);
        }
    }

    /// Takes note of a quotation that is begun.
    pub(in crate::assets::sample) fn quote(&mut self, request: RequestId) {
        let id = QuotationId::at(self.quoted);
        self.quotations.insert(request, id);
        self.quoted += 1;
    }

    /// The commands of a step that begins with record `seq`.
    pub(in crate::assets::sample) fn commands(
        &mut self,
        step: &Step,
        seq: Seq,
    ) -> Result<Vec<domain::Command>, BadFile> {
        match step {
            Step::Link(person, email) => {
                let contact = self.contacts.get(&email.to_lowercase()).copied();
                let contact =
                    contact.ok_or_else(|| bad(format!("board: nobody writes from {email}")))?;
                Ok(vec![domain::Command::People(PeopleCommand::LinkContact {
                    person: *person,
                    contact: Some(contact),
                })])
            }
            Step::Favour(request) => {
                let favour = BoardCommand::Favourite(self.opportunity(*request)?, true);
                Ok(vec![command(favour)])
            }
            Step::Post(request, notice, text) => {
                let id = OpportunityId::at(self.opportunities.len());
                self.opportunities.insert(*request, id);
                Ok(vec![command(BoardCommand::Post {
                    request: *request,
                    quotation: self
                        .quotations
                        .get(request)
                        .copied()
                        .filter(|_| notice.formula.is_none()),
                    notice: notice.clone(),
                    description: Description {
                        text: text.clone(),
                        files: Vec::new(),
                    },
                })])
            }
            Step::Do(request, deed) => {
                let commands = self.deed(*request, deed, seq)?;
                Ok(commands.into_iter().map(command).collect())
            }
        }
    }

    fn opportunity(&self, request: RequestId) -> Result<OpportunityId, BadFile> {
        let known = self.opportunities.get(&request).copied();
        known.ok_or_else(|| bad(format!("board: {request} is not posted yet")))
    }

    fn proposal(
        &self,
        request: RequestId,
        person: Option<PersonId>,
    ) -> Result<(ProposalId, Seq, Option<Money>), BadFile> {
        let known = person.and_then(|person| self.proposals.get(&(request, person)).copied());
        known.ok_or_else(|| bad(format!("board: {request}: no such proposal")))
    }

    fn deed(
        &mut self,
        request: RequestId,
        deed: &Deed,
        seq: Seq,
    ) -> Result<Vec<BoardCommand>, BadFile> {
        let (line, opportunity) = (&deed.line, self.opportunity(request)?);
        let open = |kind, reason: &str| {
            BoardCommand::Credit(CreditCommand::Open {
                opportunity,
                kind,
                price: 1,
                reason: reason.into(),
            })
        };
        let one = match line.what.as_str() {
            "open" => {
                let first = open(CreditKind::Consultation, "");
                return Ok(vec![first, open(CreditKind::Offer, "")]);
            }
            "contact" => open(CreditKind::Contact, &line.reason),
            "propose" | "draft" => self.propose(request, opportunity, deed, seq),
            "decline" => BoardCommand::Decline {
                opportunity,
                reason: line.text.as_str().into(),
            },
            "confirm" => self.confirm(request, opportunity, deed)?,
            "end" => BoardCommand::End {
                opportunity,
                why: EndReason::ALL
                    .into_iter()
                    .find(|why| why.key() == line.reason)
                    .ok_or_else(|| bad(format!("board: {request}: why does it end?")))?,
                refund: line.refund,
            },
            "withdraw" | "interesting" | "not_interesting" | "encourage" | "select" => {
                self.to_proposal(request, deed)?
            }
            _ => self.in_mission(request, opportunity, deed)?,
        };
        Ok(vec![one])
    }

    /// What is done with a proposal that was made.
    fn to_proposal(&self, request: RequestId, deed: &Deed) -> Result<BoardCommand, BadFile> {
        let verdict = |verdict| {
            let proposal = self.proposal(request, deed.to)?.0;
            Ok(BoardCommand::Judge { proposal, verdict })
        };
        match deed.line.what.as_str() {
            "withdraw" => Ok(BoardCommand::Withdraw {
                proposal: self.proposal(request, Some(deed.who))?.0,
                reason: deed.line.text.as_str().into(),
            }),
            "interesting" => verdict(Verdict::Interesting),
            "not_interesting" => verdict(Verdict::NotInteresting),
            "encourage" => Ok(BoardCommand::Encourage(self.proposal(request, deed.to)?.0)),
            "select" => {
                let (proposal, seen, _) = self.proposal(request, deed.to)?;
                Ok(BoardCommand::Select {
                    proposal,
                    seen,
                    advice: "".into(),
                    formula: deed.notice.formula,
                    said: deed.line.reason.as_str().into(),
                })
            }
            other => Err(bad(format!("board: {other} is no step of a proposal"))),
        }
    }

    /// What is done in a mission that runs.
    fn in_mission(
        &mut self,
        request: RequestId,
        opportunity: OpportunityId,
        deed: &Deed,
    ) -> Result<BoardCommand, BadFile> {
        let line = &deed.line;
        match line.what.as_str() {
            "team" => Ok(BoardCommand::Mission(MissionCommand::Team {
                opportunity,
                person: deed
                    .to
                    .ok_or_else(|| bad(format!("board: {request}: whom?")))?,
                role: MissionRole::ALL
                    .into_iter()
                    .find(|role| role.key() == line.role),
            })),
            "plan" => Ok(self.plan(request, opportunity, deed)),
            "tick" => Ok(BoardCommand::Mission(MissionCommand::Tick {
                opportunity,
                task: Task::ALL
                    .into_iter()
                    .find(|task| task.key() == line.task)
                    .ok_or_else(|| bad(format!("board: {request}: no task {}", line.task)))?,
                done: true,
            })),
            "attend" => self.attend(request, opportunity, line),
            "deliver" => Ok(BoardCommand::Mission(MissionCommand::Deliver {
                opportunity,
                note: line.text.as_str().into(),
            })),
            other => Err(bad(format!("board: {other} is no step"))),
        }
    }

    fn propose(
        &mut self,
        request: RequestId,
        opportunity: OpportunityId,
        deed: &Deed,
        seq: Seq,
    ) -> BoardCommand {
        let next = ProposalId::at(self.proposals.len());
        let begun = self.proposals.entry((request, deed.who));
        let kept = begun.or_insert((next, seq, deed.price));
        (kept.1, kept.2) = (seq, deed.price);
        BoardCommand::Propose {
            opportunity,
            revision: Box::new(Revision {
                price: Some(deed.price),
                available: Some(deed.line.available.as_str().into()),
                text: Some(deed.line.text.as_str().into()),
            }),
            submit: deed.line.what == "propose",
        }
    }

    /// The terms as they are with the house's usual ones.
    fn confirm(
        &self,
        request: RequestId,
        opportunity: OpportunityId,
        deed: &Deed,
    ) -> Result<BoardCommand, BadFile> {
        let (_, _, price) = self.proposal(request, Some(deed.who))?;
        let price = price.ok_or_else(|| bad(format!("board: {request}: no price")))?;
        let (terms, notice) = (Terms::default(), &deed.notice);
        let agreement = match notice.formula {
            None => Agreement {
                group: Group::Subcontracting,
                formula: None,
                price,
                commission: Money { minor: 0, ..price },
                payer: Payer::Client,
                coordination: Some(terms.coordination),
                usage_permille: 0,
                contribution_permille: 0,
                option: None,
            },
            formula => Agreement {
                group: Group::ClientIntroduction,
                formula,
                price,
                commission: share(price, terms.commission_permille),
                payer: notice.payer,
                coordination: None,
                usage_permille: terms.usage_permille,
                contribution_permille: terms.contribution_permille,
                option: formula
                    .filter(|of| of.key() == "r0")
                    .map(|_| Money { minor: 0, ..price }),
            },
        };
        Ok(BoardCommand::Confirm {
            opportunity,
            agreement: Box::new(agreement),
            tranches: Vec::new(),
            consent: true,
        })
    }

    fn plan(
        &mut self,
        request: RequestId,
        opportunity: OpportunityId,
        deed: &Deed,
    ) -> BoardCommand {
        let session = |days: &f64| Session {
            at: deed.now + (days * DAY) as Millis,
            place: deed.notice.place.clone(),
            by: Some(deed.who),
            attended: None,
        };
        let sessions: Vec<Session> = deed.line.days.iter().map(session).collect();
        let seen = self.sessions.insert(request, sessions.clone());
        BoardCommand::Mission(MissionCommand::Plan {
            opportunity,
            seen: seen.unwrap_or_default(),
            sessions,
        })
    }

    fn attend(
        &mut self,
        request: RequestId,
        opportunity: OpportunityId,
        line: &StepLine,
    ) -> Result<BoardCommand, BadFile> {
        let session = line.session.saturating_sub(1);
        let planned = self.sessions.get_mut(&request);
        let planned = planned.and_then(|all| all.get_mut(usize::from(session)));
        let planned = planned.ok_or_else(|| bad(format!("board: {request}: no session")))?;
        let was = planned.attended.replace(line.came);
        Ok(BoardCommand::Mission(MissionCommand::Attend {
            opportunity,
            session,
            at: planned.at,
            was,
            attended: line.came,
        }))
    }
}
