//! The MIME structure of a message: which bytes are which part.
//!
//! One forward pass, no recursion and no decoding, so its cost is that of reading the bytes and
//! its depth is a number to compare with a limit. Attached messages are one part, kept closed.

use super::{
    header::{self, Field},
    limits,
    params::Params,
    reason::Reason,
    transfer::Transfer,
};

/// A part that holds content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part<'a> {
    /// Content type, lower case; `text/plain` when none is given.
    pub(crate) kind: Params,
    /// Content disposition.
    pub(crate) disposition: Params,
    /// Content id, as written.
    pub(crate) id: Option<&'a [u8]>,
    /// How `raw` is wrapped.
    pub(crate) transfer: Transfer,
    /// The bytes as they stand.
    pub(crate) raw: &'a [u8],
    /// The nearest multipart/alternative around it; parts with one number say the same thing.
    pub(crate) alternative: Option<usize>,
}

/// An open multipart.
struct Level {
    boundary: Vec<u8>,
    alternative: Option<usize>,
    digest: bool,
    empty: bool,
}

/// A boundary line.
struct Boundary {
    start: usize,
    end: usize,
    level: usize,
    closing: bool,
}

/// What a part's own fields say.
#[derive(Default)]
struct Description<'a> {
    kind: Params,
    disposition: Params,
    id: Option<&'a [u8]>,
    transfer: Transfer,
}

struct Walk<'a> {
    raw: &'a [u8],
    levels: Vec<Level>,
    parts: Vec<Part<'a>>,
    seen: usize,
    fields: usize,
}

/// Splits `raw` into its parts. `fields` are the message's own, its body starts at `body`.
pub(crate) fn split<'a>(
    raw: &'a [u8],
    fields: &[Field<'a>],
    body: usize,
) -> Result<Vec<Part<'a>>, Reason> {
    let mut walk = Walk {
        raw,
        levels: Vec::new(),
        parts: Vec::new(),
        seen: 0,
        fields: fields.len(),
    };
    let mut next = walk.part(describe(fields, false), body)?;
    while let Some(boundary) = next {
        walk.levels.truncate(boundary.level + 1);
        if boundary.closing {
            walk.levels.pop();
            next = walk.boundary(boundary.end);
            continue;
        }
        let mut own = Vec::new();
        let start = boundary.end;
        let body = header::read(raw, start, &mut own, |line| walk.matches(line).is_some())?;
        walk.fields += own.len();
        if walk.fields > limits::HEADERS {
            return Err(Reason::TooManyHeaders);
        }
        let digest = walk.levels.last().is_some_and(|level| level.digest);
        if let Some(level) = walk.levels.last_mut() {
            level.empty = false;
        }
        next = walk.part(describe(&own, digest), body)?;
    }
    Ok(walk.parts)
}

impl<'a> Walk<'a> {
    /// Takes the part whose content starts at `start`; returns the boundary that ends it, or the
    /// first one inside it.
    fn part(
        &mut self,
        described: Description<'a>,
        start: usize,
    ) -> Result<Option<Boundary>, Reason> {
        self.seen += 1;
        if self.seen > limits::PARTS {
            return Err(Reason::TooManyParts);
        }
        let around = self.levels.last().and_then(|level| level.alternative);
        if described.kind.kind() == "multipart"
            && let Some(boundary) = self.boundary_of(&described.kind, start)
        {
            if self.levels.len() >= limits::NESTING {
                return Err(Reason::TooDeep);
            }
            let is = |subtype: &str| described.kind.main == subtype;
            let alternative = is("multipart/alternative").then_some(self.seen).or(around);
            let digest = is("multipart/digest");
            self.levels.push(Level {
                boundary,
                alternative,
                digest,
                empty: true,
            });
            let depth = self.levels.len() - 1;
            let found = self.boundary(start);
            if found
                .as_ref()
                .is_some_and(|found| found.level == depth && !found.closing)
            {
                return Ok(found);
            }
            // Its boundary never comes: what is there is a text.
            self.levels.pop();
            self.leaf(plain(described), start, found.as_ref(), around);
            return Ok(found.filter(|found| found.level < depth));
        }
        let found = self.boundary(start);
        self.leaf(described, start, found.as_ref(), around);
        Ok(found)
    }

    fn leaf(
        &mut self,
        described: Description<'a>,
        start: usize,
        end: Option<&Boundary>,
        alternative: Option<usize>,
    ) {
        let end = end.map_or(self.raw.len(), |end| before(self.raw, start, end.start));
        let Description {
            kind,
            disposition,
            id,
            transfer,
        } = described;
        let raw = self.raw.get(start..end).unwrap_or_default();
        self.parts.push(Part {
            kind,
            disposition,
            id,
            transfer,
            raw,
            alternative,
        });
    }

    /// The declared boundary, or the first line that looks like one.
    fn boundary_of(&self, kind: &Params, start: usize) -> Option<Vec<u8>> {
        if let Some(declared) = kind.get("boundary") {
            return Some(declared.trim_end().as_bytes().to_vec());
        }
        let body = self.raw.get(start..)?;
        let body = body.get(..limits::PARAMETER_FIELD).unwrap_or(body);
        let mut lines = body
            .split(|byte| *byte == b'\n')
            .map(<[u8]>::trim_ascii_end);
        let guess = lines.find(|line| line.len() > 6 && line.starts_with(b"--"))?;
        Some(guess.get(2..)?.to_vec())
    }

    /// The first boundary line of an open multipart at or after `from`.
    fn boundary(&self, from: usize) -> Option<Boundary> {
        if self.levels.is_empty() {
            return None;
        }
        let rest = self.raw.get(from..)?;
        let at_start =
            (from == 0 || self.raw.get(from - 1) == Some(&b'\n')) && rest.starts_with(b"--");
        let first = at_start.then_some(from);
        let others = memchr::memmem::find_iter(rest, b"\n--").map(|at| from + at + 1);
        for start in first.into_iter().chain(others) {
            let line = self.raw.get(start..)?;
            let length = memchr::memchr(b'\n', line).map_or(line.len(), |end| end + 1);
            if let Some((level, closing)) = self.matches(line.get(..length)?) {
                return Some(Boundary {
                    start,
                    end: start + length,
                    level,
                    closing,
                });
            }
        }
        None
    }

    /// The open multipart whose boundary this line is, innermost first, and whether it closes it.
    fn matches(&self, line: &[u8]) -> Option<(usize, bool)> {
        let text = line.strip_prefix(b"--")?.trim_ascii_end();
        for (level, open) in self.levels.iter().enumerate().rev() {
            if text == open.boundary.as_slice() {
                return Some((level, false));
            }
            if text.len() == open.boundary.len() + 2
                && text.starts_with(&open.boundary)
                && text.ends_with(b"--")
            {
                return Some((level, true));
            }
        }
        None
    }
}

/// The line end before a boundary belongs to the boundary.
fn before(raw: &[u8], start: usize, boundary: usize) -> usize {
    let content = raw.get(start..boundary).unwrap_or_default();
    let content = content.strip_suffix(b"\n").unwrap_or(content);
    let content = content.strip_suffix(b"\r").unwrap_or(content);
    start + content.len()
}

fn describe<'a>(fields: &[Field<'a>], in_digest: bool) -> Description<'a> {
    let mut described = Description::default();
    for field in fields {
        if field.is("Content-Type") && described.kind.main.is_empty() {
            described.kind = Params::parse(field.value);
        } else if field.is("Content-Disposition") {
            described.disposition = Params::parse(field.value);
        } else if field.is("Content-Transfer-Encoding") {
            described.transfer = Transfer::named(field.value);
        } else if field.is("Content-ID") {
            described.id = Some(field.value);
        }
    }
    if !described.kind.main.contains('/') {
        let default = if in_digest {
            "message/rfc822"
        } else {
            "text/plain"
        };
        default.clone_into(&mut described.kind.main);
    }
    described
}

fn plain(described: Description<'_>) -> Description<'_> {
    let mut kind = described.kind;
    "text/plain".clone_into(&mut kind.main);
    Description { kind, ..described }
}
