//! What every `view` is given besides its own state: colours, words, number forms, the time.
//! Never holds anything that changes while a frame is drawn.

use chrono::DateTime;
use chrono_tz::Tz;

use super::formats::Formats;
use super::texts::Texts;
use super::theme::Theme;

/// How one session sees things.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// The styles.
    pub theme: &'a Theme,
    /// The words.
    pub texts: &'a Texts,
    /// Dates, numbers and money as this language writes them.
    pub formats: &'a Formats,
    /// The instant of this frame, in the person's time zone.
    pub now: DateTime<Tz>,
}
