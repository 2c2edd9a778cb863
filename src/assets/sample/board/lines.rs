//! The shape of the file of the sample house's board. Only what is written there.

use std::collections::BTreeMap;

use serde::Deserialize;

#[derive(Deserialize)]
pub(in crate::assets::sample) struct File {
    pub(super) profile: Vec<ProfileLine>,
    pub(super) client: Vec<ClientLine>,
    pub(super) post: Vec<PostLine>,
    pub(super) favourite: Vec<FavouriteLine>,
}

#[derive(Deserialize)]
pub(super) struct ProfileLine {
    pub(super) who: String,
    pub(super) country: String,
    pub(super) languages: Vec<String>,
    pub(super) zone: String,
    #[serde(default)]
    pub(super) phone: String,
    pub(super) published: bool,
    pub(super) compliance: Vec<String>,
    pub(super) belts: BTreeMap<String, String>,
    pub(super) credits: [u32; 3],
}

#[derive(Deserialize)]
pub(super) struct ClientLine {
    pub(super) who: String,
    pub(super) email: String,
    /// When the house made them one who can log in; they have written by then.
    pub(super) days_ago: f64,
}

#[derive(Deserialize)]
pub(super) struct FavouriteLine {
    pub(super) who: String,
    pub(super) request: String,
}

#[derive(Deserialize)]
pub(super) struct PostLine {
    pub(super) request: String,
    pub(super) by: String,
    pub(super) days_ago: f64,
    pub(super) title: String,
    pub(super) work: String,
    pub(super) audience: String,
    pub(super) lang: String,
    #[serde(default)]
    pub(super) country: String,
    #[serde(default)]
    pub(super) place: String,
    #[serde(default)]
    pub(super) online: bool,
    #[serde(default)]
    pub(super) dates: String,
    pub(super) participants: Option<u32>,
    pub(super) sessions: u16,
    pub(super) deadline_days: f64,
    pub(super) amount: Option<String>,
    #[serde(default)]
    pub(super) formula: String,
    #[serde(default)]
    pub(super) payer: String,
    #[serde(default)]
    pub(super) payer_reason: String,
    #[serde(default)]
    pub(super) urgent: bool,
    pub(super) text: String,
    #[serde(default)]
    pub(super) step: Vec<StepLine>,
}

#[derive(Clone, Deserialize)]
pub(super) struct StepLine {
    pub(super) after: String,
    pub(super) who: String,
    #[serde(rename = "do")]
    pub(super) what: String,
    #[serde(default)]
    pub(super) to: String,
    pub(super) price: Option<String>,
    #[serde(default)]
    pub(super) available: String,
    #[serde(default)]
    pub(super) text: String,
    #[serde(default)]
    pub(super) reason: String,
    #[serde(default)]
    pub(super) refund: bool,
    #[serde(default)]
    pub(super) role: String,
    #[serde(default)]
    pub(super) task: String,
    #[serde(default)]
    pub(super) days: Vec<f64>,
    #[serde(default)]
    pub(super) session: u16,
    #[serde(default)]
    pub(super) came: u32,
}
