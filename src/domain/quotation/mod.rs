//! Quotations (QUO): the business proposal the house sends to a client, from its brief to the decision.

use imbl::{OrdSet, Vector};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

use super::decide::{Decision, Facts};
use super::ids::{QuotationId, RequestId};
use super::money::Money;
use super::person::Permission;
use super::refusal::Refusal;
use super::state::{Meta, State};

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {}

/// What happened, as the journal keeps it: never change a variant, add one behind the last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Event {}

impl Command {
    /// What it needs; whose it is, is asked when it is decided.
    pub fn needed(&self) -> Permission {
        match *self {}
    }
}

impl Event {
    /// The stable name that texts find it by.
    pub fn key(&self) -> &'static str {
        match *self {}
    }

    /// What takes it back; `None` for what was sent or decided.
    pub fn inverse(&self) -> Option<Event> {
        match *self {}
    }
}

/// A quotation, as the state keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// Its id.
    pub id: QuotationId,
    /// What it answers.
    pub request: RequestId,
}

/// All quotations.
#[derive(Clone, Debug, Default)]
pub struct Quotations {
    rows: Vector<Arc<Quotation>>,
    by_request: OrdSet<(RequestId, QuotationId)>,
}

impl PartialEq for Quotations {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}

impl Quotations {
    /// Whether the client accepted this quotation, and it is one of `request`.
    pub fn is_accepted(&self, _id: QuotationId, _request: RequestId) -> bool {
        false
    }

    /// Whether a quotation stands as `event` found it, so that it can be taken back.
    pub(super) fn fits(&self, _: QuotationId, event: &Event) -> bool {
        match *event {}
    }

    /// The latest quotation of `request` that the client accepted.
    pub fn accepted_of(&self, _request: RequestId) -> Option<QuotationId> {
        None
    }

    /// The latest quotation of `request` that went to the client.
    pub fn sent_of(&self, _request: RequestId) -> Option<QuotationId> {
        None
    }

    /// What a quotation comes to before tax.
    pub fn net_of(&self, _id: QuotationId) -> Option<Money> {
        None
    }

    /// Makes an event so.
    pub(super) fn apply(&mut self, _: &Meta, _: RequestId, _: QuotationId, event: &Event) {
        match *event {}
    }
}

impl FromIterator<Quotation> for Quotations {
    fn from_iter<I: IntoIterator<Item = Quotation>>(rows: I) -> Self {
        let mut quotations = Quotations::default();
        for quotation in rows {
            let key = (quotation.request, quotation.id);
            quotations.by_request.insert(key);
            quotations.rows.push_back(Arc::new(quotation));
        }
        quotations
    }
}

impl Quotations {
    /// All of them, in the order of their ids.
    pub fn rows(&self) -> &Vector<Arc<Quotation>> {
        &self.rows
    }
}

/// Decides.
pub(super) fn decide(_: &State, _: &Facts, command: &Command) -> Result<Decision, Refusal> {
    match *command {}
}
