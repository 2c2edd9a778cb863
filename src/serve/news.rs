//! What is worth a line in the log. A crowd at the door must not fill the disk: of each kind of news a few
//! lines a minute are written, and the figures count the rest.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Lines of one kind within [`WITHIN`].
const MOST: u32 = 20;
const WITHIN: Duration = Duration::from_secs(60);

/// Counts news by kind.
#[derive(Default)]
pub struct News(Mutex<HashMap<&'static str, (u32, Instant)>>);

impl News {
    /// Whether one more of this kind is worth a line now.
    pub fn worth(&self, kind: &'static str) -> bool {
        let now = Instant::now();
        let mut kinds = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (count, since) = kinds.entry(kind).or_insert((0, now));
        if now.duration_since(*since) >= WITHIN {
            (*count, *since) = (0, now);
        }
        *count = count.saturating_add(1);
        *count <= MOST
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wks_7_a_crowd_at_the_door_does_not_fill_the_log() {
        let news = News::default();
        let lines = (0..10_000).filter(|_| news.worth("key")).count();
        assert_eq!(lines, MOST as usize);
        assert!(news.worth("code"));
    }
}
