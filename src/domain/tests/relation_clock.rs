//! REQ-7: the relation clock of 12 months: which ends start it, whom it covers, and when it stops.

use super::bench::*;
use super::groups::{abroad, concluded, reason};
use crate::domain::calendar::Calendar;
use crate::domain::command::Act;
use crate::domain::house::command::HouseCommand;
use crate::domain::organisation::OrganisationProfile;
use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::request::rules::group::propose;
use crate::domain::request::{CloseReason, Group, GroupReason};
use crate::domain::{Command, Millis, OrganisationId};

/// Until when the house keeps the relation with a client.
fn until(bench: &Bench, client: OrganisationId) -> Option<Millis> {
    let client = bench.state.organisation(client).expect("one");
    client.relation_until
}

#[test]
fn req_7_a_subcontracted_deal_keeps_the_relation_for_twelve_months() {
    let mut bench = Bench::new();
    let (id, client) = abroad(&mut bench);
    bench.act(BEN, id, Act::SetGroup(Some(Group::Subcontracting)));
    bench.act(BEN, id, concluded());
    let until = until(&bench, client);
    assert_eq!(shown(until), "2027-03-10 23:59");
    assert_eq!(
        reason(&bench, client),
        GroupReason::Relation(until.expect("set"))
    );
    assert_eq!(reason(&bench, client).group(), Some(Group::Subcontracting));
    bench.now = paris("2027-03-10 23:59");
    assert!(matches!(reason(&bench, client), GroupReason::Relation(_)));
    bench.now = paris("2027-03-11 00:00");
    assert_eq!(
        reason(&bench, client),
        GroupReason::Handled(id),
        "the relation ends, the team still knows them"
    );
}

#[test]
fn req_7_which_ends_start_the_clock() {
    let table = [
        (Some(Group::Subcontracting), CloseReason::CONCLUDED, true),
        (
            Some(Group::ClientIntroduction),
            CloseReason::CONCLUDED,
            false,
        ),
        (None, CloseReason::CONCLUDED, false),
        (Some(Group::Subcontracting), CloseReason::ANSWERED, false),
    ];
    for (group, why, starts) in table {
        let mut bench = Bench::new();
        let (id, client) = abroad(&mut bench);
        if group.is_some() {
            bench.act(BEN, id, Act::SetGroup(group));
        }
        bench.act(BEN, id, Act::Close(why, "".into()));
        let until = until(&bench, client);
        assert_eq!(until.is_some(), starts, "{group:?} {why:?}");
    }
}

#[test]
fn req_7_a_proposal_of_subcontracting_counts_when_nobody_decided() {
    let mut bench = Bench::new();
    let (id, client) = abroad(&mut bench);
    bench.profile(client, |p| p.known = true);
    bench.act(BEN, id, concluded());
    assert!(until(&bench, client).is_some());
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
    assert_eq!(shown(own), "2027-09-01 23:59");
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
    assert_eq!(until(&bench, client), None);
    assert!(bench.get(id).is_live());
}

/// The house in another zone.
fn moved_to(bench: &mut Bench, zone: &str) {
    let mut there = house();
    let hours = [(540, 750), (810, 1_080)];
    there.calendar = Calendar::weekdays(zone, &hours, Vec::new()).expect(zone);
    bench.must(
        Some(ANNA),
        Command::House(HouseCommand::Change(Box::new(there))),
    );
}

/// The zone of the house; the deal ends; the last second of the relation, as UTC tells it; what is special.
const LAST_SECONDS: &[(&str, &str, &str, &str)] = &[
    (
        "Europe/Paris",
        "2026-03-10T09:00:00Z",
        "2027-03-10T22:59:59Z",
        "winter",
    ),
    (
        "Europe/Paris",
        "2026-06-30T21:30:00Z",
        "2027-06-30T21:59:59Z",
        "half past eleven at night",
    ),
    (
        "Europe/Paris",
        "2026-06-30T22:30:00Z",
        "2027-07-01T21:59:59Z",
        "half past midnight",
    ),
    (
        "Europe/Paris",
        "2026-03-28T12:00:00Z",
        "2027-03-28T21:59:59Z",
        "clocks go forward that day",
    ),
    (
        "Europe/Paris",
        "2026-10-31T12:00:00Z",
        "2027-10-31T22:59:59Z",
        "clocks go back that day",
    ),
    (
        "Europe/Paris",
        "2028-02-29T12:00:00Z",
        "2029-02-28T22:59:59Z",
        "a leap day",
    ),
    (
        "Europe/Paris",
        "2027-02-28T12:00:00Z",
        "2028-02-28T22:59:59Z",
        "into a leap year",
    ),
    (
        "America/New_York",
        "2026-03-10T03:30:00Z",
        "2027-03-10T04:59:59Z",
        "the evening before",
    ),
    (
        "Pacific/Auckland",
        "2026-03-10T12:30:00Z",
        "2027-03-11T10:59:59Z",
        "tomorrow already",
    ),
    (
        "Asia/Kolkata",
        "2026-03-10T18:29:00Z",
        "2027-03-10T18:29:59Z",
        "half an hour off",
    ),
    (
        "America/Havana",
        "2026-11-07T16:00:00Z",
        "2027-11-08T04:59:59Z",
        "clocks went back at one",
    ),
];

#[test]
fn req_7_the_relation_lasts_to_the_end_of_the_last_day_by_the_clock_of_the_house() {
    let utc = |text: &str| {
        text.parse::<chrono::DateTime<chrono::Utc>>()
            .expect(text)
            .timestamp_millis()
    };
    for &(zone, ends, last, why) in LAST_SECONDS {
        let mut bench = Bench::new();
        moved_to(&mut bench, zone);
        let (id, client) = abroad(&mut bench);
        bench.act(BEN, id, Act::SetGroup(Some(Group::Subcontracting)));
        bench.now = utc(ends);
        bench.act(BEN, id, concluded());
        let last = utc(last);
        for (at, within) in [(last, true), (last + 999, true), (last + 1_000, false)] {
            bench.now = at;
            let kept = matches!(reason(&bench, client), GroupReason::Relation(_));
            assert_eq!(kept, within, "{zone} {ends} {at}: {why}");
        }
    }
}

#[test]
fn req_7_what_counts_is_when_a_request_was_received() {
    let mut bench = Bench::new();
    let (id, client) = abroad(&mut bench);
    bench.act(BEN, id, Act::SetGroup(Some(Group::Subcontracting)));
    bench.act(BEN, id, concluded());
    bench.now = paris("2027-03-10 23:50");
    let within = bench.request("joe@bigcorp.example", "again", "text");
    bench.now = paris("2027-03-11 00:10");
    let after = bench.request("joe@bigcorp.example", "and again", "text");
    bench.now = paris("2027-06-01 10:00");
    let kept = reason;
    let reason = |bench: &Bench, id| propose(&bench.state, bench.get(id));
    assert!(matches!(reason(&bench, within), GroupReason::Relation(_)));
    assert_eq!(reason(&bench, after), GroupReason::Handled(id));
    // A relation of before that ended at closing time lasts to the end of that day too.
    let organisation = Box::new(OrganisationProfile {
        name: "Old".into(),
        ..OrganisationProfile::default()
    });
    let command = Command::Directory(DirectoryCommand::AddOrganisation {
        profile: organisation,
        relation_until: Some(paris("2027-06-01 18:00")),
    });
    bench.must(Some(BEN), command);
    let old = bench.state.organisation_named("Old").expect("one");
    bench.now = paris("2027-06-01 22:00");
    assert!(matches!(kept(&bench, old), GroupReason::Relation(_)));
    bench.now = paris("2027-06-02 00:00");
    assert_eq!(kept(&bench, old), GroupReason::CountryUnknown);
    assert_eq!(client, bench.get(after).organisation);
}

#[test]
fn req_7_the_months_are_a_setting() {
    let mut bench = Bench::new();
    let mut shorter = house();
    shorter.relation_months = 1;
    bench.must(
        Some(ANNA),
        Command::House(HouseCommand::Change(Box::new(shorter))),
    );
    bench.now = paris("2026-03-31 10:00");
    let (id, client) = abroad(&mut bench);
    bench.act(BEN, id, Act::SetGroup(Some(Group::Subcontracting)));
    bench.act(BEN, id, concluded());
    let until = until(&bench, client);
    assert_eq!(shown(until), "2026-04-30 23:59");
}

#[test]
fn req_7_a_deal_that_nobody_decided_the_group_of_starts_no_clock_where_the_country_is_unknown() {
    let mut bench = Bench::new();
    let (id, client) = abroad(&mut bench);
    bench.profile(client, |p| p.country = None);
    bench.act(BEN, id, concluded());
    assert_eq!(until(&bench, client), None);
}
