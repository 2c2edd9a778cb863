//! Invariant 7: the events of firms (PPL-7) are written and read bit for bit by every later version.

use super::kept::is_kept;
use super::*;
use crate::domain::access::CodeDigest;
use crate::domain::facilitator::FacilitatorProfile;
use crate::domain::firm::event::{FirmEvent, OfFirm};
use crate::domain::firm::{FirmRight, FirmRights};
use crate::domain::ids::FirmId;
use crate::domain::opportunity::credit::{CreditEntry, CreditKind};
use crate::domain::tests::bench::{BEN, FAY};

/// What a firm leaves in the journal: one thing of every kind.
fn firm() -> Vec<Event> {
    let firm = FirmId::own(FAY);
    let rights = FirmRights::of([FirmRight::Proposes]);
    let profile = FacilitatorProfile {
        phone: "01 02".into(),
        published: true,
        ..FacilitatorProfile::default()
    };
    let happened = vec![
        FirmEvent::Offered {
            number: 3,
            name: "Zoé".into(),
            rights,
            digest: CodeDigest([0xd2; 32]),
            until: 1_773_133_200_000,
        },
        FirmEvent::OfferWithdrawn { number: 2 },
        FirmEvent::Joined {
            number: 3,
            person: BEN,
            rights,
            only: true,
        },
        FirmEvent::RightsChanged {
            person: BEN,
            from: rights,
            to: FirmRights::ALL,
        },
        FirmEvent::Left {
            person: FAY,
            heir: BEN,
            to: firm.further(1),
        },
        FirmEvent::Named {
            from: "".into(),
            to: "Atelier Sud".into(),
        },
        FirmEvent::Chosen {
            person: BEN,
            from: FirmId::own(BEN),
        },
        FirmEvent::Credited {
            entry: Box::new(CreditEntry::Granted {
                kind: CreditKind::Offer,
                count: 5,
                why: "achat".into(),
            }),
        },
        FirmEvent::ProfileKept {
            from: Box::default(),
            to: Box::new(profile),
        },
    ];
    let of = |event| {
        Event::Firm(OfFirm {
            firm,
            event: Box::new(event),
        })
    };
    happened.into_iter().map(of).collect()
}

#[test]
fn invariant_7_events_of_firms_are_written_and_read_bit_for_bit() {
    is_kept("firm", &firm());
}
