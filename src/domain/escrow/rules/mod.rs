//! Decides what is wanted of clients' money: whose project it is and who speaks for which side is asked first, then every entry
//! is drawn up on a sheet that lets nothing cross zero. A step and its money are one record, or nothing.

mod apply;
mod deposits;
mod disputes;
pub(in crate::domain) mod follows;
mod owed;
mod sheet;
mod sight;
mod tranches;
mod undo;

use sheet::Sheet;

use crate::domain::Millis;
use crate::domain::decision::{Decides, Decision, Facts};
use crate::domain::escrow::books::Books;
use crate::domain::escrow::command::EscrowCommand;
use crate::domain::escrow::entry::Entry;
use crate::domain::escrow::event::EscrowEvent;
use crate::domain::escrow::project::{Part, Project};
use crate::domain::escrow::refusal::EscrowRefusal;
use crate::domain::event::Event;
use crate::domain::eyes::Eyes;
use crate::domain::firm::FirmRight;
use crate::domain::ids::{ContactId, OpportunityId, PersonId};
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{Formula, Opportunity, Side};
use crate::domain::person::{Permission, Person};
use crate::domain::refusal::Refusal;
use crate::domain::request::Attachment;
use crate::domain::state::State;
use crate::domain::thing::Writes;

/// The longest reason, in characters.
pub const WORDS_MOST: usize = 2_000;
/// The most files that come with one step.
pub const FILES_MOST: usize = 20;

impl Decides for EscrowCommand {
    fn decide(&self, state: &State, facts: &Facts) -> Result<Decision, Refusal> {
        let doing = Doing {
            state,
            now: facts.now,
            actor: facts
                .actor
                .and_then(|id| state.person(id))
                .map(|one| &**one),
        };
        doing.decide(self).map(Decision::of)
    }

    fn writes(&self, _: &State, _: Option<PersonId>) -> Writes {
        use EscrowCommand as C;
        match self {
            C::Answer { .. } | C::Release { .. } | C::Reply { .. } => Writes::Seen,
            _ => Writes::One,
        }
    }
}

/// One command, being decided.
struct Doing<'a> {
    state: &'a State,
    now: Millis,
    actor: Option<&'a Person>,
}

/// What comes of it.
type Events = Result<Vec<Event>, Refusal>;

/// On whose word something is done for a side, and how it said so; nothing where the side speaks for itself.
#[derive(Clone, Debug, Default)]
struct Word {
    of: Option<ContactId>,
    said: Box<str>,
}

impl<'a> Doing<'a> {
    fn decide(&self, command: &EscrowCommand) -> Events {
        use EscrowCommand as C;
        match command {
            C::Deposit { .. }
            | C::Match { .. }
            | C::SendBack { .. }
            | C::PaidOut { .. }
            | C::Chargeback { .. }
            | C::Thaw { .. }
            | C::Correct { .. }
            | C::Close { .. } => self.deposits(command),
            C::Receive { .. } | C::Net { .. } | C::WriteOff { .. } | C::Begin { .. } => {
                self.owed(command)
            }
            C::Fund { .. }
            | C::Unfund { .. }
            | C::Start { .. }
            | C::HandIn { .. }
            | C::Answer { .. }
            | C::Release { .. }
            | C::Lapse { .. }
            | C::Refund { .. }
            | C::GiveBack { .. } => self.tranches(command),
            C::Dispute { .. }
            | C::Say { .. }
            | C::Propose { .. }
            | C::Reply { .. }
            | C::Award { .. }
            | C::Withdraw { .. } => self.disputes(command),
        }
    }

    fn books(&self) -> &'a Books {
        self.state.books()
    }

    fn me(&self) -> Result<&'a Person, Refusal> {
        self.actor.ok_or(Refusal::NobodyKnown)
    }

    fn eyes(&self) -> Result<Eyes<'a>, Refusal> {
        Ok(Eyes::of_person(self.state, self.me()?))
    }

    fn sheet(&self) -> Sheet<'a> {
        Sheet::new(self.state, self.now)
    }

    /// A project whose account the actor sees, with the sheet for what happens to it. One of before there were books is
    /// opened on it first.
    fn project(&self, id: OpportunityId) -> Result<Open<'a>, Refusal> {
        let eyes = self.eyes()?;
        let (opportunity, project) = eyes.account(id)?;
        self.opened(opportunity, project)
    }

    /// The same for the house itself.
    fn house_project(&self, id: OpportunityId) -> Result<Open<'a>, Refusal> {
        let none = EscrowRefusal::NoAccount(id);
        let opportunity = self.state.board().opportunity(id).ok_or(none.clone())?;
        let project = self.state.account_of(opportunity).ok_or(none)?;
        self.opened(opportunity, project)
    }

    fn opened(&self, opportunity: &'a Opportunity, project: Project) -> Result<Open<'a>, Refusal> {
        let mut sheet = self.sheet();
        sheet.about(&project);
        if self.books().project(project.opportunity).is_none() {
            follows::open(&mut sheet, self.state, &project)?;
        }
        Ok(Open {
            opportunity,
            project,
            sheet,
        })
    }

    /// On whose word the actor speaks for a side. Of the house, who works on missions speaks for a provider, who speaks for
    /// clients for her; both say how the side said so. Nobody speaks for the other side of their own deal.
    fn speaks(&self, open: &Open<'_>, side: Side, said: &str) -> Result<Word, Refusal> {
        let eyes = self.eyes()?;
        let (of, project) = (open.opportunity, &open.project);
        let own = match side {
            Side::Client => eyes.is_client(of),
            Side::Provider => eyes.firm == project.firm && eyes.rights.has(FirmRight::Proposes),
        };
        if eyes.is_on_both_sides(of) {
            return Err(BoardRefusal::BothSides(of.id).into());
        }
        if own {
            return Ok(Word::default());
        }
        let needed = match side {
            Side::Client => Permission::PostOpportunities,
            Side::Provider => Permission::RunMissions,
        };
        let mut roles = eyes.person.roles.iter();
        if !roles.any(|role| role.is_staff() && role.permits(needed)) {
            return Err(EscrowRefusal::NotThatSide(side).into());
        }
        longest(said, WORDS_MOST)?;
        match said.trim() {
            "" => Err(BoardRefusal::HowSaidMissing.into()),
            said => Ok(Word {
                of: (side == Side::Client).then_some(of.contact),
                said: said.into(),
            }),
        }
    }

    /// The side that the actor is on, if they are on one.
    fn side(&self, open: &Open<'_>) -> Result<Option<Side>, Refusal> {
        let eyes = self.eyes()?;
        Ok(if eyes.is_client(open.opportunity) {
            Some(Side::Client)
        } else if eyes.firm == open.project.firm && eyes.sees_firm() {
            Some(Side::Provider)
        } else {
            None
        })
    }
}

/// A project that something is done to.
struct Open<'a> {
    opportunity: &'a Opportunity,
    project: Project,
    sheet: Sheet<'a>,
}

impl Open<'_> {
    /// Passes where there is an account under formula R0 that has not ended.
    fn r0(&self) -> Result<(), Refusal> {
        let id = self.project.opportunity;
        match (self.project.formula, self.project.closed) {
            (Formula::Basic, _) => Err(EscrowRefusal::BasicFormula.into()),
            (Formula::R0, Some(_)) => Err(EscrowRefusal::ProjectClosed(id).into()),
            (Formula::R0, None) => Ok(()),
        }
    }

    /// Passes where the bank took nothing back.
    fn not_frozen(&self) -> Result<(), Refusal> {
        match self.project.frozen {
            true => Err(EscrowRefusal::ProjectFrozen(self.project.opportunity).into()),
            false => Ok(()),
        }
    }

    /// Passes where no dispute is open.
    fn not_disputed(&self) -> Result<(), Refusal> {
        match self.project.open_dispute() {
            Some(_) => Err(EscrowRefusal::InDispute(self.project.opportunity).into()),
            None => Ok(()),
        }
    }

    fn part(&self, number: u16) -> Result<&Part, Refusal> {
        let part = self.project.part(number);
        part.ok_or_else(|| EscrowRefusal::NoSuchTranche(number).into())
    }

    fn says(&mut self, event: EscrowEvent) {
        self.sheet.says(event);
    }

    fn done(self) -> Events {
        self.sheet.done()
    }
}

/// An amount that can be moved: more than nothing, and not beyond all measure.
fn positive(minor: i64) -> Result<i64, Refusal> {
    match (1..=Entry::MOST).contains(&minor) {
        true => Ok(minor),
        false => Err(EscrowRefusal::AmountWrong.into()),
    }
}

/// Words that must be there.
fn words(text: &str, most: usize) -> Result<Box<str>, Refusal> {
    longest(text, most)?;
    match text.trim() {
        "" => Err(Refusal::ReasonMissing),
        text => Ok(text.into()),
    }
}

fn longest(text: &str, most: usize) -> Result<(), Refusal> {
    match text.chars().count() > most {
        true => Err(Refusal::TooLong { most }),
        false => Ok(()),
    }
}

fn files_fit(files: &[Attachment]) -> Result<(), Refusal> {
    const NAME_MOST: usize = 255;
    if files.len() > FILES_MOST {
        return Err(Refusal::TooLong { most: FILES_MOST });
    }
    let mut names = files.iter().flat_map(|file| [&file.name, &file.mime]);
    names.try_for_each(|name| longest(name, NAME_MOST))
}

/// A day that a bank can have booked something on: not in the future by more than a day, nor before all measure.
fn booked_day(day: Millis, now: Millis) -> Result<(), Refusal> {
    const DAY: Millis = 24 * 3_600_000;
    match day > now.saturating_add(DAY) {
        true => Err(Refusal::TooFarAhead { days: 1 }),
        false => Ok(()),
    }
}
