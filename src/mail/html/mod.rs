//! HTML to text one can read in a terminal.
//!
//! One pass over the tags and no tree, so that the cost is the length whatever is nested in what.
//! Keeps paragraphs, lists, links, quotations and the order of cells; drops style and script.

mod out;

use out::{DEPTH, Out, decode};
use std::borrow::Cow;

/// How far into a tag, and at how many marks, quoted attributes are looked for.
const TAG: usize = 4 * 1024;
const MARKS: usize = 64;

/// The charset a page declares in its first bytes.
pub(crate) fn declared_charset(page: &[u8]) -> Option<Cow<'static, str>> {
    let head = page.get(..1_024).unwrap_or(page).to_ascii_lowercase();
    let at = memchr::memmem::find(&head, b"charset=")? + b"charset=".len();
    let rest = head.get(at..)?.trim_ascii_start();
    let rest = rest
        .strip_prefix(b"\"")
        .or_else(|| rest.strip_prefix(b"'"))
        .unwrap_or(rest);
    let fits = |byte: &&u8| byte.is_ascii_alphanumeric() || b"-_:.".contains(byte);
    let label: Vec<u8> = rest.iter().take_while(fits).copied().collect();
    String::from_utf8(label)
        .ok()
        .filter(|label| !label.is_empty())
        .map(Cow::Owned)
}

/// The text of `page`.
pub(crate) fn to_text(page: &str) -> String {
    let mut scan = Scan::default();
    let mut rest = page;
    while let Some(at) = memchr::memchr(b'<', rest.as_bytes()) {
        let (before, tag) = rest.split_at(at);
        scan.out.text(before);
        rest = scan.tag(tag);
    }
    scan.out.text(rest);
    scan.out.text.truncate(scan.out.text.trim_end().len());
    scan.out.text
}

#[derive(Default)]
struct Scan {
    out: Out,
    /// Open lists: the next number, or none for bullets.
    lists: Vec<Option<u32>>,
    /// Target of the open link, and where its text starts.
    link: Option<(String, usize)>,
    /// Endings that do not come any more, so that they are not looked for again.
    missing: Vec<&'static str>,
    /// Where the next `>` is, in bytes from the end of the page.
    next_close: Option<usize>,
}

impl Scan {
    /// Handles what `<` opens at the start of `raw`; returns what follows it.
    fn tag<'a>(&mut self, raw: &'a str) -> &'a str {
        let bytes = raw.as_bytes();
        if raw.starts_with("<!--") {
            return self.skip_to(raw.get(4..).unwrap_or_default(), "-->");
        }
        let inside = raw.get(1..).unwrap_or_default();
        let opens = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!' | b'?');
        let end = bytes
            .get(1)
            .filter(|byte| opens(byte))
            .and_then(|_| self.tag_end(bytes));
        let Some(end) = end else {
            self.out.word("<");
            return inside;
        };
        let tag = raw.get(1..end - 1).unwrap_or_default();
        let rest = raw.get(end..).unwrap_or_default();
        let (closing, tag) = match tag.strip_prefix('/') {
            Some(tag) => (true, tag),
            None => (false, tag),
        };
        let length = tag.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let (name, attributes) = tag.split_at(length);
        let name = name.to_ascii_lowercase();
        if closing {
            self.close(&name);
            return rest;
        }
        self.open(&name, attributes);
        match name.as_str() {
            "script" => self.skip_to(rest, "</script"),
            "style" => self.skip_to(rest, "</style"),
            "title" => self.skip_to(rest, "</title"),
            _ => rest,
        }
    }

    /// Where the tag at the start of `raw` ends, its `>` included.
    fn tag_end(&mut self, raw: &[u8]) -> Option<usize> {
        let mut close = self.close_after(raw, 0)?;
        if let Some(end) = quoted_until(raw, close) {
            close = self.close_after(raw, end).unwrap_or(close);
        }
        Some(close + 1)
    }

    /// Where the first `>` of `raw` at or after `from` is. Never looks at the same bytes twice.
    fn close_after(&mut self, raw: &[u8], from: usize) -> Option<usize> {
        if self.next_close == Some(0) {
            return None;
        }
        let known = self.next_close.and_then(|left| raw.len().checked_sub(left));
        if let Some(known) = known.filter(|known| *known >= from) {
            return Some(known);
        }
        let found = memchr::memchr(b'>', raw.get(from..)?).map(|at| at + from);
        self.next_close = Some(found.map_or(0, |at| raw.len() - at));
        found
    }

    /// What follows `end` and its `>` in `raw`; if it never comes, nothing is passed over.
    fn skip_to<'a>(&mut self, raw: &'a str, end: &'static str) -> &'a str {
        if self.missing.contains(&end) {
            return raw;
        }
        let Some(at) = find_end(raw, end) else {
            self.missing.push(end);
            return raw;
        };
        let rest = raw.get(at + end.len()..).unwrap_or_default();
        if end.ends_with('>') {
            return rest;
        }
        rest.split_once('>').map_or("", |(_, after)| after)
    }

    fn open(&mut self, name: &str, attributes: &str) {
        let out = &mut self.out;
        match name {
            "br" => {
                out.breaks += 1;
                out.cell = false;
            }
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "table" | "dl" => out.owe(2),
            "pre" => {
                out.owe(2);
                out.pre += 1;
            }
            "blockquote" => {
                out.owe(2);
                out.quote += 1;
            }
            "ul" | "ol" => {
                out.owe(if self.lists.is_empty() { 2 } else { 1 });
                if self.lists.len() < DEPTH {
                    self.lists.push((name == "ol").then_some(1));
                }
            }
            "li" => self.item(),
            "td" | "th" => out.cell = out.breaks == 0 && !out.text.is_empty(),
            "hr" => {
                out.owe(1);
                out.word("---");
                out.owe(1);
            }
            "a" => {
                let target = attribute(attributes, "href").unwrap_or_default();
                self.link = Some((target, out.text.len()));
            }
            "img" => {
                let label = attribute(attributes, "alt").unwrap_or_default();
                if !label.trim().is_empty() {
                    out.words(&format!("[{}]", label.trim()));
                }
            }
            _ if block(name) => out.owe(1),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        let out = &mut self.out;
        match name {
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "table" | "dl" => out.owe(2),
            "pre" => {
                out.owe(2);
                out.pre = out.pre.saturating_sub(1);
            }
            "blockquote" => {
                out.owe(2);
                out.quote = out.quote.saturating_sub(1);
            }
            "ul" | "ol" => {
                self.lists.pop();
                out.owe(if self.lists.is_empty() { 2 } else { 1 });
            }
            "a" => self.end_link(),
            _ if block(name) => out.owe(1),
            _ => {}
        }
    }

    fn item(&mut self) {
        self.out.owe(1);
        let indent = "  ".repeat(self.lists.len().saturating_sub(1));
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                let mark = format!("{indent}{number}. ");
                *number = number.saturating_add(1);
                mark
            }
            Some(None) | None => format!("{indent}- "),
        };
        self.out.word(&mark);
    }

    /// Writes where a link leads, unless its text says it already.
    fn end_link(&mut self) {
        let Some((target, from)) = self.link.take() else {
            return;
        };
        let shown = self.out.text.get(from..).unwrap_or_default().trim();
        let plain = target.strip_prefix("mailto:").unwrap_or(&target);
        let known = ["http://", "https://", "mailto:", "tel:", "ftp://"];
        let leads = known.iter().any(|scheme| target.starts_with(scheme));
        if leads && !shown.contains(plain.trim_end_matches('/')) && !plain.is_empty() {
            self.out.word(&format!(" <{plain}>"));
        }
    }
}

/// Elements that stand on lines of their own.
fn block(name: &str) -> bool {
    matches!(
        name,
        "div"
            | "tr"
            | "dt"
            | "dd"
            | "address"
            | "article"
            | "section"
            | "header"
            | "footer"
            | "main"
            | "aside"
            | "nav"
            | "center"
            | "fieldset"
            | "form"
            | "figure"
            | "figcaption"
            | "caption"
            | "option"
            | "thead"
            | "tbody"
            | "body"
            | "li"
    )
}

/// Whether byte `close` of the tag at the start of `raw` is in a quoted attribute; then where the
/// quotation ends.
fn quoted_until(raw: &[u8], close: usize) -> Option<usize> {
    let mut at = 1;
    for _ in 0..MARKS {
        let near = raw.get(at..close.min(TAG))?;
        at += memchr::memchr2(b'"', b'\'', near)? + 1;
        let mark = *raw.get(at - 1)?;
        // A quotation mark opens a value only after `=`; one that never closes means nothing.
        if raw.get(..at - 1)?.trim_ascii_end().ends_with(b"=") {
            let value = raw.get(at..)?;
            let value = value.get(..TAG.max(close)).unwrap_or(value);
            at += memchr::memchr(mark, value)? + 1;
            if at > close {
                return Some(at);
            }
        }
    }
    None
}

/// Where `end` starts in `raw`, whatever its case.
fn find_end(raw: &str, end: &str) -> Option<usize> {
    let first = *end.as_bytes().first()?;
    memchr::memchr_iter(first, raw.as_bytes()).find(|at| {
        let here = raw.as_bytes().get(*at..at + end.len());
        here.is_some_and(|here| here.eq_ignore_ascii_case(end.as_bytes()))
    })
}

/// The value of an attribute, entities decoded.
fn attribute(attributes: &str, name: &str) -> Option<String> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        let end = rest.find(|c: char| c == '=' || c.is_ascii_whitespace())?;
        let (found, after) = rest.split_at(end);
        let after = after.trim_start();
        let Some(value) = after.strip_prefix('=') else {
            rest = after;
            continue;
        };
        let value = value.trim_start();
        let mark = value.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, after) = match mark {
            Some(mark) => {
                let inside = value.get(1..)?;
                inside.split_once(mark).unwrap_or((inside, ""))
            }
            None => {
                let end = value.find(|c: char| c.is_ascii_whitespace());
                value.split_at(end.unwrap_or(value.len()))
            }
        };
        if found.eq_ignore_ascii_case(name) {
            return Some(decode(value));
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn req_1_html_reads_as_text() {
        let cases = [
            (
                "<p>Bonjour,</p><p>voici <b>notre</b>\n demande.</p>",
                "Bonjour,\n\nvoici notre demande.",
            ),
            ("a<br>b<br/><br>c", "a\nb\n\nc"),
            ("<style>p{}</style><script>if(a<b){}</script>x", "x"),
            ("<head><TITLE>no</title></head>x", "x"),
            ("<!-- <p>no</p> -->x<![if !mso]>y<![endif]>", "xy"),
            (
                "<ul><li>un</li><li>deux<ul><li>trois</ul></ul>fin",
                "- un\n- deux\n  - trois\n\nfin",
            ),
            ("<ol><li>un<li>deux</ol>", "1. un\n2. deux"),
            (
                "<a href='https://example.org/x?a=1&amp;b=2'>lien</a>.",
                "lien <https://example.org/x?a=1&b=2>.",
            ),
            (
                "<a href=\"https://example.org/\">https://example.org</a>",
                "https://example.org",
            ),
            (
                "<a href=mailto:a@example.org>a@example.org</a>",
                "a@example.org",
            ),
            (
                "<a href='#top'>haut</a> <a href='javascript:x()'>y</a>",
                "haut y",
            ),
            (
                "<blockquote>cit&eacute;<br>deux</blockquote>moi",
                "> cité\n> deux\n\nmoi",
            ),
            (
                "<table><tr><td>Nom<td>Prix<tr><td>A<td>12&nbsp;&euro;</table>",
                "Nom | Prix\nA | 12 €",
            ),
            (
                "<table><tr><td></td><td><div>seul</div></td></tr></table>",
                "seul",
            ),
            (
                "1 < 2 &amp; 3 &lt; 4 &unknown; &#233;&#x20AC;&#128; & co",
                "1 < 2 & 3 < 4 &unknown; é€€ & co",
            ),
            ("<img src=x alt='Le logo'><img src=y>z", "[Le logo]z"),
            ("<pre>a  b\n c</pre>d", "a  b\n c\n\nd"),
            ("<p>a</p><p>&nbsp;</p><p>b</p>", "a\n\nb"),
            (
                "x<a title='a>b' href=\"https://example.org\">y</a>",
                "xy <https://example.org>",
            ),
            ("a <b b", "a <b b"),
            ("<style>never closed", "never closed"),
        ];
        for (page, text) in cases {
            assert_eq!(to_text(page), text, "{page}");
        }
    }

    #[test]
    fn req_1_a_page_may_declare_its_charset() {
        let page = b"<meta http-equiv=x content=\"text/html; charset=ISO-8859-1\">";
        assert_eq!(declared_charset(page).as_deref(), Some("iso-8859-1"));
        assert_eq!(
            declared_charset(b"<meta charset='utf-8'>").as_deref(),
            Some("utf-8")
        );
        assert_eq!(declared_charset(b"<p>"), None);
    }

    #[test]
    fn req_1_hostile_nesting_costs_no_more_than_its_length() {
        // A tree would be a million deep; unclosed marks would be looked for again and again.
        for piece in [
            "<div>",
            "<blockquote>",
            "<table><tr><td>",
            "<ul><li>",
            "<!--",
            "<style>",
            "<a href=\"",
            "<a href='x",
            "&",
            "&amp",
            "<",
            "</",
            "<a b=",
            "<pre>\n",
        ] {
            let page = piece.repeat(200_000);
            assert!(to_text(&page).len() <= page.len() * 30, "{piece}");
        }
    }
}
