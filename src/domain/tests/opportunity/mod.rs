//! Proofs of the rules of the board (BRD), of a facilitator's profile (PPL-4), and of what is said for a
//! client (PPL-3).

mod advice;
mod agreement;
mod because;
pub(crate) mod bench;
mod credits;
mod drafts;
mod eligibility;
mod ending;
pub(in crate::domain::tests) mod files;
mod firms;
mod follows;
mod hands;
mod holes;
mod leaks;
pub(crate) mod machine;
mod missions;
mod posting;
mod profiles;
mod proposals;
mod races;
mod refusals;
mod selection;
mod selects;
mod sides;
mod speaks;
mod standing;
mod turnings;
mod undone;
mod whom;

pub(super) use refusals::met;
