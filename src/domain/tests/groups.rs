//! REQ-6: which way of working is proposed, and why. REQ-7: the relation clock of 12 months.

use super::bench::*;
use crate::domain::command::Act;
use crate::domain::ids::{OrganisationId, RequestId};
use crate::domain::organisation::Profile;
use crate::domain::refusal::Refusal;
use crate::domain::request::group::propose;
use crate::domain::request::{CloseReason, Group, GroupReason};

/// A request of a client in the United States, nobody knows them.
fn abroad(bench: &mut Bench) -> (RequestId, OrganisationId) {
    let id = bench.request("joe@bigcorp.example", "hi", "text");
    let organisation = bench.get(id).organisation;
    bench.profile(organisation, |p| p.country = Some(country("US")));
    (id, organisation)
}

fn reason(bench: &Bench, organisation: OrganisationId) -> GroupReason {
    propose(&bench.state, organisation, bench.now)
}

fn concluded() -> Act {
    Act::Close(CloseReason::Concluded, "".into())
}

#[test]
fn req_6_the_group_is_proposed_with_its_reason() {
    let mut bench = Bench::new();
    let (_, abroad) = abroad(&mut bench);
    assert_eq!(reason(&bench, abroad), GroupReason::Abroad(country("US")));
    assert_eq!(reason(&bench, abroad).group(), Group::ClientIntroduction);
    bench.profile(abroad, |p| p.known = true);
    assert_eq!(reason(&bench, abroad), GroupReason::KnownClient);
    assert_eq!(reason(&bench, abroad).group(), Group::Subcontracting);
    bench.profile(abroad, |p| p.country = Some(country("FR")));
    assert_eq!(reason(&bench, abroad), GroupReason::HomeCountry);
    bench.profile(abroad, |p| (p.country, p.known) = (None, false));
    assert_eq!(reason(&bench, abroad), GroupReason::CountryUnknown);
    assert_eq!(
        reason(&bench, OrganisationId(99)),
        GroupReason::CountryUnknown
    );
}

#[test]
fn req_6_a_foreign_branch_of_a_known_organisation_is_subcontracting() {
    let mut bench = Bench::new();
    let (_, branch) = abroad(&mut bench);
    let request = bench.request("x@holding.example", "hi", "text");
    let middle = bench.get(request).organisation;
    let request = bench.request("y@group.example", "hi", "text");
    let top = bench.get(request).organisation;
    bench.profile(branch, |p| p.parent = Some(middle));
    bench.profile(middle, |p| p.parent = Some(top));
    assert_eq!(reason(&bench, branch), GroupReason::Abroad(country("US")));
    bench.profile(top, |p| p.known = true);
    let name = bench
        .state
        .organisation(top)
        .expect("one")
        .profile
        .name
        .clone();
    assert_eq!(reason(&bench, branch), GroupReason::BranchOfKnown(name));
}

#[test]
fn req_6_parents_in_a_circle_come_to_an_end() {
    let mut bench = Bench::new();
    let (_, one) = abroad(&mut bench);
    let request = bench.request("x@holding.example", "hi", "text");
    let two = bench.get(request).organisation;
    bench.profile(one, |p| p.parent = Some(two));
    bench.profile(two, |p| p.parent = Some(one));
    assert_eq!(reason(&bench, one), GroupReason::Abroad(country("US")));
    let mut own = bench.state.organisation(one).expect("one").profile.clone();
    own.parent = Some(one);
    let command = crate::domain::Command::ChangeOrganisation {
        organisation: one,
        profile: own.into(),
    };
    assert_eq!(
        bench.decide(Some(ANNA), &command),
        Err(Refusal::NoSuchThing)
    );
}

#[test]
fn req_6_an_officer_decides() {
    let mut bench = Bench::new();
    let (id, _) = abroad(&mut bench);
    bench.act(BEN, id, Act::SetGroup(Some(Group::Subcontracting)));
    assert_eq!(bench.get(id).group, Some(Group::Subcontracting));
    let again = Act::SetGroup(Some(Group::Subcontracting));
    assert_eq!(bench.refused(BEN, id, again), Refusal::AlreadySo);
    bench.act(BEN, id, Act::SetGroup(None));
    assert_eq!(bench.get(id).group, None);
}

#[test]
fn req_7_a_subcontracted_deal_keeps_the_relation_for_twelve_months() {
    let mut bench = Bench::new();
    let (id, client) = abroad(&mut bench);
    bench.act(BEN, id, Act::SetGroup(Some(Group::Subcontracting)));
    bench.act(BEN, id, concluded());
    let until = bench
        .state
        .organisation(client)
        .expect("one")
        .relation_until;
    assert_eq!(shown(until), "2027-03-10 18:00");
    assert_eq!(
        reason(&bench, client),
        GroupReason::Relation(until.expect("set"))
    );
    assert_eq!(reason(&bench, client).group(), Group::Subcontracting);
    bench.now = paris("2027-03-10 17:59");
    assert!(matches!(reason(&bench, client), GroupReason::Relation(_)));
    bench.now = paris("2027-03-10 18:00");
    assert_eq!(
        reason(&bench, client),
        GroupReason::Abroad(country("US")),
        "it ends"
    );
}

#[test]
fn req_7_which_ends_start_the_clock() {
    let table = [
        (Some(Group::Subcontracting), CloseReason::Concluded, true),
        (
            Some(Group::ClientIntroduction),
            CloseReason::Concluded,
            false,
        ),
        (None, CloseReason::Concluded, false),
        (Some(Group::Subcontracting), CloseReason::Answered, false),
    ];
    for (group, why, starts) in table {
        let mut bench = Bench::new();
        let (id, client) = abroad(&mut bench);
        if group.is_some() {
            bench.act(BEN, id, Act::SetGroup(group));
        }
        bench.act(BEN, id, Act::Close(why, "".into()));
        let until = bench
            .state
            .organisation(client)
            .expect("one")
            .relation_until;
        assert_eq!(until.is_some(), starts, "{group:?} {why:?}");
    }
}

#[test]
fn req_7_a_proposal_of_subcontracting_counts_when_nobody_decided() {
    let mut bench = Bench::new();
    let (id, client) = abroad(&mut bench);
    bench.profile(client, |p| p.known = true);
    bench.act(BEN, id, concluded());
    assert!(
        bench
            .state
            .organisation(client)
            .expect("one")
            .relation_until
            .is_some()
    );
}

#[test]
fn req_7_the_relation_covers_branches_and_a_later_deal_lengthens_it() {
    let mut bench = Bench::new();
    let (id, parent) = abroad(&mut bench);
    let request = bench.request("x@branch.example", "hi", "text");
    let branch = bench.get(request).organisation;
    bench.profile(branch, |p| p.parent = Some(parent));
    bench.act(BEN, id, Act::SetGroup(Some(Group::Subcontracting)));
    bench.act(BEN, id, concluded());
    let first = bench
        .state
        .organisation(parent)
        .expect("one")
        .relation_until;
    assert_eq!(
        reason(&bench, branch),
        GroupReason::Relation(first.expect("set"))
    );
    bench.now = paris("2026-09-01 10:00");
    bench.act(BEN, request, concluded());
    let own = bench
        .state
        .organisation(branch)
        .expect("one")
        .relation_until;
    assert_eq!(shown(own), "2027-09-01 18:00");
    assert_eq!(
        reason(&bench, branch),
        GroupReason::Relation(own.expect("set")),
        "the longer one"
    );
}

#[test]
fn req_7_undoing_the_end_takes_the_clock_back() {
    let mut bench = Bench::new();
    let (id, client) = abroad(&mut bench);
    bench.act(BEN, id, Act::SetGroup(Some(Group::Subcontracting)));
    bench.act(BEN, id, concluded());
    bench.must(Some(BEN), crate::domain::Command::Undo);
    assert_eq!(
        bench
            .state
            .organisation(client)
            .expect("one")
            .relation_until,
        None
    );
    assert!(bench.get(id).is_live());
}

#[test]
fn req_6_known_clients_can_be_entered_with_their_relation() {
    let mut bench = Bench::new();
    let profile = |name: &str| {
        let profile = Profile {
            name: name.into(),
            domains: vec!["Known.example".into()],
            ..Profile::default()
        };
        Box::new(profile)
    };
    let add = |name: &str| crate::domain::Command::AddOrganisation {
        profile: profile(name),
        relation_until: Some(paris("2026-12-31 18:00")),
    };
    bench.must(Some(BEN), add("Known"));
    let id = bench.request("x@known.example", "hi", "text");
    let organisation = bench.get(id).organisation;
    assert_eq!(organisation, OrganisationId(1), "their mail is recognised");
    assert!(matches!(
        reason(&bench, organisation),
        GroupReason::Relation(_)
    ));
    assert_eq!(
        bench.decide(Some(BEN), &add("KNOWN")),
        Err(Refusal::AlreadySo)
    );
    assert_eq!(
        bench.decide(Some(BEN), &add(" ")),
        Err(Refusal::TextMissing)
    );
    let mut orphan = profile("Orphan");
    orphan.parent = Some(OrganisationId(99));
    let orphan = crate::domain::Command::AddOrganisation {
        profile: orphan,
        relation_until: None,
    };
    assert_eq!(bench.decide(Some(BEN), &orphan), Err(Refusal::NoSuchThing));
}

#[test]
fn req_6_a_client_is_found_by_what_is_known_of_them_now() {
    let mut bench = Bench::new();
    let id = bench.request("x@old.example", "hi", "text");
    let organisation = bench.get(id).organisation;
    bench.profile(organisation, |p| {
        (p.name, p.domains) = ("New".into(), vec!["new.example".into()])
    });
    assert_eq!(bench.state.organisation_of_domain("old.example"), None);
    assert_eq!(
        bench.state.organisation_of_domain("new.example"),
        Some(organisation)
    );
    assert_eq!(bench.state.organisation_named("Old"), None);
    let other = bench.request("y@other.example", "hi", "text");
    let other = bench.get(other).organisation;
    bench.profile(other, |p| p.domains = vec!["new.example".into()]);
    assert_eq!(
        bench.state.organisation_of_domain("new.example"),
        Some(organisation),
        "the older one"
    );
}
