//! What a coordinator does, or the house for them (BRD-8): builds a team, runs the logistics, delivers. The sessions
//! stand in `sessions`.

use super::BoardPane;
use crate::desk::views::MissionPage;
use crate::domain::OpportunityId;
use crate::domain::ids::PersonId;
use crate::domain::opportunity::mission::Task;
use crate::domain::opportunity::{BoardCommand, MissionCommand};
use crate::domain::trade::MissionRole;
use crate::ui::frame::ask::{item, text_check};
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::choices::Choice;

impl BoardPane {
    pub(super) fn mission(&self) -> Option<(OpportunityId, &MissionPage)> {
        let page = self.page()?;
        Some((page.row.id, page.mission.as_ref()?))
    }

    /// `$`: the money of the mission (S2's page of payments).
    pub(super) fn open_account(&mut self) {
        let id = self.row().map(|row| row.id);
        self.frame.out.jump = id.map(crate::ui::message::Jump::Account);
    }

    pub(super) fn ask_team(&mut self) {
        let Some((id, mission)) = self.mission() else {
            return;
        };
        let mut choices = Vec::new();
        for (person, name, role) in &mission.team {
            let role = self.ctx().teller().named("mission-role", role.key());
            choices.push((Choice::with(name.clone(), role), (*person, true)));
        }
        for (person, name) in &mission.candidates {
            choices.push((Choice::new(name.clone()), (*person, false)));
        }
        let title = self.text("board-ask-team");
        self.ask(Question::pick(
            title,
            choices,
            move |p: &mut BoardPane, one| {
                let (person, inside) = one;
                p.ask_role(id, person, inside);
            },
        ));
    }

    fn ask_role(&mut self, opportunity: OpportunityId, person: PersonId, inside: bool) {
        let role = |role: MissionRole| self.ctx().teller().named("mission-role", role.key());
        let of = |key, one: MissionRole| (item(key, role(one)), Some(one));
        let mut items = vec![
            of('f', MissionRole::Facilitator),
            of('o', MissionRole::Observer),
        ];
        if inside {
            items.push((item('x', self.text("board-team-out")), None));
        }
        let title = self.text("board-ask-role");
        self.ask(Question::menu(
            title,
            items,
            move |p: &mut BoardPane, role| {
                p.send(BoardCommand::Mission(MissionCommand::Team {
                    opportunity,
                    person,
                    role,
                }));
            },
        ));
    }

    pub(super) fn ask_logistics(&mut self) {
        let Some((id, mission)) = self.mission() else {
            return;
        };
        let tasks = &mission.tasks;
        let choice = |(task, done): &(Task, bool)| {
            let sign = if *done { "✓" } else { "☐" };
            let name = self.ctx().teller().named("task", task.key());
            (Choice::new(format!("{sign} {name}")), (*task, !done))
        };
        let choices = tasks.iter().map(choice).collect();
        let done = tasks.iter().filter(|(_, done)| *done).count();
        let title = self.with(
            "board-ask-tick",
            &[("done", done.into()), ("of", tasks.len().into())],
        );
        self.ask(Question::pick(
            title,
            choices,
            move |p: &mut BoardPane, one| {
                let (task, done) = one;
                p.send(BoardCommand::Mission(MissionCommand::Tick {
                    opportunity: id,
                    task,
                    done,
                }));
            },
        ));
    }

    /// A word on how it went; needed when fewer sessions were held than ordered.
    pub(super) fn ask_deliver(&mut self) {
        let Some((id, mission)) = self.mission() else {
            return;
        };
        let short = mission.held < usize::from(mission.ordered);
        let hint = if short {
            "board-ask-deliver-short"
        } else {
            "ask-text-optional"
        };
        let title = self.about("board-ask-deliver", id);
        let check = text_check(self.ctx(), short);
        self.ask_line(title, hint, "", check, move |p, note| {
            p.ask_deliver_sure(id, note);
        });
    }

    fn ask_deliver_sure(&mut self, id: OpportunityId, note: &str) {
        let Some((_, mission)) = self.mission() else {
            return;
        };
        let held = self.with(
            "board-deliver-held",
            &[("ordered", u32::from(mission.ordered).into())],
        );
        let open = mission.tasks.iter().filter(|(_, done)| !done).count();
        let mut figures = vec![(mission.held.to_string(), held)];
        if open > 0 {
            let words = self.with("board-deliver-open", &[("n", open.into())]);
            figures.push((open.to_string(), words));
        }
        let question = self.about("board-deliver-question", id);
        let note: Box<str> = note.into();
        self.ask_sure("board-deliver", question, 'D', figures, move |p| {
            p.send(BoardCommand::Mission(MissionCommand::Deliver {
                opportunity: id,
                note: note.clone(),
            }));
        });
    }
}
