//! The inbox and the board as their people live them: a real desk, the real screen, keys pressed, the screen read.

#[path = "support/house.rs"]
mod house;
#[path = "support/picture.rs"]
mod picture;
#[path = "support/rig.rs"]
mod rig;
#[path = "support/stage.rs"]
mod stage;

#[path = "board/looking.rs"]
mod board_looking;
#[path = "inbox/finding.rs"]
mod finding;
#[path = "inbox/keys.rs"]
mod keys;
#[path = "inbox/looks.rs"]
mod looks;
#[path = "inbox/morning.rs"]
mod morning;
#[path = "inbox/office.rs"]
mod office;
#[path = "inbox/own.rs"]
mod own;
#[path = "inbox/people.rs"]
mod people;
#[path = "inbox/present.rs"]
mod present;
#[path = "inbox/readme.rs"]
mod readme;
#[path = "inbox/safety.rs"]
mod safety;
#[path = "inbox/together.rs"]
mod together;
