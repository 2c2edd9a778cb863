//! Who else is at a request, for who may read requests; for anybody else there is nobody anywhere.

use std::sync::Arc;

use super::sight::Sight;
use crate::desk::presence::{Attendance, Onlooker};
use crate::domain::person::Permission;
use crate::domain::{PersonId, RequestId};

/// The colleagues who are at requests, as one person sees them: without themselves.
#[derive(Clone, Debug, Default)]
pub struct Onlookers(Option<(Arc<Attendance>, PersonId)>);

impl Sight {
    /// Who else is where.
    pub fn onlookers(&self, all: &Arc<Attendance>) -> Onlookers {
        let may = self.may_be_told_of_others();
        Onlookers(may.then(|| (Arc::clone(all), self.whose())))
    }

    fn may_be_told_of_others(&self) -> bool {
        let person = self.state().person(self.whose());
        person.is_some_and(|person| person.may(Permission::ReadInbox))
    }
}

impl Onlookers {
    /// Those at `request`, the ones who write first.
    pub fn at(&self, request: RequestId) -> impl Iterator<Item = Onlooker> + '_ {
        let (all, me) = match &self.0 {
            Some((all, me)) => (all.at(request), Some(*me)),
            None => (&[][..], None),
        };
        all.iter().copied().filter(move |o| Some(o.who) != me)
    }

    /// Returns what is left of them for who sees `sight`: nobody, where that is not for them any more.
    pub fn seen_by(self, sight: &Sight) -> Onlookers {
        let may = sight.may_be_told_of_others();
        Onlookers(self.0.filter(|(_, me)| may && *me == sight.whose()))
    }

    /// Whether the person may be told of others at all.
    pub fn may_be_told(&self) -> bool {
        self.0.is_some()
    }
}
