//! The inbox and the board as their people live them: a real desk, the real screen, keys pressed, the screen read.

#[path = "support/house.rs"]
mod house;
#[path = "support/picture.rs"]
mod picture;
#[path = "support/rig.rs"]
mod rig;
#[path = "support/stage.rs"]
mod stage;
#[path = "support/watch.rs"]
#[expect(dead_code, reason = "other tests wait for more")]
mod watch;

#[path = "inbox/afar.rs"]
mod afar;
#[path = "inbox/answers.rs"]
mod answers;
#[path = "inbox/around.rs"]
mod around;
#[path = "board/agreement.rs"]
mod board_agreement;
#[path = "board/client.rs"]
mod board_client;
#[path = "board/facilitator.rs"]
mod board_facilitator;
#[path = "board/firms.rs"]
mod board_firms;
#[path = "board/house.rs"]
mod board_house;
#[path = "board/keys.rs"]
mod board_keys;
#[path = "board/life.rs"]
mod board_life;
#[path = "board/looking.rs"]
mod board_looking;
#[path = "board/mission.rs"]
mod board_mission;
#[path = "board/selecting.rs"]
mod board_selecting;
#[path = "inbox/directory.rs"]
mod directory;
#[path = "inbox/editor.rs"]
mod editor;
#[path = "inbox/entries.rs"]
mod entries;
#[path = "inbox/finding.rs"]
mod finding;
#[path = "inbox/frame.rs"]
mod frame;
#[path = "inbox/home.rs"]
mod home;
#[path = "inbox/keys.rs"]
mod keys;
#[path = "inbox/leaving.rs"]
mod leaving;
#[path = "inbox/life.rs"]
mod life;
#[path = "inbox/lists.rs"]
mod lists;
#[path = "inbox/looks.rs"]
mod looks;
#[path = "inbox/morning.rs"]
mod morning;
#[path = "inbox/office.rs"]
mod office;
#[path = "inbox/order.rs"]
mod order;
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
#[path = "inbox/sections.rs"]
mod sections;
#[path = "inbox/seen.rs"]
mod seen;
#[path = "inbox/settings.rs"]
mod settings;
#[path = "inbox/together.rs"]
mod together;
#[path = "inbox/tour.rs"]
mod tour;
#[path = "inbox/truth.rs"]
mod truth;
