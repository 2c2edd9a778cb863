//! Languages by their codes. Knows no names of them.

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use serde::{Serialize, Serializer};

/// The codes of two letters that ISO 639 has.
const TWO: &str = "\
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv \
    dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie \
    ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv \
    mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm \
    rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tn to tr ts tt \
    tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

/// A language by its ISO 639 code, two or three small letters; [`Language::UNKNOWN`] when nobody knows. Region and script
/// are no part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language([u8; 3]);

impl Language {
    /// French.
    pub const FR: Language = Language(*b"fr\0");
    /// English.
    pub const EN: Language = Language(*b"en\0");
    /// Nobody knows which.
    pub const UNKNOWN: Language = Language(*b"--\0");

    /// Returns the language of a code, with or without a region ("fr", "fr-CA", "gsw", "pt_BR"). Of two letters it must be
    /// one that there is; of three, of which there are thousands, any is taken.
    pub fn parse(code: &str) -> Option<Language> {
        let code = code.trim().split(['-', '_']).next()?;
        let letters = code.bytes().all(|byte| byte.is_ascii_alphabetic());
        let code = code.to_ascii_lowercase();
        let known = match code.len() {
            2 => TWO.split(' ').any(|known| known == code),
            length => length == 3,
        };
        (letters && known).then(|| Language::kept(&code))?
    }

    /// Returns those of two letters, in the order of their codes.
    pub fn all() -> impl Iterator<Item = Language> {
        TWO.split(' ').filter_map(Language::kept)
    }

    /// Returns its code.
    pub fn code(&self) -> &str {
        let code = self.0.split(|byte| *byte == 0).next().unwrap_or_default();
        std::str::from_utf8(code).unwrap_or("--")
    }

    /// Returns the language of a code as it was kept, whatever it is.
    fn kept(code: &str) -> Option<Language> {
        let mut letters = [0; 3];
        letters
            .get_mut(..code.len())?
            .copy_from_slice(code.as_bytes());
        Some(Language(letters))
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_newtype_struct("Language", self.code())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Language, D::Error> {
        // The name tells the readers of older formats what stands here.
        from.deserialize_newtype_struct("Language", Code)
    }
}

/// Takes a code: as text, or as its letters' numbers, as it stood in texts for people.
struct Code;

impl<'de> Visitor<'de> for Code {
    type Value = Language;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a language's code")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<Language, D::Error> {
        match from.is_human_readable() {
            true => from.deserialize_any(Code),
            false => from.deserialize_str(Code),
        }
    }

    fn visit_str<E: Error>(self, code: &str) -> Result<Language, E> {
        Language::kept(code).ok_or_else(|| E::custom("no language's code"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut letters: A) -> Result<Language, A::Error> {
        let mut code = Vec::new();
        while let Some(letter) = letters.next_element::<u8>()? {
            code.push(letter);
        }
        let code = String::from_utf8(code).unwrap_or_default();
        self.visit_str(&code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wks_4_a_language_is_its_code_whatever_region_is_said_with_it() {
        for (text, code) in [
            ("fr", "fr"),
            (" FR-ca", "fr"),
            ("pt_BR", "pt"),
            ("gsw", "gsw"),
        ] {
            assert_eq!(Language::parse(text).expect(text).code(), code);
        }
        for text in ["", "f", "zz", "fran", "f1", "--", "ç", "français"] {
            assert_eq!(Language::parse(text), None, "{text}");
        }
    }
}
