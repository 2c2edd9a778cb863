//! The command that each key would send for what is selected; the rules say whether it can. Where somebody is asked for an amount or
//! words first, something stands for them. What is said here without the rules is about the screen.

use super::EscrowPane;
use crate::desk::views::{AccountPage, TrancheLine, TrancheState};
use crate::domain::Command;
use crate::domain::escrow::command::Verdict;
use crate::domain::escrow::{EscrowCommand, Split};
use crate::domain::money::{Currency, Money};
use crate::domain::opportunity::{Formula, Side};
use crate::domain::permission::Permission;
use crate::ui::frame::rules::{self, WORDS};
use crate::ui::frame::{Focus, ListPane};
use crate::ui::kit::binding::{Ready, Reason};

use TrancheState as T;

/// The tranches that a provider can begin, hand in, be paid for.
pub(super) const BEGINS: [TrancheState; 3] = [T::Funded, T::InPart, T::NotFunded];
pub(super) const HANDS_IN: [TrancheState; 5] =
    [T::Working, T::SentBack, T::Funded, T::InPart, T::NotFunded];
pub(super) const FUNDS: [TrancheState; 5] = [
    T::InPart,
    T::NotFunded,
    T::Working,
    T::SentBack,
    T::Delivered,
];

/// Whether the rules let this command be sent, but for what is filled in first.
pub(super) fn asked(p: &EscrowPane, command: EscrowCommand) -> Ready {
    rules::opens(p.ctx(), Command::Escrow(Box::new(command)))
}

fn no(why: &'static str) -> Ready {
    Ready::No(Reason::new(why))
}

/// The page of an account under R0 that who looks sees whole.
pub(super) fn whole(p: &EscrowPane) -> Result<&AccountPage, Ready> {
    let page = p.page().ok_or_else(|| no("why-no-account"))?;
    match page.row.former || page.row.formula == Formula::Basic {
        true => Err(Ready::Hidden),
        false => Ok(page),
    }
}

/// The same, for who speaks for a side; for others the key is not there.
pub(super) fn speaks(p: &EscrowPane, side: Side) -> Result<&AccountPage, Ready> {
    let page = whole(p)?;
    match page.sides.contains(&side) {
        true => Ok(page),
        false => Err(Ready::Hidden),
    }
}

fn of<'p>(p: &'p EscrowPane, states: &[TrancheState]) -> Result<&'p TrancheLine, Ready> {
    p.tranche(states).ok_or(Ready::Hidden)
}

fn or(ready: Result<Ready, Ready>) -> Ready {
    ready.unwrap_or_else(|ready| ready)
}

pub(super) fn start(p: &EscrowPane) -> Ready {
    or(speaks(p, Side::Provider).and_then(|page| {
        let project = page.row.id;
        let number = of(p, &BEGINS)?.number;
        Ok(asked(p, EscrowCommand::Start { project, number }))
    }))
}

pub(super) fn hand_in(p: &EscrowPane) -> Ready {
    or(speaks(p, Side::Provider).and_then(|page| {
        let number = of(p, &HANDS_IN)?.number;
        let command = EscrowCommand::HandIn {
            project: page.row.id,
            number,
            words: WORDS.into(),
            files: Vec::new(),
            said: WORDS.into(),
        };
        Ok(asked(p, command))
    }))
}

/// What was handed in waits for the client's answer.
pub(super) fn accept(p: &EscrowPane) -> Ready {
    or(speaks(p, Side::Client).and_then(|page| {
        let one = of(p, &[T::Delivered])?;
        if one.state != T::Delivered {
            return Err(Ready::Hidden);
        }
        let command = EscrowCommand::Answer {
            project: page.row.id,
            number: one.number,
            seen: page.revision,
            verdict: Verdict::NotYet,
            release: 0,
            words: WORDS.into(),
            said: WORDS.into(),
        };
        Ok(asked(p, command))
    }))
}

/// How much more of a tranche can be released.
pub(super) fn releasable(one: &TrancheLine) -> i64 {
    let left = one.accepted.minor - one.released.minor;
    left.min(one.held.minor).max(0)
}

pub(super) fn release(p: &EscrowPane) -> Ready {
    or(speaks(p, Side::Client).and_then(|page| {
        let one = of(p, &[T::Accepted])?;
        if one.state != T::Accepted {
            return Err(Ready::Hidden);
        }
        let command = EscrowCommand::Release {
            project: page.row.id,
            number: one.number,
            seen: page.revision,
            amount: releasable(one).max(1),
            said: WORDS.into(),
        };
        Ok(asked(p, command))
    }))
}

/// Whether `side` has a settlement before it that it did not answer.
fn unanswered(page: &AccountPage, side: Side) -> Option<Split> {
    let settlement = page.open_dispute()?.settlement.as_ref()?;
    let answer = match side {
        Side::Client => &settlement.client,
        Side::Provider => &settlement.provider,
    };
    answer.is_none().then_some(settlement.split)
}

/// The sides for which who looks could answer the settlement.
pub(super) fn answering(page: &AccountPage) -> Vec<(Side, Split)> {
    let sides = match page.own_side {
        Some(side) => vec![side],
        None => page.sides.clone(),
    };
    let sides = sides.into_iter();
    sides
        .filter_map(|side| Some((side, unanswered(page, side)?)))
        .collect()
}

/// `y` and `x` on a settlement.
pub(super) fn answer(p: &EscrowPane) -> Ready {
    or(whole(p).and_then(|page| {
        let all = answering(page);
        let (side, seen) = all.first().copied().ok_or(Ready::Hidden)?;
        let command = EscrowCommand::Reply {
            project: page.row.id,
            side,
            seen,
            accepts: false,
            words: WORDS.into(),
            said: WORDS.into(),
        };
        Ok(asked(p, command))
    }))
}

/// The whole of what is held, for whoever decides on it.
fn all_held(page: &AccountPage) -> Split {
    let held = page.open_dispute().map_or(0, |one| one.held.minor);
    Split {
        provider: held,
        client: 0,
        fee: 0,
    }
}

fn mediates(p: &EscrowPane) -> Result<&AccountPage, Ready> {
    let page = whole(p)?;
    let open = page.open_dispute().is_some();
    match open && p.ctx().me.may(Permission::Mediate) {
        true => Ok(page),
        false => Err(Ready::Hidden),
    }
}

pub(super) fn propose(p: &EscrowPane) -> Ready {
    or(mediates(p).map(|page| {
        let command = EscrowCommand::Propose {
            project: page.row.id,
            split: all_held(page),
            until: rules::soon(p.ctx()),
            words: WORDS.into(),
        };
        asked(p, command)
    }))
}

pub(super) fn award(p: &EscrowPane) -> Ready {
    or(mediates(p).map(|page| {
        let command = EscrowCommand::Award {
            project: page.row.id,
            split: all_held(page),
            words: WORDS.into(),
        };
        asked(p, command)
    }))
}

pub(super) fn dispute(p: &EscrowPane) -> Ready {
    or(whole(p).and_then(|page| {
        let side = page.own_side.or(page.sides.first().copied());
        let command = EscrowCommand::Dispute {
            project: page.row.id,
            side: side.ok_or(Ready::Hidden)?,
            number: None,
            claim: page.row.held.minor.max(1),
            words: WORDS.into(),
            said: WORDS.into(),
        };
        Ok(asked(p, command))
    }))
}

pub(super) fn say(p: &EscrowPane) -> Ready {
    or(whole(p).and_then(|page| {
        page.open_dispute().ok_or(Ready::Hidden)?;
        let command = EscrowCommand::Say {
            project: page.row.id,
            words: WORDS.into(),
            files: Vec::new(),
        };
        Ok(asked(p, command))
    }))
}

/// Who opened it takes it back; while a settlement waits, `x` refuses that.
pub(super) fn withdraw(p: &EscrowPane) -> Ready {
    or(whole(p).and_then(|page| {
        let dispute = page.open_dispute().ok_or(Ready::Hidden)?;
        if !page.sides.contains(&dispute.side) || !answering(page).is_empty() {
            return Err(Ready::Hidden);
        }
        let command = EscrowCommand::Withdraw {
            project: page.row.id,
            words: WORDS.into(),
            said: WORDS.into(),
        };
        Ok(asked(p, command))
    }))
}

pub(super) fn fund(p: &EscrowPane) -> Ready {
    or(whole(p).and_then(|page| {
        let may = page.sides.contains(&Side::Client) || p.ctx().me.may(Permission::KeepMoney);
        let one = of(p, &FUNDS).ok().filter(|_| may).ok_or(Ready::Hidden)?;
        if page.free.minor == 0 {
            return Err(no("why-nothing-free"));
        }
        let command = EscrowCommand::Fund {
            project: page.row.id,
            number: one.number,
            amount: page.free.minor.min(one.missing.minor).max(1),
        };
        Ok(asked(p, command))
    }))
}

pub(super) fn unfund(p: &EscrowPane) -> Ready {
    or(whole(p).and_then(|page| {
        let one = of(p, &[T::Funded, T::InPart])?;
        if !p.ctx().me.may(Permission::KeepMoney) || one.held.minor == 0 {
            return Err(Ready::Hidden);
        }
        let command = EscrowCommand::Unfund {
            project: page.row.id,
            number: one.number,
            amount: one.held.minor,
        };
        Ok(asked(p, command))
    }))
}

pub(super) fn refund(p: &EscrowPane) -> Ready {
    or(speaks(p, Side::Client).and_then(|page| {
        if page.free.minor == 0 {
            return Err(no("why-nothing-free"));
        }
        let command = EscrowCommand::Refund {
            project: page.row.id,
            amount: page.free.minor,
            words: WORDS.into(),
            said: WORDS.into(),
        };
        Ok(asked(p, command))
    }))
}

pub(super) fn give_back(p: &EscrowPane) -> Ready {
    or(speaks(p, Side::Provider).and_then(|page| {
        let one = of(p, &[T::Released, T::Accepted])?;
        let most = one.released.minor.min(page.payable.minor);
        if most == 0 {
            return Err(no("why-nothing-released"));
        }
        let command = EscrowCommand::GiveBack {
            project: page.row.id,
            number: one.number,
            amount: most,
            words: WORDS.into(),
            said: WORDS.into(),
        };
        Ok(asked(p, command))
    }))
}

/// Who keeps the money books what the bank shows; for others the key is not there.
pub(super) fn deposit(p: &EscrowPane) -> Ready {
    if !p.ctx().me.may(Permission::KeepMoney) {
        return Ready::Hidden;
    }
    let amount = Money {
        minor: 1,
        currency: Currency::EUR,
    };
    let command = EscrowCommand::Deposit {
        amount,
        day: p.ctx().now,
        text: WORDS.into(),
        key: "".into(),
        project: None,
    };
    asked(p, command)
}

pub(super) fn thaw(p: &EscrowPane) -> Ready {
    or(whole(p).and_then(|page| {
        if !page.row.frozen || !p.ctx().me.may(Permission::KeepMoney) {
            return Err(Ready::Hidden);
        }
        let command = EscrowCommand::Thaw {
            project: page.row.id,
            words: WORDS.into(),
        };
        Ok(asked(p, command))
    }))
}

pub(super) fn open(p: &EscrowPane) -> Ready {
    match (p.frame.browse.focus, p.selected()) {
        (Focus::Card, _) => Ready::Hidden,
        (Focus::List, Some(_)) => Ready::Yes,
        (Focus::List, None) => no("why-no-account"),
    }
}

/// The line one is on opens what it names: a movement its entry.
pub(super) fn line(p: &EscrowPane) -> Ready {
    match p.stop() {
        Some(super::stops::Stop::Movement(_)) => Ready::Yes,
        _ => Ready::Hidden,
    }
}

pub(super) fn selected(p: &EscrowPane) -> Ready {
    Ready::when(p.selected().is_some(), "why-no-account", &[])
}

/// The client's page, for who reads the directory.
pub(super) fn client(p: &EscrowPane) -> Ready {
    match (p.selected(), p.ctx().me.may(Permission::ReadInbox)) {
        (Some(_), true) => Ready::Yes,
        _ => Ready::Hidden,
    }
}
