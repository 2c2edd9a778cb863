//! `settings print`: the settings as a file to edit, with what each is for; or for machines, with what holds where one
//! says nothing.

use serde_json::json;

use super::{READS, known};
use crate::assets::settings::{Config, Section, Spot, Value, holds, settings_plain, settings_text};
use crate::plain::house::printed_as;
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};
use crate::text::sanitise::clean_line;
use crate::ui::kit::texts::Texts;

/// Print the settings as a file to edit
#[derive(Clone, Debug, Default, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Print {
    /// One section only, like hours or delays
    #[arg(value_name = "SECTION")]
    section: Option<String>,
    /// Print JSON, one object a line
    #[arg(long)]
    json: bool,
}

impl Print {
    /// Returns what prints all of them.
    pub(super) fn all(json: bool) -> Print {
        let section = None;
        Print { section, json }
    }
}

impl InWords for Print {
    const NEEDS: Needs = READS;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (config, _) = known(place)?;
        let section = self.section.as_deref().map(section).transpose()?;
        let texts = Texts::shared(place.lang);
        if self.json {
            let spots = config.spots().into_iter();
            let is_asked = |spot: &Spot| section.is_none_or(|only| spot.setting.section == only);
            for spot in spots.filter(is_asked) {
                out.line(&object(&spot, &config, &texts).to_string()).await;
            }
            return Ok(());
        }
        let text = settings_text(&config, section, &texts);
        let plain = settings_plain(&config, section);
        out.line(printed_as(&text, &plain).trim_end()).await;
        if section.is_none_or(|only| only == Section::Identity) {
            logos(place, out).await?;
        }
        Ok(())
    }
}

/// Which logos the file does not hold, and how they are saved, as remarks.
async fn logos(place: &Place, out: &mut Out) -> Result<(), Problem> {
    let logos = place.desk.sight(place.me()?).logos();
    let logos = logos.map_err(|refusal| place.refused(&refusal))?;
    let words = Words::new(place, place.me()?);
    for (country, logo) in &logos {
        let values = [
            ("country", country.code().into()),
            ("logo", words.teller().logo(logo).into()),
            (
                "file",
                shell_words::quote(&clean_line(&logo.name))
                    .into_owned()
                    .into(),
            ),
        ];
        let line = place.says("settings-logo-printed", &values);
        out.line(&format!("# {line}")).await;
    }
    Ok(())
}

/// A setting as JSON.
fn object(spot: &Spot, config: &Config, texts: &Texts) -> serde_json::Value {
    let value = match spot.get(config) {
        Value::Text(text) => json!(text),
        Value::Number(number) => json!(number),
        Value::Yes(yes) => json!(yes),
        Value::List(all) => json!(all),
    };
    json!({
        "setting": spot.to_string(),
        "section": spot.setting.section.key(),
        "value": value,
        "holds": holds(spot, config, texts),
        "label": texts.get(&spot.text_id()),
    })
}

/// The section of that name.
pub(super) fn section(text: &str) -> Result<Section, Problem> {
    Section::parse(text.trim()).ok_or_else(|| {
        let all = Section::ALL.map(Section::key).join(", ");
        let values = [("text", text.to_owned()), ("all", all)];
        Problem::say(64, "settings-no-section", values)
    })
}
