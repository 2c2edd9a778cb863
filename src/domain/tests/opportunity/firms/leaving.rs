//! PPL-7: somebody leaves a firm, by themselves or put out. Their proposals, missions and credits stay the firm's, they see
//! none of it any more, and another speaks for what they had in hand.

use super::*;
use crate::domain::agenda::{Area, Whose};
use crate::domain::opportunity::MissionCommand;
use crate::domain::opportunity::mission::Session;
use crate::domain::opportunity::proposal::ProposalStanding;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::request::By;
use crate::domain::trade::MissionRole;

/// A firm of three: Fay, who began it, Zoé who proposes and Max who manages. Fay's proposal is before the client.
fn three() -> (Fair, PersonId, PersonId, ProposalId) {
    let mut fair = Fair::open();
    let zoe = fair.recruits(FAY, "Zoé", &[FirmRight::Proposes]);
    let max = fair.recruits(FAY, "Max", &[FirmRight::Manages]);
    let mine = fair.submits(FAY, INTRO);
    (fair, zoe, max, mine)
}

#[test]
fn ppl_7_one_proposes_one_leaves_another_confirms() {
    let (mut fair, zoe, _, mine) = three();
    let left = fair.left(FAY);
    fair.must(ANNA, fair.selecting(mine));
    let step = |fair: &Fair| fair.get(INTRODUCED).step.by;
    assert_eq!(step(&fair), By::Winner(FAY));
    fair.firm(FAY, FirmCommand::Leave);
    assert_eq!(
        step(&fair),
        By::Winner(zoe),
        "who proposes speaks for it now"
    );
    let own = FirmId::own(FAY).further(1);
    assert_eq!(fair.state.firms().of(FAY), [own], "a firm of one again");
    assert_eq!(fair.state.acting(FAY), own);
    assert_eq!(fair.left(FAY), left, "the credits are the firm's");
    let hers = CreditKind::ALL.map(|kind| fair.state.credits().left(own, kind));
    assert_eq!(hers, [0; 3]);
    assert!(fair.state.profile(FAY).is_none(), "so is the profile");
    assert_eq!(
        fair.no(FAY, fair.confirming(INTRO)),
        BoardRefusal::NoSuchOpportunity(INTRO).into(),
        "she sees none of it any more"
    );
    fair.must(zoe, fair.confirming(INTRO));
    assert_eq!(fair.mission(INTRO).coordinator, zoe);
    assert_eq!(fair.of(mine).state, ProposalStanding::Confirmed);
    assert_eq!(fair.of(mine).person, FAY, "who began it stays known");
    assert_eq!(step(&fair), By::Coordinator(zoe));
    let agenda = fair.state.agenda();
    assert_eq!(agenda.count(Area::Board, Whose::Firm(fays())), 1);
    assert_eq!(agenda.count(Area::Board, Whose::Firm(own)), 0);
    same_again(&fair);
}

#[test]
fn ppl_7_a_coordinator_leaves_and_the_mission_goes_on() {
    let (mut fair, zoe, max, mine) = three();
    fair.must(ANNA, fair.selecting(mine));
    fair.must(FAY, fair.confirming(INTRO));
    let session = |by| Session {
        at: fair.now + 3_600_000,
        place: "Ghent".into(),
        by,
        attended: None,
    };
    let plan = |by| {
        BoardCommand::Mission(MissionCommand::AddSession {
            opportunity: INTRO,
            session: session(by),
        })
    };
    let planned = [plan(Some(FAY)), plan(None)];
    for command in planned {
        // A colleague who proposes works on it, too.
        fair.must(zoe, command);
    }
    fair.firm(max, FirmCommand::Remove(FAY));
    let mission = fair.mission(INTRO);
    assert_eq!(mission.coordinator, zoe);
    assert_eq!(mission.role(FAY), None);
    assert!(mission.sessions.iter().all(|one| one.by.is_none()));
    assert!(fair.sees(FAY, |eyes| eyes.mission(INTRO).is_err()));
    let deliver = BoardCommand::Mission(MissionCommand::Deliver {
        opportunity: INTRO,
        note: "It went well.".into(),
    });
    assert_eq!(
        fair.no(FAY, deliver.clone()),
        BoardRefusal::NoSuchOpportunity(INTRO).into()
    );
    fair.must(zoe, deliver);
    same_again(&fair);
}

#[test]
fn ppl_7_who_is_put_out_leaves_the_team_of_its_missions() {
    let (mut fair, zoe, max, mine) = three();
    fair.must(ANNA, fair.selecting(mine));
    fair.must(FAY, fair.confirming(INTRO));
    let team = BoardCommand::Mission(MissionCommand::Team {
        opportunity: INTRO,
        person: zoe,
        role: Some(MissionRole::Facilitator),
    });
    fair.must(FAY, team);
    fair.firm(max, FirmCommand::Remove(zoe));
    assert_eq!(fair.mission(INTRO).role(zoe), None);
    assert_eq!(fair.mission(INTRO).coordinator, FAY);
    // Who came by an invitation alone has a firm of their own from then on.
    assert_eq!(fair.state.firms().of(zoe), [FirmId::own(zoe)]);
    assert!(fair.state.firms().is_alone(FirmId::own(zoe)));
    same_again(&fair);
}

#[test]
fn ppl_7_a_draft_goes_on_in_other_hands() {
    let mut fair = Fair::open();
    let zoe = fair.recruits(FAY, "Zoé", &[FirmRight::Proposes, FirmRight::Manages]);
    fair.opens(FAY, INTRO);
    let mut draft = fair.offering(INTRO);
    if let BoardCommand::Propose { submit, .. } = &mut draft {
        *submit = false;
    }
    fair.must(FAY, draft);
    fair.firm(FAY, FirmCommand::Leave);
    let mine = fair
        .state
        .board()
        .proposal_of(INTRO, fays())
        .expect("it stays")
        .id;
    assert_eq!(fair.of(mine).speaker(), zoe);
    assert!(fair.sees(FAY, |eyes| eyes.proposal(mine).is_err()));
    assert_eq!(fair.written(zoe, INTRO), mine);
    assert_eq!(fair.of(mine).state, ProposalStanding::Submitted);
    same_again(&fair);
}

#[test]
fn ppl_7_somebody_is_always_left_who_manages() {
    let (mut fair, zoe, max, _) = three();
    let last = Refusal::from(FirmRefusal::LastManager);
    let managing = |person, rights: &[FirmRight]| FirmCommand::ChangeRights {
        person,
        rights: with(rights),
    };
    fair.firm(FAY, managing(max, &[FirmRight::Sees]));
    assert_eq!(fair.firm_no(FAY, FirmCommand::Leave), last);
    assert_eq!(
        fair.firm_no(FAY, managing(FAY, &[FirmRight::Proposes])),
        last
    );
    assert_eq!(
        fair.firm_no(FAY, managing(FAY, &[])),
        FirmRefusal::RightMissing.into()
    );
    // One who may not enter manages nothing.
    fair.firm(FAY, managing(zoe, &[FirmRight::Manages]));
    let shut = |active| {
        Command::People(PeopleCommand::SetActive {
            person: zoe,
            active,
        })
    };
    fair.0.must(Some(ANNA), shut(false));
    assert_eq!(fair.firm_no(FAY, FirmCommand::Leave), last);
    fair.0.must(Some(ANNA), shut(true));
    fair.firm(FAY, FirmCommand::Leave);
    assert_eq!(
        fair.firm_no(zoe, FirmCommand::Remove(FAY)),
        FirmRefusal::NotAMember.into()
    );
    same_again(&fair);
}

#[test]
fn ppl_7_who_comes_back_finds_everything_and_who_left_twice_too() {
    let (mut fair, zoe, _, mine) = three();
    fair.firm(FAY, FirmCommand::Leave);
    let second = FirmId::own(FAY).further(1);
    fair.firm(FAY, FirmCommand::Name("Fay alone".into()));
    let max = fair.state.firms().members(fays())[1].person;
    fair.hires(max, FAY, &[FirmRight::Proposes]);
    assert_eq!(fair.state.firms().of(FAY), [fays(), second]);
    assert!(fair.sees(FAY, |eyes| eyes.proposal(mine).is_ok()));
    assert_eq!(fair.of(mine).speaker(), zoe);
    fair.firm(FAY, FirmCommand::Leave);
    assert_eq!(fair.state.firms().of(FAY), [second], "no third one");
    assert_eq!(fair.state.firms().name(second), "Fay alone");
    same_again(&fair);
}

#[test]
fn ppl_7_a_name_is_taken_back_by_who_manages_still() {
    let (mut fair, _, max, _) = three();
    fair.firm(max, FirmCommand::Name("Atelier Sud".into()));
    assert_eq!(fair.state.firms().name(fays()), "Atelier Sud");
    fair.0.must(Some(max), Command::Undo);
    assert_eq!(fair.state.firms().name(fays()), "");
    fair.0.must(Some(max), Command::Redo);
    fair.firm(
        FAY,
        FirmCommand::ChangeRights {
            person: max,
            rights: with(&[FirmRight::Sees]),
        },
    );
    assert_eq!(
        fair.decide(Some(max), &Command::Undo),
        Err(FirmRefusal::NeedsRight(FirmRight::Manages).into())
    );
    same_again(&fair);
}
