//! Reads records and gives their texts to the index. Commits nothing; after an error the caller begins
//! again from the last commit.

use std::collections::BTreeSet;

use super::texts::{self, Text};
use crate::desk::replay::decode_record;
use crate::desk::{Desk, Published};
use crate::domain::request::Status;
use crate::domain::{RequestId, Seq};
use crate::journal::{Fault, Journal};
use crate::search::{Index, Problem};

/// Records read at a time.
const BATCH: usize = 256;

/// What kept a record from the index.
pub(super) enum Trouble {
    /// The index refused.
    Index(Problem),
    /// The journal cannot be read.
    Journal(Fault),
}

impl From<Problem> for Trouble {
    fn from(problem: Problem) -> Trouble {
        Trouble::Index(problem)
    }
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Trouble {
        Trouble::Journal(fault)
    }
}

/// Takes texts from the journal of a desk into an index.
pub(super) struct Intake<'a> {
    pub desk: &'a Desk,
    pub index: &'a mut Index,
    pub published: &'a Published,
}

impl Intake<'_> {
    /// Takes the next records in; yields the last one taken, and whether there was any text in them.
    pub(super) async fn take(&mut self, after: Seq) -> Result<(Seq, bool), Trouble> {
        let published = self.published;
        let mut records = self.desk.store().journal().range(after + 1, BATCH).await?;
        records.retain(|record| record.header.seq <= published.seq());
        let Some(last) = records.last().map(|record| record.header.seq) else {
            return Ok((published.seq(), false));
        };
        let mut any = false;
        let mut found: Vec<Text> = Vec::new();
        for record in &records {
            let (meta, events) = decode_record(record)?;
            let changed = texts::changed(published.state(), &events);
            found.extend(texts::of_record(published.state(), &meta, &events));
            any |= !found.is_empty() || !changed.is_empty();
            if !changed.is_empty() {
                add(self.index, &found, meta.seq)?;
                found.clear();
                self.renew(changed, meta.seq).await?;
            }
        }
        add(self.index, &found, last)?;
        Ok((last, any))
    }

    /// Puts the texts of some requests in anew, as they are after record `until`.
    async fn renew(&mut self, requests: BTreeSet<RequestId>, until: Seq) -> Result<(), Trouble> {
        let published = self.published;
        let state = published.state();
        for id in requests {
            self.index.remove(id.0)?;
            let Some(request) = state.request(id).filter(|r| r.status != Status::Void) else {
                continue;
            };
            let mut found: Vec<Text> = Vec::new();
            for seq in request
                .trail
                .iter()
                .map(|seq| Seq::from(*seq))
                .filter(|seq| *seq <= until)
            {
                let Some((meta, events)) = self.desk.events(seq).await? else {
                    continue;
                };
                for (of, back) in texts::retracted(&events, id) {
                    if back {
                        found.retain(|text| text.seq != of);
                    } else if let Some((meta, events)) = self.desk.events(of).await? {
                        found.extend(own(texts::of_record(state, &meta, &events), id));
                    }
                }
                found.extend(own(texts::of_record(state, &meta, &events), id));
            }
            add(self.index, &found, until)?;
        }
        Ok(())
    }
}

fn own(texts: Vec<Text>, request: RequestId) -> impl Iterator<Item = Text> {
    texts
        .into_iter()
        .filter(move |text| text.request == request)
}

fn add(index: &mut Index, found: &[Text], through: Seq) -> Result<(), Problem> {
    let documents: Vec<_> = found.iter().map(Text::document).collect();
    index.add(&documents, through)
}
