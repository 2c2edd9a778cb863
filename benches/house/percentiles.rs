//! How long the keys of a bench took, as figures.

use std::time::Duration;

use super::measure::ms;

/// Returns the middle one of `times`, the one that one in a hundred exceeds, and the longest.
pub fn percentiles(mut times: Vec<Duration>) -> String {
    times.sort_unstable();
    let at = |share: usize| {
        let place = (times.len() * share / 1_000).min(times.len().saturating_sub(1));
        ms(times.get(place).copied().unwrap_or_default())
    };
    format!("p50 {} p99 {} max {}", at(500), at(990), at(1_000))
}
