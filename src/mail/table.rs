//! Requests from a CSV file, row by row.
//!
//! Finds out the separator and the encoding by itself. A row that cannot be read is set aside
//! with its line number and the next one is read.

use super::{
    charset, columns::Column, fault::SourceError, form::Form, limits, message::Message,
    reason::Reason, window::Window,
};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::io;

/// A row, or why it is none.
pub(crate) struct Row {
    /// Line in the file, from 1.
    pub(crate) line: u64,
    /// What it is.
    pub(crate) read: Result<Message, Reason>,
    /// Its first bytes.
    pub(crate) excerpt: Vec<u8>,
}

/// Reads rows forward.
pub(crate) struct Table {
    window: Window,
    reader: Reader,
    columns: Vec<String>,
    /// Lines above the header that the reader did not see.
    above: u64,
}

/// The cells of one row, one after the other.
#[derive(Default)]
struct Cells {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    line: u64,
    too_large: bool,
}

impl Cells {
    fn iter(&self) -> impl Iterator<Item = &[u8]> {
        let starts = std::iter::once(&0).chain(&self.ends);
        starts
            .zip(&self.ends)
            .map(|(start, end)| self.bytes.get(*start..*end).unwrap_or_default())
    }
}

impl Table {
    /// Reads the header of the table called `file`.
    ///
    /// # Errors
    /// When none of its columns is known, when it is UTF-16, when it cannot be read.
    pub(crate) fn open(mut window: Window, file: &str) -> Result<Self, SourceError> {
        let cannot = |error: io::Error| SourceError::unreadable(file, &error);
        window.more().map_err(cannot)?;
        let first = window.bytes();
        if first.starts_with(b"\xff\xfe") || first.starts_with(b"\xfe\xff") {
            return Err(SourceError::NotUtf8 {
                file: file.to_owned(),
            });
        }
        let mark = if first.starts_with(b"\xef\xbb\xbf") {
            3
        } else {
            0
        };
        let (separator, above) = separator(first.get(mark..).unwrap_or_default());
        window.skip(mark + above);
        let reader = ReaderBuilder::new().delimiter(separator).build();
        let above = u64::from(above > 0);
        let mut table = Table {
            window,
            reader,
            columns: Vec::new(),
            above,
        };
        let header = table.cells().map_err(cannot)?.unwrap_or_default();
        let names = header.iter().take(limits::COLUMNS);
        table.columns = names
            .map(|name| limits::chars(charset::decode(name, None).trim(), limits::LINE).to_owned())
            .collect();
        if !table
            .columns
            .iter()
            .any(|name| Column::named(name).is_some())
        {
            return Err(SourceError::NoKnownColumn {
                file: file.to_owned(),
            });
        }
        Ok(table)
    }

    /// The next row that is not blank; `None` at the end.
    pub(crate) fn next(&mut self) -> io::Result<Option<Row>> {
        while let Some(cells) = self.cells()? {
            if let Some(row) = self.row(&cells) {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    /// The next row's cells; of one over the limit, only how it starts.
    fn cells(&mut self) -> io::Result<Option<Cells>> {
        let mut cells = Cells {
            line: self.reader.line() + self.above,
            ..Cells::default()
        };
        cells.bytes.resize(4 * 1024, 0);
        cells.ends.resize(64, 0);
        let (mut filled, mut ended) = (0, 0);
        loop {
            if self.window.bytes().is_empty() {
                self.window.more()?;
            }
            let (result, read, written, ends) = self.reader.read_record(
                self.window.bytes(),
                cells.bytes.get_mut(filled..).unwrap_or_default(),
                cells.ends.get_mut(ended..).unwrap_or_default(),
            );
            self.window.skip(read);
            filled += written;
            ended += ends;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if filled > limits::MESSAGE || cells.too_large => {
                    cells.too_large = true;
                    filled = limits::EXCERPT;
                }
                ReadRecordResult::OutputFull => cells.bytes.resize(cells.bytes.len() * 2, 0),
                ReadRecordResult::OutputEndsFull
                    if ended > limits::MESSAGE / 8 || cells.too_large =>
                {
                    cells.too_large = true;
                    ended = 0;
                }
                ReadRecordResult::OutputEndsFull => cells.ends.resize(cells.ends.len() * 2, 0),
                ReadRecordResult::Record => break,
                ReadRecordResult::End => return Ok(None),
            }
        }
        cells.bytes.truncate(filled);
        cells.ends.truncate(ended);
        Ok(Some(cells))
    }

    fn row(&self, cells: &Cells) -> Option<Row> {
        let line = cells.line;
        if cells.too_large {
            let excerpt = limits::excerpt(&cells.bytes);
            return Some(Row {
                line,
                read: Err(Reason::TooLarge),
                excerpt,
            });
        }
        let mut form = Form::default();
        let mut beyond = false;
        for (at, cell) in cells.iter().enumerate() {
            let value = charset::decode(cell, None);
            match self.columns.get(at) {
                Some(name) if name.is_empty() => form.put(&format!("column {}", at + 1), &value),
                Some(name) => form.put(name, &value),
                None => beyond |= !value.trim().is_empty(),
            }
        }
        if form.is_blank() && !beyond {
            return None;
        }
        let read = if beyond {
            Err(Reason::RowTooWide)
        } else {
            form.finish("csv")
        };
        let excerpt = if read.is_err() {
            excerpt(cells)
        } else {
            Vec::new()
        };
        Some(Row {
            line,
            read,
            excerpt,
        })
    }
}

/// The first bytes of a row, its values apart.
fn excerpt(cells: &Cells) -> Vec<u8> {
    let mut text = Vec::new();
    for cell in cells.iter() {
        if text.len() > limits::EXCERPT {
            break;
        }
        if !text.is_empty() {
            text.extend_from_slice(b" | ");
        }
        text.extend_from_slice(cell.get(..limits::EXCERPT).unwrap_or(cell));
    }
    limits::excerpt(&text)
}

/// The separator, and how many bytes a line that only names it (`sep=;`) takes.
fn separator(text: &[u8]) -> (u8, usize) {
    let end = memchr::memchr(b'\n', text).unwrap_or(text.len());
    let line = text.get(..end).unwrap_or_default();
    if let [b's', b'e', b'p', b'=', named] = line.trim_ascii_end() {
        return (*named, text.len().min(end + 1));
    }
    let mut quoted = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    for byte in line {
        quoted ^= *byte == b'"';
        for (separator, count) in &mut counts {
            *count += usize::from(!quoted && byte == separator);
        }
    }
    let best = counts.iter().rev().max_by_key(|(_, count)| *count);
    (best.map_or(b',', |(separator, _)| *separator), 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn open(raw: &[u8]) -> Result<Table, SourceError> {
        Table::open(Window::new(Box::new(Cursor::new(raw.to_vec()))), "x.csv")
    }

    fn rows(raw: &[u8]) -> Vec<(u64, Result<Message, Reason>)> {
        let mut table = open(raw).unwrap();
        let mut rows = Vec::new();
        while let Some(row) = table.next().unwrap() {
            rows.push((row.line, row.read));
        }
        rows
    }

    fn subjects(raw: &[u8]) -> Vec<String> {
        rows(raw)
            .into_iter()
            .map(|(_, row)| row.unwrap().subject)
            .collect()
    }

    #[test]
    fn req_1_separators_and_encodings() {
        assert_eq!(
            subjects(b"Objet;Budget\nD\xe9j\xe0, vu;12,5\n"),
            ["Déjà, vu"]
        );
        assert_eq!(
            subjects("\u{feff}subject,body\n\"a, b\",c\n".as_bytes()),
            ["a, b"]
        );
        assert_eq!(subjects("subject\tbody\r\na;b\tc\r\n".as_bytes()), ["a;b"]);
        assert_eq!(subjects(b"sep=;\nsubject;body\nx;y"), ["x"]);
        assert_eq!(subjects(b"subject\nalone\n"), ["alone"]);
    }

    #[test]
    fn req_1_a_bad_row_is_set_aside_with_its_line_and_the_rest_goes_on() {
        let raw = b"subject,budget\none,1\n\n,\ntwo,2,3,4\n,5\n\"three\nlines\",6,,\nfour\n";
        let read: Vec<(u64, Result<String, Reason>)> = rows(raw)
            .into_iter()
            .map(|(line, row)| (line, row.map(|m| m.subject)))
            .collect();
        assert_eq!(
            read,
            [
                (2, Ok("one".to_owned())),
                (5, Err(Reason::RowTooWide)),
                (6, Err(Reason::EmptyRow)),
                (7, Ok("three lines".to_owned())),
                (9, Ok("four".to_owned())),
            ]
        );
    }

    #[test]
    fn req_1_the_same_row_twice_is_one_request() {
        let raw = b"subject,body\na,b\na,b\na,c\n";
        let digests: Vec<[u8; 32]> = rows(raw)
            .into_iter()
            .map(|(_, row)| row.unwrap().digest)
            .collect();
        assert_eq!(digests[0], digests[1]);
        assert_ne!(digests[0], digests[2]);
        let with_id = rows(b"id,subject\n9,a\n");
        assert_eq!(
            with_id[0].1.as_ref().unwrap().message_id.as_deref(),
            Some("csv:9")
        );
    }

    #[test]
    fn req_1_an_endless_row_is_passed_over() {
        let mut raw = b"subject,body\n1,one\n2,\"".to_vec();
        raw.resize(raw.len() + 2 * limits::MESSAGE + 1_000, b'x');
        raw.extend_from_slice(b"\"\n3,three\n");
        let read: Vec<Result<String, Reason>> = rows(&raw)
            .into_iter()
            .map(|(_, row)| row.map(|m| m.subject))
            .collect();
        assert_eq!(
            read,
            [
                Ok("1".to_owned()),
                Err(Reason::TooLarge),
                Ok("3".to_owned())
            ]
        );
    }

    #[test]
    fn req_1_a_table_that_cannot_be_understood_says_what_would_be() {
        let open = |raw: &[u8]| open(raw).err().unwrap();
        let error = open(b"couleur,taille\nx,y\n");
        assert_eq!(error.code(), "no-known-column");
        assert!(error.to_string().contains("subject"), "{error}");
        assert_eq!(open(b"\xff\xfes\0").code(), "not-utf8");
        assert_eq!(open(b"").code(), "no-known-column");
    }
}
