//! The board as its people live it: a real desk, the real screen, keys pressed, the screen read.

#[path = "support/house.rs"]
mod house;
#[path = "support/rig.rs"]
mod rig;
#[path = "support/stage.rs"]
mod stage;

#[path = "board/looking.rs"]
mod looking;
