//! The texts of the parser's grammar in another language: what stands beside each command, and what the parser
//! writes itself, from the locale files. It never changes what a command means.

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::error::Error;
use clap::{Arg, Command};

use crate::ui::kit::texts::{Lang, Texts};

/// What the parser writes by itself; the longer ones before those they begin with.
pub(super) const WORDS: [&str; 13] = [
    "usage",
    "commands",
    "arguments",
    "options",
    "default",
    "env",
    "possible",
    "possible-list",
    "help-more",
    "help-less",
    "help-this",
    "help",
    "version",
];

/// Returns the help that was asked for, with the parser's own words in this language.
pub fn rendered(error: &Error, texts: &Texts) -> String {
    let mut help = error.render().to_string();
    if texts.lang() != Lang::En {
        let english = Texts::shared(Lang::En);
        for word in WORDS {
            let id = format!("help-word-{word}");
            help = help.replace(&*english.get(&id), &texts.get(&id));
        }
    }
    help
}

/// Returns a command with its texts in another language; those of its commands begin with `under`.
pub(super) fn command_in(texts: &Texts, command: Command, path: &str, under: &str) -> Command {
    let mut command = command.mut_args(|arg| arg_in(texts, path, arg));
    if let Some(about) = found(texts, &[format!("help-{path}")]) {
        if command.get_long_about().is_some() {
            command = command.long_about(about.clone());
        }
        command = command.about(about);
    }
    if let Some(place) = found(texts, &[place_id("COMMAND")]) {
        command = command.subcommand_value_name(place);
    }
    command.mut_subcommands(|inner| {
        let path = format!("{under}{}", inner.get_name());
        let under = format!("{path}-");
        command_in(texts, inner, &path, &under)
    })
}

/// Returns an argument of the command at `path` with its texts in another language.
fn arg_in(texts: &Texts, path: &str, arg: Arg) -> Arg {
    let mut arg = match found(texts, &arg_ids(path, &arg)) {
        Some(help) => arg.help(help),
        None => arg,
    };
    let places: Vec<String> = arg
        .get_value_names()
        .unwrap_or_default()
        .iter()
        .map(|name| found(texts, &[place_id(name)]).unwrap_or_else(|| name.to_string()))
        .collect();
    if arg.get_action().takes_values() && !places.is_empty() {
        arg = arg.value_names(places);
    }
    let values = arg.get_possible_values();
    if values.iter().any(|value| value.get_help().is_some()) {
        let values = values.into_iter().map(|value| value_in(texts, value));
        arg = arg.value_parser(PossibleValuesParser::new(values));
    }
    arg
}

fn value_in(texts: &Texts, value: PossibleValue) -> PossibleValue {
    match found(texts, &[value_id(&value)]) {
        Some(help) => value.help(help),
        None => value,
    }
}

/// The ids of an argument's help: its own, or that of all of this name.
pub(super) fn arg_ids(path: &str, arg: &Arg) -> [String; 2] {
    let name = arg.get_id();
    [format!("help-{path}-{name}"), format!("help-arg-{name}")]
}

pub(super) fn value_id(value: &PossibleValue) -> String {
    format!("help-value-{}", value.get_name())
}

/// The id of what stands for a value.
fn place_id(name: &str) -> String {
    let letters = name
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-');
    format!("help-place-{}", letters.collect::<String>())
}

/// The first of these texts that there is.
pub(super) fn found(texts: &Texts, ids: &[String]) -> Option<String> {
    let id = ids.iter().find(|id| texts.has(id))?;
    Some(texts.get(id).into_owned())
}
