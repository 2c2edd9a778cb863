//! The commands of the board that can be done in words.

use std::path::{Path, PathBuf};

use clap::{Subcommand, ValueEnum};
use serde::{Deserialize, Serialize};

use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::proposal::Verdict;

/// What to do about the board.
#[derive(Clone, Debug, Subcommand, Serialize, Deserialize)]
pub enum Board {
    /// List the pending opportunities
    Board(List),
    /// Show one opportunity, as far as it is yours to see
    Opportunity(One),
    /// Say how many projects materialise, how much competition there is, how much is won
    Stats {
        /// Your own figures instead of the house's
        #[arg(long)]
        own: bool,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Show credits: what is left, and every entry that makes it
    Credits {
        /// Whose, by P-number [default: your own]
        who: Option<String>,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Take a step on an opportunity that costs a credit; without --yes it says the price
    Step(Step),
    /// Propose for an opportunity: the text is piped in, or given with --text
    Propose(Propose),
    /// Take your proposal back
    Withdraw {
        /// The proposal, like PR-12
        #[arg(value_name = "PR-NUMBER")]
        proposal: String,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Confirm the terms of an opportunity you won; without --consent to a commission of yours it says them
    Confirm {
        /// The opportunity, like O-12
        #[arg(value_name = "O-NUMBER")]
        opportunity: String,
        /// You agree to pay the commission, where that is asked of you
        #[arg(long)]
        consent: bool,
    },
    /// Decline the terms of an opportunity you won
    Decline {
        /// The opportunity, like O-12
        #[arg(value_name = "O-NUMBER")]
        opportunity: String,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Say what the client thinks of a proposal
    Judge {
        /// The proposal, like PR-12
        #[arg(value_name = "PR-NUMBER")]
        proposal: String,
        /// What
        verdict: Judged,
    },
    /// Select a proposal
    Select {
        /// The proposal, like PR-12
        #[arg(value_name = "PR-NUMBER")]
        proposal: String,
        /// What the others are told for next time [default: the house's usual advice]
        #[arg(long)]
        advice: Option<String>,
    },
    /// Grant credits to a facilitator
    Grant(Grant),
    /// Print a facilitator's profile, or set it from a file as it is printed
    Profile {
        /// Whose, by P-number [default: your own]
        who: Option<String>,
        /// The edited profile; - reads what is piped in
        #[arg(long, value_name = "FILE")]
        set: Option<PathBuf>,
    },
    /// Print the house's terms for its board, or set them from a file
    Terms {
        /// The terms as `terms` prints them, edited; - reads what is piped in
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// Say which client's contact a person is who can log in
    Link {
        /// The person, by name or P-number
        who: String,
        /// The contact's mail address, or its K-number [default: none any more]
        contact: Option<String>,
    },
}

impl Board {
    /// Its name, as it is typed.
    pub fn name(&self) -> &'static str {
        match self {
            Board::Board(_) => "board",
            Board::Opportunity(_) => "opportunity",
            Board::Stats { .. } => "stats",
            Board::Credits { .. } => "credits",
            Board::Step(_) => "step",
            Board::Propose(_) => "propose",
            Board::Withdraw { .. } => "withdraw",
            Board::Confirm { .. } => "confirm",
            Board::Decline { .. } => "decline",
            Board::Judge { .. } => "judge",
            Board::Select { .. } => "select",
            Board::Grant(_) => "grant",
            Board::Profile { .. } => "profile",
            Board::Terms { .. } => "terms",
            Board::Link { .. } => "link",
        }
    }

    /// Whether it reads what is piped into it.
    pub fn reads(&self) -> bool {
        let dash = |file: &Option<PathBuf>| file.as_deref() == Some(Path::new("-"));
        match self {
            Board::Propose(asked) => asked.text.is_none(),
            Board::Profile { set, .. } => dash(set),
            Board::Terms { file } => dash(file),
            Board::Board(_)
            | Board::Opportunity(_)
            | Board::Stats { .. }
            | Board::Credits { .. }
            | Board::Step(_)
            | Board::Withdraw { .. }
            | Board::Confirm { .. }
            | Board::Decline { .. }
            | Board::Judge { .. }
            | Board::Select { .. }
            | Board::Grant(_)
            | Board::Link { .. } => false,
        }
    }
}

/// Which opportunities.
#[derive(Clone, Debug, clap::Args, Serialize, Deserialize)]
pub struct List {
    /// What to list, in the words of the filter line: mine, all, group:sub, country:FR, lang:fr
    #[arg(value_name = "WORDS")]
    pub words: Vec<String>,
    /// Only those you may apply for
    #[arg(long)]
    pub eligible: bool,
    /// As JSON, one object a line
    #[arg(long)]
    pub json: bool,
    /// At most so many
    #[arg(long, default_value_t = 100, value_name = "N")]
    pub limit: usize,
}

/// Which opportunity.
#[derive(Clone, Debug, clap::Args, Serialize, Deserialize)]
pub struct One {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    pub opportunity: String,
    /// As JSON
    #[arg(long)]
    pub json: bool,
}

/// A step.
#[derive(Clone, Debug, clap::Args, Serialize, Deserialize)]
pub struct Step {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    pub opportunity: String,
    /// Which step
    pub kind: Kind,
    /// Why the client is contacted directly, before the clock says so
    #[arg(long, default_value = "")]
    pub reason: String,
    /// Take it; without, the price is said
    #[arg(long)]
    pub yes: bool,
}

/// The steps by name.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize, Deserialize)]
pub enum Kind {
    /// Opens everything on it
    Consultation,
    /// Lets you make an offer
    Offer,
    /// Reveals the client's name, mail and phone
    Contact,
}

impl From<Kind> for CreditKind {
    fn from(kind: Kind) -> CreditKind {
        match kind {
            Kind::Consultation => CreditKind::Consultation,
            Kind::Offer => CreditKind::Offer,
            Kind::Contact => CreditKind::Contact,
        }
    }
}

/// The verdicts by name.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize, Deserialize)]
pub enum Judged {
    /// Nothing is said after all
    Unsaid,
    /// Interesting
    Interesting,
    /// Not interesting
    NotInteresting,
}

impl From<Judged> for Verdict {
    fn from(judged: Judged) -> Verdict {
        match judged {
            Judged::Unsaid => Verdict::Unsaid,
            Judged::Interesting => Verdict::Interesting,
            Judged::NotInteresting => Verdict::NotInteresting,
        }
    }
}

/// A proposal.
#[derive(Clone, Debug, clap::Args, Serialize, Deserialize)]
pub struct Propose {
    /// The opportunity, like O-12
    #[arg(value_name = "O-NUMBER")]
    pub opportunity: String,
    /// The price before tax, as people write it; the house's own under Subcontracting
    #[arg(long)]
    pub price: Option<String>,
    /// When you are free
    #[arg(long, default_value = "")]
    pub available: String,
    /// The text [default: what is piped in]
    #[arg(long)]
    pub text: Option<String>,
    /// Keep it as a draft; nobody else sees it
    #[arg(long)]
    pub draft: bool,
}

/// Credits to grant.
#[derive(Clone, Debug, clap::Args, Serialize, Deserialize)]
pub struct Grant {
    /// To whom, by P-number
    pub who: String,
    /// Which kind
    pub kind: Kind,
    /// How many
    pub count: u32,
    /// Why
    #[arg(long)]
    pub why: String,
}
