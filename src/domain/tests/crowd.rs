//! PPL-1, PPL-5: what is known of people beside their rows is what the rows say, and what is asked of the house's own
//! staff, or of who became another, does not look at everybody else.

use proptest::prelude::*;

use super::bench::*;
use crate::domain::ids::{ContactId, OrganisationId, PersonId, RequestId};
use crate::domain::person::command::PeopleCommand;
use crate::domain::person::event::PeopleEvent;
use crate::domain::person::{Person, Role};
use crate::domain::request::Request;
use crate::domain::state::State;
use crate::domain::{Command, Event};

/// What the state answers of its people is what a look at all of them says.
pub(super) fn agrees(state: &State) -> Result<(), TestCaseError> {
    let staff: Vec<PersonId> = state.staff().map(|person| person.id).collect();
    let all = state.people().filter(|person| person.is_staff());
    prop_assert_eq!(staff, all.map(|person| person.id).collect::<Vec<_>>());
    for contact in (0..8).map(ContactId) {
        let all = state.people().map(|person| person.id);
        let now = state.contact_now(contact);
        let theirs = all.filter(|id| state.contact_of(*id) == Some(now));
        let theirs: Vec<PersonId> = theirs.collect();
        let mut found: Vec<PersonId> = state.people_of_contact(contact).collect();
        found.sort_unstable();
        prop_assert_eq!(found, theirs);
    }
    for firm in (0..8).map(OrganisationId) {
        let all = state
            .contacts()
            .filter(|contact| state.is_same_organisation(contact.organisation, firm));
        let theirs: Vec<ContactId> = all.map(|contact| contact.id).collect();
        let found = state.contacts_of(firm).map(|contact| contact.id);
        let mut found: Vec<ContactId> = found.collect();
        found.sort_unstable();
        prop_assert_eq!(found, theirs);
    }
    for person in state.people() {
        let domain = person.email.split('@').nth(1).unwrap_or_default();
        let house = state.house().map_or(&[][..], |house| &house.domains);
        let ours = house.iter().any(|of| of.eq_ignore_ascii_case(domain));
        let staff = |one: &Person| one.is_staff() && one.email.eq_ignore_ascii_case(&person.email);
        let known = !domain.is_empty() && state.people().any(|one| staff(one));
        prop_assert_eq!(state.is_ours(&person.email), ours || known, "{:?}", person);
    }
    Ok(())
}

/// A house with so many facilitators.
pub(crate) fn crowded(many: usize) -> Bench {
    let mut bench = Bench::new();
    for n in 0..many {
        let email = format!("f{n}@people.example");
        let mut facilitator = somebody(&format!("Facilitator {n}"), &[Role::Facilitator]);
        facilitator.email = email.into();
        let add = Command::People(PeopleCommand::Add(facilitator));
        bench.run(Some(ANNA), add).expect("added");
    }
    bench
}

/// Who came is all that is looked at, among a dozen as among a thousand; and the house's staff are as many as before.
#[test]
fn ppl_1_ppl_5_among_many_people_only_who_changed_is_looked_at() {
    for many in [3, 1_000] {
        let mut bench = crowded(many);
        let before = bench.state.clone();
        let staff = before.staff().count();
        let mut last = PersonId(0);
        for name in ["New", "Newer"] {
            let add = Command::People(PeopleCommand::Add(somebody(name, &[Role::Facilitator])));
            let done = bench.run(Some(ANNA), add).expect("added");
            for event in done.events {
                if let Event::People(PeopleEvent::Added { person }) = event {
                    last = person.id;
                }
            }
        }
        let since = bench.state.people_since(&before);
        assert_eq!(since, Some(vec![PersonId(last.0 - 1), last]), "of {many}");
        assert_eq!(bench.state.people_since(&bench.state), Some(Vec::new()));
        assert_eq!(bench.state.staff().count(), staff);
        assert_eq!(before.people_since(&bench.state), None, "that came later");
    }
}

/// A million of them are in memory: what is added here is added a million times.
#[test]
fn a_request_with_one_message_and_a_short_trail_is_its_row_and_its_subject() {
    assert_eq!(size_of::<Request>(), 368);
    let mut bench = Bench::new();
    let id = bench.receive(mail(1, "a@one.example", "cotation", "text"));
    id.expect("taken in");
    let request = bench.state.request(RequestId(1)).expect("it is there");
    assert!(!request.messages.spilled() && !request.trail.spilled());
}

/// A list that fell too far behind is told so: it is made anew.
#[test]
fn wks_3_who_changed_too_long_ago_is_not_guessed() {
    let mut bench = crowded(1);
    let before = bench.state.clone();
    let facilitator = bench.state.people().last().map(|person| person.id);
    let person = facilitator.expect("one was added");
    for n in 0..4_096 {
        let active = n % 2 == 1;
        let change = Command::People(PeopleCommand::SetActive { person, active });
        bench.run(Some(ANNA), change).expect("changed");
    }
    assert_eq!(bench.state.people_since(&before), Some(vec![person]));
    let active = false;
    let change = Command::People(PeopleCommand::SetActive { person, active });
    bench.run(Some(ANNA), change).expect("changed");
    assert_eq!(bench.state.people_since(&before), None);
}
