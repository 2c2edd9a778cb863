//! How many trials of each kind are run, and with which seed: few by default, else what `ENTREMISE_TRIALS`
//! says.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use tempfile::TempDir;

use crate::dice::Dice;
use crate::figures::{Figures, Verdict};

/// Where the words are.
const ASKED: &str = "ENTREMISE_TRIALS";
/// What is run when nobody asks. `disk=limit` has a limit on file sizes stand in for a full disk.
const DEFAULT: &str = "kills=4 damages=17 full=2 seed=1 records=500 disk=own";

/// What was asked for: `name=value`, parted by spaces; later ones count.
pub struct Asked(String);

impl Asked {
    /// Reads the environment.
    pub fn read() -> Asked {
        let asked = std::env::var(ASKED).unwrap_or_default();
        Asked(format!("{DEFAULT} {asked}"))
    }

    /// Returns what was asked for by a name.
    pub fn value(&self, name: &str) -> Option<&str> {
        let pairs = self.0.split_whitespace().filter_map(|w| w.split_once('='));
        pairs
            .filter(|(n, _)| *n == name)
            .map(|(_, v)| v)
            .next_back()
    }

    /// Returns a number that was asked for.
    pub fn number(&self, name: &str) -> u64 {
        let number = self.value(name).and_then(|value| value.parse().ok());
        number.unwrap_or_else(|| panic!("{ASKED}: {name} wants a number"))
    }

    /// Returns the trials of a kind that are to be run.
    fn of(&self, kind: &str, many: &str) -> Vec<u64> {
        match self.value("only").and_then(|only| only.split_once(':')) {
            Some((only, n)) if only == kind => n.parse().into_iter().collect(),
            Some(_) => Vec::new(),
            None => (0..self.number(many)).collect(),
        }
    }
}

/// Runs the trials of a kind, each with its number, a folder and dice of its own.
pub fn run(
    kind: &'static str,
    many: &str,
    mut trial: impl FnMut(u64, &Path, &mut Dice, &mut Verdict),
) -> Figures {
    let asked = Asked::read();
    let seed = asked.number("seed");
    let mut figures = Figures::new(kind);
    for n in asked.of(kind, many) {
        let folder = folder();
        let mut verdict = Verdict::default();
        let mut dice = Dice::of(seed, kind, n);
        let done = catch_unwind(AssertUnwindSafe(|| {
            trial(n, folder.path(), &mut dice, &mut verdict);
        }));
        if let Err(panic) = done {
            verdict.complain(format!("the trial could not go on: {}", words(&*panic)));
        }
        let again = format!("{ASKED}=\"{} only={kind}:{n}\"", only_seed(&asked));
        figures.take(verdict, &again, folder);
    }
    figures
}

/// The words without which the trial would be another.
fn only_seed(asked: &Asked) -> String {
    let words = ["seed", "records", "disk"].map(|name| {
        let value = asked.value(name).unwrap_or_default();
        format!("{name}={value}")
    });
    words.join(" ")
}

/// Makes a folder with a short name: a socket lies in it.
pub fn folder() -> TempDir {
    let made = tempfile::Builder::new().prefix("torture-").tempdir();
    made.expect("no temporary folder")
}

fn words(panic: &(dyn std::any::Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("it says nothing")
}
