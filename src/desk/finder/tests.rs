//! Proofs of the search as sessions use it: what is published is found, by those who may read it, under
//! the request it belongs to now, and trouble with the index is only said.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::{Finder, Searched};
use crate::desk::views::Cancel;
use crate::desk::{Desk, Submission};
use crate::domain::request::event::Outcome;
use crate::domain::tests::bench::{self, ANNA, FAY, on};
use crate::domain::{Act, Command, PersonId, Refusal, RequestId};

const DEADLINE: Duration = Duration::from_secs(60);

/// A desk with a finder at work.
struct Office {
    desk: Desk,
    finder: Finder,
    folder: tempfile::TempDir,
}

impl Office {
    async fn open() -> Office {
        let folder = tempfile::tempdir().expect("a folder");
        let now = bench::paris("2026-03-10 10:00");
        let desk = Desk::open(folder.path(), Arc::new(move || now))
            .await
            .expect("a desk");
        let finder = Finder::new(&desk);
        finder.begin();
        let office = Office {
            desk,
            finder,
            folder,
        };
        office.must(None, bench::set_up()).await;
        for command in bench::others() {
            office.must(Some(ANNA), command).await;
        }
        office
    }

    async fn must(&self, who: Option<PersonId>, command: Command) {
        let command = match command.is_whole() {
            true => command.upon(self.desk.published().seq()),
            false => command,
        };
        let done = self.desk.submit(Submission::new(who, command)).await;
        done.unwrap_or_else(|rejection| panic!("{rejection}"));
    }

    async fn receive(&self, key: u128, subject: &str, body: &str) {
        let mail = bench::mail(key, "paul@timetours.example", subject, body);
        self.must(None, Command::Receive(Box::new(mail))).await;
    }

    /// What is found once everything published can be.
    async fn found(&self, words: &str) -> Searched {
        let until = Instant::now() + DEADLINE;
        loop {
            let searched = self.search(ANNA, words).expect("she may read");
            if searched.behind == 0 {
                assert_eq!(searched.trouble, None);
                return searched;
            }
            assert!(
                Instant::now() < until,
                "the index never caught up: {searched:?}"
            );
            tokio::task::yield_now().await;
        }
    }

    fn search(&self, who: PersonId, words: &str) -> Result<Searched, Refusal> {
        self.finder.search(who, words, 50, &Cancel::default())
    }

    async fn ids(&self, words: &str) -> Vec<u32> {
        let mut ids: Vec<u32> = self
            .found(words)
            .await
            .hits
            .iter()
            .map(|hit| hit.row.id.0)
            .collect();
        ids.sort_unstable();
        ids
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn req_12_texts_subjects_and_names_are_found_by_their_request() {
    let office = Office::open().await;
    office
        .receive(1, "TIME TOURS / atelier", "Nous sommes douze, à Annecy.")
        .await;
    office
        .receive(2, "SECUR PLUS / logimail", "Bonjour, une cotation.")
        .await;
    office
        .must(Some(ANNA), on(&[2], Act::Note("préfère le théâtre".into())))
        .await;
    let call = Act::Attempt(Outcome::Spoke, "rappeler avant Noël".into());
    office.must(Some(ANNA), on(&[1], call)).await;
    for (words, ids) in [
        ("annecy", &[1][..]),
        ("secur", &[2]),
        ("theatre", &[2]),
        ("noel", &[1]),
        ("timetours", &[1, 2]),
        ("atelier annecy", &[1]),
        ("annecy cotation", &[]),
    ] {
        assert_eq!(office.ids(words).await, ids, "{words}");
    }
    let found = office.found("annecy").await;
    assert_eq!((found.total, found.hits.len()), (1, 1));
    let marked: Vec<_> = found.hits[0]
        .pieces
        .iter()
        .filter(|(_, marked)| *marked)
        .collect();
    assert_eq!(marked, [&("Annecy".to_owned(), true)]);
    office.finder.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn req_11_what_was_taken_back_or_renamed_is_found_no_more() {
    let office = Office::open().await;
    office.receive(1, "TIME TOURS / atelier", "Bonjour.").await;
    office
        .must(Some(ANNA), on(&[1], Act::Note("mot secret".into())))
        .await;
    assert_eq!(office.ids("secret").await, [1]);
    office.must(Some(ANNA), Command::Undo).await;
    assert_eq!(office.ids("secret").await, [] as [u32; 0]);
    office.must(Some(ANNA), Command::Redo).await;
    assert_eq!(office.ids("secret").await, [1]);
    office
        .must(
            Some(ANNA),
            on(&[1], Act::SetSubject("TIME TOURS / croisière".into())),
        )
        .await;
    assert_eq!(office.ids("atelier").await, [] as [u32; 0]);
    assert_eq!(office.ids("croisiere bonjour").await, [1]);
    office.finder.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn req_8_merged_requests_show_as_the_one_they_went_into() {
    let office = Office::open().await;
    office
        .receive(1, "TIME TOURS / atelier", "Nous sommes douze.")
        .await;
    office
        .receive(2, "TIME TOURS / la suite", "Nous sommes treize.")
        .await;
    let merge = Command::Merge {
        from: vec![RequestId(2)],
        into: RequestId(1),
    };
    office.must(Some(ANNA), merge).await;
    assert_eq!(office.ids("treize").await, [1]);
    let both = office.found("sommes").await;
    assert_eq!((both.hits.len(), both.total), (1, 1));
    office.finder.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_2_who_may_not_read_is_told_nothing() {
    let office = Office::open().await;
    office.receive(1, "TIME TOURS / atelier", "Bonjour.").await;
    assert_eq!(office.ids("bonjour").await, [1]);
    assert!(matches!(
        office.search(FAY, "bonjour"),
        Err(Refusal::NotPermitted(_))
    ));
    office.finder.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn wks_6_hostile_words_are_made_safe() {
    let office = Office::open().await;
    office
        .receive(1, "CLIENT / x", "avant \u{202e}\u{1b}[2J piège\u{7} après")
        .await;
    let found = office.found("piege").await;
    let shown: String = found.hits[0]
        .pieces
        .iter()
        .map(|(piece, _)| piece.as_str())
        .collect();
    assert!(
        !shown.chars().any(crate::text::sanitise::is_forbidden),
        "{shown:?}"
    );
    assert!(
        shown.contains("<U+202E>") && shown.contains("piège"),
        "{shown}"
    );
    office.finder.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn req_12_it_goes_on_where_it_ended_and_waits_to_be_begun() {
    let office = Office::open().await;
    office.receive(1, "TIME TOURS / atelier", "Bonjour.").await;
    assert_eq!(office.ids("bonjour").await, [1]);
    office.finder.stop();
    office
        .receive(2, "SECUR PLUS / devis", "Bonjour aussi.")
        .await;
    let second = Finder::new(&office.desk);
    let before = second
        .search(ANNA, "bonjour", 50, &Cancel::default())
        .expect("she may read");
    assert!(before.hits.is_empty() && before.behind > 0, "{before:?}");
    second.begin();
    let office = Office {
        finder: second,
        ..office
    };
    assert_eq!(office.ids("bonjour").await, [1, 2]);
    let cancelled = Cancel::default();
    cancelled.store(true, std::sync::atomic::Ordering::Relaxed);
    let none = office
        .finder
        .search(ANNA, "bonjour", 50, &cancelled)
        .expect("she may read");
    assert!(none.cancelled && none.hits.is_empty());
    office.finder.stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn req_12_without_an_index_the_house_says_so_and_works_on() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = Desk::open(folder.path(), Arc::new(|| 1_773_133_200_000))
        .await
        .expect("a desk");
    std::fs::write(folder.path().join("search"), "no folder").expect("a file in the way");
    let finder = Finder::new(&desk);
    finder.begin();
    let office = Office {
        desk,
        finder,
        folder,
    };
    office.must(None, bench::set_up()).await;
    let until = Instant::now() + DEADLINE;
    while office
        .search(ANNA, "x")
        .expect("she may read")
        .trouble
        .is_none()
    {
        assert!(Instant::now() < until, "nothing is said");
        tokio::task::yield_now().await;
    }
    office.receive(1, "TIME TOURS / atelier", "Bonjour.").await;
    assert!(
        office.folder.path().join("search").is_file(),
        "what is in the way is left alone"
    );
    office.finder.stop();
}
