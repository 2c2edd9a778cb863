//! Why a command in words was not understood, in the language of whoever typed it. Which words there are is the
//! parser's to know; what is said of it stands with all other texts.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::numbers::WrongNumber;
use crate::text::sanitise::clean_line;
use crate::ui::kit::texts::{Lang, Texts};

/// The most words that are named as possible or near.
const NAMED: usize = 40;

/// Returns the lines of what is wrong with a command, or the help that was asked for; `help` is what lists the
/// commands.
pub fn lines(error: &Error, lang: Lang, help: &str) -> Vec<String> {
    let texts = Texts::new(lang);
    let misread = Misread {
        texts: &texts,
        error,
    };
    let Some(first) = misread.first() else {
        let text = super::help::rendered(error, &texts);
        return text.lines().map(str::to_owned).collect();
    };
    let mut lines = vec![first];
    let named = [
        ("misread-near", ContextKind::SuggestedSubcommand),
        ("misread-near", ContextKind::SuggestedArg),
        ("misread-near", ContextKind::SuggestedValue),
        ("misread-possible", ContextKind::ValidValue),
        ("misread-possible", ContextKind::ValidSubcommand),
    ];
    for (id, kind) in named {
        let words = misread.words(kind);
        if !words.is_empty() {
            lines.push(misread.say(id, &[("words", words.join(", "))]));
        }
    }
    if let Some(usage) = misread.words(ContextKind::Usage).first() {
        let usage = usage.trim_start_matches("Usage:").trim();
        lines.push(misread.say("misread-usage", &[("usage", usage.to_owned())]));
    }
    lines.push(misread.say("misread-help", &[("help", help.to_owned())]));
    lines
}

/// Returns the language that is asked for by name among words that are not understood, if one is.
pub fn asked_lang(words: impl Iterator<Item = String>) -> Option<Lang> {
    const NAME: &str = "--lang";
    let mut words = words.skip_while(|word| word != NAME && !word.starts_with("--lang="));
    let word = match words.next()?.strip_prefix("--lang=") {
        Some(word) => word.to_owned(),
        None => words.next()?,
    };
    Lang::parse(&word).filter(|lang| word.eq_ignore_ascii_case(lang.code()))
}

struct Misread<'a> {
    texts: &'a Texts,
    error: &'a Error,
}

impl Misread<'_> {
    /// What is wrong; none where help was asked for.
    fn first(&self) -> Option<String> {
        let arg = self.words(ContextKind::InvalidArg).join(", ");
        let value = self.words(ContextKind::InvalidValue).join(", ");
        let other = self.words(ContextKind::PriorArg).join(", ");
        Some(match self.error.kind() {
            ErrorKind::DisplayHelp
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
            | ErrorKind::DisplayVersion => return None,
            ErrorKind::InvalidSubcommand => {
                let word = self.words(ContextKind::InvalidSubcommand).join(" ");
                self.say("misread-command", &[("word", word)])
            }
            ErrorKind::UnknownArgument => self.say("misread-option", &[("word", arg)]),
            ErrorKind::InvalidValue if value.is_empty() => {
                self.say("misread-value-missing", &[("arg", arg)])
            }
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => match self.wrong_number() {
                Some(wrong) => wrong.say(self.texts),
                None => self.say("misread-value", &[("value", value), ("arg", arg)]),
            },
            ErrorKind::MissingRequiredArgument => self.say("misread-missing", &[("args", arg)]),
            ErrorKind::MissingSubcommand => self.texts.get("misread-choose").into_owned(),
            ErrorKind::ArgumentConflict if other.is_empty() || other == arg => {
                self.say("misread-twice", &[("arg", arg)])
            }
            ErrorKind::ArgumentConflict => {
                self.say("misread-conflict", &[("arg", arg), ("other", other)])
            }
            ErrorKind::TooManyValues
            | ErrorKind::TooFewValues
            | ErrorKind::WrongNumberOfValues
            | ErrorKind::NoEquals => self.say("misread-count", &[("arg", arg)]),
            // The parser's list of kinds may grow.
            _ => self.texts.get("misread-other").into_owned(),
        })
    }

    /// What a command takes, where the number of something else was typed.
    fn wrong_number(&self) -> Option<&WrongNumber> {
        std::error::Error::source(self.error)?.downcast_ref()
    }

    fn say(&self, id: &str, said: &[(&str, String)]) -> String {
        let said: Vec<_> = said
            .iter()
            .map(|(name, words)| (*name, words.as_str().into()))
            .collect();
        self.texts.with(id, &said)
    }

    /// What the parser knows of this kind.
    fn words(&self, kind: ContextKind) -> Vec<String> {
        let all = match self.error.get(kind) {
            Some(ContextValue::String(word)) => vec![word.clone()],
            Some(ContextValue::Strings(words)) => words.clone(),
            Some(ContextValue::StyledStr(words)) => vec![words.to_string()],
            Some(ContextValue::StyledStrs(words)) => {
                words.iter().map(ToString::to_string).collect()
            }
            _ => Vec::new(),
        };
        let all = all.iter().map(|word| clean_line(word).into_owned());
        all.filter(|word| !word.is_empty()).take(NAMED).collect()
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::plain::Command;

    #[derive(Debug, Parser)]
    #[command(no_binary_name = true, disable_help_subcommand = true)]
    struct Line {
        #[command(subcommand)]
        command: Command,
    }

    /// What is said of a line that is wrong.
    fn said(line: &str, lang: Lang) -> String {
        let words = shell_words::split(line).unwrap();
        let error = Line::try_parse_from(words).unwrap_err();
        lines(&error, lang, "help").join("\n")
    }

    #[test]
    fn wks_4_what_is_wrong_with_a_command_is_said_in_both_languages() {
        let wrong = [
            ("frobnicate", "frobnicate"),
            ("inbx", "inbox"),
            ("inbox --jsn", "--json"),
            ("show", "R-NUMBER"),
            ("show PR-2", "R-1042"),
            ("attached 12", "PR-12"),
            ("grant R-3 offer 1 --why x", "R-3"),
            ("show R-1 R-2", "R-2"),
            ("recap --since", "--since"),
            ("invite --list --withdraw I-1", "--"),
            ("quotation-step Q-1 frobnicate", "frobnicate"),
            ("key frobnicate", "frobnicate"),
            ("inbox --json --json", "--json"),
        ];
        // Words that no French sentence of ours has.
        let english = [
            "error",
            "unexpected",
            "required",
            "found",
            "similar",
            "There is",
            "tip",
        ];
        for (line, named) in wrong {
            let (en, fr) = (said(line, Lang::En), said(line, Lang::Fr));
            assert!(
                en.contains(named) && fr.contains(named),
                "{line}: {en}\n{fr}"
            );
            assert_ne!(en.lines().next(), fr.lines().next(), "{line}");
            assert!(!fr.contains("misread-") && !en.contains("misread-"), "{fr}");
            for word in english {
                assert!(!fr.contains(word), "{line}: {word:?} in {fr}");
            }
            assert!(fr.lines().last().is_some_and(|last| last.contains("help")));
        }
        assert!(
            said("inbox\u{1b}[2J", Lang::Fr)
                .chars()
                .all(|c| c != '\u{1b}')
        );
    }
}
