//! Invariant 7: the events of the terms between both sides, and of who stands for a mission, are written and read bit for
//! bit by every later version.

use super::golden_board::{AT, FAY, GIL, PROPOSAL, euros, of_board};
use super::kept::is_kept;
use crate::domain::event::Event;
use crate::domain::ids::ContactId;
use crate::domain::opportunity::deal::Due;
use crate::domain::opportunity::{
    Agreement, BoardEvent, DealEvent, Formula, MissionEvent, Payer, Side, Tranche,
};
use crate::domain::request::Group;

/// What happens to the terms between both sides.
pub(super) fn deals() -> Vec<Event> {
    let (proposal, said) = (PROPOSAL, || Box::<str>::from("par mail"));
    let tranche = |due| Tranche {
        what: "Le rapport".into(),
        due,
        amount: euros(40_000),
    };
    let tranches = || vec![tranche(Due::Said("en mai".into())), tranche(Due::Day(AT))];
    let assented = |side, word_of| DealEvent::Assented {
        proposal,
        side,
        agreement: Box::new(agreed()),
        tranches: tranches(),
        consent: side == Side::Provider,
        word_of,
        said: said(),
    };
    let all = [
        DealEvent::Drawn {
            proposal,
            side: Side::Client,
            from: tranches(),
            to: tranches(),
            word_of: Some(ContactId(4)),
            said: said(),
        },
        assented(Side::Client, Some(ContactId(4))),
        assented(Side::Provider, None),
        DealEvent::Refused {
            proposal,
            reason: "trop cher".into(),
            word_of: Some(ContactId(4)),
            said: said(),
        },
    ];
    all.into_iter()
        .map(BoardEvent::Deal)
        .map(of_board)
        .collect()
}

/// Who stands for a mission.
pub(super) fn hands() -> Vec<Event> {
    let contact = ContactId(4);
    let all = [
        MissionEvent::InCharge {
            contact,
            there: true,
            word_of: Some(contact),
            said: "par mail".into(),
        },
        MissionEvent::Relieved {
            person: FAY,
            reason: "malade".into(),
        },
        MissionEvent::Handed {
            from: Some(FAY),
            to: GIL,
            price: euros(80_000),
        },
        MissionEvent::Taken {
            person: GIL,
            agreement: Box::new(agreed()),
            consent: true,
        },
        MissionEvent::Passed {
            person: GIL,
            reason: "pas en mai".into(),
        },
        MissionEvent::Left {
            person: FAY,
            heir: Some(GIL),
        },
        MissionEvent::Left {
            person: GIL,
            heir: None,
        },
    ];
    let all = all.into_iter().map(BoardEvent::Mission);
    all.map(of_board).collect()
}

pub(super) fn agreed() -> Agreement {
    Agreement {
        group: Group::ClientIntroduction,
        formula: Some(Formula::R0),
        price: euros(80_000),
        commission: euros(12_000),
        payer: Payer::Provider,
        coordination: Some(euros(10_000)),
        usage_permille: 100,
        contribution_permille: 50,
        option: None,
    }
}

#[test]
fn invariant_7_events_of_terms_are_written_and_read_bit_for_bit() {
    is_kept("deals", &deals());
}

#[test]
fn invariant_7_events_of_who_stands_for_a_mission_are_written_and_read_bit_for_bit() {
    is_kept("hands", &hands());
}
