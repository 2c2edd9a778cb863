//! FUP-4: whom a facilitator asks, first the providers' desk, then who follows the project up; and who is told of neither.

use super::bench::*;
use crate::domain::command::{Act, Command};
use crate::domain::eyes::Eyes;
use crate::domain::ids::{OpportunityId, PersonId};
use crate::domain::opportunity::{BoardCommand, MissionCommand};
use crate::domain::person::command::PeopleCommand;
use crate::domain::person::{Permission, Role};
use crate::domain::trade::MissionRole;

/// Of the providers' desk.
const PIA: PersonId = PersonId(12);

fn with_desk() -> Fair {
    let mut fair = Fair::open();
    let pia = somebody("Pia", &[Role::ProvidersDesk]);
    fair.0
        .must(Some(ANNA), Command::People(PeopleCommand::Add(pia)));
    fair
}

fn first(fair: &Fair, who: PersonId) -> Vec<PersonId> {
    let eyes = Eyes::of(&fair.state, who).expect("somebody who may enter");
    eyes.providers_desk().map(|one| one.id).collect()
}

fn then(fair: &Fair, who: PersonId, id: OpportunityId) -> Option<PersonId> {
    let eyes = Eyes::of(&fair.state, who).expect("somebody who may enter");
    eyes.follow_up(fair.the(id)).map(|one| one.id)
}

fn active(person: PersonId, active: bool) -> Command {
    Command::People(PeopleCommand::SetActive { person, active })
}

#[test]
fn fup_4_the_providers_desk_comes_first_and_only_for_facilitators() {
    let mut fair = Fair::open();
    assert_eq!(first(&fair, FAY), [], "nobody has the role");
    fair = with_desk();
    assert_eq!(first(&fair, FAY), [PIA]);
    for other in [ANNA, BEN, PAUL, LEA, TOM] {
        assert_eq!(first(&fair, other), [], "{other}");
    }
    fair.0.must(Some(ANNA), active(PIA, false));
    assert_eq!(first(&fair, FAY), [], "who may not enter is not named");
}

#[test]
fn fup_4_then_who_works_the_request_else_who_posted_it() {
    let mut fair = with_desk();
    fair.opens(FAY, INTRO);
    assert_eq!(then(&fair, FAY, INTRO), None, "she has only opened it");
    fair.must(FAY, fair.offering(INTRO));
    assert_eq!(then(&fair, FAY, INTRO), Some(BEN), "he posted it");
    for other in [GIL, HEL, PAUL, LEA, ANNA, BEN, PIA] {
        assert_eq!(then(&fair, other, INTRO), None, "{other}");
    }
    fair.0.act(ANNA, INTRODUCED, Act::Claim);
    assert_eq!(then(&fair, FAY, INTRO), Some(ANNA), "she works it");
    fair.0.must(Some(ANNA), Command::Undo);
    // Who sells subscriptions does no follow-up (S1), whoever's the request is.
    fair.0.act(PIA, INTRODUCED, Act::Claim);
    assert_eq!(then(&fair, FAY, INTRO), Some(BEN));
    fair.0.must(Some(ANNA), active(BEN, false));
    assert_eq!(then(&fair, FAY, INTRO), None, "he may not enter");
}

#[test]
fn fup_4_a_draft_tells_nothing_and_a_place_in_the_team_does() {
    let mut fair = with_desk();
    fair.opens(GIL, INTRO);
    let mut draft = fair.offering(INTRO);
    if let BoardCommand::Propose { submit, .. } = &mut draft {
        *submit = false;
    }
    fair.must(GIL, draft);
    assert_eq!(then(&fair, GIL, INTRO), None, "nobody knows of a draft");
    fair.runs(FAY, SUB);
    assert_eq!(then(&fair, HEL, SUB), None);
    let team = MissionCommand::Team {
        opportunity: SUB,
        person: HEL,
        role: Some(MissionRole::Facilitator),
    };
    fair.must(FAY, BoardCommand::Mission(team));
    assert_eq!(then(&fair, HEL, SUB), then(&fair, FAY, SUB));
    assert!(then(&fair, HEL, SUB).is_some());
}

// FUP-4: the providers' desk sells credits and attests; it posts, judges and quotes nothing.
#[test]
fn fup_4_the_desk_that_sells_does_no_follow_up() {
    let may = |permission| Role::ProvidersDesk.permits(permission);
    for permission in [
        Permission::GrantCredits,
        Permission::KeepFacilitators,
        Permission::WorkRequests,
    ] {
        assert!(may(permission), "{permission:?}");
    }
    for permission in [
        Permission::PostOpportunities,
        Permission::Qualify,
        Permission::RunMissions,
        Permission::Quote,
        Permission::Propose,
        Permission::ManagePeople,
    ] {
        assert!(!may(permission), "{permission:?}");
    }
}
