//! Due dates by other settings (REQ-9): counted anew in the state, a part at a time, and tried out beside it before
//! settings are changed. What was stated by hand stays.

use std::sync::Arc;

use super::State;
use crate::domain::house::House;
use crate::domain::ids::RequestId;
use crate::domain::request::{Request, Step};

impl State {
    /// Returns the next request whose due date is to be counted anew; `None` when all are as the settings have it.
    pub fn to_recount(&self) -> Option<RequestId> {
        self.head.to_recount
    }

    /// Puts the settings in place. Where they count otherwise, the due dates follow by and by.
    pub(in crate::domain) fn settle(&mut self, to: &House) {
        let same = self.house().is_none_or(|before| before.counts_as(to));
        self.head.house = Some(Arc::new(to.clone()));
        if !same && !self.requests.is_empty() {
            self.head.to_recount = Some(RequestId(1));
        }
    }

    /// Counts the due dates of these requests anew, and of what follows from them.
    pub(in crate::domain) fn recount(&mut self, from: RequestId, upto: RequestId) {
        let Some(house) = self.house().cloned() else {
            return;
        };
        for id in (from.0..=upto.0).map(RequestId) {
            self.recount_one(&house, id);
        }
        self.board_revision += 1;
        let next = RequestId(upto.0.saturating_add(1));
        self.head.to_recount = (next < self.requests.next_id()).then_some(next);
    }

    fn recount_one(&mut self, house: &House, id: RequestId) {
        let Some(request) = self.requests.get(id).filter(|request| request.is_live()) else {
            return;
        };
        let request = Arc::clone(request);
        let quoted: Vec<_> = self.quotations.of_request(id).map(|one| one.id).collect();
        for quotation in quoted {
            self.quotations.recount(house, quotation);
        }
        let anew = self.counted_by(house, &request);
        if anew != *request {
            self.requests.put(anew);
        }
        self.call(id);
    }

    /// Returns a request as the settings of `house` have it, which are those of this state.
    fn counted_by(&self, house: &House, request: &Request) -> Request {
        let counted = request.recounted(house);
        let mut anew = Request {
            counted,
            ..request.clone()
        };
        self.follow(&mut anew);
        anew
    }

    /// Returns the next step of a live request as other settings would have it, `tried` being this state with those.
    pub fn step_by(&self, tried: &State, request: &Request) -> Option<Step> {
        let house = tried.house()?;
        let quoted: Vec<_> = self.quotations.of_request(request.id).collect();
        if quoted.is_empty() {
            return Some(tried.counted_by(house, request).step);
        }
        let mut with = tried.clone();
        for quotation in quoted {
            with.quotations.recount(house, quotation.id);
        }
        Some(with.counted_by(house, request).step)
    }

    /// Returns this state with other settings, to try them out. Nothing is counted anew in it.
    #[must_use]
    pub fn with_house(&self, house: House) -> State {
        let mut tried = self.clone();
        tried.head.house = Some(Arc::new(house));
        tried
    }
}
