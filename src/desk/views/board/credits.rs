//! The credits of one's firm (BRD-4): what is left of each kind, and every entry that makes it.

use crate::desk::Desk;
use crate::desk::views::{Look, Of, Sight};
use crate::domain::event::Event;
use crate::domain::firm::FirmRight;
use crate::domain::firm::event::{FirmEvent, OfFirm};
use crate::domain::firm::refusal::FirmRefusal;
use crate::domain::ids::{FirmId, PersonId};
use crate::domain::opportunity::credit::event::OfCredits;
use crate::domain::opportunity::credit::{CreditEntry, CreditKind};
use crate::domain::person::{Permission, Role};
use crate::domain::{Millis, Refusal, Seq};
use crate::journal::Fault;
use crate::text::sanitise::clean_line;

/// The most entries a page reads: the latest ones.
const LATEST: usize = 200;

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditLine {
    /// When.
    pub at: Millis,
    /// The kind of credit.
    pub kind: CreditKind,
    /// How many came (positive) or went.
    pub by: i64,
    /// `granted`, `used` or `refunded`.
    pub what: &'static str,
    /// The opportunity, by its id, or nothing.
    pub of: String,
    /// Why, in words, or nothing.
    pub words: String,
}

/// A firm's credits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CreditPage {
    /// Their name.
    pub name: String,
    /// Whether credits are used at all in this house.
    pub on: bool,
    /// What is left of each kind, in the order of [`CreditKind::ALL`].
    pub left: [u32; 3],
    /// What each step costs.
    pub prices: [u32; 3],
    /// The entries, the latest first.
    pub lines: Vec<CreditLine>,
    /// Older entries that are not read.
    pub earlier: usize,
}

impl Sight {
    /// The facilitators with what they have left of each kind, for who grants credits; nobody, for who
    /// does not.
    pub fn facilitators(&self) -> Vec<(PersonId, String, [u32; 3])> {
        let state = self.state();
        let grants = state.person(self.whose());
        if !grants.is_some_and(|p| p.may(Permission::GrantCredits)) {
            return Vec::new();
        }
        let theirs = state
            .people()
            .filter(|p| p.active && p.roles.contains(&Role::Facilitator));
        let left = |id| {
            let firm = state.acting(id);
            CreditKind::ALL.map(|kind| state.credits().left(firm, kind))
        };
        theirs
            .map(|p| (p.id, clean_line(&p.name).into_owned(), left(p.id)))
            .collect()
    }
}

impl CreditPage {
    /// Returns a look at somebody's credits, as [`load_credits`] loads them.
    pub fn look(whose: PersonId) -> Look<Of<PersonId, CreditPage>> {
        Look::read(move |looker| async move {
            let page = load_credits(&looker.desk, looker.me, whose).await?;
            Ok((whose, page))
        })
    }
}

/// Loads the credits of `whose` for `me`: one's own, or anybody's for who grants them.
///
/// # Errors
/// A damaged record.
pub async fn load_credits(
    desk: &Desk,
    me: PersonId,
    whose: PersonId,
) -> Result<Result<CreditPage, Refusal>, Fault> {
    let published = desk.published();
    let state = published.state();
    let grants = state
        .person(me)
        .is_some_and(|p| p.may(Permission::GrantCredits));
    if me != whose && !grants {
        return Ok(Err(Refusal::NotPermitted(Permission::GrantCredits)));
    }
    let person = state.person(whose);
    let Some(person) = person.filter(|p| p.roles.contains(&Role::Facilitator)) else {
        return Ok(Err(state.nobody(whose)));
    };
    let firm = state.acting(whose);
    // A colleague who does not see what is the firm's does not see what is left either (PPL-7).
    let sees = state.firms().may(me, firm, FirmRight::Sees);
    if !grants && !sees {
        return Ok(Err(FirmRefusal::NeedsRight(FirmRight::Sees).into()));
    }
    let account = state.credits().account(firm);
    let earlier = account.trail.len().saturating_sub(LATEST);
    let mut lines = Vec::new();
    for seq in account.trail.iter().rev().take(LATEST) {
        let Some((meta, events)) = desk.events(Seq::from(*seq)).await? else {
            continue;
        };
        for event in &events {
            if let Some(entry) = entry_of(event, firm) {
                lines.push(line(meta.at, entry));
            }
        }
    }
    Ok(Ok(CreditPage {
        name: clean_line(&person.name).into_owned(),
        on: state.terms().credits.is_some(),
        left: CreditKind::ALL.map(|kind| account.left(kind)),
        prices: CreditKind::ALL.map(|kind| kind.price(state.terms())),
        lines,
        earlier,
    }))
}

/// What an event says of a firm's credits, if it does.
fn entry_of(event: &Event, of: FirmId) -> Option<&CreditEntry> {
    match event {
        Event::Credit(OfCredits { person, entry }) => {
            (FirmId::own(*person) == of).then_some(&**entry)
        }
        Event::Firm(OfFirm { firm, event }) => match &**event {
            FirmEvent::Credited { entry } if *firm == of => Some(&**entry),
            _ => None,
        },
        _ => None,
    }
}

fn line(at: Millis, entry: &CreditEntry) -> CreditLine {
    let clean = |text: &str| clean_line(text).into_owned();
    match entry {
        CreditEntry::Granted { kind, count, why } => CreditLine {
            at,
            kind: *kind,
            by: i64::from(*count),
            what: "granted",
            of: String::new(),
            words: clean(why),
        },
        CreditEntry::Used {
            opportunity,
            kind,
            price,
            ground,
        } => {
            use crate::domain::opportunity::credit::Ground;
            let words = match ground {
                Some(Ground::Stated(reason)) => clean(reason),
                Some(Ground::NoAnswer | Ground::Urgent) | None => String::new(),
            };
            CreditLine {
                at,
                kind: *kind,
                by: -i64::from(*price),
                what: "used",
                of: opportunity.to_string(),
                words,
            }
        }
        CreditEntry::Refunded {
            opportunity,
            kind,
            price,
            why,
        } => CreditLine {
            at,
            kind: *kind,
            by: i64::from(*price),
            what: "refunded",
            of: opportunity.to_string(),
            words: clean(why),
        },
    }
}
