//! PPL-2 (as far as the inbox goes), PPL-1: who may not read the inbox gets nothing of it, from any view.

use super::views::{Inbox, load_detail};
use super::*;
use crate::domain::person::command::PeopleCommand;
use crate::domain::person::{Permission, Role};
use crate::domain::tests::bench::{BEN, FAY, somebody};

#[tokio::test]
async fn ppl_1_who_may_not_read_the_inbox_gets_nothing_from_any_view() {
    let office = Office::open().await;
    let id = office.request("paul@client.example").await;
    let view = |shared| {
        Command::People(PeopleCommand::SaveView {
            name: "v".into(),
            query: "secret".into(),
            shared,
        })
    };
    office.must(Some(ANNA), view(true)).await;
    for role in Role::ALL {
        let done = office.state().next_person();
        office
            .must(
                Some(ANNA),
                Command::People(PeopleCommand::Add(somebody("Gus", &[role]))),
            )
            .await;
        let sight = office.desk.sight(done);
        let now = office.desk.now();
        let reads = role.permits(Permission::ReadInbox);
        let list = Inbox::build(&sight, "", now);
        assert_eq!(list.is_ok(), reads, "{role:?}");
        assert_eq!(sight.inbox("").is_ok(), reads, "{role:?}");
        let detail = load_detail(&office.desk, done, RequestId(id), now, 0)
            .await
            .expect("read");
        assert_eq!(detail.is_ok(), reads, "{role:?}");
        let me = sight.me(now).expect("they may enter");
        assert_eq!(me.waits.requests.all > 0, reads, "{role:?}");
        assert_eq!(!me.views.is_empty(), reads, "{role:?}");
        assert_eq!(!sight.organisations("", 10).is_empty(), reads, "{role:?}");
        assert_eq!(!sight.kinds().is_empty(), reads, "{role:?}");
        let works = role.permits(Permission::WorkRequests);
        let profile = sight.profile_of(RequestId(id));
        assert_eq!(profile.is_some(), works, "{role:?}");
        let people = reads || role.permits(Permission::ManagePeople);
        assert_eq!(!sight.colleagues().is_empty(), people, "{role:?}");
        let refused = sight.names().of(ANNA) == "?";
        assert_eq!(refused, !people, "{role:?}");
    }
}

#[tokio::test]
async fn ppl_1_who_was_locked_out_sees_nothing_more() {
    let office = Office::open().await;
    office.request("paul@client.example").await;
    let now = office.desk.now();
    let list = Inbox::build(&office.desk.sight(BEN), "", now).expect("he may read");
    office
        .must(
            Some(ANNA),
            Command::People(PeopleCommand::SetActive {
                person: BEN,
                active: false,
            }),
        )
        .await;
    let (published, sight) = (office.desk.published(), office.desk.sight(BEN));
    assert!(list.advance(&sight, now).is_none());
    assert!(Inbox::build(&sight, "", now).is_err());
    assert!(sight.me(now).is_none());
    assert!(sight.colleagues().is_empty());
    assert!(
        load_detail(&office.desk, BEN, RequestId(1), now, 0)
            .await
            .expect("read")
            .is_err()
    );
    assert!(published.me(PersonId(99), now).is_none());
}

#[tokio::test]
async fn ppl_1_a_private_view_is_its_owners() {
    let office = Office::open().await;
    let view = Command::People(PeopleCommand::SaveView {
        name: "mine".into(),
        query: "x".into(),
        shared: false,
    });
    office.must(Some(BEN), view).await;
    let published = office.desk.published();
    let views = |who| published.me(who, 0).expect("a person").views.len();
    assert_eq!((views(BEN), views(ANNA), views(FAY)), (1, 0, 0));
}
