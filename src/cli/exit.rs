//! How the program ends when something is wrong: one clear line on standard error, and a status
//! that scripts and mail servers understand (sysexits).

use std::process::ExitCode;

use crate::ingest::Stopped;
use crate::journal::{Fault, FaultKind};
use crate::text::sanitise::clean_line;

/// The input was not understood.
pub const DATA: u8 = 65;
/// Somebody who is not known, or may not.
pub const NO_PERMISSION: u8 = 77;
/// Try again later: a mail server keeps the mail.
const TEMPORARY: u8 = 75;
const IO: u8 = 74;

/// Says what is wrong and what to do.
pub fn explain(error: &anyhow::Error) -> ExitCode {
    for (n, line) in error.chain().map(ToString::to_string).enumerate() {
        let prefix = if n == 0 { "entremise: " } else { "  because: " };
        eprintln!("{prefix}{}", clean_line(&line));
    }
    ExitCode::from(status(error))
}

fn status(error: &anyhow::Error) -> u8 {
    let of_fault = |fault: &Fault| match fault.kind {
        FaultKind::InUse | FaultKind::Full | FaultKind::ReadOnly => TEMPORARY,
        _ => IO,
    };
    if let Some(fault) = error.downcast_ref::<Fault>() {
        return of_fault(fault);
    }
    match error.downcast_ref::<Stopped>() {
        Some(Stopped::Store(fault)) => of_fault(fault),
        Some(Stopped::Source(_)) => DATA,
        Some(Stopped::Refused(_)) => NO_PERMISSION,
        Some(Stopped::Closed) => TEMPORARY,
        None => 1,
    }
}
