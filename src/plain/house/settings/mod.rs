//! `settings` in words (WKS-8): printed as a file, checked, set one by one or from a file, taken back, with what would
//! follow and who changed what. All go by the one table of settings (`assets/settings`).

mod apply;
mod change;
mod check;
mod history;
mod logo;
mod print;
mod set;
mod undo;

use crate::assets::settings::{BadSetting, BadWhy, Config, Why};
use crate::domain::house::command::HouseCommand;
use crate::domain::person::Permission;
use crate::domain::{Command, Refusal, Seq};
use crate::plain::registry::{InWords, Needs, Topic, registry};
use crate::plain::{Out, Place, Problem};

/// Who may read settings.
const READS: Needs = Needs::OneOf(&[Permission::ReadInbox, Permission::ManageHouse]);
/// Who may change them.
const KEEPS: Needs = Needs::OneOf(&[Permission::ManageHouse]);

/// Print the settings, check them, change them, see who did
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Settings {
    /// Print JSON, one object a line
    #[arg(long)]
    json: bool,
    #[command(subcommand)]
    what: Option<Ways>,
}

registry! {
    /// What to do with the settings.
    Ways {
        Settings {
            Print(print::Print),
            Check(check::Check),
            Set(set::Set),
            Apply(apply::Apply),
            Undo(undo::Undo),
            History(history::History),
            Logo(logo::LogoOf),
        }
    }
}

impl InWords for Settings {
    const NEEDS: Needs = <Ways as InWords>::NEEDS;
    const TOPICS: &'static [Topic] = <Ways as InWords>::TOPICS;

    fn reads(&self) -> bool {
        self.what.as_ref().is_some_and(InWords::reads)
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        match &self.what {
            Some(way) => way.run(place, out).await,
            None => print::Print::all(self.json).run(place, out).await,
        }
    }
}

/// The settings as they are, and the last record that they know.
fn known(place: &Place) -> Result<(Config, Seq), Problem> {
    let sight = place.desk.sight(place.me()?);
    let known = sight.settings();
    let known = known.map_err(|refusal| place.refused(&refusal))?;
    Ok((known, sight.seq()))
}

/// The same, for who may change them: whoever may not is told so first.
fn kept(place: &Place) -> Result<(Config, Seq), Problem> {
    let (known, seq) = known(place)?;
    let house = Some(Box::new(known.house.clone()));
    let command = HouseCommand::Settle { house, terms: None };
    let sight = place.desk.sight(place.me()?);
    let would = sight.would(&Command::House(command).upon(seq), place.desk.now());
    match would {
        Err(refusal @ Refusal::NotPermitted(_)) => Err(place.refused(&refusal)),
        _ => Ok((known, seq)),
    }
}

/// What is wrong with a value, in words.
fn why(place: &Place, why: &Why) -> String {
    let values = why.values();
    let values: Vec<_> = values
        .iter()
        .map(|(name, value)| (*name, value.as_str().into()))
        .collect();
    place.says(why.text_id(), &values)
}

/// What is wrong with a file: which, in which line, which setting and what to write instead.
fn bad(place: &Place, file: String, bad: &BadSetting) -> Problem {
    const DATA: u8 = 65;
    let reason = match &bad.why {
        BadWhy::Empty => return Problem::say(DATA, "settings-bad-empty", [("file", file)]),
        BadWhy::Syntax(text) => {
            let at = bad.line.map(|line| format!(":{line}")).unwrap_or_default();
            let values = [("file", file + &at), ("why", text.clone())];
            return Problem::say(DATA, "settings-bad-file", values);
        }
        BadWhy::Value(reason) => why(place, reason),
    };
    let values = [("file", file), ("key", bad.key.clone()), ("why", reason)];
    match bad.line {
        Some(line) => {
            let line = [("line", line.to_string())];
            Problem::say(DATA, "settings-bad", values.into_iter().chain(line))
        }
        None => Problem::say(DATA, "settings-bad-somewhere", values),
    }
}
