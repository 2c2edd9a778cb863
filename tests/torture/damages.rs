//! Trials of damage: what opens shows everything, or refuses and says what to do; what is recovered has every
//! record that a witness still had, and names every other one.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::damage::{ALL, Damage};
use crate::dice::Dice;
use crate::figures::Verdict;
use crate::judge;
use crate::maker::{Base, Left, copy, make};
use crate::numbers::{names, some};
use crate::reader::{checkpoint, kept, readable};
use crate::said::{Said, ask};
use crate::seen::Seen;
use crate::trials::{self, Asked};

/// The record that adds the person whose credits are asked for.
const PERSON: u64 = 4;

/// Runs the trials.
pub fn run() {
    let records = Asked::read().number("records");
    let mut dice = Dice::of(0, "damage", u64::MAX);
    let lefts = [Left::Closed, Left::InPieces, Left::Killed];
    let bases = lefts.map(|left| (left, make(records, left, &mut dice)));
    let figures = trials::run("damage", "damages", |n, folder, dice, verdict| {
        let damage = ALL[n as usize % ALL.len()];
        verdict.sort = damage.sort().to_owned();
        let (left, base) = dice.one(&bases);
        verdict.tell(format!("a store that was left {left:?}"));
        Trial::of(base, damage, folder, dice, verdict).run(verdict);
    });
    figures.close();
}

/// A damaged store, and what is known of it.
pub struct Trial<'a> {
    /// The store as it was.
    pub base: &'a Base,
    /// What was done to it.
    pub damage: Damage,
    /// Where the trial is.
    pub folder: &'a Path,
    /// The data folder.
    pub data: PathBuf,
    /// The records that a witness still has.
    pub readable: BTreeSet<u64>,
    /// Those that none has.
    pub gone: BTreeSet<u64>,
    /// Up to here it can be known that something is gone: by a later record, or by a checkpoint.
    pub knowable: u64,
}

impl<'a> Trial<'a> {
    fn of(
        base: &'a Base,
        damage: Damage,
        folder: &'a Path,
        dice: &mut Dice,
        verdict: &mut Verdict,
    ) -> Trial<'a> {
        let data = base.copy_to(folder);
        let needs = matches!(
            damage,
            Damage::Checkpoint | Damage::CheckpointShadow | Damage::Mark
        );
        if dice.below(3) == 0 && !needs {
            fs::remove_dir_all(data.join("checkpoints")).expect("checkpoints");
            verdict.tell("no checkpoints");
        }
        damage
            .apply(&data, &base.known, dice)
            .into_iter()
            .for_each(|line| verdict.tell(line));
        let witnesses = readable(&data, &base.data(), &base.known, folder);
        let [shadow, engine] = witnesses.each_ref().map(BTreeSet::len);
        let [shadowed, held] = witnesses;
        let readable: BTreeSet<u64> = shadowed.union(&held).copied().collect();
        let all = base.known.iter().map(|record| record.seq);
        let gone: BTreeSet<u64> = all.filter(|seq| !readable.contains(seq)).collect();
        let last = readable.last().copied().unwrap_or_default();
        let knowable = last.max(checkpoint(&data, &base.data()));
        verdict.row.acknowledged = judge::acknowledged(&base.entries);
        verdict.row.readable = readable.len() as u64;
        verdict.row.gone = gone.len() as u64;
        verdict.tell(format!(
            "of {} records the shadow log has {shadow}, the engine {engine}; gone: {}; known up to {knowable}",
            base.known.len(),
            some(&gone)
        ));
        Trial {
            base,
            damage,
            folder,
            data,
            readable,
            gone,
            knowable,
        }
    }

    fn run(&self, verdict: &mut Verdict) {
        let evident = self.gone.iter().any(|seq| *seq <= self.knowable);
        if evident || self.damage == Damage::Blob {
            self.verify(verdict);
        }
        let seen = match Seen::ask(&self.data) {
            Ok(seen) if evident => self.in_silence(&seen, verdict),
            Ok(seen) => Some(seen),
            Err(said) => {
                self.refused(&said, verdict);
                self.again(&said, verdict)
            }
        };
        judge::faults(&self.data, verdict);
        let Some(seen) = seen else { return };
        self.shown(&seen, verdict);
        if self.damage == Damage::Blob {
            self.files(&seen, verdict);
        }
        self.goes_on(verdict);
        self.restored(verdict);
        self.another_build(verdict);
    }

    /// What is gone is never called sound.
    fn verify(&self, verdict: &mut Verdict) {
        let copied = self.folder.join("verified");
        copy(&self.data, &copied);
        let said = ask(&copied, &["verify"], b"");
        judge::panics(&said, verdict);
        if said.is_done() {
            verdict.complain(format!("verify calls it sound: {}", said.brief()));
        }
        let _ = fs::remove_dir_all(copied);
    }

    /// Where people are lost, each start says so.
    fn verify_says_people(&self, verdict: &mut Verdict) {
        for args in [&["verify", "--quick"][..], &["person", "list"]] {
            let said = ask(&self.data, args, b"");
            judge::panics(&said, verdict);
            let text = format!("{}{}", said.out, said.err);
            if !(text.contains("are lost") && text.contains("backup")) {
                verdict.complain(format!(
                    "it does not say that people are lost: {}",
                    said.brief()
                ));
            }
        }
    }

    /// A store that opens though something is gone shows all the same what a checkpoint knows of it, and
    /// what is gone is named by a recovery.
    fn in_silence(&self, seen: &Seen, verdict: &mut Verdict) -> Option<Seen> {
        let gone = self
            .base
            .known
            .iter()
            .filter(|record| self.gone.contains(&record.seq));
        let hidden = gone.filter(|record| record.words.iter().any(|word| seen.count(word) == 0));
        let hidden: BTreeSet<u64> = hidden.map(|record| record.seq).collect();
        if !hidden.is_empty() {
            verdict.complain(format!("it opens in silence without {}", some(&hidden)));
        }
        self.again(&Said::default(), verdict)
    }

    /// A refusal to open says what to do.
    fn refused(&self, said: &Said, verdict: &mut Verdict) {
        verdict.tell(format!("it refuses to open: {}", said.brief()));
        judge::panics(said, verdict);
        if said.late {
            verdict.complain("opening has no end");
        }
        if !judge::says_what_to_do(said) {
            verdict.complain(format!(
                "refused without saying what to do: {}",
                said.brief()
            ));
        }
        if self.damage == Damage::Format && !said.err.contains("FORMAT") {
            verdict.complain(format!(
                "the refusal does not name FORMAT: {}",
                said.brief()
            ));
        }
        if matches!(
            self.damage,
            Damage::Drafts | Damage::Blob | Damage::Checkpoint | Damage::Mark
        ) {
            verdict.complain(format!(
                "what is no record keeps it from opening: {}",
                said.brief()
            ));
        }
    }

    /// Does what the refusal says, and opens it again.
    fn again(&self, refused: &Said, verdict: &mut Verdict) -> Option<Seen> {
        if self.damage == Damage::Format {
            fs::write(self.data.join("FORMAT"), "1\n").expect("FORMAT");
        } else {
            self.recover(refused, verdict)?;
        }
        match Seen::ask(&self.data) {
            Ok(seen) => Some(seen),
            // Who set it up and who is asked for stand in the first records.
            Err(said) if self.gone.contains(&1) && judge::says_what_to_do(&said) => {
                verdict.tell(format!("without its beginning: {}", said.brief()));
                None
            }
            Err(said) if self.gone.contains(&PERSON) && judge::says_what_to_do(&said) => {
                verdict.tell(format!("without its people: {}", said.brief()));
                self.verify_says_people(verdict);
                None
            }
            Err(said) => {
                judge::panics(&said, verdict);
                verdict.row.lost += self.readable.len() as u64;
                verdict.counted(format!("it does not open then either: {}", said.brief()));
                None
            }
        }
    }

    /// Recovers it. What is gone is named by then.
    fn recover(&self, refused: &Said, verdict: &mut Verdict) -> Option<()> {
        let said = ask(&self.data, &["recover"], b"");
        verdict.tell(format!("recover: {}", said.brief()));
        judge::panics(&said, verdict);
        let text = format!("{}\n{}\n{}", refused.err, said.out, said.err);
        let named: BTreeSet<u64> = self
            .gone
            .iter()
            .copied()
            .filter(|seq| names(&text, *seq))
            .collect();
        verdict.row.named = named.len() as u64;
        let silent: BTreeSet<u64> = self.gone.difference(&named).copied().collect();
        let silent: BTreeSet<u64> = silent
            .into_iter()
            .filter(|seq| *seq <= self.knowable)
            .collect();
        if !silent.is_empty() {
            verdict.complain(format!("recover does not name {}", some(&silent)));
        }
        let evident = self.gone.iter().any(|seq| *seq <= self.knowable);
        // What nothing is known to show may still be known to a witness that this judge does not know.
        let wrong = match said.is_done() {
            true => evident,
            false => self.gone.is_empty() || named.is_empty(),
        };
        if wrong {
            verdict.complain(format!(
                "recover ends like this though {} records are gone: {}",
                self.gone.len(),
                said.brief()
            ));
        }
        if self.readable.is_empty() {
            // There is nothing to open.
            return None;
        }
        let kept = kept(&self.data, &self.base.known);
        if kept.is_empty() && !self.readable.is_empty() {
            verdict.row.lost += self.readable.len() as u64;
            verdict.counted("nothing was recovered");
            return None;
        }
        Some(())
    }
}
