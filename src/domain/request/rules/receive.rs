//! Taking in what comes (REQ-1, REQ-2): is it known, does it belong to a request, or is it a new one?

use crate::domain::house::refusal::HouseRefusal;
use crate::domain::organisation::event::DirectoryEvent;
use crate::domain::request::event::RequestEvent;
use crate::domain::request::read_ahead::{Reading, country_of_sender, guess_language};
use crate::domain::request::refusal::RequestRefusal;
use crate::domain::request::rules::TAG_MOST;
use std::sync::Arc;

use crate::domain::Millis;
use crate::domain::decision::{Decision, Facts};
use crate::domain::event::Event;
use crate::domain::house::{House, Language};
use crate::domain::ids::{ContactId, OrganisationId, RequestId};
use crate::domain::lists::rules::tags;
use crate::domain::organisation::contact::ContactEntry;
use crate::domain::organisation::{
    Contact, Organisation, OrganisationProfile, country_of, domain_of, is_personal,
};
use crate::domain::person::Role;
use crate::domain::refusal::Refusal;
use crate::domain::request::change::Change;
use crate::domain::request::event::Received;
use crate::domain::request::incoming::Incoming;
use crate::domain::request::lint;
use crate::domain::request::stated;
use crate::domain::request::turn::Turn;
use crate::domain::request::{Finding, Request, Source, Status};
use crate::domain::state::State;

/// Decides what a message comes to. Known already: refused with the request it belongs to. A reply
/// from somebody the request knows: joined to it. Anything else: a new request.
pub fn receive(state: &State, facts: &Facts, incoming: &Incoming) -> Result<Decision, Refusal> {
    if let Some(known) = state.request_of_message(incoming.key) {
        return Err(RequestRefusal::AlreadyKnown(known).into());
    }
    let Some(house) = state.house() else {
        return Err(HouseRefusal::NotSetUp.into());
    };
    let thread = thread_of(state, incoming);
    let provider = is_from_provider(state, incoming);
    if let Some(request) = thread
        && takes_more(request)
        && (provider || belongs(state, request, incoming))
    {
        return Ok(join(state, house, facts, request, incoming));
    }
    let incoming = tidy(state, incoming);
    if provider {
        let related = thread.map(|request| request.id);
        return Ok(for_providers_desk(state, house, facts, incoming, related));
    }
    Ok(create(
        state,
        house,
        facts,
        incoming,
        thread.map(|request| request.id),
    ))
}

/// Whether a known provider wrote: somebody with a facilitator's mail address who is neither of the house nor a
/// client's contact. It is no client's request then (EML-2).
fn is_from_provider(state: &State, incoming: &Incoming) -> bool {
    let email = incoming.from.email.trim();
    if incoming.source != Source::Mail || state.is_ours(email) {
        return false;
    }
    let contact = state.contact_of_email(email);
    let contact = contact.and_then(|id| state.contact(id));
    if contact.is_some_and(|contact| contact.organisation != OrganisationId::NONE) {
        return false;
    }
    let people = state.people_of_email(email);
    let mut people = people.filter_map(|id| state.person(id));
    people.any(|person| {
        let is = |role| person.roles.contains(&role);
        is(Role::Facilitator) && !is(Role::ClientContact) && !person.is_staff()
    })
}

/// Takes in what a provider wrote: no client asks, nothing is linted, and the matrix says whose desk it is on.
fn for_providers_desk(
    state: &State,
    house: &House,
    facts: &Facts,
    mut incoming: Incoming,
    related: Option<RequestId>,
) -> Decision {
    let (kind, desk) = state.routing().providers(state);
    let mut events = Vec::with_capacity(2);
    let email = incoming.from.email.trim();
    let contact = state.contact_of_email(email).unwrap_or_else(|| {
        let id = state.next_contact();
        let entry = ContactEntry {
            name: incoming.from.name.trim().into(),
            email: email.into(),
            ..ContactEntry::default()
        };
        let contact = Contact::new(id, OrganisationId::NONE, &entry);
        events.push(Event::Directory(DirectoryEvent::ContactAdded {
            contact: Box::new(contact),
        }));
        id
    });
    incoming.asked.assignee = incoming.asked.assignee.or(desk.to);
    let words = format!("{} {}", incoming.subject, incoming.body);
    let lexicon = state.lexicon();
    let language = incoming
        .language
        .or_else(|| guess_language(&words, lexicon));
    let request = state.requests().next_id();
    events.push(Event::Request(RequestEvent::Received {
        received: Box::new(Received {
            id: request,
            organisation: OrganisationId::NONE,
            contact,
            language: language.unwrap_or(Language::UNKNOWN),
            kind,
            deadline: None,
            findings: lint::Findings::default(),
            turn: Turn::answer(house, incoming.came_at(facts.now), None),
            related,
            message: incoming,
        }),
    }));
    events.extend(desk.copy.into_iter().map(|person| {
        Event::Request(RequestEvent::Changed {
            request,
            change: Change::Watch {
                person,
                there: true,
            },
        })
    }));
    Decision::of(events)
}

/// The request that one of the message's parents belongs to; the nearest parent decides, and a merged
/// request's messages belong to the one it went into. Never by subject: a stranger could write the
/// same one.
fn thread_of<'a>(state: &'a State, incoming: &Incoming) -> Option<&'a Request> {
    let id = incoming
        .parents
        .iter()
        .find_map(|parent| state.request_of_message(*parent))?;
    state.request(id).map(|request| &**request)
}

/// Whether mail may join: not what was taken back, where nobody would see it, and not what is full.
fn takes_more(request: &Request) -> bool {
    request.status != Status::Void && request.messages.len() < Request::MOST
}

/// What was said in fields, held to the same rules as what is done by hand.
fn tidy(state: &State, incoming: &Incoming) -> Incoming {
    let mut tidy = incoming.clone();
    let asked = &mut tidy.asked;
    asked.assignee = asked
        .assignee
        .filter(|id| state.person(*id).is_some_and(|p| p.active && p.is_staff()));
    let tags_said = asked.tags.iter();
    asked.tags = tags_said
        .filter_map(|tag| tags::received(state, tag))
        .collect();
    asked
        .tags
        .retain(|tag| !tag.is_empty() && tag.chars().count() <= TAG_MOST);
    asked.tags.truncate(Request::MOST);
    tidy
}

/// Whether the sender has to do with the request: its contact, its organisation's mail domain, or the
/// house. A stranger who answers a known message gets a request of their own that refers to it.
fn belongs(state: &State, request: &Request, incoming: &Incoming) -> bool {
    let email = &incoming.from.email;
    let contact = state.contact(request.contact);
    let same_contact =
        contact.is_some_and(|c| c.emails().any(|known| known.eq_ignore_ascii_case(email)));
    let domain = domain_of(email);
    let same_house_of_theirs = !domain.is_empty()
        && !is_personal(&domain)
        && (state.organisation_of_domain(&domain)
            == Some(state.organisation_now(request.organisation))
            || contact.is_some_and(|c| c.emails().any(|known| domain_of(known) == domain)));
    same_contact || same_house_of_theirs || state.is_ours(email)
}

fn join(
    state: &State,
    house: &House,
    facts: &Facts,
    request: &Request,
    incoming: &Incoming,
) -> Decision {
    let id = request.id;
    let mut events = vec![Event::Request(RequestEvent::Joined {
        request: id,
        message: Box::new(incoming.clone()),
    })];
    let mut change = |change| {
        events.push(Event::Request(RequestEvent::Changed {
            request: id,
            change,
        }))
    };
    let ours = state.is_ours(&incoming.from.email);
    let asleep = matches!(
        request.status,
        Status::Snoozed { .. } | Status::Closed { .. }
    );
    let wakes = asleep && !ours && !incoming.automatic;
    if wakes {
        change(Change::Status {
            from: request.status,
            to: Status::Open,
        });
    }
    let (deadline, doubtful) = newer_deadline(state, house, facts.now, (request, incoming));
    if !incoming.automatic && (wakes || request.is_live()) {
        if deadline != request.deadline {
            change(Change::Deadline {
                from: request.deadline,
                to: deadline,
            });
        }
        for (finding, there) in [
            (Finding::NoDeadline, false),
            (Finding::DoubtfulDate, doubtful),
        ] {
            let asked = deadline.is_some() || doubtful;
            if asked && request.findings.has(finding) != there {
                change(Change::Finding { finding, there });
            }
        }
        let turn = if ours {
            Turn::client(house, incoming.came_at(facts.now))
        } else {
            let new = Turn::answer(house, incoming.came_at(facts.now), deadline);
            // What a quotation or a posting follows up is another matter than what is asked now.
            if request.follows() {
                new
            } else {
                request.owed().asked_again(new)
            }
        };
        // Asked anew, though due as before: before the office opens again, or by the same deadline.
        if turn != request.owed() || (request.follows() && !ours) {
            change(Change::Turn {
                from: request.owed(),
                to: turn,
            });
        }
    }
    Decision::of(events)
}

/// The deadline after a further message: the one it states, when there was none ahead or a later one; and whether it
/// states one that can be read two ways.
fn newer_deadline(
    state: &State,
    house: &House,
    now: Millis,
    (request, incoming): (&Request, &Incoming),
) -> (Option<Millis>, bool) {
    let came = incoming.came_at(now);
    let stands = request.deadline.filter(|at| *at > came);
    let said = (request.language != Language::UNKNOWN).then_some(request.language);
    let lexicon = state.lexicon();
    let words = stated::Words {
        house,
        lexicon,
        language: guess_language(&incoming.body, lexicon).or(said),
        country: country_of_sender(state, incoming),
    };
    let stated = stated::newly(&words, came, incoming);
    let deadline = match (stated.at, stands) {
        (Some(new), Some(old)) => Some(new.min(old)),
        (Some(new), None) => Some(new),
        (None, _) => request.deadline,
    };
    (deadline, stated.doubtful)
}

fn create(
    state: &State,
    house: &Arc<House>,
    facts: &Facts,
    incoming: Incoming,
    related: Option<RequestId>,
) -> Decision {
    let mut events = Vec::with_capacity(3);
    let (organisation, contact) = who(state, &incoming, &mut events);
    let came = incoming.came_at(facts.now);
    let read = facts.reading.clone();
    let read = read.filter(|reading| reading.holds(state, &incoming));
    let read = read.unwrap_or_else(|| Reading::of(state, house, &incoming, facts.now));
    events.push(Event::Request(RequestEvent::Received {
        received: Box::new(Received {
            id: state.requests().next_id(),
            organisation,
            contact,
            language: read.language,
            kind: read.kind,
            deadline: read.deadline,
            findings: read.findings,
            turn: Turn::answer(house, came, read.deadline),
            related,
            message: incoming,
        }),
    }));
    Decision::of(events)
}

/// Who asks and who writes: those the house knows, or new ones.
fn who(state: &State, incoming: &Incoming, events: &mut Vec<Event>) -> (OrganisationId, ContactId) {
    let email = incoming.from.email.trim();
    let domain = domain_of(email);
    let named = incoming.asked.organisation.trim();
    let known_contact = state.contact_of_email(email).filter(|_| !email.is_empty());
    let organisation = if named.is_empty() {
        known_contact
            .and_then(|id| state.contact(id))
            .map(|c| c.organisation)
            .filter(|id| *id != OrganisationId::NONE)
            .or_else(|| state.organisation_of_domain(&domain))
    } else {
        state.organisation_named(named)
    };
    let organisation = organisation.unwrap_or_else(|| {
        let id = state.next_organisation();
        let profile = new_profile(state, incoming, &domain, named);
        let organisation = Box::new(Organisation {
            id,
            profile,
            relation_until: None,
            merged_into: None,
        });
        events.push(Event::Directory(DirectoryEvent::OrganisationAdded {
            organisation,
        }));
        id
    });
    if let Some(contact) = known_contact {
        return (organisation, contact);
    }
    let id = state.next_contact();
    let entry = ContactEntry {
        name: incoming.from.name.trim().into(),
        email: email.into(),
        phone: incoming.asked.phone.trim().into(),
        ..ContactEntry::default()
    };
    let contact = Contact::new(id, organisation, &entry);
    events.push(Event::Directory(DirectoryEvent::ContactAdded {
        contact: Box::new(contact),
    }));
    (organisation, id)
}

fn new_profile(
    state: &State,
    incoming: &Incoming,
    domain: &str,
    named: &str,
) -> OrganisationProfile {
    // Where a mailbox is rented says little of who writes: never enough to give a client away (REQ-6).
    let home = state.house().map(|house| house.home);
    let guessed =
        country_of(domain).filter(|country| !is_personal(domain) || Some(*country) == home);
    let own_domain = (!domain.is_empty() && !is_personal(domain)).then(|| domain.into());
    OrganisationProfile {
        name: if named.is_empty() {
            organisation_name(state, incoming, domain)
        } else {
            named.into()
        },
        country: incoming.asked.country.or(guessed),
        segment: incoming.asked.segment.clone(),
        domains: own_domain.into_iter().collect(),
        ..OrganisationProfile::default()
    }
}

/// A name for an organisation nobody has heard of: the client part of a conforming subject when it
/// resembles the domain, else the domain's own name, else the sender's.
fn organisation_name(state: &State, incoming: &Incoming, domain: &str) -> Box<str> {
    let lexicon = state.lexicon();
    let bare = lint::bare_subject(&incoming.subject, lexicon);
    let labels: Vec<&str> = domain.split('.').collect();
    let own = match labels.as_slice() {
        [.., name, "co" | "com" | "org" | "ac" | "gouv", two] if two.len() == 2 => name,
        [.., name, _] => name,
        _ => "",
    };
    if lint::subject_conforms(bare, lexicon)
        && let Some((client, _)) = bare.split_once('/')
    {
        let letters: String = crate::text::fold::fold(client)
            .chars()
            .filter(|c| c.is_alphanumeric())
            .collect();
        let plain: String = own.chars().filter(|c| c.is_alphanumeric()).collect();
        if !plain.is_empty() && (letters.contains(&plain) || plain.contains(&letters)) {
            return client.trim().into();
        }
    }
    if !own.is_empty() && !is_personal(domain) {
        return capitalised(own).into();
    }
    match incoming.from.name.trim() {
        "" => incoming.from.email.trim().into(),
        name => name.into(),
    }
}

/// `les-trois-vallees` → `Les Trois Vallees`.
fn capitalised(label: &str) -> String {
    let words = label
        .split(['-', '_'])
        .filter(|word| !word.is_empty())
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map_or(String::new(), |first| {
                first.to_uppercase().chain(letters).collect()
            })
        });
    words.collect::<Vec<String>>().join(" ")
}
