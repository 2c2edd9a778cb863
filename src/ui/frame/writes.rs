//! What a pane does with the texts that are written in it. How one is written, kept and brought back is the frame's.

use super::writing::Writing;
use crate::ui::kit::prose::Line;

/// Says what becomes of the texts of a pane.
pub trait Writes: Sized {
    /// What a text is of; `()` where none is written.
    type Text: Send;

    /// Sends the text that is written: its draft was read.
    fn send_text(&mut self) {}

    /// The text was left; its draft keeps it, if there is anything to keep.
    fn left_text(&mut self, writing: &Writing<Self::Text>) {
        let _ = writing;
    }

    /// What the text that is written was sent with was changed by somebody else meanwhile, and how things stand
    /// now came.
    fn text_overtaken(&mut self) {}

    /// What the text that is written is about, laid out for the room there is now; nothing where that stays as it
    /// was.
    fn beside_text(&self) -> Option<Vec<Line>> {
        None
    }

    /// A line below the text that is written.
    fn foot(&self) -> Option<String> {
        None
    }
}
