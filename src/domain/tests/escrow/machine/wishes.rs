//! What the people of the machine wish to do with money: mostly what could be done now, sometimes what could not.

mod back;

use proptest::prelude::*;

use super::super::bench::*;
use crate::domain::command::Command;
use crate::domain::escrow::command::{Back, Verdict};
use crate::domain::escrow::{
    Account, Code, Dispute, EscrowCommand as C, Part, Progress, Project, Split,
};
use crate::domain::ids::{EntryId, OpportunityId, PersonId};
use crate::domain::money::Money;
use crate::domain::opportunity::{BoardCommand, EndReason, Payer, Side};

/// All that the machine does.
pub(super) const NAMES: &[&str] = &[
    "deposit",
    "match",
    "fund",
    "unfund",
    "start",
    "hand in",
    "answer",
    "release",
    "lapse",
    "dispute",
    "say",
    "propose",
    "reply",
    "award",
    "withdraw",
    "refund",
    "give back",
    "send back",
    "paid out",
    "chargeback",
    "thaw",
    "receive",
    "write off",
    "begin",
    "correct",
    "close",
];

/// A wish, before it meets the books as they are then.
#[derive(Clone, Debug)]
pub(super) struct Wish {
    pub minutes: i64,
    /// Whether the house is stopped and opened behind it.
    pub restarts: bool,
    what: usize,
    pub a: usize,
    b: usize,
    /// How much of what could be moved, in tenths; more than all where it is above ten.
    tenths: i64,
    /// Somebody else does it than who may.
    odd: bool,
}

/// Something to be done.
pub(super) fn wish() -> impl Strategy<Value = Wish> {
    (
        prop_oneof![8 => 0..600_i64, 1 => 10_000..200_000_i64],
        prop::bool::weighted(0.03),
        // What moves work and money on is wished more often.
        prop_oneof![3 => 0..KINDS, 2 => prop::sample::select(vec![0_usize, 3, 5, 6, 6, 6, 7, 7, 8, 8, 9, 11, 12, 17])],
        0..1_000_usize,
        0..1_000_usize,
        prop_oneof![1 => 0..13_i64, 2 => Just(10_i64), 1 => 3..7_i64],
        prop::bool::weighted(0.08),
    )
        .prop_map(|(minutes, restarts, what, a, b, tenths, odd)| Wish {
            minutes,
            restarts,
            what,
            a,
            b,
            tenths,
            odd,
        })
}

const KINDS: usize = 28;

/// What a command is called among [`NAMES`].
pub(super) fn name(command: &Command) -> &'static str {
    let Command::Escrow(command) = command else {
        return "end";
    };
    match &**command {
        C::Deposit { .. } => "deposit",
        C::Match { .. } => "match",
        C::Fund { .. } => "fund",
        C::Unfund { .. } => "unfund",
        C::Start { .. } => "start",
        C::HandIn { .. } => "hand in",
        C::Answer { .. } => "answer",
        C::Release { .. } => "release",
        C::Lapse { .. } => "lapse",
        C::Dispute { .. } => "dispute",
        C::Say { .. } => "say",
        C::Propose { .. } => "propose",
        C::Reply { .. } => "reply",
        C::Award { .. } => "award",
        C::Withdraw { .. } => "withdraw",
        C::Refund { .. } => "refund",
        C::GiveBack { .. } => "give back",
        C::SendBack { .. } => "send back",
        C::PaidOut { .. } => "paid out",
        C::Chargeback { .. } => "chargeback",
        C::Thaw { .. } => "thaw",
        C::Receive { .. } => "receive",
        C::Net { .. } => "net",
        C::WriteOff { .. } => "write off",
        C::Begin { .. } => "begin",
        C::Correct { .. } => "correct",
        C::Close { .. } => "close",
    }
}

/// A wish as it meets the books.
struct Met<'a> {
    fair: &'a Fair,
    wish: &'a Wish,
    project: &'a Project,
}

/// Who does what, as the books stand now; the house itself where nobody does.
pub(super) fn command(fair: &Fair, wish: &Wish) -> (Option<PersonId>, Command) {
    let id = if wish.a.is_multiple_of(3) {
        SECOND
    } else {
        INTRO
    };
    let project = fair.state.books().project(id).expect("a project");
    let met = Met {
        fair,
        wish,
        project,
    };
    if wish.what == KINDS - 1 && wish.odd {
        let end = BoardCommand::End {
            opportunity: id,
            why: EndReason::MISTAKE,
            refund: false,
        };
        return (Some(BEN), Command::Board(Box::new(end)));
    }
    let (who, command) = match wish.what {
        0..=4 => met.comes_in(),
        5..=9 => met.works(),
        10..=15 => met.disputes(),
        16..=20 => met.goes_back(),
        _ => met.keeps(),
    };
    let everybody = [ANNA, BEN, EVE, FAY, GIL, HEL, PAUL, LEA, TOM];
    let who = match wish.odd {
        true => Some(everybody[wish.b % everybody.len()]),
        false => who,
    };
    (who, Command::Escrow(Box::new(command)))
}

impl Met<'_> {
    fn id(&self) -> OpportunityId {
        self.project.opportunity
    }

    /// The client, or who speaks for her.
    fn client(&self) -> PersonId {
        match self.id() == INTRO && self.wish.b.is_multiple_of(2) {
            true => PAUL,
            false => BEN,
        }
    }

    /// The provider, or who speaks for her.
    fn provider(&self) -> PersonId {
        match self.wish.b % 5 {
            0 => BEN,
            _ if self.id() == INTRO => FAY,
            _ => GIL,
        }
    }

    fn number(&self) -> u16 {
        let parts = self.project.parts.len().max(1);
        u16::try_from(self.wish.b % parts + 1).expect("small")
    }

    /// Mostly a tranche with which it could be done.
    fn fitting(&self) -> u16 {
        let delivered = |part: &Part| part.progress == Progress::Delivered;
        let fits = |number: &u16| {
            let part = self.project.part(*number).expect("a part");
            match self.wish.what {
                7 | 9 => delivered(part),
                8 => part.accepted > part.released,
                _ => false,
            }
        };
        let found = self.project.numbers().find(fits);
        found
            .filter(|_| !self.wish.odd)
            .unwrap_or_else(|| self.number())
    }

    fn money(&self, minor: i64) -> Money {
        self.project.money(minor)
    }

    fn on(&self, account: Account) -> i64 {
        self.fair
            .state
            .books()
            .stands(account, self.project.currency)
    }

    /// A part of what could be moved, as the wish says; never nothing.
    fn some(&self, all: i64) -> i64 {
        (all / 10 * self.wish.tenths).max(1) + i64::from(self.wish.tenths == 10) * (all % 10)
    }

    fn said(&self) -> Box<str> {
        "by phone".into()
    }

    /// A deposit of which something is left, of this project's currency where there is one.
    fn open(&self) -> Option<(EntryId, i64)> {
        let books = self.fair.state.books();
        let all: Vec<_> = books
            .open_deposits()
            .filter(|one| self.wish.odd || one.currency == self.project.currency)
            .collect();
        let one = all.get(self.wish.b % all.len().max(1))?;
        Some((one.entry, one.left))
    }

    fn comes_in(&self) -> (Option<PersonId>, C) {
        let (project, number) = (self.id(), self.number());
        let open = self.open();
        let part = self.project.part(number).map_or(0, |part| part.open());
        match (self.wish.what, open) {
            (2, Some((deposit, left))) => {
                let amount = self.some(left);
                (
                    Some(TOM),
                    C::Match {
                        deposit,
                        amount,
                        project,
                    },
                )
            }
            (3, _) => {
                let amount = self.some(self.on(Account::Free(project)).min(part));
                (
                    Some(self.client()),
                    C::Fund {
                        project,
                        number,
                        amount,
                    },
                )
            }
            (4, _) if self.wish.b.is_multiple_of(3) => {
                let amount = self.some(self.on(Account::Tranche(project, number)));
                (
                    Some(TOM),
                    C::Unfund {
                        project,
                        number,
                        amount,
                    },
                )
            }
            (what, _) => {
                let key = format!("{}", self.wish.a % 200);
                let key = if self.wish.a.is_multiple_of(2) {
                    key.as_str()
                } else {
                    ""
                };
                let amount = self.money(self.some(part.max(10_000)));
                let project = (what != 1).then_some(project);
                (Some(TOM), self.fair.deposit(amount, key, project))
            }
        }
    }

    fn works(&self) -> (Option<PersonId>, C) {
        let project = self.id();
        let number = self.fitting();
        let held = self.on(Account::Tranche(project, number));
        let seen = self
            .project
            .revision
            .saturating_sub(u32::from(self.wish.odd));
        let part = self.project.part(number).expect("a part");
        match self.wish.what {
            5 if self.wish.a.is_multiple_of(2) => {
                (Some(self.provider()), C::Start { project, number })
            }
            5 | 6 => (
                Some(self.provider()),
                C::HandIn {
                    project,
                    number,
                    words: "done".into(),
                    files: Vec::new(),
                    said: self.said(),
                },
            ),
            7 => {
                let verdict = match self.wish.a % 6 {
                    0 => Verdict::NotYet,
                    1 | 2 => Verdict::InPart,
                    _ => Verdict::Whole,
                };
                let release = match verdict {
                    Verdict::NotYet => 0,
                    Verdict::Whole | Verdict::InPart => self.some(held),
                };
                (
                    Some(self.client()),
                    C::Answer {
                        project,
                        number,
                        seen,
                        verdict,
                        release,
                        words: "read".into(),
                        said: self.said(),
                    },
                )
            }
            8 => (
                Some(self.client()),
                C::Release {
                    project,
                    number,
                    seen,
                    amount: self.some(held.min(part.accepted - part.released)),
                    said: self.said(),
                },
            ),
            _ => (None, C::Lapse { project, number }),
        }
    }

    fn disputes(&self) -> (Option<PersonId>, C) {
        let project = self.id();
        let sides = [
            (Side::Client, self.client()),
            (Side::Provider, self.provider()),
        ];
        let (side, who) = sides[self.wish.a % 2];
        match self.project.open_dispute() {
            Some((_, dispute)) => self.argues(dispute, (side, who)),
            None => {
                let number = (!self.wish.b.is_multiple_of(3)).then_some(self.number());
                let dispute = C::Dispute {
                    project,
                    side,
                    number,
                    claim: self.some(self.project.price / 2),
                    words: "no".into(),
                    said: self.said(),
                };
                (Some(who), dispute)
            }
        }
    }

    fn argues(&self, dispute: &Dispute, (side, who): (Side, PersonId)) -> (Option<PersonId>, C) {
        let project = self.id();
        let split = self.split(dispute.held);
        let award = C::Award {
            project,
            split,
            words: "so".into(),
        };
        match (self.wish.what, dispute.settlement.as_deref()) {
            (10, _) => {
                let say = C::Say {
                    project,
                    words: "said".into(),
                    files: Vec::new(),
                };
                (Some(who), say)
            }
            (11..=13, Some(settlement)) => {
                let reply = C::Reply {
                    project,
                    side,
                    seen: settlement.split,
                    accepts: !self.wish.b.is_multiple_of(4),
                    words: "our word".into(),
                    said: self.said(),
                };
                (Some(who), reply)
            }
            (15, _) if self.wish.a.is_multiple_of(5) => {
                let who = match dispute.side {
                    Side::Client => self.client(),
                    Side::Provider => self.provider(),
                };
                let withdraw = C::Withdraw {
                    project,
                    words: "found".into(),
                    said: self.said(),
                };
                (Some(who), withdraw)
            }
            (_, None) => (Some(EVE), proposing(self.fair, project, split)),
            (_, Some(_)) => (Some(EVE), award),
        }
    }

    /// A sum shared, mostly to the cent.
    fn split(&self, held: i64) -> Split {
        let provider = (held / 10 * self.wish.tenths).min(held);
        let fee = if self.wish.a.is_multiple_of(4) {
            (held - provider) / 5
        } else {
            0
        };
        Split {
            provider,
            client: held - provider - fee + i64::from(self.wish.odd),
            fee,
        }
    }
}

fn proposing(fair: &Fair, project: OpportunityId, split: Split) -> C {
    C::Propose {
        project,
        split,
        until: fair.later(72),
        words: "so".into(),
    }
}

/// What ends a dispute, whatever was said in it.
pub(super) fn exit(fair: &Fair, project: &Project, dispute: &Dispute) -> Vec<C> {
    let split = Split {
        provider: dispute.held / 2,
        client: dispute.held - dispute.held / 2,
        fee: 0,
    };
    let mut later = fair.clone();
    later.now += 90 * 24 * 3_600_000;
    vec![
        proposing(&later, project.opportunity, split),
        C::Award {
            project: project.opportunity,
            split,
            words: "so".into(),
        },
    ]
}
