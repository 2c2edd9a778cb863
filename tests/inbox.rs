//! The inbox as its people live it: real desk, real screen, keys pressed, the screen read.

#[path = "support/rig.rs"]
mod rig;

#[path = "inbox/morning.rs"]
mod morning;
