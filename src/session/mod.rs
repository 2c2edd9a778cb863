//! One session: a person's keys in, frames out, and everything the screen asks for in between.
//!
//! [`run()`] serves any transport: the local terminal is in [`local`], others bring a [`Line`] (one of
//! bytes by [`Typed`]) and a [`Sink`] of their own. A session shares nothing with another but the desk and the finder, and a panic
//! in it ends that session only. It never decides a rule and never draws; the screen's program does
//! neither I/O nor waiting, and this is where both happen.

mod ansi;
pub mod attach;
mod attending;
mod canvas;
mod drafts;
mod effects;
pub mod fault;
mod hands;
mod hear;
mod house;
mod line;
pub mod local;
mod modes;
mod offers;
mod packed;
mod pen;
mod rest;
mod run;
mod sent;
pub mod settings;
mod signals;
mod slots;
#[cfg(test)]
mod tests;
mod typed;
mod words;
mod work;

pub use canvas::{Canvas, MOST_COLUMNS, MOST_ROWS, fitting};
pub use hands::{Came, Hands, Wish};
pub use house::House;
pub use line::{Farewell, Heard, Line, MOST_PASTED, Sink};
pub use modes::Modes;
pub use run::{Ended, run};
pub use typed::{Brought, Far, Pace, Typed};
