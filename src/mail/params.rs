//! Fields with parameters: `Content-Type`, `Content-Disposition`, and the RFC 2231 names of files.
//!
//! Reads what is there and stops where it ends; never fails.

use super::{charset, limits, words};

/// A value and its parameters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Params {
    /// Before the first `;`, in lower case: `text/plain`, `attachment`.
    pub(crate) main: String,
    list: Vec<(String, String)>,
}

/// A parameter as written.
struct Written<'a> {
    name: String,
    value: Vec<u8>,
    rest: &'a [u8],
}

/// A part of an RFC 2231 parameter: name, place, whether it is percent-encoded, value.
type Segment = (String, u32, bool, Vec<u8>);

impl Params {
    /// Reads a field's value, folded or not.
    pub(crate) fn parse(value: &[u8]) -> Self {
        let value = value.get(..limits::PARAMETER_FIELD).unwrap_or(value);
        let end = memchr::memchr2(b';', b'(', value).unwrap_or(value.len());
        let main = value.get(..end).unwrap_or_default();
        let main = main
            .split(u8::is_ascii_whitespace)
            .find(|word| !word.is_empty());
        let mut params = Params {
            main: String::from_utf8_lossy(main.unwrap_or_default()).to_ascii_lowercase(),
            list: Vec::new(),
        };
        let mut segments: Vec<Segment> = Vec::new();
        let semicolon = memchr::memchr(b';', value).map(|at| at + 1);
        let mut rest = semicolon.and_then(|at| value.get(at..)).unwrap_or_default();
        let mut count = 0;
        while let Some(found) = next(rest) {
            rest = found.rest;
            count += 1;
            if count > limits::PARAMETERS {
                break;
            }
            match found.name.split_once('*') {
                None => params.list.push((found.name, words::text(&found.value))),
                Some((base, place)) => {
                    let encoded = place.is_empty() || place.ends_with('*');
                    let place = place.trim_end_matches('*').parse().unwrap_or(0);
                    segments.push((base.to_owned(), place, encoded, found.value));
                }
            }
        }
        params.join(segments);
        params
    }

    /// The parameter, if it is there and not empty.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let found = self.list.iter().find(|(known, _)| known == name);
        found
            .map(|(_, value)| value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// `text` of `text/plain`.
    pub(crate) fn kind(&self) -> &str {
        self.main
            .split_once('/')
            .map_or(self.main.as_str(), |(kind, _)| kind)
    }

    /// Puts RFC 2231 segments together; they win over a plain parameter of the same name.
    fn join(&mut self, mut segments: Vec<Segment>) {
        segments.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
        let mut joined: Vec<(String, String)> = Vec::new();
        for group in segments.chunk_by(|a, b| a.0 == b.0) {
            let (mut label, mut bytes) = (None, Vec::new());
            for (at, (_, _, encoded, value)) in group.iter().enumerate() {
                let mut value = value.as_slice();
                if at == 0 && *encoded {
                    let mut fields = value.splitn(3, |byte| *byte == b'\'');
                    if let (Some(first), Some(_), Some(text)) =
                        (fields.next(), fields.next(), fields.next())
                    {
                        label = Some(String::from_utf8_lossy(first).into_owned());
                        value = text;
                    }
                }
                if *encoded {
                    bytes.extend(percent(value));
                } else {
                    bytes.extend_from_slice(value);
                }
            }
            if let Some((name, ..)) = group.first() {
                let text = charset::decode(&bytes, label.as_deref()).into_owned();
                joined.push((name.clone(), text));
            }
        }
        joined.append(&mut self.list);
        self.list = joined;
    }
}

/// The next `name=value`; what has no `=` is passed over.
fn next(mut rest: &[u8]) -> Option<Written<'_>> {
    loop {
        let skip = |byte: &u8| byte.is_ascii_whitespace() || *byte == b';';
        let start = rest.iter().position(|byte| !skip(byte))?;
        rest = rest.get(start..)?;
        let sign = memchr::memchr2(b'=', b';', rest)?;
        let name = rest.get(..sign)?.trim_ascii();
        let after = rest.get(sign + 1..)?;
        if rest.get(sign) == Some(&b';') || name.is_empty() {
            rest = after;
            continue;
        }
        let name = String::from_utf8_lossy(name).to_ascii_lowercase();
        let after = after.trim_ascii_start();
        let (value, rest) = match after.strip_prefix(b"\"") {
            Some(inside) => quoted(inside),
            None => {
                let end = memchr::memchr(b';', after).unwrap_or(after.len());
                let (value, rest) = after.split_at_checked(end).unwrap_or((after, b""));
                (value.trim_ascii().to_vec(), rest)
            }
        };
        return Some(Written { name, value, rest });
    }
}

/// A quoted value, up to its closing mark or the end. Only `\"` and `\\` are escapes, so that a
/// Windows path survives.
fn quoted(inside: &[u8]) -> (Vec<u8>, &[u8]) {
    let mut value = Vec::new();
    let mut at = 0;
    while let Some(&byte) = inside.get(at) {
        at += 1;
        match byte {
            b'"' => break,
            b'\\' if matches!(inside.get(at), Some(b'"' | b'\\')) => {
                value.extend(inside.get(at));
                at += 1;
            }
            b'\r' | b'\n' => {}
            _ => value.push(byte),
        }
    }
    (value, inside.get(at..).unwrap_or_default())
}

fn percent(value: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(value.len());
    let mut at = 0;
    while let Some(&byte) = value.get(at) {
        at += 1;
        let escaped = (byte == b'%')
            .then(|| value.get(at..at + 2).and_then(words::hex))
            .flatten();
        match escaped {
            Some(decoded) => {
                bytes.push(decoded);
                at += 2;
            }
            None => bytes.push(byte),
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn req_1_names_of_files_in_every_dress() {
        let cases = [
            ("attachment; filename=plan.pdf", "plan.pdf"),
            (
                "attachment; filename=\"un \\\"bon\\\" plan.pdf\"",
                "un \"bon\" plan.pdf",
            ),
            (
                "attachment; filename=\"C:\\temp\\a.doc\"",
                "C:\\temp\\a.doc",
            ),
            (
                "attachment; filename*=utf-8'fr'cahier%20des%20charges%20%E2%82%AC.pdf",
                "cahier des charges €.pdf",
            ),
            (
                "attachment; filename*0*=iso-8859-1''d%E9; filename*1*=j%E0; filename*2=\" vu.txt\"",
                "déjà vu.txt",
            ),
            (
                "attachment; filename*1*=%A9.txt; filename*0*=UTF-8''caf%C3",
                "café.txt",
            ),
            (
                "attachment; filename=\"=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9.txt?=\"",
                "café.txt",
            ),
            (
                "attachment; filename=old.txt; filename*=utf-8''n%C3%A9.txt",
                "né.txt",
            ),
            (
                "attachment; filename=\"never closed.txt",
                "never closed.txt",
            ),
            (
                "attachment;\r\n\tfilename=\"long\r\n name.txt\"; size=3",
                "long name.txt",
            ),
        ];
        for (raw, name) in cases {
            let params = Params::parse(raw.as_bytes());
            assert_eq!(params.main, "attachment", "{raw}");
            assert_eq!(params.get("filename"), Some(name), "{raw}");
        }
    }

    #[test]
    fn req_1_content_types() {
        let params = Params::parse(b" Text/PLAIN (old) ; Charset=\"UTF-8\"; ; format = flowed");
        assert_eq!(
            (params.main.as_str(), params.kind()),
            ("text/plain", "text")
        );
        assert_eq!(params.get("charset"), Some("UTF-8"));
        assert_eq!(params.get("format"), Some("flowed"));
        assert_eq!(Params::parse(b"").main, "");
    }
}
