//! The sample house, served, with a key for somebody of every role; and for each of them, by the sample's own
//! story and not by what the program shows them, what is there and not theirs to see. Asserts nothing.

use std::collections::BTreeMap;

use entremise::assets;
use entremise::desk::views::{
    BoardList, BoardQuery, OpportunityPage, load_detail, load_entry, load_opportunity,
};
use entremise::desk::{Desk, Submission, machine_clock};
use entremise::domain::access::command::AccessCommand;
use entremise::domain::access::{Algorithm, CodeDigest, Fingerprint, NewKey};
use entremise::domain::ids::{EntryId, OpportunityId};
use entremise::domain::opportunity::phase::Phase;
use entremise::domain::person::Role;
use entremise::domain::{Command, PersonId, RequestId};
use entremise::journal::Store;
use russh::keys::HashAlg;

use crate::server::{Served, key};
use crate::watch;

/// The kinds of ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The command names nothing.
    Nothing,
    /// A request.
    Request,
    /// A quotation.
    Quotation,
    /// An opportunity.
    Opportunity,
    /// A mission, as who runs it sees it.
    Mission,
    /// A proposal.
    Proposal,
    /// A person.
    Person,
    /// Somebody who could help in a mission.
    Helper,
    /// A key.
    Key,
    /// An invitation.
    Invitation,
    /// A client's contact, to link somebody to.
    Contact,
    /// A client, in the directory.
    Organisation,
    /// A contact of one, in the directory.
    Entry,
    /// An entry of the accounts.
    Posting,
}

impl Kind {
    /// Returns an id of this kind that nothing has.
    pub fn nothing(self) -> &'static str {
        match self {
            Kind::Nothing => "",
            Kind::Request => "R-987654",
            Kind::Quotation => "Q-987654",
            Kind::Opportunity | Kind::Mission => "O-987654",
            Kind::Proposal => "PR-987654",
            Kind::Person | Kind::Helper => "P-987654",
            Kind::Key => "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            Kind::Invitation => "I-987654",
            Kind::Contact | Kind::Entry => "K-987654",
            Kind::Organisation => "C-987654",
            Kind::Posting => "E-987654",
        }
    }
}

/// Somebody who tries.
pub struct Tries {
    /// The word their key is made of.
    pub word: String,
    /// What is there and not theirs to see.
    pub hidden: Hidden,
    /// A mission of their own, or nothing.
    pub own_mission: String,
}

/// The served house, and who tries what in it.
pub struct Cast {
    /// The server.
    pub served: Served,
    /// Who tries.
    pub people: Vec<Tries>,
    /// Something of a kind, and who may see it.
    pub there: BTreeMap<Kind, (String, String)>,
    /// Somebody, by number.
    pub someone: String,
}

/// What the house has in it, as it is.
struct Facts {
    pages: Vec<OpportunityPage>,
    /// Proposals that were never submitted.
    drafts: Vec<String>,
    people: Vec<(PersonId, Vec<Role>)>,
    administrator: PersonId,
    manager: PersonId,
    treasurer: PersonId,
    key: String,
    /// Entries of the accounts, each with the mission it is of.
    entries: Vec<(String, OpportunityId)>,
}

async fn must(desk: &Desk, who: PersonId, command: Command) {
    let said = format!("{command:?}");
    let done = desk.submit(Submission::new(Some(who), command)).await;
    done.unwrap_or_else(|why| panic!("{said}: {why}"));
}

/// Serves the sample house.
pub async fn cast() -> Cast {
    let data = tempfile::tempdir().expect("a folder");
    let desk = Desk::open(data.path(), machine_clock())
        .await
        .expect("a desk");
    let mut sent = Vec::new();
    for scene in assets::sample(desk.now()).expect("the sample") {
        let submission = Submission {
            at: Some(scene.at),
            ..Submission::new(scene.who, scene.command)
        };
        sent.push(desk.send(submission).await.expect("a desk at work"));
    }
    for sent in sent {
        sent.answer().await.expect("the sample is refused");
    }
    let facts = facts(&desk).await;
    for (person, _) in &facts.people {
        let key = public(&word(*person));
        must(
            &desk,
            facts.administrator,
            Command::Access(AccessCommand::AddKey {
                person: *person,
                key,
            }),
        )
        .await;
    }
    let invite = Command::Access(AccessCommand::Invite {
        person: facts.manager,
        digest: CodeDigest([7; 32]),
        until: desk.now() + 3_600_000,
    });
    must(&desk, facts.administrator, invite).await;
    let mut people = Vec::new();
    for (person, roles) in &facts.people {
        people.extend(tries(&desk, &facts, *person, roles).await);
    }
    let there = there(&desk, &facts);
    desk.close().await;
    drop(desk);
    // What was being read or written at the end lets go of the store when it is done.
    tokio::task::block_in_place(|| {
        watch::until_says(&["let go"], || match Store::open(data.path()) {
            Ok(_) => "let go".to_owned(),
            Err(fault) => fault.to_string(),
        })
    });
    Cast {
        served: Served::start(data, &[]),
        people,
        there,
        someone: facts.manager.to_string(),
    }
}

fn word(person: PersonId) -> String {
    person.to_string()
}

fn public(word: &str) -> NewKey {
    let key = key(word);
    let line = key.public_key().to_openssh().expect("a public key");
    let mut words = line.split(' ');
    let body = [words.next(), words.next()].map(Option::unwrap_or_default);
    let print = key.public_key().fingerprint(HashAlg::Sha256).to_string();
    NewKey {
        fingerprint: Fingerprint::parse(&print).expect("a fingerprint"),
        algorithm: Algorithm::Ed25519,
        public: body.join(" ").into(),
        name: "test".into(),
    }
}

async fn facts(desk: &Desk) -> Facts {
    let now = desk.now();
    let published = desk.published();
    let mut ids = (1..200).map(PersonId);
    let administrator = ids.find(|id| published.people(*id, now).is_ok());
    let administrator = administrator.expect("an administrator");
    let rows = published.people(administrator, now).expect("people");
    let people: Vec<_> = rows.into_iter().map(|row| (row.id, row.roles)).collect();
    let with = |role: Role| people.iter().find(|(_, roles)| *roles == [role]);
    let manager = with(Role::Manager).expect("a manager").0;
    let treasurer = with(Role::Treasurer).expect("a treasurer").0;
    let mut entries = Vec::new();
    for id in (1..20).map(EntryId) {
        let entry = load_entry(desk, treasurer, id).await.expect("read");
        let of = entry.ok().and_then(|entry| entry.project);
        entries.extend(of.map(|of| (id.to_string(), of)));
    }
    let sight = desk.sight(manager);
    let list = BoardList::make(&sight, BoardQuery::parse("all"), now);
    let mut pages = Vec::new();
    for id in list.ids() {
        let page = load_opportunity(desk, manager, id, now)
            .await
            .expect("read");
        pages.push(page.expect("seen"));
    }
    let shown: Vec<u32> = pages
        .iter()
        .flat_map(|p| &p.proposals)
        .map(|p| p.id.0)
        .collect();
    let last = shown.iter().max().copied().unwrap_or_default();
    let drafts = (1..last).filter(|n| !shown.contains(n));
    Facts {
        drafts: drafts.map(|n| format!("PR-{n}")).collect(),
        pages,
        administrator,
        manager,
        treasurer,
        entries,
        key: public(&word(administrator)).fingerprint.to_string(),
        people,
    }
}

/// Somebody of each role, the first of it; of facilitators those who run a mission, of clients all.
async fn tries(desk: &Desk, facts: &Facts, person: PersonId, roles: &[Role]) -> Option<Tries> {
    let first = facts.people.iter().find(|(_, theirs)| theirs == roles)?.0 == person;
    let mut tries = Tries {
        word: word(person),
        hidden: of_administration(facts, roles),
        own_mission: String::new(),
    };
    if roles.iter().any(|role| role.is_staff()) {
        tries.hidden.extend(from_staff(facts, roles));
        return first.then_some(tries);
    }
    let requests = vec!["R-1".into(), "R-2".into()];
    tries.hidden.insert(Kind::Request, requests);
    tries
        .hidden
        .insert(Kind::Organisation, vec!["C-1".into(), "C-2".into()]);
    tries
        .hidden
        .insert(Kind::Entry, vec!["K-1".into(), "K-2".into()]);
    if roles.contains(&Role::Facilitator) {
        tries.own_mission = run_by(facts, person)?;
        tries.hidden.extend(from_facilitator(facts, person));
    } else {
        tries.hidden.extend(from_client(desk, facts, person).await?);
    }
    Some(tries)
}

/// What is there of each kind and not theirs to see.
type Hidden = BTreeMap<Kind, Vec<String>>;

/// What administrators alone may see.
fn of_administration(facts: &Facts, roles: &[Role]) -> Hidden {
    if roles.contains(&Role::Administrator) {
        return Hidden::new();
    }
    Hidden::from([
        (Kind::Person, vec![facts.administrator.to_string()]),
        (Kind::Key, vec![facts.key.clone()]),
        (Kind::Invitation, vec!["I-1".into()]),
        (Kind::Contact, vec!["K-1".into()]),
    ])
}

/// Nobody's drafts are the house's business, and quotations not everybody's there.
fn from_staff(facts: &Facts, roles: &[Role]) -> Hidden {
    let drafts = facts.drafts.iter().take(1).cloned().collect();
    let mut hidden = Hidden::from([(Kind::Proposal, drafts)]);
    let office = [Role::Mediator, Role::Treasurer, Role::Administrator];
    if roles.iter().all(|role| office.contains(role)) {
        hidden.insert(Kind::Quotation, vec!["Q-1".into(), "Q-2".into()]);
    }
    hidden
}

/// A mission that runs, coordinated by this person.
fn run_by(facts: &Facts, person: PersonId) -> Option<String> {
    let runs = |page: &&OpportunityPage| {
        let mission = page.mission.as_ref();
        let mission = mission.filter(|_| page.row.stage == Phase::Confirmed);
        mission.is_some_and(|mission| mission.coordinator.0 == person)
    };
    let found = facts.pages.iter().find(runs);
    found.map(|page| page.row.id.to_string())
}

/// What a facilitator has no part in.
fn from_facilitator(facts: &Facts, person: PersonId) -> Hidden {
    let own = |page: &OpportunityPage| {
        let mission = page.mission.as_ref();
        mission.is_some_and(|mission| {
            mission.coordinator.0 == person || mission.team.iter().any(|(id, ..)| *id == person)
        })
    };
    let theirs = |page: &&OpportunityPage| {
        let proposed = page.proposals.iter().any(|p| p.person == person);
        let pending = matches!(page.row.stage, Phase::Open | Phase::Selected);
        !own(page) && !proposed && !pending
    };
    let ids = |page: &OpportunityPage| page.row.id.to_string();
    let closed: Vec<String> = facts.pages.iter().filter(theirs).map(ids).collect();
    let others = facts.pages.iter();
    let others = others.filter(|page| page.mission.is_some() && !own(page));
    let mut missions: Vec<String> = closed.iter().cloned().chain(others.map(ids)).collect();
    missions.sort();
    missions.dedup();
    let rivals = facts.pages.iter().flat_map(|page| &page.proposals);
    let rivals = rivals.filter(|p| p.person != person);
    let rivals = rivals.map(|p| p.id.to_string());
    Hidden::from([
        (Kind::Opportunity, closed.into_iter().take(2).collect()),
        (Kind::Mission, missions.iter().take(3).cloned().collect()),
        (Kind::Proposal, rivals.take(2).collect()),
        (Kind::Posting, entries_of(facts, |id| missions.contains(id))),
        (Kind::Quotation, vec!["Q-1".into()]),
        (Kind::Helper, vec![facts.manager.to_string()]),
    ])
}

/// Two entries of missions of these.
fn entries_of(facts: &Facts, of: impl Fn(&String) -> bool) -> Vec<String> {
    let all = facts.entries.iter();
    let some = all.filter(|(_, mission)| of(&mission.to_string()));
    some.map(|(id, _)| id.clone()).take(2).collect()
}

/// What is another client's.
async fn from_client(desk: &Desk, facts: &Facts, person: PersonId) -> Option<Hidden> {
    let mine = desk.sight(person).own_requests();
    let one = mine.first()?.id;
    let email = contact_of(desk, facts.manager, one).await;
    let others = facts.pages.iter().filter(|page| {
        let client = page.client.as_ref();
        client.is_some_and(|client| client.email != email)
    });
    let others: Vec<&OpportunityPage> = others.collect();
    let ids = others.iter().take(2).map(|page| page.row.id.to_string());
    let ids: Vec<String> = ids.collect();
    let proposals = others.iter().flat_map(|page| &page.proposals);
    let proposals = proposals.take(1).map(|p| p.id.to_string());
    let proposals = proposals.chain(facts.drafts.first().cloned());
    let quotations = desk.sight(facts.manager).quotations(desk.now());
    let mut hidden = Vec::new();
    for row in &quotations.expect("quotations") {
        if contact_of(desk, facts.manager, row.request).await != email {
            hidden.push(row.id.to_string());
        }
    }
    let missions: Vec<String> = others.iter().map(|page| page.row.id.to_string()).collect();
    Some(Hidden::from([
        (Kind::Posting, entries_of(facts, |id| missions.contains(id))),
        (Kind::Opportunity, ids.clone()),
        (Kind::Mission, ids),
        (Kind::Proposal, proposals.collect()),
        (Kind::Quotation, hidden.into_iter().take(2).collect()),
    ]))
}

async fn contact_of(desk: &Desk, manager: PersonId, request: RequestId) -> String {
    let detail = load_detail(desk, manager, request, desk.now(), 0).await;
    let [_, email, _] = detail.expect("read").expect("seen").contact;
    email
}

fn there(desk: &Desk, facts: &Facts) -> BTreeMap<Kind, (String, String)> {
    let manager = word(facts.manager);
    let quotation = desk.sight(facts.manager).quotations(desk.now());
    let quotation = quotation
        .expect("quotations")
        .first()
        .map(|row| row.id.to_string());
    let opportunity = facts.pages.first().map(|page| page.row.id.to_string());
    let proposal = facts.pages.iter().flat_map(|page| &page.proposals).next();
    let found = [
        (Kind::Request, Some("R-1".to_owned())),
        (Kind::Quotation, quotation),
        (Kind::Opportunity, opportunity),
        (Kind::Proposal, proposal.map(|p| p.id.to_string())),
    ];
    let found = found.into_iter();
    let mut all: BTreeMap<Kind, (String, String)> = found
        .filter_map(|(kind, id)| Some((kind, (manager.clone(), id?))))
        .collect();
    let entry = facts.entries.first().cloned();
    all.extend(entry.map(|(id, _)| (Kind::Posting, (word(facts.treasurer), id))));
    all
}
