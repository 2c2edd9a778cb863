//! What happened to a request, the newest first, with the texts as they came.

use super::Writer;
use crate::desk::views::{Body, Detail, Moment, MomentKind};
use crate::domain::deed::Deed;
use crate::text::fit;
use crate::ui::frame::size_of;
use crate::ui::kit::prose::Tone;

impl Writer<'_> {
    pub(super) fn timeline(&mut self, detail: &Detail) {
        self.rule("timeline");
        if detail.later > 0 {
            let words = self.with("timeline-newer", &[("n", detail.later.into())]);
            self.line(&words, Tone::Soon);
        }
        // The newest first: what one has just done is on the screen.
        for moment in detail.moments.iter().rev() {
            self.moment(moment);
        }
        if detail.earlier > 0 {
            let words = self.with("timeline-older", &[("n", detail.earlier.into())]);
            self.line(&words, Tone::Soon);
        }
    }

    fn moment(&mut self, moment: &Moment) {
        let Some(said) = self.teller.moment(moment) else {
            return;
        };
        let time = self.teller.brief(moment.at);
        let who = self.teller.who(&moment.who);
        let head = fit::pad_right(&time, 7);
        let indent = fit::width(&head) + 1;
        let room = self.width.saturating_sub(indent).max(10);
        let struck = if moment.retracted {
            Tone::Faint
        } else {
            Tone::Text
        };
        let lines: Vec<String> = fit::wrap(&format!("{who}  {said}"), room)
            .into_iter()
            .map(str::to_owned)
            .collect();
        for (n, line) in lines.into_iter().enumerate() {
            let first = if n == 0 {
                head.clone()
            } else {
                " ".repeat(indent - 1)
            };
            self.lines
                .push(vec![(format!("{first} "), Tone::Muted), (line, struck)]);
        }
        let tone = if moment.retracted {
            Tone::Faint
        } else {
            Tone::Text
        };
        match &moment.kind {
            MomentKind::Came { body, .. } => self.body(body),
            MomentKind::Note(text) | MomentKind::Call(_, text) if !text.is_empty() => {
                self.indented(text, tone, "  │ ");
            }
            MomentKind::Beside(beside)
                if !beside.words.is_empty() && beside.deed == Deed::Reported =>
            {
                self.indented(&beside.words, tone, "  │ ");
            }
            _ => {}
        }
    }

    pub(super) fn body(&mut self, body: &Body) {
        if body.automatic {
            let words = self.text("body-automatic");
            self.indented(&words, Tone::Muted, "  │ ");
        }
        self.indented(body.own.trim_matches('\n'), Tone::Text, "  │ ");
        let quoted = body.quoted.trim().lines().count();
        if quoted > 0 {
            let words = self.with("body-quoted", &[("n", quoted.into())]);
            self.indented(&words, Tone::Faint, "  │ ");
        }
        for meeting in &body.meetings {
            let words = self.with("body-meeting", &[("what", meeting.clone().into())]);
            self.indented(&words, Tone::Accent, "  │ ");
        }
        for (name, size) in &body.files {
            let words = format!("⎙ {name} ({})", size_of(*size, self.formats));
            self.indented(&words, Tone::Muted, "  │ ");
        }
        if body.cut {
            let words = self.text("body-cut");
            self.indented(&words, Tone::Muted, "  │ ");
        }
    }
}
