//! Samples of what can be wanted of quotations and price lists, for the table of role and command, with the
//! line each belongs to. Decides nothing.

use entremise::domain::Command;
use entremise::domain::house::command::HouseCommand;
use entremise::domain::ids::{QuotationId, RequestId};
use entremise::domain::money::Currency;
use entremise::domain::prices::PriceBook;
use entremise::domain::quotation::{Brief, Desk, QuotationCommand};

const Q: QuotationId = QuotationId(1);

/// The line of the table that a command is tried for.
pub fn line_of(command: &QuotationCommand) -> &'static str {
    match command {
        QuotationCommand::Begin(_)
        | QuotationCommand::Brief { .. }
        | QuotationCommand::SendR1(_)
        | QuotationCommand::Send { .. }
        | QuotationCommand::SendR2 { .. }
        | QuotationCommand::Drop { .. }
        | QuotationCommand::Extend { .. }
        | QuotationCommand::Tag { .. } => "quote",
        QuotationCommand::Price { .. } | QuotationCommand::HandPrices(_) => "price a quotation",
        QuotationCommand::Assemble { .. } | QuotationCommand::HandProject(_) => {
            "assemble a quotation"
        }
        QuotationCommand::Return { from, .. } => match from {
            Desk::Brief | Desk::Verification => "quote",
            Desk::Pricing => "price a quotation",
            Desk::Assembly => "assemble a quotation",
        },
        QuotationCommand::Accept { .. } | QuotationCommand::Decline { .. } => {
            "decide on a quotation"
        }
    }
}

/// The way of a quotation through the house: brief, prices, project, and back again.
fn on_its_way() -> Vec<QuotationCommand> {
    let back = |from| QuotationCommand::Return {
        quotation: Q,
        from,
        to: Desk::Brief,
        reason: "why".into(),
    };
    vec![
        QuotationCommand::Begin(RequestId(1)),
        QuotationCommand::Brief {
            quotation: Q,
            brief: Box::new(Brief::default()),
            asked: None,
        },
        QuotationCommand::SendR1(Q),
        QuotationCommand::Price {
            quotation: Q,
            seen: 0,
            currency: Currency::EUR,
            lines: Vec::new(),
            note: "".into(),
            valid_until: None,
        },
        QuotationCommand::HandPrices(Q),
        QuotationCommand::Assemble {
            quotation: Q,
            seen: 0,
            project: "".into(),
            conditions: "".into(),
            valid_until: None,
        },
        QuotationCommand::HandProject(Q),
        back(Desk::Pricing),
        back(Desk::Assembly),
        back(Desk::Verification),
    ]
}

/// What is done with one that is finished: it goes out, is decided on, dropped, extended or tagged.
fn once_finished() -> Vec<QuotationCommand> {
    vec![
        QuotationCommand::Send {
            quotation: Q,
            version: 1,
        },
        QuotationCommand::SendR2 {
            quotation: Q,
            afresh: false,
            words: "".into(),
        },
        QuotationCommand::Accept {
            quotation: Q,
            version: 1,
            words: "".into(),
        },
        QuotationCommand::Decline {
            quotation: Q,
            reason: "why".into(),
        },
        QuotationCommand::Drop {
            quotation: Q,
            reason: "why".into(),
        },
        QuotationCommand::Extend {
            quotation: Q,
            until: 0,
        },
        QuotationCommand::Tag {
            quotation: Q,
            tag: "x".into(),
            there: true,
        },
    ]
}

/// Commands on quotations and price lists, one or more for each line.
pub fn samples() -> Vec<Command> {
    let all = on_its_way().into_iter().chain(once_finished());
    let all = all.map(Box::new).map(Command::Quotation);
    let prices = Command::House(HouseCommand::ChangePrices(Box::new(PriceBook {
        valid_days: 5,
        ..PriceBook::default()
    })));
    all.chain([prices]).collect()
}
