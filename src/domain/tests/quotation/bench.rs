//! A house with price lists in which a quotation goes its way: who quotes, what a whole brief says, and how it
//! comes to be sent. Only builds; what must hold is said by the proofs that use it.

use crate::domain::command::Command;
use crate::domain::house::Language;
use crate::domain::house::command::HouseCommand;
use crate::domain::ids::{PersonId, QuotationId, RequestId};
use crate::domain::money::Currency;
use crate::domain::person::Role;
use crate::domain::person::command::PeopleCommand;
use crate::domain::prices::Line;
use crate::domain::quotation::{Brief, Quotation, QuotationCommand};
use crate::domain::refusal::Refusal;
use crate::domain::tests::bench::*;
use crate::domain::tests::prices::book;
use crate::domain::trade::{Audience, Work};

pub(in crate::domain::tests) const Q: QuotationId = QuotationId(1);

/// Somebody of the client's, who can log in.
pub(crate) const GUS: PersonId = PersonId(7);

/// A house with price lists, a request, and its contact who can log in.
pub(crate) fn quoted() -> (Bench, RequestId) {
    let mut bench = Bench::new();
    bench.must(
        Some(CLEA),
        Command::House(HouseCommand::ChangePrices(Box::new(book()))),
    );
    let request = bench.any_request();
    let gus = somebody("Gus", &[Role::ClientContact]);
    bench.must(Some(ANNA), Command::People(PeopleCommand::Add(gus)));
    let contact = Some(bench.get(request).contact);
    let linked = Command::People(PeopleCommand::LinkContact {
        person: GUS,
        contact,
    });
    bench.must(Some(ANNA), linked);
    (bench, request)
}

pub(in crate::domain::tests) fn wanted(command: QuotationCommand) -> Command {
    Command::Quotation(Box::new(command))
}

impl Bench {
    pub(in crate::domain::tests) fn quote(&mut self, who: PersonId, command: QuotationCommand) {
        self.must(Some(who), wanted(command));
    }

    pub(in crate::domain::tests) fn unquoted(
        &self,
        who: PersonId,
        command: QuotationCommand,
    ) -> Refusal {
        let refused = self.decide(Some(who), &wanted(command.clone()));
        refused.expect_err(&format!("{command:?}"))
    }

    pub(in crate::domain::tests) fn q(&self) -> &Quotation {
        self.state.quotations().get(Q).expect("a quotation")
    }
}

pub(crate) fn whole_brief(bench: &Bench) -> Brief {
    Brief {
        work: Some(Work::WORKSHOP),
        audience: Some(Audience::COMPANY),
        market: Some(country("FR")),
        brand: "house".into(),
        language: Language::FR,
        participants: Some(24),
        sessions: Some(2),
        dates: "in June".into(),
        place: "Lyon".into(),
        online: None,
        deadline: Some(bench.later(24 * 10)),
    }
}

pub(in crate::domain::tests) fn brief(bench: &Bench) -> QuotationCommand {
    QuotationCommand::Brief {
        quotation: Q,
        brief: Box::new(whole_brief(bench)),
        asked: Some("Two groups of twelve.".into()),
    }
}

pub(in crate::domain::tests) fn price(seen: u16, lines: Vec<Line>) -> QuotationCommand {
    QuotationCommand::Price {
        quotation: Q,
        seen,
        currency: Currency::EUR,
        lines,
        note: "".into(),
        valid_until: None,
    }
}

pub(in crate::domain::tests) fn workshops(n: u32) -> Line {
    let book = book();
    Line::of(&book.lists[0], "workshop", n, "Atelier").expect("a product")
}

pub(in crate::domain::tests) fn assemble(seen: u16) -> QuotationCommand {
    QuotationCommand::Assemble {
        quotation: Q,
        seen,
        project: "Two afternoons.".into(),
        conditions: "30 days.".into(),
        valid_until: None,
    }
}

/// One whose prices lie with the client.
pub(crate) fn sent() -> (Bench, RequestId) {
    let (mut bench, request) = quoted();
    bench.quote(BEN, QuotationCommand::Begin(request));
    let asked = brief(&bench);
    bench.quote(BEN, asked);
    bench.quote(BEN, QuotationCommand::SendR1(Q));
    bench.quote(CLEA, price(0, vec![workshops(2)]));
    bench.quote(CLEA, QuotationCommand::HandPrices(Q));
    bench.quote(DAN, assemble(1));
    bench.quote(DAN, QuotationCommand::HandProject(Q));
    bench.quote(
        BEN,
        QuotationCommand::Send {
            quotation: Q,
            version: 2,
        },
    );
    (bench, request)
}

pub(in crate::domain::tests) fn accept(version: u16) -> QuotationCommand {
    QuotationCommand::Accept {
        quotation: Q,
        version,
        words: "".into(),
    }
}

pub(in crate::domain::tests) fn decline() -> QuotationCommand {
    QuotationCommand::Decline {
        quotation: Q,
        reason: "Too dear.".into(),
    }
}
