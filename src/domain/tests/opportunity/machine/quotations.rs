//! QUO-4, QUO-6 in the machine: what must hold of quotations whatever people do, and of what is posted from them.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::super::bench::*;
use super::Checked;
use crate::domain::command::Command;
use crate::domain::ids::{QuotationId, RequestId, Seq};
use crate::domain::opportunity::OpportunityStage;
use crate::domain::prices::Line;
use crate::domain::quotation::{
    Brief, Quotation, QuotationCommand, QuotationStage, QuotationStanding, Version,
};
use crate::domain::request::Group;
use crate::domain::state::State;

/// What the client was sent, as it was when she was.
#[derive(Default)]
pub(super) struct Sent(BTreeMap<(QuotationId, u16), (Vec<Line>, Seq)>);

impl Sent {
    /// Notes what is before the client, and whether what once was has changed since.
    pub(super) fn note(&mut self, state: &State) -> Checked {
        for found in state.quotations().rows().iter() {
            let sent = found.sent().map(|sent| sent.number);
            for kept in &found.versions {
                let key = (found.id, kept.number);
                if sent != Some(kept.number) && !self.0.contains_key(&key) {
                    continue;
                }
                let says = (kept.version.lines.clone(), kept.texts_at);
                let first = self.0.entry(key).or_insert_with(|| says.clone());
                prop_assert_eq!(&*first, &says);
            }
        }
        for (id, number) in self.0.keys() {
            let found = state.quotations().get(*id);
            prop_assert!(found.is_some_and(|found| found.version(*number).is_some()));
        }
        Ok(())
    }
}

/// Brings the quotation that waits for its text through its first round, and to the last desk of the second.
pub(super) fn second(fair: &mut Fair) {
    let live = fair.state.quotations().live_of(UNDECIDED);
    let quotation = live.expect("a quotation");
    let first = quoting(quotation, UNDECIDED, fair.later(240)).into_iter();
    let again = [
        QuotationCommand::SendR2 {
            quotation,
            afresh: true,
            words: "a third workshop".into(),
        },
        QuotationCommand::HandPrices(quotation),
        QuotationCommand::HandProject(quotation),
    ];
    for command in first.skip(5).take(3).chain(again) {
        fair.0
            .must(Some(ANNA), Command::Quotation(Box::new(command)));
    }
}

/// One at most is live of each request, versions are counted, and what is posted under Subcontracting stands on a yes.
pub(super) fn sound(state: &State) -> Checked {
    let mut live = Vec::<RequestId>::new();
    for found in state.quotations().rows().iter() {
        sound_one(found)?;
        if found.standing.stage.is_live() {
            prop_assert!(!live.contains(&found.request), "two at once: {found:?}");
            live.push(found.request);
        }
    }
    for one in state.board().opportunities() {
        if one.group != Group::Subcontracting {
            prop_assert_eq!(one.quotation, None);
            continue;
        }
        let from = one.quotation.and_then(|id| state.quotations().get(id));
        prop_assert!(
            from.is_some_and(|from| from.is_accepted() && from.request == one.request),
            "{one:?}"
        );
    }
    for one in state.board().opportunities() {
        let over = matches!(one.stage, OpportunityStage::Ended { .. });
        let request = state.request(one.request);
        prop_assert!(over || request.is_some_and(|r| r.group == Some(one.group)));
    }
    Ok(())
}

fn sound_one(found: &Quotation) -> Checked {
    let numbers: Vec<u16> = found.versions.iter().map(|kept| kept.number).collect();
    let counted: Vec<u16> = (1..=found.latest_number()).collect();
    prop_assert_eq!(numbers, counted);
    prop_assert_eq!(found.standing.versions, found.latest_number());
    let stage = found.standing.stage;
    prop_assert_eq!(stage.shown().is_some(), found.shown().is_some());
    if stage.shown().is_some() {
        prop_assert_eq!(found.standing.sent, stage.shown());
    }
    prop_assert!(found.standing.sent.is_none() || found.sent().is_some());
    prop_assert!(found.tags.is_sorted());
    Ok(())
}

/// What the indexes answer is what the rows say.
pub(super) fn indexed(state: &State) -> Checked {
    let rows = state.quotations().rows();
    let live: Vec<QuotationId> = rows
        .iter()
        .filter(|found| found.standing.stage.is_live())
        .map(|found| found.id)
        .collect();
    let told: Vec<QuotationId> = state.quotations().live().map(|found| found.id).collect();
    prop_assert_eq!(told, live);
    for request in [INTRODUCED, SUBCONTRACTED, UNDECIDED] {
        let of = rows.iter().filter(|found| found.request == request);
        let of: Vec<QuotationId> = of.map(|found| found.id).collect();
        let told = state.quotations().of_request(request).map(|found| found.id);
        prop_assert_eq!(told.collect::<Vec<_>>(), of);
    }
    Ok(())
}

/// What can be taken back of a quotation, without what merely counts.
pub(super) type Kept = (
    QuotationStanding,
    Brief,
    Option<Seq>,
    Vec<Version>,
    Vec<Box<str>>,
);

/// All that can be taken back of quotations.
pub(super) fn kept(state: &State) -> Vec<Kept> {
    let rows = state.quotations().rows().iter();
    rows.map(|found| {
        let versions = found.versions.iter().map(|kept| kept.version.clone());
        (
            found.standing.clone(),
            found.brief.clone(),
            found.asked_at,
            versions.collect(),
            found.tags.clone(),
        )
    })
    .collect()
}

/// Whatever is live can be moved on, and given up; what waits for the client can be answered for her.
pub(super) fn exits(fair: &Fair) -> Checked {
    for found in fair.state.quotations().live() {
        let quotation = found.id;
        let why = || Box::<str>::from("it has to go on");
        let on = match found.standing.stage {
            QuotationStage::At(desk) => desk.back_to().first().map(|to| QuotationCommand::Return {
                quotation,
                from: desk,
                to: *to,
                reason: why(),
            }),
            _ => Some(QuotationCommand::Decline {
                quotation,
                reason: why(),
            }),
        };
        let off = QuotationCommand::Drop {
            quotation,
            reason: why(),
        };
        for command in on.into_iter().chain([off]) {
            let command = Command::Quotation(Box::new(command));
            let answer = fair.decide(Some(ANNA), &command);
            prop_assert!(answer.is_ok(), "{command:?}: {answer:?}: {found:?}");
        }
    }
    Ok(())
}
