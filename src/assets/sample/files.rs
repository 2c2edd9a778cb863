//! The shapes of the sample house's files: the house itself with its people and organisations, and the
//! requests with their steps. Only what is written there; what it comes to is decided where it is played.

use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct HouseFile {
    pub(super) house: HouseLine,
    pub(super) person: Vec<PersonLine>,
    pub(super) organisation: Vec<OrganisationLine>,
}

#[derive(Deserialize)]
pub(super) struct HouseLine {
    pub(super) name: String,
    pub(super) country: String,
    pub(super) domain: String,
    pub(super) zone: String,
    pub(super) holidays: String,
    pub(super) week: [Vec<(u16, u16)>; 7],
    /// Through whom clients' money is held.
    pub(super) funds: String,
    pub(super) selected_by: SelectedBy,
    pub(super) identity: IdentityLine,
}

#[derive(Deserialize)]
pub(super) struct IdentityLine {
    pub(super) name: String,
    pub(super) address: String,
    pub(super) registration: String,
    pub(super) vat: String,
    pub(super) bank: String,
    pub(super) footer: String,
}

#[derive(Deserialize)]
pub(super) struct PersonLine {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) email: String,
    pub(super) roles: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct OrganisationLine {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) country: String,
    pub(super) segment: String,
    #[serde(default)]
    pub(super) domains: Vec<String>,
    #[serde(default)]
    pub(super) known: bool,
    pub(super) parent: Option<String>,
    pub(super) relation_days: Option<f64>,
}

#[derive(Deserialize)]
pub(super) struct RequestFile {
    pub(super) request: Vec<RequestLine>,
}

#[derive(Deserialize)]
pub(super) struct ContactLine {
    pub(super) name: String,
    pub(super) email: String,
    #[serde(default)]
    pub(super) phone: String,
}

#[derive(Deserialize)]
pub(super) struct RequestLine {
    pub(super) id: String,
    pub(super) days_ago: f64,
    pub(super) org: String,
    pub(super) lang: String,
    pub(super) contact: ContactLine,
    pub(super) subject: String,
    pub(super) body: String,
    #[serde(default)]
    pub(super) to: Vec<String>,
    #[serde(default)]
    pub(super) cc: Vec<String>,
    #[serde(default)]
    pub(super) kind: String,
    pub(super) participants: Option<u32>,
    #[serde(default)]
    pub(super) place: String,
    pub(super) online: Option<bool>,
    #[serde(default)]
    pub(super) wanted: String,
    pub(super) budget: Option<String>,
    #[serde(default)]
    pub(super) tags: Vec<String>,
    pub(super) deadline_days: Option<f64>,
    #[serde(default)]
    pub(super) step: Vec<StepLine>,
}

#[derive(Deserialize)]
pub(super) struct StepLine {
    pub(super) after: String,
    #[serde(default)]
    pub(super) who: String,
    #[serde(rename = "do")]
    pub(super) what: String,
    #[serde(default)]
    pub(super) text: String,
    #[serde(default)]
    pub(super) to: String,
    #[serde(default)]
    pub(super) reason: String,
    #[serde(default)]
    pub(super) days: f64,
}

/// Who selects in each group, by name.
#[derive(Deserialize)]
pub(super) struct SelectedBy {
    pub(super) subcontracting: String,
    pub(super) introduction: String,
}
