//! A house with a board: facilitators of all kinds, a client who can log in, opportunities under way.
//! Everything is done by commands, as people do it.

use std::rc::Rc;

use entremise::domain::facilitator::FacilitatorProfile;
use entremise::domain::house::{Country, Language};
use entremise::domain::ids::{ContactId, OpportunityId, ProposalId};
use entremise::domain::money::{Currency, Money};
use entremise::domain::opportunity::command::Description;
use entremise::domain::opportunity::credit::CreditKind;
use entremise::domain::opportunity::proposal::{Revision, Verdict};
use entremise::domain::opportunity::{BoardCommand, CreditCommand, Formula, Notice, Payer};
use entremise::domain::person::command::PeopleCommand;
use entremise::domain::person::{NewPerson, Role};
use entremise::domain::request::Group;
use entremise::domain::trade::{Audience, Work};
use entremise::domain::trade::{Belt, Compliance};
use entremise::domain::{Act, Command, Millis, PersonId, RequestId};

use super::rig::{AMELIE, House, letter};

/// An hour.
pub const HOUR: Millis = 3_600_000;
/// The first facilitator: green belt, French and English.
pub const FAY: PersonId = PersonId(4);
/// The second: blue belt.
pub const GUS: PersonId = PersonId(5);
/// The third: a white belt, who may not coordinate.
pub const IDA: PersonId = PersonId(6);
/// The client of `R-1`.
pub const PAUL: PersonId = PersonId(7);
/// The first opportunity.
pub const FIRST: OpportunityId = OpportunityId(1);

/// An amount in euros.
pub fn euros(n: i64) -> Money {
    Money {
        minor: n * 100,
        currency: Currency::EUR,
    }
}

/// A notice for three weeks from now.
pub fn notice(house: &House, title: &str) -> Notice {
    Notice {
        title: title.into(),
        work: Work::WORKSHOP,
        audience: Audience::COMPANY,
        language: Language::FR,
        country: Country::parse("BE"),
        place: "Bruxelles".into(),
        online: false,
        starts: Some(house.now() + 30 * 24 * HOUR),
        dates: "".into(),
        participants: Some(120),
        sessions: 2,
        deadline: house.now() + 12 * 24 * HOUR,
        amount: Some(euros(2_500)),
        formula: Some(Formula::Basic),
        payer: Payer::Client,
        payer_reason: "".into(),
        urgent: false,
        skills: Vec::new(),
    }
}

/// Does something on the board; it must be possible.
pub fn board(house: &House, who: PersonId, command: BoardCommand) {
    house.must(Some(who), Command::Board(Box::new(command)));
}

/// A profile with this level.
fn profile(belt: Belt) -> FacilitatorProfile {
    FacilitatorProfile {
        country: Country::parse("FR"),
        languages: vec![Language::FR, Language::EN],
        published: true,
        belts: vec![(Work::WORKSHOP, belt), (Work::TRAINING, belt)],
        compliance: vec![Compliance::CHARTER, Compliance::INSURANCE],
        ..FacilitatorProfile::default()
    }
}

fn add(house: &House, name: &str, role: Role) {
    let person = NewPerson {
        name: name.into(),
        email: "".into(),
        roles: vec![role],
    };
    house.must(Some(AMELIE), Command::People(PeopleCommand::Add(person)));
}

/// The people, and a request of Paul's whose group is decided; nothing on the board yet.
pub fn people() -> Rc<House> {
    let house = House::with(&[letter(
        "Paul Roux <paul@timetours.example>",
        "TIME TOURS / atelier climat",
        "Bonjour, nous cherchons une animation pour 120 personnes.",
    )]);
    for (name, belt) in [
        ("Fay Lemoine", Belt::GREEN),
        ("Gus Adler", Belt::BLUE),
        ("Ida Novak", Belt::WHITE),
    ] {
        add(&house, name, Role::Facilitator);
        let person = house.person(name);
        let profile = Box::new(profile(belt));
        house.must(
            Some(AMELIE),
            Command::People(PeopleCommand::KeepProfile { person, profile }),
        );
        for kind in CreditKind::ALL {
            let (count, why) = (4, "abonnement".into());
            board(
                &house,
                AMELIE,
                BoardCommand::Credit(CreditCommand::Grant {
                    person,
                    kind,
                    count,
                    why,
                }),
            );
        }
    }
    add(&house, "Paul Roux", Role::ClientContact);
    let link = Command::People(PeopleCommand::LinkContact {
        person: PAUL,
        contact: Some(ContactId(1)),
    });
    house.must(Some(AMELIE), link);
    house.act(AMELIE, 1, Act::SetGroup(Some(Group::ClientIntroduction)));
    house
}

/// Posts request `request` under Client introduction.
pub fn post(house: &House, request: u32, notice: Notice, text: &str) {
    let command = BoardCommand::Post {
        request: RequestId(request),
        quotation: None,
        notice: Box::new(notice),
        description: Description {
            text: text.into(),
            files: Vec::new(),
        },
    };
    board(house, AMELIE, command);
}

/// The people, with one opportunity of Paul's on the board.
pub fn posted() -> Rc<House> {
    let house = people();
    let text = "Une demi-journée avec toute l’équipe.\nSalle de 150 places, écran, micros.";
    post(&house, 1, notice(&house, "Atelier climat"), text);
    house
}

/// Takes the first two steps on it.
pub fn enter(house: &House, who: PersonId, opportunity: OpportunityId) {
    for kind in [CreditKind::Consultation, CreditKind::Offer] {
        let (price, reason) = (1, "".into());
        board(
            house,
            who,
            BoardCommand::Credit(CreditCommand::Open {
                opportunity,
                kind,
                price,
                reason,
            }),
        );
    }
}

/// Submits a proposal for it, with the steps before.
pub fn propose(house: &House, who: PersonId, opportunity: OpportunityId, price: i64, text: &str) {
    enter(house, who, opportunity);
    let revision = Revision {
        price: Some(Some(euros(price))),
        available: Some("tout avril".into()),
        text: Some(text.into()),
    };
    board(
        house,
        who,
        BoardCommand::Propose {
            opportunity,
            revision: Box::new(revision),
            submit: true,
        },
    );
}

/// Says what the client thinks of a proposal.
pub fn judge(house: &House, proposal: u32, verdict: Verdict) {
    let proposal = ProposalId(proposal);
    board(house, PAUL, BoardCommand::Judge { proposal, verdict });
}

/// The board with two proposals for `O-1`: Fay's for 1 900, Gus's for 2 400.
pub fn contested() -> Rc<House> {
    let house = posted();
    propose(
        &house,
        FAY,
        FIRST,
        1_900,
        "Je viens avec deux collègues.\nNous avons fait Lyon.",
    );
    propose(
        &house,
        GUS,
        FIRST,
        2_400,
        "Huit ans de pratique, en entreprise.",
    );
    house
}
