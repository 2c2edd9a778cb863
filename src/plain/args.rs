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
    /// Show one request whole
    Show(One),
    /// Tell everything that happened to one request
    History(One),
    /// List the files that came with one request, or save them
    Files(Files),
    /// Take in mail and files: .eml, mbox, Maildir, CSV, JSON; - reads what is piped in
    Import(Import),
    /// List the people of the house, add one, change what they are
    #[command(subcommand)]
    Person(Person),
    /// List the keys that open the house over SSH, add one, revoke one
    #[command(subcommand)]
    Key(Key),
    /// Invite a person by a one-time code that binds their key at the first login
    Invite(Invite),
    /// Print the routing matrix, or set it from a file
    Routing {
        /// A matrix as `routing` prints it, edited; - reads what is piped in
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
            Command::Routing { .. } => "routing",
            Command::Board(board) => board.name(),
        }
    }

    /// Whether it reads what is piped into it.
    pub fn reads(&self) -> bool {
        let dash = std::path::Path::new("-");
        match self {
            Command::Import(asked) => asked.files.iter().any(|file| file == dash),
            Command::Routing { file } => file.as_deref() == Some(dash),
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
    /// As plain text, columns parted by tabs [the default]
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
        /// Their mail address
        #[arg(long)]
        email: Option<String>,
        /// What they are; can be given several times
        #[arg(long, required = true, value_name = "ROLE")]
        role: Vec<String>,
    },
    /// Put name or mail address right
    Edit {
        /// Who, by name or P-number
        who: String,
        /// The name
        #[arg(long)]
        name: Option<String>,
        /// The mail address
        #[arg(long)]
        email: Option<String>,
    },
    /// Give them these roles, and no others
    Roles {
        /// Who, by name or P-number
        who: String,
        /// What they are from now on; can be given several times
        #[arg(long, required = true, value_name = "ROLE")]
        role: Vec<String>,
    },
    /// Let them in no longer; what they have open ends
    Disable {
        /// Who, by name or P-number
        who: String,
    },
    /// Let them in again
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
        /// The line of the .pub file, or - to read it from what is piped in
        #[arg(allow_hyphen_values = true)]
        key: String,
        /// A name to know it by [default: the comment of the key]
        #[arg(long)]
        name: Option<String>,
    },
    /// Give a key another name
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
