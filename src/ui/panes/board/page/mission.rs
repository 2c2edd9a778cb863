//! A mission on a page: who runs it and with whom, sessions planned against those ordered and held, the
//! logistics, attendance, the report (BRD-8).

use super::Writer;
use crate::desk::views::{MissionPage, OpportunityPage, SessionRow};
use crate::ui::kit::prose::Tone;

impl Writer<'_> {
    pub(super) fn mission(&mut self, page: &OpportunityPage) {
        let Some(mission) = &page.mission else { return };
        self.rule(self.text("board-rule-mission"));
        if let Some((firm, name)) = &mission.of_firm {
            let firm = format!("{name} ({firm})");
            let words = self.with("board-mission-firm", &[("firm", firm.into())]);
            self.item("!", &words, Tone::Soon);
        }
        let (_, coordinator) = &mission.coordinator;
        self.field("board-field-coordinator", coordinator, Tone::Text);
        let team: Vec<String> = mission
            .team
            .iter()
            .map(|(_, name, role)| {
                let role = self.teller.named("mission-role", role.key());
                format!("{name} ({role})")
            })
            .collect();
        let team = if team.is_empty() {
            self.text("board-team-none")
        } else {
            team.join(", ")
        };
        // Who is not of it, for no more or not yet, sees neither the team nor what it has to do.
        let waits = mission.handover.as_ref();
        let offered = waits.is_some_and(|waits| waits.terms.is_some());
        let outside = mission.was_mine.is_some() || offered;
        if !outside {
            self.field("board-field-team", &team, Tone::Text);
        }
        self.hands(mission);
        self.sessions(mission);
        if !outside {
            self.rule(self.text("board-rule-logistics"));
        }
        for (task, done) in &mission.tasks {
            let words = self.teller.named("task", task.key());
            let (sign, tone) = if *done {
                ("✓", Tone::Muted)
            } else {
                ("☐", Tone::Text)
            };
            self.item(sign, &words, tone);
        }
        if !mission.report.trim().is_empty() {
            self.rule(self.text("board-rule-report"));
            self.quoted(&mission.report, Tone::Text);
        }
    }

    fn sessions(&mut self, mission: &MissionPage) {
        let words = self.counted(mission);
        let short = mission.sessions.len() < usize::from(mission.ordered);
        let tone = if short { Tone::Soon } else { Tone::Text };
        self.field("board-field-sessions", &words, tone);
        for session in &mission.sessions {
            let line = self.session(session);
            let sign = if session.attended.is_some() {
                "✓"
            } else {
                "•"
            };
            self.item(sign, &line, Tone::Text);
        }
    }

    /// Planned against ordered, and held.
    pub(in super::super) fn counted(&self, mission: &MissionPage) -> String {
        self.with(
            "board-sessions-counted",
            &[
                ("planned", mission.sessions.len().into()),
                ("ordered", u32::from(mission.ordered).into()),
                ("held", mission.held.into()),
            ],
        )
    }

    /// One session: when, where, who, how many came.
    pub(in super::super) fn session(&self, session: &SessionRow) -> String {
        let by = session.by.as_ref().map(|(_, name)| name.clone());
        let came = session
            .attended
            .map(|n| self.with("board-came", &[("n", n.into())]));
        let parts = [
            self.teller.when(session.at),
            session.place.clone(),
            by.unwrap_or_default(),
            came.unwrap_or_default(),
        ];
        let there: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        there.join(" · ")
    }
}
