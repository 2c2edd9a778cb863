//! The list of commands, grouped by what they are about, a line each.

use clap::{Command, Subcommand};

use super::texts::command_in;
use crate::domain::person::Permission;
use crate::plain::registry::{self, InWords, Needs, Topic};
use crate::text::fit;
use crate::ui::kit::texts::{Lang, Texts};

/// Returns the commands in words that who has these rights may do, a line each; without rights, all.
pub fn listed(lang: Lang, rights: Option<&[Permission]>) -> Vec<String> {
    let texts = Texts::shared(lang);
    let mut command = registry::Command::augment_subcommands(Command::new("entremise"));
    if lang != Lang::En {
        command = command_in(&texts, command, "entremise", "");
    }
    if let Some(rights) = rights {
        command = offered(command, rights);
    }
    of(&command, &texts)
}

/// Returns the commands of `grammar` that are none in words: those of this machine alone, a line each.
pub fn not_in_words(grammar: Command, lang: Lang) -> Vec<String> {
    let texts = Texts::shared(lang);
    let command = match lang {
        Lang::En => grammar,
        other => command_in(&Texts::shared(other), grammar, "entremise", ""),
    };
    let all = registry::Command::TOPICS.len();
    let local = command.get_subcommands().skip(all).collect::<Vec<_>>();
    section(&texts, "machine", &local, width(&command))
}

/// Hides the commands that nobody with these rights can be allowed to do.
pub(super) fn offered(command: Command, rights: &[Permission]) -> Command {
    match registry::Command::NEEDS {
        Needs::Each(all) => hidden(command, all, rights),
        Needs::Nobody | Needs::Nothing | Needs::OneOf(_) => command,
    }
}

fn hidden(command: Command, needs: &'static [Needs], rights: &[Permission]) -> Command {
    let mut needs = needs.iter();
    // What this machine alone can do stands behind all others, and is hidden from nobody.
    command.mut_subcommands(|inner| match needs.next() {
        Some(Needs::Each(all)) => {
            let met = Needs::Each(all).met(rights);
            hidden(inner.hide(!met), all, rights)
        }
        Some(needs) => inner.hide(!needs.met(rights)),
        None => inner,
    })
}

/// Returns the commands of a grammar that are not hidden, a line each under what they are about.
pub(super) fn of(command: &Command, texts: &Texts) -> Vec<String> {
    let (width, topics) = (width(command), registry::Command::TOPICS);
    let all = command.get_subcommands().enumerate();
    let all: Vec<(Option<Topic>, &Command)> = all
        .map(|(n, inner)| (topics.get(n).copied(), inner))
        .filter(|(_, inner)| !inner.is_hide_set())
        .collect();
    let mut lines = Vec::new();
    for same in all.chunk_by(|(one, _), (other, _)| one == other) {
        let key = same.first().and_then(|(topic, _)| topic.map(Topic::key));
        let inner: Vec<&Command> = same.iter().map(|(_, inner)| *inner).collect();
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(section(texts, key.unwrap_or("machine"), &inner, width));
    }
    lines
}

fn section(texts: &Texts, topic: &str, commands: &[&Command], width: usize) -> Vec<String> {
    let mut lines = vec![texts.get(&format!("help-topic-{topic}")).into_owned()];
    lines.extend(commands.iter().map(|command| {
        let name = fit::pad_right(command.get_name(), width);
        let about = command.get_about().map(ToString::to_string);
        format!("  {name}  {}", about.unwrap_or_default())
    }));
    lines
}

/// The columns of the longest name.
fn width(command: &Command) -> usize {
    let names = command.get_subcommands().map(Command::get_name);
    names.map(fit::width).max().unwrap_or_default()
}
