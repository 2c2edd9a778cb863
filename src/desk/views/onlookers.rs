//! Who else is at a request, for who may read requests; who else writes a proposal of one's firm, for who sees it. For
//! anybody else there is nobody anywhere.

use std::sync::Arc;

use super::beside::person_name;
use super::sight::Sight;
use crate::desk::presence::{Attendance, Onlooker};
use crate::domain::eyes::Eyes;
use crate::domain::person::Permission;
use crate::domain::{OpportunityId, PersonId, RequestId};

/// The colleagues who are somewhere, as one person sees them: without themselves.
#[derive(Clone, Debug, Default)]
pub struct Onlookers(Option<Told>);

#[derive(Clone, Debug)]
struct Told {
    all: Arc<Attendance>,
    me: PersonId,
    /// Whether they may be told who is at requests.
    requests: bool,
    /// Who acts for the same firm, with their names, for who sees what is the firm's.
    colleagues: Vec<(PersonId, String)>,
}

impl Sight {
    /// Who else is where.
    pub fn onlookers(&self, all: &Arc<Attendance>) -> Onlookers {
        let told = Told {
            all: Arc::clone(all),
            me: self.whose(),
            requests: self.may_be_told_of_others(),
            colleagues: self.beside_them(),
        };
        let somebody = told.requests || !told.colleagues.is_empty();
        Onlookers(somebody.then_some(told))
    }

    fn may_be_told_of_others(&self) -> bool {
        let person = self.state().person(self.whose());
        person.is_some_and(|person| person.may(Permission::ReadInbox))
    }

    /// Who acts for the same firm now, where who looks sees what is the firm's.
    fn beside_them(&self) -> Vec<(PersonId, String)> {
        let state = self.state();
        let eyes = Eyes::of(state, self.whose());
        let Some(eyes) = eyes.filter(|eyes| eyes.facilitator && eyes.sees_firm()) else {
            return Vec::new();
        };
        let members = state.firms().members(eyes.firm).into_iter();
        let others = members
            .map(|one| one.person)
            .filter(|one| *one != eyes.id());
        let acting = others.filter(|one| state.acting(*one) == eyes.firm);
        acting.map(|one| (one, person_name(state, one))).collect()
    }
}

impl Onlookers {
    /// Those at `request`, the ones who write first.
    pub fn at(&self, request: RequestId) -> impl Iterator<Item = Onlooker> + '_ {
        let told = self.0.as_ref().filter(|told| told.requests);
        let (all, me) = match told {
            Some(told) => (told.all.at(request), Some(told.me)),
            None => (&[][..], None),
        };
        all.iter().copied().filter(move |o| Some(o.who) != me)
    }

    /// The names of those who write the proposal of one's firm for `opportunity`.
    pub fn proposing(&self, opportunity: OpportunityId) -> impl Iterator<Item = &str> + '_ {
        let told = self.0.iter();
        told.flat_map(move |told| {
            let there = told.all.proposing(opportunity);
            let theirs = told.colleagues.iter();
            let theirs = theirs.filter(move |(one, _)| there.contains(one));
            theirs.map(|(_, name)| name.as_str())
        })
    }

    /// Returns what is left of them for who sees `sight`: nobody, where that is not for them any more.
    pub fn seen_by(self, sight: &Sight) -> Onlookers {
        match self.0.filter(|told| told.me == sight.whose()) {
            Some(told) => sight.onlookers(&told.all),
            None => Onlookers::default(),
        }
    }

    /// Whether the person may be told of others at all.
    pub fn may_be_told(&self) -> bool {
        self.0.is_some()
    }
}
