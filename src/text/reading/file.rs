//! The words of a language as a file people edit, with what each list is for; and read in again. Keeps nothing.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, SeqAccess, Visitor};
use toml::Spanned;

use super::keys::{KEYS, Key};
use super::{Sense, Words};

/// Why a text is no such file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFault {
    /// What is wrong, with the line and the field.
    pub problem: String,
}

/// What stands above all.
const HEAD: &str = "\
# The words by which mail in a language is read. Edit, then: entremise reading --set FILE
#
# Capitals and accents do not matter. A list may have several words or short phrases, and may be left out.
# What was read before stays as it was read.
";

/// One word or several.
#[derive(Debug, Default)]
struct Many(Vec<Box<str>>);

impl<'de> Deserialize<'de> for Many {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Many, D::Error> {
        from.deserialize_any(Several)
    }
}

struct Several;

impl<'de> Visitor<'de> for Several {
    type Value = Many;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("words in quotation marks, in brackets where there are several")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<Many, E> {
        Ok(Many(vec![word.trim().into()]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut all: A) -> Result<Many, A::Error> {
        let mut words: Vec<Box<str>> = Vec::new();
        while let Some(word) = all.next_element::<String>()? {
            words.push(word.trim().into());
        }
        Ok(Many(words))
    }
}

type Section = BTreeMap<Spanned<String>, Many>;

/// Makes the file of a line a section.
macro_rules! sections {
    ($($name:ident),+) => {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct File {
            language: String,
            $(#[serde(default)] $name: Section,)+
        }

        impl File {
            fn sections(self) -> Vec<(&'static str, Section)> {
                vec![$((stringify!($name), self.$name)),+]
            }
        }
    };
}

sections! {
    mail, deadline, dates, months, weekdays, days, hours, ends, units, numbers, spans, meeting, several
}

/// Reads the words of a language: which, as it is called in the file, and its words.
///
/// # Errors
/// What does not read or cannot be, with its line and field.
pub fn words_from(source: &str) -> Result<(String, Words), FileFault> {
    let read = as_written(source)?;
    let Some(wrong) = read.words.fault() else {
        return Ok((read.language, read.words));
    };
    let line = read.lines.get(&wrong.field);
    let line = line.map_or(String::new(), |line| format!("line {line}: "));
    let problem = format!("{line}{}: {}", wrong.field, wrong.fault);
    Err(FileFault { problem })
}

/// A file as it was written, whatever it says.
pub(super) struct Written {
    language: String,
    pub words: Words,
    /// The line of each list.
    lines: BTreeMap<String, usize>,
}

/// Reads a file without asking whether its words can be used.
pub(super) fn as_written(source: &str) -> Result<Written, FileFault> {
    let file: File = toml::from_str(source).map_err(|error| FileFault {
        problem: error.to_string(),
    })?;
    let language = file.language.clone();
    let (mut words, mut lines) = (Words::default(), BTreeMap::new());
    for (section, lists) in file.sections() {
        for (name, list) in lists {
            let before = source.get(..name.span().start).unwrap_or(source);
            let field = format!("{section}.{}", name.get_ref());
            lines.insert(field.clone(), before.matches('\n').count() + 1);
            if !list.0.is_empty() {
                words.0.insert(field.into(), list.0);
            }
        }
    }
    Ok(Written {
        language,
        words,
        lines,
    })
}

/// Returns the words of a language as the text of their file, to change and read in again.
pub fn words_text(language: &str, words: &Words) -> String {
    let text = |words: &str| toml::Value::from(words).to_string();
    let mut out = format!("{HEAD}\nlanguage = {}\n", text(language));
    let mut above = "";
    for key in KEYS {
        let (section, name) = key.parts();
        if section != above {
            out.push_str(&format!("\n[{section}]\n"));
            above = section;
        }
        if !key.about.is_empty() {
            out.push_str(&format!("# {}\n", key.about));
        }
        out.push_str(&format!("{name} = {}\n", listed(key, words.list(key.name))));
    }
    out
}

/// Returns a list as it is written, in lines of a width that reads well.
fn listed(key: &Key, list: &[Box<str>]) -> String {
    let text = |words: &str| toml::Value::from(words).to_string();
    let alone = matches!(key.sense, Sense::VerbsLast | Sense::Order | Sense::Dotted);
    if let ([one], true) = (list, alone) {
        return text(one);
    }
    let words: Vec<String> = list.iter().map(|word| text(word)).collect();
    let line = format!("[{}]", words.join(", "));
    if line.chars().count() <= 100 {
        return line;
    }
    let (mut lines, mut line) = (String::from("[\n"), String::from("   "));
    for word in &words {
        if line.chars().count() + word.chars().count() > 100 {
            lines.push_str(&line);
            lines.push('\n');
            line = String::from("   ");
        }
        line.push_str(&format!(" {word},"));
    }
    lines + &line + "\n]"
}
