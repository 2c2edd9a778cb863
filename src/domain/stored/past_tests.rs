//! The reader of older formats, on types of its own: what has grown is read as it was kept.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use serde::{Deserialize, Serialize};

use super::*;
use crate::domain::language::Language;
use crate::journal::codec;

/// A struct as it was.
#[derive(Clone, Serialize)]
struct Had {
    name: String,
    count: u16,
}

/// The same once it had gained two fields.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Grew {
    name: String,
    count: u16,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    until: Option<i64>,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Told<T> {
    Nothing,
    One(T),
    Two(u8, T),
    Named { first: Option<T>, all: Vec<T> },
}

/// Reads a value of a format.
struct As<T>(Format, PhantomData<T>);

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for As<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<T, D::Error> {
        T::deserialize(Reader {
            of: from,
            format: self.0,
        })
    }
}

fn read<T: for<'de> Deserialize<'de>>(format: u8, bytes: &[u8]) -> T {
    codec::decode_with(bytes, As(Format(format), PhantomData)).expect("read")
}

fn had(name: &str) -> Had {
    Had {
        name: name.into(),
        count: 3,
    }
}

fn grew(name: &str) -> Grew {
    Grew {
        name: name.into(),
        count: 3,
        tags: Vec::new(),
        until: None,
    }
}

#[test]
fn invariant_7_a_struct_that_has_grown_is_read_as_it_was_kept_wherever_it_stands() {
    let was = vec![
        Told::Nothing,
        Told::One(had("a")),
        Told::Two(7, had("b")),
        Told::Named {
            first: Some(had("c")),
            all: vec![had("d"), had("e")],
        },
    ];
    let is = vec![
        Told::Nothing,
        Told::One(grew("a")),
        Told::Two(7, grew("b")),
        Told::Named {
            first: Some(grew("c")),
            all: vec![grew("d"), grew("e")],
        },
    ];
    let bytes = codec::encode(&was).expect("encoded");
    assert_eq!(read::<Vec<Told<Grew>>>(1, &bytes), is);
    let maps = (
        BTreeMap::from([(5_u8, had("f"))]),
        [had("g"), had("h")],
        "end",
    );
    let bytes = codec::encode(&maps).expect("encoded");
    let read_back: (BTreeMap<u8, Grew>, [Grew; 2], String) = read(1, &bytes);
    let maps = (
        BTreeMap::from([(5_u8, grew("f"))]),
        [grew("g"), grew("h")],
        "end".to_owned(),
    );
    assert_eq!(read_back, maps);
}

#[test]
fn invariant_7_what_is_written_today_is_read_whole() {
    let full = Grew {
        tags: vec!["x".into()],
        until: Some(9),
        ..grew("a")
    };
    let bytes = codec::encode(&full).expect("encoded");
    assert_eq!(read::<Grew>(2, &bytes), full);
    assert!(codec::decode_with(&bytes, As::<Grew>(Format(1), PhantomData)).is_err());
    let old = codec::encode(&had("a")).expect("encoded");
    assert!(
        codec::decode::<Grew>(&old).is_err(),
        "today's format has all fields"
    );
}

#[test]
fn invariant_7_a_language_that_was_two_letters_is_read_and_any_is_kept() {
    let was = codec::encode(&vec![*b"fr", *b"--", *b"zz"]).expect("encoded");
    let read_back: Vec<Language> = read(1, &was);
    let codes: Vec<&str> = read_back.iter().map(Language::code).collect();
    assert_eq!(codes, ["fr", "--", "zz"]);
    assert_eq!(read_back[0], Language::FR);
    assert_eq!(read_back[1], Language::UNKNOWN);
    let bytes = codec::encode(&Language::parse("gsw")).expect("encoded");
    assert_eq!(
        codec::decode::<Option<Language>>(&bytes).expect("read"),
        Language::parse("gsw")
    );
    let text: Vec<Language> = serde_json::from_str("[[102,114], \"gsw\"]").expect("read");
    assert_eq!(
        text,
        [Language::FR, Language::parse("gsw").expect("a code")]
    );
}
