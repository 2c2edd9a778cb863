//! Turns what the index knows into lines for one person: checks who asks, follows merged requests,
//! fetches the words from the journal, and makes them safe to show.

use std::collections::BTreeSet;
use std::sync::atomic::Ordering;

use super::{Finder, MOST_FOUND, SearchHit, Searched, lock, texts};
use crate::desk::views::{Cancel, Inbox};
use crate::domain::request::Status;
use crate::domain::{Millis, PersonId, Refusal, RequestId, Seq, State};
use crate::search::{self, Hit, Snippet};
use crate::text::sanitise::clean_line;

/// Characters of a text that a hit shows.
const SHOWN: usize = 240;
/// Merged requests that are followed one into the other.
const HOPS: usize = 32;

impl Finder {
    /// Looks for `words` in subjects, names and texts, for `me`; at most `limit` requests. It blocks:
    /// call it off the screen's path. It stops soon after `cancel` becomes true.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for who may not read the inbox. Faults are said in
    /// [`Searched::trouble`].
    pub fn search(
        &self,
        me: PersonId,
        words: &str,
        limit: usize,
        cancel: &Cancel,
    ) -> Result<Searched, Refusal> {
        let published = self.desk.published();
        let lines = Inbox::empty(&published.clone().sight(me), "")?;
        let behind = published.seq().saturating_sub(self.covered());
        let trouble = lock(&self.shared.trouble).clone();
        let mut searched = Searched {
            behind,
            trouble,
            ..Searched::default()
        };
        let Some(reader) = lock(&self.shared.reader).clone() else {
            return Ok(searched);
        };
        let found = match reader.query(words, search::MAX_HITS, cancel) {
            Ok(found) => found,
            Err(problem) => {
                if problem.kind == search::Kind::Damaged {
                    self.shared.reopen();
                }
                searched.trouble = Some(format!("{}: {}", problem.what, problem.hint));
                return Ok(searched);
            }
        };
        let limit = limit.min(MOST_FOUND);
        let (mut known, mut gone) = (BTreeSet::new(), 0);
        for hit in &found.hits {
            if cancel.load(Ordering::Relaxed) {
                break;
            }
            let target =
                target(published.state(), RequestId(hit.request)).filter(|id| known.insert(*id));
            let Some(target) = target else {
                gone += 1;
                continue;
            };
            if searched.hits.len() < limit
                && let Some(row) = lines.row_of(target, self.desk.now())
            {
                searched.hits.push(SearchHit {
                    row,
                    at: at(hit),
                    pieces: self.pieces(hit, words),
                });
            }
        }
        searched.total = found.total.saturating_sub(gone);
        searched.cancelled = found.cancelled || cancel.load(Ordering::Relaxed);
        if searched.cancelled {
            searched.hits.clear();
        }
        Ok(searched)
    }

    /// The words around what was found, or nothing when they cannot be read.
    fn pieces(&self, hit: &Hit, words: &str) -> Vec<(String, bool)> {
        let Some(events) = self.events(hit.seq) else {
            return Vec::new();
        };
        let mut first = None;
        for body in texts::bodies(&events, RequestId(hit.request)) {
            let snippet = search::snippet(body, words, SHOWN);
            if !snippet.marks.is_empty() {
                return pieces(&snippet);
            }
            first = first.or(Some(snippet));
        }
        first.map(|snippet| pieces(&snippet)).unwrap_or_default()
    }

    fn events(&self, seq: Seq) -> Option<Vec<crate::domain::Event>> {
        // The journal answers on the thread that asks: nothing here waits for anybody.
        let read = futures_util::FutureExt::now_or_never(self.desk.events(seq));
        Some(read?.ok()??.1)
    }
}

fn at(hit: &Hit) -> Millis {
    hit.at_ms
}

/// The request as which `id` shows; none when it was taken back.
fn target(state: &State, id: RequestId) -> Option<RequestId> {
    let mut id = id;
    for _ in 0..HOPS {
        match state.request(id)?.status {
            Status::Merged { into } => id = into,
            Status::Void => return None,
            Status::Open | Status::Snoozed { .. } | Status::Closed { .. } => return Some(id),
        }
    }
    None
}

/// A snippet cut at its marks, each piece made safe by itself.
fn pieces(snippet: &Snippet) -> Vec<(String, bool)> {
    let mut pieces = Vec::new();
    let mut push = |raw: Option<&str>, marked: bool| {
        if let Some(raw) = raw.filter(|raw| !raw.is_empty()) {
            pieces.push((clean_line(raw).into_owned(), marked));
        }
    };
    let mut from = 0;
    for mark in &snippet.marks {
        push(snippet.text.get(from..mark.start), false);
        push(snippet.text.get(mark.clone()), true);
        from = mark.end;
    }
    push(snippet.text.get(from..), false);
    pieces
}
