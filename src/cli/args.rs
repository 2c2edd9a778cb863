//! What can be asked for on the command line: the commands in words, and what only this machine can do.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::plain;

/// The workstation of an organisation that stands between clients and the professionals who serve them.
///
/// Without a command it opens the workstation in this terminal.
#[derive(Debug, Parser)]
#[command(version, about, disable_help_subcommand = true)]
pub struct Args {
    /// The data directory [default: the user's own, e.g. ~/.local/share/entremise]
    #[arg(long, env = "ENTREMISE_DATA", value_name = "DIR", global = true)]
    pub data: Option<PathBuf>,

    /// Open the sample, which never mixes with real data
    #[arg(long, global = true)]
    pub sample: bool,

    /// The language: en or fr [default: yours, else the environment's]
    #[arg(long, value_name = "LANG", global = true)]
    pub lang: Option<String>,

    /// The theme: dark, light, contrast or plain [default: yours, else the terminal's]
    #[arg(long, value_name = "THEME", global = true)]
    pub theme: Option<String>,

    /// Draw with plain ASCII, for a locale or a console that has nothing else
    #[arg(long, global = true)]
    pub ascii: bool,

    /// Your name or P-number, when this computer does not know you yet
    #[arg(id = "as", long = "as", value_name = "NAME", global = true)]
    pub who: Option<String>,

    /// What to do
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// What can be asked for in words, here and over SSH.
    #[command(flatten)]
    Plain(plain::Command),
    /// Serve many people at once: over SSH, and on this machine's other terminals
    Serve(Serve),
    /// Print the key table as Markdown
    Keys,
    /// Check every record, digest and link of the store, and every stored file
    Verify {
        /// Do not read the stored files
        #[arg(long)]
        quick: bool,
    },
    /// Remove stored files that are not needed any more
    Tidy,
    /// Print the fingerprint of the server's key, or change the key
    HostKey {
        /// Make a new key and keep the old one aside; every client is warned at its next login
        #[arg(long, conflicts_with = "accept")]
        new: bool,
        /// Use the key that is in the file now, though clients know another one
        #[arg(long)]
        accept: bool,
    },
    /// Rebuild a damaged store from its shadow log
    Recover,
}

/// How to serve.
#[derive(Clone, Debug, clap::Args)]
pub struct Serve {
    /// The address to listen on for SSH; port 0 takes a free port and prints it
    #[arg(long, default_value = "127.0.0.1:2222", value_name = "ADDRESS:PORT")]
    pub listen: SocketAddr,
    /// The address to answer Prometheus on, at /metrics, in plain HTTP
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub metrics: Option<SocketAddr>,
    /// The public address of this server, for invitations [default: the address listened on]
    #[arg(long, value_name = "HOST[:PORT]")]
    pub public: Option<String>,
    /// The most connections in all
    #[arg(long, default_value_t = 1_200, value_name = "N")]
    pub most: usize,
    /// The most connections of one address
    #[arg(long, default_value_t = 64, value_name = "N")]
    pub most_per_address: usize,
    /// The most connections in all that have not logged in yet; 16 of one address
    #[arg(long, default_value_t = 100, value_name = "N")]
    pub most_strangers: usize,
    /// The most open sessions of one person
    #[arg(long, default_value_t = 8, value_name = "N")]
    pub most_per_person: usize,
    /// Seconds to log in, and then to open a session
    #[arg(long, default_value_t = 30, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=3_600))]
    pub login: u64,
    /// Minutes without a key after which a session ends, with a warning a minute before. 0: never
    #[arg(long, default_value_t = 240, value_name = "MINUTES", value_parser = clap::value_parser!(u64).range(0..=525_600))]
    pub idle: u64,
}
