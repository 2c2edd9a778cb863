//! However bytes are cut on their way, the same is heard; and nothing fails on any bytes.

use proptest::collection::vec;
use proptest::prelude::*;

use super::heard;

/// Bytes as terminals send them, whole and broken, and any others.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let fragments: Vec<&'static [u8]> = vec![
        b"\x1b",
        b"\x1b[",
        b"\x1bO",
        b"\x1b]",
        b"\x1bP",
        b"\x1b_",
        b"\x1b^",
        b"\x1bX",
        b"\x1b\\",
        b"\x07",
        b"\x1b[A",
        b"\x1b[1;5",
        b"\x1b[27;5;",
        b"\x1b[<0;",
        b"\x1b[M",
        b"\x1b[[",
        b"\x1b[200~",
        b"\x1b[201~",
        b"\x1b[20",
        b"1~",
        b"u",
        b"$",
        b"R",
        b"M",
        b"A",
        b"~",
        b"0",
        b"1",
        b"2",
        b"255",
        b"256",
        b"57400",
        b";",
        b":",
        b"?",
        b"<",
        b"j",
        b"\r",
        b"\n",
        b"\0",
        b"\x7f",
        b"\xc3\xa9",
        b"\xe2\x82\xac",
        b"\xf0\x9f",
        b"\xa6\x80",
        b"\xff",
        b"\x80",
        b"11;rgb:00/00/00",
        b"Gi=1;OK",
    ];
    let fragment = prop_oneof![
        8 => prop::sample::select(fragments).prop_map(<[u8]>::to_vec),
        1 => vec(any::<u8>(), 0..8),
    ];
    vec(fragment, 0..24).prop_map(|all| all.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn wks_1_it_does_not_matter_how_bytes_are_cut(bytes in bytes(), cuts in vec(1..8_usize, 0..64)) {
        let whole = heard([&bytes[..]]);
        prop_assert_eq!(&heard(bytes.chunks(1)), &whole, "byte by byte");
        let (mut left, mut pieces) = (&bytes[..], Vec::new());
        for cut in cuts {
            let (piece, rest) = left.split_at(cut.min(left.len()));
            pieces.push(piece);
            left = rest;
        }
        pieces.push(left);
        prop_assert_eq!(&heard(pieces), &whole);
    }

    #[test]
    fn wks_6_nothing_fails_on_any_bytes(bytes in vec(any::<u8>(), 0..512)) {
        heard([&bytes[..]]);
    }

    /// WKS-6: nothing fails on any sequence either, and what comes behind it is heard.
    #[test]
    fn wks_6_nothing_fails_on_any_sequence(
        introducer in prop::sample::select(vec!["[", "O", "[<", "[?", "[M"]),
        parameters in "[0-9;:]{0,12}",
        last in 0x20..0x7f_u8,
    ) {
        let mut bytes = format!("\x1b{introducer}{parameters}").into_bytes();
        bytes.push(last);
        let alone = heard([&bytes[..]]).len();
        bytes.extend(b"\x1b[A");
        let with_key = heard([&bytes[..]]);
        prop_assert!(with_key.len() > alone || bytes.starts_with(b"\x1b[200~"), "{:?}", with_key);
    }

    #[test]
    fn wks_1_text_is_heard_as_it_is_typed(text in "[^\\p{Cc}]{0,64}") {
        let typed: String = heard([text.as_bytes()])
            .iter()
            .map(super::word)
            .map(|key| if key == "Space" { " ".to_owned() } else { key })
            .collect();
        prop_assert_eq!(typed, text);
    }

    #[test]
    fn wks_1_text_is_pasted_as_it_is(text in "[^\\r]{0,64}") {
        prop_assume!(!text.contains("\x1b[201~"));
        let paste = format!("\x1b[200~{text}\x1b[201~");
        let expected = super::Heard::Input(super::Input::Paste(text));
        prop_assert_eq!(heard(paste.as_bytes().chunks(3)), [expected]);
    }
}
