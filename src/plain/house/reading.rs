//! `reading`: the words by which mail in a language is read (REQ-3, WKS-9) out as a file to change, and in again.

use std::path::PathBuf;

use serde_json::json;

use super::{MOST, guarded, printed};
use crate::assets;
use crate::desk::views::ReadingView;
use crate::domain::house::Language;
use crate::domain::house::command::HouseCommand;
use crate::domain::person::Permission;
use crate::domain::{Command, Seq};
use crate::plain::input::{is_piped, text_of};
use crate::plain::problem::USAGE;
use crate::plain::registry::{InWords, Needs};
use crate::plain::table::{self, Cell, Column, Form};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};
use crate::text::reading::Words as Read;
use crate::text::reading::keys::KEYS;

/// Print the words by which emails in a language are read, or set them from a file
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Reading {
    /// The language, by its name or code, like nl; left out: list the languages
    #[arg(value_name = "LANGUAGE")]
    language: Option<String>,
    /// Words as `reading` prints them, edited; - reads what is piped in
    #[arg(long = "set", value_name = "FILE", conflicts_with = "language")]
    file: Option<PathBuf>,
    /// Say what the file would change, and change nothing
    #[arg(long, requires = "file")]
    check: bool,
    #[command(flatten)]
    form: Form,
}

/// The columns of languages.
const COLUMNS: [Column; 3] = [
    Column::new("column-code"),
    Column::text("column-language"),
    Column::new("column-words"),
];

impl InWords for Reading {
    const NEEDS: Needs = Needs::OneOf(&[Permission::ReadInbox, Permission::ManageHouse]);

    fn reads(&self) -> bool {
        self.file.as_deref().is_some_and(is_piped)
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let sight = place.desk.sight(place.me()?);
        let known = sight.readings();
        let known = known.map_err(|refusal| place.refused(&refusal))?;
        if let Some(file) = &self.file {
            let text = text_of(place, file, MOST, out).await?;
            return self.set(place, (&known, sight.seq()), &text, out).await;
        }
        let Some(text) = &self.language else {
            return self.listed(place, &known, out).await;
        };
        let wanted = assets::language(text);
        let found = known.iter().find(|one| Some(one.language) == wanted);
        let found = found.ok_or_else(|| {
            let all = known.iter().map(|one| one.language.code());
            let all = all.collect::<Vec<_>>().join(", ");
            let values = [("text", text.clone()), ("known", all)];
            Problem::say(USAGE, "plain-none-of-them", values)
        })?;
        let text = assets::reading_text(found.language, &found.words);
        out.line(&printed(&text)).await;
        Ok(())
    }
}

impl Reading {
    /// Sets what a file says, or says what it would change.
    async fn set(
        &self,
        place: &Place,
        (known, seq): (&[ReadingView], Seq),
        text: &str,
        out: &mut Out,
    ) -> Result<(), Problem> {
        let (language, words) = assets::reading_from(text)?;
        let now = known.iter().find(|one| one.language == language);
        let before = now.map(|one| one.words.clone()).unwrap_or_default();
        let name = Words::new(place, place.me()?).teller().language(language);
        if self.check {
            let values = [("language", name.into())];
            out.line(&place.says("said-reading-would", &values)).await;
            return told(place, &before, &words, out).await;
        }
        let printed_now = now.map_or(String::new(), |one| {
            assets::reading_text(language, &one.words)
        });
        let command = Command::House(HouseCommand::ChangeReading {
            language,
            words: Box::new(words.clone()),
        });
        place
            .submit(guarded(command, text, &printed_now, seq))
            .await?;
        let values = [("language", name.into())];
        out.line(&place.says("said-reading", &values)).await;
        match now.is_some() {
            true => told(place, &before, &words, out).await,
            // Of a new language every word is new.
            false => Ok(()),
        }
    }

    async fn listed(
        &self,
        place: &Place,
        all: &[ReadingView],
        out: &mut Out,
    ) -> Result<(), Problem> {
        let words = Words::new(place, place.me()?);
        let mut list = table::List::new(place, &self.form, &COLUMNS, out);
        for one in all {
            let language: Language = one.language;
            let code = language.code();
            let json = || json!({"language": code, "own": one.own});
            let cells = || {
                let (key, said) = match one.own {
                    true => ("own", "wording-own"),
                    false => ("shipped", "wording-shipped"),
                };
                [
                    Cell::plain(code),
                    Cell::named(code, words.teller().language(language)),
                    Cell::named(key, words.text(said)),
                ]
            };
            list.row(json, cells).await;
        }
        list.end().await;
        Ok(())
    }
}

/// Says which words of each list are new and which are gone.
async fn told(place: &Place, before: &Read, after: &Read, out: &mut Out) -> Result<(), Problem> {
    for key in KEYS {
        let (old, new) = (before.list(key.name), after.list(key.name));
        let not_in = |some: &[Box<str>], all: &[Box<str>]| {
            let some = some.iter().filter(|word| !all.contains(word));
            some.map(|word| &**word).collect::<Vec<_>>().join(", ")
        };
        let changes = [
            ("said-reading-added", not_in(new, old)),
            ("said-reading-removed", not_in(old, new)),
        ];
        for (id, words) in changes.into_iter().filter(|(_, words)| !words.is_empty()) {
            let values = [("list", key.name.into()), ("words", words.into())];
            out.line(&place.says(id, &values)).await;
        }
    }
    Ok(())
}
