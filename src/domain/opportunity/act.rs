//! Decides what is wanted of the board: posting, credits, proposals, missions. Each guard says what would
//! make it pass. Selection and the terms stand in `select`.

use super::command::{Command, Description};
use super::credit::{ContactClock, CreditKind, Entry, Ground, contact_clock};
use super::eligibility::lacks;
use super::event::{Event as Happened, Posted};
use super::mission::{Mission, Session};
use super::proposal::{Offer, State as ProposalState, Verdict};
use super::{Ending, Notice, Opportunity, Payer, Proposal, Stage};
use crate::domain::Millis;
use crate::domain::decide::{Decision, Facts};
use crate::domain::event::Event;
use crate::domain::ids::{ContactId, OpportunityId, PersonId, ProposalId, QuotationId, RequestId};
use crate::domain::money::{Currency, Money};
use crate::domain::person::{Permission, Person, Role};
use crate::domain::refusal::Refusal;
use crate::domain::request::{Attachment, Group, Request, Status};
use crate::domain::state::State;
use crate::domain::terms::MissionRole;
use crate::text::fold;

/// The longest reason, in characters.
pub const REASON_MOST: usize = 2_000;
/// The longest word on how a mission went, in characters.
pub const REPORT_MOST: usize = 20_000;

/// Decides.
pub(in crate::domain) fn decide(
    state: &State,
    facts: &Facts,
    command: &Command,
) -> Result<Decision, Refusal> {
    let actor = facts.actor.and_then(|id| state.person(id));
    let doing = Doing {
        state,
        now: facts.now,
        actor: actor.ok_or(Refusal::NobodyKnown)?,
    };
    doing.decide(command).map(Decision::of)
}

/// One command, being decided.
pub(super) struct Doing<'a> {
    pub(super) state: &'a State,
    pub(super) now: Millis,
    pub(super) actor: &'a Person,
}

/// What comes of it.
pub(super) type Events = Result<Vec<Event>, Refusal>;

impl<'a> Doing<'a> {
    fn decide(&self, command: &Command) -> Events {
        match command {
            Command::Post {
                request,
                quotation,
                notice,
                description,
            } => self.post(*request, *quotation, notice, description),
            Command::Amend {
                opportunity,
                notice,
                description,
            } => self.amend(*opportunity, notice, description.as_ref()),
            Command::End {
                opportunity,
                why,
                refund,
            } => self.end(*opportunity, *why, *refund),
            Command::Favourite(opportunity, there) => self.favourite(*opportunity, *there),
            Command::Open {
                opportunity,
                kind,
                price,
                reason,
            } => self.open(*opportunity, *kind, *price, reason),
            Command::Grant {
                person,
                kind,
                count,
                why,
            } => self.grant(*person, *kind, *count, why),
            Command::Refund {
                person,
                opportunity,
                kind,
                why,
            } => self.refund(*person, *opportunity, *kind, why),
            Command::Propose {
                opportunity,
                offer,
                submit,
            } => self.propose(*opportunity, offer, *submit),
            Command::Withdraw { proposal, reason } => self.withdraw(*proposal, reason),
            Command::Judge { proposal, verdict } => self.judge(*proposal, *verdict),
            Command::Encourage(proposal) => self.encourage(*proposal),
            Command::Select {
                proposal,
                seen,
                advice,
            } => self.select(*proposal, *seen, advice),
            Command::Reopen {
                opportunity,
                reason,
            } => self.reopen(*opportunity, reason),
            Command::Confirm {
                opportunity,
                agreement,
                consent,
            } => self.confirm(*opportunity, agreement, *consent),
            Command::Decline {
                opportunity,
                reason,
            } => self.decline(*opportunity, reason),
            Command::Team {
                opportunity,
                person,
                role,
            } => self.team(*opportunity, *person, *role),
            Command::Plan {
                opportunity,
                sessions,
            } => self.plan(*opportunity, sessions),
            Command::Tick {
                opportunity,
                task,
                done,
            } => {
                let (opportunity, mission) = self.mission(*opportunity)?;
                if mission.done.contains(task) == *done {
                    return Err(Refusal::AlreadySo);
                }
                let (task, done) = (*task, *done);
                Ok(vec![of(opportunity, Happened::Ticked { task, done })])
            }
            Command::Attend {
                opportunity,
                session,
                attended,
            } => self.attend(*opportunity, *session, *attended),
            Command::Deliver { opportunity, note } => self.deliver(*opportunity, note),
        }
    }

    pub(super) fn opportunity(&self, id: OpportunityId) -> Result<&'a Opportunity, Refusal> {
        let found = self.state.board().opportunity(id);
        found.map(|o| &**o).ok_or(Refusal::NoSuchOpportunity(id))
    }

    /// A proposal that is the actor's own, or before the client; others' drafts are nobody's business.
    pub(super) fn proposal(
        &self,
        id: ProposalId,
    ) -> Result<(&'a Opportunity, &'a Proposal), Refusal> {
        let proposal = self.state.board().proposal(id);
        let proposal = proposal.ok_or(Refusal::NoSuchProposal(id))?;
        if proposal.person != self.actor.id && proposal.submitted_at.is_none() {
            return Err(Refusal::NoSuchProposal(id));
        }
        Ok((self.opportunity(proposal.opportunity)?, proposal))
    }

    /// For whom the actor speaks: the client herself says nothing more; of the house, the client's
    /// contact is kept (PPL-3). Another client's contact is told that there is no such thing.
    pub(super) fn for_client(
        &self,
        opportunity: &Opportunity,
    ) -> Result<Option<ContactId>, Refusal> {
        if self.actor.may(Permission::PostOpportunities) {
            return Ok(Some(opportunity.contact));
        }
        let theirs = self.state.contact_of(self.actor.id) == Some(opportunity.contact);
        if theirs {
            Ok(None)
        } else {
            Err(Refusal::NoSuchOpportunity(opportunity.id))
        }
    }

    fn post(
        &self,
        request: RequestId,
        quotation: Option<QuotationId>,
        notice: &Notice,
        description: &Description,
    ) -> Events {
        let from = self.state.request(request);
        let from = from.ok_or(Refusal::NoSuchRequest(request))?;
        match from.status {
            Status::Open | Status::Snoozed { .. } => {}
            Status::Closed { .. } => return Err(Refusal::IsClosed(request)),
            Status::Merged { into } => return Err(Refusal::IsMerged { into }),
            Status::Void => return Err(Refusal::IsVoid(request)),
        }
        let group = from.group.ok_or(Refusal::GroupUndecided(request))?;
        let board = self.state.board();
        let live = board.of_request(request).find(|id| {
            let stage = board.opportunity(*id).map(|o| o.stage);
            !matches!(
                stage,
                Some(Stage::Ended { .. } | Stage::Delivered { .. }) | None
            )
        });
        if let Some(id) = live {
            return Err(Refusal::AlreadyPosted(id));
        }
        if group == Group::Subcontracting {
            let accepted =
                quotation.is_some_and(|id| self.state.quotations().is_accepted(id, request));
            if !accepted {
                return Err(Refusal::NeedsQuotation(request));
            }
        }
        self.check_notice(group, notice)?;
        self.check_description(description)?;
        self.names_nobody(from, notice, Some(&description.text))?;
        let posted = Posted {
            organisation: from.organisation,
            contact: from.contact,
            quotation: quotation.filter(|_| group == Group::Subcontracting),
            group,
            notice: notice.clone(),
            text: description.text.clone(),
            files: description.files.clone(),
        };
        Ok(vec![Event::Opportunity {
            request,
            opportunity: board.next_opportunity(),
            event: Box::new(Happened::Posted(Box::new(posted))),
        }])
    }

    fn check_notice(&self, group: Group, notice: &Notice) -> Result<(), Refusal> {
        if notice.title.trim().is_empty() {
            return Err(Refusal::TextMissing);
        }
        longest(&notice.title, Notice::TITLE_MOST)?;
        for text in [&notice.place, &notice.dates, &notice.payer_reason] {
            longest(text, Notice::WORDS_MOST)?;
        }
        if notice.deadline <= self.now {
            return Err(Refusal::InThePast);
        }
        if notice.sessions == 0 || notice.sessions > Notice::SESSIONS_MOST {
            return Err(Refusal::SessionsWrong {
                most: usize::from(Notice::SESSIONS_MOST),
            });
        }
        if let Some(amount) = notice.amount {
            right_price(amount)?;
        }
        match group {
            Group::Subcontracting => {
                let amount = notice.amount.ok_or(Refusal::PriceMissing)?;
                in_currency(amount, self.state.terms().currency)?;
                if notice.formula.is_some() || notice.payer == Payer::Provider {
                    return Err(Refusal::FormulaWrong);
                }
            }
            Group::ClientIntroduction => {
                notice.formula.ok_or(Refusal::FormulaWrong)?;
                if notice.payer == Payer::Provider && notice.payer_reason.trim().is_empty() {
                    return Err(Refusal::ReasonMissing);
                }
            }
        }
        Ok(())
    }

    fn check_description(&self, description: &Description) -> Result<(), Refusal> {
        longest(&description.text, Notice::TEXT_MOST)?;
        files_fit(&description.files, Notice::FILES_MOST)
    }

    /// What is posted names no client: who they are opens with a contact credit, or with the mission.
    fn names_nobody(
        &self,
        request: &Request,
        notice: &Notice,
        text: Option<&str>,
    ) -> Result<(), Refusal> {
        let words = [&*notice.title, &*notice.place, &*notice.dates];
        let said: Vec<String> = words.into_iter().chain(text).map(fold::fold).collect();
        let contact = self.state.contact(request.contact);
        let organisation = self.state.organisation(request.organisation);
        let names = contact
            .into_iter()
            .flat_map(|c| [&*c.email, &*c.phone, &*c.name])
            .chain(organisation.map(|o| &*o.profile.name));
        for name in names {
            if said.iter().any(|said| says(said, name)) {
                return Err(Refusal::NamesClient { what: name.into() });
            }
        }
        Ok(())
    }

    fn amend(
        &self,
        id: OpportunityId,
        notice: &Notice,
        description: Option<&Description>,
    ) -> Events {
        let opportunity = self.opportunity(id)?;
        if opportunity.stage != Stage::Open {
            return Err(Refusal::NotPending(id));
        }
        self.check_notice(opportunity.group, notice)?;
        if let Some(description) = description {
            self.check_description(description)?;
        }
        if let Some(request) = self.state.request(opportunity.request) {
            self.names_nobody(request, notice, description.map(|d| &*d.text))?;
        }
        if opportunity.notice == *notice && description.is_none() {
            return Err(Refusal::AlreadySo);
        }
        let amended = Happened::Amended {
            from: Box::new(opportunity.notice.clone()),
            to: Box::new(notice.clone()),
            text: description.map(|d| (d.text.clone(), d.files.clone())),
        };
        Ok(vec![of(opportunity, amended)])
    }

    fn end(&self, id: OpportunityId, why: Ending, refund: bool) -> Events {
        let opportunity = self.opportunity(id)?;
        if matches!(
            opportunity.stage,
            Stage::Ended { .. } | Stage::Delivered { .. }
        ) {
            return Err(Refusal::NotPending(id));
        }
        let mut events = vec![of(
            opportunity,
            Happened::Moved {
                from: opportunity.stage,
                to: Stage::Ended { why, at: self.now },
                word_of: None,
                reason: "".into(),
            },
        )];
        for proposal in self.state.board().proposals_of(id) {
            if matches!(
                proposal.state,
                ProposalState::Submitted | ProposalState::Selected | ProposalState::Confirmed
            ) {
                events.push(moved(opportunity, proposal, ProposalState::Lost, ""));
            }
        }
        if refund {
            for (person, opened) in self.state.credits().openers(id) {
                let steps = CreditKind::ALL.into_iter();
                let steps = steps.filter_map(|kind| Some((kind, opened.step(kind)?)));
                for (kind, step) in steps.filter(|(_, step)| step.price > 0 && !step.refunded) {
                    events.push(Event::Credit {
                        person,
                        entry: Box::new(Entry::Refunded {
                            opportunity: id,
                            kind,
                            price: step.price,
                            why: why.key().into(),
                        }),
                    });
                }
            }
        }
        Ok(events)
    }

    fn favourite(&self, id: OpportunityId, there: bool) -> Events {
        self.opportunity(id)?;
        if self.state.board().is_favourite(self.actor.id, id) == there {
            return Err(Refusal::AlreadySo);
        }
        Ok(vec![Event::Favoured {
            person: self.actor.id,
            opportunity: id,
            there,
        }])
    }

    fn open(&self, id: OpportunityId, kind: CreditKind, shown: u32, reason: &str) -> Events {
        let opportunity = self.opportunity(id)?;
        let me = self.actor.id;
        if self.state.has_opened(id, me, kind) {
            return Err(Refusal::AlreadySo);
        }
        let ground = match kind {
            CreditKind::Consultation => {
                self.pending(opportunity)?;
                None
            }
            CreditKind::Offer => {
                self.open_to_offers(opportunity)?;
                self.eligible(me, opportunity)?;
                self.opened_before(id, CreditKind::Consultation)?;
                None
            }
            CreditKind::Contact => {
                self.opened_before(id, CreditKind::Consultation)?;
                let ground = self.ground(opportunity, reason)?;
                self.eligible(me, opportunity)?;
                Some(ground)
            }
        };
        let price = kind.price(self.state.terms());
        if price != shown {
            return Err(Refusal::PriceChanged { price });
        }
        let left = self.state.credits().left(me, kind);
        if left < price {
            return Err(Refusal::NotEnoughCredits { kind, left, price });
        }
        Ok(vec![Event::Credit {
            person: me,
            entry: Box::new(Entry::Used {
                opportunity: id,
                kind,
                price,
                ground,
            }),
        }])
    }

    /// Why the client may be reached directly, or when it may be.
    fn ground(&self, opportunity: &Opportunity, reason: &str) -> Result<Ground, Refusal> {
        let stated = || {
            longest(reason, REASON_MOST)?;
            let reason = reason.trim();
            Ok((!reason.is_empty()).then(|| Ground::Stated(reason.into())))
        };
        match contact_clock(self.state, opportunity, self.actor.id, self.now) {
            ContactClock::Open => Err(Refusal::AlreadySo),
            ContactClock::NoAnswer => Ok(Ground::NoAnswer),
            ContactClock::Urgent => Ok(Ground::Urgent),
            ContactClock::HouseHolds => Err(Refusal::HouseHoldsClient),
            ContactClock::Over => Err(Refusal::NotPending(opportunity.id)),
            ContactClock::At(until) => {
                stated()?.ok_or(Refusal::ContactWaits { until: Some(until) })
            }
            ContactClock::NothingAsked | ContactClock::Answered => {
                stated()?.ok_or(Refusal::ContactWaits { until: None })
            }
        }
    }

    fn opened_before(&self, id: OpportunityId, kind: CreditKind) -> Result<(), Refusal> {
        if self.state.has_opened(id, self.actor.id, kind) {
            Ok(())
        } else {
            Err(Refusal::OpenFirst(kind))
        }
    }

    fn pending(&self, opportunity: &Opportunity) -> Result<(), Refusal> {
        if opportunity.stage == Stage::Open {
            Ok(())
        } else {
            Err(Refusal::NotPending(opportunity.id))
        }
    }

    fn open_to_offers(&self, opportunity: &Opportunity) -> Result<(), Refusal> {
        self.pending(opportunity)?;
        if opportunity.takes_proposals(self.now) {
            Ok(())
        } else {
            Err(Refusal::ProposalsClosed {
                at: opportunity.notice.deadline,
            })
        }
    }

    pub(super) fn eligible(
        &self,
        person: PersonId,
        opportunity: &Opportunity,
    ) -> Result<(), Refusal> {
        let role = MissionRole::Coordinator;
        let lacks = lacks(self.state, person, &opportunity.notice, role);
        if lacks.is_empty() {
            Ok(())
        } else {
            Err(Refusal::NotEligible(lacks))
        }
    }

    fn facilitator(&self, person: PersonId) -> Result<(), Refusal> {
        let known = self.state.person(person);
        known
            .filter(|p| p.roles.contains(&Role::Facilitator))
            .map(drop)
            .ok_or(Refusal::NoSuchPerson)
    }

    fn grant(&self, person: PersonId, kind: CreditKind, count: u32, why: &str) -> Events {
        use super::credit::Account;
        self.facilitator(person)?;
        let why = reason(why)?;
        let left = self.state.credits().left(person, kind);
        if count == 0 || left.saturating_add(count) > Account::MOST {
            return Err(Refusal::CreditsWrong {
                most: usize::try_from(Account::MOST).unwrap_or(usize::MAX),
            });
        }
        Ok(vec![Event::Credit {
            person,
            entry: Box::new(Entry::Granted { kind, count, why }),
        }])
    }

    fn refund(
        &self,
        person: PersonId,
        opportunity: OpportunityId,
        kind: CreditKind,
        why: &str,
    ) -> Events {
        let opened = self.state.credits().opened(opportunity, person);
        let step = opened.step(kind).filter(|step| step.price > 0);
        let step = step.ok_or(Refusal::NoSuchThing)?;
        if step.refunded {
            return Err(Refusal::AlreadySo);
        }
        Ok(vec![Event::Credit {
            person,
            entry: Box::new(Entry::Refunded {
                opportunity,
                kind,
                price: step.price,
                why: reason(why)?,
            }),
        }])
    }

    fn propose(&self, id: OpportunityId, offer: &Offer, submit: bool) -> Events {
        let opportunity = self.opportunity(id)?;
        let me = self.actor.id;
        self.opened_before(id, CreditKind::Offer)?;
        let mine = self.state.board().proposal_of(id, me);
        let from = mine.map_or(ProposalState::Draft, |p| p.state);
        let before_client = from == ProposalState::Submitted;
        if matches!(
            from,
            ProposalState::Selected | ProposalState::Confirmed | ProposalState::Lost
        ) {
            return Err(Refusal::IsSettled(id));
        }
        let offer = self.checked(opportunity, offer)?;
        if submit || before_client {
            if offer.text.trim().is_empty() {
                return Err(Refusal::TextMissing);
            }
            if offer.price.is_none() {
                return Err(Refusal::PriceMissing);
            }
            // What stands before the client may be put right until it is selected, deadline or not.
            if before_client {
                self.pending(opportunity)?;
            } else {
                self.open_to_offers(opportunity)?;
            }
            self.eligible(me, opportunity)?;
        }
        let board = self.state.board();
        if mine.is_none() && opportunity.proposals.len() >= Opportunity::PROPOSALS_MOST {
            return Err(Refusal::TooLong {
                most: Opportunity::PROPOSALS_MOST,
            });
        }
        let proposal = mine.map_or_else(|| board.next_proposal(), |p| p.id);
        let to = if submit || before_client {
            ProposalState::Submitted
        } else {
            ProposalState::Draft
        };
        let mut events = vec![of(
            opportunity,
            Happened::Offered {
                proposal,
                person: me,
                offer: Box::new(offer),
                before_client: to == ProposalState::Submitted,
            },
        )];
        if from != to {
            events.push(of(
                opportunity,
                Happened::Proposal {
                    proposal,
                    from,
                    to,
                    words: "".into(),
                },
            ));
        }
        Ok(events)
    }

    /// An offer whose parts are within their limits, and whose price is one that can be made.
    fn checked(&self, opportunity: &Opportunity, offer: &Offer) -> Result<Offer, Refusal> {
        longest(&offer.text, Offer::TEXT_MOST)?;
        longest(&offer.available, Offer::AVAILABLE_MOST)?;
        files_fit(&offer.files, Offer::FILES_MOST)?;
        let mut offer = offer.clone();
        match opportunity.group {
            // The house sets the price for its own market (S0); nobody bids under it.
            Group::Subcontracting => {
                if offer.price.is_some() && offer.price != opportunity.notice.amount {
                    return Err(Refusal::PriceIsSet);
                }
                offer.price = opportunity.notice.amount;
            }
            Group::ClientIntroduction => {
                if let Some(price) = offer.price {
                    right_price(price)?;
                    in_currency(price, self.currency_of(opportunity))?;
                }
            }
        }
        Ok(offer)
    }

    /// The currency that offers are made in: the client's, when they said what they would spend.
    fn currency_of(&self, opportunity: &Opportunity) -> Currency {
        let stated = opportunity.notice.amount.map(|amount| amount.currency);
        stated.unwrap_or(self.state.terms().currency)
    }

    fn withdraw(&self, id: ProposalId, why: &str) -> Events {
        let (opportunity, proposal) = self.proposal(id)?;
        if proposal.person != self.actor.id {
            return Err(Refusal::NoSuchProposal(id));
        }
        let why = match proposal.state {
            // Nobody has seen a draft: it needs no reason.
            ProposalState::Draft => {
                longest(why, REASON_MOST)?;
                why.trim().into()
            }
            ProposalState::Submitted => reason(why)?,
            ProposalState::Selected => return Err(Refusal::DeclineInstead(opportunity.id)),
            ProposalState::Confirmed | ProposalState::Lost | ProposalState::Withdrawn => {
                return Err(Refusal::IsSettled(opportunity.id));
            }
        };
        Ok(vec![moved(
            opportunity,
            proposal,
            ProposalState::Withdrawn,
            &why,
        )])
    }

    fn judge(&self, id: ProposalId, verdict: Verdict) -> Events {
        let (opportunity, proposal) = self.proposal(id)?;
        let word_of = self.for_client(opportunity)?;
        self.pending(opportunity)?;
        if proposal.state != ProposalState::Submitted {
            return Err(Refusal::IsSettled(opportunity.id));
        }
        if proposal.verdict == verdict {
            return Err(Refusal::AlreadySo);
        }
        let judged = Happened::Judged {
            proposal: id,
            from: proposal.verdict,
            to: verdict,
            word_of,
        };
        Ok(vec![of(opportunity, judged)])
    }

    /// Only once the client showed an interest (S1).
    fn encourage(&self, id: ProposalId) -> Events {
        let (opportunity, proposal) = self.proposal(id)?;
        self.pending(opportunity)?;
        if proposal.promising {
            return Err(Refusal::AlreadySo);
        }
        let shown =
            proposal.state == ProposalState::Submitted && proposal.verdict == Verdict::Interesting;
        if !shown {
            return Err(Refusal::NoInterestShown);
        }
        Ok(vec![of(opportunity, Happened::Encouraged { proposal: id })])
    }

    /// A running mission that the actor may work on: its coordinator, or the house.
    fn mission(&self, id: OpportunityId) -> Result<(&'a Opportunity, &'a Mission), Refusal> {
        let opportunity = self.opportunity(id)?;
        let mission = opportunity.mission.as_deref();
        let mission = mission.ok_or(Refusal::NotAMission(id))?;
        if !self.actor.is_staff() && mission.coordinator != self.actor.id {
            return Err(match mission.role(self.actor.id) {
                Some(_) => Refusal::NotYours {
                    owner: self.name(mission.coordinator),
                },
                None => Refusal::NoSuchOpportunity(id),
            });
        }
        match opportunity.stage {
            Stage::Confirmed { .. } => Ok((opportunity, mission)),
            Stage::Open | Stage::Selected { .. } => Err(Refusal::NotAMission(id)),
            Stage::Delivered { .. } | Stage::Ended { .. } => Err(Refusal::NotPending(id)),
        }
    }

    pub(super) fn name(&self, person: PersonId) -> Box<str> {
        let known = self.state.person(person);
        known.map_or("?".into(), |p| p.name.clone())
    }

    fn team(&self, id: OpportunityId, person: PersonId, role: Option<MissionRole>) -> Events {
        let (opportunity, mission) = self.mission(id)?;
        self.facilitator(person)?;
        if person == mission.coordinator || role == Some(MissionRole::Coordinator) {
            return Err(Refusal::OneCoordinator);
        }
        let from = mission.role(person);
        if from == role {
            return Err(Refusal::AlreadySo);
        }
        if role.is_some() && from.is_none() && mission.team.len() >= Mission::TEAM_MOST {
            return Err(Refusal::TooLong {
                most: Mission::TEAM_MOST,
            });
        }
        if role == Some(MissionRole::Facilitator) {
            let lacks = lacks(
                self.state,
                person,
                &opportunity.notice,
                MissionRole::Facilitator,
            );
            if !lacks.is_empty() {
                return Err(Refusal::NotEligible(lacks));
            }
        }
        let mut events = Vec::new();
        let holds = |session: &Session| session.by == Some(person) && session.attended.is_none();
        if role.is_none() && mission.sessions.iter().any(holds) {
            // Who leaves holds no session to come.
            let mut to = mission.sessions.clone();
            for session in to.iter_mut().filter(|session| holds(session)) {
                session.by = None;
            }
            let from = mission.sessions.clone();
            events.push(of(opportunity, Happened::Planned { from, to }));
        }
        let to = role;
        events.push(of(opportunity, Happened::Team { person, from, to }));
        Ok(events)
    }

    fn plan(&self, id: OpportunityId, sessions: &[Session]) -> Events {
        let (opportunity, mission) = self.mission(id)?;
        let most = usize::from(Notice::SESSIONS_MOST);
        if sessions.len() > most {
            return Err(Refusal::TooLong { most });
        }
        for session in sessions {
            longest(&session.place, Mission::PLACE_MOST)?;
            if session.by.is_some_and(|by| mission.role(by).is_none()) {
                return Err(Refusal::NotInTeam);
            }
            let held = session.attended.is_some();
            if held && !mission.sessions.contains(session) {
                return Err(Refusal::SessionHeld);
            }
        }
        let held = mission.sessions.iter().filter(|s| s.attended.is_some());
        for session in held {
            if !sessions.contains(session) {
                return Err(Refusal::SessionHeld);
            }
        }
        let mut to = sessions.to_vec();
        to.sort_by_key(|session| session.at);
        if to == mission.sessions {
            return Err(Refusal::AlreadySo);
        }
        let from = mission.sessions.clone();
        Ok(vec![of(opportunity, Happened::Planned { from, to })])
    }

    fn attend(&self, id: OpportunityId, session: u16, attended: u32) -> Events {
        let (opportunity, mission) = self.mission(id)?;
        let planned = mission.sessions.get(usize::from(session));
        let planned = planned.ok_or(Refusal::NoSuchThing)?;
        if planned.at > self.now {
            return Err(Refusal::NotYet { at: planned.at });
        }
        let (from, to) = (planned.attended, Some(attended));
        if from == to {
            return Err(Refusal::AlreadySo);
        }
        let said = Happened::Attended { session, from, to };
        Ok(vec![of(opportunity, said)])
    }

    fn deliver(&self, id: OpportunityId, note: &str) -> Events {
        let (opportunity, mission) = self.mission(id)?;
        longest(note, REPORT_MOST)?;
        let note = note.trim();
        let (held, ordered) = (mission.held(), usize::from(opportunity.notice.sessions));
        if held < ordered && note.is_empty() {
            return Err(Refusal::SessionsMissing { held, ordered });
        }
        let proposal = opportunity.stage.winner();
        let proposal = proposal.ok_or(Refusal::NotAMission(id))?;
        let (at, word_of) = (self.now, None);
        let mut events = vec![of(
            opportunity,
            Happened::Moved {
                from: opportunity.stage,
                to: Stage::Delivered { proposal, at },
                word_of,
                reason: "".into(),
            },
        )];
        if !note.is_empty() {
            let text = note.into();
            events.push(of(opportunity, Happened::Reported { text, at }));
        }
        Ok(events)
    }
}

/// An event of an opportunity.
pub(super) fn of(opportunity: &Opportunity, event: Happened) -> Event {
    Event::Opportunity {
        request: opportunity.request,
        opportunity: opportunity.id,
        event: Box::new(event),
    }
}

/// A proposal moves on.
pub(super) fn moved(
    opportunity: &Opportunity,
    proposal: &Proposal,
    to: ProposalState,
    words: &str,
) -> Event {
    let event = Happened::Proposal {
        proposal: proposal.id,
        from: proposal.state,
        to,
        words: words.into(),
    };
    of(opportunity, event)
}

/// A reason that must be given.
pub(super) fn reason(text: &str) -> Result<Box<str>, Refusal> {
    longest(text, REASON_MOST)?;
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::ReasonMissing);
    }
    Ok(text.into())
}

pub(super) fn longest(text: &str, most: usize) -> Result<(), Refusal> {
    if text.chars().count() > most {
        return Err(Refusal::TooLong { most });
    }
    Ok(())
}

fn files_fit(files: &[Attachment], most: usize) -> Result<(), Refusal> {
    if files.len() > most {
        return Err(Refusal::TooLong { most });
    }
    Ok(())
}

/// A price that can be asked: not negative, and not beyond all measure.
fn right_price(price: Money) -> Result<(), Refusal> {
    if (0..=Offer::PRICE_MOST).contains(&price.minor) {
        Ok(())
    } else {
        Err(Refusal::PriceWrong)
    }
}

fn in_currency(price: Money, expected: Currency) -> Result<(), Refusal> {
    if price.currency == expected {
        Ok(())
    } else {
        Err(Refusal::WrongCurrency { expected })
    }
}

/// Whether `said` (folded) names `name`, as whole words. Names too short to tell anybody apart do not
/// count.
fn says(said: &str, name: &str) -> bool {
    const SHORT: usize = 4;
    let name = fold::fold(name.trim());
    if name.chars().count() < SHORT {
        return false;
    }
    said.match_indices(name.as_str()).any(|(at, found)| {
        let before = said[..at].chars().next_back();
        let after = said[at + found.len()..].chars().next();
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !word(before) && !word(after)
    })
}
