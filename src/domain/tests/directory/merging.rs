//! PPL-9: two that are one and the same are made one, at whatever size, and two again, exactly.

use super::*;
use crate::domain::ids::RequestId;
use crate::domain::organisation::further::Double;
use crate::domain::request::rules::group;

fn requests_of(bench: &Bench, id: u32) -> Vec<u32> {
    let theirs = bench.state.requests_of(OrganisationId(id));
    theirs.map(|id| id.0).collect()
}

/// Each organisation asked something; the second one twice.
fn asked() -> Bench {
    let mut bench = three();
    for from in ["alpha", "beta", "gamma", "beta"] {
        bench.request(&format!("{from}@{from}.example"), "CLIENT / one", "text");
    }
    bench
}

#[test]
fn ppl_9_what_belonged_to_one_is_found_under_the_other_and_undo_gives_each_back_exactly() {
    let mut bench = asked();
    bench.must(Some(BEN), relation(2, Some(paris("2026-12-31 23:59"))));
    bench.profile(OrganisationId(2), |p| {
        (p.known, p.domains) = (true, vec!["beta.example".into()])
    });
    let before = rows(&bench.state);
    let chosen = OrganisationProfile {
        city: "Lyon".into(),
        ..named("Alpha & Beta")
    };
    bench.must(Some(BEN), merge(2, 1, chosen));
    let state = &bench.state;
    let one = state.organisation(OrganisationId(2)).expect("there");
    assert_eq!(
        (one.id, &*one.profile.name),
        (OrganisationId(1), "Alpha & Beta")
    );
    assert!(one.profile.known, "known if one of them was");
    assert_eq!(
        one.relation_until,
        Some(paris("2026-12-31 23:59")),
        "the longer one"
    );
    assert_eq!(requests_of(&bench, 1), [1, 2, 4]);
    assert_eq!(requests_of(&bench, 2), [1, 2, 4]);
    let latest: Vec<RequestId> = state.latest_requests_of(one.id).map(|r| r.id).collect();
    assert_eq!(latest, [4, 2, 1].map(RequestId));
    assert_eq!(state.contacts_of(one.id).count(), 2);
    assert_eq!(state.organisations().count(), 2);
    for name in ["beta", "Alpha & beta"] {
        assert_eq!(state.organisation_named(name), Some(one.id), "{name}");
    }
    assert_eq!(state.organisation_of_domain("beta.example"), Some(one.id));
    assert_eq!(bench.state, bench.replayed());
    let pieces = State::from_parts(
        state.head.clone(),
        state.requests.iter().map(|r| (**r).clone()),
    );
    assert_eq!(rows(&pieces), rows(state), "as a checkpoint gives it back");
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(rows(&bench.state), before);
    bench.must(Some(BEN), Command::Redo);
    assert_eq!(requests_of(&bench, 1), [1, 2, 4]);
    assert_eq!(bench.state, bench.replayed());
}

#[test]
fn ppl_9_merges_go_on_and_come_apart_in_the_order_they_were_made() {
    let mut bench = asked();
    let before = rows(&bench.state);
    bench.must(Some(BEN), merge(3, 2, named("Beta")));
    let between = rows(&bench.state);
    bench.must(Some(CLEA), merge(2, 1, named("Alpha")));
    assert_eq!(requests_of(&bench, 3), [1, 2, 3, 4]);
    assert_eq!(
        bench.decide(Some(BEN), &Command::Undo),
        Err(R::MergedOn {
            into: "Alpha".into()
        }
        .into())
    );
    let again = bench.decide(Some(BEN), &merge(1, 3, named("x")));
    assert_eq!(
        again,
        Err(R::MergedAlready {
            into: "Alpha".into()
        }
        .into())
    );
    bench.must(Some(CLEA), Command::Undo);
    assert_eq!(rows(&bench.state), between);
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(rows(&bench.state), before);
}

#[test]
fn ppl_9_an_undone_merge_overwrites_nobody() {
    let mut bench = asked();
    bench.must(Some(BEN), merge(2, 1, named("Alpha")));
    bench.profile(OrganisationId(1), |p| p.city = "Lyon".into());
    let refused = bench
        .decide(Some(BEN), &Command::Undo)
        .expect_err("changed");
    assert_eq!(
        refused,
        crate::domain::undo::refusal::UndoRefusal::Overtaken.into()
    );
    // What is written to one that was merged is written to the one that stands for it.
    bench.profile(OrganisationId(2), |p| p.city = "Paris".into());
    let one = bench.state.organisation(OrganisationId(1)).expect("there");
    assert_eq!(&*one.profile.city, "Paris");
}

#[test]
fn ppl_9_a_parent_goes_into_its_branch_only_where_the_entry_says_what_that_belongs_to() {
    let mut bench = three();
    let below = |parent| OrganisationProfile {
        parent: Some(OrganisationId(parent)),
        ..named("Beta")
    };
    bench.must(Some(BEN), change(2, below(1)));
    let circle = R::ParentCircle {
        name: "Alpha".into(),
    };
    let refused = bench.decide(Some(BEN), &merge(1, 2, below(1)));
    assert_eq!(refused, Err(circle.into()));
    bench.must(Some(BEN), merge(1, 2, named("Beta")));
    let branches = bench.state.branches_of(OrganisationId(2));
    assert!(branches.is_empty(), "nothing is its own branch");
    bench.must(Some(BEN), Command::Undo);
    let branches = bench.state.branches_of(OrganisationId(1));
    assert_eq!(branches.iter().map(|b| b.id.0).collect::<Vec<_>>(), [2]);
    let gamma = OrganisationProfile {
        parent: Some(OrganisationId(2)),
        ..named("Gamma")
    };
    bench.must(Some(BEN), change(3, gamma));
    let loops = OrganisationProfile {
        parent: Some(OrganisationId(3)),
        ..named("Alpha")
    };
    assert!(bench.decide(Some(BEN), &change(1, loops)).is_err());
}

#[test]
fn req_6_what_either_was_handled_as_counts_for_both() {
    let mut bench = asked();
    bench.act(
        BEN,
        RequestId(2),
        crate::domain::Act::SetGroup(Some(crate::domain::request::Group::Subcontracting)),
    );
    let id = bench.request("alpha@alpha.example", "ALPHA / later", "text");
    let reason = |bench: &Bench| group::propose(&bench.state, bench.get(id));
    assert_eq!(reason(&bench), GroupReason::CountryUnknown);
    bench.must(Some(BEN), merge(2, 1, named("Alpha")));
    assert_eq!(reason(&bench), GroupReason::Handled(RequestId(2)));
}

#[test]
fn ppl_9_two_contacts_become_one_who_is_found_by_all_addresses_of_both() {
    let mut bench = asked();
    let before = rows(&bench.state);
    bench.must(
        Some(BEN),
        merge_contacts(2, 1, person("Al", "beta@beta.example")),
    );
    let one = bench.state.contact(ContactId(2)).expect("there");
    assert_eq!(
        (one.id, &*one.name, &*one.email),
        (ContactId(1), "Al", "beta@beta.example")
    );
    assert_eq!(one.also, ["alpha@alpha.example".into()]);
    for email in ["alpha@alpha.example", "beta@beta.example"] {
        assert_eq!(
            bench.state.contact_of_email(email),
            Some(ContactId(1)),
            "{email}"
        );
    }
    assert_eq!(bench.state, bench.replayed());
    let itself = bench.decide(Some(BEN), &merge_contacts(2, 3, person("x", "")));
    assert_eq!(itself, Err(R::MergedAlready { into: "Al".into() }.into()));
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(rows(&bench.state), before);
}

#[test]
fn ppl_9_a_pair_that_is_told_apart_stays_so_until_it_is_taken_back() {
    let mut bench = three();
    let pair = |one, two| Double::Organisations(OrganisationId(one), OrganisationId(two));
    let tell = |pair| Command::Directory(C::TellApart { pair });
    bench.must(Some(BEN), tell(pair(2, 1)));
    assert!(bench.state.is_told_apart(pair(1, 2)));
    assert_eq!(
        bench.decide(Some(BEN), &tell(pair(1, 2))),
        Err(Refusal::AlreadySo)
    );
    assert_eq!(bench.state, bench.replayed());
    bench.must(Some(BEN), Command::Undo);
    assert!(!bench.state.is_told_apart(pair(1, 2)));
    assert_eq!(
        bench.decide(Some(BEN), &tell(pair(1, 9))),
        Err(Refusal::NoSuchThing)
    );
}

/// Run by hand: `cargo test --release --lib five_thousand -- --ignored --nocapture`.
#[test]
#[ignore = "measures how long a merge takes; the budget is 50 ms"]
fn ppl_9_a_merge_of_two_with_five_thousand_exchanges_and_its_undo_are_measured() {
    let mut bench = three();
    for n in 0..10_000 {
        let from = ["alpha", "beta"][n % 2];
        bench.request(&format!("{from}@{from}.example"), "CLIENT / one", "text");
    }
    let begun = std::time::Instant::now();
    bench.must(Some(BEN), merge(2, 1, named("Alpha")));
    let merged = begun.elapsed();
    bench.must(Some(BEN), Command::Undo);
    println!("a merge: {merged:?}, with its undo: {:?}", begun.elapsed());
    assert_eq!(requests_of(&bench, 1).len(), 5_000);
}
