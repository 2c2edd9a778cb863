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
    /// Show how many projects become missions, how many proposals compete, how many win
    Stats {
        /// Your own figures instead of the organisation's
        #[arg(long)]
        own: bool,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Show credits: what is left, and every entry
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
    Propose(Box<Propose>),
    /// Add a file to your proposal: piped in, or from this machine
    Attach {
        /// The opportunity, like O-12
        #[arg(value_name = "O-NUMBER")]
        opportunity: String,
        /// The file; - for what is piped in
        file: PathBuf,
        /// What it is called [default: as the file is]
        #[arg(long)]
        name: Option<String>,
    },
    /// List the files of an opportunity or a proposal, or print one
    Attached {
        /// O-12, or PR-12
        of: String,
        /// Print the bytes of the N-th of them, for a pipe
        #[arg(long, value_name = "N")]
        get: Option<usize>,
        /// Remove the N-th of them from your own proposal
        #[arg(long, value_name = "N", conflicts_with = "get")]
        remove: Option<usize>,
    },
    /// Withdraw your proposal, or (--draft) delete the draft beside it
    Withdraw {
        /// The proposal, like PR-12
        #[arg(value_name = "PR-NUMBER")]
        proposal: String,
        /// Why
        #[arg(long, required_unless_present = "draft")]
        reason: Option<String>,
        /// Only the draft beside it; what you submitted stays
        #[arg(long, conflicts_with = "reason")]
        draft: bool,
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
    /// Post a request on the board: what the request says is taken, options say the rest; the description is piped in, or given with --text
    Post(Box<Post>),
    /// Take an opportunity off the board without a mission
    End {
        /// The opportunity, like O-12
        #[arg(value_name = "O-NUMBER")]
        opportunity: String,
        /// Why
        why: Why,
        /// Give the credits back that were spent on it
        #[arg(long)]
        refund: bool,
    },
    /// Run a mission: team, sessions, logistics, attendance, delivery
    #[command(subcommand)]
    Mission(Mission),
    /// Record what the client thinks of a proposal
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
        /// What the others are told for next time [default: our usual advice]
        #[arg(long)]
        advice: Option<String>,
    },
    /// Tell those who were not selected, in your own words, what to do better next time; once for each selection
    Advise {
        /// The opportunity, like O-12
        #[arg(value_name = "O-NUMBER")]
        opportunity: String,
        /// The words [default: what is piped in]
        #[arg(long)]
        text: Option<String>,
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
    /// Print the terms of the board, or set them from a file
    Terms {
        /// The terms as `terms` prints them, edited; - reads what is piped in
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// Say which client's contact a person is who can log in
    Link {
        /// The person, by name or P-number
        who: String,
        /// The contact's email address, or its K-number [default: none any more]
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
            Board::Attach { .. } => "attach",
            Board::Attached { .. } => "attached",
            Board::Withdraw { .. } => "withdraw",
            Board::Confirm { .. } => "confirm",
            Board::Decline { .. } => "decline",
            Board::Post(_) => "post",
            Board::End { .. } => "end",
            Board::Mission(_) => "mission",
            Board::Judge { .. } => "judge",
            Board::Select { .. } => "select",
            Board::Advise { .. } => "advise",
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
            Board::Propose(asked) => asked.text.is_none() && !asked.keep_text,
            Board::Post(asked) => asked.text.is_none(),
            Board::Advise { text, .. } => text.is_none(),
            Board::Attach { file, .. } => file.as_os_str() == "-",
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
            | Board::Attached { .. }
            | Board::End { .. }
            | Board::Mission(_)
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
    /// Reveals the client's name, email and phone
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
    /// The price before tax, as people write it; under Subcontracting, the price we set
    #[arg(long)]
    pub price: Option<String>,
    /// When you are free
    #[arg(long)]
    pub available: Option<String>,
    /// The text [default: what is piped in; nothing leaves it as it stands]
    #[arg(long)]
    pub text: Option<String>,
    /// Leave the text as it stands: with nothing else said, submit your draft
    #[arg(long, conflicts_with = "text")]
    pub keep_text: bool,
    /// Keep it as a draft; nobody else sees it, and what you submitted stays until you submit this
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

/// A request to be posted.
#[derive(Clone, Debug, clap::Args, Serialize, Deserialize)]
pub struct Post {
    /// The request, like R-1042
    #[arg(value_name = "R-NUMBER")]
    pub request: String,
    /// What it is, in a line that names no client [default: the subject without the client's part]
    #[arg(long)]
    pub title: Option<String>,
    /// The kind of work: workshop, training, conference, programme, other
    #[arg(long)]
    pub work: Option<String>,
    /// Who it is held for: company, public_body, education, association, public
    #[arg(long)]
    pub audience: Option<String>,
    /// The language it is held in, like fr
    #[arg(long, value_name = "CODE")]
    pub language: Option<String>,
    /// The country, like FR
    #[arg(long, value_name = "CODE")]
    pub country: Option<String>,
    /// The town or the venue
    #[arg(long)]
    pub place: Option<String>,
    /// Online rather than at a place
    #[arg(long)]
    pub online: bool,
    /// The dates as the client put them
    #[arg(long)]
    pub dates: Option<String>,
    /// How many take part
    #[arg(long, value_name = "N")]
    pub participants: Option<u32>,
    /// How many sessions are ordered
    #[arg(long, default_value_t = 1, value_name = "N")]
    pub sessions: u16,
    /// Until when proposals are taken, as people write dates
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// Under Subcontracting what facilitation is paid; else what the client would spend
    #[arg(long)]
    pub amount: Option<String>,
    /// How an introduced project is paid
    #[arg(long)]
    pub formula: Option<Formulas>,
    /// Why the provider is asked to pay the commission [default: the client pays it]
    #[arg(long, value_name = "REASON")]
    pub provider_pays: Option<String>,
    /// It cannot wait for written answers
    #[arg(long)]
    pub urgent: bool,
    /// The description [default: what is piped in]
    #[arg(long)]
    pub text: Option<String>,
    /// Only print what a facilitator would see
    #[arg(long)]
    pub preview: bool,
}

/// The formulas by name.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize, Deserialize)]
pub enum Formulas {
    /// The parties settle everything themselves
    Basic,
    /// Only the funded part is worked on
    R0,
}

/// The endings by name.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize, Deserialize)]
pub enum Why {
    /// The client gave up the project
    GivenUp,
    /// The client chose someone elsewhere
    Elsewhere,
    /// The client no longer answers
    Silent,
    /// It was posted by mistake
    Mistake,
}

/// What to do about a mission.
#[derive(Clone, Debug, Subcommand, Serialize, Deserialize)]
pub enum Mission {
    /// Add somebody to the team, or remove them
    Team {
        /// The mission, like O-12
        #[arg(value_name = "O-NUMBER")]
        opportunity: String,
        /// Whom, by P-number
        person: String,
        /// As what
        role: Helper,
    },
    /// Plan one more session
    Plan {
        /// The mission, like O-12
        #[arg(value_name = "O-NUMBER")]
        opportunity: String,
        /// When it begins, as people write dates
        at: String,
        /// Where, or the link
        #[arg(long, default_value = "")]
        place: String,
        /// Who holds it, by P-number [default: the coordinator]
        #[arg(long, value_name = "P-NUMBER")]
        by: Option<String>,
    },
    /// Tick a logistics item: client, room, material, discussion, participants, travel
    Tick {
        /// The mission, like O-12
        #[arg(value_name = "O-NUMBER")]
        opportunity: String,
        /// What
        task: String,
        /// Untick it
        #[arg(long)]
        undone: bool,
    },
    /// Note how many were present at a session
    Attend {
        /// The mission, like O-12
        #[arg(value_name = "O-NUMBER")]
        opportunity: String,
        /// Which session, the first is 1
        session: u16,
        /// How many were present
        came: u32,
    },
    /// Mark the mission as delivered
    Deliver {
        /// The mission, like O-12
        #[arg(value_name = "O-NUMBER")]
        opportunity: String,
        /// A word on how it went
        #[arg(long, default_value = "")]
        note: String,
    },
}

/// What somebody of a team is.
#[derive(Clone, Copy, Debug, ValueEnum, Serialize, Deserialize)]
pub enum Helper {
    /// Holds sessions
    Facilitator,
    /// Helps, and learns
    Observer,
    /// No longer of the team
    Out,
}
