//! The sessions of a mission (BRD-8): planned against those ordered, changed, and who came counted.

use std::sync::Arc;

use super::BoardPane;
use super::page::Writer;
use crate::domain::ids::PersonId;
use crate::domain::opportunity::mission::Session;
use crate::domain::opportunity::{BoardCommand, MissionCommand};
use crate::domain::{Millis, OpportunityId};
use crate::ui::frame::ask::{item, read_when, when_check};
use crate::ui::frame::{ListPane, Question};
use crate::ui::kit::choices::Choice;
use crate::ui::kit::field::Field;
use crate::ui::kit::form::Form;
use crate::ui::tell::local;

/// The hour that is meant when only a day is named.
const MORNING: (u32, u32) = (9, 0);

/// When a session begins, and how many were counted, as its user saw.
type Counted = (Millis, Option<u32>);

impl BoardPane {
    /// The sessions that are planned, and a new one last.
    pub(super) fn ask_sessions(&mut self) {
        let Some((id, mission)) = self.mission() else {
            return;
        };
        let writer = Writer::new(self.ctx(), 80);
        let counted = writer.counted(mission);
        let lines = mission
            .sessions
            .iter()
            .map(|session| writer.session(session));
        let planned = mission.planned.iter().cloned().map(Some);
        let mut choices: Vec<_> = lines.map(Choice::new).zip(planned).collect();
        choices.push((Choice::new(self.text("board-session-new")), None));
        let title = format!("{} · {counted}", self.text("board-field-sessions"));
        self.ask(Question::pick(
            title,
            choices,
            move |p: &mut BoardPane, one| match one {
                Some(session) => p.ask_session(id, session),
                None => p.session_form(id, None),
            },
        ));
    }

    /// Whether a session is changed or taken out.
    fn ask_session(&mut self, id: OpportunityId, session: Session) {
        let items = vec![
            (item('e', self.text("board-session-change")), true),
            (item('x', self.text("board-session-out")), false),
        ];
        let title = self.text("board-ask-session");
        self.ask(Question::menu(
            title,
            items,
            move |p: &mut BoardPane, stays| match stays {
                true => p.session_form(id, Some(&session)),
                false => p.replan(id, &session, None),
            },
        ));
    }

    /// Puts another session in the place of one that was shown, or none. The desk says when it is not there
    /// any more.
    fn replan(&mut self, opportunity: OpportunityId, was: &Session, becomes: Option<Session>) {
        let Some((_, mission)) = self.mission() else {
            return;
        };
        let mut seen = mission.planned.clone();
        if !seen.contains(was) {
            seen.push(was.clone());
        }
        let mut sessions = seen.clone();
        if let Some(at) = sessions.iter().position(|one| one == was) {
            sessions.splice(at..=at, becomes);
        }
        self.send(BoardCommand::Mission(MissionCommand::Plan {
            opportunity,
            seen,
            sessions,
        }));
    }

    fn session_form(&mut self, id: OpportunityId, session: Option<&Session>) {
        let Some((_, mission)) = self.mission() else {
            return;
        };
        let (coordinator, name) = &mission.coordinator;
        let mut people = vec![*coordinator];
        let mut names = vec![Choice::new(name.clone())];
        for (person, name, _) in &mission.team {
            people.push(*person);
            names.push(Choice::new(name.clone()));
        }
        let by = match session {
            Some(session) => people.iter().position(|one| Some(*one) == session.by),
            None => Some(0),
        };
        let when = session.map(|s| self.typed_date(s.at)).unwrap_or_default();
        let place = session.map(|s| s.place.clone()).unwrap_or_default();
        let was = session.cloned();
        let fields = vec![
            Field::checked(
                "when",
                self.text("board-field-when"),
                &when,
                when_check(self.ctx(), MORNING),
            )
            .hint(self.text("ask-when-hint"))
            .required(),
            Field::text("place", self.text("form-place"), &place),
            Field::find("by", self.text("board-session-by"), names, by),
        ];
        let title = self.about("board-form-session", id);
        let form = Form::new(fields);
        self.ask(Question::form(
            title,
            form,
            move |p: &mut BoardPane, form| {
                p.session_filled(id, was.as_ref(), &people, form);
            },
        ));
    }

    /// A date as one could type it.
    pub(super) fn typed_date(&self, at: Millis) -> String {
        let at = local(self.ctx().me.zone, at);
        at.format("%Y-%m-%d %H:%M").to_string()
    }

    fn session_filled(
        &mut self,
        id: OpportunityId,
        was: Option<&Session>,
        people: &[PersonId],
        form: &Form,
    ) {
        let when = match read_when(self.ctx(), form.text("when"), MORNING) {
            Ok(when) => when,
            Err(why) => return self.frame.out.refuse(why),
        };
        let named = Some(form.text("by").trim()).filter(|name| !name.is_empty());
        let by = named
            .and_then(|_| form.chosen("by"))
            .and_then(|at| people.get(at));
        let session = Session {
            at: when,
            place: form.text("place").trim().into(),
            by: by.copied(),
            attended: None,
        };
        match was {
            Some(was) => self.replan(id, was, Some(session)),
            None => {
                self.send(BoardCommand::Mission(MissionCommand::AddSession {
                    opportunity: id,
                    session,
                }));
            }
        }
    }

    /// The sessions that have begun.
    pub(super) fn ask_attendance(&mut self) {
        let Some((id, mission)) = self.mission() else {
            return;
        };
        let writer = Writer::new(self.ctx(), 80);
        let begun = mission.sessions.iter().enumerate();
        let begun = begun.filter(|(_, session)| session.at <= self.ctx().now);
        let choices = begun.map(|(at, session)| (Choice::new(writer.session(session)), at));
        let (title, choices) = (self.text("board-ask-attended"), choices.collect());
        self.ask_one(title, choices, move |p, session| p.ask_count(id, session));
    }

    fn ask_count(&mut self, id: OpportunityId, session: usize) {
        let wrong = self.text("form-not-a-number");
        let check = Arc::new(move |text: &str| match text.trim().parse::<u32>() {
            Ok(_) => Ok(String::new()),
            Err(_) => Err(wrong.clone()),
        });
        let planned = self.mission().and_then(|(_, m)| m.planned.get(session));
        let Some(seen) = planned.map(|planned| (planned.at, planned.attended)) else {
            return;
        };
        let title = self.text("board-ask-count");
        self.ask_line(title, "board-ask-count-hint", "", check, move |p, text| {
            p.attend(id, session, seen, text);
        });
    }

    fn attend(
        &mut self,
        opportunity: OpportunityId,
        session: usize,
        (at, was): Counted,
        text: &str,
    ) {
        let Ok(attended) = text.trim().parse() else {
            return;
        };
        let session = u16::try_from(session).unwrap_or(u16::MAX);
        self.send(BoardCommand::Mission(MissionCommand::Attend {
            opportunity,
            session,
            at,
            was,
            attended,
        }));
    }
}
