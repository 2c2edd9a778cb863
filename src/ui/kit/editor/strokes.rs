//! Undo and redo by strokes: a word with the blanks behind it is taken back at once.

use super::{EDITS, Editor, Stroke};

impl Editor {
    pub(super) fn undo(&mut self) {
        let Some(edits) = self.done.pop() else { return };
        for _ in 0..edits {
            self.area.undo();
        }
        self.undone.push(edits);
        self.turned();
    }

    pub(super) fn redo(&mut self) {
        let Some(edits) = self.undone.pop() else {
            return;
        };
        for _ in 0..edits {
            self.area.redo();
        }
        self.done.push(edits);
        self.turned();
    }

    fn turned(&mut self) {
        self.revision += 1;
        self.last = Stroke::Other;
        self.measure(true);
    }

    pub(super) fn stroke(&mut self, stroke: Stroke, edits: usize) {
        if self.done.len() >= EDITS {
            self.done.remove(0);
        }
        self.done.push(edits);
        self.undone.clear();
        self.revision += 1;
        self.last = stroke;
    }
}
