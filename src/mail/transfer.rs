//! Content-Transfer-Encoding: base64 and quoted-printable as they really arrive.
//!
//! Never fails: what is malformed is read as far as it goes.

use mail_parser::decoders::{base64::base64_decode, quoted_printable::quoted_printable_decode};
use std::borrow::Cow;

/// How a body is wrapped for transport.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Transfer {
    /// 7bit, 8bit, binary, or anything unknown.
    #[default]
    Plain,
    /// base64.
    Base64,
    /// quoted-printable.
    Quoted,
}

impl Transfer {
    /// From the field's value.
    pub(crate) fn named(value: &[u8]) -> Self {
        let value = value.trim_ascii();
        if value.eq_ignore_ascii_case(b"base64") {
            Transfer::Base64
        } else if value.eq_ignore_ascii_case(b"quoted-printable") {
            Transfer::Quoted
        } else {
            Transfer::Plain
        }
    }

    /// The content of `raw`.
    pub(crate) fn decode(self, raw: &[u8]) -> Cow<'_, [u8]> {
        match self {
            Transfer::Plain => Cow::Borrowed(raw),
            Transfer::Base64 => Cow::Owned(base64(raw)),
            Transfer::Quoted => Cow::Owned(quoted(raw)),
        }
    }
}

/// Decodes base64; foreign bytes are passed over, and all that follows the padding is ignored
/// when there are any (a list's footer, as a rule).
pub(crate) fn base64(raw: &[u8]) -> Vec<u8> {
    if let Some(bytes) = base64_decode(raw) {
        return bytes;
    }
    let alphabet = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    let end = memchr::memchr(b'=', raw).unwrap_or(raw.len());
    let kept: Vec<u8> = raw.iter().take(end).copied().filter(alphabet).collect();
    base64_decode(&kept).unwrap_or_default()
}

/// Decodes quoted-printable; an `=` that escapes nothing stands for itself.
fn quoted(raw: &[u8]) -> Vec<u8> {
    if let Some(bytes) = quoted_printable_decode(raw) {
        return bytes;
    }
    let mut mended = Vec::with_capacity(raw.len() + raw.len() / 8);
    let mut from = 0;
    for at in memchr::memchr_iter(b'=', raw) {
        let after = raw.get(at + 1..).unwrap_or_default();
        if !escapes(after) {
            mended.extend_from_slice(raw.get(from..at).unwrap_or_default());
            mended.extend_from_slice(b"=3D");
            from = at + 1;
        }
    }
    mended.extend_from_slice(raw.get(from..).unwrap_or_default());
    quoted_printable_decode(&mended).unwrap_or(mended)
}

/// Whether what follows an `=` is two hexadecimal digits or the end of the line.
fn escapes(after: &[u8]) -> bool {
    if let [a, b, ..] = after
        && a.is_ascii_hexdigit()
        && b.is_ascii_hexdigit()
    {
        return true;
    }
    let blank = after
        .iter()
        .take(80)
        .position(|byte| !matches!(byte, b' ' | b'\t' | b'\r'));
    match blank {
        Some(at) => after.get(at) == Some(&b'\n'),
        None => after.len() <= 80,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn req_1_quoted_printable_soft_breaks_and_stray_signs() {
        let decode = |text: &str| String::from_utf8(quoted(text.as_bytes())).unwrap();
        assert_eq!(decode("d=C3=A9j=C3=\r\n=A0 vu"), "déjà vu");
        assert_eq!(decode("a = b, 1=1, caf=C3=A9 ="), "a = b, 1=1, café ");
        assert_eq!(decode("url?x=zz&y=3D4"), "url?x=zz&y=4");
        assert_eq!(decode("==41"), "=A");
    }

    #[test]
    fn req_1_base64_with_junk_padding_and_footers() {
        let decode = |text: &str| String::from_utf8(base64(text.as_bytes())).unwrap();
        assert_eq!(decode("Qm9uam91ciE="), "Bonjour!");
        assert_eq!(
            decode("Qm9u\r\n!*-\r\namo1ciE".replace("amo1", "am91").as_str()),
            "Bonjour!"
        );
        assert_eq!(decode("Qm9uam91ciE=\r\n-- \r\nUne liste"), "Bonjour!");
        assert_eq!(decode("Qm9uam91ci"), "Bonjour");
    }
}
