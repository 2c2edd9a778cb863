//! Entries of lists that this program does not know, as a later one keeps them: none can be chosen, none is in the way
//! of other changes (WKS-9).

use crate::domain::opportunity::event::OfBoard;
use serde::de::DeserializeOwned;

use super::opportunity::bench::{ANNA, BEN, Bench, FAY, Fair, SUB, able};
use crate::domain::command::Act;
use crate::domain::house::command::HouseCommand;
use crate::domain::meta::Meta;
use crate::domain::opportunity::command::BoardCommand;
use crate::domain::opportunity::event::BoardEvent;
use crate::domain::opportunity::{MissionCommand, Notice};
use crate::domain::person::command::PeopleCommand;
use crate::domain::{Command, Event, OpportunityId, Refusal};
use crate::journal::codec;

/// An entry as a later list keeps it.
pub(super) fn later<T: DeserializeOwned>(number: u32) -> T {
    codec::decode(&codec::encode(&number).expect("encoded")).expect("kept")
}

#[test]
fn wks_9_what_is_on_no_list_cannot_be_chosen() {
    let mut bench = Bench::new();
    let id = bench.any_request();
    let close = Act::Close(later(42), "because".into());
    assert_eq!(bench.refused(BEN, id, close), Refusal::NotListed);

    let mut fair = Fair::open();
    let mut terms = (**fair.state.terms()).clone();
    terms.compliance.push(later(42));
    let terms = Command::House(HouseCommand::ChangeTerms(Box::new(terms))).upon(fair.state.seq());
    assert_eq!(fair.decide(Some(ANNA), &terms), Err(Refusal::NotListed));
    let mut prices = super::prices::book();
    prices.lists[0].products[0].unit = later(42);
    let prices =
        Command::House(HouseCommand::ChangePrices(Box::new(prices))).upon(fair.state.seq());
    assert_eq!(fair.decide(Some(ANNA), &prices), Err(Refusal::NotListed));
    let mut profile = able(&[]);
    profile.belts.push((later(42), later(42)));
    let keep = Command::People(PeopleCommand::KeepProfile {
        person: FAY,
        profile: Box::new(profile),
    });
    assert_eq!(
        fair.decide(Some(ANNA), &keep.upon(fair.state.seq())),
        Err(Refusal::NotListed)
    );
    assert_eq!(
        fair.no(BEN, amended(&fair, SUB, |notice| notice.work = later(42))),
        Refusal::NotListed
    );
    fair.runs(FAY, SUB);
    let tick = BoardCommand::Mission(MissionCommand::Tick {
        opportunity: SUB,
        task: later(42),
        done: true,
    });
    assert_eq!(fair.no(FAY, tick), Refusal::NotListed);
}

fn amended(fair: &Fair, id: OpportunityId, change: impl FnOnce(&mut Notice)) -> BoardCommand {
    let mut notice = fair.the(id).notice.clone();
    change(&mut notice);
    BoardCommand::Amend {
        opportunity: id,
        seen: fair.the(id).notice_at,
        notice: Box::new(notice),
        description: None,
    }
}

#[test]
fn wks_9_what_stands_on_no_list_any_more_is_in_the_way_of_nothing() {
    let mut fair = Fair::open();
    let from = fair.the(SUB).notice.clone();
    let mut to = from.clone();
    to.audience = later(42);
    let amended_elsewhere = Event::Board(OfBoard {
        request: fair.the(SUB).request,
        opportunity: SUB,
        event: Box::new(BoardEvent::Amended {
            from: Box::new(from),
            to: Box::new(to),
            text: None,
        }),
    });
    let meta = Meta {
        seq: fair.state.seq() + 1,
        at: fair.now,
        actor: Some(BEN),
        on_behalf: None,
        command: 7_777,
    };
    fair.state.apply(&meta, &[amended_elsewhere]);
    fair.must(
        BEN,
        amended(&fair, SUB, |notice| notice.place = "Lyon".into()),
    );
    assert_eq!(fair.the(SUB).notice.audience.key(), "42");
    assert_eq!(&*fair.the(SUB).notice.place, "Lyon");
}
