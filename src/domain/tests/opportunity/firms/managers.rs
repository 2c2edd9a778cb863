//! PPL-7: a firm whose managers may not enter any more gets one from the house; and each case is told of somebody who leaves.

use super::*;
use crate::domain::event::Event;
use crate::domain::opportunity::rules::hand::handed;
use crate::domain::opportunity::{BoardEvent, MissionCommand, MissionEvent};
use crate::domain::person::Permission;
use crate::domain::trade::MissionRole;

fn active(person: PersonId, active: bool) -> Command {
    Command::People(PeopleCommand::SetActive { person, active })
}

fn naming(firm: FirmId, person: PersonId) -> FirmCommand {
    FirmCommand::NameManager { firm, person }
}

/// What the cases are told with a decision.
fn told(decision: &Decision) -> Vec<(OpportunityId, PersonId, Option<PersonId>)> {
    let events = decision.events.iter().filter_map(|event| match event {
        Event::Board(of) => match &*of.event {
            BoardEvent::Mission(MissionEvent::Left { person, heir }) => {
                Some((of.opportunity, *person, *heir))
            }
            _ => None,
        },
        _ => None,
    });
    events.collect()
}

#[test]
fn ppl_7_the_house_names_a_manager_only_where_nobody_manages() {
    let mut fair = Fair::open();
    let zoe = fair.recruits(FAY, "Zoé", &[FirmRight::Proposes]);
    assert_eq!(
        fair.firm_no(ANNA, naming(fays(), zoe)),
        FirmRefusal::HasManager(fays()).into()
    );
    fair.0.must(Some(ANNA), active(FAY, false));
    let none = Refusal::NotPermitted(Permission::KeepFacilitators);
    for other in [zoe, GIL, BEN, PAUL] {
        assert_eq!(fair.firm_no(other, naming(fays(), zoe)), none, "{other}");
    }
    for (firm, person) in [(fays(), GIL), (fays(), FAY)] {
        let why = fair.firm_no(ANNA, naming(firm, person));
        assert_eq!(why, FirmRefusal::NotAMember.into(), "{person}");
    }
    let nowhere = FirmId::own(FAY).further(7);
    assert_eq!(
        fair.firm_no(ANNA, naming(nowhere, zoe)),
        FirmRefusal::NoSuchFirm(nowhere).into()
    );
    fair.firm(ANNA, naming(fays(), zoe));
    let rights = fair.state.firms().rights(zoe, fays()).expect("a member");
    assert!(rights.has(FirmRight::Manages) && rights.has(FirmRight::Proposes));
    fair.firm(zoe, FirmCommand::Name("Atelier Sud".into()));
    same_again(&fair);
}

// PPL-1: who is of the house and of a firm does not make its managers.
#[test]
fn ppl_1_nobody_of_the_house_names_a_manager_of_their_own_firm() {
    let mut fair = Fair::open();
    let zoe = fair.recruits(FAY, "Zoé", &[FirmRight::Proposes]);
    let roles = vec![Role::Manager, Role::Facilitator];
    let change = PeopleCommand::ChangeRoles { person: GIL, roles };
    fair.0.must(Some(ANNA), Command::People(change));
    fair.hires(FAY, GIL, &[FirmRight::Sees]);
    fair.0.must(Some(ANNA), active(FAY, false));
    for person in [GIL, zoe] {
        let why = fair.firm_no(GIL, naming(fays(), person));
        assert_eq!(why, FirmRefusal::OwnFirm.into(), "{person}");
    }
}

#[test]
fn ppl_7_each_case_is_told_who_speaks_for_it_from_then_on() {
    let mut fair = Fair::open();
    let zoe = fair.recruits(FAY, "Zoé", &[FirmRight::Proposes]);
    fair.recruits(FAY, "Max", &[FirmRight::Manages]);
    fair.submits(FAY, INTRO);
    fair.runs(FAY, SUB);
    let trail = |fair: &Fair, id| fair.get(id).trail.len();
    let before = [INTRODUCED, SUBCONTRACTED].map(|id| trail(&fair, id));
    let left = fair.firm(FAY, FirmCommand::Leave);
    let all = [(SUB, FAY, Some(zoe)), (INTRO, FAY, Some(zoe))];
    assert_eq!(told(&left), all);
    let after = [INTRODUCED, SUBCONTRACTED].map(|id| trail(&fair, id));
    assert_eq!(after, before.map(|n| n + 1), "on the timeline of each");
    same_again(&fair);
}

#[test]
fn ppl_7_of_drafts_and_of_what_is_over_nothing_is_told() {
    let mut fair = Fair::open();
    let zoe = fair.recruits(FAY, "Zoé", &[FirmRight::Proposes]);
    fair.recruits(FAY, "Max", &[FirmRight::Manages]);
    fair.opens(FAY, INTRO);
    let mut draft = fair.offering(INTRO);
    if let BoardCommand::Propose { submit, .. } = &mut draft {
        *submit = false;
    }
    fair.0.must(Some(FAY), Command::Board(Box::new(draft)));
    let sent = fair.submits(FAY, SUB);
    fair.must(ANNA, fair.selecting(sent));
    fair.must(zoe, fair.confirming(SUB));
    let team = MissionCommand::Team {
        opportunity: SUB,
        person: FAY,
        role: Some(MissionRole::Facilitator),
    };
    fair.must(zoe, BoardCommand::Mission(team));
    let left = fair.firm(FAY, FirmCommand::Leave);
    assert_eq!(told(&left), [(SUB, FAY, None)], "she only helped there");
}

// PPL-7: who was relieved of a mission and leaves the firm hands nothing over, and the mission goes on to the next.
#[test]
fn ppl_7_who_was_relieved_leaves_and_the_next_takes_the_mission() {
    let mut fair = Fair::open();
    fair.hires(FAY, GIL, &[FirmRight::Proposes, FirmRight::Manages]);
    fair.runs(FAY, SUB);
    let replace = MissionCommand::Replace {
        opportunity: SUB,
        person: HEL,
        price: None,
        reason: "ill".into(),
    };
    fair.must(ANNA, BoardCommand::Mission(replace));
    let left = fair.firm(FAY, FirmCommand::Leave);
    assert_eq!(told(&left), [], "she had it in hand no more");
    let (agreement, tranches) = handed(fair.the(SUB)).expect("terms");
    let take = MissionCommand::Take {
        opportunity: SUB,
        agreement: Box::new(agreement),
        tranches,
        consent: false,
    };
    fair.must(HEL, BoardCommand::Mission(take));
    assert_eq!(fair.mission(SUB).coordinator, HEL);
    same_again(&fair);
}

/// Every refusal of what the house does about managers, met once.
pub(super) fn met() -> [Refusal; 2] {
    let mut fair = Fair::open();
    let zoe = fair.recruits(FAY, "Zoé", &[FirmRight::Proposes]);
    let managed = fair.firm_no(ANNA, naming(fays(), zoe));
    let roles = vec![Role::Manager, Role::Facilitator];
    let change = PeopleCommand::ChangeRoles { person: GIL, roles };
    fair.0.must(Some(ANNA), Command::People(change));
    fair.hires(FAY, GIL, &[FirmRight::Sees]);
    [managed, fair.firm_no(GIL, naming(fays(), zoe))]
}
