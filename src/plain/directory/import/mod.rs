//! `directory import`: a file of clients and contacts, as CSV or as vCards, counted first, then taken in. What is there
//! already stays as it is; what is in doubt is named and left out: nothing is overwritten in silence. What was left out
//! can be had as a file, to be mended and taken in.

mod intake;
mod rejected;
mod source;
mod wave;

use std::path::PathBuf;

use intake::Intake;
use rejected::Rejected;
use source::Source;

use crate::plain::input::{bytes_of, is_piped};
use crate::plain::problem::DATA;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// The largest file, in bytes.
const MOST: u64 = 128 * 1024 * 1024;
/// How many doubtful or wrong rows are named one by one.
const NAMED: usize = 200;

/// Count what a CSV or vCard file has of clients and contacts, or take it in
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Import {
    /// A CSV file with the names of its columns on top, or vCards; - reads what is piped in
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Take in what is new [default: only count]
    #[arg(long)]
    apply: bool,
    /// Write what is not taken in to this new file, with the reasons; - prints it
    #[arg(long, value_name = "FILE")]
    rejected: Option<PathBuf>,
}

impl InWords for Import {
    const NEEDS: Needs = super::KEEP;

    fn reads(&self) -> bool {
        is_piped(&self.file)
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (me, now) = (place.me()?, place.desk.now());
        let allowed = place.desk.sight(me).may_read_directory();
        allowed.map_err(|refusal| place.refused(&refusal))?;
        let rejected = match &self.rejected {
            Some(file) => Some(Rejected::new(place, file)?),
            None => None,
        };
        let file = bytes_of(place, &self.file, MOST, out).await?;
        let name = crate::plain::input::name_of(&self.file);
        if file.len() as u64 > MOST {
            let values = [("name", name), ("most", MOST.to_string())];
            return Err(Problem::say(DATA, "plain-too-long", values));
        }
        let source = Source::new(file, &name)?;
        let zone = place.desk.published().me(me, now);
        let zone = zone.map_or(chrono_tz::UTC, |me| me.zone);
        let mut intake = Intake::new(place, zone, self.apply);
        source.wrong(place, &mut intake);
        intake.take(source.lines()).await?;
        let prints = rejected.as_ref().is_some_and(Rejected::prints);
        tell(&intake, &source, out, prints).await;
        if let Some(rejected) = rejected {
            let text = source.rejected(&intake.reasons());
            rejected.write(place, text, out).await?;
        }
        Ok(())
    }
}

/// Says what came of it; beside what is printed where that is a file.
async fn tell(intake: &Intake<'_>, source: &Source, out: &mut Out, prints: bool) {
    let place = intake.place();
    let mut said = vec![intake.counted()];
    if let Some(left_out) = source.left_out().filter(|n| *n > 0) {
        said.push(place.says("said-cards-left-out", &[("n", left_out.into())]));
    }
    said.extend(intake.told().take(NAMED).cloned());
    for line in said {
        match prints {
            true => out.note(&line).await,
            false => out.line(&line).await,
        }
    }
    if !prints {
        out.limited(place, NAMED, intake.told().count()).await;
    }
}
