//! Invariant 7: the events of clients' money are written and read bit for bit by every later version.

use super::golden_board::{AT, FAY, euros};
use super::kept::is_kept;
use crate::domain::escrow::command::Verdict;
use crate::domain::escrow::event::OfEscrow;
use crate::domain::escrow::{
    Account, Closed, Code, Dispute, Entry, EscrowEvent, Expense, Income, Outcome, Part, Posting,
    Progress, Project, Split,
};
use crate::domain::event::Event;
use crate::domain::ids::{ContactId, EntryId, FirmId, OpportunityId, OrganisationId, RequestId};
use crate::domain::opportunity::deal::Due;
use crate::domain::opportunity::{Formula, Payer, Side};
use crate::domain::request::Attachment;

const OF: OpportunityId = OpportunityId(8);
const FIRM: FirmId = FirmId(6);

fn of(event: EscrowEvent) -> Event {
    Event::Escrow(OfEscrow {
        of: Some((RequestId(2), OF)),
        event: Box::new(event),
    })
}

/// Every account there is.
fn accounts() -> Vec<Account> {
    use Account as A;
    let client = OrganisationId(3);
    vec![
        A::BankClients,
        A::BankOwn,
        A::Unallocated,
        A::Free(OF),
        A::Tranche(OF, 2),
        A::Held(OF, 1),
        A::ClientCredit(client),
        A::Released(FIRM, OF),
        A::Transit(9),
        A::OwedByClient(client, OF),
        A::OwedByProvider(FIRM, OF),
        A::VatIn,
        A::VatOut,
        A::Income(Income::Commission),
        A::Income(Income::Option),
        A::Income(Income::Arbitration),
        A::Expense(Expense::BadDebt),
        A::Opening,
    ]
}

fn entry(n: u32, code: Code, accounts: &[Account]) -> Event {
    let postings = (0_i64..).zip(accounts).map(|(n, account)| Posting {
        account: *account,
        minor: 300 * n - 1,
    });
    of(EscrowEvent::Booked {
        entry: Box::new(Entry {
            id: EntryId(n),
            code,
            at: AT,
            day: AT - 5,
            currency: euros(0).currency,
            postings: postings.collect(),
            project: n.is_multiple_of(2).then_some(OF),
            number: n.is_multiple_of(3).then_some(2),
            of: n.is_multiple_of(5).then_some(EntryId(1)),
            text: "versement".into(),
            key: "224/2".into(),
            seq: 0,
        }),
    })
}

fn file() -> Attachment {
    Attachment {
        name: "relevé.pdf".into(),
        mime: "application/pdf".into(),
        size: 70_000,
        blob: [0xC1; 32],
    }
}

fn project() -> Project {
    let part = |progress, due| Part {
        what: "L’atelier".into(),
        due,
        amount: 40_000,
        progress,
        handed: None,
        accepted: 0,
        released: 0,
        settled: 0,
        answered_at: None,
    };
    Project {
        opportunity: OF,
        request: RequestId(2),
        client: OrganisationId(3),
        firm: FIRM,
        formula: Formula::R0,
        currency: euros(0).currency,
        price: 80_000,
        commission: 12_000,
        option: 2_400,
        payer: Payer::Provider,
        parts: vec![
            part(Progress::Waiting, Due::Said("en mai".into())),
            part(Progress::Working, Due::Day(AT)),
            part(Progress::Delivered, Due::Day(AT)),
            part(Progress::SentBack, Due::Day(AT)),
            part(Progress::Accepted, Due::Day(AT)),
        ],
        disputes: Vec::new(),
        frozen: false,
        at: AT,
        touched_at: AT,
        closed: None,
        revision: 0,
    }
}

/// What happens to the work.
fn work() -> Vec<EscrowEvent> {
    let words = || Box::<str>::from("fait");
    let word_of = Some(ContactId(4));
    let answered = |verdict| EscrowEvent::Answered {
        number: 2,
        verdict,
        accepted: 20_000,
        words: words(),
        word_of,
        said: words(),
    };
    vec![
        EscrowEvent::Opened {
            project: Box::new(project()),
        },
        EscrowEvent::Started { number: 2 },
        EscrowEvent::HandedIn {
            number: 2,
            words: words(),
            files: vec![file()],
            silent_at: Some(AT),
            said: words(),
        },
        answered(Verdict::Whole),
        answered(Verdict::InPart),
        answered(Verdict::NotYet),
        EscrowEvent::Released {
            number: 2,
            word_of,
            said: words(),
        },
        EscrowEvent::Lapsed {
            number: 2,
            accepted: 40_000,
        },
        EscrowEvent::Moved {
            words: words(),
            word_of,
            said: words(),
        },
        EscrowEvent::Frozen {
            to: true,
            words: words(),
        },
        EscrowEvent::HandedOver {
            from: FIRM,
            to: FirmId(7),
        },
        EscrowEvent::Shut {
            why: Closed::Undone,
        },
        EscrowEvent::Shut { why: Closed::Ended },
        EscrowEvent::DaysClosed {
            from: Some(AT - 9),
            to: AT,
        },
    ]
}

/// What happens in a dispute.
fn dispute() -> Vec<EscrowEvent> {
    let words = || Box::<str>::from("non");
    let split = Split {
        provider: 300,
        client: 200,
        fee: 10,
    };
    let over = |outcome| EscrowEvent::Over {
        number: 1,
        outcome,
        words: words(),
        said: words(),
    };
    vec![
        EscrowEvent::Disputed {
            dispute: Box::new(Dispute {
                side: Side::Client,
                by: Some(FAY),
                word_of: Some(ContactId(4)),
                at: AT,
                number: Some(2),
                claim: 600,
                held: 510,
                pots: vec![(Some(2), 500), (None, 10)],
                firm: FIRM,
                said: Vec::new(),
                settlement: None,
                outcome: None,
            }),
            words: words(),
            said: words(),
        },
        EscrowEvent::Said {
            number: 1,
            words: words(),
            files: vec![file()],
        },
        EscrowEvent::Proposed {
            number: 1,
            split,
            until: AT,
            words: words(),
        },
        EscrowEvent::Replied {
            number: 1,
            side: Side::Provider,
            accepts: true,
            words: words(),
            word_of: Some(ContactId(4)),
            said: words(),
        },
        over(Outcome::Settled(split)),
        over(Outcome::Awarded(split)),
        over(Outcome::Withdrawn),
    ]
}

#[test]
fn invariant_7_events_of_clients_money_are_written_and_read_bit_for_bit() {
    let accounts = accounts();
    let entries = (1..).zip(Code::ALL);
    let mut all: Vec<Event> = entries
        .map(|(n, code)| entry(n, *code, &accounts))
        .collect();
    all.extend(work().into_iter().chain(dispute()).map(of));
    is_kept("money", &all);
}
