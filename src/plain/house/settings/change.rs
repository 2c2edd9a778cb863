//! A change of settings in words: what it is, what would follow, what has to be confirmed, and then the change itself, one
//! record for all of it.

use crate::assets::settings::{Config, Differs};
use crate::desk::views::{Foreseen, Moves};
use crate::domain::Command;
use crate::domain::house::command::HouseCommand;
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem};
use crate::text::sanitise::clean_line;

/// How a change is to be made.
#[derive(Clone, Copy)]
pub(super) struct How {
    /// Only what would follow is said.
    pub(super) preview: bool,
    /// Values outside the usual are meant.
    pub(super) yes: bool,
}

/// Changes the settings from what they were to what they become. `guarded` puts the guard against overwriting
/// around the command.
pub(super) async fn change(
    place: &Place,
    (before, after): (&Config, &Config),
    how: How,
    guarded: impl FnOnce(Command) -> Command,
    out: &mut Out,
) -> Result<(), Problem> {
    let differs = before.differs(after);
    if differs.is_empty() {
        out.line(&place.says("settings-same", &[])).await;
        return Ok(());
    }
    for one in &differs {
        out.line(&line(place, one)).await;
    }
    if how.preview {
        return foresee(place, after, out).await;
    }
    confirmed(after, &differs, how)?;
    place.submit(guarded(command(before, after))).await?;
    let n = [("n", differs.len().into())];
    out.line(&place.says("settings-saved", &n)).await;
    Ok(())
}

/// The command that makes of the one the other.
pub(super) fn command(before: &Config, after: &Config) -> Command {
    let house = (before.house != after.house).then(|| Box::new(after.house.clone()));
    let terms = (before.terms != after.terms).then(|| Box::new(after.terms.clone()));
    Command::House(HouseCommand::Settle { house, terms })
}

/// A setting that changes, in words.
fn line(place: &Place, one: &Differs) -> String {
    let kind = one.spot.setting.kind;
    let said = |text: String| match text.is_empty() {
        true => place.says("settings-nothing", &[]),
        false => clean_line(&text).into_owned(),
    };
    let values = [
        ("label", place.says(&one.spot.text_id(), &[]).into()),
        ("key", one.spot.to_string().into()),
        ("from", said(one.from.typed(kind)).into()),
        ("to", said(one.to.typed(kind)).into()),
    ];
    place.says("settings-change", &values)
}

/// Refuses what is outside the usual until it is confirmed.
fn confirmed(after: &Config, differs: &[Differs], how: How) -> Result<(), Problem> {
    let unusual = differs.iter().find_map(|one| {
        let (least, most) = one.spot.unusual(after)?;
        Some((one, least, most))
    });
    match unusual {
        Some((one, least, most)) if !how.yes => Err(Problem::say(
            64,
            "settings-unusual",
            [
                ("key", one.spot.to_string()),
                ("least", least.to_string()),
                ("most", most.to_string()),
                ("now", one.to.typed(one.spot.setting.kind)),
            ],
        )),
        _ => Ok(()),
    }
}

/// Says what would follow, and that nothing was changed.
async fn foresee(place: &Place, after: &Config, out: &mut Out) -> Result<(), Problem> {
    let (sight, now) = (place.desk.sight(place.me()?), place.desk.now());
    let after = after.clone();
    let found = tokio::task::spawn_blocking(move || sight.foresee(&after, now)).await;
    let found = found.map_err(|error| Problem::new(error.to_string()))?;
    let found = found.map_err(|refusal| place.refused(&refusal))?;
    for line in lines(place, &found)? {
        out.line(&line).await;
    }
    out.line(&place.says("settings-not-kept", &[])).await;
    Ok(())
}

fn lines(place: &Place, found: &Foreseen) -> Result<Vec<String>, Problem> {
    let words = Words::new(place, place.me()?);
    let values = [
        ("moved", found.moved.into()),
        ("sooner", found.sooner.into()),
        ("late", found.late.into()),
        ("relieved", found.relieved.into()),
    ];
    let mut lines = vec![place.says("settings-moves", &values)];
    lines.extend(found.first.iter().map(|one| move_line(place, &words, one)));
    if found.unvalidated > 0 {
        let n = [("n", found.unvalidated.into())];
        lines.push(place.says("settings-unvalidated", &n));
    }
    lines.push(place.says("settings-sent-stays", &[]));
    Ok(lines)
}

fn move_line(place: &Place, words: &Words, one: &Moves) -> String {
    let when = |at: Option<_>| at.map_or_else(|| "–".to_owned(), |at| words.teller().when(at));
    let id = if one.late {
        "settings-move-late"
    } else {
        "settings-move-line"
    };
    let values = [
        ("request", one.request.to_string().into()),
        ("subject", one.subject.as_str().into()),
        ("from", when(one.from).into()),
        ("to", when(one.to).into()),
    ];
    format!("  {}", place.says(id, &values))
}
