//! Who speaks for which side of the terms (BRD-6, PPL-1, PPL-3), whose step is next, and what stands in the way.

use super::agreement::{halves, last, refusing, selected};
use super::bench::*;
use crate::domain::command::Command;
use crate::domain::ids::{ContactId, PersonId, ProposalId};
use crate::domain::opportunity::deal::Due;
use crate::domain::opportunity::event::{BoardEvent, OfBoard};
use crate::domain::opportunity::refusal::BoardRefusal;
use crate::domain::opportunity::{BoardCommand, DealCommand, DealEvent, Payer, Side, Tranche};
use crate::domain::person::Role;
use crate::domain::person::command::PeopleCommand;
use crate::domain::refusal::Refusal;

#[test]
fn ppl_3_staff_speak_for_the_client_with_how_she_said_so_and_never_for_the_provider() {
    let mut fair = selected();
    let silent = |command: BoardCommand| match command {
        BoardCommand::Deal(DealCommand::Draw {
            opportunity,
            side,
            seen,
            tranches,
            ..
        }) => {
            let said = " ".into();
            BoardCommand::Deal(DealCommand::Draw {
                opportunity,
                side,
                seen,
                tranches,
                said,
            })
        }
        BoardCommand::Deal(DealCommand::Agree {
            opportunity,
            agreement,
            tranches,
            ..
        }) => {
            let said = "".into();
            BoardCommand::Deal(DealCommand::Agree {
                opportunity,
                agreement,
                tranches,
                said,
            })
        }
        other => other,
    };
    let missing = Refusal::Board(BoardRefusal::HowSaidMissing);
    let draw = fair.drawing(Side::Client, halves());
    assert_eq!(fair.no(BEN, silent(draw.clone())), missing);
    fair.must(BEN, draw);
    let contact = Some(ContactId(1));
    assert!(matches!(
        last(&fair).as_slice(),
        [DealEvent::Drawn { word_of, said, side: Side::Client, .. }]
            if *word_of == contact && &**said == "by phone"
    ));
    assert_eq!(fair.no(BEN, silent(fair.agreeing())), missing);
    assert_eq!(fair.no(BEN, refusing("too dear", "")), missing);
    fair.must(BEN, fair.agreeing());
    let yes = fair.the(INTRO).deal.yes(Side::Client).expect("a yes");
    assert_eq!((yes.by, yes.word_of), (Some(BEN), contact));
    // What she says herself is on nobody's word.
    fair.must(FAY, fair.drawing(Side::Provider, Vec::new()));
    fair.must(PAUL, fair.agreeing());
    let yes = fair.the(INTRO).deal.yes(Side::Client).expect("a yes");
    assert_eq!((yes.by, yes.word_of), (Some(PAUL), None));
    for who in [BEN, ANNA, PAUL] {
        assert!(fair.tries(who, fair.confirming(INTRO)).is_err(), "{who}");
        let theirs = fair.drawing(Side::Provider, halves());
        assert!(fair.tries(who, theirs).is_err(), "{who}");
    }
}

#[test]
fn ppl_1_who_stands_on_both_sides_speaks_for_the_client_on_neither() {
    let mut fair = selected();
    fair.must(FAY, fair.drawing(Side::Provider, halves()));
    let roles = vec![Role::RelationOfficer, Role::Facilitator];
    let change = PeopleCommand::ChangeRoles { person: BEN, roles };
    fair.0.must(Some(ANNA), Command::People(change));
    let both = Refusal::Board(BoardRefusal::BothSides(INTRO));
    let commands = [
        fair.agreeing(),
        refusing("x", "by phone"),
        fair.drawing(Side::Client, Vec::new()),
    ];
    for command in commands.clone() {
        assert_eq!(fair.no(BEN, command.clone()), both);
        assert!(fair.tries(ANNA, command).is_ok());
    }
    // The winner herself, become an officer, does not say the client's yes to her own terms.
    let roles = vec![Role::RelationOfficer, Role::Facilitator];
    let change = PeopleCommand::ChangeRoles { person: FAY, roles };
    fair.0.must(Some(ANNA), Command::People(change));
    for command in commands {
        assert_eq!(fair.no(FAY, command), both);
    }
    fair.must(FAY, fair.confirming(INTRO));
    assert_eq!(fair.agreed(), (false, true));
}

#[test]
fn brd_6_nobody_else_speaks_for_a_side() {
    let mut fair = selected();
    fair.must(FAY, fair.drawing(Side::Provider, halves()));
    let nothing = Refusal::Board(BoardRefusal::NothingSelected(INTRO));
    assert_eq!(
        fair.no(GIL, fair.drawing(Side::Provider, Vec::new())),
        nothing
    );
    let none = Refusal::Board(BoardRefusal::NoSuchOpportunity(INTRO));
    for command in [
        fair.agreeing(),
        refusing("x", ""),
        fair.drawing(Side::Client, Vec::new()),
    ] {
        assert_eq!(fair.no(LEA, command.clone()), none, "another's client");
        assert!(matches!(fair.no(GIL, command), Refusal::NotPermitted(_)));
    }
}

#[test]
fn esc_6_the_providers_consent_stands_with_the_yes_it_was_said_with() {
    let mut fair = Fair::open();
    let mut notice = fair.the(INTRO).notice.clone();
    notice.payer = Payer::Provider;
    notice.payer_reason = "the client may not pay agencies".into();
    fair.must(
        BEN,
        BoardCommand::Amend {
            opportunity: INTRO,
            seen: fair.the(INTRO).notice_at,
            notice: Box::new(notice),
            description: None,
        },
    );
    let proposal = fair.submits(FAY, INTRO);
    fair.must(PAUL, fair.selecting(proposal));
    fair.must(FAY, fair.drawing(Side::Provider, halves()));
    let missing = Refusal::Board(BoardRefusal::ConsentMissing);
    assert_eq!(fair.no(FAY, fair.confirming(INTRO)), missing);
    let mut confirm = fair.confirming(INTRO);
    if let BoardCommand::Confirm { consent, .. } = &mut confirm {
        *consent = true;
    }
    fair.must(FAY, confirm);
    fair.must(PAUL, fair.agreeing());
    let (_, events) = fair.records.last().expect("a record");
    let consented = events.iter().any(|event| {
        matches!(event, crate::domain::event::Event::Board(OfBoard { event, .. })
            if matches!(&**event, BoardEvent::Agreed { consent: true, .. }))
    });
    assert!(consented, "the mission's record keeps it");
}

#[test]
fn brd_6_a_winner_who_may_no_longer_is_not_given_the_mission_by_the_clients_yes() {
    let mut fair = selected();
    fair.must(FAY, fair.drawing(Side::Provider, halves()));
    fair.must(FAY, fair.confirming(INTRO));
    let mut profile = able(&[crate::domain::house::Language::EN]);
    profile.published = false;
    fair.profiled(FAY, profile);
    let refused = fair.no(PAUL, fair.agreeing());
    assert!(matches!(
        refused,
        Refusal::Board(BoardRefusal::NotEligible(_))
    ));
    fair.must(PAUL, refusing("then somebody else", ""));
}

#[test]
fn req_9_the_next_step_is_the_sides_that_has_not_agreed() {
    use crate::domain::request::By;
    let mut fair = selected();
    let by = |fair: &Fair| fair.get(INTRODUCED).step.by;
    assert_eq!(by(&fair), By::Winner(FAY));
    fair.must(FAY, fair.drawing(Side::Provider, halves()));
    fair.must(FAY, fair.confirming(INTRO));
    assert_eq!(by(&fair), By::Client);
    let waits = |fair: &Fair, who: PersonId| fair.state.board().awaits(who, INTRO);
    assert!(!waits(&fair, FAY));
    fair.must(PAUL, fair.drawing(Side::Client, Vec::new()));
    assert_eq!(by(&fair), By::Winner(FAY));
    assert!(waits(&fair, FAY));
}

#[test]
fn brd_6_the_largest_agreement_fits_its_record() {
    use crate::journal::{MAX_RECORD, codec};
    let wide = |n: usize| Box::<str>::from("\u{1f33b}".repeat(n));
    let one = Tranche {
        what: wide(Tranche::WHAT_MOST),
        due: Due::Said(wide(Tranche::DUE_MOST)),
        amount: euros(i64::MAX),
    };
    let all = vec![one; Tranche::MOST];
    let drawn = DealEvent::Drawn {
        proposal: ProposalId(1),
        side: Side::Client,
        from: all.clone(),
        to: all,
        word_of: Some(ContactId(1)),
        said: wide(2_000),
    };
    let bytes = codec::encode(&vec![BoardEvent::Deal(drawn)]).expect("encoded");
    assert!(bytes.len() < MAX_RECORD - 1_000, "{}", bytes.len());
}
