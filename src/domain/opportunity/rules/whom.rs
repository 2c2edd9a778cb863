//! Whom a facilitator asks (FUP-4): first the providers' desk, then who follows a project up for the house. Tells of nobody
//! to who has no part in it.

use crate::domain::eyes::Eyes;
use crate::domain::opportunity::Opportunity;
use crate::domain::person::{Permission, Person, Role};

impl<'a> Eyes<'a> {
    /// Returns the people of the providers' desk, for a facilitator; none of them twice, nor who looks.
    pub fn providers_desk(&self) -> impl Iterator<Item = &'a Person> + use<'a> {
        let (me, facilitator) = (self.id(), self.facilitator);
        let staff = self.state.staff().filter(move |_| facilitator);
        let staff = staff.filter(move |one| one.active && one.id != me);
        let desk = staff.filter(|one| one.roles.contains(&Role::ProvidersDesk));
        desk.map(|one| &**one)
    }

    /// Returns who follows a project up, for a facilitator who proposed to it or is in its mission: who works its request,
    /// else who posted it, where they may. Who sells subscriptions does no follow-up (S1).
    pub fn follow_up(&self, opportunity: &Opportunity) -> Option<&'a Person> {
        if !self.facilitator || !self.takes_part_openly(opportunity) {
            return None;
        }
        let request = self.state.request(opportunity.request);
        let works = request.and_then(|request| request.assignee);
        let either = [works, opportunity.posted_by].into_iter().flatten();
        let mut people = either.filter_map(|id| self.state.person(id));
        let follows = |one: &Person| one.is_staff() && one.may(Permission::PostOpportunities);
        people
            .find(|one| one.id != self.id() && follows(one))
            .map(|one| &**one)
    }

    /// Whether the house knows of their part: a proposal of their firm's was submitted, or they have one in the mission.
    fn takes_part_openly(&self, opportunity: &Opportunity) -> bool {
        let own = self.own_proposal(opportunity);
        own.is_some_and(|own| own.submitted_at.is_some())
            || self.is_in_mission(opportunity)
            || self.is_offered(opportunity)
    }
}
