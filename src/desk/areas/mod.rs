//! What the desk says of each area's events, a file an area: whom they may show something new (WKS-3), and nobody else
//! (PPL-2); how a record is summed up, what a timeline tells, and what is searched. Every event is matched there, so that a new one is
//! thought about.

mod access;
mod board;
mod credits;
mod directory;
mod escrow;
mod firm;
mod house;
mod lists;
mod people;
mod quotations;
mod requests;

use super::reach::Reach;
use super::summary::What;
use super::views::moments::{Case, MomentKind};
use crate::domain::eyes::Eyes;
use crate::domain::{Seq, State};

/// What the desk says of something that happened. Nothing has a default: a new area is thought through, or does not
/// compile.
pub(super) trait Shown {
    /// Adds whom it may show something new in `state`, where it is applied. Who may read requests is told of every
    /// record, and is not added.
    fn reach(&self, state: &State, all: &mut Vec<Reach>);

    /// Sums it up.
    fn what(&self) -> What;

    /// Returns what the timeline of `case` tells of it as an event of record `seq`, to whoever `eyes` are; `None` for
    /// what goes without saying, is none of theirs, or stands on no timeline.
    fn moment(&self, eyes: &Eyes<'_>, seq: Seq, case: &Case) -> Option<MomentKind>;

    /// Returns the text by which the request that it is about is found; `None` for what is not searched.
    fn said(&self) -> Option<&str>;
}
