//! The accounts of projects as a list (ESC-3): those that who looks sees, what each holds and whose turn it is. Of who ran a
//! project before, only what was released to their firm.

use std::cmp::Reverse;

use super::turn::{Duty, duties};
use crate::desk::views::firm::called;
use crate::desk::views::{Listed, Sight};
use crate::domain::escrow::{Account, AccountSight, Project};
use crate::domain::eyes::Eyes;
use crate::domain::ids::{FirmId, OpportunityId, RequestId};
use crate::domain::money::Money;
use crate::domain::opportunity::{Formula, Opportunity};
use crate::domain::person::Permission;
use crate::domain::{Millis, Refusal, State};
use crate::text::sanitise::clean_line;

/// In which part of the list an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccountGroup {
    /// Money is held for it.
    Held,
    /// It waits for money.
    Waiting,
    /// Nothing of it is left to be paid.
    Done,
    /// The parties settle the rest themselves.
    Basic,
}

impl AccountGroup {
    /// Returns the stable name that texts and scripts find it by.
    pub fn key(self) -> &'static str {
        match self {
            AccountGroup::Held => "held",
            AccountGroup::Waiting => "waiting",
            AccountGroup::Done => "done",
            AccountGroup::Basic => "basic",
        }
    }
}

/// An account in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountRow {
    /// The opportunity it is of.
    pub id: OpportunityId,
    /// The request that came from; for who reads requests.
    pub request: Option<RequestId>,
    /// What the opportunity is called.
    pub title: String,
    /// The client; empty for who may not know.
    pub client: String,
    /// Who runs it: the firm's name.
    pub provider: String,
    /// How it is paid.
    pub formula: Formula,
    /// What its account holds, what a dispute holds too; of a former provider's, what was released to them.
    pub held: Money,
    /// What may be worked on: what its tranches hold (ESC-3).
    pub covered: Money,
    /// The price less what was released and settled.
    pub left: Money,
    /// Where in the list it stands.
    pub group: AccountGroup,
    /// Whose turn it is.
    pub turn: Option<Duty>,
    /// Whether a dispute is open.
    pub disputed: bool,
    /// Whether the bank took a deposit back, and it waits for the treasurer.
    pub frozen: bool,
    /// Whether who looks sees only what was released to their firm, which ran it before.
    pub former: bool,
    /// When anything happened to it last.
    pub touched_at: Millis,
}

impl AccountRow {
    /// Returns the row of an account, as far as who looks sees it.
    pub(super) fn of_account(eyes: &Eyes<'_>, of: &Opportunity) -> Option<AccountRow> {
        let sees = eyes.sees_account(of)?;
        let project = eyes.state.account_of(of)?;
        match sees {
            AccountSight::Whole => Some(whole(eyes, of, &project)),
            AccountSight::Own => {
                released_to(eyes.state, &project, eyes.firm)?;
                Some(former(eyes, of, &project))
            }
        }
    }
}

fn whole(eyes: &Eyes<'_>, of: &Opportunity, project: &Project) -> AccountRow {
    let books = eyes.state.books();
    let duties = duties(eyes, of, project);
    // One's own turn is said before another's.
    let mine = duties.iter().find(|duty| duty.you).or(duties.first());
    let left = project.parts.iter().map(|part| part.open()).sum();
    let held = books.account(project);
    AccountRow {
        held: project.money(held),
        covered: project.money(books.covered(project)),
        left: project.money(left),
        group: group(project, held, left),
        turn: mine.cloned(),
        disputed: project.open_dispute().is_some(),
        frozen: project.frozen,
        touched_at: project.touched_at,
        ..bare(eyes, of, project)
    }
}

/// What a firm that ran it before sees: what was released to it, and nothing of what came after.
fn former(eyes: &Eyes<'_>, of: &Opportunity, project: &Project) -> AccountRow {
    let released = released_to(eyes.state, project, eyes.firm);
    let (minor, at) = released.unwrap_or_default();
    AccountRow {
        held: project.money(minor),
        provider: called(eyes.state, eyes.firm),
        group: AccountGroup::Done,
        former: true,
        touched_at: at,
        ..bare(eyes, of, project)
    }
}

fn bare(eyes: &Eyes<'_>, of: &Opportunity, project: &Project) -> AccountRow {
    let nothing = project.money(0);
    AccountRow {
        id: of.id,
        request: eyes
            .person
            .may(Permission::ReadInbox)
            .then_some(project.request),
        title: clean_line(&of.notice.title).into_owned(),
        client: client(eyes, of),
        provider: called(eyes.state, project.firm),
        formula: project.formula,
        held: nothing,
        covered: nothing,
        left: nothing,
        group: AccountGroup::Done,
        turn: None,
        disputed: false,
        frozen: false,
        former: false,
        touched_at: 0,
    }
}

fn group(project: &Project, held: i64, left: i64) -> AccountGroup {
    match project.formula {
        Formula::Basic => AccountGroup::Basic,
        Formula::R0 if held > 0 => AccountGroup::Held,
        Formula::R0 if left == 0 || project.closed.is_some() => AccountGroup::Done,
        Formula::R0 => AccountGroup::Waiting,
    }
}

/// The client's name, for who may know it.
pub(super) fn client(eyes: &Eyes<'_>, of: &Opportunity) -> String {
    let client = eyes.state.organisation(of.organisation);
    let client = client.filter(|_| eyes.see_client(of));
    client.map_or_else(String::new, |one| {
        let name = clean_line(&one.profile.name).into_owned();
        match name.is_empty() {
            // Who asks without an organisation is known by their own name.
            true => {
                let contact = eyes.state.contact(of.contact);
                contact.map_or(name, |one| clean_line(&one.name).into_owned())
            }
            false => name,
        }
    })
}

/// Returns what was ever released to a firm for a project and not given back, and when that changed last; `None` where
/// nothing was.
pub(super) fn released_to(state: &State, project: &Project, firm: FirmId) -> Option<(i64, Millis)> {
    let account = Account::Released(firm, project.opportunity);
    let books = state.books();
    let lines = books.lines(account, project.currency)?;
    let mut all = 0_i64;
    let mut last = 0;
    for line in lines {
        let Some(entry) = books.entry(line.entry) else {
            continue;
        };
        use crate::domain::escrow::Code;
        if matches!(entry.code, Code::L01 | Code::D02 | Code::K01) {
            all = all.saturating_sub(entry.on(account));
        }
        last = entry.at;
    }
    Some((all, last))
}

impl Sight {
    /// Returns the account of an opportunity in a line; `None` where there is none that they see.
    pub fn account_row(&self, id: OpportunityId) -> Option<AccountRow> {
        let eyes = self.eyes().ok()?;
        let of = self.state().board().opportunity(id)?;
        AccountRow::of_account(&eyes, of)
    }

    /// Returns all accounts that they see, what is held first. A pane keeps a [`Roster`](super::super::Roster) instead.
    ///
    /// # Errors
    /// [`Refusal::NobodyKnown`] for who may not enter.
    pub fn accounts(&self) -> Result<Vec<AccountRow>, Refusal> {
        self.eyes()?;
        let all = AccountRow::all(self).into_iter();
        let mut rows: Vec<AccountRow> = all.filter_map(|id| self.account_row(id)).collect();
        rows.sort_by_key(Listed::usual);
        Ok(rows)
    }

    /// Goes up when anything about clients' money is other than before.
    pub fn money_revision(&self) -> u64 {
        self.state().books().revision()
    }

    /// Whether they see the house's books.
    pub fn sees_books(&self) -> bool {
        self.eyes().is_ok_and(|eyes| eyes.sees_books())
    }
}

impl Listed for AccountRow {
    type Id = OpportunityId;
    /// In which part, what is disputed or frozen, whose turn, the latest.
    type Usual = (AccountGroup, bool, bool, Reverse<(Millis, OpportunityId)>);

    fn most(sight: &Sight) -> usize {
        sight.state().board().opportunities().end()
    }

    fn all(sight: &Sight) -> Vec<OpportunityId> {
        let Ok(eyes) = sight.eyes() else {
            return Vec::new();
        };
        let all = sight.state().board().opportunities().iter();
        let seen = all.filter(|of| eyes.sees_account(of).is_some());
        seen.map(|of| of.id).collect()
    }

    fn of(sight: &Sight, id: OpportunityId, _: Millis) -> Option<AccountRow> {
        sight.account_row(id)
    }

    fn usual(&self) -> Self::Usual {
        let calm = !(self.disputed || self.frozen);
        let others = !self.turn.as_ref().is_some_and(|duty| duty.you);
        (
            self.group,
            calm,
            others,
            Reverse((self.touched_at, self.id)),
        )
    }

    fn counts(&self) -> bool {
        self.turn.as_ref().is_some_and(|duty| duty.you)
    }

    fn ranks(sight: &Sight, _: Millis) -> impl Fn(OpportunityId) -> Option<(Self::Usual, bool)> {
        move |id| {
            let row = sight.account_row(id)?;
            Some((row.usual(), row.counts()))
        }
    }

    /// Those of the requests that changed; any, where who looks is somebody else now.
    fn changed(old: &Sight, new: &Sight, _: Millis, _: Millis) -> Option<Vec<OpportunityId>> {
        if !is_same(old.state(), new.state(), new) {
            return None;
        }
        let board = new.state().board();
        let touched = new.changed_since(old.seq())?.into_iter();
        let mut ids: Vec<OpportunityId> = touched.flat_map(|r| board.of_request(r)).collect();
        ids.sort_unstable();
        ids.dedup();
        Some(ids)
    }
}

/// Whether who looks is what they were, and everybody is called the same.
fn is_same(before: &State, after: &State, sight: &Sight) -> bool {
    let me = sight.whose();
    let mine = |state: &State| {
        let person = state.person(me);
        let firm = state.acting(me);
        let roles = person.map(|me| (me.roles.clone(), me.active));
        let rights = state.firms().rights(me, firm);
        (roles, state.contact_of(me), firm, rights)
    };
    let renamed = |id| {
        let name = |state: &State| state.person(id).map(|one| one.name.clone());
        name(before).is_some() && name(before) != name(after)
    };
    let Some(others) = after.people_since(before) else {
        return false;
    };
    mine(before) == mine(after) && !others.into_iter().any(renamed)
}
