//! REQ-6: which way of working is proposed, and why.

use super::bench::*;
use crate::domain::Command;
use crate::domain::command::Act;
use crate::domain::ids::{OrganisationId, RequestId};
use crate::domain::organisation::OrganisationProfile;
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::organisation::refusal::DirectoryRefusal;
use crate::domain::refusal::Refusal;
use crate::domain::request::rules::group::{propose, propose_for};
use crate::domain::request::{CloseReason, Group, GroupReason};

/// A request of a client in the United States, nobody knows them.
pub(super) fn abroad(bench: &mut Bench) -> (RequestId, OrganisationId) {
    let id = bench.request("joe@bigcorp.example", "hi", "text");
    let organisation = bench.get(id).organisation;
    bench.profile(organisation, |p| p.country = Some(country("US")));
    (id, organisation)
}

pub(super) fn reason(bench: &Bench, organisation: OrganisationId) -> GroupReason {
    propose_for(&bench.state, organisation, (bench.now, RequestId(u32::MAX)))
}

pub(super) fn concluded() -> Act {
    Act::Close(CloseReason::CONCLUDED, "".into())
}

#[test]
fn req_6_the_group_is_proposed_with_its_reason() {
    let mut bench = Bench::new();
    let (_, abroad) = abroad(&mut bench);
    assert_eq!(reason(&bench, abroad), GroupReason::Abroad(country("US")));
    assert_eq!(
        reason(&bench, abroad).group(),
        Some(Group::ClientIntroduction)
    );
    bench.profile(abroad, |p| p.known = true);
    assert_eq!(reason(&bench, abroad), GroupReason::KnownClient);
    assert_eq!(reason(&bench, abroad).group(), Some(Group::Subcontracting));
    bench.profile(abroad, |p| p.country = Some(country("FR")));
    assert_eq!(reason(&bench, abroad), GroupReason::HomeCountry);
    bench.profile(abroad, |p| (p.country, p.known) = (None, false));
    assert_eq!(reason(&bench, abroad), GroupReason::CountryUnknown);
    assert_eq!(reason(&bench, abroad).group(), None, "nothing is proposed");
    assert_eq!(
        reason(&bench, OrganisationId(99)),
        GroupReason::CountryUnknown
    );
}

#[test]
fn req_6_an_address_that_says_no_country_proposes_nothing() {
    for (from, wanted) in [
        ("joe@startup.cc", None),
        ("joe@startup.fm", None),
        ("joe@startup.gg", None),
        ("joe@startup.io", None),
        ("joe@gmx.de", None),
        ("joe@startup.de", Some(Group::ClientIntroduction)),
        ("joe@startup.co.uk", Some(Group::ClientIntroduction)),
        ("joe@orange.fr", Some(Group::Subcontracting)),
        ("joe@startup.fr", Some(Group::Subcontracting)),
    ] {
        let mut bench = Bench::new();
        let id = bench.request(from, "hi", "text");
        let proposed = propose(&bench.state, bench.get(id)).group();
        assert_eq!(proposed, wanted, "{from}");
    }
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
    // No rule lets it be so; what was kept before there was one is read all the same.
    bench
        .state
        .change_organisation(two, |o| o.profile.parent = Some(one));
    assert_eq!(reason(&bench, one), GroupReason::Abroad(country("US")));
    let mut own = bench.state.organisation(one).expect("one").profile.clone();
    own.parent = Some(one);
    let command = crate::domain::Command::Directory(DirectoryCommand::ChangeOrganisation {
        organisation: one,
        profile: own.into(),
    });
    let name = bench
        .state
        .organisation(one)
        .expect("one")
        .profile
        .name
        .clone();
    assert_eq!(
        bench.decide(Some(ANNA), &command),
        Err(DirectoryRefusal::ParentCircle { name }.into())
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
fn req_6_known_clients_can_be_entered_with_their_relation() {
    let mut bench = Bench::new();
    let profile = |name: &str| {
        let profile = OrganisationProfile {
            name: name.into(),
            domains: vec!["Known.example".into()],
            ..OrganisationProfile::default()
        };
        Box::new(profile)
    };
    let add = |name: &str| {
        crate::domain::Command::Directory(DirectoryCommand::AddOrganisation {
            profile: profile(name),
            relation_until: Some(paris("2026-12-31 18:00")),
        })
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
    let orphan = crate::domain::Command::Directory(DirectoryCommand::AddOrganisation {
        profile: orphan,
        relation_until: None,
    });
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

#[test]
fn req_6_a_client_handled_as_subcontracting_before_is_known_and_so_are_its_branches() {
    let mut bench = Bench::new();
    let (first, client) = abroad(&mut bench);
    bench.now = bench.later(24);
    let second = bench.request("joe@bigcorp.example", "again", "text");
    let branch = bench.request("x@branch.example", "hi", "text");
    let branch_of = bench.get(branch).organisation;
    bench.profile(branch_of, |p| p.parent = Some(client));
    let reason = |bench: &Bench, id| propose(&bench.state, bench.get(id));
    assert_eq!(reason(&bench, second), GroupReason::Abroad(country("US")));
    bench.act(BEN, first, Act::SetGroup(Some(Group::Subcontracting)));
    assert_eq!(reason(&bench, second), GroupReason::Handled(first));
    let name = bench
        .state
        .organisation(client)
        .expect("one")
        .profile
        .name
        .clone();
    assert_eq!(reason(&bench, branch), GroupReason::BranchOfKnown(name));
    // A request tells nothing of itself, nor of those before it.
    assert_eq!(reason(&bench, first), GroupReason::Abroad(country("US")));
    // Where the country is not known either: the client is.
    bench.profile(client, |p| p.country = None);
    assert_eq!(reason(&bench, second).group(), Some(Group::Subcontracting));
    assert_eq!(reason(&bench, first).group(), None);
    // What was no request makes nobody known; an undone decision neither.
    for why in [CloseReason::SPAM, CloseReason::DUPLICATE] {
        let mut other = bench.clone();
        other.act(BEN, first, Act::Close(why, "".into()));
        assert_eq!(
            reason(&other, second),
            GroupReason::CountryUnknown,
            "{why:?}"
        );
    }
    bench.must(Some(ANNA), Command::Undo);
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(reason(&bench, second), GroupReason::Abroad(country("US")));
    assert_eq!(bench.state, bench.replayed());
}
