//! Decides on the work and its money (ESC-2 to ESC-4): a tranche is begun up to what it holds, handed in, accepted by the client
//! and released by her; free money goes to a tranche or back. Never more than is held.

use super::sheet::About;
use super::{Doing, Events, Open, WORDS_MOST, Word, files_fit, longest, positive, words};
use crate::domain::Millis;
use crate::domain::escrow::account::Account;
use crate::domain::escrow::command::{EscrowCommand, Verdict};
use crate::domain::escrow::entry::Code;
use crate::domain::escrow::event::EscrowEvent;
use crate::domain::escrow::project::{Part, Progress};
use crate::domain::escrow::refusal::EscrowRefusal;
use crate::domain::ids::OpportunityId;
use crate::domain::opportunity::Side;
use crate::domain::permission::Permission;
use crate::domain::refusal::Refusal;
use crate::domain::request::Attachment;
use crate::domain::state::State;

/// What a client says to what was handed in.
struct Answer<'c> {
    seen: u32,
    verdict: Verdict,
    release: i64,
    words: &'c str,
    said: &'c str,
}

impl Doing<'_> {
    pub(super) fn tranches(&self, command: &EscrowCommand) -> Events {
        use EscrowCommand as C;
        match command {
            C::Fund {
                project,
                number,
                amount,
            } => self.fund(*project, *number, *amount),
            C::Unfund {
                project,
                number,
                amount,
            } => self.unfund(*project, *number, *amount),
            C::Start { project, number } => self.start(*project, *number),
            C::HandIn {
                project,
                number,
                words,
                files,
                said,
            } => self.hand_in(*project, *number, (words, files), said),
            C::Answer {
                project,
                number,
                seen,
                verdict,
                release,
                words,
                said,
            } => {
                let (seen, verdict, release) = (*seen, *verdict, *release);
                let answer = Answer {
                    seen,
                    verdict,
                    release,
                    words,
                    said,
                };
                self.answer(*project, *number, &answer)
            }
            C::Release {
                project,
                number,
                seen,
                amount,
                said,
            } => self.release(*project, *number, (*seen, *amount), said),
            C::Lapse { project, number } => self.lapse(*project, *number),
            C::Refund {
                project,
                amount,
                words,
                said,
            } => self.refund(*project, *amount, words, said),
            C::GiveBack {
                project,
                number,
                amount,
                words,
                said,
            } => self.give_back(*project, (*number, *amount), words, said),
            _ => Err(Refusal::NoSuchThing),
        }
    }

    fn fund(&self, id: OpportunityId, number: u16, amount: i64) -> Events {
        positive(amount)?;
        let mut open = self.project(id)?;
        open.r0()?;
        // It is her money, and the treasurer's to keep.
        if !self.me()?.may(Permission::KeepMoney) {
            self.speaks(&open, Side::Client, "")?;
        }
        let missing = open.missing(number)?;
        if amount > missing {
            let missing = open.project.money(missing);
            return Err(EscrowRefusal::MoreThanNeeded { missing }.into());
        }
        let sides = (Account::Free(id), Account::Tranche(id, number));
        let amount = open.project.money(amount);
        open.sheet
            .moves(Code::E03, amount, sides, About::number(number))?;
        open.done()
    }

    fn unfund(&self, id: OpportunityId, number: u16, amount: i64) -> Events {
        positive(amount)?;
        let mut open = self.project(id)?;
        open.r0()?;
        open.not_disputed()?;
        if open.part(number)?.progress != Progress::Waiting {
            return Err(EscrowRefusal::TrancheUnderWay(number).into());
        }
        let sides = (Account::Tranche(id, number), Account::Free(id));
        let amount = open.project.money(amount);
        open.sheet
            .moves(Code::E03, amount, sides, About::number(number))?;
        open.done()
    }

    fn start(&self, id: OpportunityId, number: u16) -> Events {
        let mut open = self.project(id)?;
        open.r0()?;
        open.not_frozen()?;
        // Who does the work says when it begins.
        self.speaks(&open, Side::Provider, "-")?;
        match open.part(number)?.progress {
            Progress::Waiting | Progress::SentBack => {}
            Progress::Working => return Err(Refusal::AlreadySo),
            Progress::Delivered | Progress::Accepted => {
                return Err(EscrowRefusal::TrancheUnderWay(number).into());
            }
        }
        open.funded(number)?;
        open.says(EscrowEvent::Started { number });
        open.done()
    }

    fn hand_in(
        &self,
        id: OpportunityId,
        number: u16,
        (text, files): (&str, &[Attachment]),
        said: &str,
    ) -> Events {
        longest(text, WORDS_MOST)?;
        files_fit(files)?;
        let mut open = self.project(id)?;
        open.r0()?;
        open.not_frozen()?;
        let word = self.speaks(&open, Side::Provider, said)?;
        let part = open.part(number)?;
        if part.progress == Progress::Delivered || part.is_done() {
            return Err(EscrowRefusal::TrancheUnderWay(number).into());
        }
        open.funded(number)?;
        open.says(EscrowEvent::HandedIn {
            number,
            words: text.trim().into(),
            files: files.to_vec(),
            silent_at: silent_at(self.state, self.now),
            said: word.said,
        });
        open.done()
    }

    /// The client says what she thinks of it. What she releases with it moves in the same record.
    fn answer(&self, id: OpportunityId, number: u16, answer: &Answer<'_>) -> Events {
        longest(answer.words, WORDS_MOST)?;
        let mut open = self.project(id)?;
        open.r0()?;
        let word = self.speaks(&open, Side::Client, answer.said)?;
        open.as_seen(answer.seen)?;
        open.not_about(number)?;
        let part = open.part(number)?.clone();
        if part.progress != Progress::Delivered {
            return Err(EscrowRefusal::NotHandedIn(number).into());
        }
        if answer.verdict != Verdict::Whole && answer.words.trim().is_empty() {
            return Err(Refusal::ReasonMissing);
        }
        let accepted = match answer.verdict {
            Verdict::Whole if answer.release >= 0 => part.amount - part.settled,
            Verdict::InPart => part.released + positive(answer.release)?,
            Verdict::NotYet if answer.release == 0 => part.accepted,
            Verdict::Whole | Verdict::NotYet => return Err(EscrowRefusal::AmountWrong.into()),
        };
        open.says(EscrowEvent::Answered {
            number,
            verdict: answer.verdict,
            accepted,
            words: answer.words.trim().into(),
            word_of: word.of,
            said: word.said,
        });
        if answer.release > 0 {
            open.not_frozen()?;
            open.releases(number, answer.release)?;
        }
        open.done()
    }

    fn release(
        &self,
        id: OpportunityId,
        number: u16,
        (seen, amount): (u32, i64),
        said: &str,
    ) -> Events {
        positive(amount)?;
        let mut open = self.project(id)?;
        open.r0()?;
        open.not_frozen()?;
        let Word { of, said } = self.speaks(&open, Side::Client, said)?;
        open.as_seen(seen)?;
        open.not_about(number)?;
        let part = open.part(number)?;
        if part.accepted <= part.released {
            return Err(EscrowRefusal::NotHandedIn(number).into());
        }
        open.says(EscrowEvent::Released {
            number,
            word_of: of,
            said,
        });
        open.releases(number, amount)?;
        open.done()
    }

    /// The time that a client had is over: what is held is released, as the house said from the start. A job sends it, and
    /// sends it again after an interruption.
    fn lapse(&self, id: OpportunityId, number: u16) -> Events {
        let mut open = self.house_project(id)?;
        open.r0()?;
        open.not_frozen()?;
        open.not_about(number)?;
        let part = open.part(number)?.clone();
        let due = part.handed.as_ref().and_then(|handed| handed.silent_at);
        let is_due = due.is_some_and(|at| at <= self.now);
        if part.progress != Progress::Delivered || !is_due {
            return Err(EscrowRefusal::NotSilent.into());
        }
        let held = open
            .sheet
            .stands(Account::Tranche(id, number), open.project.currency);
        let amount = held.min(part.open());
        open.says(EscrowEvent::Lapsed {
            number,
            accepted: part.amount - part.settled,
        });
        open.releases(number, amount)?;
        open.done()
    }

    fn refund(&self, id: OpportunityId, amount: i64, why: &str, said: &str) -> Events {
        positive(amount)?;
        let mut open = self.project(id)?;
        open.not_disputed()?;
        open.not_frozen()?;
        let Word { of, said } = self.speaks(&open, Side::Client, said)?;
        open.says(EscrowEvent::Moved {
            words: words(why, WORDS_MOST)?,
            word_of: of,
            said,
        });
        let sides = (
            Account::Free(id),
            Account::ClientCredit(open.project.client),
        );
        let amount = open.project.money(amount);
        open.sheet
            .moves(Code::R01, amount, sides, About::default())?;
        open.done()
    }

    /// A provider gives back what was released and not asked for yet (K01); it is free money of the project again.
    fn give_back(
        &self,
        id: OpportunityId,
        (number, amount): (u16, i64),
        why: &str,
        said: &str,
    ) -> Events {
        positive(amount)?;
        let mut open = self.project(id)?;
        open.r0()?;
        let Word { said, .. } = self.speaks(&open, Side::Provider, said)?;
        let released = open.part(number)?.released;
        if amount > released {
            let held = open.project.money(released);
            return Err(EscrowRefusal::MoreThanHeld { held }.into());
        }
        open.says(EscrowEvent::Moved {
            words: words(why, WORDS_MOST)?,
            word_of: None,
            said,
        });
        let from = Account::Released(open.project.firm, id);
        let amount = open.project.money(amount);
        let about = About::number(number);
        open.sheet
            .moves(Code::K01, amount, (from, Account::Free(id)), about)?;
        open.done()
    }
}

impl Open<'_> {
    /// How much a tranche still has to be given. What a dispute took from it comes back to it, or is settled.
    pub(super) fn missing(&self, number: u16) -> Result<i64, Refusal> {
        let part: &Part = self.part(number)?;
        let account = Account::Tranche(self.project.opportunity, number);
        let held = self.sheet.stands(account, self.project.currency);
        let disputed = self.project.open_dispute();
        let disputed = disputed.map_or(0, |(_, dispute)| dispute.taken_from(Some(number)));
        Ok((part.open() - held - disputed).max(0))
    }

    /// Passes where something is held for a tranche: only that is worked on (ESC-3).
    fn funded(&self, number: u16) -> Result<(), Refusal> {
        let account = Account::Tranche(self.project.opportunity, number);
        if self.sheet.stands(account, self.project.currency) > 0 {
            return Ok(());
        }
        let amount = self.project.money(self.part(number)?.open());
        Err(EscrowRefusal::NotFunded { number, amount }.into())
    }

    /// Passes where the account is as its user saw it: of two who release at once, one does.
    fn as_seen(&self, seen: u32) -> Result<(), Refusal> {
        match self.project.revision == seen {
            true => Ok(()),
            false => Err(EscrowRefusal::AccountMoved(self.project.opportunity).into()),
        }
    }

    /// Passes where no open dispute is about a tranche.
    fn not_about(&self, number: u16) -> Result<(), Refusal> {
        match self.project.open_dispute() {
            Some((_, dispute)) if dispute.number.is_none_or(|about| about == number) => {
                Err(EscrowRefusal::InDispute(self.project.opportunity).into())
            }
            Some(_) | None => Ok(()),
        }
    }

    /// Releases an amount of a tranche that was accepted: never more than it holds.
    fn releases(&mut self, number: u16, amount: i64) -> Result<(), Refusal> {
        let id = self.project.opportunity;
        let from = Account::Tranche(id, number);
        let held = self.sheet.stands(from, self.project.currency);
        if amount > held {
            let held = self.project.money(held);
            return Err(EscrowRefusal::MoreThanHeld { held }.into());
        }
        let to = Account::Released(self.project.firm, id);
        let amount = self.project.money(amount);
        self.sheet
            .moves(Code::L01, amount, (from, to), About::number(number))
    }
}

/// Returns when silence releases what is handed in now; `None` where the house did not switch that on.
pub fn silent_at(state: &State, now: Millis) -> Option<Millis> {
    const DAY: Millis = 24 * 3_600_000;
    let days = state.terms().silence_days;
    (days > 0).then(|| now.saturating_add(Millis::from(days) * DAY))
}
