//! The sweep (PPL-2): every command in words × everybody × every id. What is not there and what is not theirs is
//! answered alike, byte for byte, but for the id itself.
//!
//! Exhaustive by construction: the commands come from the program's own grammar, and one without a line here
//! fails the test.

#[path = "sweep/money.rs"]
mod money_lines;

use std::collections::BTreeSet;

use clap::Subcommand as _;
use entremise::plain;
use futures_util::StreamExt as _;

use crate::caller::{Caller, Said};
use crate::cast::{Cast, Kind, Tries, cast};
use crate::server::key;

/// What is piped into a command that reads.
const PIPED: &[u8] = b"[belts]\nworkshop = \"green\"\n";

/// Every command that can be given in words: its words, with `{}` for an id, and of which kind that is. A command
/// that names nothing has no such line.
const LINES: &[(&str, &str, Kind)] = &[
    ("whoami", "", Kind::Nothing),
    ("help", "", Kind::Nothing),
    ("setup", "", Kind::Nothing),
    ("inbox", "", Kind::Nothing),
    ("show", "show {}", Kind::Request),
    ("show", "show {} --json", Kind::Request),
    ("history", "history {}", Kind::Request),
    ("files", "files {}", Kind::Request),
    ("files", "files {} --get 1", Kind::Request),
    ("import", "", Kind::Nothing),
    ("directory list", "", Kind::Nothing),
    ("directory doubles", "", Kind::Nothing),
    ("directory import", "", Kind::Nothing),
    ("directory export", "", Kind::Nothing),
    (
        "organisation show",
        "organisation show {}",
        Kind::Organisation,
    ),
    (
        "organisation show",
        "organisation show {} --json",
        Kind::Organisation,
    ),
    ("organisation add", "", Kind::Nothing),
    (
        "organisation edit",
        "organisation edit {} --city X",
        Kind::Organisation,
    ),
    (
        "organisation relation",
        "organisation relation {} 2030-01-31",
        Kind::Organisation,
    ),
    (
        "organisation merge",
        "organisation merge {} C-987653",
        Kind::Organisation,
    ),
    (
        "organisation apart",
        "organisation apart {} C-987653",
        Kind::Organisation,
    ),
    ("contact add", "contact add {} X", Kind::Organisation),
    ("contact edit", "contact edit {} --phone 1", Kind::Entry),
    ("contact left", "contact left {}", Kind::Entry),
    ("contact move", "contact move {} C-987653", Kind::Entry),
    ("contact merge", "contact merge {} K-987653", Kind::Entry),
    ("contact apart", "contact apart {} K-987653", Kind::Entry),
    ("person list", "", Kind::Nothing),
    ("person add", "", Kind::Nothing),
    ("person edit", "person edit {} --name X", Kind::Person),
    (
        "person roles",
        "person roles {} --role manager",
        Kind::Person,
    ),
    ("person disable", "person disable {}", Kind::Person),
    ("person enable", "person enable {}", Kind::Person),
    ("key list", "key list {}", Kind::Person),
    (
        "key add",
        "key add {} 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJTjJZ9cS9m2sF0zvtrfNbRStLGVO5GO8J1iKtnEUFdO x'",
        Kind::Person,
    ),
    ("key name", "key name {} x", Kind::Key),
    ("key revoke", "key revoke {}", Kind::Key),
    ("invite", "invite {}", Kind::Person),
    ("invite", "invite --withdraw {}", Kind::Invitation),
    ("quotations", "", Kind::Nothing),
    ("quotation", "quotation {}", Kind::Quotation),
    ("quotation", "quotation {} --json", Kind::Quotation),
    ("quotation", "quotation {} --text", Kind::Quotation),
    (
        "quotation",
        "quotation {} --pdf --version 1",
        Kind::Quotation,
    ),
    ("quote", "quote {}", Kind::Request),
    ("brief", "brief {}", Kind::Quotation),
    ("brief", "brief {} --place x", Kind::Quotation),
    ("lines", "lines {}", Kind::Quotation),
    ("lines", "lines {} --product x=1", Kind::Quotation),
    ("project", "project {} --text x", Kind::Quotation),
    ("quotation-step r1", "quotation-step {} r1", Kind::Quotation),
    (
        "quotation-step prices",
        "quotation-step {} prices",
        Kind::Quotation,
    ),
    (
        "quotation-step project",
        "quotation-step {} project",
        Kind::Quotation,
    ),
    (
        "quotation-step send",
        "quotation-step {} send",
        Kind::Quotation,
    ),
    ("quotation-step r2", "quotation-step {} r2", Kind::Quotation),
    (
        "quotation-step return",
        "quotation-step {} return --to brief --reason x",
        Kind::Quotation,
    ),
    (
        "quotation-step accept",
        "quotation-step {} accept",
        Kind::Quotation,
    ),
    (
        "quotation-step decline",
        "quotation-step {} decline --reason x",
        Kind::Quotation,
    ),
    (
        "quotation-step drop",
        "quotation-step {} drop --reason x",
        Kind::Quotation,
    ),
    (
        "quotation-step extend",
        "quotation-step {} extend --until 2100-01-01",
        Kind::Quotation,
    ),
    (
        "quotation-step tag",
        "quotation-step {} tag x",
        Kind::Quotation,
    ),
    ("recap", "", Kind::Nothing),
    ("lists", "", Kind::Nothing),
    ("prices", "", Kind::Nothing),
    ("wording", "", Kind::Nothing),
    ("reading", "", Kind::Nothing),
    ("routing", "", Kind::Nothing),
    ("board", "", Kind::Nothing),
    ("opportunity", "opportunity {}", Kind::Opportunity),
    ("opportunity", "opportunity {} --json", Kind::Opportunity),
    ("stats", "", Kind::Nothing),
    ("credits", "credits {}", Kind::Person),
    ("step", "step {} consultation", Kind::Opportunity),
    ("step", "step {} offer --yes", Kind::Opportunity),
    (
        "step",
        "step {} contact --yes --reason x",
        Kind::Opportunity,
    ),
    (
        "propose",
        "propose {} --price 1 --text x",
        Kind::Opportunity,
    ),
    (
        "propose",
        "propose {} --draft --keep-text",
        Kind::Opportunity,
    ),
    ("attach", "attach {} - --name x", Kind::Opportunity),
    ("attached", "attached {}", Kind::Opportunity),
    ("attached", "attached {} --get 1", Kind::Opportunity),
    ("attached", "attached {}", Kind::Proposal),
    ("attached", "attached {} --get 1", Kind::Proposal),
    ("attached", "attached {} --remove 1", Kind::Proposal),
    ("withdraw", "withdraw {} --reason x", Kind::Proposal),
    ("withdraw", "withdraw {} --draft", Kind::Proposal),
    ("confirm", "confirm {}", Kind::Opportunity),
    ("decline", "decline {} --reason x", Kind::Opportunity),
    ("post", "post {} --text x", Kind::Request),
    ("post", "post {} --text x --preview", Kind::Request),
    ("end", "end {} mistake", Kind::Opportunity),
    (
        "mission team",
        "mission team {} P-1 observer",
        Kind::Mission,
    ),
    (
        "mission team",
        "mission team {own} {} observer",
        Kind::Helper,
    ),
    ("mission plan", "mission plan {} +5d", Kind::Mission),
    (
        "mission plan",
        "mission plan {own} +5d --by {}",
        Kind::Helper,
    ),
    ("mission tick", "mission tick {} room", Kind::Mission),
    ("mission attend", "mission attend {} 1 5", Kind::Mission),
    (
        "mission charge",
        "mission charge {} K-1 --said x",
        Kind::Opportunity,
    ),
    (
        "mission replace",
        "mission replace {} P-1 --reason x",
        Kind::Opportunity,
    ),
    ("introduction", "introduction {}", Kind::Opportunity),
    (
        "mission deliver",
        "mission deliver {} --note x",
        Kind::Mission,
    ),
    ("judge", "judge {} interesting", Kind::Proposal),
    ("select", "select {}", Kind::Proposal),
    ("formula", "formula {} basic", Kind::Opportunity),
    ("agreement", "agreement {}", Kind::Opportunity),
    (
        "agreement",
        "agreement {} --item 'x | 1'",
        Kind::Opportunity,
    ),
    ("agree", "agree {}", Kind::Opportunity),
    ("advise", "advise {} --text x", Kind::Opportunity),
    ("grant", "grant {} offer 1 --why x", Kind::Person),
    ("profile", "profile {}", Kind::Person),
    ("profile", "profile {} --set -", Kind::Person),
    ("terms", "", Kind::Nothing),
    ("settings print", "", Kind::Nothing),
    ("settings check", "", Kind::Nothing),
    ("settings set", "", Kind::Nothing),
    ("settings apply", "", Kind::Nothing),
    ("settings undo", "", Kind::Nothing),
    ("settings history", "settings history {}", Kind::Person),
    ("settings logo", "", Kind::Nothing),
    ("firm show", "", Kind::Nothing),
    ("firm invite", "", Kind::Nothing),
    ("firm withdraw", "", Kind::Nothing),
    ("firm join", "", Kind::Nothing),
    ("firm roles", "firm roles {} --role sees", Kind::Person),
    ("firm remove", "firm remove {}", Kind::Person),
    ("firm leave", "", Kind::Nothing),
    ("firm name", "", Kind::Nothing),
    ("firm for", "", Kind::Nothing),
    ("firm manager", "firm manager F-999 {}", Kind::Person),
    ("profile", "profile F-999", Kind::Nothing),
    ("link", "link {}", Kind::Person),
    ("link", "link {someone} {}", Kind::Contact),
];

/// All of them, in whichever file they stand.
pub fn lines() -> impl Iterator<Item = &'static (&'static str, &'static str, Kind)> {
    LINES.iter().chain(money_lines::LINES)
}

/// The commands there are, each by the words that name it.
fn paths(of: &clap::Command, before: &str, all: &mut BTreeSet<String>) {
    for one in of.get_subcommands() {
        let path = format!("{before} {}", one.get_name()).trim().to_owned();
        if one.has_subcommands() {
            paths(one, &path, all);
        } else {
            all.insert(path);
        }
    }
}

/// The commands of the program's own grammar.
pub fn commands() -> BTreeSet<String> {
    let mut there = BTreeSet::new();
    let grammar = plain::Command::augment_subcommands(clap::Command::new("entremise"));
    paths(&grammar, "", &mut there);
    there
}

#[test]
fn ppl_2_every_command_has_a_line_in_the_sweep() {
    let there = commands();
    let here: BTreeSet<String> = lines().map(|(path, ..)| (*path).to_owned()).collect();
    assert_eq!(here, there, "a command is not swept, or is none any more");
}

/// What a command came to, with the id that was asked for left out.
async fn answer(cast: &Cast, who: &str, words: &str, id: &str) -> (Said, String) {
    let caller = Caller::login(cast.served.port, &key(who)).await;
    let input = if words.contains(" -") && words.ends_with('-') || words.contains(" - ") {
        PIPED
    } else {
        b""
    };
    let said = caller.piped(words, input).await;
    let told = format!("{:?} {:?} {:?}", said.status, said.out, said.err);
    (said, told.replace(id, "<id>"))
}

/// How many try at the same time: the server lets in so many from one address.
const AT_ONCE: usize = 6;

/// What one person is told apart by one command who should not be.
async fn sweep(cast: &Cast, person: &Tries, template: &str, kind: Kind) -> Vec<String> {
    let words = |id: &str| {
        let words = template.replace("{own}", &person.own_mission);
        words.replace("{someone}", &cast.someone).replace("{}", id)
    };
    let none = kind.nothing();
    let (_, nothing) = answer(cast, &person.word, &words(none), none).await;
    let mut told_apart = Vec::new();
    for id in person.hidden.get(&kind).into_iter().flatten() {
        let (said, theirs) = answer(cast, &person.word, &words(id), id).await;
        if theirs != nothing || said.status == Some(0) {
            let line = format!("{}: {}", person.word, words(id));
            told_apart.push(format!("{line}\n  {theirs}\n  {nothing}"));
        }
    }
    told_apart
}

#[tokio::test(flavor = "multi_thread")]
async fn ppl_2_what_is_not_there_and_what_is_not_yours_is_answered_alike() {
    let cast = cast().await;
    let tried_by = |person| lines().map(move |(_, template, kind)| (person, *template, *kind));
    let all = cast.people.iter().flat_map(tried_by);
    let hides = |person: &Tries, kind| person.hidden.get(&kind).is_some_and(|ids| !ids.is_empty());
    let all: Vec<(&Tries, &str, Kind)> = all.filter(|(who, _, kind)| hides(who, *kind)).collect();
    let tried: BTreeSet<&str> = all.iter().map(|(_, template, _)| *template).collect();
    let told = all
        .iter()
        .map(|(who, template, kind)| sweep(&cast, who, template, *kind));
    let told = futures_util::stream::iter(told).buffer_unordered(AT_ONCE);
    let told_apart: Vec<String> = told.concat().await;
    assert!(told_apart.is_empty(), "{}", told_apart.join("\n"));
    // Each command that names something was tried by somebody who may not see it.
    for (_, template, kind) in lines() {
        let any = *kind == Kind::Nothing || tried.contains(template);
        assert!(any, "nobody tried {template}");
    }
}

// What is there is told from what is not: else the sweep above would prove nothing.
#[tokio::test(flavor = "multi_thread")]
async fn ppl_2_what_is_there_is_answered_otherwise_to_who_may_see_it() {
    let cast = cast().await;
    for (_, template, kind) in lines() {
        let Some((who, id)) = cast.there.get(kind) else {
            continue;
        };
        let reads = [
            "show",
            "history",
            "files",
            "quotation {}",
            "opportunity",
            "attached {}",
        ];
        let reads = reads.iter().any(|word| template.starts_with(word));
        if !reads
            || template.contains("--get")
            || template.contains("--pdf")
            || template.contains("--remove")
        {
            continue;
        }
        let (_, there) = answer(&cast, who, &template.replace("{}", id), id).await;
        let none = kind.nothing();
        let (_, nothing) = answer(&cast, who, &template.replace("{}", none), none).await;
        assert_ne!(there, nothing, "{who}: {template}");
    }
}

// The story behind: who is refused quotations read every amount of theirs in the history.
#[tokio::test(flavor = "multi_thread")]
async fn ppl_2_who_is_refused_quotations_reads_none_of_them_in_a_history() {
    let cast = cast().await;
    let port = cast.served.port;
    let ask = |who: &str, words: String| {
        let who = key(who);
        async move { Caller::login(port, &who).await.command(&words).await }
    };
    let there = &cast.there[&Kind::Quotation];
    let listed = ask(&there.0, "quotations --json".into()).await;
    let mut requests: Vec<String> = listed.out.lines().filter_map(request_of).collect();
    requests.sort();
    requests.dedup();
    requests.truncate(3);
    assert!(!requests.is_empty(), "{listed:?}");
    let hides = |tries: &Tries, kind| tries.hidden.get(&kind).is_some_and(|ids| !ids.is_empty());
    let office = cast
        .people
        .iter()
        .filter(|tries| hides(tries, Kind::Quotation) && !hides(tries, Kind::Request));
    let office: Vec<&Tries> = office.collect();
    assert!(
        office.len() >= 3,
        "a mediator, a treasurer, an administrator"
    );
    for request in &requests {
        let words = format!("history {request} --json");
        let all = ask(&there.0, words.clone()).await;
        assert!(of_quotations(&all.out) > 0, "{request}: {all:?}");
        for tries in &office {
            let refused = ask(&tries.word, "quotations".into()).await;
            assert_ne!(refused.status, Some(0), "{}: {refused:?}", tries.word);
            let told = ask(&tries.word, words.clone()).await;
            assert_eq!(told.status, Some(0), "{}: {told:?}", tries.word);
            assert_eq!(of_quotations(&told.out), 0, "{}: {told:?}", tries.word);
            // What came in is theirs to read.
            assert!(told.out.contains("\"came\""), "{}: {told:?}", tries.word);
        }
    }
}

/// The request of a quotation that is listed.
fn request_of(line: &str) -> Option<String> {
    let row: serde_json::Value = serde_json::from_str(line).ok()?;
    Some(row.get("request")?.as_str()?.to_owned())
}

/// How many moments of a history tell of a quotation.
fn of_quotations(history: &str) -> usize {
    history.matches("\"of\":\"Q-").count()
}
