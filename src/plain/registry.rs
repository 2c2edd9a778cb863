//! The registry: every command in words, a line each, used alike by the command line, the socket and SSH. What a
//! command takes, says and does stands in its own file; this file only lists.

use super::help::Help;
use super::house::lists::Lists;
use super::house::prices::Prices;
use super::house::reading::Reading;
use super::house::routing::Routing;
use super::house::settings::Settings;
use super::house::setup::Setup;
use super::house::terms::Terms;
use super::house::wording::Wording;
use super::keys::invite::Invite;
use super::people::{link::Link, profile::Profile};
use super::whoami::Whoami;
use super::{
    Out, Place, Problem, board, books, contact, directory, dispute, escrow, firm, keys, mission,
    organisation, people, quotations, requests, tranche,
};
use crate::domain::person::Permission;

/// A command in words: its arguments, and what is done with them.
pub(in crate::plain) trait InWords {
    /// Who can be allowed to do it.
    const NEEDS: Needs;
    /// Of several commands under one name: what each is about, in their order.
    const TOPICS: &'static [Topic] = &[];

    /// Whether it reads what is piped into it.
    fn reads(&self) -> bool {
        false
    }

    /// Does it. What it says goes to `out`.
    ///
    /// # Errors
    /// What is wrong, in words and with a status.
    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem>;
}

impl<T: InWords> InWords for Box<T> {
    const NEEDS: Needs = T::NEEDS;

    fn reads(&self) -> bool {
        (**self).reads()
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        (**self).run(place, out).await
    }
}

/// Who can be allowed to do a command. The rules decide; this says whom help need not offer it, and a test over the
/// table of roles holds the two together.
#[derive(Clone, Copy, Debug)]
pub(in crate::plain) enum Needs {
    /// Nobody who is known: it is for a store without a house.
    Nobody,
    /// Everybody who is known.
    Nothing,
    /// Who has one of these rights.
    OneOf(&'static [Permission]),
    /// Several commands under one name: each its own.
    Each(&'static [Needs]),
}

impl Needs {
    /// Returns whether somebody with these rights can be allowed to.
    pub(in crate::plain) fn met(self, rights: &[Permission]) -> bool {
        match self {
            Needs::Nobody => false,
            Needs::Nothing => true,
            Needs::OneOf(needed) => needed.iter().any(|right| rights.contains(right)),
            Needs::Each(all) => all.iter().any(|needs| needs.met(rights)),
        }
    }
}

/// What commands are about, as help groups them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::plain) enum Topic {
    /// Requests in the inbox.
    Requests,
    /// Quotations.
    Quotations,
    /// Clients and their contacts.
    Directory,
    /// Opportunities on the board.
    Opportunities,
    /// A facilitator's proposals.
    Proposals,
    /// What the client chooses.
    Selection,
    /// Missions.
    Missions,
    /// Clients' money.
    Money,
    /// People, and what gives them access.
    People,
    /// Settings.
    Settings,
    /// Oneself, and help.
    Start,
}

impl Topic {
    /// The stable name that texts are found by.
    pub(in crate::plain) fn key(self) -> &'static str {
        match self {
            Topic::Requests => "requests",
            Topic::Quotations => "quotations",
            Topic::Directory => "directory",
            Topic::Opportunities => "opportunities",
            Topic::Proposals => "proposals",
            Topic::Selection => "selection",
            Topic::Missions => "missions",
            Topic::Money => "money",
            Topic::People => "people",
            Topic::Settings => "settings",
            Topic::Start => "start",
        }
    }
}

/// Makes a choice of commands: what they are about, then a line for each, its name and its arguments.
macro_rules! registry {
    (
        $(#[$of_all:meta])*
        $name:ident {
            $($topic:ident {
                $($(#[$of_one:meta])* $command:ident($arguments:ty),)+
            })+
        }
    ) => {
        $(#[$of_all])*
        #[derive(Clone, Debug, clap::Subcommand, serde::Serialize, serde::Deserialize)]
        // The help of a command stands on its arguments.
        #[allow(missing_docs)]
        pub enum $name {
            $($($(#[$of_one])* $command($arguments),)+)+
        }

        impl $crate::plain::registry::InWords for $name {
            const NEEDS: $crate::plain::registry::Needs = $crate::plain::registry::Needs::Each(&[
                $($(<$arguments as $crate::plain::registry::InWords>::NEEDS,)+)+
            ]);
            const TOPICS: &'static [$crate::plain::registry::Topic] = &[
                $($($crate::plain::registry::registry!(@$topic $command),)+)+
            ];

            fn reads(&self) -> bool {
                match self {
                    $($($name::$command(asked) => $crate::plain::registry::InWords::reads(asked),)+)+
                }
            }

            async fn run(
                &self,
                place: &$crate::plain::Place,
                out: &mut $crate::plain::Out,
            ) -> Result<(), $crate::plain::Problem> {
                match self {
                    $($($name::$command(asked) => {
                        $crate::plain::registry::InWords::run(asked, place, out).await
                    })+)+
                }
            }
        }
    };
    (@$topic:ident $command:ident) => { $crate::plain::registry::Topic::$topic };
}
pub(in crate::plain) use registry;

registry! {
    /// What to do, on this machine or over SSH.
    #[derive(strum::IntoStaticStr)]
    #[strum(serialize_all = "kebab-case")]
    Command {
        Requests {
            Inbox(requests::inbox::Inbox),
            Show(requests::show::Show),
            History(requests::history::History),
            Files(requests::files::Files),
            Import(requests::import::Import),
        }
        Quotations {
            Quotations(quotations::list::Quotations),
            Quotation(quotations::one::Quotation),
            Quote(quotations::quote::Quote),
            Brief(Box<quotations::brief::Brief>),
            Lines(quotations::lines::Lines),
            Project(quotations::project::Project),
            QuotationStep(quotations::step::QuotationStep),
            Recap(quotations::recap::Recap),
        }
        Directory {
            #[command(subcommand)]
            Directory(directory::Directory),
            #[command(subcommand)]
            Organisation(organisation::Organisation),
            #[command(subcommand)]
            Contact(contact::Contact),
        }
        Opportunities {
            Board(board::list::Board),
            Opportunity(board::opportunity::Opportunity),
            Attached(board::attached::Attached),
            Post(Box<board::post::Post>),
            End(board::end::End),
            Stats(board::stats::Stats),
        }
        Proposals {
            Step(board::step::Step),
            Propose(board::propose::Propose),
            Attach(board::attach::Attach),
            Withdraw(board::withdraw::Withdraw),
            Confirm(board::confirm::Confirm),
            Decline(board::decline::Decline),
            Credits(board::credits::Credits),
        }
        Selection {
            Judge(board::judge::Judge),
            Select(board::select::Select),
            Formula(board::formula::Choose),
            Agreement(board::agreement::Agreement),
            Agree(board::agree::Agree),
            Advise(board::advise::Advise),
        }
        Missions {
            #[command(subcommand)]
            Mission(mission::Mission),
            Introduction(board::introduction::Introduction),
        }
        Money {
            #[command(subcommand)]
            Escrow(escrow::Escrow),
            #[command(subcommand)]
            Tranche(tranche::Tranche),
            #[command(subcommand)]
            Dispute(dispute::Dispute),
            #[command(subcommand)]
            Books(books::Books),
        }
        People {
            #[command(subcommand)]
            Person(people::Person),
            Profile(Profile),
            Grant(board::grant::Grant),
            Link(Link),
            Invite(Invite),
            #[command(subcommand)]
            Key(keys::Key),
            #[command(subcommand)]
            Firm(firm::Firm),
        }
        Settings {
            Settings(Settings),
            Lists(Lists),
            Prices(Prices),
            Routing(Routing),
            Terms(Terms),
            Wording(Wording),
            Reading(Reading),
            Setup(Setup),
        }
        Start {
            Whoami(Whoami),
            Help(Help),
        }
    }
}

impl Command {
    /// Its name, as it is typed.
    pub fn name(&self) -> &'static str {
        self.into()
    }

    /// Whether it reads what is piped into it.
    pub fn reads(&self) -> bool {
        InWords::reads(self)
    }

    /// Whether it is called as a mail server does: a mail is piped in, and is kept by the caller if told so.
    pub fn delivers(&self) -> bool {
        matches!(self, Command::Import(_)) && self.reads()
    }

    /// Whether it may make a store where there is none.
    pub fn founds(&self) -> bool {
        matches!(self, Command::Setup(_))
    }
}
