//! How the program ends when something is wrong: clear lines on standard error, and a status that scripts
//! and mail servers understand.

use std::process::ExitCode;

use super::print::beside;
use crate::journal::Fault;
use crate::plain::Problem;
use crate::text::sanitise::clean_line;
use crate::ui::kit::texts::{Lang, Texts};

/// Returns what is wrong, with a status.
pub fn problem(error: anyhow::Error) -> Problem {
    match error.downcast::<Problem>() {
        Ok(problem) => problem,
        Err(error) => match error.downcast::<Fault>() {
            Ok(fault) => fault.into(),
            Err(error) => Problem::of_lines(1, error.chain().map(ToString::to_string).collect()),
        },
    }
}

/// Says in `lang` what is wrong and what to do.
pub fn explain(error: anyhow::Error, lang: Lang) -> ExitCode {
    let problem = problem(error).in_lang(lang);
    for (n, line) in problem.lines.iter().enumerate() {
        let line = clean_line(line).into_owned();
        beside(&match n {
            0 => format!("entremise: {line}"),
            _ => {
                let because = [("why", line.into())];
                let because = Texts::shared(lang).with("problem-because", &because);
                format!("  {because}")
            }
        });
    }
    ExitCode::from(problem.status)
}
