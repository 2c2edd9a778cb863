//! The reusable parts of the screen: what every pane is built from.
//!
//! Each part is a struct with `update(&mut self, &Input, Rect, …) -> Outcome` and
//! `view(&self, Rect, &mut Buffer, &Look)`; the `Rect` given to both is the same, so that a
//! click finds what was drawn. Nothing here knows about requests, does I/O, waits, or reads a
//! clock; `view` never changes what it shows; all text is sanitised where it is drawn.

pub mod binding;
pub mod choices;
pub mod columns;
pub mod confirm;
pub mod depth;
pub mod editor;
pub mod field;
pub mod footer;
pub mod form;
pub mod form_view;
pub use crate::text::formats;

pub mod frame;
pub mod header;
pub mod help;
mod help_view;
pub mod keymap;
pub mod keys;
pub mod line;
pub mod list;
pub mod list_view;
pub mod look;
pub mod menu;
pub mod naming;
pub mod paint;
pub mod palette;
pub mod picker;
pub mod prompt;
pub mod prose;
pub mod spelled;
pub mod split;
pub mod task;
#[cfg(test)]
pub mod testing;
pub use crate::assets::texts;
pub mod theme;
pub mod toast;
pub mod verbs;
mod viewport;
