//! A mission: who helps, when, what is done, who was present, how it went.

use crate::desk::views::OpportunityPage;
use crate::plain::words::Page;

/// Adds a mission, where there is one.
pub(super) fn mission(all: &mut Page<'_>, page: &OpportunityPage) {
    let Some(mission) = &page.mission else { return };
    let teller = all.teller;
    all.gap();
    all.field("opp-coordinator", &mission.coordinator.1);
    for (_, name, role) in &mission.team {
        let role = teller.named("mission-role", role.key());
        all.line(format!("  {name} · {role}"));
    }
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
