//! Samples of what can be wanted of the board, for the table of role and command. Decides nothing.

use entremise::domain::facilitator::FacilitatorProfile;
use entremise::domain::house::Language;
use entremise::domain::house::command::HouseCommand;
use entremise::domain::ids::{ContactId, OpportunityId, ProposalId};
use entremise::domain::money::{Currency, Money};
use entremise::domain::opportunity::command::Description;
use entremise::domain::opportunity::credit::CreditKind;
use entremise::domain::opportunity::mission::{Session, Task};
use entremise::domain::opportunity::proposal::{Revision, Verdict};
use entremise::domain::opportunity::{
    Agreement, BoardCommand, CreditCommand, DealCommand, EndReason, Formula, MissionCommand,
    Notice, Payer, Side,
};
use entremise::domain::person::command::PeopleCommand;
use entremise::domain::request::{Attachment, Group};
use entremise::domain::trade::{Audience, DeclineReason, MissionRole, Work};
use entremise::domain::{Command, Millis, PersonId, RequestId};

use super::Cast;

const OPPORTUNITY: OpportunityId = OpportunityId(1);
const PROPOSAL: ProposalId = ProposalId(1);

/// Commands on terms, profiles, opportunities, proposals and missions, one or more for each line.
pub fn samples(cast: &Cast) -> Vec<Command> {
    let profile = |person: PersonId| {
        Command::People(PeopleCommand::KeepProfile {
            person,
            profile: Box::new(FacilitatorProfile {
                phone: "1".into(),
                ..FacilitatorProfile::default()
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
        work: Work::WORKSHOP,
        audience: Audience::COMPANY,
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
        skills: Vec::new(),
    })
}

fn of_house(now: Millis, person: PersonId) -> Vec<BoardCommand> {
    let (opportunity, kind) = (OPPORTUNITY, CreditKind::Offer);
    vec![
        BoardCommand::Post {
            request: RequestId(1),
            quotation: None,
            notice: notice(now),
            description: Description::default(),
        },
        BoardCommand::Amend {
            opportunity,
            seen: 1,
            notice: notice(now),
            description: None,
        },
        BoardCommand::End {
            opportunity,
            why: EndReason::SILENT,
            refund: false,
        },
        BoardCommand::Encourage(PROPOSAL),
        BoardCommand::Favourite(opportunity, true),
        BoardCommand::Credit(CreditCommand::Grant {
            person,
            kind,
            count: 1,
            why: "x".into(),
        }),
        BoardCommand::Credit(CreditCommand::Refund {
            person,
            opportunity,
            kind,
            why: "x".into(),
        }),
        BoardCommand::Judge {
            proposal: PROPOSAL,
            verdict: Verdict::Interesting,
        },
        BoardCommand::Select {
            proposal: PROPOSAL,
            seen: 1,
            advice: "".into(),
            formula: None,
            said: "x".into(),
        },
        BoardCommand::Choose {
            opportunity,
            formula: Formula::Basic,
            said: "x".into(),
        },
        BoardCommand::Reopen {
            opportunity,
            reason: "x".into(),
        },
        BoardCommand::Advise {
            opportunity,
            words: "x".into(),
        },
        BoardCommand::Because {
            why: DeclineReason::PRICE,
            then: Box::new(BoardCommand::Judge {
                proposal: PROPOSAL,
                verdict: Verdict::NotInteresting,
            }),
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

fn of_proposers() -> Vec<BoardCommand> {
    let opportunity = OPPORTUNITY;
    let price = Money {
        minor: 1,
        currency: Currency::EUR,
    };
    vec![
        BoardCommand::Credit(CreditCommand::Open {
            opportunity,
            kind: CreditKind::Consultation,
            price: 1,
            reason: "".into(),
        }),
        BoardCommand::Propose {
            opportunity,
            revision: Box::new(Revision {
                price: Some(Some(price)),
                available: None,
                text: Some("x".into()),
            }),
            submit: true,
        },
        BoardCommand::Attach {
            opportunity,
            file: file(),
        },
        BoardCommand::Detach {
            opportunity,
            file: file(),
        },
        BoardCommand::DropDraft(PROPOSAL),
        BoardCommand::Withdraw {
            proposal: PROPOSAL,
            reason: "x".into(),
        },
        BoardCommand::Confirm {
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
                option: None,
            }),
            tranches: Vec::new(),
            consent: false,
        },
        BoardCommand::Deal(DealCommand::Draw {
            opportunity,
            side: Side::Provider,
            seen: Vec::new(),
            tranches: Vec::new(),
            said: "x".into(),
        }),
        BoardCommand::Decline {
            opportunity,
            reason: "x".into(),
        },
    ]
}

fn of_missions(person: PersonId) -> Vec<BoardCommand> {
    let opportunity = OPPORTUNITY;
    vec![
        BoardCommand::Mission(MissionCommand::Team {
            opportunity,
            person,
            role: Some(MissionRole::Observer),
        }),
        BoardCommand::Mission(MissionCommand::AddSession {
            opportunity,
            session: Session {
                at: 1,
                place: "".into(),
                by: None,
                attended: None,
            },
        }),
        BoardCommand::Mission(MissionCommand::Plan {
            opportunity,
            seen: Vec::new(),
            sessions: Vec::new(),
        }),
        BoardCommand::Mission(MissionCommand::Tick {
            opportunity,
            task: Task::ROOM,
            done: true,
        }),
        BoardCommand::Mission(MissionCommand::Attend {
            opportunity,
            session: 0,
            at: 0,
            was: None,
            attended: 1,
        }),
        BoardCommand::Mission(MissionCommand::Deliver {
            opportunity,
            note: "".into(),
        }),
    ]
}
