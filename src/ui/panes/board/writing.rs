//! What is written for the board: a proposal, the description of what is posted or put right, advice to those who
//! were not selected; beside what it is about.

use super::posting::{Drafting, Of};
use super::{BoardPane, page, proposal};
use crate::desk::views::Onlookers;
use crate::domain::opportunity::{Side, Tranche};
use crate::domain::{FirmId, OpportunityId};
use crate::ui::frame::{ListPane, Writes, Writing, beside};
use crate::ui::kit::prose::{self, Line, Tone};

/// What a text of the board is of.
pub enum What {
    /// A proposal of this firm.
    Proposal(OpportunityId, FirmId),
    /// The description of what is posted or put right.
    Description(Box<Drafting>),
    /// What those are told who were not selected.
    Advice(OpportunityId),
    /// The tranches of the terms, by the side that writes them, upon those it read.
    Terms(OpportunityId, Side, Vec<Tranche>),
}

/// A text of the board.
pub(super) type Written = Writing<What>;

impl BoardPane {
    /// What is answered, to stand beside the answer.
    pub(super) fn asked(&self) -> (String, Vec<Line>) {
        let width = beside(self.frame.browse.area());
        let lines = match (self.page(), width) {
            (Some(page), Some(width)) => page::asked(page, self.ctx(), width),
            _ => Vec::new(),
        };
        (String::new(), lines)
    }

    /// Says what stands now, beside what is typed, where there is room for it.
    pub(super) fn say_beside(&mut self, title: &str, text: &str) {
        let width = beside(self.frame.browse.area());
        let Some(writing) = &mut self.frame.texts.open else {
            return;
        };
        writing.label = format!("{} · {title}", writing.label);
        let Some(width) = width.map(usize::from) else {
            return;
        };
        let mut lines = prose::words(title, width, Tone::Accent);
        for line in text.lines() {
            lines.extend(prose::words(line, width, Tone::Text));
        }
        lines.push(Line::new());
        lines.append(&mut writing.about.1);
        writing.about.1 = lines;
        writing.told = true;
    }
}

impl BoardPane {
    /// The opportunity for which a proposal is being written.
    pub(super) fn proposing(&self) -> Option<OpportunityId> {
        match self.frame.texts.open.as_ref()?.what {
            What::Proposal(id, _) => Some(id),
            What::Description(_) | What::Advice(_) | What::Terms(..) => None,
        }
    }

    /// Colleagues came to the proposal that is shown or written, or went: says who came to what is being written.
    pub(super) fn hear_colleagues(&mut self, before: &Onlookers) -> bool {
        let Some(id) = self.row().map(|row| row.id) else {
            return false;
        };
        let names = |at: &Onlookers| at.proposing(id).map(str::to_owned).collect::<Vec<_>>();
        let (was, now) = (names(before), names(&self.ctx().onlookers));
        if was == now {
            return false;
        }
        let came: Vec<String> = now.into_iter().filter(|name| !was.contains(name)).collect();
        if self.proposing() == Some(id) && !came.is_empty() {
            let words = self.with("board-also-writing", &[("who", came.join(", ").into())]);
            self.frame.out.say(words);
        }
        self.write();
        true
    }

    /// Shuts what is written for a firm that its person does not act for any more: it is none of theirs to see (PPL-7).
    pub(super) fn shut_of_others(&mut self) {
        let firm = self.ctx().me.firm;
        let theirs = |what: &What| matches!(what, What::Proposal(_, of) if *of != firm);
        if self.frame.texts.shut(theirs) {
            let words = self.text("board-firm-left");
            self.frame.out.say(words);
        }
    }
}

impl Writes for BoardPane {
    type Text = What;

    fn beside_text(&self) -> Option<Vec<Line>> {
        let open = self.frame.texts.open.as_ref()?;
        Some(match open.what {
            What::Proposal(..) | What::Description(_) => self.asked().1,
            What::Advice(_) => self.told_already(),
            What::Terms(..) => self.told_terms(),
        })
    }

    /// `Ctrl-s`: hands in what was written.
    fn send_text(&mut self) {
        match self.frame.texts.open.as_ref().map(|open| &open.what) {
            Some(What::Proposal(..)) => self.ask_hand(),
            Some(What::Description(_)) => self.describe(),
            Some(What::Advice(of)) => self.hand_advice(*of),
            Some(What::Terms(of, side, seen)) => {
                let (of, side, seen) = (*of, *side, seen.clone());
                self.hand_terms(of, side, seen);
            }
            None => {}
        }
    }

    /// One step back: what was written stays as a draft.
    fn left_text(&mut self, writing: &Written) {
        match &writing.what {
            What::Proposal(id, _) => {
                let drafts = &self.frame.texts.drafts;
                if drafts.has(&proposal::key(&self.ctx().me, *id)) || writing.pad.waits() {
                    let words = self.text("board-draft-left");
                    self.frame.out.say(words);
                }
            }
            What::Description(drafting) => {
                let mut drafting = (**drafting).clone();
                drafting.text = writing.pad.editor.text();
                self.notice_form(drafting);
            }
            What::Advice(_) => {
                let written = !writing.pad.editor.text().trim().is_empty();
                self.say_left(written || writing.pad.waits());
            }
            What::Terms(..) => {
                let words = self.text("board-draft-left");
                self.frame.out.say(words);
            }
        }
    }

    /// What was sent had been changed meanwhile: what was typed is laid over what stands now.
    fn text_overtaken(&mut self) {
        let Some(writing) = self.frame.texts.open.take() else {
            return;
        };
        match writing.what {
            What::Proposal(..) => self.propose_again(writing),
            What::Description(drafting) if matches!(drafting.of, Of::Amend(..)) => {
                let text = writing.pad.editor.text();
                self.amend_again(*drafting, text);
            }
            What::Description(_) | What::Advice(_) | What::Terms(..) => {
                self.frame.texts.open = Some(writing)
            }
        }
    }
}
