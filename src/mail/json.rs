//! Requests from JSON: an array of objects, or one object after another (one per line).
//!
//! Objects are cut out of the stream before they are read, so that a broken one costs only
//! itself and the file may be of any size.

use super::{form::Form, limits, message::Message, reason::Reason, window::Window};
use serde_json::Value;
use std::io;

/// An object, or why it is none.
pub(crate) struct Object {
    /// Where it starts, in bytes of the file.
    pub(crate) offset: u64,
    /// What it is.
    pub(crate) read: Result<Message, Reason>,
    /// Its first bytes.
    pub(crate) excerpt: Vec<u8>,
}

/// Reads objects forward.
pub(crate) struct Json {
    window: Window,
    /// One object per line, as seen on the first: a line end then ends a broken one.
    by_line: Option<bool>,
}

/// Follows the brackets of one value.
#[derive(Default)]
struct Cutter {
    depth: usize,
    deepest: usize,
    values: usize,
    text: bool,
    escaped: bool,
    lines: bool,
}

/// How a value ended.
enum End {
    /// Complete.
    Whole,
    /// A line end came first where there is one object per line.
    Broken,
}

impl Cutter {
    /// Feeds one byte of the value; what it says when that byte is the last one.
    fn feed(&mut self, byte: u8, by_line: bool) -> Option<End> {
        if byte == b'\n' {
            self.lines = true;
            if by_line {
                return Some(End::Broken);
            }
        }
        if self.text {
            let closes = byte == b'"' && !self.escaped;
            self.escaped = byte == b'\\' && !self.escaped;
            self.text = !closes;
            return (closes && self.depth == 0).then_some(End::Whole);
        }
        match byte {
            b'"' => self.text = true,
            b'{' | b'[' => {
                self.depth += 1;
                self.deepest = self.deepest.max(self.depth);
            }
            b'}' | b']' => {
                self.depth = self.depth.saturating_sub(1);
                return (self.depth == 0).then_some(End::Whole);
            }
            b',' | b'\n' if self.depth == 0 => return Some(End::Whole),
            b',' => self.values += 1,
            _ => {}
        }
        None
    }
}

impl Json {
    /// JSON in whatever arrangement.
    pub(crate) fn new(window: Window) -> Self {
        Json {
            window,
            by_line: None,
        }
    }

    /// The next object; `None` at the end.
    pub(crate) fn next(&mut self) -> io::Result<Option<Object>> {
        if !self.go_to_value()? {
            return Ok(None);
        }
        let offset = self.window.offset();
        let mut cutter = Cutter::default();
        let (mut at, mut large) = (0, None);
        let end = loop {
            let by_line = self.by_line == Some(true);
            let sight = self.window.bytes().get(at..).unwrap_or_default();
            let found = sight
                .iter()
                .enumerate()
                .find_map(|(more, byte)| cutter.feed(*byte, by_line).map(|end| (more + 1, end)));
            if let Some((more, end)) = found {
                at += more;
                break Some(end);
            }
            at += sight.len();
            if at > limits::MESSAGE {
                large.get_or_insert_with(|| limits::excerpt(self.window.bytes()));
                self.window.skip(at);
                at = 0;
            }
            if !self.window.more()? {
                break None;
            }
        };
        if self.by_line.is_none() {
            let line_end = self
                .window
                .bytes()
                .get(at)
                .is_none_or(|byte| matches!(byte, b'\n' | b'\r'));
            self.by_line = Some(!cutter.lines && line_end);
        }
        let raw = self.window.bytes().get(..at).unwrap_or_default();
        let read = match (&large, &end) {
            (Some(_), _) => Err(Reason::TooLarge),
            _ if raw.len() > limits::MESSAGE => Err(Reason::TooLarge),
            (None, None) if cutter.depth > 0 || cutter.text => Err(Reason::CutShort),
            _ if cutter.deepest > limits::NESTING => Err(Reason::TooDeep),
            _ if cutter.values > limits::VALUES => Err(Reason::TooManyValues),
            (None, Some(End::Broken)) => Err(Reason::NotAnObject),
            _ => read(raw),
        };
        let excerpt = match (&read, large) {
            (Ok(_), _) => Vec::new(),
            (Err(_), Some(excerpt)) => excerpt,
            (Err(_), None) => limits::excerpt(raw),
        };
        self.window.skip(at);
        Ok(Some(Object {
            offset,
            read,
            excerpt,
        }))
    }

    /// Moves to the next value, past separators and the brackets of the outer array.
    fn go_to_value(&mut self) -> io::Result<bool> {
        loop {
            let bytes = self.window.bytes();
            let mark = b"\xef\xbb\xbf";
            let between = |byte: &u8| {
                byte.is_ascii_whitespace() || matches!(byte, b',' | b']') || mark.contains(byte)
            };
            let mut skip = bytes.iter().take_while(|byte| between(byte)).count();
            let opens = bytes.get(skip) == Some(&b'[') && self.by_line.is_none();
            if opens {
                self.by_line = Some(false);
                skip += 1;
            }
            let arrived = skip < bytes.len() && !opens;
            self.window.skip(skip);
            if arrived {
                return Ok(true);
            }
            if self.window.bytes().is_empty() && !self.window.more()? {
                return Ok(false);
            }
        }
    }
}

/// One complete value to a message.
fn read(raw: &[u8]) -> Result<Message, Reason> {
    let Ok(Value::Object(fields)) = serde_json::from_slice(raw) else {
        return Err(Reason::NotAnObject);
    };
    let mut form = Form::default();
    for (name, value) in &fields {
        match value {
            Value::Object(inner) if matches!(name.as_str(), "contact" | "from") => {
                for (inner_name, value) in inner {
                    form.put(inner_name, &text(value));
                }
            }
            Value::Array(list)
                if list
                    .iter()
                    .all(|item| !item.is_object() && !item.is_array()) =>
            {
                for item in list {
                    form.put_one(name, &text(item));
                }
            }
            _ => form.put(name, &text(value)),
        }
    }
    form.finish("json")
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn read_all(raw: &str) -> Vec<(u64, Result<String, Reason>)> {
        let mut json = Json::new(Window::new(Box::new(Cursor::new(raw.as_bytes().to_vec()))));
        let mut all = Vec::new();
        while let Some(object) = json.next().unwrap() {
            all.push((object.offset, object.read.map(|message| message.subject)));
        }
        all
    }

    fn outcomes(raw: &str) -> Vec<Result<String, Reason>> {
        read_all(raw).into_iter().map(|(_, read)| read).collect()
    }

    fn ok(subjects: &[&str]) -> Vec<Result<String, Reason>> {
        subjects
            .iter()
            .map(|subject| Ok((*subject).to_owned()))
            .collect()
    }

    #[test]
    fn req_1_arrays_lines_and_objects_one_after_another() {
        assert_eq!(
            outcomes("[{\"subject\":\"a}\\\"\"}, {\"subject\":\"b\"}]\n"),
            ok(&["a}\"", "b"])
        );
        assert_eq!(
            outcomes("{\"subject\":\"a\"}\n{\"subject\":\"b\"}\n"),
            ok(&["a", "b"])
        );
        assert_eq!(
            outcomes("{\n \"subject\":\"a\"\n}\n{\n \"subject\":\"b\"\n}"),
            ok(&["a", "b"])
        );
        assert_eq!(outcomes("\u{feff}{\"subject\":\"a\"}"), ok(&["a"]));
        assert_eq!(outcomes(" "), ok(&[]));
        assert_eq!(outcomes("[]"), ok(&[]));
    }

    #[test]
    fn req_1_a_broken_object_costs_only_itself() {
        let lines = "{\"subject\":\"a\"}\n{\"subject\": \"b\n{\"subject\":\"c\"}\n12\n[1]\n{\"subject\":\"d\"}\n";
        let read = read_all(lines);
        let d = "d".to_owned();
        let outcomes: Vec<_> = read.iter().map(|(_, read)| read.clone()).collect();
        assert_eq!(
            outcomes,
            [
                Ok("a".to_owned()),
                Err(Reason::NotAnObject),
                Ok("c".to_owned()),
                Err(Reason::NotAnObject),
                Err(Reason::NotAnObject),
                Ok(d)
            ]
        );
        assert_eq!(read[1].0, 16);
        let array =
            "[{\"subject\":\"a\"}, {\"subject\": b}, 3, \"x\", {\"budget\":1}, {\"subject\":\"c\"";
        assert_eq!(
            self::outcomes(array),
            [
                Ok("a".to_owned()),
                Err(Reason::NotAnObject),
                Err(Reason::NotAnObject),
                Err(Reason::NotAnObject),
                Err(Reason::EmptyRow),
                Err(Reason::CutShort)
            ]
        );
    }

    #[test]
    fn req_1_depth_and_size_are_limited() {
        let deep = format!(
            "[{{\"subject\":{}1{}}}, {{\"subject\":\"b\"}}]",
            "[".repeat(500),
            "]".repeat(500)
        );
        assert_eq!(outcomes(&deep), [Err(Reason::TooDeep), Ok("b".to_owned())]);
        let many = format!("[{{\"tags\":[0{}]}}]", ",0".repeat(limits::VALUES + 1));
        assert_eq!(outcomes(&many), [Err(Reason::TooManyValues)]);
        let large = format!(
            "[{{\"body\":\"{}\"}}, {{\"subject\":\"b\"}}]",
            "x".repeat(limits::MESSAGE + 9)
        );
        assert_eq!(
            outcomes(&large),
            [Err(Reason::TooLarge), Ok("b".to_owned())]
        );
    }

    #[test]
    fn req_2_the_fields_of_an_object() {
        let raw = br#"{"id": 12, "subject": "S", "contact": {"name": "Ana", "email": "ana@Example.org"},
            "tags": ["a, b", "c"], "wanted_dates": ["3 mars", null], "online": true, "participants": 25,
            "more": {"x": 1}}"#;
        let message = read(raw).unwrap();
        assert_eq!(message.message_id.as_deref(), Some("json:12"));
        assert_eq!(
            (message.from.name.as_str(), message.from.email.as_str()),
            ("Ana", "ana@example.org")
        );
        assert_eq!(message.asked.tags, ["a, b", "c"]);
        assert_eq!(message.asked.wanted_dates, ["3 mars"]);
        assert_eq!(message.asked.online.as_deref(), Some("yes"));
        assert_eq!(message.asked.participants.as_deref(), Some("25"));
        assert_eq!(message.body, "more: {\"x\":1}");
    }
}
