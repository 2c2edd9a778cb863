//! Healing: what one log lacks is given to it from the other when a store is opened, unasked. What neither
//! has is told, and the store stays closed.

use super::combine::Combined;
use super::engine::{CACHE, Engine};
use super::fault::{Fault, FaultKind};
use super::folder::Folder;
use super::loss::Losses;
use super::proof::Proofs;
use super::repair::{mend_journal, rebuild_journal, rebuild_shadow};
use super::shadow::{SEGMENT_BYTES, Shadow};
use super::startup::Started;
use super::survey::Survey;

/// How many losses a fault names.
const NAMED: usize = 5;

/// Combines both logs from the first record on, and repairs each from the other.
pub(super) fn combine(
    folder: &Folder,
    proofs: &Proofs,
    engine: Option<Engine>,
    flawed: bool,
) -> Result<Started, Fault> {
    let survey = Survey::of(Combined::new(folder, engine.as_ref(), proofs)?)?;
    refuse_losses(folder, &survey)?;
    if engine.is_none() && survey.chain.last == 0 && folder.journal().join("db").exists() {
        return Err(nothing_left());
    }
    if survey.not_in_shadow > 0 || flawed {
        rebuild_shadow(folder, engine.as_ref(), proofs)?;
    }
    let engine = match engine {
        Some(engine) if survey.not_in_journal == 0 => engine,
        Some(engine) if mend_journal(folder, &engine, proofs).is_ok() => engine,
        engine => {
            rebuild_journal(folder, engine, proofs, survey.chain.last)?;
            Engine::open(folder.root(), &folder.journal(), CACHE)?
        }
    };
    let (shadow, _) = Shadow::open(&folder.shadow(), SEGMENT_BYTES)?;
    Ok(Started {
        engine: Some(engine),
        in_engine: survey.chain.last,
        chain: survey.chain,
        shadow,
        restored: survey.not_in_shadow + survey.not_in_journal,
    })
}

/// A journal that cannot be opened, and no other log beside it.
pub(super) fn nothing_left() -> Fault {
    Fault::new(
        FaultKind::Damaged,
        "the journal cannot be opened and its shadow log is gone: no record can be read",
        "nothing was changed; restore a backup of the data folder",
    )
}

/// Refuses to open a journal that lacks records, and says which.
fn refuse_losses(folder: &Folder, survey: &Survey) -> Result<(), Fault> {
    if let Some(seq) = survey.first_disputed {
        return Err(Fault::damaged(
            folder.root(),
            format!(
                "the journal and its shadow log differ at record {seq}, and both look intact there"
            ),
        ));
    }
    if survey.lost.is_empty() {
        return Ok(());
    }
    Err(Fault::damaged(folder.root(), told(&survey.lost)))
}

/// What is missing, in a sentence.
fn told(lost: &Losses) -> String {
    let mut runs: Vec<String> = lost
        .runs()
        .iter()
        .take(NAMED)
        .map(ToString::to_string)
        .collect();
    let more = lost.runs().len().saturating_sub(NAMED);
    if more > 0 {
        runs.push(format!("and {more} more gaps"));
    }
    format!(
        "confirmed records that are in neither log: {} ({})",
        lost.count(),
        runs.join("; ")
    )
}
