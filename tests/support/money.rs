//! Commands about clients' money (ESC), one or more of every kind, and the line of the table that each is tried for.

use entremise::domain::escrow::command::{Back, Verdict};
use entremise::domain::escrow::{EscrowCommand as C, Split};
use entremise::domain::ids::{EntryId, OpportunityId, OrganisationId};
use entremise::domain::money::{Currency, Money};
use entremise::domain::opportunity::{Payer, Side};

use super::Cast;

/// The line of the table that a command is tried for.
pub fn line_of(command: &C) -> &'static str {
    match command {
        C::Deposit { .. }
        | C::Match { .. }
        | C::Unfund { .. }
        | C::SendBack { .. }
        | C::PaidOut { .. }
        | C::Chargeback { .. }
        | C::Thaw { .. }
        | C::Receive { .. }
        | C::Net { .. }
        | C::WriteOff { .. }
        | C::Begin { .. }
        | C::Correct { .. }
        | C::Lapse { .. }
        | C::Close { .. } => "keep clients' money",
        C::Propose { .. } | C::Award { .. } => "mediate",
        C::Fund { .. }
        | C::Start { .. }
        | C::HandIn { .. }
        | C::Answer { .. }
        | C::Release { .. }
        | C::Dispute { .. }
        | C::Say { .. }
        | C::Reply { .. }
        | C::Withdraw { .. }
        | C::Refund { .. }
        | C::GiveBack { .. } => "work with an account",
    }
}

const PROJECT: OpportunityId = OpportunityId(1);
const ENTRY: EntryId = EntryId(1);

/// One of every kind.
pub fn samples(cast: &Cast) -> Vec<C> {
    let mut all = treasurers(cast);
    all.extend(owed(cast));
    all.extend(sides());
    all.extend(disputes(cast));
    all
}

fn treasurers(cast: &Cast) -> Vec<C> {
    let amount = Money {
        minor: 100,
        currency: Currency::EUR,
    };
    let (project, day) = (PROJECT, cast.now);
    vec![
        C::Deposit {
            amount,
            day,
            text: "x".into(),
            key: "".into(),
            project: None,
        },
        C::Match {
            deposit: ENTRY,
            amount: 1,
            project,
        },
        C::Unfund {
            project,
            number: 1,
            amount: 1,
        },
        C::SendBack {
            from: Back::Credit(OrganisationId(1)),
            amount,
            words: "x".into(),
        },
        C::PaidOut { entry: ENTRY, day },
        C::Chargeback {
            deposit: ENTRY,
            project: None,
            amount: 1,
            day,
            words: "x".into(),
        },
        C::Thaw {
            project,
            words: "x".into(),
        },
    ]
}

fn owed(cast: &Cast) -> Vec<C> {
    let amount = Money {
        minor: 100,
        currency: Currency::EUR,
    };
    let (project, day) = (PROJECT, cast.now);
    vec![
        C::Receive {
            project,
            payer: Payer::Client,
            amount: 1,
            deposit: None,
            day,
            text: "x".into(),
        },
        C::Net {
            project,
            amount: 1,
            said: "x".into(),
        },
        C::WriteOff {
            project,
            payer: Payer::Client,
            amount: 1,
            words: "x".into(),
        },
        C::Begin {
            amount,
            day,
            text: "x".into(),
        },
        C::Correct {
            entry: ENTRY,
            words: "x".into(),
        },
        C::Lapse { project, number: 1 },
        C::Close {
            until: cast.now - 1,
        },
    ]
}

fn sides() -> Vec<C> {
    let (project, number) = (PROJECT, 1);
    let said = || "x".into();
    vec![
        C::Fund {
            project,
            number,
            amount: 1,
        },
        C::Start { project, number },
        C::HandIn {
            project,
            number,
            words: "x".into(),
            files: Vec::new(),
            said: said(),
        },
        C::Answer {
            project,
            number,
            seen: 0,
            verdict: Verdict::Whole,
            release: 1,
            words: "x".into(),
            said: said(),
        },
        C::Release {
            project,
            number,
            seen: 0,
            amount: 1,
            said: said(),
        },
        C::Refund {
            project,
            amount: 1,
            words: "x".into(),
            said: said(),
        },
        C::GiveBack {
            project,
            number,
            amount: 1,
            words: "x".into(),
            said: said(),
        },
    ]
}

fn disputes(cast: &Cast) -> Vec<C> {
    let project = PROJECT;
    let split = Split {
        provider: 1,
        client: 0,
        fee: 0,
    };
    let words = || "x".into();
    vec![
        C::Dispute {
            project,
            side: Side::Client,
            number: None,
            claim: 1,
            words: words(),
            said: words(),
        },
        C::Say {
            project,
            words: words(),
            files: Vec::new(),
        },
        C::Propose {
            project,
            split,
            until: cast.now + 86_400_000,
            words: words(),
        },
        C::Reply {
            project,
            side: Side::Client,
            seen: split,
            accepts: true,
            words: words(),
            said: words(),
        },
        C::Award {
            project,
            split,
            words: words(),
        },
        C::Withdraw {
            project,
            words: words(),
            said: words(),
        },
    ]
}
