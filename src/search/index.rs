//! Writes the index: adds and removes documents, and commits when asked to.
//!
//! The journal is the truth; whatever goes wrong here is answered by adding again. It never decides when to
//! commit, and never holds more text than a limit.

use std::path::Path;

use tantivy::{IndexWriter, TantivyDocument, TantivyError, Term};

use super::open::{self, committed, new_writer};
use super::problem::Problem;
use super::reader::Reader;
use super::schema::Fields;
use super::words::start_of;

/// Bytes of text that may wait for the writer: its own queue is limited by documents, however long they are.
const MAX_WAITING: usize = 64 << 20;
/// Bytes of a body, a subject or a name list that are indexed; the rest is not found.
const MAX_TEXT: usize = 512 << 10;

/// One text of a request: its first message, an answer, a note. `subject` and `who` may be repeated in every
/// document of a request: the words of one query must all be found in one document.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    /// The request that is found by it.
    pub request: u32,
    /// Journal sequence of the record that holds the text.
    pub seq: u64,
    /// Its subject, raw.
    pub subject: &'a str,
    /// Its text, raw.
    pub body: &'a str,
    /// Names and organisation, raw.
    pub who: &'a str,
    /// When it was written, in milliseconds since 1970 UTC.
    pub at_ms: i64,
}

/// The index and its one writer.
pub struct Index {
    inner: tantivy::Index,
    /// None after a fault, until the next change: a writer that failed takes nothing more.
    writer: Option<IndexWriter>,
    reader: Reader,
    covered: u64,
    /// What `covered` will be after the next commit.
    through: u64,
    changed: bool,
    /// Bytes of text given to the writer since it was last known to have taken all.
    waiting: usize,
    rebuilt: Option<String>,
}

impl Index {
    /// Opens the index in a folder of its own, which is made if need be. Reads all of it once, to check it;
    /// a damaged one, or one of another format, is deleted and started anew, see [`Index::rebuilt`].
    ///
    /// # Errors
    /// [`Kind::Disk`](super::Kind::Disk) if the folder cannot be read or written,
    /// [`Kind::Busy`](super::Kind::Busy) if another process writes.
    pub fn open(dir: &Path) -> Result<Index, Problem> {
        let opened = open::open(dir)?;
        Ok(Index {
            inner: opened.inner,
            writer: Some(opened.writer),
            reader: opened.reader,
            covered: opened.covered,
            through: opened.covered,
            changed: false,
            waiting: 0,
            rebuilt: opened.rebuilt,
        })
    }

    /// Why the index was started anew when it was opened, if it was.
    pub fn rebuilt(&self) -> Option<&str> {
        self.rebuilt.as_deref()
    }

    /// Journal sequence up to which the last commit is complete; 0 for an empty index. What follows it is to
    /// be added, also after an error.
    pub fn covered(&self) -> u64 {
        self.covered
    }

    /// Answers queries from the last commit.
    pub fn reader(&self) -> Reader {
        self.reader.clone()
    }

    /// Adds documents; with them the journal is covered up to `through`. They are found after
    /// [`Index::commit`]. Adding a document twice keeps both: [`Index::remove`] the request first.
    ///
    /// # Errors
    /// If the disk refuses. All that was added or removed since the last commit is then forgotten.
    pub fn add(&mut self, docs: &[Document<'_>], through: u64) -> Result<(), Problem> {
        let fields = self.reader.fields;
        for doc in docs {
            let added = self.writer()?.add_document(indexed(fields, doc));
            self.changed = true;
            self.waiting += doc.subject.len() + doc.body.len() + doc.who.len();
            if let Err(error) = added.and_then(|_| self.breathe()) {
                return Err(self.give_up(error));
            }
        }
        if through > self.through {
            self.through = through;
            self.changed = true;
        }
        Ok(())
    }

    /// Removes the documents of a request that were added so far, from the next commit on. Documents added
    /// after this call stay.
    ///
    /// # Errors
    /// If the disk refuses, as for [`Index::add`].
    pub fn remove(&mut self, request: u32) -> Result<(), Problem> {
        let term = Term::from_field_u64(self.reader.fields.request, u64::from(request));
        self.writer()?.delete_term(term);
        self.changed = true;
        Ok(())
    }

    /// Makes what was added and removed durable and found by every reader. Costs nothing if nothing changed.
    ///
    /// # Errors
    /// If the disk refuses. All that was added or removed since the last commit is then forgotten.
    pub fn commit(&mut self) -> Result<(), Problem> {
        if !self.changed {
            return Ok(());
        }
        let through = self.through;
        if let Err(error) = open::commit_through(self.writer()?, through) {
            return Err(self.give_up(error));
        }
        self.covered = through;
        self.changed = false;
        self.waiting = 0;
        self.reader
            .inner
            .reload()
            .map_err(|error| Problem::reading("the search index cannot be read", &error))
    }

    fn writer(&mut self) -> Result<&mut IndexWriter, Problem> {
        let writer = match self.writer.take() {
            Some(writer) => writer,
            None => new_writer(&self.inner)
                .map_err(|error| Problem::writing("the search index cannot be written", &error))?,
        };
        Ok(self.writer.insert(writer))
    }

    /// Waits until the writer has taken all that it was given, if that is much. A commit that is prepared
    /// and let go does just that.
    fn breathe(&mut self) -> tantivy::Result<()> {
        if self.waiting >= MAX_WAITING {
            self.waiting = 0;
            if let Some(writer) = &mut self.writer {
                writer.prepare_commit()?;
            }
        }
        Ok(())
    }

    /// Drops the writer and all it had not committed, on disk too: a full disk must not be left fuller. The
    /// library hides what happened behind the end of its own thread; preparing a commit brings it to light.
    fn give_up(&mut self, error: TantivyError) -> Problem {
        let cause = self
            .writer
            .take()
            .and_then(|mut writer| writer.prepare_commit().err())
            .unwrap_or(error);
        // A commit may have reached the disk although what came after it failed.
        if let Some(covered) = committed(&self.inner).ok().flatten() {
            self.covered = covered;
        }
        self.through = self.covered;
        self.changed = false;
        self.waiting = 0;
        if let Ok(writer) = new_writer(&self.inner) {
            // What cannot be deleted now is deleted with the next commit.
            let _ = writer.garbage_collect_files().wait();
            self.writer = Some(writer);
        }
        Problem::writing("the search index could not be written", &cause)
    }
}

fn indexed(fields: Fields, doc: &Document<'_>) -> TantivyDocument {
    let mut indexed = TantivyDocument::default();
    indexed.add_u64(fields.request, u64::from(doc.request));
    indexed.add_u64(fields.seq, doc.seq);
    indexed.add_i64(fields.at, doc.at_ms);
    indexed.add_text(fields.head, start_of(doc.subject, MAX_TEXT));
    indexed.add_text(fields.head, start_of(doc.who, MAX_TEXT));
    indexed.add_text(fields.body, start_of(doc.body, MAX_TEXT));
    indexed
}
