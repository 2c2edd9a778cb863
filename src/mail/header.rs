//! Splitting a block of header fields, without decoding any.
//!
//! Forgiving where mail is sloppy (a lost indentation, an mbox line left in), strict on size.

use super::{limits, reason::Reason};

/// One field: its name and its value as they stand, folds included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Field<'a> {
    /// Before the colon.
    pub(crate) name: &'a [u8],
    /// After it, without the last line end.
    pub(crate) value: &'a [u8],
}

impl Field<'_> {
    /// Whether the field has this name, in whatever case.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name.as_bytes())
    }
}

/// Where each line of `raw` from `at` on begins and ends, line end included.
fn line(raw: &[u8], at: usize) -> Option<&[u8]> {
    let rest = raw.get(at..).filter(|rest| !rest.is_empty())?;
    let end = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
    rest.get(..end)
}

/// Reads the fields that start at `start` into `fields`, up to the blank line, a line for which
/// `stop` holds, or the first line that cannot be of a header. Returns where the body starts.
pub(crate) fn read<'a>(
    raw: &'a [u8],
    start: usize,
    fields: &mut Vec<Field<'a>>,
    stop: impl Fn(&[u8]) -> bool,
) -> Result<usize, Reason> {
    let mut at = start;
    let mut open: Option<(&'a [u8], usize)> = None; // name, and where the value starts
    let close = |open: Option<(&'a [u8], usize)>, end: usize, fields: &mut Vec<Field<'a>>| {
        let Some((name, from)) = open else {
            return Ok(());
        };
        if end.saturating_sub(from) > limits::HEADER {
            return Err(Reason::HeaderTooLong);
        }
        if fields.len() >= limits::HEADERS {
            return Err(Reason::TooManyHeaders);
        }
        let value = raw.get(from..end).unwrap_or_default();
        fields.push(Field {
            name,
            value: value.trim_ascii_end(),
        });
        Ok(())
    };
    while let Some(text) = line(raw, at) {
        let next = at + text.len();
        if matches!(text, [b'\n'] | [b'\r', b'\n'] | [b'\r']) {
            close(open, at, fields)?;
            return Ok(next);
        }
        if stop(text) {
            close(open, at, fields)?;
            return Ok(at);
        }
        if text.starts_with(b" ") || text.starts_with(b"\t") {
            if open.is_none() && !text.trim_ascii().is_empty() {
                return Ok(at);
            }
        } else if let Some(colon) = name(text) {
            close(open.take(), at, fields)?;
            let label = text.get(..colon).unwrap_or_default().trim_ascii_end();
            open = Some((label, at + colon + 1));
        } else if artefact(text) {
            close(open.take(), at, fields)?;
        } else {
            // A lost indentation if the header goes on below, else the body without its blank line.
            let goes_on = line(raw, next).is_some_and(|below| name(below).is_some());
            if open.is_none() || !goes_on {
                close(open, at, fields)?;
                return Ok(at);
            }
        }
        at = next;
    }
    close(open, at, fields)?;
    Ok(at)
}

/// Where the colon is, if the line starts with a field's name.
fn name(text: &[u8]) -> Option<usize> {
    let start = text.get(..200).unwrap_or(text);
    let colon = memchr::memchr(b':', start)?;
    let label = text.get(..colon)?.trim_ascii_end();
    let good = |byte: &u8| byte.is_ascii_graphic();
    (!label.is_empty() && label.iter().all(good)).then_some(colon)
}

/// Lines that mail stores leave inside headers.
fn artefact(text: &[u8]) -> bool {
    text.starts_with(b"From ") || text.starts_with(b">From ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(raw: &str) -> (Vec<(String, String)>, String) {
        let mut fields = Vec::new();
        let body = read(raw.as_bytes(), 0, &mut fields, |_| false).unwrap();
        let text = |raw: &[u8]| String::from_utf8_lossy(raw).into_owned();
        let fields = fields
            .iter()
            .map(|f| (text(f.name), text(f.value)))
            .collect();
        (fields, raw[body..].to_owned())
    }

    fn own(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs
            .iter()
            .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
            .collect()
    }

    #[test]
    fn req_1_fields_with_folds_and_both_line_ends() {
        let (fields, body) = split("A: 1\r\nB : 2\r\n 3\r\n\r\nbody\r\n");
        assert_eq!(fields, own(&[("A", " 1"), ("B", " 2\r\n 3")]));
        assert_eq!(body, "body\r\n");
        assert_eq!(split("A:1\n\nb").0, own(&[("A", "1")]));
        assert_eq!(split("A:1").0, own(&[("A", "1")]));
    }

    #[test]
    fn req_1_sloppy_headers() {
        let (fields, body) = split("From a@b Mon\nA: 1\nlost indent\nB: 2\n>From x\n\nbody");
        assert_eq!(fields, own(&[("A", " 1\nlost indent"), ("B", " 2")]));
        assert_eq!(body, "body");
        let (fields, body) = split("A: 1\nThe body came at once\nand goes on");
        assert_eq!(fields, own(&[("A", " 1")]));
        assert_eq!(body, "The body came at once\nand goes on");
        assert_eq!(
            split("just a text\nwith lines"),
            (vec![], "just a text\nwith lines".to_owned())
        );
    }

    #[test]
    fn req_1_limits_of_headers() {
        let check = |raw: String| read(raw.as_bytes(), 0, &mut Vec::new(), |_| false);
        assert_eq!(
            check(format!("A: {}\n", "x".repeat(limits::HEADER))),
            Err(Reason::HeaderTooLong)
        );
        assert_eq!(
            check("A: 1\n".repeat(limits::HEADERS + 1)),
            Err(Reason::TooManyHeaders)
        );
        assert!(check("A: 1\n".repeat(limits::HEADERS)).is_ok());
    }
}
