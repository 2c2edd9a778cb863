//! Whom a facilitator asks, with where to reach them (FUP-4). Made for facilitators alone; of staff it tells the name and
//! the mail address, and the phone number that the house shows.

use super::hand::Party;
use crate::desk::views::Sight;
use crate::domain::OpportunityId;
use crate::domain::eyes::Eyes;
use crate::domain::opportunity::{Opportunity, OpportunityStage};
use crate::domain::person::Person;
use crate::text::sanitise::clean_line;

/// The most people of the providers' desk that are named.
const DESK: usize = 3;
/// The most projects whose officer is named at once, and how many of the latest are looked at.
const PROJECTS: usize = 4;
const LATEST: usize = 50;

/// Whom a facilitator asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Whom {
    /// First: the providers' desk, by its people, else as the house says where it is reached. Empty: it does not say.
    pub first: Vec<Party>,
    /// Then: who follows up each project that she proposed to or has a mission in.
    pub then: Vec<(OpportunityId, String, Party)>,
}

impl Whom {
    /// Returns whom a facilitator asks about nothing in particular: the desk, and the officers of her projects under way.
    pub(in crate::desk::views) fn of(eyes: &Eyes<'_>) -> Option<Whom> {
        let board = eyes.state.board();
        let proposed = board.of_firm(eyes.firm).rev().map(|own| own.opportunity);
        let runs = board.missions_of(eyes.id()).rev();
        let mut theirs: Vec<OpportunityId> =
            proposed.take(LATEST).chain(runs.take(LATEST)).collect();
        theirs.sort_unstable();
        theirs.dedup();
        let theirs = theirs
            .into_iter()
            .rev()
            .filter_map(|id| board.opportunity(id));
        let under_way = theirs.filter(|one| {
            let waits = matches!(
                one.stage,
                OpportunityStage::Open | OpportunityStage::Selected { .. }
            );
            waits || matches!(one.stage, OpportunityStage::Confirmed { .. })
        });
        let then = under_way.filter_map(|one| then(eyes, one)).take(PROJECTS);
        eyes.facilitator.then(|| Whom {
            first: first(eyes),
            then: then.collect(),
        })
    }

    /// Returns whom a facilitator asks about an opportunity.
    pub(super) fn about(eyes: &Eyes<'_>, opportunity: &Opportunity) -> Option<Whom> {
        eyes.facilitator.then(|| Whom {
            first: first(eyes),
            then: then(eyes, opportunity).into_iter().collect(),
        })
    }

    /// Returns the first mail address there is.
    pub fn email(&self) -> Option<&str> {
        let all = self.first.iter().chain(self.then.iter().map(|one| &one.2));
        let mut all = all.map(|one| one.email.as_str());
        all.find(|email| !email.is_empty())
    }
}

impl Sight {
    /// Whom who looks asks, if they are a facilitator.
    pub fn whom(&self) -> Option<Whom> {
        Whom::of(&Eyes::of(self.state(), self.whose())?)
    }
}

fn line(text: &str) -> String {
    clean_line(text.trim()).into_owned()
}

fn first(eyes: &Eyes<'_>) -> Vec<Party> {
    let Some(house) = eyes.state.house() else {
        return Vec::new();
    };
    let general = &house.general;
    let desk = eyes.providers_desk().take(DESK);
    let desk: Vec<Party> = desk
        .map(|person| Party {
            email: match person.email.trim() {
                "" => line(&general.email),
                own => line(own),
            },
            ..party(person, &general.phone)
        })
        .collect();
    match desk.is_empty() && !general.is_empty() {
        true => vec![Party {
            name: line(&house.name),
            email: line(&general.email),
            phone: line(&general.phone),
        }],
        false => desk,
    }
}

fn then(eyes: &Eyes<'_>, opportunity: &Opportunity) -> Option<(OpportunityId, String, Party)> {
    let person = eyes.follow_up(opportunity)?;
    let phone = eyes.state.house().map(|house| &*house.general.phone);
    Some((
        opportunity.id,
        line(&opportunity.notice.title),
        party(person, phone.unwrap_or_default()),
    ))
}

/// Somebody of the house, who is phoned at its number.
fn party(person: &Person, phone: &str) -> Party {
    Party {
        name: line(&person.name),
        email: line(&person.email),
        phone: line(phone),
    }
}
