//! What a terminal's bytes are cut into, and how far the cutting may have come between two of them.

/// A piece of what a terminal sends.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// A character, also a control character; `alt`: with ESC before it.
    Char { c: char, alt: bool },
    /// ESC alone.
    Esc,
    /// An escape sequence of a key, the mouse or a report: the framer has it. `alt`: with one
    /// more ESC before it; `orphan`: its own ESC was given up before the rest came.
    Sequence { alt: bool, orphan: bool },
    /// A text pasted in one piece; `cut`: only its beginning.
    Paste { text: String, cut: bool },
}

/// What was begun.
#[derive(Clone, Copy)]
pub(super) enum State {
    Ground,
    /// ESC; `twice`: and one more before it.
    Esc {
        twice: bool,
    },
    /// The first bytes of a character.
    Scalar {
        alt: bool,
    },
    /// `ESC [`, and what came behind it.
    Csi {
        alt: bool,
    },
    /// `ESC O`, and what came behind it.
    Ss3 {
        alt: bool,
    },
    /// `ESC [ M` and so many of the three bytes of an old mouse report.
    Mouse {
        alt: bool,
        bytes: u8,
    },
    /// ESC and the character that introduces a string.
    Introduced(u8),
    /// Within a string.
    Text,
    /// ESC within a string.
    TextEsc,
    Paste,
}

/// What became of a byte.
pub(super) enum Step {
    /// Taken, and nothing is complete.
    Taken,
    /// Taken: it completes this.
    Complete(Token),
    /// Not taken: what was begun is over without it.
    Over(Option<Token>),
}
