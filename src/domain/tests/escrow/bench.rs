//! Projects with money to try the rules on, over the board of `tests/opportunity/bench.rs`: Acme's under formula R0 in three
//! tranches, run by Fay; Tom keeps the money, Eve mediates, Paul is the client.

use crate::domain::command::Command;
use crate::domain::decision::Decision;
use crate::domain::escrow::command::Verdict;
use crate::domain::escrow::{Account, Entry, EscrowCommand, Project};
use crate::domain::house::Funds;
use crate::domain::ids::{EntryId, OpportunityId, PersonId};
use crate::domain::money::Money;
use crate::domain::opportunity::{BoardCommand, DealCommand, Formula, Side, Tranche};
use crate::domain::refusal::Refusal;

pub(super) use super::super::opportunity::bench::*;

/// A tranche in euros.
pub(super) fn tranche(what: &str, minor: i64) -> Tranche {
    Tranche {
        what: what.into(),
        due: crate::domain::opportunity::deal::Due::Said("in May".into()),
        amount: euros(minor),
    }
}

/// A house that says how it holds clients' money, with a price for R0 and VAT.
pub(super) fn holding() -> Fair {
    let mut fair = Fair::open();
    fair.settle(|house| house.funds = Funds::Through("Payment Institute".into()));
    fair.terms(|terms| {
        terms.r0_permille = 30;
        terms.vat_permille = 200;
    });
    fair
}

/// Fay runs Acme's project under a formula, for 6,000 euros in tranches of 2,000, 3,000 and 1,000.
pub(super) fn agreed(formula: Formula) -> Fair {
    let mut fair = holding();
    let tranches = vec![
        tranche("Preparation", 200_000),
        tranche("Workshops", 300_000),
        tranche("Report", 100_000),
    ];
    fair.deals(INTRO, (FAY, PAUL), formula, tranches);
    fair
}

/// The second project: Gil runs it in yen, which have no decimals, and staff speak for its client.
pub(super) const SECOND: OpportunityId = OpportunityId(3);

/// Two projects under R0, in two currencies.
pub(super) fn two() -> Fair {
    let mut fair = running();
    fair.terms(|terms| terms.silence_days = 10);
    let group = crate::domain::request::Group::ClientIntroduction;
    fair.0.act(
        BEN,
        UNDECIDED,
        crate::domain::command::Act::SetGroup(Some(group)),
    );
    let yen = |minor| Money {
        minor,
        currency: crate::domain::money::Currency::parse("JPY").expect("yen"),
    };
    let mut posting = fair.posting(UNDECIDED);
    if let BoardCommand::Post { notice, .. } = &mut posting {
        notice.amount = Some(yen(900_000));
    }
    fair.must(BEN, posting);
    let part = |what, minor| Tranche {
        amount: yen(minor),
        ..tranche(what, minor)
    };
    let tranches = vec![part("First", 400_000), part("Second", 500_000)];
    fair.deals(SECOND, (GIL, BEN), Formula::R0, tranches);
    fair
}

/// The same under R0.
pub(super) fn running() -> Fair {
    agreed(Formula::R0)
}

impl Fair {
    /// Somebody proposes at the price of all tranches, is selected, and both sides agree.
    fn deals(
        &mut self,
        id: OpportunityId,
        (provider, client): (PersonId, PersonId),
        formula: Formula,
        tranches: Vec<Tranche>,
    ) {
        let price = Money {
            minor: tranches.iter().map(|one| one.amount.minor).sum(),
            ..tranches.first().expect("one").amount
        };
        self.opens(provider, id);
        let revision = whole(offer(Some(price)));
        self.must(
            provider,
            BoardCommand::Propose {
                opportunity: id,
                revision,
                submit: true,
            },
        );
        let own = self.state.board().proposal_of(id, provider);
        let mut select = self.selecting(own.expect("theirs").id);
        if let BoardCommand::Select { formula: to, .. } = &mut select {
            *to = Some(formula);
        }
        self.must(client, select);
        let draw = DealCommand::Draw {
            opportunity: id,
            side: Side::Provider,
            seen: Vec::new(),
            tranches: tranches.clone(),
            said: "".into(),
        };
        self.must(provider, BoardCommand::Deal(draw));
        let agree = DealCommand::Agree {
            opportunity: id,
            agreement: Box::new(self.terms_of(id)),
            tranches,
            said: "by phone".into(),
        };
        self.must(client, BoardCommand::Deal(agree));
        self.must(provider, self.confirming(id));
    }

    /// Does with money what must be possible.
    pub(super) fn money(&mut self, who: PersonId, command: EscrowCommand) -> Decision {
        self.0.must(Some(who), Command::Escrow(Box::new(command)))
    }

    /// Why something with money is refused; nothing happens.
    pub(super) fn no_money(&self, who: PersonId, command: EscrowCommand) -> Refusal {
        let shown = format!("{command:?}");
        match self.decide(Some(who), &Command::Escrow(Box::new(command))) {
            Ok(decision) => panic!("{shown}: {:?}", decision.events),
            Err(refusal) => refusal,
        }
    }

    pub(super) fn account(&self) -> &Project {
        self.state.books().project(INTRO).expect("an account")
    }

    /// What stands on an account in euros.
    pub(super) fn on(&self, account: Account) -> i64 {
        self.state.books().stands(account, euros(0).currency)
    }

    /// What each tranche holds.
    pub(super) fn held(&self) -> Vec<i64> {
        let numbers = self.account().numbers();
        numbers
            .map(|n| self.on(Account::Tranche(INTRO, n)))
            .collect()
    }

    pub(super) fn free(&self) -> i64 {
        self.on(Account::Free(INTRO))
    }

    /// A deposit of so many cents, matched to the project at once. Returns its entry.
    pub(super) fn pays(&mut self, minor: i64) -> EntryId {
        let entry = self.state.books().next_entry();
        self.money(TOM, self.deposit(euros(minor), "", Some(INTRO)));
        entry
    }

    /// The command that books a deposit.
    pub(super) fn deposit(
        &self,
        amount: Money,
        key: &str,
        project: Option<OpportunityId>,
    ) -> EscrowCommand {
        EscrowCommand::Deposit {
            amount,
            day: self.now,
            text: "ACME SA, workshops".into(),
            key: key.into(),
            project,
        }
    }

    /// Fay hands in a tranche.
    pub(super) fn hands_in(&mut self, number: u16) {
        self.money(FAY, handing_in(number));
    }

    /// The client's answer as she reads the account now.
    pub(super) fn answering(&self, number: u16, verdict: Verdict, release: i64) -> EscrowCommand {
        EscrowCommand::Answer {
            project: INTRO,
            number,
            seen: self.account().revision,
            verdict,
            release,
            words: "We read it.".into(),
            said: "by phone".into(),
        }
    }

    /// Fay hands a tranche in, and Paul accepts it and releases so much.
    pub(super) fn works(&mut self, number: u16, release: i64) {
        self.hands_in(number);
        self.money(PAUL, self.answering(number, Verdict::Whole, release));
    }

    /// Every entry there is.
    pub(super) fn entries(&self) -> Vec<&Entry> {
        let entries = self.state.books().entries().iter();
        entries.map(|entry| &**entry).collect()
    }

    /// The codes of all entries, from the `from`th on.
    pub(super) fn codes(&self, from: usize) -> Vec<&'static str> {
        let entries = self.entries().into_iter().skip(from);
        entries.map(|entry| entry.code.key()).collect()
    }
}

/// Fay hands in a tranche.
pub(super) fn handing_in(number: u16) -> EscrowCommand {
    EscrowCommand::HandIn {
        project: INTRO,
        number,
        words: "It is done.".into(),
        files: Vec::new(),
        said: "by phone".into(),
    }
}

/// A dispute about a tranche, or all of it.
pub(super) fn disputing(side: Side, number: Option<u16>, claim: i64) -> EscrowCommand {
    EscrowCommand::Dispute {
        project: INTRO,
        side,
        number,
        claim,
        words: "Not what we agreed.".into(),
        said: "by phone".into(),
    }
}
