//! PPL-2, PPL-6: the history tells each of what they may know of, and facts as they were at their record.

use super::views::{Moment, MomentKind, Told, load_detail};
use super::*;
use crate::domain::person::Role;
use crate::domain::person::command::PeopleCommand;
use crate::domain::request::change::Change;
use crate::domain::request::command::RequestCommand;
use crate::domain::tests::bench::{BEN, CLEA, somebody};

async fn moments(office: &Office, who: PersonId, id: u32) -> Vec<Moment> {
    let loaded = load_detail(&office.desk, who, RequestId(id), office.desk.now(), 0).await;
    loaded.expect("read").expect("permitted").moments
}

#[tokio::test]
async fn ppl_2_who_sees_no_quotations_reads_none_in_the_history() {
    let office = Office::sent().await;
    let all = moments(&office, BEN, 1).await;
    let told = |moments: &[Moment]| {
        let beside = moments.iter().filter_map(|moment| match &moment.kind {
            MomentKind::Beside(beside) => Some((beside.of, beside.amount.is_some())),
            _ => None,
        });
        beside.collect::<Vec<_>>()
    };
    let amounts = told(&all).iter().filter(|(_, amount)| *amount).count();
    assert!(amounts >= 3, "{:?}", told(&all));
    for role in [Role::Mediator, Role::Treasurer, Role::Administrator] {
        let who = office.state().next_person();
        let add = Command::People(PeopleCommand::Add(somebody("Ida", &[role])));
        office.must(Some(ANNA), add).await;
        assert!(office.desk.sight(who).quotations(0).is_err(), "{role:?}");
        let theirs = moments(&office, who, 1).await;
        assert_eq!(told(&theirs), [], "{role:?}");
        // All else is theirs to read.
        let came = matches!(theirs[0].kind, MomentKind::Came { .. });
        assert!(came, "{role:?}");
    }
}

fn merges(moments: &[Moment]) -> Vec<(u32, u32, bool, Option<bool>)> {
    let merged = moments.iter().filter_map(|moment| match moment.kind {
        MomentKind::Merged { from, into, joined } => Some((from.0, into.0, joined, moment.turned)),
        _ => None,
    });
    merged.collect()
}

#[tokio::test]
async fn ppl_6_a_merge_and_its_undoing_are_told_alike_on_both_requests() {
    let office = Office::open().await;
    for _ in 0..3 {
        office.request("paul@client.example").await;
    }
    let merge = |from, into| {
        Command::Request(RequestCommand::Merge {
            from: vec![RequestId(from)],
            into: RequestId(into),
        })
    };
    office.must(Some(BEN), merge(2, 1)).await;
    office.must(Some(BEN), Command::Undo).await;
    let expected = [(2, 1, true, None), (2, 1, false, Some(true))];
    for id in [1, 2] {
        assert_eq!(merges(&moments(&office, BEN, id).await), expected, "R-{id}");
    }
    // A part of a part is told as it was: it went into the part.
    office.must(Some(BEN), merge(3, 2)).await;
    office.must(Some(BEN), merge(2, 1)).await;
    let told = merges(&moments(&office, BEN, 1).await);
    assert!(told.contains(&(3, 2, true, None)), "{told:?}");
}

#[tokio::test]
async fn ppl_6_people_are_called_in_the_history_as_they_were_called_then() {
    let office = Office::open().await;
    let id = office.request("paul@client.example").await;
    let assign = Act::Assign(Some(CLEA));
    office.act(BEN, id, assign).await;
    for (person, name) in [
        (BEN, "Benedict Then"),
        (CLEA, "Clea Then"),
        (BEN, "Ben Now"),
    ] {
        let rename = Command::People(PeopleCommand::Edit {
            person,
            name: name.into(),
            email: "".into(),
        });
        office.must(Some(ANNA), rename).await;
    }
    office.act(BEN, id, Act::Note("later".into())).await;
    let office = office.reopened().await;
    let all = moments(&office, BEN, id).await;
    let assigned = all.iter().find(|moment| {
        let to_clea = matches!(
            moment.kind,
            MomentKind::Change(Change::Assignee { to: Some(who), .. }) if who == CLEA
        );
        to_clea
    });
    let assigned = assigned.expect("the assignment");
    assert_eq!(assigned.who, Told::Person("Ben".into(), None));
    assert_eq!(assigned.named.as_deref(), Some("Clea"));
    let last = all.last().expect("the note");
    assert_eq!(last.who, Told::Person("Ben Now".into(), None));
}
