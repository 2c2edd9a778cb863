//! Who stands for a mission, as one person sees it (BRD-8): the client's people in charge, another coordinator to come, and
//! the message that introduces coordinator and client to each other.

use super::mission::candidates;
use crate::desk::views::beside::person_name;
use crate::domain::Millis;
use crate::domain::eyes::Eyes;
use crate::domain::house::Language;
use crate::domain::ids::{ContactId, PersonId};
use crate::domain::money::Money;
use crate::domain::opportunity::mission::Mission;
use crate::domain::opportunity::rules::hand::handed;
use crate::domain::opportunity::{Agreement, Opportunity, OpportunityStage, Tranche};
use crate::domain::organisation::Contact;
use crate::domain::person::Permission;
use crate::domain::trade::MissionRole;
use crate::text::sanitise::clean_line;

/// One of the client's people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Party {
    /// Their name.
    pub name: String,
    /// Their mail address.
    pub email: String,
    /// Their phone number.
    pub phone: String,
}

impl Party {
    /// What they are called; whose name is not known, by the address.
    pub fn called(&self) -> &str {
        match self.name.trim() {
            "" => &self.email,
            name => name,
        }
    }

    /// Their name and where to reach them, in one line.
    pub fn told(&self) -> String {
        let parts = [&self.name, &self.email, &self.phone].into_iter();
        let parts: Vec<&str> = parts
            .map(String::as_str)
            .filter(|p| !p.is_empty())
            .collect();
        parts.join(" · ")
    }
}

/// The client's people in charge of a mission (S4), for who knows the client.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Charge {
    /// Those who are.
    pub named: Vec<(ContactId, Party)>,
    /// Her other contacts, for who may name one.
    pub others: Vec<(ContactId, Party)>,
    /// Whether who looks may name them.
    pub may_name: bool,
    /// Whether what is the client's to say is said for her.
    pub for_client: bool,
}

/// A mission that waits for another coordinator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverPage {
    /// Whom it is offered to, for the house and for them.
    pub to: Option<(PersonId, String)>,
    /// Whether somebody has to answer; else nobody is asked yet.
    pub offered: bool,
    /// At which price, for the same.
    pub price: Option<Money>,
    /// Since when.
    pub at: Millis,
    /// The terms, for whom it is offered to.
    pub terms: Option<(Agreement, Vec<Tranche>)>,
}

/// The message that introduces coordinator and client to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Introduction {
    /// The languages to write in, the best first: the client's, then those of the house's papers.
    pub languages: Vec<Language>,
    /// What the mission is called.
    pub title: String,
    /// The client's organisation.
    pub organisation: String,
    /// Who asks for the client, and those in charge.
    pub clients: Vec<Party>,
    /// Who coordinates.
    pub coordinator: Party,
}

fn line(text: &str) -> String {
    clean_line(text).into_owned()
}

fn party(contact: &Contact) -> Party {
    Party {
        name: line(&contact.name),
        email: line(&contact.email),
        phone: line(&contact.phone),
    }
}

/// Returns the client's people in charge, and who else could be.
pub(super) fn in_charge(eyes: &Eyes<'_>, opportunity: &Opportunity, mission: &Mission) -> Charge {
    const MOST: usize = 200;
    if !eyes.see_client(opportunity) {
        return Charge::default();
    }
    let state = eyes.state;
    let running = matches!(opportunity.stage, OpportunityStage::Confirmed { .. });
    let posts = eyes.person.may(Permission::PostOpportunities);
    let may_name =
        running && (posts || eyes.is_client(opportunity)) && !eyes.is_on_both_sides(opportunity);
    let named = mission.in_charge.iter().filter_map(|id| state.contact(*id));
    let others = state.contacts_of(opportunity.organisation);
    let others = others.filter(|one| may_name && !mission.in_charge.contains(&one.id));
    Charge {
        named: named.map(|one| (one.id, party(one))).collect(),
        others: others.take(MOST).map(|one| (one.id, party(one))).collect(),
        may_name,
        for_client: posts,
    }
}

/// Returns whom it goes to, while it waits for another coordinator.
pub(super) fn handover(
    eyes: &Eyes<'_>,
    opportunity: &Opportunity,
    mission: &Mission,
) -> Option<HandoverPage> {
    let waits = mission.handover.as_deref()?;
    let mine = eyes.is_offered(opportunity);
    let knows = eyes.staff && !eyes.is_on_both_sides(opportunity);
    let to = waits.to.filter(|_| mine || knows);
    Some(HandoverPage {
        to: to.map(|id| (id, person_name(eyes.state, id))),
        offered: waits.to.is_some(),
        price: Some(waits.price).filter(|_| mine || knows),
        at: waits.at,
        terms: handed(opportunity).filter(|_| mine),
    })
}

/// Returns whom the house could offer it to, for who may.
pub(super) fn successors(eyes: &Eyes<'_>, opportunity: &Opportunity) -> Vec<(PersonId, String)> {
    let running = matches!(opportunity.stage, OpportunityStage::Confirmed { .. });
    let posts = eyes.person.may(Permission::PostOpportunities);
    match running && posts && !eyes.is_on_both_sides(opportunity) {
        true => candidates(eyes, opportunity, MissionRole::Coordinator),
        false => Vec::new(),
    }
}

/// Returns what introduces coordinator and client to each other, for the house and the coordinator.
pub(super) fn introduction(
    eyes: &Eyes<'_>,
    opportunity: &Opportunity,
    mission: &Mission,
) -> Option<Introduction> {
    let state = eyes.state;
    let running = matches!(opportunity.stage, OpportunityStage::Confirmed { .. });
    let introduces = eyes.staff || mission.runs(eyes.id());
    if !running || !introduces || mission.handover.is_some() {
        return None;
    }
    let request = state.request(opportunity.request);
    let organisation = state.organisation(opportunity.organisation);
    let person = state.person(mission.coordinator)?;
    let profile = state.profile(mission.coordinator);
    let asks = std::iter::once(opportunity.contact);
    let others = mission.in_charge.iter().copied();
    let papers = state.house().map(|house| house.paper_languages());
    let papers = papers.into_iter().flatten();
    let clients = asks.chain(others.filter(|id| *id != opportunity.contact));
    Some(Introduction {
        languages: request
            .map(|one| one.language)
            .into_iter()
            .chain(papers)
            .collect(),
        title: line(&opportunity.notice.title),
        organisation: organisation
            .map(|o| line(&o.profile.name))
            .unwrap_or_default(),
        clients: clients
            .filter_map(|id| state.contact(id))
            .map(|c| party(c))
            .collect(),
        coordinator: Party {
            name: line(&person.name),
            email: line(&person.email),
            phone: profile.map(|p| line(&p.phone)).unwrap_or_default(),
        },
    })
}
