//! `brief Q-…`: what pricing needs to know (QUO-1), out as a file to edit, and in again, or put right by options.

use std::path::PathBuf;

use super::{EVENING, written};
use crate::assets::BriefWords;
use crate::desk::views::{QuotationWhole, load_quotation};
use crate::domain::quotation::{Brief as Kept, QuotationCommand};
use crate::domain::{Command, QuotationId};
use crate::plain::house::{MOST, guarded, printed};
use crate::plain::input::{is_piped, text_of};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::{Words, submit};
use crate::plain::{Out, Place, Problem};

/// Print the brief of a quotation, or set it with options or from a file
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Brief {
    /// The quotation, like Q-3
    #[arg(value_name = "Q-NUMBER")]
    quotation: QuotationId,
    /// The brief as `brief` prints it, edited; - reads what is piped in
    #[arg(long, value_name = "FILE", conflicts_with_all = ["work", "audience", "market", "brand", "language",
        "participants", "sessions", "dates", "place", "online", "deadline", "asked"])]
    set: Option<PathBuf>,
    /// The kind of work, by its key in `lists`, like workshop
    #[arg(long)]
    work: Option<String>,
    /// The audience, by its key in `lists`, like company
    #[arg(long)]
    audience: Option<String>,
    /// The market, by country: whose price lists and VAT apply, like FR
    #[arg(long, value_name = "CODE")]
    market: Option<String>,
    /// The brand, by its key in `prices`
    #[arg(long)]
    brand: Option<String>,
    /// The language of the offer, like fr
    #[arg(long, value_name = "CODE")]
    language: Option<String>,
    /// The number of participants
    #[arg(long, value_name = "N")]
    participants: Option<u32>,
    /// The number of sessions
    #[arg(long, value_name = "N")]
    sessions: Option<u16>,
    /// The dates as the client put them
    #[arg(long)]
    dates: Option<String>,
    /// The town or the venue
    #[arg(long)]
    place: Option<String>,
    /// Held online rather than at a place
    #[arg(long)]
    online: bool,
    /// The deadline for the offer, as people write dates
    #[arg(long, value_name = "DATE")]
    deadline: Option<String>,
    /// What is asked, in words
    #[arg(long, value_name = "TEXT")]
    asked: Option<String>,
}

impl InWords for Brief {
    const NEEDS: Needs = super::OFFICE;

    fn reads(&self) -> bool {
        self.set.as_deref().is_some_and(is_piped)
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (me, now, id) = (place.me()?, place.desk.now(), self.quotation);
        let whole = load_quotation(&place.desk, me, id, now).await?;
        let whole = whole.map_err(|refusal| place.refused(&refusal))?;
        let file = match &self.set {
            Some(file) => Some(text_of(place, file, MOST, out).await?),
            None => None,
        };
        match self.asked_of(place, &whole, file)? {
            Asked::Printed(text) => {
                out.line(&printed(&text)).await;
                Ok(())
            }
            Asked::Set(command) => {
                submit(place, command, out).await?;
                still_missing(place, id, out).await
            }
        }
    }
}

/// What is to be done.
enum Asked {
    /// The brief is printed.
    Printed(String),
    /// The brief is put right.
    Set(Command),
}

impl Brief {
    /// What is asked, where `file` was read.
    fn asked_of(
        &self,
        place: &Place,
        whole: &QuotationWhole,
        file: Option<String>,
    ) -> Result<Asked, Problem> {
        let me = place.me()?;
        let (sight, words) = (place.desk.sight(me), Words::new(place, me));
        let (brands, teller) = (sight.brands(), words.teller());
        let known = whole.view.brief.clone().unwrap_or_default();
        let named = BriefWords {
            lists: sight.lists(),
            brands: &brands,
            written: &|at| teller.iso_minute(at),
            read: &|text| teller.read_when(text, EVENING),
        };
        let now = named.text(&known, &whole.asked);
        let options = self.options();
        if file.is_none() && options.is_empty() {
            return Ok(Asked::Printed(now));
        }
        let text = file.as_ref().unwrap_or(&options);
        let (brief, asked) = named.brief(text, &known)?;
        let asked = asked.filter(|asked| **asked != *whole.asked);
        let step = step(self.quotation, brief, asked);
        Ok(Asked::Set(match &file {
            Some(text) => guarded(step, text, &now, sight.seq()),
            None => step.upon(sight.seq()),
        }))
    }

    /// What the options say, as a file that says nothing else.
    fn options(&self) -> String {
        let words = [
            ("work", &self.work),
            ("audience", &self.audience),
            ("market", &self.market),
            ("brand", &self.brand),
            ("language", &self.language),
            ("dates", &self.dates),
            ("place", &self.place),
            ("deadline", &self.deadline),
            ("asked", &self.asked),
        ];
        let words = words.into_iter().filter_map(|(name, said)| {
            let said = said.as_deref()?;
            Some(written(name, &toml::Value::from(said)))
        });
        let number = |name, n: Option<i64>| n.map(|n| written(name, &toml::Value::from(n)));
        let numbers = [
            number("participants", self.participants.map(i64::from)),
            number("sessions", self.sessions.map(i64::from)),
            self.online
                .then(|| written("online", &toml::Value::from(true))),
        ];
        words.chain(numbers.into_iter().flatten()).collect()
    }
}

fn step(quotation: QuotationId, brief: Kept, asked: Option<Box<str>>) -> Command {
    Command::Quotation(Box::new(QuotationCommand::Brief {
        quotation,
        brief: Box::new(brief),
        asked,
    }))
}

/// Names what pricing still has to know.
async fn still_missing(place: &Place, id: QuotationId, out: &mut Out) -> Result<(), Problem> {
    let view = place
        .desk
        .sight(place.me()?)
        .quotation(id, place.desk.now());
    let view = view.map_err(|refusal| place.refused(&refusal))?;
    let missing = view.missing.iter();
    let missing: Vec<String> = missing
        .map(|field| place.says(&format!("brief-{}", field.key()), &[]))
        .collect();
    if !missing.is_empty() {
        let values = [("missing", missing.join(", ").into())];
        out.note(&place.says("said-brief-missing", &values)).await;
    }
    Ok(())
}
