//! What the board shows, to whom.

use entremise::ui::kit::texts::Lang;

use crate::rig::{House, Rig, Seat};

/// One screen after each script, as it is: `WHO=Camille KEYS='Enter|Ctrl-d' cargo test --test inbox screens
/// -- --ignored --nocapture`.
#[test]
#[ignore = "prints screens of the sample house, to be looked at"]
fn screens() {
    let asked = |name: &str, usual: &str| std::env::var(name).unwrap_or(usual.to_owned());
    let house = House::sample();
    let who = house.person(&asked("WHO", "Camille"));
    let keys = asked("KEYS", "Enter");
    for size in [(80, 24), (160, 45)] {
        for lang in Lang::ALL {
            let seat = Seat {
                size,
                lang,
                ..Seat::of(who)
            };
            let mut rig = Rig::at(&house, seat);
            for script in keys.split('|') {
                println!("{}", rig.keys(script).screen());
            }
        }
    }
}
