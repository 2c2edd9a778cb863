//! PPL-2: a look is carried out for whoever looks, whoever made it; one that nobody waits for yields nothing.

use std::sync::Mutex;

use super::views::{
    BoardList, BoardQuery, Cancel, CreditPage, Detail, Inbox, Look, Looker, Of, OpportunityPage,
    QuotationWhole, Stats,
};
use super::*;
use crate::domain::tests::bench::{BEN, FAY};
use crate::domain::{OpportunityId, QuotationId, RequestId};

/// Who looks, and the people a search was asked for.
fn looker(office: &Office, me: PersonId) -> (Looker, Arc<Mutex<Vec<PersonId>>>) {
    let searches = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&searches);
    let looker = Looker {
        desk: office.desk.clone(),
        me,
        search: Arc::new(move |me, _, _| {
            heard.lock().expect("the searches").push(me);
            Searched::default()
        }),
    };
    (looker, searches)
}

/// What `looker` sees, as who asked takes it.
async fn seen<T: Send + 'static>(look: Look<T>, looker: &Looker, cancel: &Cancel) -> Option<T> {
    let found = look
        .hidden()
        .carry_out(looker.clone(), cancel.clone(), |_| {});
    let found = found.await.expect("no fault")?;
    assert!(found.is_whole());
    found.into().ok()
}

async fn has<I: Send + 'static, T: Send + 'static>(look: Look<Of<I, T>>, looker: &Looker) -> bool {
    let seen = seen(look, looker, &Cancel::default()).await;
    seen.expect("it is answered").1.is_ok()
}

#[tokio::test]
async fn ppl_2_a_look_shows_what_its_looker_may_see_whoever_made_it() {
    let office = Office::open().await;
    let id = RequestId(office.request("paul@client.example").await);
    let bens = Inbox::build(&office.desk.sight(BEN), "", office.desk.now()).expect("he may read");
    let nobody = Cancel::default();
    for (who, reads) in [(BEN, true), (FAY, false)] {
        let (looker, searches) = looker(&office, who);
        assert_eq!(has(Detail::look(id, 0), &looker).await, reads, "{who:?}");
        let credits = CreditPage::look(BEN);
        assert!(!has(credits, &looker).await || who == BEN, "{who:?}");
        assert!(!has(OpportunityPage::look(OpportunityId(1)), &looker).await);
        assert!(!has(QuotationWhole::look(QuotationId(1)), &looker).await);
        assert!(has(Stats::look(true), &looker).await, "{who:?}");
        let list = seen(bens.clone().look(String::new()), &looker, &nobody).await;
        // A list that was made for somebody is gone on from for nobody else.
        assert_eq!(list.map(|list| list.len()), reads.then_some(1), "{who:?}");
        let found = seen(Searched::look("paul".into()), &looker, &nobody).await;
        assert!(found.is_some());
        assert_eq!(*searches.lock().expect("the searches"), [who]);
    }
}

#[tokio::test]
async fn wks_3_a_look_that_nobody_waits_for_yields_nothing() {
    let office = Office::open().await;
    office.request("paul@client.example").await;
    let bens = Inbox::build(&office.desk.sight(BEN), "", office.desk.now()).expect("he may read");
    let (looker, searches) = looker(&office, BEN);
    let gone = Cancel::default();
    gone.store(true, std::sync::atomic::Ordering::Relaxed);
    let board = BoardList::look(BoardQuery::parse(""));
    assert!(seen(board, &looker, &gone).await.is_none());
    let stats = Stats::look(false);
    assert!(seen(stats, &looker, &gone).await.is_none());
    let words = Searched::look("paul".into());
    assert!(seen(words, &looker, &gone).await.is_none());
    let list = bens.look("words that narrow it".into());
    assert!(seen(list, &looker, &gone).await.is_none());
    assert!(searches.lock().expect("the searches").is_empty());
}
