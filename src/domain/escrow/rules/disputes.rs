//! Decides on disputes (ESC-5): what is claimed is held as far as it is on the account at that instant; a mediator proposes,
//! both sides answer with their word, and only then an award shares what is held, once, to the cent.

use super::sheet::About;
use super::{Doing, Events, Open, Word, files_fit, positive, words};
use crate::domain::Millis;
use crate::domain::escrow::account::{Account, Income};
use crate::domain::escrow::command::EscrowCommand;
use crate::domain::escrow::dispute::{Dispute, Outcome, Reply, Settlement, Split};
use crate::domain::escrow::entry::Code;
use crate::domain::escrow::event::EscrowEvent;
use crate::domain::escrow::project::Project;
use crate::domain::escrow::refusal::EscrowRefusal;
use crate::domain::ids::OpportunityId;
use crate::domain::opportunity::Side;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::person::Permission;
use crate::domain::refusal::Refusal;
use crate::domain::request::Attachment;

/// The shortest and longest time for an answer to a settlement.
const DAY: Millis = 24 * 3_600_000;
const DAYS_MOST: u16 = 60;

/// What a side says to a settlement.
struct Said<'c> {
    side: Side,
    seen: Split,
    accepts: bool,
    words: &'c str,
    said: &'c str,
}

impl Doing<'_> {
    pub(super) fn disputes(&self, command: &EscrowCommand) -> Events {
        use EscrowCommand as C;
        match command {
            C::Dispute {
                project,
                side,
                number,
                claim,
                words,
                said,
            } => self.dispute(*project, *side, (*number, *claim), words, said),
            C::Say {
                project,
                words,
                files,
            } => self.say(*project, words, files),
            C::Propose {
                project,
                split,
                until,
                words,
            } => self.propose(*project, *split, *until, words),
            C::Reply {
                project,
                side,
                seen,
                accepts,
                words,
                said,
            } => {
                let (side, seen, accepts) = (*side, *seen, *accepts);
                let said = Said {
                    side,
                    seen,
                    accepts,
                    words,
                    said,
                };
                self.reply(*project, &said)
            }
            C::Award {
                project,
                split,
                words,
            } => self.award(*project, *split, words),
            C::Withdraw {
                project,
                words,
                said,
            } => self.withdraw(*project, words, said),
            _ => Err(Refusal::NoSuchThing),
        }
    }

    fn dispute(
        &self,
        id: OpportunityId,
        side: Side,
        (number, claim): (Option<u16>, i64),
        text: &str,
        said: &str,
    ) -> Events {
        positive(claim)?;
        let mut open = self.project(id)?;
        open.r0()?;
        open.not_disputed()?;
        let word = self.speaks(&open, side, said)?;
        let text = words(text, Dispute::WORDS_MOST)?;
        if open.project.disputes.len() >= Project::DISPUTES_MOST {
            let most = Project::DISPUTES_MOST;
            return Err(Refusal::TooLong { most });
        }
        if let Some(number) = number {
            open.part(number)?;
        }
        let pots = open.pots(number, claim);
        let held = pots.iter().map(|(_, minor)| *minor).sum::<i64>();
        if held == 0 {
            return Err(EscrowRefusal::NothingHeld(id).into());
        }
        let nth = u16::try_from(open.project.disputes.len() + 1).unwrap_or(u16::MAX);
        let firm = open.project.firm;
        open.says(EscrowEvent::Disputed {
            dispute: Box::new(Dispute {
                side,
                by: Some(self.me()?.id),
                word_of: word.of,
                at: self.now,
                number,
                claim,
                held,
                pots: pots.clone(),
                firm,
                said: Vec::new(),
                settlement: None,
                outcome: None,
            }),
            words: text,
            said: word.said,
        });
        for (pot, minor) in pots {
            let sides = (of_pot(id, pot), Account::Held(id, nth));
            let amount = open.project.money(minor);
            open.sheet
                .moves(Code::D01, amount, sides, About::number(nth))?;
        }
        open.done()
    }

    /// The dispute that is open, with its number.
    fn disputed<'o>(&self, open: &'o Open<'_>) -> Result<(u16, &'o Dispute), Refusal> {
        let none = EscrowRefusal::NoDispute(open.project.opportunity);
        open.project.open_dispute().ok_or(none.into())
    }

    /// Both sides and the mediator speak on its page, and nobody else.
    fn say(&self, id: OpportunityId, text: &str, files: &[Attachment]) -> Events {
        let mut open = self.project(id)?;
        let (number, dispute) = self.disputed(&open)?;
        if dispute.said.len() >= Dispute::SAID_MOST {
            let most = Dispute::SAID_MOST;
            return Err(Refusal::TooLong { most });
        }
        let side = self.side(&open)?;
        if side.is_none() && !self.me()?.may(Permission::Mediate) {
            return Err(Refusal::NotPermitted(Permission::Mediate));
        }
        files_fit(files)?;
        let words = words(text, Dispute::WORDS_MOST)?;
        open.says(EscrowEvent::Said {
            number,
            words,
            files: files.to_vec(),
        });
        open.done()
    }

    /// Nobody mediates in a deal of their own (PPL-1).
    fn mediates(&self, open: &Open<'_>) -> Result<(), Refusal> {
        let eyes = self.eyes()?;
        let of = open.opportunity;
        let own = self.side(open)?.is_some() || eyes.is_on_both_sides(of) || eyes.takes_part(of);
        match own {
            true => Err(BoardRefusal::BothSides(of.id).into()),
            false => Ok(()),
        }
    }

    fn propose(&self, id: OpportunityId, split: Split, until: Millis, text: &str) -> Events {
        let mut open = self.project(id)?;
        self.mediates(&open)?;
        let (number, dispute) = self.disputed(&open)?;
        open.shares(dispute, split)?;
        if until <= self.now {
            return Err(Refusal::InThePast);
        }
        if until - self.now > Millis::from(DAYS_MOST) * DAY {
            return Err(Refusal::TooFarAhead { days: DAYS_MOST });
        }
        let words = words(text, Dispute::WORDS_MOST)?;
        open.says(EscrowEvent::Proposed {
            number,
            split,
            until,
            words,
        });
        open.done()
    }

    fn reply(&self, id: OpportunityId, reply: &Said<'_>) -> Events {
        let mut open = self.project(id)?;
        let Word { of, said } = self.speaks(&open, reply.side, reply.said)?;
        let text = words(reply.words, Dispute::WORDS_MOST)?;
        let (number, dispute) = self.disputed(&open)?;
        let settlement = dispute.settlement.as_deref();
        let settlement = settlement.ok_or(EscrowRefusal::NoSettlement)?;
        if settlement.split != reply.seen {
            return Err(EscrowRefusal::ProposalMoved.into());
        }
        if settlement.reply(reply.side).is_some() {
            return Err(EscrowRefusal::Answered.into());
        }
        let split = settlement.split;
        let agreed = reply.accepts && other_accepts(settlement, reply.side);
        open.says(EscrowEvent::Replied {
            number,
            side: reply.side,
            accepts: reply.accepts,
            words: text,
            word_of: of,
            said,
        });
        if agreed {
            open.ends(number, (Outcome::Settled(split), split), "", "")?;
        }
        open.done()
    }

    fn award(&self, id: OpportunityId, split: Split, text: &str) -> Events {
        let mut open = self.project(id)?;
        self.mediates(&open)?;
        let text = words(text, Dispute::WORDS_MOST)?;
        let (number, dispute) = self.disputed(&open)?;
        let settlement = dispute.settlement.as_deref();
        let settlement = settlement.ok_or(EscrowRefusal::NoSettlement)?;
        if !settlement.is_answered(self.now) {
            let side = match settlement.client {
                None => Side::Client,
                Some(_) => Side::Provider,
            };
            let until = settlement.until;
            return Err(EscrowRefusal::NotAnswered { side, until }.into());
        }
        open.shares(dispute, split)?;
        open.ends(number, (Outcome::Awarded(split), split), &text, "")?;
        open.done()
    }

    fn withdraw(&self, id: OpportunityId, text: &str, said: &str) -> Events {
        let mut open = self.project(id)?;
        let text = words(text, Dispute::WORDS_MOST)?;
        let (number, dispute) = self.disputed(&open)?;
        let pots = dispute.pots.clone();
        let Word { said, .. } = self.speaks(&open, dispute.side, said)?;
        open.says(EscrowEvent::Over {
            number,
            outcome: Outcome::Withdrawn,
            words: text,
            said,
        });
        for (pot, minor) in pots {
            let sides = (Account::Held(id, number), of_pot(id, pot));
            let amount = open.project.money(minor);
            open.sheet
                .moves(Code::D03, amount, sides, About::number(number))?;
        }
        open.done()
    }
}

/// The account that a dispute took money from.
fn of_pot(project: OpportunityId, pot: Option<u16>) -> Account {
    match pot {
        Some(number) => Account::Tranche(project, number),
        None => Account::Free(project),
    }
}

fn other_accepts(settlement: &Settlement, side: Side) -> bool {
    let other = match side {
        Side::Client => Side::Provider,
        Side::Provider => Side::Client,
    };
    let accepts = |reply: &Reply| reply.accepts;
    settlement.reply(other).is_some_and(accepts)
}

impl Open<'_> {
    /// Where the smaller of a claim and what is on the account comes from: of a tranche, from what it holds; of all of the
    /// project, from its tranches in their order, then from what is free. What is not funded is never held.
    fn pots(&self, number: Option<u16>, claim: i64) -> Vec<(Option<u16>, i64)> {
        let id = self.project.opportunity;
        let mut rest = claim;
        let all: Vec<Option<u16>> = match number {
            Some(number) => vec![Some(number)],
            None => self.project.numbers().map(Some).chain([None]).collect(),
        };
        let pots = all.into_iter().map(|pot| {
            let there = self.sheet.stands(of_pot(id, pot), self.project.currency);
            let taken = there.clamp(0, rest);
            rest -= taken;
            (pot, taken)
        });
        pots.filter(|(_, taken)| *taken > 0).collect()
    }

    /// Passes where the shares are what is held, to the cent.
    fn shares(&self, dispute: &Dispute, split: Split) -> Result<(), Refusal> {
        let sum = split.sum().ok_or(EscrowRefusal::AmountWrong)?;
        match sum == dispute.held {
            true => Ok(()),
            false => Err(EscrowRefusal::SplitWrong {
                held: self.project.money(dispute.held),
                sum: self.project.money(sum),
            }
            .into()),
        }
    }

    /// The dispute ends, and what was held is shared (D02): the provider's share is released to the firm that ran the
    /// project then, the client's is her credit.
    fn ends(
        &mut self,
        number: u16,
        (outcome, split): (Outcome, Split),
        words: &str,
        said: &str,
    ) -> Result<(), Refusal> {
        let project = &self.project;
        let id = project.opportunity;
        let dispute = project.dispute(number);
        let dispute = dispute.ok_or(EscrowRefusal::NoDispute(id))?;
        let sides = [
            (Account::Held(id, number), dispute.held),
            (Account::Released(dispute.firm, id), -split.provider),
            (Account::ClientCredit(project.client), -split.client),
        ];
        let currency = project.currency;
        self.says(EscrowEvent::Over {
            number,
            outcome,
            words: words.into(),
            said: said.into(),
        });
        let mut sides = sides.to_vec();
        if split.fee > 0 {
            sides.push((Account::Income(Income::Arbitration), -split.fee));
        }
        self.sheet
            .book(Code::D02, currency, &sides, About::number(number))?;
        Ok(())
    }
}
