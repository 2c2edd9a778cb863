//! `wording`: how papers are written in a language (WKS-9) out as a file to change, and in again.

use std::path::PathBuf;

use serde_json::json;

use super::{MOST, guarded, printed};
use crate::assets;
use crate::desk::views::WordingView;
use crate::domain::Command;
use crate::domain::house::command::HouseCommand;
use crate::domain::person::Permission;
use crate::plain::input::{is_piped, text_of};
use crate::plain::problem::USAGE;
use crate::plain::registry::{InWords, Needs};
use crate::plain::table::{self, Cell, Column, Form};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};

/// Print how papers are written in a language, or set it from a file
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Wording {
    /// The language, by its name or code, like nl; left out: list the languages
    #[arg(value_name = "LANGUAGE")]
    language: Option<String>,
    /// A wording as `wording` prints it, edited; - reads what is piped in
    #[arg(long = "set", value_name = "FILE", conflicts_with = "language")]
    file: Option<PathBuf>,
    #[command(flatten)]
    form: Form,
}

/// The columns of languages.
const COLUMNS: [Column; 4] = [
    Column::new("column-code"),
    Column::text("column-language"),
    Column::new("column-wording"),
    Column::new("column-used"),
];

impl InWords for Wording {
    const NEEDS: Needs = Needs::OneOf(&[Permission::ReadInbox, Permission::ManageHouse]);

    fn reads(&self) -> bool {
        self.file.as_deref().is_some_and(is_piped)
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let sight = place.desk.sight(place.me()?);
        let known = sight.wordings();
        let known = known.map_err(|refusal| place.refused(&refusal))?;
        if let Some(file) = &self.file {
            let text = text_of(place, file, MOST, out).await?;
            let wording = assets::wording_from(&text)?;
            let language = wording.language;
            let now = known.iter().find(|one| one.wording.language == language);
            let now = now.map_or(String::new(), |one| assets::wording_text(&one.wording));
            let command = Command::House(HouseCommand::ChangeWording(Box::new(wording)));
            place
                .submit(guarded(command, &text, &now, sight.seq()))
                .await?;
            let name = Words::new(place, place.me()?).teller().language(language);
            out.line(&place.says("said-wording", &[("language", name.into())]))
                .await;
            return Ok(());
        }
        let Some(text) = &self.language else {
            return self.listed(place, &known, out).await;
        };
        let wanted = assets::language(text);
        let found = known
            .iter()
            .find(|one| Some(one.wording.language) == wanted);
        let found = found.ok_or_else(|| {
            let all = known.iter().map(|one| one.wording.language.code());
            let all = all.collect::<Vec<_>>().join(", ");
            let values = [("text", text.clone()), ("known", all)];
            Problem::say(USAGE, "plain-none-of-them", values)
        })?;
        out.line(&printed(&assets::wording_text(&found.wording)))
            .await;
        Ok(())
    }
}

impl Wording {
    async fn listed(
        &self,
        place: &Place,
        all: &[WordingView],
        out: &mut Out,
    ) -> Result<(), Problem> {
        let words = Words::new(place, place.me()?);
        let mut list = table::List::new(place, &self.form, &COLUMNS, out);
        for one in all {
            let language = one.wording.language;
            let code = language.code();
            let json = || json!({"language": code, "own": one.own, "used": one.used});
            let cells = || {
                let (key, said) = match one.own {
                    true => ("own", "wording-own"),
                    false => ("shipped", "wording-shipped"),
                };
                let (used, said_used) = match one.used {
                    true => ("yes", "kit-yes"),
                    false => ("no", "kit-no"),
                };
                [
                    Cell::plain(code),
                    Cell::named(code, words.teller().language(language)),
                    Cell::named(key, words.text(said)),
                    Cell::named(used, words.text(said_used)),
                ]
            };
            list.row(json, cells).await;
        }
        list.end().await;
        Ok(())
    }
}
