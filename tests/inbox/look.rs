//! temporary
use crate::morning::mails;
use crate::rig::{House, Rig, Seat};

#[test]
fn look() {
    let Ok(k) = std::env::var("K") else { return };
    let house = if std::env::var("SAMPLE").is_ok() { House::sample() } else { House::with(&mails()) };
    let who = house.person(if std::env::var("SAMPLE").is_ok() { "Martine" } else { "Amélie" });
    let size = std::env::var("W").map(|w| (w.parse().unwrap(), 45)).unwrap_or((80, 24));
    let seat = if std::env::var("EN").is_ok() { Seat::english(who, size) } else { Seat { size, ..Seat::of(who) } };
    let mut rig = Rig::at(&house, seat);
    eprintln!("{}", rig.screen());
    for script in k.split('|') {
        rig.keys(script);
        eprintln!("== {script}\n{}", rig.screen());
    }
}
