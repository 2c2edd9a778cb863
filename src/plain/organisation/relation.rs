//! `organisation relation`: until when the house keeps the relation with a client (REQ-7).

use chrono::{NaiveDate, NaiveTime};

use crate::domain::organisation::command::DirectoryCommand;
use crate::domain::{Command, OrganisationId};
use crate::plain::registry::{InWords, Needs};
use crate::plain::words::submit;
use crate::plain::{Out, Place, Problem};

/// Say until when the relation with a client is kept
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Relation {
    /// The client, like C-5
    #[arg(value_name = "C-NUMBER")]
    organisation: OrganisationId,
    /// The last day, like 2026-12-31 [default: it is not kept]
    #[arg(value_name = "DAY")]
    until: Option<String>,
}

impl InWords for Relation {
    const NEEDS: Needs = crate::plain::directory::KEEP;

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (me, now) = (place.me()?, place.desk.now());
        let zone = place.desk.published().me(me, now);
        let zone = zone.map_or(chrono_tz::UTC, |me| me.zone);
        let until = self.until.as_ref().map(|text| {
            let no = || Problem::say(1, "plain-no-day", [("text", text.clone())]);
            let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| no())?;
            let last = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default();
            let at = day.and_time(last).and_local_timezone(zone).latest();
            at.map(|at| at.timestamp_millis()).ok_or_else(no)
        });
        let command = Command::Directory(DirectoryCommand::SetRelation {
            organisation: self.organisation,
            until: until.transpose()?,
        });
        submit(place, command, out).await
    }
}
