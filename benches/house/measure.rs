//! What benches have in common: how large, where, and how figures are printed.

use std::fmt::{Debug, Display};
use std::path::PathBuf;
use std::time::Duration;

/// Whether the large sizes are wanted too: `ENTREMISE_BENCH_LARGE=1`.
pub fn large() -> bool {
    std::env::var_os("ENTREMISE_BENCH_LARGE").is_some_and(|value| value != "0")
}

/// Where stores and mailboxes are kept from one run to the next: under `target/`.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
}

/// The value, or the end of the bench with words.
pub fn or_exit<T, E: Debug>(outcome: Result<T, E>) -> T {
    outcome.unwrap_or_else(|error| {
        eprintln!("the bench cannot go on: {error:?}");
        std::process::exit(1)
    })
}

/// One line of figures beside those of criterion, with the budget it is held against.
pub fn tell(what: &str, figure: impl Display, budget: &str) {
    let budget = if budget.is_empty() {
        String::new()
    } else {
        format!("  (budget {budget})")
    };
    println!("{what:<58} {figure:>24}{budget}");
}

/// A duration in milliseconds.
pub fn ms(duration: Duration) -> String {
    format!("{:.3} ms", duration.as_secs_f64() * 1_000.0)
}
