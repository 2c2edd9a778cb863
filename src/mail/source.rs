//! Where messages come from: a file, a folder, or a pipe. Finds out which, and reads it forward.
//!
//! Holds one message at a time, whatever the size of the source. What cannot be read is set
//! aside and the rest goes on (REQ-1). Never writes, moves or marks anything.

use super::{
    fault::SourceError,
    folder::{self, Content, Folder},
    json::Json,
    limits,
    mbox::{Entry, Mbox},
    message::Message,
    parse::parse,
    reason::{Incoming, Reason, SetAside},
    table::Table,
    window::{Input, Window},
};
use std::{
    fs::{self, File},
    io::{self, Read},
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};

/// What a stream is said to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One mail, or an mbox if it starts with a `From ` line.
    Mail,
    /// A table with a header.
    Csv,
    /// An array of objects, or one object per line.
    Json,
}

/// How far the reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes taken from the source so far.
    pub bytes_read: u64,
    /// Bytes there are, if that can be known.
    pub bytes_total: Option<u64>,
}

/// A stream of incoming messages.
pub struct Source {
    name: String,
    shape: Shape,
    read: Arc<AtomicU64>,
    total: Option<u64>,
}

enum Shape {
    One(Input),
    Mbox(Mbox),
    Folder(Folder),
    Table(Box<Table>),
    Json(Json),
    Done,
}

/// Counts what goes through.
struct Counted<R> {
    input: R,
    read: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        self.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// Opens a file or folder: a Maildir or a folder of `.eml` files, a `.csv` (`.tsv`) or `.json`
/// (`.jsonl`, `.ndjson`) file, an mbox (it starts with `From `), else one mail.
///
/// # Errors
/// When it is not there, may not be read, or holds nothing that is understood.
pub fn open(path: &Path) -> Result<Source, SourceError> {
    let name = path.display().to_string();
    let cannot = |error: io::Error| SourceError::unreadable(&name, &error);
    let known = fs::metadata(path).map_err(cannot)?;
    if known.is_dir() {
        let folder = Folder::open(path)?;
        let total = Some(folder.total);
        return Ok(Source {
            name,
            shape: Shape::Folder(folder),
            read: Arc::default(),
            total,
        });
    }
    if !known.is_file() {
        return Err(SourceError::NotAFile { file: name });
    }
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    let kind = match ending.as_deref() {
        Some("csv" | "tsv") => Kind::Csv,
        Some("json" | "jsonl" | "ndjson") => Kind::Json,
        _ => Kind::Mail,
    };
    let file = File::open(path).map_err(cannot)?;
    // An empty mailbox is no fault; an empty mail is.
    if known.len() == 0 && kind == Kind::Mail && ending.as_deref() != Some("eml") {
        return Ok(Source {
            name,
            shape: Shape::Done,
            read: Arc::default(),
            total: Some(0),
        });
    }
    let mut source = Source::from_reader(&name, file, kind)?;
    source.total = Some(known.len());
    Ok(source)
}

impl Source {
    /// Reads a stream, such as the standard input that a mail server writes to. `name` stands
    /// for it in positions and errors.
    ///
    /// # Errors
    /// When it cannot be read, or is a table without a known column.
    pub fn from_reader(
        name: &str,
        input: impl Read + Send + 'static,
        kind: Kind,
    ) -> Result<Self, SourceError> {
        let read = Arc::<AtomicU64>::default();
        let input: Input = Box::new(Counted {
            input,
            read: Arc::clone(&read),
        });
        let shape = match kind {
            Kind::Csv => Shape::Table(Box::new(Table::open(Window::new(input), name)?)),
            Kind::Json => Shape::Json(Json::new(Window::new(input))),
            Kind::Mail => mail(input).map_err(|error| SourceError::unreadable(name, &error))?,
        };
        Ok(Source {
            name: name.to_owned(),
            shape,
            read,
            total: None,
        })
    }

    /// How far the reading is.
    pub fn progress(&self) -> Progress {
        Progress {
            bytes_read: self.read.load(Ordering::Relaxed),
            bytes_total: self.total,
        }
    }
}

/// Tells an mbox from a single mail by its first bytes.
fn mail(mut input: Input) -> io::Result<Shape> {
    let mut first = Vec::new();
    input
        .by_ref()
        .take(b"From ".len() as u64)
        .read_to_end(&mut first)?;
    let mbox = first == b"From ";
    let input: Input = Box::new(io::Cursor::new(first).chain(input));
    Ok(if mbox {
        Shape::Mbox(Mbox::new(Window::new(input)))
    } else {
        Shape::One(input)
    })
}

impl Iterator for Source {
    type Item = Result<Incoming, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        let found = match &mut self.shape {
            Shape::Done => None,
            Shape::Folder(folder) => {
                let (path, content) = folder.next()?;
                let name = path.display().to_string();
                return Some(content.map(|content| {
                    let (Content::Whole(bytes) | Content::TooLarge(bytes)) = &content;
                    self.read.fetch_add(bytes.len() as u64, Ordering::Relaxed);
                    one(name, content)
                }));
            }
            Shape::One(input) => {
                let content = folder::whole(input);
                // The writer of a pipe is heard to the end, or it would think it failed.
                let rest = io::copy(input, &mut io::sink());
                let found =
                    content.and_then(|content| rest.map(|_| one(self.name.clone(), content)));
                self.shape = Shape::Done;
                Some(found)
            }
            Shape::Mbox(mbox) => mbox
                .next()
                .map(|entry| entry.map(|entry| entry_of(mbox, &self.name, entry)))
                .transpose(),
            Shape::Table(table) => table
                .next()
                .map(|row| {
                    row.map(|row| {
                        incoming(
                            row.read,
                            || format!("{}:{}", self.name, row.line),
                            row.excerpt,
                        )
                    })
                })
                .transpose(),
            Shape::Json(json) => json
                .next()
                .map(|object| {
                    object.map(|object| {
                        incoming(
                            object.read,
                            || format!("{}@{}", self.name, object.offset),
                            object.excerpt,
                        )
                    })
                })
                .transpose(),
        };
        let found =
            found.map(|found| found.map_err(|error| SourceError::unreadable(&self.name, &error)));
        if !matches!(found, Some(Ok(_))) {
            self.shape = Shape::Done;
        }
        found
    }
}

fn incoming(
    read: Result<Message, Reason>,
    position: impl FnOnce() -> String,
    excerpt: Vec<u8>,
) -> Incoming {
    match read {
        Ok(message) => Incoming::Message(Box::new(message)),
        Err(reason) => Incoming::SetAside(SetAside {
            position: position(),
            reason,
            excerpt,
        }),
    }
}

/// A file that holds one mail.
fn one(position: String, content: Content) -> Incoming {
    match content {
        Content::TooLarge(excerpt) => incoming(Err(Reason::TooLarge), || position, excerpt),
        Content::Whole(bytes) => raw(&bytes, || position),
    }
}

fn entry_of(mbox: &Mbox, name: &str, entry: Entry) -> Incoming {
    match entry {
        Entry::TooLarge(offset, excerpt) => incoming(
            Err(Reason::TooLarge),
            || format!("{name}@{offset}"),
            excerpt,
        ),
        Entry::Message(offset, range) => raw(&mbox.bytes(range), || format!("{name}@{offset}")),
    }
}

fn raw(bytes: &[u8], position: impl FnOnce() -> String) -> Incoming {
    let read = parse(bytes);
    let excerpt = if read.is_err() {
        limits::excerpt(bytes)
    } else {
        Vec::new()
    };
    incoming(read, position, excerpt)
}
