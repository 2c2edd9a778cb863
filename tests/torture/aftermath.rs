//! What is judged of a damaged store once it is open again: everything readable is shown once and kept, damaged
//! files are not handed out, work goes on under new numbers.

use std::collections::BTreeSet;

use crate::damage::Damage;
use crate::damages::Trial;
use crate::deeds::{Entry, Outcome, Sort, file, mail};
use crate::engine;
use crate::figures::Verdict;
use crate::judge;
use crate::numbers::some;
use crate::reader::kept;
use crate::said::ask;
use crate::seen::{Seen, number};

impl Trial<'_> {
    /// What stands by itself in a readable record is shown once, under its number.
    pub fn shown(&self, seen: &Seen, verdict: &mut Verdict) {
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
    pub fn files(&self, seen: &Seen, verdict: &mut Verdict) {
        let done = |entry: &&Entry| matches!(entry.outcome, Outcome::Done);
        let with_file = |entry: &&Entry| entry.deed.sort == Sort::MailWithFile;
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
            if got.is_done() && got.out != file(&entry.deed.word) {
                verdict.complain(format!("a damaged file of {request} is handed out"));
            }
            if !got.is_done() {
                verdict.tell(format!("files {request}: {}", got.brief()));
            }
        }
    }

    /// Work goes on: a new request gets a number that nobody had.
    pub fn goes_on(&self, verdict: &mut Verdict) {
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

    /// A program of another build reads no checkpoint of this one, and shows the same.
    pub fn another_build(&self, verdict: &mut Verdict) {
        let Ok(here) = Seen::ask(&self.data) else {
            return verdict.complain("it opens no more");
        };
        // As if this build had closed it a while ago: what it wrote last stands in no checkpoint.
        let _ = std::fs::remove_dir_all(self.data.join("checkpoints"));
        match Seen::ask(&self.data) {
            Ok(there) if there.requests == here.requests && there.pages == here.pages => {}
            Ok(there) => {
                let words = here.requests.keys();
                let less = words
                    .filter(|word| there.count(word) < here.count(word))
                    .count();
                verdict.complain(format!(
                    "another build shows something else; {less} words less"
                ));
            }
            Err(said) => verdict.complain(format!("no other build opens it: {}", said.brief())),
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
    pub fn restored(&self, verdict: &mut Verdict) {
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
