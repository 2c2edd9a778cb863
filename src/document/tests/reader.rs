//! Reads a PDF as a reader of PDFs does, as far as ours go: the glyphs that pages show, spelled by the tables of
//! their fonts or by the words around them.

use std::collections::BTreeMap;

/// What the pages of a PDF spell, in the order in which it is drawn, a blank between two that are not joined.
pub(super) fn spelled(pdf: &[u8]) -> String {
    let objects = objects(pdf);
    let fonts = fonts(&objects);
    let pages = objects
        .values()
        .filter(|body| find(body, b"/Contents").is_some());
    let mut out = String::new();
    for page in pages {
        let content = number_behind(page, b"/Contents").expect("contents");
        out.push_str(&read(stream(objects[&content]), &fonts));
        out.push('\n');
    }
    out
}

/// The names of the fonts that a PDF carries.
pub(super) fn embedded(pdf: &[u8]) -> Vec<String> {
    let objects = objects(pdf);
    let files = objects
        .values()
        .filter(|body| find(body, b"/FontFile2").is_some());
    let names = files.map(|body| {
        let at = find(body, b"/FontName /").expect("a name") + 11;
        let name = body[at..].split(|b| b.is_ascii_whitespace()).next();
        String::from_utf8_lossy(name.expect("a name")).into_owned()
    });
    names.collect()
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

fn number_behind(bytes: &[u8], key: &[u8]) -> Option<u32> {
    let rest = &bytes[find(bytes, key)? + key.len()..];
    let digits: String = rest
        .iter()
        .map(|b| char::from(*b))
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    digits.parse().ok()
}

fn objects(pdf: &[u8]) -> BTreeMap<u32, &[u8]> {
    let mut found = BTreeMap::new();
    let mut from = 0;
    while let Some(at) = find(&pdf[from..], b" 0 obj\n") {
        let at = from + at;
        let digits = pdf[..at]
            .iter()
            .rev()
            .take_while(|b| b.is_ascii_digit())
            .count();
        let number = std::str::from_utf8(&pdf[at - digits..at]).expect("digits");
        let body = &pdf[at + 7..];
        // A stream may hold any bytes: its length says where it ends.
        let head = find(body, b"endobj").expect("an end");
        let length = match find(&body[..head], b"stream\n") {
            Some(begins) => {
                let length = number_behind(&body[..begins], b"/Length").expect("a length");
                begins + 7 + length as usize
            }
            None => head,
        };
        found.insert(number.parse().expect("a number"), &body[..length]);
        from = at + 7 + length;
    }
    found
}

fn stream(body: &[u8]) -> &[u8] {
    &body[find(body, b"stream\n").expect("a stream") + 7..]
}

/// What the glyphs of each font spell.
fn fonts(objects: &BTreeMap<u32, &[u8]>) -> BTreeMap<String, BTreeMap<u16, String>> {
    let page = objects
        .values()
        .find(|body| find(body, b"/Contents").is_some());
    let text = String::from_utf8_lossy(page.expect("a page")).into_owned();
    let mut fonts = BTreeMap::new();
    for part in text.split("/F").skip(1) {
        let mut words = part.split_whitespace();
        let (Some(n), Some(Ok(font))) = (words.next(), words.next().map(str::parse::<u32>)) else {
            continue;
        };
        if n.parse::<usize>().is_err() {
            continue;
        }
        let table = number_behind(objects[&font], b"/ToUnicode").expect("a table");
        let table = String::from_utf8_lossy(stream(objects[&table])).into_owned();
        fonts.insert(format!("F{n}"), table_of(&table));
    }
    fonts
}

fn table_of(table: &str) -> BTreeMap<u16, String> {
    let hex = |word: &str| -> Vec<u16> {
        let digits = word.trim_matches(['<', '>']).as_bytes();
        let part = |four: &[u8]| u16::from_str_radix(std::str::from_utf8(four).ok()?, 16).ok();
        digits.chunks(4).filter_map(part).collect()
    };
    let lines = table.lines().filter(|line| line.starts_with('<'));
    lines
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            let (code, letters) = (hex(words.next()?), hex(words.next()?));
            Some((*code.first()?, String::from_utf16_lossy(&letters)))
        })
        .filter(|(_, letters)| !letters.is_empty())
        .collect()
}

/// Goes through a page's content.
fn read(content: &[u8], fonts: &BTreeMap<String, BTreeMap<u16, String>>) -> String {
    let (mut out, mut font, mut said, mut words) =
        (String::new(), String::new(), false, Vec::new());
    let mut at = 0;
    while at < content.len() {
        match content[at] {
            b'<' if content.get(at + 1) == Some(&b'<') => at += 2,
            b'(' | b'<' => {
                let (bytes, end) = string(content, at);
                words.push(bytes);
                at = end;
            }
            c if c.is_ascii_alphabetic() || c == b'/' => {
                let length = content[at + 1..]
                    .iter()
                    .take_while(|b| b.is_ascii_alphanumeric() || **b == b'+')
                    .count();
                let word = std::str::from_utf8(&content[at..=at + length]).expect("ascii");
                match word {
                    _ if word.starts_with("/F") => font = word[1..].to_owned(),
                    "ET" => out.push(' '),
                    "BDC" => {
                        let bytes: Vec<u8> = words.concat();
                        out.push_str(&text_string(&bytes));
                        said = true;
                    }
                    "EMC" => said = false,
                    "TJ" | "Tj" if !said => {
                        for code in words.concat().chunks(2) {
                            let code = u16::from_be_bytes([code[0], code[1]]);
                            out.push_str(fonts[&font].get(&code).map_or("\u{fffd}", |s| s));
                        }
                    }
                    _ => {}
                }
                if !word.starts_with('/') {
                    words.clear();
                }
                at += length + 1;
            }
            _ => at += 1,
        }
    }
    out
}

fn text_string(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => {
            let units: Vec<u16> = rest
                .chunks(2)
                .map(|pair| u16::from_be_bytes([pair[0], pair[1]]))
                .collect();
            String::from_utf16_lossy(&units)
        }
        other => other.iter().map(|b| char::from(*b)).collect(),
    }
}

/// A string in brackets or in hexadecimal, and where it ends.
fn string(content: &[u8], at: usize) -> (Vec<u8>, usize) {
    let mut out = Vec::new();
    if content[at] == b'<' {
        let end = at + find(&content[at..], b">").expect("an end");
        let digits = &content[at + 1..end];
        for pair in digits.chunks(2) {
            let pair = std::str::from_utf8(pair).expect("ascii");
            out.push(u8::from_str_radix(pair, 16).expect("hex"));
        }
        return (out, end + 1);
    }
    let (mut at, mut deep) = (at + 1, 1);
    loop {
        match content[at] {
            b'\\' => {
                at += 1;
                let escaped = match content[at] {
                    b'n' => b'\n',
                    b'r' => b'\r',
                    b't' => b'\t',
                    b'b' => 8,
                    b'f' => 12,
                    c if c.is_ascii_digit() => {
                        let octal = std::str::from_utf8(&content[at..at + 3]).expect("ascii");
                        at += 2;
                        u8::from_str_radix(octal, 8).expect("octal")
                    }
                    c => c,
                };
                out.push(escaped);
            }
            b')' if deep == 1 => return (out, at + 1),
            c => {
                deep += i32::from(c == b'(') - i32::from(c == b')');
                out.push(c);
            }
        }
        at += 1;
    }
}
