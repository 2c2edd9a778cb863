//! What holds where a setting says nothing, or says it by a code: so that nobody has to open a manual to know. Changes
//! nothing.

use super::{Config, Section, Spot};
use crate::assets::countries;
use crate::assets::texts::Texts;

/// Returns what holds by a setting as it stands, in words, where its value alone does not tell.
pub fn holds(spot: &Spot, config: &Config, texts: &Texts) -> Option<String> {
    let key = (spot.setting.section, spot.setting.name);
    if key == (Section::Organisation, "home") {
        let land = countries().get(config.house.home.code());
        return land.map(|land| land.name(texts.lang()).to_owned());
    }
    if !spot.get(config).is_empty() {
        return None;
    }
    let id = match key {
        (Section::Hours, "holidays" | "bridge-days") => "setting-hours-no-days".to_owned(),
        (Section::Hours, _) => "setting-hours-closed".to_owned(),
        _ => format!("{}-empty", spot.text_id()),
    };
    if !texts.has(&id) {
        return None;
    }
    let papers = config.house.paper_languages().into_iter();
    let papers: Vec<String> = papers.map(|one| one.code().to_owned()).collect();
    Some(texts.with(&id, &[("languages", papers.join(", ").into())]))
}
