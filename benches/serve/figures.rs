//! Figures as they are read and printed.

use std::time::Duration;

/// The value below which so many in a hundred are.
pub fn share(all: &mut [Duration], percent: usize) -> Duration {
    all.sort_unstable();
    let at = (all.len() * percent / 100).min(all.len().saturating_sub(1));
    all.get(at).copied().unwrap_or_default()
}

pub fn number(variable: &str, otherwise: usize) -> usize {
    let said = std::env::var(variable).ok();
    said.and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

pub fn mib(bytes: usize) -> String {
    format!("{} MiB", bytes >> 20)
}

pub fn secs(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}
