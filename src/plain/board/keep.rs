//! Profiles and terms out as files to edit, and in again; and which contact a person is.

use std::path::Path;

use super::read::whose;
use super::understood;
use crate::assets;
use crate::domain::Command;
use crate::domain::house::command::HouseCommand;
use crate::domain::person::command::PeopleCommand;
use crate::plain::revision::{guarded, printed};
use crate::plain::words::Words;
use crate::plain::{Out, Place, Problem, people, routing};

pub(super) async fn profile(
    place: &Place,
    who: Option<&str>,
    set: Option<&Path>,
    out: &mut Out,
) -> Result<(), Problem> {
    let (me, person) = (place.me()?, whose(place, who)?);
    let sight = place.desk.sight(me);
    let known = sight.profile(person);
    let known = known.map_err(|refusal| place.refused(&refusal))?;
    let now = assets::profile_text(&known);
    let Some(file) = set else {
        out.line(&printed(&now)).await;
        return Ok(());
    };
    let text = routing::read(place, file, out).await?;
    let profile = Box::new(assets::profile_from(&text, &known)?);
    let command = Command::People(PeopleCommand::KeepProfile { person, profile });
    let command = guarded(command, &text, &now, sight.seq());
    let done = place.submit(command).await?;
    out.line(&Words::new(place, me).done(&done)).await;
    Ok(())
}

pub(super) async fn terms(
    place: &Place,
    file: Option<&Path>,
    out: &mut Out,
) -> Result<(), Problem> {
    let me = place.me()?;
    let sight = place.desk.sight(me);
    let known = sight.terms();
    let known = known.map_err(|refusal| place.refused(&refusal))?;
    let now = assets::terms_text(&known);
    let Some(file) = file else {
        out.line(&printed(&now)).await;
        return Ok(());
    };
    let text = routing::read(place, file, out).await?;
    let terms = assets::terms_from(&text)?;
    let coordination = terms.coordination;
    let command = Command::House(HouseCommand::ChangeTerms(Box::new(terms)));
    let command = guarded(command, &text, &now, sight.seq());
    let done = place.submit(command).await?;
    out.line(&Words::new(place, me).done(&done)).await;
    let changed = coordination != known.coordination;
    understood(place, changed.then_some(coordination), out).await
}

pub(super) async fn link(
    place: &Place,
    who: &str,
    contact: Option<&str>,
    out: &mut Out,
) -> Result<(), Problem> {
    let (person, _) = people::found(place, who)?;
    let me = place.me()?;
    let contact = contact.map(|text| {
        let known = place.desk.sight(me).contact_named(text);
        known.ok_or_else(|| Problem::say(1, "plain-no-contact", [("text", text.to_owned())]))
    });
    let command = Command::People(PeopleCommand::LinkContact {
        person,
        contact: contact.transpose()?,
    });
    let done = place.submit(command).await?;
    out.line(&Words::new(place, me).done(&done)).await;
    Ok(())
}
