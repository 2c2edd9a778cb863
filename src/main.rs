//! The program: arguments to the library, nothing else.

use std::process::ExitCode;

fn main() -> ExitCode {
    entremise::cli::main()
}
