//! What is done with the answer to a question: which rooms it goes to. Decides nothing.

use super::BoardPane;
use super::posting::Drafting;
use super::views::View;
use crate::domain::facilitator::Profile;
use crate::domain::ids::{PersonId, ProposalId, Seq};
use crate::domain::opportunity::Ending;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::mission::{Session, Task};
use crate::domain::opportunity::proposal::Verdict;
use crate::domain::{Millis, OpportunityId};
use crate::ui::kit::form::Form;
use crate::ui::panes::ask::{Answered, Ask};

/// When a session begins, and how many were counted, as its user saw.
pub(super) type Counted = (Millis, Option<u32>);

/// What an answer is wanted for.
#[derive(Clone)]
pub(super) enum Wanted {
    /// Which view.
    View(Vec<View>),
    /// Whether to take a step, at this price, for this reason.
    Step(OpportunityId, CreditKind, u32, Box<str>),
    /// Why the client is contacted directly.
    ContactReason(OpportunityId, u32),
    /// Whether what was written is submitted or kept.
    Hand,
    /// Why a proposal is taken back.
    Withdraw(ProposalId),
    /// Why the terms are declined.
    Decline(OpportunityId),
    /// Which proposal is so judged.
    Judge(Verdict, Vec<ProposalId>),
    /// Which proposal is selected, each with the record that was read.
    Select(Vec<(ProposalId, Seq)>),
    /// What the others are told.
    Advice(ProposalId, Seq),
    /// Whether it is selected.
    SelectSure(ProposalId, Seq, Box<str>),
    /// Why the selection is opened again.
    Reopen(OpportunityId),
    /// Which request of one's own, and what stands on the board of each.
    Requests(Vec<Option<OpportunityId>>),
    /// What is posted, or put right.
    Notice(Box<Drafting>),
    /// Why an opportunity ends.
    End(OpportunityId),
    /// Whether what was spent on it goes back.
    EndRefund(OpportunityId, Ending),
    /// Whether it ends.
    EndSure(OpportunityId, Ending, bool),
    /// What one says of oneself.
    Profile(Box<Profile>),
    /// Which proposer is told of a good chance.
    Encourage(Vec<ProposalId>),
    /// Whose credits are looked at.
    CreditsOf(Vec<PersonId>),
    /// Who is granted credits.
    GrantWhom(Vec<PersonId>),
    /// How many of which, and why.
    Grant(PersonId),
    /// Who of the team, or for the team; whether they are in it.
    Team(OpportunityId, Vec<(PersonId, bool)>),
    /// As what.
    TeamRole(OpportunityId, PersonId),
    /// Which session of those shown, or a new one.
    Sessions(OpportunityId, Vec<Session>),
    /// Whether a session is changed or taken out.
    Session(OpportunityId, Session),
    /// When, where and by whom; an existing one, or a new one.
    SessionForm(OpportunityId, Option<Session>, Vec<PersonId>),
    /// Which thing of the logistics.
    Tick(OpportunityId, Vec<(Task, bool)>),
    /// Which session had how many.
    Attended(OpportunityId, Vec<usize>),
    /// How many came.
    Count(OpportunityId, usize, Counted),
    /// A word on how it went.
    Deliver(OpportunityId),
    /// Whether it is delivered.
    DeliverSure(OpportunityId, Box<str>),
}

impl BoardPane {
    /// Does what was wanted.
    pub(super) fn answer(&mut self, answer: Answered, ask: Option<Ask>, wanted: Wanted) {
        match answer {
            Answered::Chosen(at) => self.chosen(at, wanted),
            Answered::Text(text) => self.entered(text, wanted),
            Answered::Yes => self.sure(wanted),
            Answered::Filled => {
                if let Some(Ask::Form(form)) = ask {
                    self.filled(&form.form, wanted);
                }
            }
            Answered::Open | Answered::Refused(_) | Answered::Cancelled => {}
        }
    }

    fn chosen(&mut self, at: usize, wanted: Wanted) {
        match wanted {
            Wanted::View(views) => {
                if let Some(view) = views.into_iter().nth(at) {
                    self.show_view(view);
                }
            }
            Wanted::Hand => self.handed(at),
            Wanted::Judge(verdict, ids) => self.judged(verdict, ids.get(at)),
            Wanted::Select(ids) => self.ask_advice(ids.get(at)),
            Wanted::Requests(on_board) => self.go_to_request(on_board.get(at)),
            Wanted::End(id) => self.ask_refund(id, at),
            Wanted::EndRefund(id, why) => self.ask_end_sure(id, why, at == 1),
            Wanted::Encourage(ids) => self.encouraged(ids.get(at)),
            Wanted::CreditsOf(people) => self.show_credits(people.get(at)),
            Wanted::GrantWhom(people) => self.ask_grant(people.get(at)),
            Wanted::Team(id, people) => self.ask_role(id, people.get(at)),
            Wanted::TeamRole(id, person) => self.role_chosen(id, person, at),
            Wanted::Sessions(id, shown) => self.session_chosen(id, shown.get(at)),
            Wanted::Session(id, session) => self.session_menu(id, &session, at),
            Wanted::Tick(id, tasks) => self.ticked(id, tasks.get(at)),
            Wanted::Attended(id, sessions) => self.ask_count(id, sessions.get(at)),
            Wanted::Step(..)
            | Wanted::ContactReason(..)
            | Wanted::Withdraw(_)
            | Wanted::Decline(_)
            | Wanted::Advice(..)
            | Wanted::SelectSure(..)
            | Wanted::Reopen(_)
            | Wanted::Notice(_)
            | Wanted::Profile(_)
            | Wanted::EndSure(..)
            | Wanted::Grant(_)
            | Wanted::SessionForm(..)
            | Wanted::Count(..)
            | Wanted::Deliver(_)
            | Wanted::DeliverSure(..) => {}
        }
    }

    fn entered(&mut self, text: String, wanted: Wanted) {
        match wanted {
            Wanted::ContactReason(id, price) => self.ask_contact(id, price, &text),
            Wanted::Withdraw(proposal) => self.withdraw(proposal, &text),
            Wanted::Decline(id) => self.decline(id, &text),
            Wanted::Advice(proposal, seen) => self.ask_select(proposal, seen, &text),
            Wanted::Reopen(id) => self.reopen(id, &text),
            Wanted::Count(id, session, seen) => self.attend(id, session, seen, &text),
            Wanted::Deliver(id) => self.ask_deliver_sure(id, &text),
            Wanted::View(_)
            | Wanted::Step(..)
            | Wanted::Hand
            | Wanted::Judge(..)
            | Wanted::Select(_)
            | Wanted::SelectSure(..)
            | Wanted::Requests(_)
            | Wanted::Notice(_)
            | Wanted::Profile(_)
            | Wanted::End(_)
            | Wanted::EndRefund(..)
            | Wanted::EndSure(..)
            | Wanted::Encourage(_)
            | Wanted::CreditsOf(_)
            | Wanted::GrantWhom(_)
            | Wanted::Grant(_)
            | Wanted::Team(..)
            | Wanted::TeamRole(..)
            | Wanted::Sessions(..)
            | Wanted::Session(..)
            | Wanted::SessionForm(..)
            | Wanted::Tick(..)
            | Wanted::Attended(..)
            | Wanted::DeliverSure(..) => {}
        }
    }

    fn sure(&mut self, wanted: Wanted) {
        match wanted {
            Wanted::Step(id, kind, price, reason) => self.take_step(id, kind, price, reason),
            Wanted::SelectSure(proposal, seen, advice) => self.select(proposal, seen, advice),
            Wanted::EndSure(id, why, refund) => self.end(id, why, refund),
            Wanted::DeliverSure(id, note) => self.deliver(id, note),
            _ => {}
        }
    }

    fn filled(&mut self, form: &Form, wanted: Wanted) {
        match wanted {
            Wanted::Notice(drafting) => self.noticed(form, *drafting),
            Wanted::Grant(person) => self.grant(person, form),
            Wanted::Profile(old) => self.profile_filled(&old, form),
            Wanted::SessionForm(id, was, people) => {
                self.session_filled(id, was.as_ref(), &people, form);
            }
            _ => {}
        }
    }

    /// What is left unsaid: a form for a notice is kept, to come back to.
    pub(super) fn cancelled(&mut self, ask: Ask, wanted: Wanted) {
        if let (Ask::Form(form), Wanted::Notice(mut drafting)) = (ask, wanted) {
            drafting.form = Some(*form);
            self.keep_drafting(*drafting);
        }
    }
}
