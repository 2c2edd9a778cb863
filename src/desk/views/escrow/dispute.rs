//! A dispute as both sides and the mediator see it (ESC-5): what is held, all that was said on its page, the settlement that is
//! proposed, what each side said to it, and what each share books. Staff notes are not in it.

use super::list::client;
use super::reading::{Reader, who};
use crate::desk::views::board::files_of;
use crate::desk::views::firm::called;
use crate::domain::escrow::dispute::Reply;
use crate::domain::escrow::{Account, Dispute, EscrowEvent, Income, Outcome, Project, Split};
use crate::domain::eyes::Eyes;
use crate::domain::money::Money;
use crate::domain::opportunity::{Opportunity, Side};
use crate::domain::person::Role;
use crate::domain::{Millis, PersonId};
use crate::journal::Fault;
use crate::text::sanitise::clean_text;

/// What was said on the page of a dispute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uttered {
    /// When.
    pub at: Millis,
    /// Who said it; empty for who may not know.
    pub by: String,
    /// For which side; `None`: the house.
    pub side: Option<Side>,
    /// Whether somebody of the house said it for that side.
    pub for_side: bool,
    /// What it was: `opened`, `said`, `proposed`, `accepted`, `refused`, `settled`, `awarded` or `withdrawn`.
    pub what: &'static str,
    /// The words.
    pub words: String,
    /// The names and sizes of the files.
    pub files: Vec<(String, u64)>,
    /// How the held sum was to be shared, or was.
    pub split: Option<Split>,
}

/// What a side said to the settlement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplyLine {
    /// Whether they accept.
    pub accepts: bool,
    /// When.
    pub at: Millis,
    /// Their words.
    pub words: String,
}

/// A settlement that is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettlementPage {
    /// How the held sum would be shared.
    pub split: Split,
    /// Until when both sides have time to answer.
    pub until: Millis,
    /// Who proposed it.
    pub by: String,
    /// When.
    pub at: Millis,
    /// Why.
    pub words: String,
    /// What the client said.
    pub client: Option<ReplyLine>,
    /// What the provider said.
    pub provider: Option<ReplyLine>,
}

/// What a share of the held sum books.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// From where.
    pub from: Account,
    /// To where.
    pub to: Account,
    /// How much.
    pub amount: Money,
}

/// A dispute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisputePage {
    /// Its number in the project.
    pub number: u16,
    /// Which side opened it.
    pub side: Side,
    /// When.
    pub at: Millis,
    /// The tranche it is about; `None`: all of the project.
    pub about: Option<u16>,
    /// What was claimed.
    pub claim: Money,
    /// What is held: the most it can share. It never grows.
    pub held: Money,
    /// What the client is called; empty for who may not know.
    pub client: String,
    /// The firm that an award goes to.
    pub provider: String,
    /// All that was said, oldest first.
    pub said: Vec<Uttered>,
    /// The settlement that is proposed.
    pub settlement: Option<SettlementPage>,
    /// Whether an award can be made at all: a settlement was answered by both, or their time is over.
    pub answered: bool,
    /// How it ended.
    pub outcome: Option<Outcome>,
}

impl DisputePage {
    /// Returns what shares of the held sum book, those of nothing left out.
    pub fn shares(&self, project: &super::AccountPage, split: Split) -> Vec<Share> {
        let id = project.row.id;
        let share = |to: Account, minor: i64| Share {
            from: Account::Held(id, self.number),
            to,
            amount: Money { minor, ..self.held },
        };
        let all = [
            share(Account::Released(project.firm, id), split.provider),
            share(Account::ClientCredit(project.organisation), split.client),
            share(Account::Income(Income::Arbitration), split.fee),
        ];
        let some = all.into_iter().filter(|one| one.amount.minor > 0);
        some.collect()
    }
}

/// Returns a dispute with all that was said.
pub(super) async fn page(
    eyes: &Eyes<'_>,
    of: &Opportunity,
    project: &Project,
    (number, dispute): (u16, &Dispute),
    (reader, now): (&mut Reader<'_>, Millis),
) -> Result<DisputePage, Fault> {
    let mut said = Vec::new();
    for one in &dispute.said {
        let Some((meta, events)) = reader.record(one.seq).await? else {
            continue;
        };
        let actor = meta.actor;
        let told = events.into_iter();
        said.extend(told.filter_map(|event| uttered(eyes, of, project, (one.at, actor), event)));
    }
    let proposed = dispute.settlement.as_deref();
    Ok(DisputePage {
        number,
        side: dispute.side,
        at: dispute.at,
        about: dispute.number,
        claim: project.money(dispute.claim),
        held: project.money(dispute.held),
        client: client(eyes, of),
        provider: called(eyes.state, dispute.firm),
        answered: proposed.is_some_and(|one| one.is_answered(now)),
        settlement: proposed.map(|one| SettlementPage {
            split: one.split,
            until: one.until,
            by: who(eyes, of, one.by),
            at: one.at,
            words: words_of(&said, one.at, "proposed"),
            client: reply(&said, one.client.as_ref()),
            provider: reply(&said, one.provider.as_ref()),
        }),
        outcome: dispute.outcome,
        said,
    })
}

fn words_of(said: &[Uttered], at: Millis, what: &str) -> String {
    let found = said
        .iter()
        .rev()
        .find(|one| one.at == at && one.what == what);
    found.map(|one| one.words.clone()).unwrap_or_default()
}

fn reply(said: &[Uttered], reply: Option<&Reply>) -> Option<ReplyLine> {
    reply.map(|one| ReplyLine {
        accepts: one.accepts,
        at: one.at,
        words: words_of(
            said,
            one.at,
            if one.accepts { "accepted" } else { "refused" },
        ),
    })
}

/// What an event says on the page.
fn uttered(
    eyes: &Eyes<'_>,
    of: &Opportunity,
    project: &Project,
    (at, actor): (Millis, Option<PersonId>),
    event: &EscrowEvent,
) -> Option<Uttered> {
    let (what, side, split) = match event {
        EscrowEvent::Disputed { dispute, .. } => ("opened", Some(dispute.side), None),
        EscrowEvent::Said { .. } => ("said", side_of(eyes, of, project, actor), None),
        EscrowEvent::Proposed { split, .. } => ("proposed", None, Some(*split)),
        EscrowEvent::Replied { side, accepts, .. } => {
            let what = if *accepts { "accepted" } else { "refused" };
            (what, Some(*side), None)
        }
        EscrowEvent::Over {
            outcome, number, ..
        } => match outcome {
            Outcome::Settled(split) => ("settled", None, Some(*split)),
            Outcome::Awarded(split) => ("awarded", None, Some(*split)),
            Outcome::Withdrawn => {
                let side = project.dispute(*number).map(|one| one.side);
                ("withdrawn", side, None)
            }
        },
        _ => return None,
    };
    let own = side_of(eyes, of, project, actor);
    Some(Uttered {
        at,
        by: who(eyes, of, actor),
        side,
        for_side: side.is_some() && own != side,
        what,
        words: clean_text(event.words().unwrap_or_default()).into_owned(),
        files: files_of(event.files()),
        split,
    })
}

/// The side that somebody is on, if they are on one: the client's person, or a facilitator of the firm.
fn side_of(
    eyes: &Eyes<'_>,
    of: &Opportunity,
    project: &Project,
    actor: Option<PersonId>,
) -> Option<Side> {
    let state = eyes.state;
    let id = actor?;
    let contact = state.contact_of(id);
    let person = state.person(id)?;
    if person.roles.contains(&Role::ClientContact) && contact == Some(state.contact_now(of.contact))
    {
        return Some(Side::Client);
    }
    let firms = project.disputes.iter().map(|one| one.firm);
    let mut firms = firms.chain([project.firm]);
    let is_provider = firms.any(|firm| state.firms().rights(id, firm).is_some());
    (is_provider && person.roles.contains(&Role::Facilitator)).then_some(Side::Provider)
}
