//! What something is called in each language, as files of settings have it: `name = { en = "workshop", fr = "atelier" }`.
//! What is called as it is shipped is written out, and is not kept when it comes back.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};

use super::texts::Lang;
use crate::domain::house::Language;

/// Names by language code, in the order of the file.
pub(super) struct Names(Vec<(String, String)>);

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Names, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Names;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("names by language, like { en = \"workshop\", fr = \"atelier\" }")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Names, A::Error> {
                let mut names = Vec::new();
                while let Some(name) = map.next_entry::<String, String>()? {
                    names.push(name);
                }
                match names.is_empty() {
                    true => Err(A::Error::custom(
                        "no name: write one, or leave the field out",
                    )),
                    false => Ok(Names(names)),
                }
            }
        }
        from.deserialize_map(InOrder)
    }
}

impl Names {
    /// Returns those that are not as they are shipped.
    ///
    /// # Errors
    /// A code that is no language's, in words.
    pub(super) fn own(
        &self,
        shipped: impl Fn(Lang) -> Option<String>,
    ) -> Result<Vec<(Language, Box<str>)>, String> {
        let mut own = Vec::new();
        for (code, name) in &self.0 {
            let language = Language::parse(code).filter(|language| language.code() == code);
            let language = language.ok_or_else(|| format!("{code} is not a language code"))?;
            let name = name.trim();
            let mut langs = Lang::ALL.into_iter();
            let lang = langs.find(|lang| lang.language() == language);
            if lang.and_then(&shipped).as_deref() != Some(name) {
                own.push((language, name.into()));
            }
        }
        Ok(own)
    }
}

/// Returns names as the field of such a file, those that are shipped behind one's own; nothing where there are none.
pub(super) fn names_text(
    field: &str,
    own: &[(Language, Box<str>)],
    shipped: impl Fn(Lang) -> Option<String>,
) -> String {
    let is_own = |language| own.iter().any(|(one, _)| *one == language);
    let shipped = Lang::ALL.into_iter().filter_map(|lang| {
        let language = lang.language();
        let name = shipped(lang).filter(|_| !is_own(language))?;
        Some((language, name))
    });
    let own = own
        .iter()
        .map(|(language, name)| (*language, name.to_string()));
    let names = own.chain(shipped).map(|(language, name)| {
        let name = toml::Value::from(name);
        format!("{} = {name}", language.code())
    });
    let names: Vec<String> = names.collect();
    match names.is_empty() {
        true => String::new(),
        false => format!("{field} = {{ {} }}\n", names.join(", ")),
    }
}
