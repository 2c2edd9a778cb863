//! The figures of many trials: one row for each sort of trial, and every complaint with the words that run
//! its trial again.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::AddAssign;

use tempfile::TempDir;

/// So many folders of failed trials are kept; the rest would fill a disk.
const KEPT: usize = 8;

/// What was counted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Row {
    /// Trials.
    pub trials: u64,
    /// Commands that were acknowledged.
    pub acknowledged: u64,
    /// Acknowledged and not there.
    pub lost: u64,
    /// There more than once.
    pub doubled: u64,
    /// Refused and there all the same.
    pub applied: u64,
    /// Records that a witness still had.
    pub readable: u64,
    /// Of those, the ones that were there in the end.
    pub restored: u64,
    /// Records that no witness had any more.
    pub gone: u64,
    /// Of those, the ones that were named.
    pub named: u64,
    /// Panics.
    pub panics: u64,
    /// Messages to a session that show a path of the server.
    pub paths: u64,
    /// Anything else that was wrong.
    pub other: u64,
}

impl Row {
    const HEADS: [&str; 12] = [
        "trials", "acked", "lost", "doubled", "applied", "readable", "restored", "gone", "named",
        "panics", "paths", "other",
    ];

    fn values(&self) -> [u64; 12] {
        [
            self.trials,
            self.acknowledged,
            self.lost,
            self.doubled,
            self.applied,
            self.readable,
            self.restored,
            self.gone,
            self.named,
            self.panics,
            self.paths,
            self.other,
        ]
    }
}

impl AddAssign for Row {
    fn add_assign(&mut self, more: Row) {
        self.trials += more.trials;
        self.acknowledged += more.acknowledged;
        self.lost += more.lost;
        self.doubled += more.doubled;
        self.applied += more.applied;
        self.readable += more.readable;
        self.restored += more.restored;
        self.gone += more.gone;
        self.named += more.named;
        self.panics += more.panics;
        self.paths += more.paths;
        self.other += more.other;
    }
}

/// What a trial came to.
#[derive(Default)]
pub struct Verdict {
    /// Its sort, as the table names it.
    pub sort: String,
    /// What was counted.
    pub row: Row,
    /// What was done, for whoever looks at a failure.
    pub story: Vec<String>,
    complaints: Vec<String>,
}

impl Verdict {
    /// Notes what was done.
    pub fn tell(&mut self, words: impl Into<String>) {
        self.story.push(words.into());
    }

    /// Notes what is wrong, and has been counted.
    pub fn counted(&mut self, words: impl Into<String>) {
        self.complaints.push(words.into());
    }

    /// Notes what is wrong and has no column of its own.
    pub fn complain(&mut self, words: impl Into<String>) {
        self.row.other += 1;
        self.counted(words);
    }
}

/// What all trials of a kind came to.
pub struct Figures {
    kind: &'static str,
    rows: BTreeMap<String, Row>,
    failures: Vec<String>,
    kept: usize,
}

impl Figures {
    /// Returns figures of nothing.
    pub fn new(kind: &'static str) -> Figures {
        Figures {
            kind,
            rows: BTreeMap::new(),
            failures: Vec::new(),
            kept: 0,
        }
    }

    /// Takes a verdict in. The folder is kept when something is wrong.
    pub fn take(&mut self, mut verdict: Verdict, again: &str, folder: TempDir) {
        verdict.row.trials = 1;
        *self.rows.entry(verdict.sort.clone()).or_default() += verdict.row;
        if verdict.complaints.is_empty() {
            println!("{} ({}): well", self.kind, verdict.sort);
            verdict
                .story
                .iter()
                .for_each(|line| println!("  did:   {line}"));
            return;
        }
        let mut text = format!("{} ({})\n  again: {again}", self.kind, verdict.sort);
        if self.kept < KEPT {
            self.kept += 1;
            let _ = write!(text, "\n  kept:  {}", folder.keep().display());
        }
        let story = verdict.story.iter().map(|line| ("did: ", line));
        let wrong = verdict.complaints.iter().map(|line| ("wrong:", line));
        for (head, line) in story.chain(wrong) {
            let _ = write!(text, "\n  {head} {line}");
        }
        println!("{text}\n");
        self.failures.push(format!("  {again}"));
    }

    /// Prints the table, and fails when anything was wrong.
    pub fn close(self) {
        let mut table = format!("{:<34}", self.kind);
        for head in Row::HEADS {
            let _ = write!(table, "{head:>9}");
        }
        let mut all = Row::default();
        for row in self.rows.values() {
            all += *row;
        }
        let rows = self.rows.iter().map(|(sort, row)| (sort.as_str(), row));
        for (sort, row) in rows.chain([("all", &all)]) {
            let _ = write!(table, "\n{sort:<34}");
            for value in row.values() {
                let _ = write!(table, "{value:>9}");
            }
        }
        println!("{table}");
        let (wrong, trials) = (self.failures.len(), all.trials);
        assert!(
            self.failures.is_empty(),
            "{wrong} of {trials} trials failed; told above; again by\n{}",
            self.failures.join("\n"),
        );
    }
}
