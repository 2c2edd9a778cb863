//! The screen, pure: `App::update(Event)` changes what is shown and asks for effects, `App::view` draws
//! it. Nothing here waits, reads a clock, a file or the store; time comes in as an event.

pub mod app;
pub mod entrance;
pub mod frame;
pub mod globals;
pub mod kit;
pub mod message;
pub mod panes;
pub mod tell;
pub mod tour;

pub use app::{App, Opening, Settings};
pub use message::{Effect, Event};
