//! Answers queries from the last commit. It never writes and never blocks the one who does.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};

use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, EnableScoring, PhraseQuery, Query,
    RangeQuery, TermQuery, Weight,
};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocSet, IndexReader, SegmentReader, TERMINATED, TantivyError, Term};

use super::ask::{self, Clause};
use super::problem::{Kind, Problem};
use super::rank::{Best, Hit};
use super::schema::{AT, Fields, REQUEST, SEQ};

/// Most hits that one query gives, whatever limit it asks for.
pub const MAX_HITS: usize = 1000;
/// How much more a word of the subject or of a name counts than one of the body.
const HEAD_WEIGHT: f32 = 3.0;
/// What a word that only begins as typed counts; a whole word usually counts more.
const BEGINNING_SCORE: f32 = 0.5;
/// Documents looked at between two looks at the cancel flag.
const BREATH: u32 = 512;

/// Answers queries; a clone costs nothing, all clones see each new commit.
#[derive(Clone)]
pub struct Reader {
    pub(super) inner: IndexReader,
    pub(super) fields: Fields,
}

/// What a query found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// One hit for each request, best first, as many as asked for and at most [`MAX_HITS`].
    pub hits: Vec<Hit>,
    /// How many requests match in all.
    pub total: usize,
    /// The query was cancelled: there are no hits, and `total` means nothing.
    pub cancelled: bool,
}

impl Reader {
    /// Finds the requests that answer `words`, as the module's documentation says (REQ-12). A query
    /// without words finds nothing; one that only leaves out finds all the others, newest first.
    /// It stops soon after `cancel` becomes true.
    ///
    /// # Errors
    /// Only if the index cannot be read; never for what was typed.
    pub fn query(&self, words: &str, limit: usize, cancel: &AtomicBool) -> Result<Found, Problem> {
        let clauses = ask::parse(words);
        if clauses.is_empty() {
            return Ok(Found::default());
        }
        // Damaged files can make the library panic: that must not end the session that asked.
        let answer = catch_unwind(AssertUnwindSafe(|| {
            self.answer(&clauses, limit.min(MAX_HITS), cancel)
        }));
        match answer {
            Ok(Ok(found)) => Ok(found),
            Ok(Err(error)) => Err(Problem::reading("the search index cannot be read", &error)),
            Err(_) => Err(Problem::new(
                Kind::Damaged,
                "the search index is damaged".to_owned(),
            )),
        }
    }

    fn answer(
        &self,
        clauses: &[Clause],
        limit: usize,
        cancel: &AtomicBool,
    ) -> tantivy::Result<Found> {
        let searcher = self.inner.searcher();
        let scored = EnableScoring::enabled_from_searcher(&searcher);
        let wanted = self.wanted(clauses).weight(scored)?;
        let unscored = EnableScoring::disabled_from_searcher(&searcher);
        let unwanted = self.unwanted(clauses).weight(unscored)?;
        let mut best = Best::new(limit);
        for segment in searcher.segment_readers() {
            if !collect(segment, &*wanted, &*unwanted, &mut best, cancel)? {
                return Ok(Found {
                    cancelled: true,
                    ..Found::default()
                });
            }
        }
        let (hits, total) = best.finish();
        Ok(Found {
            hits,
            total,
            cancelled: false,
        })
    }

    /// All that must be there; every document if nothing must.
    fn wanted(&self, clauses: &[Clause]) -> Box<dyn Query> {
        let wanted = clauses.iter().filter(|clause| !clause.exclude);
        let all: Vec<_> = wanted.map(|clause| self.clause(clause)).collect();
        if all.is_empty() {
            return Box::new(AllQuery);
        }
        Box::new(BooleanQuery::intersection(all))
    }

    /// Any of what must not be there.
    fn unwanted(&self, clauses: &[Clause]) -> BooleanQuery {
        let unwanted = clauses.iter().filter(|clause| clause.exclude);
        BooleanQuery::union(unwanted.map(|clause| self.clause(clause)).collect())
    }

    /// One clause in either field.
    fn clause(&self, clause: &Clause) -> Box<dyn Query> {
        let mut either = Vec::new();
        for (field, factor) in [(self.fields.head, HEAD_WEIGHT), (self.fields.body, 1.0)] {
            either.push(boosted(whole(field, &clause.words), factor));
            if let (true, Some(word)) = (clause.prefix, clause.words.first()) {
                either.push(boosted(beginning(field, word), factor * BEGINNING_SCORE));
            }
        }
        Box::new(BooleanQuery::union(either))
    }
}

fn boosted(query: Box<dyn Query>, factor: f32) -> Box<dyn Query> {
    Box::new(BoostQuery::new(query, factor))
}

/// A word, or words that follow one another.
fn whole(field: Field, words: &[String]) -> Box<dyn Query> {
    let mut terms: Vec<Term> = words
        .iter()
        .map(|word| Term::from_field_text(field, word))
        .collect();
    match (terms.len(), terms.pop()) {
        (1, Some(term)) => Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)),
        (_, Some(last)) => {
            terms.push(last);
            Box::new(PhraseQuery::new(terms))
        }
        (_, None) => Box::new(BooleanQuery::new(Vec::new())),
    }
}

/// Every word that begins like this one: from it up to it followed by the last of all characters.
fn beginning(field: Field, word: &str) -> Box<dyn Query> {
    use std::ops::Bound::Included;
    let last = format!("{word}{}", char::MAX);
    let range = RangeQuery::new(
        Included(Term::from_field_text(field, word)),
        Included(Term::from_field_text(field, &last)),
    );
    Box::new(ConstScoreQuery::new(Box::new(range), 1.0))
}

/// Offers every living document of a segment that has what is wanted and nothing unwanted; false if it was
/// cancelled. What is unwanted is looked up here, as the library's own exclusion asks a phrase for documents
/// it has already passed, which stops a debug build.
fn collect(
    segment: &SegmentReader,
    wanted: &dyn Weight,
    unwanted: &dyn Weight,
    best: &mut Best,
    cancel: &AtomicBool,
) -> tantivy::Result<bool> {
    let columns = segment.fast_fields();
    let requests = columns.u64(REQUEST)?.first_or_default_col(0);
    let seqs = columns.u64(SEQ)?.first_or_default_col(0);
    let times = columns.i64(AT)?.first_or_default_col(0);
    let alive = segment.alive_bitset();
    if cancel.load(Ordering::Relaxed) {
        return Ok(false);
    }
    let mut scorer = wanted.scorer(segment, 1.0)?;
    let mut banned = unwanted.scorer(segment, 1.0)?;
    let mut doc = scorer.doc();
    let mut breath = 0;
    while doc != TERMINATED {
        if breath == 0 {
            if cancel.load(Ordering::Relaxed) {
                return Ok(false);
            }
            breath = BREATH;
        }
        breath -= 1;
        if banned.doc() < doc {
            banned.seek(doc);
        }
        if banned.doc() != doc && alive.is_none_or(|alive| alive.is_alive(doc)) {
            let request = u32::try_from(requests.get_val(doc))
                .map_err(|_| TantivyError::InternalError("a request out of range".to_owned()))?;
            let score = scorer.score();
            best.offer(request, score, || (times.get_val(doc), seqs.get_val(doc)));
        }
        doc = scorer.advance();
    }
    Ok(true)
}
