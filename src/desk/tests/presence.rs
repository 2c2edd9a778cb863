//! REQ-8: who looks at what is known while they do, by those who may know, and is recorded nowhere.

use std::time::Duration;

use super::*;
use crate::desk::views::Onlookers;
use crate::domain::person::command::PeopleCommand;
use crate::domain::tests::bench::{BEN, CLEA, EVE, FAY};
use tokio::sync::watch;

const R1: RequestId = RequestId(1);
const R2: RequestId = RequestId(2);
const DEADLINE: Duration = Duration::from_secs(30);

/// Waits until `person` sees this at a request: who, and whether they write.
async fn sees(office: &Office, person: PersonId, request: RequestId, wanted: &[(PersonId, bool)]) {
    let mut news = office.desk.presence().subscribe();
    let seen = |all: &Arc<Attendance>| {
        let onlookers = office.desk.sight(person).onlookers(all);
        at(&onlookers, request) == wanted
    };
    let waited = tokio::time::timeout(DEADLINE, news.wait_for(seen)).await;
    assert!(waited.is_ok(), "{wanted:?} are never seen");
}

fn at(onlookers: &Onlookers, request: RequestId) -> Vec<(PersonId, bool)> {
    onlookers.at(request).map(|o| (o.who, o.writing)).collect()
}

#[tokio::test]
async fn req_8_seats_are_seen_while_they_are_taken() {
    let office = Office::open().await;
    let before = office.desk.published().seq();
    let presence = office.desk.presence();
    let (ben, clea) = (presence.sit(BEN), presence.sit(CLEA));
    ben.looking(Some(R1));
    sees(&office, ANNA, R1, &[(BEN, false)]).await;
    clea.looking(Some(R1));
    clea.writing(Some(R1));
    sees(&office, ANNA, R1, &[(CLEA, true), (BEN, false)]).await;
    sees(&office, BEN, R1, &[(CLEA, true)]).await;
    clea.looking(Some(R2));
    sees(&office, ANNA, R2, &[(CLEA, false)]).await;
    sees(&office, ANNA, R1, &[(CLEA, true), (BEN, false)]).await;
    drop(clea);
    sees(&office, ANNA, R1, &[(BEN, false)]).await;
    sees(&office, ANNA, R2, &[]).await;
    ben.looking(None);
    sees(&office, ANNA, R1, &[]).await;
    assert_eq!(office.desk.published().seq(), before, "it was recorded");
}

#[tokio::test]
async fn req_8_several_seats_of_one_person_count_once() {
    let office = Office::open().await;
    let presence = office.desk.presence();
    let seats = [presence.sit(BEN), presence.sit(BEN), presence.sit(BEN)];
    seats.iter().for_each(|seat| seat.looking(Some(R1)));
    seats[1].writing(Some(R1));
    sees(&office, ANNA, R1, &[(BEN, true)]).await;
    sees(&office, BEN, R1, &[]).await;
    let [first, writing, last] = seats;
    drop(writing);
    sees(&office, ANNA, R1, &[(BEN, false)]).await;
    drop(first);
    last.looking(Some(R2));
    sees(&office, ANNA, R1, &[]).await;
    sees(&office, ANNA, R2, &[(BEN, false)]).await;
}

#[tokio::test]
async fn ppl_2_who_may_not_read_requests_is_told_of_nobody() {
    let office = Office::open().await;
    let seat = office.desk.presence().sit(BEN);
    seat.looking(Some(R1));
    sees(&office, EVE, R1, &[(BEN, false)]).await;
    let all = office.desk.presence().subscribe().borrow().clone();
    let onlookers = office.desk.sight(FAY).onlookers(&all);
    assert!(!onlookers.may_be_told());
    assert_eq!(at(&onlookers, R1), []);
    assert_eq!(at(&office.desk.sight(PersonId(99)).onlookers(&all), R1), []);
    let out = Command::People(PeopleCommand::SetActive {
        person: EVE,
        active: false,
    });
    office.must(Some(ANNA), out).await;
    assert!(!office.desk.sight(EVE).onlookers(&all).may_be_told());
}

#[tokio::test]
async fn ppl_7_colleagues_see_who_writes_their_proposal_and_nobody_else_does() {
    use crate::domain::access::CodeDigest;
    use crate::domain::access::command::AccessCommand;
    use crate::domain::firm::FirmRights;
    use crate::domain::firm::command::FirmCommand;
    use crate::domain::person::Role;
    const O1: crate::domain::OpportunityId = crate::domain::OpportunityId(1);
    let office = Office::open().await;
    let digest = CodeDigest([7; 32]);
    let invite = FirmCommand::Invite {
        name: "Zoé Marchand".into(),
        rights: FirmRights::ALL,
        digest,
        until: office.desk.now() + 3_600_000,
    };
    let add = PeopleCommand::Add(bench::somebody("Gil", &[Role::Facilitator]));
    office.must(Some(ANNA), Command::People(add)).await;
    let gil = office
        .desk
        .published()
        .state()
        .people()
        .last()
        .expect("Gil")
        .id;
    office.must(Some(FAY), Command::Firm(invite)).await;
    let key = crate::domain::tests::access::key(70);
    let redeem = AccessCommand::Redeem { digest, key };
    office.must(None, Command::Access(redeem)).await;
    let zoe = PersonId(gil.0 + 1);
    let seat = office.desk.presence().sit(FAY);
    seat.proposing(Some(O1));
    let beside = |who: PersonId| {
        let all = office.desk.presence().subscribe().borrow().clone();
        let onlookers = office.desk.sight(who).onlookers(&all);
        let names: Vec<String> = onlookers.proposing(O1).map(str::to_owned).collect();
        names
    };
    let mut news = office.desk.presence().subscribe();
    let told = news.wait_for(|all| !all.proposing(O1).is_empty());
    assert!(tokio::time::timeout(DEADLINE, told).await.is_ok());
    assert_eq!(beside(zoe), ["Fay"]);
    for who in [FAY, gil, EVE, ANNA] {
        assert_eq!(beside(who), [""; 0], "{who}");
    }
    let out = Command::Firm(FirmCommand::Remove(zoe));
    office.must(Some(FAY), out).await;
    assert_eq!(beside(zoe), [""; 0], "gone");
}

/// However fast people move, others are told ten times a second at most, and of the last.
#[tokio::test]
async fn req_8_who_moves_fast_is_told_of_seldom() {
    let office = Office::open().await;
    let seat = office.desk.presence().sit(BEN);
    let mut news: watch::Receiver<_> = office.desk.presence().subscribe();
    let began = std::time::Instant::now();
    let mut told = 0;
    for n in 1..=20_000 {
        seat.looking(Some(RequestId(n)));
        told += u32::from(news.has_changed().expect("a room"));
        news.mark_unchanged();
    }
    sees(&office, ANNA, RequestId(20_000), &[(BEN, false)]).await;
    let tenths = u32::try_from(began.elapsed().as_millis() / 100).expect("soon");
    assert!(told <= tenths + 2, "{told} times in {tenths} tenths");
    sees(&office, ANNA, R1, &[]).await;
}

#[test]
fn wks_4_a_first_name_that_two_have_is_written_whole() {
    let mut bench = bench::Bench::new();
    for name in ["Ben Lee", "Zoé Lee"] {
        bench.must(
            Some(ANNA),
            Command::People(PeopleCommand::Add(bench::somebody(
                name,
                &[crate::domain::person::Role::Manager],
            ))),
        );
    }
    let names = Feed::new(bench.state.clone()).latest().sight(ANNA).names();
    assert_eq!(names.short(BEN), "Ben");
    let (ben, zoe) = (PersonId(7), PersonId(8));
    assert_eq!((names.of(ben), names.of(zoe)), ("Ben Lee", "Zoé Lee"));
    assert_eq!((names.short(ben), names.short(zoe)), ("Ben Lee", "Zoé"));
    assert_eq!((names.of(FAY), names.short(FAY)), ("?", "?"));
}
