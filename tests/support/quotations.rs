//! Samples of what can be wanted of quotations and price lists, for the table of role and command, with the
//! line each belongs to. Decides nothing.

use entremise::domain::Command;
use entremise::domain::house::command::HouseCommand;
use entremise::domain::ids::{QuotationId, RequestId};
use entremise::domain::money::Currency;
use entremise::domain::prices::PriceBook;
use entremise::domain::quotation::{Brief, Command as Wanted, Desk};

const Q: QuotationId = QuotationId(1);

/// The line of the table that a command is tried for.
pub fn line_of(command: &Wanted) -> &'static str {
    match command {
        Wanted::Begin(_)
        | Wanted::Brief { .. }
        | Wanted::SendR1(_)
        | Wanted::Send { .. }
        | Wanted::SendR2 { .. }
        | Wanted::Drop { .. }
        | Wanted::Extend { .. }
        | Wanted::Tag { .. } => "quote",
        Wanted::Price { .. } | Wanted::HandPrices(_) => "price a quotation",
        Wanted::Assemble { .. } | Wanted::HandProject(_) => "assemble a quotation",
        Wanted::Return { from, .. } => match from {
            Desk::Brief | Desk::Verification => "quote",
            Desk::Pricing => "price a quotation",
            Desk::Assembly => "assemble a quotation",
        },
        Wanted::Accept { .. } | Wanted::Decline { .. } => "decide on a quotation",
    }
}

/// Commands on quotations and price lists, one or more for each line.
pub fn samples() -> Vec<Command> {
    let back = |from| Wanted::Return {
        quotation: Q,
        from,
        to: Desk::Brief,
        reason: "why".into(),
    };
    let all = vec![
        Wanted::Begin(RequestId(1)),
        Wanted::Brief {
            quotation: Q,
            brief: Box::new(Brief::default()),
            asked: None,
        },
        Wanted::SendR1(Q),
        Wanted::Price {
            quotation: Q,
            seen: 0,
            currency: Currency::EUR,
            lines: Vec::new(),
            note: "".into(),
            valid_until: None,
        },
        Wanted::HandPrices(Q),
        Wanted::Assemble {
            quotation: Q,
            seen: 0,
            project: "".into(),
            conditions: "".into(),
            valid_until: None,
        },
        Wanted::HandProject(Q),
        back(Desk::Pricing),
        back(Desk::Assembly),
        back(Desk::Verification),
        Wanted::Send {
            quotation: Q,
            version: 1,
        },
        Wanted::SendR2 {
            quotation: Q,
            afresh: false,
            words: "".into(),
        },
        Wanted::Accept {
            quotation: Q,
            version: 1,
            words: "".into(),
        },
        Wanted::Decline {
            quotation: Q,
            reason: "why".into(),
        },
        Wanted::Drop {
            quotation: Q,
            reason: "why".into(),
        },
        Wanted::Extend {
            quotation: Q,
            until: 0,
        },
        Wanted::Tag {
            quotation: Q,
            tag: "x".into(),
            there: true,
        },
    ];
    let all = all.into_iter().map(Box::new).map(Command::Quotation);
    let prices = Command::House(HouseCommand::ChangePrices(Box::new(PriceBook {
        valid_days: 5,
        ..PriceBook::default()
    })));
    all.chain([prices]).collect()
}
