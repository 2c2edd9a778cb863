//! How papers are written in each language (WKS-9): the shipped ones, and the file in which a house changes one or adds
//! another.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use serde::Deserialize;

use super::{BadFile, read};
use crate::domain::house::Language;
use crate::domain::wording::{Dates, Figures, Wording, WordingFault};

const NAME: &str = "papers.toml";

const SHIPPED: [&str; 3] = [
    include_str!("../../assets/papers/en.toml"),
    include_str!("../../assets/papers/fr.toml"),
    include_str!("../../assets/papers/nl.toml"),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    language: String,
    words: BTreeMap<Box<str>, Box<str>>,
    #[serde(default)]
    units: BTreeMap<Box<str>, Box<str>>,
    figures: FigureLines,
    dates: DateLines,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureLines {
    decimal: Box<str>,
    thousands: Box<str>,
    money: Box<str>,
    money_by_code: Box<str>,
    percent: Box<str>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DateLines {
    form: Box<str>,
    #[serde(default)]
    first: Box<str>,
    months: Vec<Box<str>>,
}

/// The shipped wording of a language; `None` for one that is not shipped.
pub fn wording(language: Language) -> Option<Arc<Wording>> {
    static ALL: LazyLock<Vec<Arc<Wording>>> = LazyLock::new(|| {
        let all = SHIPPED
            .into_iter()
            .filter_map(|text| wording_from(text).ok());
        all.map(Arc::new).collect()
    });
    ALL.iter().find(|one| one.language == language).cloned()
}

/// The wording of a language from the text of its file.
///
/// # Errors
/// What does not read, or cannot be, by its name in the file.
pub fn wording_from(source: &str) -> Result<Wording, BadFile> {
    let bad = |problem: String| BadFile {
        name: NAME.to_owned(),
        problem,
    };
    let file: File = read(NAME, source)?;
    let language = super::language(&file.language);
    let language = language.ok_or_else(|| {
        bad(format!(
            "language: {} is not a language; write its name, or a code like nl",
            file.language
        ))
    })?;
    let trimmed = |(key, word): (Box<str>, Box<str>)| (key, word.trim().into());
    let wording = Wording {
        language,
        words: file.words.into_iter().map(trimmed).collect(),
        units: file.units.into_iter().map(trimmed).collect(),
        figures: Figures {
            decimal: file.figures.decimal,
            thousands: file.figures.thousands,
            money: file.figures.money,
            money_by_code: file.figures.money_by_code,
            percent: file.figures.percent,
        },
        dates: Dates {
            form: file.dates.form,
            first: file.dates.first,
            months: file.dates.months,
        },
    };
    match wording.fault() {
        Some((name, fault)) => Err(bad(format!("{name}: {}", told(fault)))),
        None => Ok(wording),
    }
}

fn told(fault: WordingFault) -> String {
    match fault {
        WordingFault::Missing => "is missing; every word of a paper is needed".to_owned(),
        WordingFault::Long => format!("is longer than {} characters", Wording::TEXT_MOST),
        WordingFault::Unshown => "has a character that cannot be shown; write it again".to_owned(),
        WordingFault::PutIn(name) => format!("write {{{name}}} once, where it is put in"),
        WordingFault::Unknown => {
            let all: Vec<&str> = Wording::keys().collect();
            format!("there is no such word; there are {}", all.join(", "))
        }
        WordingFault::NotASign => {
            "write one sign, no letter or digit, another one before decimals than between thousands"
                .to_owned()
        }
        WordingFault::NotTwelve => "write twelve months".to_owned(),
    }
}

/// A wording as the text of its file, to change and read in again.
pub fn wording_text(wording: &Wording) -> String {
    let text = |words: &str| toml::Value::from(words).to_string();
    let mut out = format!(
        "# How papers are written in a language. In braces stands what is put in. A figure is written with the signs below;\n\
         # money_by_code is for currencies without a sign of their own.\n\nlanguage = {}\n\n[words]\n",
        text(wording.language.code())
    );
    for key in Wording::keys() {
        out.push_str(&format!("{key} = {}\n", text(wording.word(key))));
    }
    if !wording.units.is_empty() {
        out.push_str("\n[units]\n");
    }
    for (key, name) in &wording.units {
        out.push_str(&format!("{} = {}\n", text(key), text(name)));
    }
    let figures = &wording.figures;
    out.push_str("\n[figures]\n");
    for (name, pattern) in [
        ("decimal", &figures.decimal),
        ("thousands", &figures.thousands),
        ("money", &figures.money),
        ("money_by_code", &figures.money_by_code),
        ("percent", &figures.percent),
    ] {
        out.push_str(&format!("{name} = {}\n", text(pattern)));
    }
    let dates = &wording.dates;
    let months: Vec<String> = dates.months.iter().map(|month| text(month)).collect();
    out.push_str(&format!(
        "\n[dates]\nform = {}\nfirst = {}\nmonths = [{}]\n",
        text(&dates.form),
        text(&dates.first),
        months.join(", ")
    ));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wks_9_the_shipped_wordings_go_out_and_come_back_as_they_were() {
        for language in Wording::SHIPPED {
            let shipped = wording(language).expect("a shipped language");
            let text = wording_text(&shipped);
            assert_eq!(wording_from(&text).as_ref(), Ok(&*shipped));
            assert_eq!(wording_text(&wording_from(&text).expect("read")), text);
        }
        assert_eq!(wording(Language::UNKNOWN), None);
        for language in [Language::EN, Language::FR] {
            let shipped = wording(language).expect("a shipped language");
            assert_eq!(shipped.figures, Figures::unsaid(language), "QUO-6");
        }
    }

    #[test]
    fn wks_9_a_wrong_wording_says_what_is_wrong() {
        let dutch = wording_text(&wording(Language::NL).expect("Dutch"));
        let wrong = |from: &str, to: &str| {
            assert!(dutch.contains(from), "{from}");
            wording_from(&dutch.replacen(from, to, 1))
                .expect_err(to)
                .to_string()
        };
        for (from, to, said) in [
            (
                "language = \"nl\"",
                "language = \"zz\"",
                "zz is not a language",
            ),
            ("agreed = ", "agree = ", "words.agreed: is missing"),
            (
                "page = \"pagina\"",
                "page = \"pagina\"\nleaf = \"blad\"",
                "words.leaf: there is no such word",
            ),
            ("{until}", "{date}", "words.valid: write {until} once"),
            ("decimal = \",\"", "decimal = \".\"", "figures.thousands"),
            ("\"jan.\", ", "", "dates.months: write twelve months"),
            ("[figures]", "[figure]", "unknown field"),
            ("percent = ", "percent = 20 # ", "percent"),
        ] {
            let problem = wrong(from, to);
            assert!(problem.contains(said), "{said}\n{problem}");
        }
    }
}
