//! Whose turn it is with a project's money, what they are to do and until when (ESC-2 to ESC-5): from what stands on its
//! accounts, never kept. The first is the one that holds up the others.

use crate::domain::escrow::{Account, Books, Dispute, Part, Progress, Project};
use crate::domain::eyes::Eyes;
use crate::domain::firm::FirmRight;
use crate::domain::money::Money;
use crate::domain::opportunity::deal::Due;
use crate::domain::opportunity::{Formula, Opportunity, Payer, Side};
use crate::domain::person::Permission;

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TurnSide {
    /// The client's.
    Client,
    /// The provider's.
    Provider,
    /// The treasurer's.
    House,
    /// The mediator's.
    Mediator,
}

impl TurnSide {
    /// Returns the stable name that texts and scripts find it by.
    pub fn key(self) -> &'static str {
        match self {
            TurnSide::Client => "client",
            TurnSide::Provider => "provider",
            TurnSide::House => "house",
            TurnSide::Mediator => "mediator",
        }
    }
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TurnWhat {
    /// A settlement is to be proposed.
    Propose,
    /// A settlement is to be answered.
    Reply,
    /// What is held is to be awarded.
    Award,
    /// A frozen project is to go on.
    Thaw,
    /// What was handed in is to be accepted.
    Accept,
    /// What was accepted is to be released.
    Release,
    /// A tranche is to be begun.
    Start,
    /// A tranche is to be handed in.
    HandIn,
    /// Money of no tranche is to be assigned.
    Assign,
    /// A tranche is to be funded.
    Fund,
    /// What is owed to the house is to be paid.
    Pay,
}

impl TurnWhat {
    /// Returns the stable name that texts and scripts find it by.
    pub fn key(self) -> &'static str {
        match self {
            TurnWhat::Propose => "propose",
            TurnWhat::Reply => "reply",
            TurnWhat::Award => "award",
            TurnWhat::Thaw => "thaw",
            TurnWhat::Accept => "accept",
            TurnWhat::Release => "release",
            TurnWhat::Start => "start",
            TurnWhat::HandIn => "hand-in",
            TurnWhat::Assign => "assign",
            TurnWhat::Fund => "fund",
            TurnWhat::Pay => "pay",
        }
    }
}

/// Something that somebody is to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Whose turn it is.
    pub side: TurnSide,
    /// To do what.
    pub what: TurnWhat,
    /// With which tranche.
    pub number: Option<u16>,
    /// With how much.
    pub amount: Option<Money>,
    /// Until when, as both agreed or as was set.
    pub due: Option<Due>,
    /// Whether it is for who looks to do.
    pub you: bool,
}

/// Returns what is to be done, what holds up the rest first. Nothing where the project has ended.
pub(super) fn duties(eyes: &Eyes<'_>, of: &Opportunity, project: &Project) -> Vec<Duty> {
    let mut all = Duties {
        eyes,
        of,
        project,
        list: Vec::new(),
    };
    if project.closed.is_none() {
        all.find();
    }
    all.list
}

struct Duties<'a> {
    eyes: &'a Eyes<'a>,
    of: &'a Opportunity,
    project: &'a Project,
    list: Vec<Duty>,
}

impl Duties<'_> {
    fn books(&self) -> &Books {
        self.eyes.state.books()
    }

    fn find(&mut self) {
        if let Some((_, dispute)) = self.project.open_dispute() {
            self.disputed(dispute);
        }
        if self.project.frozen {
            self.add(TurnSide::House, TurnWhat::Thaw, None, None, None);
        }
        let mut fund = None;
        for (number, part) in self.project.numbers().zip(&self.project.parts) {
            self.part(number, part, &mut fund);
        }
        self.money(fund);
        self.owed();
    }

    fn disputed(&mut self, dispute: &Dispute) {
        let held = Some(dispute.held);
        let Some(settlement) = dispute.settlement.as_deref() else {
            return self.add(TurnSide::Mediator, TurnWhat::Propose, None, held, None);
        };
        let until = Some(Due::Day(settlement.until));
        for (side, turn) in [
            (Side::Client, TurnSide::Client),
            (Side::Provider, TurnSide::Provider),
        ] {
            if settlement.reply(side).is_none() {
                self.add(turn, TurnWhat::Reply, None, held, until.clone());
            }
        }
        if settlement.client.is_some() && settlement.provider.is_some() {
            self.add(TurnSide::Mediator, TurnWhat::Award, None, held, None);
        }
    }

    fn part(&mut self, number: u16, part: &Part, fund: &mut Option<(u16, i64, Due)>) {
        let held = self.books().held_for(self.project, number);
        let about = |number: u16| Some(number);
        let disputed = self.project.open_dispute();
        let disputed =
            disputed.is_some_and(|(_, one)| one.number.is_none_or(|about| about == number));
        if part.is_done() || disputed {
            return;
        }
        let due = said(&part.due);
        match part.progress {
            Progress::Delivered => {
                let silent = part.handed.as_ref().and_then(|handed| handed.silent_at);
                let until = silent.map(Due::Day);
                self.add(
                    TurnSide::Client,
                    TurnWhat::Accept,
                    about(number),
                    Some(held),
                    until,
                );
            }
            Progress::Accepted if part.accepted > part.released && held > 0 => {
                let may = held.min(part.accepted - part.released);
                self.add(
                    TurnSide::Client,
                    TurnWhat::Release,
                    about(number),
                    Some(may),
                    None,
                );
            }
            // Nothing is handed in that is not funded (ESC-3).
            Progress::Working | Progress::SentBack | Progress::Accepted if held > 0 => {
                self.add(
                    TurnSide::Provider,
                    TurnWhat::HandIn,
                    about(number),
                    None,
                    due.clone(),
                );
            }
            Progress::Waiting if held > 0 => {
                self.add(
                    TurnSide::Provider,
                    TurnWhat::Start,
                    about(number),
                    Some(held),
                    due.clone(),
                );
            }
            Progress::Waiting | Progress::Working | Progress::SentBack | Progress::Accepted => {}
        }
        let missing = (part.open() - held).max(0);
        if missing > 0 && fund.is_none() {
            *fund = Some((number, missing, part.due.clone()));
        }
    }

    /// The first tranche that is not funded; what is free covers it first.
    fn money(&mut self, fund: Option<(u16, i64, Due)>) {
        let Some((number, missing, due)) = fund else {
            return;
        };
        let free = self.books().free(self.project).clamp(0, missing);
        if free > 0 {
            self.add(
                TurnSide::Client,
                TurnWhat::Assign,
                Some(number),
                Some(free),
                None,
            );
        }
        if missing > free {
            let rest = Some(missing - free);
            self.add(
                TurnSide::Client,
                TurnWhat::Fund,
                Some(number),
                rest,
                said(&due),
            );
        }
    }

    fn owed(&mut self) {
        let (project, books) = (self.project, self.books());
        let id = project.opportunity;
        let stands = |account| books.stands(account, project.currency);
        let client = stands(Account::OwedByClient(project.client, id));
        let provider = stands(Account::OwedByProvider(project.firm, id));
        for (owed, side) in [(client, TurnSide::Client), (provider, TurnSide::Provider)] {
            if owed > 0 {
                self.add(side, TurnWhat::Pay, None, Some(owed), None);
            }
        }
    }

    fn add(
        &mut self,
        side: TurnSide,
        what: TurnWhat,
        number: Option<u16>,
        minor: Option<i64>,
        due: Option<Due>,
    ) {
        self.list.push(Duty {
            side,
            what,
            number,
            amount: minor.map(|minor| self.project.money(minor)),
            due,
            you: is_mine(self.eyes, self.of, self.project, side),
        });
    }
}

/// A due date, where somebody said one.
fn said(due: &Due) -> Option<Due> {
    match due {
        Due::Said(words) if words.trim().is_empty() => None,
        Due::Said(words) => {
            let words = crate::text::sanitise::clean_line(words);
            Some(Due::Said(words.into_owned().into()))
        }
        Due::Day(at) => Some(Due::Day(*at)),
    }
}

/// Whether a turn is of who looks: of a side of the project, or of the house's money or mediation.
fn is_mine(eyes: &Eyes<'_>, of: &Opportunity, project: &Project, side: TurnSide) -> bool {
    match side {
        TurnSide::Client => eyes.is_client(of),
        TurnSide::Provider => eyes.firm == project.firm && eyes.rights.has(FirmRight::Proposes),
        TurnSide::House => eyes.person.may(Permission::KeepMoney),
        TurnSide::Mediator => eyes.person.may(Permission::Mediate),
    }
}

/// Whether the commission of a Basic project is paid: the parties settle the rest themselves (ESC-1).
pub(super) fn is_basic_paid(eyes: &Eyes<'_>, project: &Project) -> bool {
    let (books, id) = (eyes.state.books(), project.opportunity);
    let account = match project.payer {
        Payer::Client => Account::OwedByClient(project.client, id),
        Payer::Provider => Account::OwedByProvider(project.firm, id),
    };
    project.formula == Formula::Basic
        && books.project(id).is_some()
        && books.stands(account, project.currency) == 0
}
