//! The signs that lists show, each with the text that says what it means: one letter or mark, one cell. What is
//! drawn and what a legend says come from here. Never draws.

pub use crate::ui::kit::help::Sign;
use crate::ui::kit::list_view::MARK;

/// Late, and ours.
pub const LATE: Sign = ("!", "sign-late");
/// Somebody else's turn.
pub const OTHERS: Sign = ("→", "sign-others");
/// One's own turn.
pub const YOURS: Sign = ("▸", "sign-yours");
/// A text of one's own that was not sent.
pub const UNSENT: Sign = ("✎", "sign-unsent");
/// Marked for an action on several.
pub const MARKED: Sign = (MARK, "sign-marked");

/// Not read or not looked at yet.
pub const NEW: Sign = ("●", "sign-new");

/// What every place shows besides its own.
pub const EVERYWHERE: [Sign; 3] = [("▌", "sign-here"), ("▴ ▾", "sign-sorted"), MARKED];

/// Returns the sign where `shows`, else a blank.
pub fn when(shows: bool, sign: Sign) -> &'static str {
    match shows {
        true => sign.0,
        false => " ",
    }
}
