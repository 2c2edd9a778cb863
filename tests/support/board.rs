//! Samples of what can be wanted of the board, for the table of role and command. Decides nothing.

use entremise::domain::facilitator::Profile;
use entremise::domain::house::Language;
use entremise::domain::house::command::HouseCommand;
use entremise::domain::ids::{ContactId, OpportunityId, ProposalId};
use entremise::domain::money::{Currency, Money};
use entremise::domain::opportunity::command::Description;
use entremise::domain::opportunity::credit::CreditKind;
use entremise::domain::opportunity::mission::{Session, Task};
use entremise::domain::opportunity::proposal::{Revision, Verdict};
use entremise::domain::opportunity::{Agreement, Command as Board, Ending, Formula, Notice, Payer};
use entremise::domain::person::command::PeopleCommand;
use entremise::domain::request::{Attachment, Group};
use entremise::domain::trade::{Audience, MissionRole, Work};
use entremise::domain::{Command, Millis, PersonId, RequestId};

use super::Cast;

const OPPORTUNITY: OpportunityId = OpportunityId(1);
const PROPOSAL: ProposalId = ProposalId(1);

/// Commands on terms, profiles, opportunities, proposals and missions, one or more for each line.
pub fn samples(cast: &Cast) -> Vec<Command> {
    let profile = |person: PersonId| {
        Command::People(PeopleCommand::KeepProfile {
            person,
            profile: Box::new(Profile {
                phone: "1".into(),
                ..Profile::default()
            }),
        })
    };
    let mut all = vec![
        Command::House(HouseCommand::ChangeTerms(Box::default())),
        profile(cast.me),
        profile(cast.other),
        Command::People(PeopleCommand::LinkContact {
            person: cast.other,
            contact: Some(ContactId(1)),
        }),
    ];
    let of_house = of_house(cast.now, cast.other);
    let board = of_house
        .into_iter()
        .chain(of_proposers())
        .chain(of_missions(cast.other));
    all.extend(board.map(|command| Command::Board(Box::new(command))));
    all
}

fn notice(now: Millis) -> Box<Notice> {
    Box::new(Notice {
        title: "A workshop".into(),
        work: Work::Workshop,
        audience: Audience::Company,
        language: Language::EN,
        country: None,
        place: "".into(),
        online: true,
        starts: None,
        dates: "".into(),
        participants: None,
        sessions: 1,
        deadline: now + 3_600_000,
        amount: None,
        formula: Some(Formula::Basic),
        payer: Payer::Client,
        payer_reason: "".into(),
        urgent: false,
    })
}

fn of_house(now: Millis, person: PersonId) -> Vec<Board> {
    let (opportunity, kind) = (OPPORTUNITY, CreditKind::Offer);
    vec![
        Board::Post {
            request: RequestId(1),
            quotation: None,
            notice: notice(now),
            description: Description::default(),
        },
        Board::Amend {
            opportunity,
            seen: 1,
            notice: notice(now),
            description: None,
        },
        Board::End {
            opportunity,
            why: Ending::Silent,
            refund: false,
        },
        Board::Encourage(PROPOSAL),
        Board::Favourite(opportunity, true),
        Board::Grant {
            person,
            kind,
            count: 1,
            why: "x".into(),
        },
        Board::Refund {
            person,
            opportunity,
            kind,
            why: "x".into(),
        },
        Board::Judge {
            proposal: PROPOSAL,
            verdict: Verdict::Interesting,
        },
        Board::Select {
            proposal: PROPOSAL,
            seen: 1,
            advice: "".into(),
        },
        Board::Reopen {
            opportunity,
            reason: "x".into(),
        },
        Board::Advise {
            opportunity,
            words: "x".into(),
        },
    ]
}

fn file() -> Attachment {
    Attachment {
        name: "cv.pdf".into(),
        mime: "".into(),
        size: 1,
        blob: [1; 32],
    }
}

fn of_proposers() -> Vec<Board> {
    let opportunity = OPPORTUNITY;
    let price = Money {
        minor: 1,
        currency: Currency::EUR,
    };
    vec![
        Board::Open {
            opportunity,
            kind: CreditKind::Consultation,
            price: 1,
            reason: "".into(),
        },
        Board::Propose {
            opportunity,
            revision: Box::new(Revision {
                price: Some(Some(price)),
                available: None,
                text: Some("x".into()),
            }),
            submit: true,
        },
        Board::Attach {
            opportunity,
            file: file(),
        },
        Board::Detach {
            opportunity,
            file: file(),
        },
        Board::DropDraft(PROPOSAL),
        Board::Withdraw {
            proposal: PROPOSAL,
            reason: "x".into(),
        },
        Board::Confirm {
            opportunity,
            agreement: Box::new(Agreement {
                group: Group::ClientIntroduction,
                formula: Some(Formula::Basic),
                price,
                commission: price,
                payer: Payer::Client,
                coordination: None,
                usage_permille: 0,
                contribution_permille: 0,
            }),
            consent: false,
        },
        Board::Decline {
            opportunity,
            reason: "x".into(),
        },
    ]
}

fn of_missions(person: PersonId) -> Vec<Board> {
    let opportunity = OPPORTUNITY;
    vec![
        Board::Team {
            opportunity,
            person,
            role: Some(MissionRole::Observer),
        },
        Board::AddSession {
            opportunity,
            session: Session {
                at: 1,
                place: "".into(),
                by: None,
                attended: None,
            },
        },
        Board::Plan {
            opportunity,
            seen: Vec::new(),
            sessions: Vec::new(),
        },
        Board::Tick {
            opportunity,
            task: Task::Room,
            done: true,
        },
        Board::Attend {
            opportunity,
            session: 0,
            at: 0,
            was: None,
            attended: 1,
        },
        Board::Deliver {
            opportunity,
            note: "".into(),
        },
    ]
}
