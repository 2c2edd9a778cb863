//! The brief of a quotation as a file people edit (QUO-1). What is not in the file stays as it is; what is empty, or 0, is
//! said by nobody. Knows no dates: who calls reads and writes them.

use serde::Deserialize;
use toml::Spanned;

use super::{BadFile, at_line, read};
use crate::domain::Millis;
use crate::domain::house::{Country, Language};
use crate::domain::lists::{Entry, Lists};
use crate::domain::quotation::Brief;
use crate::domain::trade::{Audience, Work};

const NAME: &str = "brief.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    work: Option<Spanned<String>>,
    audience: Option<Spanned<String>>,
    market: Option<Spanned<String>>,
    brand: Option<Spanned<String>>,
    language: Option<Spanned<String>>,
    participants: Option<u32>,
    sessions: Option<u16>,
    dates: Option<String>,
    place: Option<String>,
    online: Option<bool>,
    deadline: Option<Spanned<String>>,
    asked: Option<String>,
}

/// What a brief can name.
pub struct BriefWords<'a> {
    /// The lists of the house.
    pub lists: &'a Lists,
    /// Its brands, by stable name and name.
    pub brands: &'a [(String, String)],
    /// Writes an instant.
    pub written: &'a dyn Fn(Millis) -> String,
    /// Reads an instant as people write it, or says why it cannot.
    pub read: &'a dyn Fn(&str) -> Result<Millis, String>,
}

impl BriefWords<'_> {
    /// Returns a brief, and what is asked, as a file to edit.
    pub fn text(&self, brief: &Brief, asked: &str) -> String {
        let text = |words: &str| toml::Value::from(words).to_string();
        let entry = |key: Option<Box<str>>| text(key.as_deref().unwrap_or_default());
        let lines = [
            ("work", entry(brief.work.map(|one| self.lists.key(one)))),
            (
                "audience",
                entry(brief.audience.map(|one| self.lists.key(one))),
            ),
            (
                "market",
                text(brief.market.as_ref().map_or("", Country::code)),
            ),
            ("brand", text(&brief.brand)),
            ("language", text(language_code(&brief.language))),
            ("participants", brief.participants.unwrap_or(0).to_string()),
            ("sessions", brief.sessions.unwrap_or(0).to_string()),
            ("dates", text(&brief.dates)),
            ("place", text(&brief.place)),
            ("online", (brief.online == Some(true)).to_string()),
            (
                "deadline",
                text(&brief.deadline.map_or(String::new(), self.written)),
            ),
            ("asked", text(asked)),
        ];
        let lines = lines.map(|(name, value)| format!("{name} = {value}\n"));
        format!(
            "# The brief of a quotation. What is not in the file stays as it is; empty, or 0: nobody said.\n\
             # work and audience: by their keys in `lists`; market: a country; brand: by its key in `prices`.\n{}",
            lines.concat()
        )
    }

    /// Returns the brief that such a file makes of `known`, and what is asked in words, where the file says so.
    ///
    /// # Errors
    /// What does not read, with its line and field.
    pub fn brief(&self, source: &str, known: &Brief) -> Result<(Brief, Option<Box<str>>), BadFile> {
        let file: File = read(NAME, source)?;
        let mut brief = known.clone();
        let bad = |field: &str, word: &Spanned<String>, why: &str| {
            let what = format!("{field}: {} {why}", word.get_ref());
            at_line(NAME, source, word.span().start, &what)
        };
        if let Some(word) = &file.work {
            brief.work = self.entry::<Work>("work", word, &bad)?;
        }
        if let Some(word) = &file.audience {
            brief.audience = self.entry::<Audience>("audience", word, &bad)?;
        }
        if let Some(word) = &file.market {
            let why = "is not a country; write its name, or two letters like FR";
            brief.market = said(word, super::country, |word| bad("market", word, why))?;
        }
        if let Some(word) = &file.language {
            let why = "is not a language; write its name, or a code like fr";
            let language = said(word, super::language, |word| bad("language", word, why))?;
            brief.language = language.unwrap_or(Language::UNKNOWN);
        }
        if let Some(word) = &file.brand {
            brief.brand = self.brand(word, &bad)?;
        }
        if let Some(word) = &file.deadline {
            brief.deadline = self.deadline(word, known.deadline, &bad)?;
        }
        let participants = file.participants.map(|n| Some(n).filter(|n| *n > 0));
        brief.participants = participants.unwrap_or(brief.participants);
        let sessions = file.sessions.map(|n| Some(n).filter(|n| *n > 0));
        brief.sessions = sessions.unwrap_or(brief.sessions);
        brief.dates = file.dates.map_or(brief.dates, |text| text.trim().into());
        brief.place = file.place.map_or(brief.place, |text| text.trim().into());
        brief.online = file.online.map_or(brief.online, |on| on.then_some(true));
        Ok((brief, file.asked.map(|text| text.trim_end().into())))
    }

    fn entry<T: Entry>(
        &self,
        field: &str,
        word: &Spanned<String>,
        bad: &Bad<'_>,
    ) -> Result<Option<T>, BadFile> {
        said(
            word,
            |key| self.lists.parse(key),
            |word| {
                let why = format!("is not known; choose one of {}", self.lists.keys::<T>());
                bad(field, word, &why)
            },
        )
    }

    fn brand(&self, word: &Spanned<String>, bad: &Bad<'_>) -> Result<Box<str>, BadFile> {
        let known = |key: &str| self.brands.iter().find(|(one, _)| one == key);
        let brand = said(word, known, |word| {
            let all = self.brands.iter().map(|(key, _)| key.as_str());
            let why = format!(
                "is not known; choose one of {}",
                all.collect::<Vec<_>>().join(", ")
            );
            bad("brand", word, &why)
        })?;
        Ok(brand.map_or("", |(key, _)| key).into())
    }

    /// Reads by when; one that stands as it was printed is the same instant.
    fn deadline(
        &self,
        word: &Spanned<String>,
        known: Option<Millis>,
        bad: &Bad<'_>,
    ) -> Result<Option<Millis>, BadFile> {
        let same = known.filter(|at| (self.written)(*at) == *word.get_ref());
        match word.get_ref().trim() {
            "" => Ok(None),
            _ if same.is_some() => Ok(same),
            text => (self.read)(text)
                .map(Some)
                .map_err(|why| bad("deadline", word, &format!("({why})"))),
        }
    }
}

/// Says what is wrong with a field.
type Bad<'a> = dyn Fn(&str, &Spanned<String>, &str) -> BadFile + 'a;

fn language_code(language: &Language) -> &str {
    match *language == Language::UNKNOWN {
        true => "",
        false => language.code(),
    }
}

/// Reads a word; an empty one says nothing.
fn said<T>(
    word: &Spanned<String>,
    parse: impl Fn(&str) -> Option<T>,
    wrong: impl Fn(&Spanned<String>) -> BadFile,
) -> Result<Option<T>, BadFile> {
    match word.get_ref().trim() {
        "" => Ok(None),
        text => parse(text).map(Some).ok_or_else(|| wrong(word)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words<'a>(lists: &'a Lists, brands: &'a [(String, String)]) -> BriefWords<'a> {
        BriefWords {
            lists,
            brands,
            written: &|at| format!("at {at}"),
            read: &|text| {
                text.strip_prefix("at ")
                    .and_then(|n| n.parse().ok())
                    .ok_or("no date".to_owned())
            },
        }
    }

    #[test]
    fn quo_1_wks_5_a_brief_goes_out_and_comes_back_and_what_is_left_out_stays() {
        let (lists, brands) = (Lists::default(), [("main".to_owned(), "Main".to_owned())]);
        let words = words(&lists, &brands);
        let brief = Brief {
            work: lists.parse("training"),
            market: super::super::country("BE"),
            brand: "main".into(),
            language: Language::NL,
            sessions: Some(2),
            place: "Gent \"centrum\"".into(),
            online: Some(true),
            deadline: Some(7),
            ..Brief::default()
        };
        let text = words.text(&brief, "Two\nlines");
        let (read, asked) = words.brief(&text, &Brief::default()).expect("read");
        assert_eq!((&read, asked.as_deref()), (&brief, Some("Two\nlines")));
        assert_eq!(words.text(&read, "Two\nlines"), text);
        let (less, asked) = words
            .brief("place = \"\"\nsessions = 0\n", &brief)
            .expect("read");
        assert_eq!((&*less.place, less.sessions, asked), ("", None, None));
        assert_eq!((less.work, less.deadline), (brief.work, Some(7)));
        let bare = words.text(&Brief::default(), "");
        let (none, _) = words.brief(&bare, &brief).expect("read");
        assert_eq!(none, Brief::default());
    }

    #[test]
    fn quo_1_wks_5_a_wrong_brief_names_its_line_and_field() {
        let (lists, brands) = (Lists::default(), [("main".to_owned(), "Main".to_owned())]);
        let words = words(&lists, &brands);
        let has = |text: &str, parts: &[&str]| {
            let said = words
                .brief(text, &Brief::default())
                .expect_err("wrong")
                .to_string();
            for part in parts {
                assert!(said.contains(part), "{part:?} is not in {said:?}");
            }
        };
        has(
            "dates = \"\"\nwork = \"flying\"\n",
            &["line 2: work: flying", "workshop"],
        );
        has(
            "market = \"Atlantis\"\n",
            &["line 1: market: Atlantis", "FR"],
        );
        has("\n\nbrand = \"other\"\n", &["line 3: brand: other", "main"]);
        has("language = \"?\"\n", &["line 1: language: ?"]);
        has(
            "deadline = \"soon\"\n",
            &["line 1: deadline: soon (no date)"],
        );
        has("sessions = -1\n", &["line 1", "sessions"]);
        has("session = 1\n", &["line 1", "session"]);
        has("", &["empty"]);
    }
}
