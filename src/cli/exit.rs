//! How the program ends when something is wrong: clear lines on standard error, and a status that scripts
//! and mail servers understand.

use std::process::ExitCode;

use super::print::beside;
use crate::journal::Fault;
use crate::plain::Problem;
use crate::text::sanitise::clean_line;

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

/// Says what is wrong and what to do.
pub fn explain(error: anyhow::Error) -> ExitCode {
    let problem = problem(error);
    for (n, line) in problem.lines.iter().enumerate() {
        let prefix = if n == 0 { "entremise: " } else { "  because: " };
        beside(&format!("{prefix}{}", clean_line(line)));
    }
    ExitCode::from(problem.status)
}
