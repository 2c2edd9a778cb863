//! Who may know of a request (PPL-2).

use std::sync::Arc;

use crate::domain::eyes::Eyes;
use crate::domain::ids::RequestId;
use crate::domain::refusal::Refusal;
use crate::domain::request::Request;
use crate::domain::request::refusal::RequestRefusal;

impl<'a> Eyes<'a> {
    /// Returns a request.
    ///
    /// # Errors
    /// [`RequestRefusal::NoSuchRequest`] when there is none, or it is not theirs to see.
    pub fn request(&self, id: RequestId) -> Result<&'a Arc<Request>, Refusal> {
        let found = self.state.request(id).filter(|_| self.staff);
        found.ok_or(Refusal::Request(RequestRefusal::NoSuchRequest(id)))
    }
}
