//! Reads back from the journal what was said about a project's money: states keep the numbers of the records, not their texts.
//! Each record is read once.

use std::collections::BTreeMap;

use crate::desk::Desk;
use crate::desk::views::beside::person_name;
use crate::domain::escrow::EscrowEvent;
use crate::domain::escrow::event::OfEscrow;
use crate::domain::event::Event;
use crate::domain::eyes::Eyes;
use crate::domain::ids::OpportunityId;
use crate::domain::meta::Meta;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::Role;
use crate::domain::{PersonId, Seq};
use crate::journal::Fault;

/// Records that were read, for one project.
pub(super) struct Reader<'a> {
    desk: &'a Desk,
    of: OpportunityId,
    read: BTreeMap<Seq, Option<(Meta, Vec<Event>)>>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(desk: &'a Desk, of: OpportunityId) -> Reader<'a> {
        Reader {
            desk,
            of,
            read: BTreeMap::new(),
        }
    }

    /// What happened to the project's money in a record; nothing when its words are gone.
    pub(super) async fn record(
        &mut self,
        seq: Seq,
    ) -> Result<Option<(&Meta, Vec<&EscrowEvent>)>, Fault> {
        if !self.read.contains_key(&seq) {
            let record = self.desk.events(seq).await?;
            self.read.insert(seq, record);
        }
        let Some((meta, events)) = self.read.get(&seq).and_then(Option::as_ref) else {
            return Ok(None);
        };
        let id = self.of;
        let of_it = events.iter().filter_map(|event| match event {
            Event::Escrow(OfEscrow {
                of: Some((_, project)),
                event,
            }) if *project == id => Some(&**event),
            _ => None,
        });
        Ok(Some((meta, of_it.collect())))
    }
}

/// The name of who did something, for who may know them: a client's people are known to who knows the client.
pub(super) fn who(eyes: &Eyes<'_>, of: &Opportunity, person: Option<PersonId>) -> String {
    let Some(id) = person else {
        return String::new();
    };
    let known = eyes.state.person(id);
    let hers = known.is_some_and(|one| one.roles.contains(&Role::ClientContact));
    match hers && id != eyes.id() && !eyes.see_client(of) {
        true => String::new(),
        false => person_name(eyes.state, id),
    }
}
