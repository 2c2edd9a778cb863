//! Trials of damage: what opens shows everything, or refuses and says what to do; what is recovered has every
//! record that a witness still had, and names every other one.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::damage::{ALL, Damage};
use crate::deeds::{Outcome, Sort, mail};
use crate::dice::Dice;
use crate::figures::Verdict;
use crate::host::{Said, ask};
use crate::maker::{Base, Left, copy, make};
use crate::reader::{kept, readable};
use crate::seen::{Seen, number};
use crate::trials::{self, Asked};
use crate::{engine, judge};

/// So many are named in a complaint.
const NAMED: usize = 12;

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
struct Trial<'a> {
    base: &'a Base,
    damage: Damage,
    folder: &'a Path,
    data: PathBuf,
    /// The records that a witness still has.
    readable: BTreeSet<u64>,
    /// Those that none has.
    gone: BTreeSet<u64>,
    /// Up to here it can be known that something is gone: by a later record, or by a checkpoint.
    knowable: u64,
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
            Ok(seen) => {
                if evident {
                    verdict.complain(format!("it opens in silence without {}", some(&self.gone)));
                }
                Some(seen)
            }
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

    /// What stands by itself in a readable record is shown once, under its number.
    fn shown(&self, seen: &Seen, verdict: &mut Verdict) {
        if !self.readable.contains(&1) {
            return;
        }
        let records = self
            .base
            .known
            .iter()
            .filter(|record| self.readable.contains(&record.seq));
        let words: BTreeSet<&str> = records
            .flat_map(|r| r.words.iter())
            .map(String::as_str)
            .collect();
        let (mut lost, mut doubled, mut renumbered) = (Vec::new(), 0, 0);
        for entry in &self.base.entries {
            let word = entry.deed.word.as_str();
            let alone = matches!(
                entry.deed.sort,
                Sort::Person | Sort::Mail | Sort::MailWithFile
            );
            if !words.contains(word) || !(alone || self.gone.is_empty()) {
                continue;
            }
            match seen.count(word) {
                0 => lost.push(word),
                1 => {}
                _ => doubled += 1,
            }
            let (before, now) = (self.base.seen.requests.get(word), seen.requests.get(word));
            renumbered += u64::from(now.is_some() && before != now);
        }
        verdict.row.lost += lost.len() as u64;
        verdict.row.doubled += doubled;
        if !lost.is_empty() || doubled > 0 {
            verdict.counted(format!(
                "{} readable and not shown, {doubled} shown twice",
                lost.len()
            ));
        }
        if renumbered > 0 {
            verdict.complain(format!("{renumbered} requests have another number"));
        }
    }

    /// A damaged file is not handed out as if it were whole.
    fn files(&self, seen: &Seen, verdict: &mut Verdict) {
        let done = |entry: &&crate::deeds::Entry| matches!(entry.outcome, Outcome::Done);
        let with_file = |entry: &&crate::deeds::Entry| entry.deed.sort == Sort::MailWithFile;
        for entry in self.base.entries.iter().filter(done).filter(with_file) {
            let Some(request) = seen.requests.get(&entry.deed.word) else {
                continue;
            };
            let got = ask(
                &self.data,
                &["--as", "Amélie", "files", request, "--get", "1"],
                b"",
            );
            judge::panics(&got, verdict);
            if got.is_done() && got.out != crate::deeds::file(&entry.deed.word) {
                verdict.complain(format!("a damaged file of {request} is handed out"));
            }
            if !got.is_done() {
                verdict.tell(format!("files {request}: {}", got.brief()));
            }
        }
    }

    /// Work goes on: a new request gets a number that nobody had.
    fn goes_on(&self, verdict: &mut Verdict) {
        let word = "zqffffffffffffffff";
        let said = ask(
            &self.data,
            &["import", "--quiet", "-"],
            mail(word).as_bytes(),
        );
        if !said.is_done() {
            verdict.complain(format!("nothing more is taken: {}", said.brief()));
            return;
        }
        let given = said
            .out
            .split_once("(")
            .and_then(|(_, rest)| number(rest.split(')').next()?));
        let taken = self
            .base
            .known
            .iter()
            .filter(|record| record.seq <= self.knowable);
        let taken = taken.flat_map(|record| record.words.iter());
        let taken = taken
            .filter_map(|word| number(self.base.seen.requests.get(word)?))
            .max();
        if given.zip(taken).is_none_or(|(given, taken)| given <= taken) {
            verdict.complain(format!(
                "R-{given:?} is given out, R-{taken:?} was there before"
            ));
        }
        match Seen::ask(&self.data) {
            Ok(seen) if seen.count(word) == 1 => {}
            Ok(_) => verdict.complain("a mail taken in afterwards is not there"),
            Err(said) => verdict.complain(format!("it opens once and no more: {}", said.brief())),
        }
    }

    /// Where nothing is gone the store is sound, if need be by a recovery that has nothing to name.
    fn whole(&self, verdict: &mut Verdict) {
        let said = ask(&self.data, &["verify"], b"");
        judge::panics(&said, verdict);
        if said.is_done() {
            return;
        }
        verdict.tell(format!("verify: {}", said.brief()));
        let said = ask(&self.data, &["recover"], b"");
        judge::panics(&said, verdict);
        if !said.is_done() {
            verdict.complain(format!(
                "nothing is gone, and recover says: {}",
                said.brief()
            ));
        }
        judge::sound(&self.data, verdict);
        match Seen::ask(&self.data) {
            Ok(seen) => self.shown(&seen, verdict),
            Err(said) => verdict.complain(format!("recovered, it does not open: {}", said.brief())),
        }
    }

    /// Every readable record is in the store in the end.
    fn restored(&self, verdict: &mut Verdict) {
        let kept = kept(&self.data, &self.base.known);
        let held = engine::held(&self.data, self.folder);
        let there = |seq: &&u64| kept.contains(seq) || held.contains_key(seq);
        verdict.row.restored = self.readable.iter().filter(there).count() as u64;
        if verdict.row.restored < verdict.row.readable {
            let missing: BTreeSet<u64> = self
                .readable
                .iter()
                .filter(|seq| !there(seq))
                .copied()
                .collect();
            verdict.complain(format!(
                "readable before, and not in the store now: {}",
                some(&missing)
            ));
        }
        if self.damage != Damage::Blob && self.gone.is_empty() {
            self.whole(verdict);
        }
    }
}

/// Returns the record up to which an undamaged checkpoint knows.
fn checkpoint(data: &Path, base: &Path) -> u64 {
    let names = fs::read_dir(data.join("checkpoints"))
        .into_iter()
        .flatten()
        .flatten();
    let whole = names.filter(|entry| {
        let before = fs::read(base.join("checkpoints").join(entry.file_name()));
        let now = fs::read(entry.path());
        before
            .ok()
            .zip(now.ok())
            .is_some_and(|(before, now)| before == now)
    });
    let numbers = whole.filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        name.strip_suffix(".ckpt")?.parse().ok()
    });
    numbers.max().unwrap_or_default()
}

/// Whether a text names a number, by itself or within `3 to 7`, `3-7`, `3–7`.
fn names(text: &str, wanted: u64) -> bool {
    let text = text.replace(" to ", "-").replace('–', "-");
    let signs = |c: char| !(c.is_ascii_digit() || c == '-');
    text.split(signs).any(|word| {
        let mut ends = word.split('-').map(str::parse::<u64>);
        match (ends.next(), ends.next()) {
            (Some(Ok(first)), Some(Ok(last))) => (first..=last).contains(&wanted),
            (Some(Ok(only)), _) => only == wanted,
            _ => false,
        }
    })
}

/// Returns some of many numbers, for a person.
fn some(numbers: &BTreeSet<u64>) -> String {
    let first: Vec<String> = numbers.iter().take(NAMED).map(u64::to_string).collect();
    let more = numbers.len().saturating_sub(NAMED);
    match (first.is_empty(), more) {
        (true, _) => "none".to_owned(),
        (false, 0) => first.join(", "),
        (false, more) => format!("{} and {more} more", first.join(", ")),
    }
}
