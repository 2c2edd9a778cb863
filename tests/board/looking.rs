//! What the board shows, to whom.

use crate::rig::{AMELIE, Rig, Seat};
use crate::stage::{FAY, IDA, PAUL, contested, posted};

#[test]
#[ignore = "prints screens, to be looked at"]
fn screens() {
    let house = contested();
    for (who, keys) in [(FAY, "Enter"), (IDA, "Enter"), (PAUL, "Enter"), (AMELIE, "2 Enter")] {
        for size in [(80, 24), (160, 45)] {
            for french in [true, false] {
                let seat = if french { Seat { size, ..Seat::of(who) } } else { Seat::english(who, size) };
                let mut rig = Rig::at(&house, seat);
                if who == AMELIE { rig.keys("2"); }
                println!("{}", rig.screen());
                rig.keys(keys);
                println!("{}", rig.screen());
                if size.1 < 30 { rig.keys("Ctrl-d Ctrl-d"); println!("{}", rig.screen()); }
            }
        }
    }
    let _ = posted();
}
