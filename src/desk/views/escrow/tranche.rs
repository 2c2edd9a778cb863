//! A tranche of a project as one person sees it (ESC-3, ESC-4): what it costs and holds, how far it has come, what was handed in
//! and what the client said to it.

use super::reading::{Reader, who};
use crate::desk::views::board::files_of;
use crate::domain::Millis;
use crate::domain::escrow::command::Verdict;
use crate::domain::escrow::{EscrowEvent, Part, Progress, Project};
use crate::domain::eyes::Eyes;
use crate::domain::money::Money;
use crate::domain::opportunity::Opportunity;
use crate::domain::opportunity::deal::Due;
use crate::journal::Fault;
use crate::text::sanitise::{clean_line, clean_text};

/// How far a tranche has come, its money included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TrancheState {
    /// Nothing is held for it: it must not be begun.
    NotFunded,
    /// A part of it is held.
    InPart,
    /// All of it is held.
    Funded,
    /// The provider works on it.
    Working,
    /// It was handed in.
    Delivered,
    /// The client said what is missing.
    SentBack,
    /// The client accepted it, whole or in part.
    Accepted,
    /// It was released.
    Released,
    /// A dispute holds what it held.
    Disputed,
    /// A dispute settled it.
    Settled,
}

impl TrancheState {
    /// Returns the stable name that texts and scripts find it by.
    pub fn key(self) -> &'static str {
        match self {
            TrancheState::NotFunded => "not-funded",
            TrancheState::InPart => "in-part",
            TrancheState::Funded => "funded",
            TrancheState::Working => "working",
            TrancheState::Delivered => "delivered",
            TrancheState::SentBack => "sent-back",
            TrancheState::Accepted => "accepted",
            TrancheState::Released => "released",
            TrancheState::Disputed => "disputed",
            TrancheState::Settled => "settled",
        }
    }

    /// Returns that of a tranche for which so much is held.
    pub(super) fn of(project: &Project, number: u16, part: &Part, held: i64) -> TrancheState {
        let disputed = project.open_dispute().is_some_and(|(_, dispute)| {
            let mut pots = dispute.pots.iter();
            pots.any(|(pot, _)| *pot == Some(number))
        });
        if disputed {
            return TrancheState::Disputed;
        }
        if part.is_done() {
            return match part.released > 0 {
                true => TrancheState::Released,
                false => TrancheState::Settled,
            };
        }
        match part.progress {
            Progress::Waiting if held == 0 => TrancheState::NotFunded,
            Progress::Waiting if held < part.open() => TrancheState::InPart,
            Progress::Waiting => TrancheState::Funded,
            Progress::Working => TrancheState::Working,
            Progress::Delivered => TrancheState::Delivered,
            Progress::SentBack => TrancheState::SentBack,
            Progress::Accepted => TrancheState::Accepted,
        }
    }
}

/// What was handed in for a tranche.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedIn {
    /// When.
    pub at: Millis,
    /// By whom; empty for who may not know.
    pub by: String,
    /// The words on it.
    pub words: String,
    /// The names and sizes of the files.
    pub files: Vec<(String, u64)>,
    /// When silence releases what is held for it, where the house switched that on.
    pub silent_at: Option<Millis>,
    /// What the client said to it, and her words.
    pub answer: Option<(Verdict, String)>,
}

/// A tranche.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrancheLine {
    /// Its number.
    pub number: u16,
    /// What is delivered.
    pub what: String,
    /// When, in words that may be shown.
    pub due: Due,
    /// What is paid for it.
    pub amount: Money,
    /// What is held for it.
    pub held: Money,
    /// What of it has still to be held: its amount less what was released, settled and is held.
    pub missing: Money,
    /// How much was accepted.
    pub accepted: Money,
    /// How much was released.
    pub released: Money,
    /// How much an award settled.
    pub settled: Money,
    /// How far it has come.
    pub state: TrancheState,
    /// What was handed in last.
    pub handed: Option<HandedIn>,
}

/// Returns a tranche without what only its records say.
pub(super) fn outline(
    eyes: &Eyes<'_>,
    of: &Opportunity,
    project: &Project,
    (number, part): (u16, &Part),
) -> TrancheLine {
    let held = eyes.state.books().held_for(project, number);
    let line = |text: &str| clean_line(text).into_owned();
    let handed = part.handed.as_deref();
    TrancheLine {
        number,
        what: line(&part.what),
        due: match &part.due {
            Due::Said(words) => Due::Said(line(words).into()),
            Due::Day(at) => Due::Day(*at),
        },
        amount: project.money(part.amount),
        held: project.money(held),
        missing: project.money((part.open() - held).max(0)),
        accepted: project.money(part.accepted),
        released: project.money(part.released),
        settled: project.money(part.settled),
        state: TrancheState::of(project, number, part, held),
        handed: handed.map(|handed| HandedIn {
            at: handed.at,
            by: who(eyes, of, handed.by),
            words: String::new(),
            files: files_of(&handed.files),
            silent_at: handed.silent_at,
            answer: None,
        }),
    }
}

/// Reads what was said to what was handed in, by both.
pub(super) async fn read(
    line: &mut TrancheLine,
    part: &Part,
    reader: &mut Reader<'_>,
) -> Result<(), Fault> {
    let (Some(shown), Some(handed)) = (&mut line.handed, &part.handed) else {
        return Ok(());
    };
    let number = line.number;
    if let Some((_, events)) = reader.record(handed.text_at).await? {
        let said = events.into_iter().find_map(|event| match event {
            EscrowEvent::HandedIn {
                number: n, words, ..
            } if *n == number => Some(clean_text(words).into_owned()),
            _ => None,
        });
        shown.words = said.unwrap_or_default();
    }
    let Some(at) = part.answered_at else {
        return Ok(());
    };
    if let Some((_, events)) = reader.record(at).await? {
        shown.answer = events.into_iter().find_map(|event| match event {
            EscrowEvent::Answered {
                number: n,
                verdict,
                words,
                ..
            } if *n == number => Some((*verdict, clean_text(words).into_owned())),
            _ => None,
        });
    }
    Ok(())
}
