//! The commands that can be done in words, wherever they are asked for.

use std::path::PathBuf;

use clap::Subcommand;
use serde::{Deserialize, Serialize};

/// What to do, on this machine or over SSH.
#[derive(Clone, Debug, Subcommand, Serialize, Deserialize)]
pub enum Command {
    /// Say who you are here, and what you may do
    Whoami {
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Set up an empty store without questions
    Setup(super::setup::Asked),
    /// List the request inbox
    Inbox(List),
    /// Show one request in full
    Show(One),
    /// Show everything that happened to one request
    History(Told),
    /// List the files that came with one request, or save them
    Files(Files),
    /// Import emails and files: .eml, mbox, Maildir, CSV, JSON; - reads what is piped in
    Import(Import),
    /// List the people who have access, add one, change one
    #[command(subcommand)]
    Person(Person),
    /// List the keys that give access over SSH, add one, revoke one
    #[command(subcommand)]
    Key(Key),
    /// Invite a person by a one-time code that binds their key at the first login
    Invite(Invite),
    /// List the quotations: number, round, stage, whose turn, by when, total, request, client, subject
    Quotations {
        /// As JSON, one object a line
        #[arg(long)]
        json: bool,
    },
    /// Show one quotation, or print the paper that the client gets
    Quotation(Offered),
    /// Begin the quotation of a request
    Quote {
        /// The request, like R-1042
        #[arg(value_name = "R-NUMBER")]
        request: String,
    },
    /// Move a quotation one step on, or back
    QuotationStep {
        /// The quotation, like Q-3
        #[arg(value_name = "Q-NUMBER")]
        quotation: String,
        /// Which step
        #[command(subcommand)]
        step: Step,
    },
    /// List the R1 quotations since a day, by officer: client, ** for signed, tags
    Recap {
        /// Since this day, like 2026-06-01 [default: the first day of this year]
        #[arg(long, value_name = "DATE")]
        since: Option<String>,
        /// As JSON, one object a line
        #[arg(long)]
        json: bool,
    },
    /// Print the price lists, or set them from a file
    Prices {
        /// Price lists as `prices` prints them, edited; - reads what is piped in
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// Print the routing table, or set it from a file
    Routing {
        /// A routing table as `routing` prints it, edited; - reads what is piped in
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// Something about the board
    #[command(flatten)]
    Board(super::board::Board),
}

impl Command {
    /// Its name, as it is typed.
    pub fn name(&self) -> &'static str {
        match self {
            Command::Whoami { .. } => "whoami",
            Command::Setup(_) => "setup",
            Command::Inbox(_) => "inbox",
            Command::Show(_) => "show",
            Command::History(_) => "history",
            Command::Files(_) => "files",
            Command::Import(_) => "import",
            Command::Person(_) => "person",
            Command::Key(_) => "key",
            Command::Invite(_) => "invite",
            Command::Quotations { .. } => "quotations",
            Command::Quotation(_) => "quotation",
            Command::Quote { .. } => "quote",
            Command::QuotationStep { .. } => "quotation-step",
            Command::Recap { .. } => "recap",
            Command::Prices { .. } => "prices",
            Command::Routing { .. } => "routing",
            Command::Board(board) => board.name(),
        }
    }

    /// Whether it is called as a mail server does: a mail is piped in, and is kept by the caller if told so.
    pub fn delivers(&self) -> bool {
        matches!(self, Command::Import(_)) && self.reads()
    }

    /// Whether it may make a store where there is none.
    pub fn founds(&self) -> bool {
        matches!(self, Command::Setup(_))
    }

    /// Whether it reads what is piped into it.
    pub fn reads(&self) -> bool {
        let dash = std::path::Path::new("-");
        match self {
            Command::Import(asked) => asked.files.iter().any(|file| file == dash),
            Command::Routing { file } | Command::Prices { file } => file.as_deref() == Some(dash),
            Command::Key(Key::Add { key, .. }) => key == "-",
            Command::Board(board) => board.reads(),
            Command::Whoami { .. }
            | Command::Setup(_)
            | Command::Inbox(_)
            | Command::Show(_)
            | Command::History(_)
            | Command::Files(_)
            | Command::Person(_)
            | Command::Key(_)
            | Command::Quotations { .. }
            | Command::Quotation(_)
            | Command::Quote { .. }
            | Command::QuotationStep { .. }
            | Command::Recap { .. }
            | Command::Invite(_) => false,
        }
    }
}

/// What to take in.
#[derive(Clone, Debug, clap::Args, Serialize, Deserialize)]
pub struct Import {
    /// Files or folders; - for what is piped in (a mail server's pipe)
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// No progress bar
    #[arg(long)]
    pub quiet: bool,
}

/// Which requests to list.
#[derive(Clone, Debug, clap::Args, Serialize, Deserialize)]
pub struct List {
    /// What to list, in the words of the filter line [default: is:open]
    #[arg(value_name = "WORDS")]
    pub words: Vec<String>,
    /// As JSON, one object a line
    #[arg(long, conflicts_with = "plain")]
    pub json: bool,
    /// As plain text, columns separated by tabs [the default]
    #[arg(long)]
    pub plain: bool,
    /// At most so many
    #[arg(long, default_value_t = 100, value_name = "N")]
    pub limit: usize,
}

/// Which request.
#[derive(Clone, Debug, clap::Args, Serialize, Deserialize)]
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

/// Which request's history, and which page of it.
#[derive(Clone, Debug, clap::Args, Serialize, Deserialize)]
pub struct Told {
    /// The request, and how it is told.
    #[command(flatten)]
    pub one: One,
    /// Which page: 1 has the latest 400 records, 2 those before
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
    pub page: u16,
}

/// Which quotation, and how.
#[derive(Clone, Debug, clap::Args, Serialize, Deserialize)]
pub struct Offered {
    /// The quotation, like Q-3
    #[arg(value_name = "Q-NUMBER")]
    pub quotation: String,
    /// As JSON
    #[arg(long, conflicts_with_all = ["text", "pdf"])]
    pub json: bool,
    /// The paper that the client gets, as text
    #[arg(long, conflicts_with = "pdf")]
    pub text: bool,
    /// The paper that the client gets, as PDF, for a file or a pipe
    #[arg(long)]
    pub pdf: bool,
    /// This version of it [default: the one before the client, or the latest]
    #[arg(long, value_name = "N")]
    pub version: Option<u16>,
}

/// A step of a quotation.
#[derive(Clone, Debug, Subcommand, Serialize, Deserialize)]
pub enum Step {
    /// Send the complete R1 to pricing
    R1,
    /// Send the prices to the assistant
    Prices,
    /// Send the assembled project to the officer
    Project,
    /// Send the latest version to the client
    Send,
    /// Send the second round
    R2 {
        /// Through pricing and assembly again
        #[arg(long)]
        afresh: bool,
        /// What is to change, or what was said
        #[arg(long)]
        words: Option<String>,
    },
    /// Send it back to a colleague
    Return {
        /// Where to: brief, pricing, assembly
        #[arg(long, value_name = "DESK")]
        to: String,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// The client accepts
    Accept {
        /// What they said with it
        #[arg(long)]
        words: Option<String>,
    },
    /// The client declines
    Decline {
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Give it up
    Drop {
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Extend the validity of what was sent
    Extend {
        /// Until the end of this day, like 2026-06-01
        #[arg(long, value_name = "DATE")]
        until: String,
    },
    /// Put a tag on, or take it off
    Tag {
        /// The tag
        tag: String,
        /// Take it off
        #[arg(long)]
        off: bool,
    },
}

/// Which files.
#[derive(Clone, Debug, clap::Args, Serialize, Deserialize)]
pub struct Files {
    /// The request, like R-1042
    #[arg(value_name = "R-NUMBER")]
    pub request: String,
    /// Save them there; nothing is overwritten
    #[arg(long, value_name = "DIR", conflicts_with = "get")]
    pub to: Option<PathBuf>,
    /// Print the bytes of the N-th of them, for a pipe
    #[arg(long, value_name = "N")]
    pub get: Option<usize>,
}

/// What to do with the house's people.
#[derive(Clone, Debug, Subcommand, Serialize, Deserialize)]
pub enum Person {
    /// List them: id, name, state, roles
    List {
        /// As JSON, one object a line
        #[arg(long)]
        json: bool,
    },
    /// Add one
    Add {
        /// Their name
        name: String,
        /// Their email address
        #[arg(long)]
        email: Option<String>,
        /// Their role; can be given several times
        #[arg(long, required = true, value_name = "ROLE")]
        role: Vec<String>,
    },
    /// Correct the name or the email address
    Edit {
        /// Who, by name or P-number
        who: String,
        /// The name
        #[arg(long)]
        name: Option<String>,
        /// The email address
        #[arg(long)]
        email: Option<String>,
    },
    /// Give them these roles, and no others
    Roles {
        /// Who, by name or P-number
        who: String,
        /// Their role from now on; can be given several times
        #[arg(long, required = true, value_name = "ROLE")]
        role: Vec<String>,
    },
    /// Close their access; what they have open ends
    Disable {
        /// Who, by name or P-number
        who: String,
    },
    /// Reopen their access
    Enable {
        /// Who, by name or P-number
        who: String,
    },
}

/// What to do with keys.
#[derive(Clone, Debug, Subcommand, Serialize, Deserialize)]
pub enum Key {
    /// List them: fingerprint, person, name, state
    List {
        /// Whose, by name or P-number [default: everybody's, or your own]
        who: Option<String>,
        /// As JSON, one object a line
        #[arg(long)]
        json: bool,
    },
    /// Add a public key, as it stands in a .pub file
    Add {
        /// Whose, by name or P-number
        who: String,
        /// The line of the .pub file, the file, or - for what is piped in
        #[arg(allow_hyphen_values = true)]
        key: String,
        /// A name to know it by [default: the comment of the key]
        #[arg(long)]
        name: Option<String>,
    },
    /// Rename a key
    Name {
        /// Its fingerprint, or enough of its beginning
        fingerprint: String,
        /// The name
        name: String,
    },
    /// Revoke a key at once; what was opened with it ends
    Revoke {
        /// Its fingerprint, or enough of its beginning
        fingerprint: String,
    },
}

/// Whom to invite.
#[derive(Clone, Debug, clap::Args, Serialize, Deserialize)]
pub struct Invite {
    /// Who, by name or P-number
    #[arg(required_unless_present_any = ["list", "withdraw"])]
    pub who: Option<String>,
    /// How long the code is good for: 2h, 3d
    #[arg(long, default_value = "3d", value_name = "TIME")]
    pub valid: String,
    /// List the open invitations
    #[arg(long, conflicts_with = "who")]
    pub list: bool,
    /// Withdraw an open invitation
    #[arg(long, value_name = "I-NUMBER", conflicts_with_all = ["who", "list"])]
    pub withdraw: Option<String>,
}
