//! What the people of the machine wish for: mostly what could be done now, sometimes what could not.

mod hands;
mod mission;
mod people;
mod quotations;

use super::firms::wished;
use hands::of_hands;
use mission::{of_deal, of_mission, of_winner};
use people::{active, link, profile, roles, terms};
use proptest::prelude::*;
use quotations::{grouped, of_quotations, posted};

use super::super::bench::*;
use crate::domain::command::Command;
use crate::domain::ids::{OpportunityId, PersonId, ProposalId, RequestId};
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::proposal::Verdict;
use crate::domain::opportunity::{BoardCommand, CreditCommand, EndReason, Notice};
use crate::domain::request::Attachment;

/// A wish, before it meets the board as it is then.
#[derive(Clone, Debug)]
pub(crate) struct Wish {
    pub(super) minutes: i64,
    who: PersonId,
    what: What,
    /// Which one, of those there are.
    a: usize,
    /// A choice.
    b: usize,
    /// Out of date, out of place, or simply the other way.
    odd: bool,
}

impl Wish {
    /// What kind of step it asks for, by its name.
    pub(super) fn kind(&self) -> String {
        format!("{:?}", self.what)
    }
}

#[derive(Clone, Copy, Debug)]
enum What {
    Post,
    Amend,
    End,
    Favourite,
    Open,
    Grant,
    Refund,
    Propose,
    Withdraw,
    Attach,
    Detach,
    DropDraft,
    Judge,
    Encourage,
    Select,
    Advise,
    Reopen,
    Confirm,
    Decline,
    Draw,
    Agree,
    Refuse,
    Replace,
    Take,
    Pass,
    Charge,
    Team,
    Plan,
    Tick,
    Attend,
    Deliver,
    Undo,
    Redo,
    Terms,
    Profile,
    Active,
    Roles,
    Link,
    Firm,
    Quote,
    Group,
}

/// Any wish of anybody's. The opening of a board is what has most to do.
pub(super) fn wish() -> impl Strategy<Value = Wish> {
    use What as W;
    let what = prop_oneof![
        3 => Just(W::Post),
        2 => Just(W::Amend),
        1 => Just(W::End),
        1 => Just(W::Favourite),
        10 => Just(W::Open),
        2 => Just(W::Grant),
        2 => Just(W::Refund),
        30 => Just(W::Propose),
        2 => Just(W::Withdraw),
        6 => Just(W::Attach),
        8 => Just(W::Detach),
        2 => Just(W::DropDraft),
        5 => Just(W::Judge),
        5 => Just(W::Encourage),
        8 => Just(W::Select),
        2 => Just(W::Reopen),
        12 => Just(W::Confirm),
        3 => Just(W::Decline),
        6 => Just(W::Draw),
        8 => Just(W::Agree),
        1 => Just(W::Refuse),
        9 => Just(W::Replace),
        14 => Just(W::Take),
        4 => Just(W::Pass),
        2 => Just(W::Charge),
        9 => Just(W::Team),
        6 => Just(W::Plan),
        12 => Just(W::Tick),
        6 => Just(W::Attend),
        2 => Just(W::Deliver),
        4 => Just(W::Undo),
        2 => Just(W::Redo),
        6 => Just(W::Advise),
        8 => Just(W::Firm),
        18 => Just(W::Quote),
        2 => Just(W::Group),
        2 => prop::sample::select(vec![W::Terms, W::Profile, W::Active, W::Roles, W::Link]),
    ];
    let people = vec![ANNA, BEN, DAN, FAY, FAY, GIL, GIL, HEL, PAUL, LEA, TOM];
    let who = prop::sample::select(people);
    let odd = prop::bool::weighted(0.15);
    (0..100_i64, who, what, 0..64_usize, 0..64_usize, odd).prop_map(
        |(minutes, who, what, a, b, odd)| Wish {
            minutes,
            who,
            what,
            a,
            b,
            odd,
        },
    )
}

/// Who does such a thing as a rule; anybody, when it is odd.
fn usual(wish: &Wish) -> Option<PersonId> {
    match wish.what {
        _ if wish.odd => Some(wish.who),
        What::Open | What::Propose | What::Attach | What::Detach => pick(&[FAY, GIL, HEL], wish.b),
        What::Amend | What::End | What::Reopen | What::Advise => pick(&[BEN, ANNA], wish.b),
        _ => Some(wish.who),
    }
}

pub(super) fn pick<T: Clone>(from: &[T], n: usize) -> Option<T> {
    from.get(n % from.len().max(1)).cloned()
}

/// The wish as a command; `None` where there is nothing it could be about.
pub(super) fn command(fair: &Fair, wish: &Wish) -> Option<(PersonId, Command)> {
    let who = usual(wish)?;
    let wish = &Wish {
        who,
        ..wish.clone()
    };
    let board = |command| Some((who, Command::Board(Box::new(command))));
    match wish.what {
        What::Post => Some((BEN, Command::Board(Box::new(post(fair, wish)?)))),
        What::Quote => of_quotations(fair, wish),
        What::Group => Some(grouped(wish)),
        What::Undo => Some((who, Command::Undo)),
        What::Redo => Some((who, Command::Redo)),
        What::Terms => Some((ANNA, terms(wish))),
        What::Profile => Some((DAN, profile(wish))),
        What::Active => Some((ANNA, active(wish))),
        What::Roles => Some((ANNA, roles(wish))),
        What::Link => Some((ANNA, link(wish))),
        What::Firm => {
            let (who, command) = wished(fair, (wish.a, wish.b, wish.odd))?;
            Some((who, Command::Firm(command)))
        }
        What::Grant | What::Refund => {
            let credits = of_credits(fair, wish)?;
            Some((TOM, Command::Board(Box::new(credits))))
        }
        What::Withdraw | What::Judge | What::Encourage | What::Select => {
            let (who, command) = of_proposal(fair, wish)?;
            Some((who, Command::Board(Box::new(command))))
        }
        What::Attach | What::Detach => board(of_files(fair, wish)?),
        What::DropDraft => {
            let drafts = fair.state.board().proposals().iter();
            let drafts: Vec<_> = drafts.filter(|p| p.draft.is_some()).collect();
            let mine = pick(&drafts, wish.a)?;
            let who = if wish.odd { who } else { mine.person };
            Some((
                who,
                Command::Board(Box::new(BoardCommand::DropDraft(mine.id))),
            ))
        }
        What::Amend
        | What::End
        | What::Favourite
        | What::Open
        | What::Propose
        | What::Reopen
        | What::Advise => board(of_opportunity(fair, wish)?),
        What::Confirm | What::Decline => {
            let (who, command) = of_winner(fair, wish)?;
            Some((who, Command::Board(Box::new(command))))
        }
        What::Draw | What::Agree | What::Refuse => {
            let (who, command) = of_deal(fair, wish)?;
            Some((who, Command::Board(Box::new(command))))
        }
        What::Replace | What::Take | What::Pass | What::Charge => {
            let (who, command) = of_hands(fair, wish)?;
            Some((who, Command::Board(Box::new(command))))
        }
        What::Team | What::Plan | What::Tick | What::Attend | What::Deliver => {
            let (who, command) = of_mission(fair, wish)?;
            Some((who, Command::Board(Box::new(command))))
        }
    }
}

/// Posting is by the rules under Client introduction, from what a client accepted under Subcontracting.
fn post(fair: &Fair, wish: &Wish) -> Option<BoardCommand> {
    let requests = [INTRODUCED, SUBCONTRACTED, UNDECIDED, RequestId(9)];
    let request = pick(&requests, wish.a)?;
    if request != INTRODUCED && request.0 <= 3 {
        return posted(fair, request, wish.odd);
    }
    let mut posting = fair.posting(INTRODUCED);
    if let BoardCommand::Post { request: of, .. } = &mut posting {
        *of = request;
    }
    Some(posting)
}

/// A file of a proposal: one of a few, so that it meets itself.
fn of_files(fair: &Fair, wish: &Wish) -> Option<BoardCommand> {
    let opportunity = any(fair, wish)?;
    let file = Attachment {
        name: format!("{}.pdf", wish.b % 4).into(),
        mime: "".into(),
        size: 1,
        blob: [1; 32],
    };
    let mine = fair.state.board().proposal_of(opportunity, wish.who);
    let there = mine.and_then(|mine| pick(&mine.working().files, wish.b));
    Some(match wish.what {
        What::Detach => BoardCommand::Detach {
            opportunity,
            file: there.unwrap_or(file),
        },
        _ => BoardCommand::Attach { opportunity, file },
    })
}

fn any(fair: &Fair, wish: &Wish) -> Option<OpportunityId> {
    let all = fair.state.board().opportunities().iter().map(|o| o.id);
    let mut all: Vec<OpportunityId> = all.collect();
    all.reverse();
    all.truncate(3);
    if wish.odd {
        all.push(OpportunityId(99));
    }
    pick(&all, wish.a)
}

/// One of those for which somebody is selected.
fn advisable(fair: &Fair, wish: &Wish) -> Option<OpportunityId> {
    let all = fair.state.board().opportunities().iter();
    let chosen = all.filter(|o| !wish.odd && o.stage.winner().is_some());
    let chosen: Vec<OpportunityId> = chosen.map(|o| o.id).collect();
    pick(&chosen, wish.a)
}

fn of_opportunity(fair: &Fair, wish: &Wish) -> Option<BoardCommand> {
    let opportunity = any(fair, wish)?;
    let reason = Box::<str>::from(if wish.b.is_multiple_of(3) {
        ""
    } else {
        "so it is"
    });
    Some(match wish.what {
        What::Amend => amending(fair, wish, opportunity)?,
        What::End => BoardCommand::End {
            opportunity,
            why: pick(&EndReason::ALL, wish.b)?,
            refund: wish.b.is_multiple_of(2),
        },
        What::Favourite => BoardCommand::Favourite(opportunity, !wish.odd),
        What::Advise => BoardCommand::Advise {
            opportunity: advisable(fair, wish).unwrap_or(opportunity),
            words: reason,
        },
        What::Open => opening(fair, wish, opportunity, reason)?,
        What::Propose => proposing(fair, wish, opportunity)?,
        What::Reopen => BoardCommand::Reopen {
            opportunity,
            reason,
        },
        _ => return None,
    })
}

fn amending(fair: &Fair, wish: &Wish, opportunity: OpportunityId) -> Option<BoardCommand> {
    let found = fair.state.board().opportunity(opportunity)?;
    let change = |notice: &mut Notice| match wish.b % 5 {
        0 => notice.urgent = !notice.urgent,
        1 => notice.sessions += 1,
        2 => notice.deadline = fair.later(60),
        3 => notice.amount = Some(euros(70_000 + i64::try_from(wish.b).unwrap_or(0))),
        _ => notice.amount = Some(dollars(100)),
    };
    let mut notice = found.notice.clone();
    notice.deadline = notice.deadline.max(fair.later(24));
    change(&mut notice);
    Some(BoardCommand::Amend {
        opportunity,
        seen: found.notice_at.saturating_sub(u64::from(wish.odd)),
        notice: Box::new(notice),
        description: None,
    })
}

/// The next step that costs a credit, or any; at times at a price that nobody was shown.
fn opening(
    fair: &Fair,
    wish: &Wish,
    opportunity: OpportunityId,
    why: Box<str>,
) -> Option<BoardCommand> {
    let untaken = CreditKind::ALL.into_iter();
    let mut untaken = untaken.filter(|kind| !fair.state.has_opened(opportunity, wish.who, *kind));
    let next = untaken.next().unwrap_or(CreditKind::Contact);
    let kind = if wish.odd {
        pick(&CreditKind::ALL, wish.b)?
    } else {
        next
    };
    let mut step = fair.step(opportunity, kind);
    if let BoardCommand::Credit(CreditCommand::Open { reason, price, .. }) = &mut step {
        *reason = why;
        *price += u32::from(wish.b == 7);
    }
    Some(step)
}

/// A proposal; most of those who want to propose first do what lets them.
fn proposing(fair: &Fair, wish: &Wish, opportunity: OpportunityId) -> Option<BoardCommand> {
    let steps = [CreditKind::Consultation, CreditKind::Offer];
    let missing = |kind: &CreditKind| !fair.state.has_opened(opportunity, wish.who, *kind);
    if let (Some(kind), false) = (steps.into_iter().find(missing), wish.odd) {
        return Some(fair.step(opportunity, kind));
    }
    let found = fair.state.board().opportunity(opportunity);
    let amount = found.and_then(|o| o.notice.amount);
    let mut price = Some(amount.unwrap_or(euros(60_000)));
    if wish.odd {
        price = pick(
            &[None, Some(euros(-1)), Some(dollars(9)), Some(euros(1))],
            wish.b,
        )?;
    }
    Some(BoardCommand::Propose {
        opportunity,
        revision: whole(offer(price)),
        submit: !(wish.b / 3).is_multiple_of(4),
    })
}

fn of_credits(fair: &Fair, wish: &Wish) -> Option<BoardCommand> {
    let person = pick(&[FAY, GIL, HEL, BEN], wish.a)?;
    let kind = pick(&CreditKind::ALL, wish.b)?;
    let why = "for good reason".into();
    Some(match wish.what {
        What::Grant => BoardCommand::Credit(CreditCommand::Grant {
            person,
            kind,
            count: if wish.odd { u32::MAX } else { 3 },
            why,
        }),
        _ => BoardCommand::Credit(CreditCommand::Refund {
            person,
            opportunity: any(fair, wish)?,
            kind,
            why,
        }),
    })
}

/// Who may: proposers their own, officers and clients all.
fn of_proposal(fair: &Fair, wish: &Wish) -> Option<(PersonId, BoardCommand)> {
    let board = fair.state.board();
    let all: Vec<ProposalId> = board
        .proposals()
        .iter()
        .rev()
        .take(6)
        .map(|p| p.id)
        .collect();
    let proposal = pick(&all, wish.a)?;
    let owner = fair.of(proposal).person;
    let officer = pick(&[BEN, ANNA, PAUL, LEA], wish.b)?;
    let who = if wish.odd { wish.who } else { officer };
    Some(match wish.what {
        What::Withdraw => {
            let reason = Box::<str>::from("something came up");
            let who = if wish.odd { wish.who } else { owner };
            (who, BoardCommand::Withdraw { proposal, reason })
        }
        What::Judge => {
            let all = [
                Verdict::Interesting,
                Verdict::NotInteresting,
                Verdict::Unsaid,
            ];
            let verdict = pick(&all, wish.b / 4)?;
            (who, BoardCommand::Judge { proposal, verdict })
        }
        What::Encourage if fair.of(proposal).verdict == Verdict::Interesting => {
            (who, BoardCommand::Encourage(proposal))
        }
        What::Encourage => (who, fair.judging(proposal, Verdict::Interesting)),
        _ => {
            let mut select = fair.selecting(proposal);
            if let BoardCommand::Select { seen, advice, .. } = &mut select {
                *seen -= u64::from(wish.b == 9);
                *advice = if wish.b.is_multiple_of(2) {
                    ""
                } else {
                    "be quicker"
                }
                .into();
            }
            (who, select)
        }
    })
}
