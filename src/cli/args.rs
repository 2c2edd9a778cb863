//! What can be asked for on the command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// The workstation of a house that stands between clients and the professionals who serve them.
///
/// Without a command it opens the workstation in this terminal.
#[derive(Debug, Parser)]
#[command(version, about)]
pub struct Args {
    /// The data directory [default: the user's own, e.g. ~/.local/share/entremise]
    #[arg(long, env = "ENTREMISE_DATA", value_name = "DIR", global = true)]
    pub data: Option<PathBuf>,

    /// Open the sample house, which never mixes with real data
    #[arg(long, global = true)]
    pub sample: bool,

    /// The language: en or fr [default: yours, else the environment's]
    #[arg(long, value_name = "LANG", global = true)]
    pub lang: Option<String>,

    /// The theme: dark, light, contrast or plain [default: yours, else the terminal's]
    #[arg(long, value_name = "THEME", global = true)]
    pub theme: Option<String>,

    /// Who you are, by name or P-number, when this computer does not know yet
    #[arg(long = "as", value_name = "NAME", global = true)]
    pub who: Option<String>,

    /// What to do
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Take in mail and files: .eml, mbox, Maildir, CSV, JSON; - reads standard input
    Import(Import),
    /// List the request inbox
    Inbox(List),
    /// Show one request whole
    Show(One),
    /// Tell everything that happened to one request
    History(One),
    /// List the files that came with one request, or save them to a folder
    Files {
        /// The request, like R-1042
        #[arg(value_name = "R-NUMBER")]
        request: String,
        /// Save them there; nothing is overwritten
        #[arg(long, value_name = "DIR")]
        to: Option<PathBuf>,
    },
    /// Set up an empty store without questions
    Setup(House),
    /// List the people of the house, or add one
    #[command(subcommand)]
    Person(Person),
    /// Print the routing matrix, or set it from a file
    Routing {
        /// A matrix as `entremise routing` prints it, edited
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// Print the key table as Markdown
    Keys,
    /// Check every record, digest and link of the store
    Verify,
    /// Rebuild a damaged store from its shadow log
    Recover,
}

/// What to take in.
#[derive(Debug, clap::Args)]
pub struct Import {
    /// Files or folders; - for standard input (a mail server's pipe)
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// No progress bar
    #[arg(long)]
    pub quiet: bool,
}

/// Which requests to list.
#[derive(Debug, clap::Args)]
pub struct List {
    /// What to list, in the words of the filter line [default: is:open]
    #[arg(value_name = "WORDS")]
    pub words: Vec<String>,
    /// As JSON, one object a line
    #[arg(long, conflicts_with = "plain")]
    pub json: bool,
    /// As plain text, columns parted by tabs [the default]
    #[arg(long)]
    pub plain: bool,
    /// At most so many
    #[arg(long, default_value_t = 100, value_name = "N")]
    pub limit: usize,
}

/// Which request.
#[derive(Debug, clap::Args)]
pub struct One {
    /// The request, like R-1042
    #[arg(value_name = "R-NUMBER")]
    pub request: String,
    /// As JSON
    #[arg(long, conflicts_with = "plain")]
    pub json: bool,
    /// As plain text [the default]
    #[arg(long)]
    pub plain: bool,
}

/// The house to set up.
#[derive(Debug, clap::Args)]
pub struct House {
    /// Your name
    #[arg(long)]
    pub name: String,
    /// The house's name
    #[arg(long)]
    pub house: String,
    /// Its home country, by code or name
    #[arg(long)]
    pub country: String,
    /// A mail domain of the house, for telling colleagues from clients; can be given several times
    #[arg(long = "domain", value_name = "DOMAIN")]
    pub domains: Vec<String>,
}

/// What to do with the house's people.
#[derive(Debug, Subcommand)]
pub enum Person {
    /// List them: id, name, state, roles
    List,
    /// Add one
    Add {
        /// Their name
        name: String,
        /// Their mail address
        #[arg(long)]
        email: Option<String>,
        /// What they are; can be given several times
        #[arg(long, required = true, value_name = "ROLE")]
        role: Vec<String>,
    },
}
