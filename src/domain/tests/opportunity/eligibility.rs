//! BRD-3: who may apply, and each reason why not.

use super::bench::*;
use crate::domain::command::Command;
use crate::domain::facilitator::FacilitatorProfile;
use crate::domain::house::Language;
use crate::domain::ids::PersonId;
use crate::domain::lists::rules::uses;
use crate::domain::lists::{Entry, ListName};
use crate::domain::opportunity::BoardCommand;
use crate::domain::opportunity::credit::CreditKind;
use crate::domain::opportunity::lack::Lack;
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::rules::eligibility::{is_eligible, lacks};
use crate::domain::person::Role;
use crate::domain::person::command::PeopleCommand;
use crate::domain::refusal::Refusal;
use crate::domain::terms::Need;
use crate::domain::trade::{Audience, MissionRole, Skill, Work};
use crate::domain::trade::{Belt, Compliance};

fn lacking(fair: &Fair, who: PersonId) -> Vec<Lack> {
    let notice = &fair.the(INTRO).notice;
    let found = lacks(&fair.state, who, notice, MissionRole::Coordinator);
    assert_eq!(found.is_empty(), is_eligible(&fair.state, who, notice));
    found
}

fn level(needs: Belt, has: Option<Belt>) -> Lack {
    Lack::Level {
        work: Work::WORKSHOP,
        audience: Audience::COMPANY,
        role: MissionRole::Coordinator,
        needs,
        has,
    }
}

#[test]
fn brd_3_each_thing_that_is_missing_is_a_reason() {
    let english = [Language::EN];
    let whole = able(&english);
    let table: [(FacilitatorProfile, Vec<Lack>); 6] = [
        (whole.clone(), vec![]),
        (
            FacilitatorProfile {
                published: false,
                ..whole.clone()
            },
            vec![Lack::Unpublished],
        ),
        (
            FacilitatorProfile {
                belts: vec![
                    (Work::WORKSHOP, Belt::ORANGE),
                    (Work::TRAINING, Belt::BLACK),
                ],
                ..whole.clone()
            },
            vec![level(Belt::GREEN, Some(Belt::ORANGE))],
        ),
        (
            FacilitatorProfile {
                belts: Vec::new(),
                ..whole.clone()
            },
            vec![level(Belt::GREEN, None)],
        ),
        (able(&[Language::FR]), vec![Lack::Speaks(Language::EN)]),
        (
            FacilitatorProfile {
                compliance: vec![Compliance::REGISTRATION],
                ..whole
            },
            vec![
                Lack::Compliance(Compliance::CHARTER),
                Lack::Compliance(Compliance::INSURANCE),
            ],
        ),
    ];
    for (profile, wanted) in table {
        let mut fair = Fair::open();
        fair.profiled(FAY, profile);
        assert_eq!(lacking(&fair, FAY), wanted);
        fair.must(FAY, fair.step(INTRO, CreditKind::Consultation));
        let offer = fair.tries(FAY, fair.step(INTRO, CreditKind::Offer));
        match wanted.is_empty() {
            true => assert!(offer.is_ok()),
            false => assert_eq!(
                offer,
                Err(Refusal::Board(BoardRefusal::NotEligible(wanted)))
            ),
        }
    }
}

#[test]
fn brd_3_without_a_profile_all_is_missing_and_who_is_no_facilitator_lacks_that() {
    let mut fair = Fair::open();
    let add = Command::People(PeopleCommand::Add(somebody("New", &[Role::Facilitator])));
    fair.0.must(Some(ANNA), add);
    let new = PersonId(12);
    assert_eq!(
        lacking(&fair, new),
        [
            Lack::Unpublished,
            level(Belt::GREEN, None),
            Lack::Speaks(Language::EN),
            Lack::Compliance(Compliance::CHARTER),
            Lack::Compliance(Compliance::INSURANCE),
        ]
    );
    for who in [BEN, PAUL, PersonId(99)] {
        assert_eq!(lacking(&fair, who), [Lack::NotAFacilitator]);
    }
    let out = Command::People(PeopleCommand::SetActive {
        person: FAY,
        active: false,
    });
    fair.0.must(Some(ANNA), out);
    assert_eq!(lacking(&fair, FAY), [Lack::NotAFacilitator]);
}

#[test]
fn brd_3_the_level_depends_on_the_role_and_the_audience() {
    let mut fair = Fair::open();
    let belts = vec![(Work::WORKSHOP, Belt::ORANGE)];
    let profile = FacilitatorProfile {
        belts,
        ..able(&[Language::EN])
    };
    fair.profiled(FAY, profile);
    let at = |audience, role| {
        let mut notice = fair.the(INTRO).notice.clone();
        notice.audience = audience;
        lacks(&fair.state, FAY, &notice, role).is_empty()
    };
    assert!(!at(Audience::COMPANY, MissionRole::Coordinator));
    assert!(at(Audience::COMPANY, MissionRole::Facilitator));
    assert!(at(Audience::COMPANY, MissionRole::Observer));
    assert!(at(Audience::EDUCATION, MissionRole::Coordinator));
}

#[test]
fn brd_3_what_the_house_needs_is_a_setting_and_an_unknown_language_asks_nothing() {
    let mut fair = Fair::open();
    fair.profiled(
        FAY,
        FacilitatorProfile {
            published: true,
            ..FacilitatorProfile::default()
        },
    );
    fair.terms(|t| {
        t.compliance.clear();
        t.needs = vec![Need {
            role: MissionRole::Coordinator,
            audience: Audience::PUBLIC,
            belt: Belt::BLACK,
        }];
    });
    assert_eq!(lacking(&fair, FAY), [Lack::Speaks(Language::EN)]);
    let mut notice = fair.the(INTRO).notice.clone();
    notice.language = Language::UNKNOWN;
    assert!(is_eligible(&fair.state, FAY, &notice));
}

#[test]
fn brd_3_who_became_ineligible_can_neither_submit_nor_be_selected_nor_confirm() {
    let mut fair = Fair::open();
    let proposal = fair.submits(FAY, INTRO);
    let able_now = able(&[Language::EN]);
    let lapsed = FacilitatorProfile {
        compliance: vec![Compliance::CHARTER],
        ..able_now.clone()
    };
    let reason = Refusal::Board(BoardRefusal::NotEligible(vec![Lack::Compliance(
        Compliance::INSURANCE,
    )]));
    fair.profiled(FAY, lapsed.clone());
    assert_eq!(fair.no(FAY, fair.offering(INTRO)), reason);
    assert_eq!(
        fair.no(PAUL, fair.selecting(proposal)),
        reason,
        "both see why"
    );
    fair.profiled(FAY, able_now);
    fair.must(PAUL, fair.selecting(proposal));
    fair.profiled(FAY, lapsed);
    assert_eq!(fair.no(FAY, fair.confirming(INTRO)), reason);
    let why = || Box::<str>::from("no insurance");
    let decline = BoardCommand::Decline {
        opportunity: INTRO,
        reason: why(),
    };
    assert!(fair.tries(FAY, decline).is_ok(), "she can still decline");
    let reopen = BoardCommand::Reopen {
        opportunity: INTRO,
        reason: why(),
    };
    fair.must(PAUL, reopen);
    assert_eq!(fair.shown(INTRO), "open submitted");
}

#[test]
fn brd_3_ppl_4_who_lacks_a_skill_that_is_asked_is_told_which_and_may_add_it() {
    let mut fair = Fair::open();
    let online: Skill = fair.state.lists().parse("online").expect("an entry");
    let youth: Skill = fair.state.lists().parse("youth").expect("an entry");
    fair.profiled(FAY, able(&[Language::EN]));
    assert!(lacking(&fair, FAY).is_empty());
    let mut notice = fair.the(INTRO).notice.clone();
    notice.skills = vec![online, youth];
    let amend = BoardCommand::Amend {
        opportunity: INTRO,
        seen: fair.the(INTRO).notice_at,
        notice: Box::new(notice),
        description: None,
    };
    fair.must(BEN, amend);
    assert_eq!(
        lacking(&fair, FAY),
        [Lack::Skill(online), Lack::Skill(youth)]
    );
    let told = FacilitatorProfile {
        skills: vec![youth, online],
        ..able(&[Language::EN])
    };
    fair.profiled(FAY, told);
    assert!(lacking(&fair, FAY).is_empty());
    assert_eq!(uses::of(&fair.state, ListName::Skill)[&online.number()], 2);
    replays(&fair);
}
