//! The board told: rows of lists, pages in the person's language, and JSON with the stable names that scripts want.

mod deal;
mod facts;
mod figures;
mod json;
mod mission;
mod page;
mod proposals;
mod row;
mod turn;
mod whom;

pub(super) use deal::{deal, deal_json};
pub(super) use figures::stats;
pub(super) use json::{credits_json, page_json, row_json, stats_json};
pub(super) use page::{agreement, page, preview, step};
pub(super) use row::{COLUMNS, cells};
pub(in crate::plain) use whom::machine as whom_json;
