//! PPL-2: what a merge shows to whom: that of two organisations nothing to anybody, that of two contacts what is hers to
//! whoever logs in as either; and no longer, once it is taken back.

use super::*;
use crate::domain::eyes::Eyes;
use crate::domain::ids::{OpportunityId, PersonId};
use crate::domain::person::command::PeopleCommand;
use crate::domain::tests::opportunity::bench::{Fair, INTRO, LEA, PAUL, SUB};

/// Whether this client's contact is the client of what is posted.
fn sees(bench: &Bench, who: PersonId, id: OpportunityId) -> bool {
    let eyes = Eyes::of(&bench.state, who).expect("a person");
    let posted = bench.state.board().opportunity(id).expect("posted");
    eyes.is_client(posted) && eyes.opportunity(id).is_ok()
}

fn all(bench: &Bench) -> [bool; 4] {
    [(PAUL, INTRO), (PAUL, SUB), (LEA, INTRO), (LEA, SUB)].map(|(who, id)| sees(bench, who, id))
}

const EACH_HER_OWN: [bool; 4] = [true, false, false, true];

#[test]
fn ppl_2_ppl_9_merged_organisations_show_their_contacts_nothing_more() {
    let mut bench = Fair::open().0;
    assert_eq!(all(&bench), EACH_HER_OWN);
    let profile = bench.state.organisation(OrganisationId(1)).expect("there");
    let profile = profile.profile.clone();
    bench.must(Some(BEN), merge(2, 1, profile));
    assert_eq!(all(&bench), EACH_HER_OWN);
}

#[test]
fn ppl_2_ppl_9_merged_contacts_are_one_for_whoever_logs_in_until_it_is_taken_back() {
    let mut bench = Fair::open().0;
    let entry = ContactEntry::of(bench.state.contact(ContactId(1)).expect("there"));
    bench.must(Some(BEN), merge_contacts(2, 1, entry));
    assert_eq!(all(&bench), [true; 4]);
    assert_eq!(bench.state.contact_of(LEA), Some(ContactId(1)));
    let who: Vec<PersonId> = bench.state.people_of_contact(ContactId(2)).collect();
    assert_eq!(who, [PAUL, LEA]);
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(all(&bench), EACH_HER_OWN);
}

#[test]
fn ppl_2_ppl_9_who_was_linked_meanwhile_is_who_she_was_said_to_be_once_it_is_taken_back() {
    let mut bench = Fair::open().0;
    let entry = ContactEntry::of(bench.state.contact(ContactId(1)).expect("there"));
    bench.must(Some(BEN), merge_contacts(2, 1, entry));
    for contact in [Some(ContactId(3)), None, Some(ContactId(2))] {
        let link = PeopleCommand::LinkContact {
            person: LEA,
            contact,
        };
        bench.must(Some(ANNA), Command::People(link));
    }
    assert_eq!(all(&bench), [true; 4]);
    bench.must(Some(BEN), Command::Undo);
    assert_eq!(all(&bench), EACH_HER_OWN);
}

#[test]
fn ppl_2_ppl_9_what_a_merged_client_was_called_stays_out_of_postings() {
    let mut fair = Fair::new();
    let named = |state: &State, id| {
        let name = state.organisation_row(OrganisationId(id));
        name.expect("there").profile.name.clone()
    };
    let former = named(&fair.0.state, 2);
    let profile = OrganisationProfile {
        name: "Something Else".into(),
        ..OrganisationProfile::default()
    };
    fair.0.must(Some(BEN), merge(2, 1, profile));
    let mut posting = fair.posting(crate::domain::tests::opportunity::bench::INTRODUCED);
    if let crate::domain::opportunity::BoardCommand::Post { description, .. } = &mut posting {
        description.text = format!("An afternoon for {former}").into();
    }
    let refusal = crate::domain::opportunity::refusal::BoardRefusal::NamesClient { what: former };
    assert_eq!(fair.no(BEN, posting), Refusal::Board(refusal));
}
