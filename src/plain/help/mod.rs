//! The help of the commands in words, in the language of whoever asks. The English of it stands beside each command
//! in the code; every other language, and all that the parser writes itself, comes from the locale files. It names the
//! commands by what they are about, and leaves out those that the one who asks can never be allowed to do; asked for
//! one by name, it explains any. It never changes what a command means.

mod list;
mod texts;

use std::ffi::OsString;

use clap::error::Error;
use clap::{ArgMatches, Command};

use super::registry::{InWords, Needs};
use super::{Out, Place, Problem};
use crate::domain::person::Permission;
use crate::ui::kit::texts::{Lang, Texts};

pub use list::{listed, not_in_words};
pub use texts::rendered;

/// List the commands that you may do, or explain one
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Help {
    /// The command to explain
    #[arg(value_name = "COMMAND")]
    words: Vec<String>,
}

impl Help {
    /// Returns the words that ask the parser for the same: `person add --help`.
    pub fn asked(&self) -> Vec<String> {
        let help = "--help".to_owned();
        self.words.iter().cloned().chain([help]).collect()
    }

    /// Whether all commands are asked for.
    pub fn is_of_all(&self) -> bool {
        self.words.is_empty()
    }
}

impl InWords for Help {
    const NEEDS: Needs = Needs::Nothing;

    /// Lists the commands; before anybody is known, all of them.
    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let me = place.me().ok();
        let known = me.and_then(|me| place.desk.published().me(me, place.desk.now()));
        let rights = known.map(|me| me.permissions);
        for line in listed(place.lang, rights.as_deref()) {
            out.line(&line).await;
        }
        Ok(())
    }
}

/// A way in for commands: what can be asked for there.
pub struct Entrance {
    /// The grammar.
    pub grammar: Command,
    /// The name that its own texts are found by.
    pub root: &'static str,
    /// What its help begins with, as a template of the parser's.
    pub head: &'static str,
    /// The rights of whoever asks; `None` where nobody is known.
    pub rights: Option<Vec<Permission>>,
}

impl Entrance {
    /// Reads `words`.
    ///
    /// # Errors
    /// What is wrong with them, or the help they ask for, in `lang`.
    pub fn read<W>(self, lang: Lang, words: W) -> Result<ArgMatches, Error>
    where
        W: IntoIterator + Clone,
        W::Item: Into<OsString> + Clone,
    {
        let read = self.grammar.clone().try_get_matches_from(words.clone());
        read.map_err(|told| self.told(lang, told, words))
    }

    /// Returns what is wrong with `words`, or the help they ask for, with all names and texts in `lang`; `told` is
    /// the same as the parser has it.
    pub fn told<W>(self, lang: Lang, told: Error, words: W) -> Error
    where
        W: IntoIterator,
        W::Item: Into<OsString> + Clone,
    {
        let texts = Texts::shared(lang);
        let mut command = self.grammar;
        if lang != Lang::En {
            command = texts::command_in(&texts, command, self.root, "");
        }
        if let Some(rights) = &self.rights {
            command = list::offered(command, rights);
        }
        let (all, more) = (list::of(&command, &texts), texts.get("help-topic-more"));
        let all = all.join("\n");
        let template = format!("{}{all}\n\n{more}\n\nOptions:\n{{options}}", self.head);
        let command = command.help_template(template);
        // What is understood in one language is understood in each.
        command.try_get_matches_from(words).err().unwrap_or(told)
    }
}

#[cfg(test)]
mod tests;
