//! A mission: who helps, when, what is done, who was present, how it went.

use crate::desk::views::{MissionPage, OpportunityPage};
use crate::plain::words::Page;

/// Adds a mission, where there is one.
pub(super) fn mission(all: &mut Page<'_>, page: &OpportunityPage) {
    let Some(mission) = &page.mission else { return };
    let teller = all.teller;
    all.gap();
    if let Some((firm, name)) = &mission.of_firm {
        let args = [
            ("firm", firm.to_string().into()),
            ("name", name.as_str().into()),
        ];
        all.line(teller.texts.with("opp-mission-firm", &args));
    }
    all.field("opp-coordinator", &mission.coordinator.1);
    for (_, name, role) in &mission.team {
        let role = teller.named("mission-role", role.key());
        all.line(format!("  {name} · {role}"));
    }
    for (_, one) in &mission.charge.named {
        let parts = [one.name.as_str(), one.email.as_str(), one.phone.as_str()];
        let there: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        all.field("opp-charge", &there.join(", "));
    }
    hands(all, mission);
    let words = teller.texts.with(
        "opp-planned",
        &[
            ("planned", mission.sessions.len().into()),
            ("ordered", u32::from(mission.ordered).into()),
            ("held", mission.held.into()),
        ],
    );
    all.field("opp-mission", &words);
    for session in &mission.sessions {
        let by = session.by.as_ref().map_or("–", |(_, name)| name);
        let came = session.attended.map(|n| n.to_string()).unwrap_or_default();
        all.line(format!(
            "  {} · {} · {by} · {came}",
            teller.stamp(session.at),
            session.place
        ));
    }
    for (task, done) in &mission.tasks {
        let mark = if *done { "[x]" } else { "[ ]" };
        all.line(format!("  {mark} {}", teller.named("task", task.key())));
    }
    all.indented(&mission.report);
}

/// Adds who coordinated it before, and who takes it over.
fn hands(all: &mut Page<'_>, mission: &MissionPage) {
    let teller = all.teller;
    for (name, until) in &mission.former {
        let until = teller.stamp(*until).into();
        let args = [("who", name.as_str().into()), ("until", until)];
        all.line(teller.texts.with("board-former", &args));
    }
    if let Some(until) = mission.was_mine {
        let args = [("until", teller.stamp(until).into())];
        all.line(teller.texts.with("board-was-yours", &args));
    }
    let Some(waits) = &mission.handover else {
        return;
    };
    let words = match (&waits.to, waits.offered) {
        (Some((_, name)), _) if waits.terms.is_none() => {
            let price = waits.price.map(|price| teller.money(price));
            let args = [
                ("who", name.as_str().into()),
                ("price", price.unwrap_or_default().into()),
            ];
            teller.texts.with("board-handed-to", &args)
        }
        (Some(_), _) => teller.texts.get("board-handed-you").into_owned(),
        (None, true) => teller.texts.get("board-handed").into_owned(),
        (None, false) => teller.texts.get("board-handed-nobody").into_owned(),
    };
    all.field("opp-waits", &words);
    if let Some((agreement, tranches)) = &waits.terms {
        super::agreement(all, agreement);
        for one in tranches {
            all.field("terms-tranches", &teller.tranche(one));
        }
    }
}
