//! Bytes to text, for what senders declare and for what they forget to.
//!
//! Never fails and never drops a byte silently: what cannot be decoded shows as U+FFFD.

use mail_parser::decoders::charsets::map::charset_decoder;
use std::borrow::Cow;

/// Decodes `raw`, said to be in `label`.
///
/// Without a label, with one nobody knows, and with a western one, bytes that are valid UTF-8
/// are UTF-8: Latin text hardly ever is by chance, and mislabelled UTF-8 is common. What is left
/// is taken for Windows-1252.
pub(crate) fn decode<'a>(raw: &'a [u8], label: Option<&str>) -> Cow<'a, str> {
    let label = label.map(|text| text.trim().trim_matches(['"', '\'']));
    let label = label.filter(|text| !text.is_empty()).unwrap_or("us-ascii");
    let utf8 = is(label, &["utf-8", "utf8", "unicode-1-1-utf-8"]);
    let western = [
        "us-ascii",
        "ascii",
        "iso-8859-1",
        "latin1",
        "iso-8859-15",
        "windows-1252",
        "cp1252",
    ];
    let decoder = charset_decoder(label.as_bytes());
    if utf8 || decoder.is_none() || is(label, &western) {
        match std::str::from_utf8(raw) {
            Ok(text) => return Cow::Borrowed(text),
            Err(_) if utf8 && holds_utf8(raw) => return String::from_utf8_lossy(raw),
            Err(_) => {}
        }
    }
    match decoder {
        Some(decode) if !utf8 => Cow::Owned(decode(raw)),
        _ => Cow::Owned(windows_1252(raw)),
    }
}

/// Decodes `raw` as Windows-1252.
pub(crate) fn windows_1252(raw: &[u8]) -> String {
    match charset_decoder(b"windows-1252") {
        Some(decode) => decode(raw),
        None => String::from_utf8_lossy(raw).into_owned(),
    }
}

fn is(label: &str, names: &[&str]) -> bool {
    names.iter().any(|name| label.eq_ignore_ascii_case(name))
}

/// Whether at least one character beyond ASCII is written in UTF-8.
fn holds_utf8(raw: &[u8]) -> bool {
    raw.utf8_chunks().any(|chunk| !chunk.valid().is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn req_1_charsets_as_declared_and_as_they_are() {
        let cases: [(&[u8], Option<&str>, &str); 12] = [
            (b"d\xe9j\xe0", Some("ISO-8859-1"), "déjà"),
            (b"12 \xa4", Some("iso-8859-15"), "12 €"),
            (b"12 \x80", Some("windows-1252"), "12 €"),
            ("déjà".as_bytes(), None, "déjà"),
            ("déjà".as_bytes(), Some("us-ascii"), "déjà"),
            (b"d\xe9j\xe0", None, "déjà"),
            (b"d\xe9j\xe0", Some("utf-8"), "déjà"),
            (b"\xc3\xa9t\xc3\xa9 \xc3", Some("utf-8"), "été \u{fffd}"),
            (b"\x1b$B%O%m!<\x1b(B", Some("iso-2022-jp"), "ハロー"),
            (b"\xc4\xe3\xba\xc3", Some("gb18030"), "你好"),
            (b"\xf0\xd2\xc9\xd7\xc5\xd4", Some("koi8-r"), "Привет"),
            (b"R+AOk-union", Some("utf-7"), "Réunion"),
        ];
        for (raw, label, text) in cases {
            assert_eq!(decode(raw, label), text, "{label:?}");
        }
        assert_eq!(decode(b"d\xe9j\xe0", Some("x-nobody-knows")), "déjà");
        assert_eq!(decode("déjà".as_bytes(), Some("")), "déjà");
    }

    #[test]
    fn req_1_no_label_and_no_bytes_make_a_decoder_fail() {
        let labels = [
            "utf-8",
            "utf-7",
            "utf-16",
            "utf-16le",
            "utf-16be",
            "iso-2022-jp",
            "iso-2022-kr",
            "gb18030",
            "gbk",
            "big5",
            "euc-jp",
            "euc-kr",
            "shift_jis",
            "hz-gb-2312",
            "koi8-r",
            "ibm850",
            "macintosh",
            "x-user-defined",
        ];
        for label in labels {
            for a in 0..=255u8 {
                decode(&[a], Some(label));
                for b in [
                    0x00, 0x1b, 0x24, 0x2b, 0x30, 0x7f, 0x80, 0x81, 0xa1, 0xd8, 0xfe, 0xff,
                ] {
                    for tail in [
                        &b""[..],
                        b"\x1b$",
                        b"-",
                        b"\xff\xff\xff",
                        b"\x1b(B\x1b$B\x81",
                    ] {
                        decode(&[&[a, b][..], tail].concat(), Some(label));
                        decode(&[tail, &[a, b][..]].concat(), Some(label));
                    }
                }
            }
        }
    }
}
