//! `settings print`: the settings as a file to edit, with what each is for.

use super::{READS, known};
use crate::assets::settings::{Section, settings_plain, settings_text};
use crate::plain::house::printed_as;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};
use crate::ui::kit::texts::Texts;

/// Print the settings as a file to edit
#[derive(Clone, Debug, Default, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Print {
    /// One section only, like hours or delays
    #[arg(value_name = "SECTION")]
    section: Option<String>,
}

impl InWords for Print {
    const NEEDS: Needs = READS;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (config, _) = known(place)?;
        let section = self.section.as_deref().map(section).transpose()?;
        let text = settings_text(&config, section, &Texts::new(place.lang));
        let plain = settings_plain(&config, section);
        out.line(printed_as(&text, &plain).trim_end()).await;
        Ok(())
    }
}

/// The section of that name.
pub(super) fn section(text: &str) -> Result<Section, Problem> {
    Section::parse(text.trim()).ok_or_else(|| {
        let all = Section::ALL.map(Section::key).join(", ");
        let values = [("text", text.to_owned()), ("all", all)];
        Problem::say(64, "settings-no-section", values)
    })
}
