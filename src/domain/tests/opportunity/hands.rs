//! BRD-8: who stands for a mission: the client's people in charge (S4), named by her or with how she said so (PPL-3), who
//! see that mission and nothing else (PPL-2); another coordinator in the place of one who cannot go on, with an exit always.

use super::bench::*;
use crate::domain::command::Command;
use crate::domain::eyes::Eyes;
use crate::domain::ids::{ContactId, PersonId};
use crate::domain::money::Money;
use crate::domain::opportunity::mission::refusal::MissionRefusal;
use crate::domain::opportunity::mission::{Mission, Session};
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::rules::hand::handed;
use crate::domain::opportunity::{BoardCommand, EndReason, MissionCommand};
use crate::domain::person::Role;
use crate::domain::person::command::PeopleCommand;
use crate::domain::refusal::Refusal;
use crate::domain::request::By;
use crate::domain::trade::MissionRole;

/// Another of Acme's people, who can log in.
const ZOE: PersonId = PersonId(12);

/// Fay runs the introduced opportunity; Zoé wrote for the same client once, and nobody named her.
fn running() -> (Fair, ContactId) {
    let mut fair = Fair::open();
    fair.runs(FAY, INTRO);
    let mut other = mail(9_000, "", "Acme / dates", "In May?");
    other.from.name = "Zoé Blanc".into();
    other.from.email = "zoe@acme.example".into();
    fair.0.receive(other).expect("a request");
    let zoe = fair.state.contact_of_email("zoe@acme.example");
    let zoe = zoe.expect("a contact");
    let add = PeopleCommand::Add(somebody("Zoe", &[Role::ClientContact]));
    fair.0.must(Some(ANNA), Command::People(add));
    let link = PeopleCommand::LinkContact {
        person: ZOE,
        contact: Some(zoe),
    };
    fair.0.must(Some(ANNA), Command::People(link));
    (fair, zoe)
}

fn charge(contact: ContactId, there: bool, said: &str) -> BoardCommand {
    BoardCommand::Mission(MissionCommand::InCharge {
        opportunity: INTRO,
        contact,
        there,
        said: said.into(),
    })
}

fn replace(to: PersonId, price: Option<Money>) -> BoardCommand {
    BoardCommand::Mission(MissionCommand::Replace {
        opportunity: INTRO,
        person: to,
        price,
        reason: "she is ill".into(),
    })
}

fn take(fair: &Fair) -> BoardCommand {
    let (agreement, tranches) = handed(fair.the(INTRO)).expect("terms");
    BoardCommand::Mission(MissionCommand::Take {
        opportunity: INTRO,
        agreement: Box::new(agreement),
        tranches,
        consent: false,
    })
}

fn pass() -> BoardCommand {
    BoardCommand::Mission(MissionCommand::Pass {
        opportunity: INTRO,
        reason: "not in May".into(),
    })
}

fn add_session(fair: &Fair, by: PersonId) -> BoardCommand {
    BoardCommand::Mission(MissionCommand::AddSession {
        opportunity: INTRO,
        session: Session {
            at: fair.later(50),
            place: "Ghent".into(),
            by: Some(by),
            attended: None,
        },
    })
}

fn deliver() -> BoardCommand {
    BoardCommand::Mission(MissionCommand::Deliver {
        opportunity: INTRO,
        note: "well".into(),
    })
}

#[test]
fn brd_8_the_client_names_her_people_in_charge_and_staff_say_how_she_did() {
    let (mut fair, zoe) = running();
    assert_eq!(
        fair.no(BEN, charge(zoe, true, "")),
        Refusal::Board(BoardRefusal::HowSaidMissing)
    );
    fair.must(BEN, charge(zoe, true, "by phone"));
    assert_eq!(fair.mission(INTRO).in_charge, [zoe]);
    assert_eq!(fair.no(PAUL, charge(zoe, true, "")), Refusal::AlreadySo);
    fair.must(PAUL, charge(zoe, false, ""));
    fair.must(PAUL, charge(zoe, true, ""));
    fair.must(PAUL, charge(ContactId(1), true, ""));
    let charges = |fair: &Fair, id| fair.state.board().charges_of(id).collect::<Vec<_>>();
    assert_eq!(charges(&fair, zoe), [INTRO]);
    // Another client's contact, one there is not, and who may not.
    for contact in [ContactId(2), ContactId(99)] {
        assert_eq!(
            fair.no(PAUL, charge(contact, true, "")),
            Refusal::NoSuchThing
        );
    }
    assert!(matches!(
        fair.no(FAY, charge(zoe, false, "")),
        Refusal::NotPermitted(_)
    ));
    let none = Refusal::Board(BoardRefusal::NoSuchOpportunity(INTRO));
    assert_eq!(fair.no(LEA, charge(zoe, false, "")), none);
    assert_eq!(
        fair.no(ZOE, charge(zoe, false, "")),
        none,
        "not hers to say"
    );
    fair.must(FAY, deliver());
    let over = Refusal::Board(BoardRefusal::NotPending(INTRO));
    assert_eq!(fair.no(PAUL, charge(zoe, false, "")), over);
    replays(&fair);
}

#[test]
fn ppl_2_who_is_in_charge_sees_the_mission_and_nothing_that_led_to_it() {
    let (mut fair, zoe) = running();
    let sees = |fair: &Fair, who| {
        let eyes = Eyes::of(&fair.state, who).expect("somebody");
        let one = fair.the(INTRO);
        let proposal = one.stage.winner().expect("a winner");
        [
            eyes.opportunity(INTRO).is_ok(),
            eyes.mission(INTRO).is_ok(),
            eyes.see_client(one),
            eyes.see_proposal(one, proposal),
            eyes.proposal(proposal).is_ok(),
            eyes.see_price(one) && eyes.see(one),
            eyes.opportunity(SUB).is_ok(),
        ]
    };
    assert_eq!(sees(&fair, ZOE), [false; 7], "nobody named her");
    fair.must(PAUL, charge(zoe, true, ""));
    assert_eq!(
        sees(&fair, ZOE),
        [true, true, true, false, false, false, false]
    );
    assert_eq!(
        sees(&fair, LEA)[..6],
        [false; 6],
        "another client's contact"
    );
    fair.must(PAUL, charge(zoe, false, ""));
    assert_eq!(sees(&fair, ZOE), [false; 7]);
}

#[test]
fn brd_8_the_house_offers_the_mission_to_another_who_takes_it() {
    let (mut fair, _) = running();
    fair.must(FAY, add_session(&fair, FAY));
    fair.must(BEN, replace(HEL, None));
    let mission = fair.mission(INTRO);
    assert_eq!(
        mission.sessions[0].by, None,
        "sessions to come are held by nobody"
    );
    assert_eq!((mission.next(), mission.runs(FAY)), (Some(HEL), false));
    assert_eq!(fair.get(INTRODUCED).step.by, By::Winner(HEL));
    // Nobody coordinates it meanwhile; the house goes on.
    for who in [FAY, HEL] {
        let refused = fair.no(who, deliver());
        assert!(matches!(refused, Refusal::NotYours { .. }), "{refused:?}");
    }
    fair.must(BEN, add_session(&fair, FAY).clone_without_holder());
    fair.must(HEL, take(&fair));
    let mission = fair.mission(INTRO);
    assert_eq!((mission.coordinator, mission.next()), (HEL, Some(HEL)));
    assert_eq!(mission.former.len(), 1);
    assert_eq!(fair.get(INTRODUCED).step.by, By::Coordinator(HEL));
    assert!(fair.state.board().awaits(HEL, INTRO) && !fair.state.board().awaits(FAY, INTRO));
    fair.must(HEL, deliver());
    replays(&fair);
}

trait WithoutHolder {
    fn clone_without_holder(self) -> BoardCommand;
}

impl WithoutHolder for BoardCommand {
    fn clone_without_holder(mut self) -> BoardCommand {
        if let BoardCommand::Mission(MissionCommand::AddSession { session, .. }) = &mut self {
            session.by = None;
        }
        self
    }
}

#[test]
fn brd_8_who_is_asked_may_decline_and_the_mission_waits_for_another() {
    let (mut fair, _) = running();
    fair.must(BEN, replace(HEL, None));
    assert_eq!(
        fair.no(GIL, pass()),
        Refusal::Board(BoardRefusal::NoSuchOpportunity(INTRO)),
        "Gil knows nothing of it"
    );
    let not_offered = Refusal::Mission(MissionRefusal::NotOffered(INTRO));
    assert_eq!(fair.no(FAY, pass()), not_offered);
    fair.must(HEL, pass());
    assert_eq!(fair.mission(INTRO).next(), None);
    assert!(matches!(fair.get(INTRODUCED).step.by, By::Us(_)));
    assert!(fair.tries(HEL, pass()).is_err());
    // The exits: it is offered to another, or again, or ended, or delivered by the house.
    let end = BoardCommand::End {
        opportunity: INTRO,
        why: EndReason::SILENT,
        refund: false,
    };
    for command in [
        replace(GIL, None),
        replace(HEL, None),
        replace(FAY, None),
        end,
        deliver(),
    ] {
        let mut fair = fair.clone();
        fair.must(BEN, command);
        replays(&fair);
    }
    // She herself may come back, and is no former one then.
    fair.must(BEN, replace(FAY, None));
    fair.must(FAY, take(&fair));
    assert!(fair.mission(INTRO).runs(FAY) && fair.mission(INTRO).was_of(FAY.into()).is_none());
}

#[test]
fn brd_8_another_is_eligible_is_asked_with_a_reason_and_confirms_what_they_saw() {
    let (mut fair, _) = running();
    let mut silent = replace(HEL, None);
    if let BoardCommand::Mission(MissionCommand::Replace { reason, .. }) = &mut silent {
        *reason = " ".into();
    }
    assert_eq!(fair.no(BEN, silent), Refusal::ReasonMissing);
    assert_eq!(fair.no(BEN, replace(FAY, None)), Refusal::AlreadySo);
    assert!(matches!(
        fair.no(FAY, replace(HEL, None)),
        Refusal::NotPermitted(_)
    ));
    let mut unable = fair.clone();
    let mut profile = able(&[crate::domain::house::Language::EN]);
    profile.published = false;
    unable.profiled(HEL, profile.clone());
    let refused = unable.no(BEN, replace(HEL, None));
    assert!(matches!(
        refused,
        Refusal::Board(BoardRefusal::NotEligible(_))
    ));
    // The client agreed to the price of an introduced mission.
    let other = Some(euros(70_000));
    let agreed = Refusal::Mission(MissionRefusal::PriceAgreed);
    assert_eq!(fair.no(BEN, replace(HEL, other)), agreed);
    fair.must(BEN, replace(HEL, Some(euros(80_000))));
    assert_eq!(fair.no(BEN, replace(HEL, None)), Refusal::AlreadySo);
    let mut wrong = take(&fair);
    if let BoardCommand::Mission(MissionCommand::Take { agreement, .. }) = &mut wrong {
        agreement.usage_permille += 1;
    }
    assert_eq!(
        fair.no(HEL, wrong),
        Refusal::Board(BoardRefusal::TermsChanged)
    );
    fair.profiled(HEL, profile);
    let refused = fair.no(HEL, take(&fair));
    assert!(matches!(
        refused,
        Refusal::Board(BoardRefusal::NotEligible(_))
    ));
    fair.must(HEL, pass());
}

#[test]
fn brd_8_under_subcontracting_the_house_says_the_price_anew() {
    let mut fair = Fair::open();
    fair.runs(FAY, SUB);
    let to = |price| {
        BoardCommand::Mission(MissionCommand::Replace {
            opportunity: SUB,
            person: HEL,
            price,
            reason: "she is ill".into(),
        })
    };
    let expected = euros(1).currency;
    let wrong = crate::domain::money::refusal::MoneyRefusal::WrongCurrency { expected };
    assert_eq!(fair.no(BEN, to(Some(dollars(1)))), wrong.into());
    fair.must(BEN, to(Some(euros(100_000))));
    let (agreement, tranches) = handed(fair.the(SUB)).expect("terms");
    assert_eq!((agreement.price, tranches.len()), (euros(100_000), 0));
    fair.must(
        HEL,
        BoardCommand::Mission(MissionCommand::Take {
            opportunity: SUB,
            agreement: Box::new(agreement),
            tranches,
            consent: false,
        }),
    );
    let agreed = fair.the(SUB).agreement.as_deref().expect("terms");
    assert_eq!(agreed.price, euros(100_000));
    replays(&fair);
}

#[test]
fn ppl_2_the_former_coordinator_and_whom_it_is_offered_to_do_not_reach_the_client() {
    let (mut fair, _) = running();
    let eyes = |fair: &Fair, who: PersonId| {
        let eyes = Eyes::of(&fair.state, who).expect("somebody");
        let one = fair.the(INTRO);
        [eyes.see(one), eyes.see_text(one), eyes.see_client(one)]
    };
    assert_eq!(eyes(&fair, FAY), [true, true, true]);
    assert_eq!(eyes(&fair, HEL), [false, false, false]);
    fair.must(BEN, replace(HEL, None));
    assert_eq!(eyes(&fair, FAY), [true, true, false], "from the relief on");
    assert_eq!(eyes(&fair, HEL), [true, true, false], "until she takes it");
    fair.must(HEL, take(&fair));
    assert_eq!(eyes(&fair, HEL), [true, true, true]);
    use crate::domain::opportunity::rules::clock::{ContactClock, contact_clock};
    let clock = |fair: &Fair, who| contact_clock(&fair.state, fair.the(INTRO), who, fair.now);
    assert_eq!(clock(&fair, HEL), ContactClock::Open);
    assert_eq!(clock(&fair, FAY), ContactClock::Over);
}

#[test]
fn ppl_1_an_officer_who_could_coordinate_replaces_nobody() {
    let (mut fair, _) = running();
    let roles = vec![Role::RelationOfficer, Role::Facilitator];
    let change = PeopleCommand::ChangeRoles { person: BEN, roles };
    fair.0.must(Some(ANNA), Command::People(change));
    let both = Refusal::Board(BoardRefusal::BothSides(INTRO));
    assert_eq!(fair.no(BEN, replace(HEL, None)), both);
    fair.must(ANNA, replace(HEL, None));
}

#[test]
fn brd_8_what_was_done_before_a_relief_is_not_taken_back_over_it() {
    let (mut fair, _) = running();
    fair.must(FAY, add_session(&fair, FAY));
    fair.must(BEN, replace(HEL, None));
    for who in [FAY, BEN] {
        let undone = fair.decide(Some(who), &Command::Undo);
        assert!(undone.is_err(), "{who}: {undone:?}");
    }
    // One of the team who helps on is in the way of nothing.
    let team = BoardCommand::Mission(MissionCommand::Team {
        opportunity: INTRO,
        person: HEL,
        role: Some(MissionRole::Facilitator),
    });
    let one = Refusal::Mission(MissionRefusal::OneCoordinator);
    assert_eq!(fair.no(BEN, team), one);
    assert!(fair.mission(INTRO).former.len() <= Mission::FORMER_MOST);
}
