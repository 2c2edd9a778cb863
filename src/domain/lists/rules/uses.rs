//! Who has which entry of a list: what is in use is not struck off (WKS-8). Looks through everything once; asked when a
//! list is changed or looked at, never at each key.

use std::collections::BTreeMap;

use crate::domain::lists::{Entry, ListName};
use crate::domain::opportunity::OpportunityStage;
use crate::domain::request::Status;
use crate::domain::state::State;

/// How often each entry is used, by its number; what is not used is not named.
pub type Uses = BTreeMap<u16, usize>;

/// Returns how often each entry of a list is used.
pub fn of(state: &State, list: ListName) -> Uses {
    match list {
        ListName::Work => works(state),
        ListName::Audience => audiences(state),
        ListName::Level => levels(state),
        ListName::Compliance => compliance(state),
        ListName::Task => tasks(state),
        ListName::Unit => units(state),
        ListName::Close => reasons(state),
        ListName::Subscription => subscriptions(state),
        ListName::Skill => skills(state),
        ListName::Tag => tags(state),
        ListName::Decline => declines(state),
        ListName::End => ends(state),
    }
}

/// The same by where: the stable name of the place, and how often there.
pub type By = Vec<(&'static str, Uses)>;

impl State {
    /// Returns where and how often each entry of a list is used; what stands in one place alone is told by the list's own
    /// stable name. Looks through everything.
    pub fn list_uses(&self, list: ListName) -> By {
        match list {
            ListName::Work => works_by(self),
            ListName::Audience => audiences_by(self),
            ListName::Level => levels_by(self),
            ListName::Compliance => compliance_by(self),
            ListName::Unit => units_by(self),
            _ => vec![(list.key(), of(self, list))],
        }
    }
}

/// Returns how often each entry is used in all these places.
fn summed(by: By) -> Uses {
    let mut all = Uses::new();
    for (number, times) in by.into_iter().flat_map(|(_, uses)| uses) {
        *all.entry(number).or_default() += times;
    }
    all
}

fn counted<T: Entry>(all: impl Iterator<Item = T>) -> Uses {
    let mut uses = Uses::new();
    for entry in all {
        *uses.entry(entry.number()).or_default() += 1;
    }
    uses
}

fn works(state: &State) -> Uses {
    summed(works_by(state))
}

fn works_by(state: &State) -> By {
    let posted = state.board().opportunities().iter();
    let posted = posted.map(|one| one.notice.work);
    let asked = state.quotations().rows().iter();
    let asked = asked.filter_map(|one| one.brief.work);
    let profiles = state.profiles();
    let held = profiles.flat_map(|(_, profile)| profile.belts.iter().map(|(work, _)| *work));
    vec![
        ("opportunities", counted(posted)),
        ("quotations", counted(asked)),
        ("profiles", counted(held)),
    ]
}

fn audiences(state: &State) -> Uses {
    summed(audiences_by(state))
}

fn audiences_by(state: &State) -> By {
    let posted = state.board().opportunities().iter();
    let posted = posted.map(|one| one.notice.audience);
    let asked = state.quotations().rows().iter();
    let asked = asked.filter_map(|one| one.brief.audience);
    let needed = state.terms().needs.iter().map(|need| need.audience);
    let priced = state.prices().lists.iter().filter_map(|list| list.audience);
    vec![
        ("opportunities", counted(posted)),
        ("quotations", counted(asked)),
        ("terms", counted(needed)),
        ("prices", counted(priced)),
    ]
}

fn levels(state: &State) -> Uses {
    summed(levels_by(state))
}

fn levels_by(state: &State) -> By {
    let profiles = state.profiles();
    let held = profiles.flat_map(|(_, profile)| profile.belts.iter().map(|(_, belt)| *belt));
    let needed = state.terms().needs.iter().map(|need| need.belt);
    vec![("profiles", counted(held)), ("terms", counted(needed))]
}

fn compliance(state: &State) -> Uses {
    summed(compliance_by(state))
}

fn compliance_by(state: &State) -> By {
    let profiles = state.profiles();
    let shown = profiles.flat_map(|(_, profile)| profile.compliance.iter().copied());
    let needed = state.terms().compliance.iter().copied();
    vec![("profiles", counted(shown)), ("terms", counted(needed))]
}

fn subscriptions(state: &State) -> Uses {
    counted(state.profiles().map(|(_, profile)| profile.subscription))
}

fn skills(state: &State) -> Uses {
    let profiles = state.profiles();
    let held = profiles.flat_map(|(_, profile)| profile.skills.clone());
    let posted = state.board().opportunities().iter();
    let asked = posted.flat_map(|one| one.notice.skills.clone());
    counted(held.chain(asked))
}

fn declines(state: &State) -> Uses {
    let posted = state.board().opportunities().iter();
    let all = posted.flat_map(|one| state.board().proposals_of(one.id));
    counted(all.filter_map(|proposal| proposal.because))
}

fn ends(state: &State) -> Uses {
    let posted = state.board().opportunities().iter();
    counted(posted.filter_map(|one| match one.stage {
        OpportunityStage::Ended { why, .. } => Some(why),
        OpportunityStage::Open
        | OpportunityStage::Selected { .. }
        | OpportunityStage::Confirmed { .. }
        | OpportunityStage::Delivered { .. } => None,
    }))
}

fn tags(state: &State) -> Uses {
    let requests = state.requests().iter().flat_map(|one| one.tags.iter());
    let quotations = state.quotations().rows().iter();
    let quotations = quotations.flat_map(|one| one.tags.iter());
    let mut uses = Uses::new();
    for tag in requests.chain(quotations) {
        if let Some(entry) = state.lists().tag_entry(tag) {
            *uses.entry(entry.number).or_default() += 1;
        }
    }
    uses
}

fn tasks(state: &State) -> Uses {
    let posted = state.board().opportunities().iter();
    let missions = posted.filter_map(|one| one.mission.as_deref());
    let done: Vec<_> = missions
        .flat_map(|mission| mission.done.iter().copied())
        .collect();
    counted(done.into_iter())
}

fn units(state: &State) -> Uses {
    summed(units_by(state))
}

fn units_by(state: &State) -> By {
    let products = state.prices().lists.iter().flat_map(|list| &list.products);
    let mut lines = Uses::new();
    for quotation in state.quotations().rows().iter() {
        for line in quotation.versions.iter().flat_map(|one| &one.version.lines) {
            *lines.entry(line.unit.number()).or_default() += 1;
        }
    }
    let priced = counted(products.map(|product| product.unit));
    vec![("prices", priced), ("lines", lines)]
}

fn reasons(state: &State) -> Uses {
    let closed = state.requests().iter();
    counted(closed.filter_map(|request| match request.status {
        Status::Closed { reason, .. } => Some(reason),
        Status::Open | Status::Snoozed { .. } | Status::Merged { .. } | Status::Void => None,
    }))
}
