//! What the board shows, to whom.

use crate::rig::{AMELIE, Rig, Seat};
use crate::stage::{FAY, IDA, PAUL, contested, people};

#[test]
#[ignore = "prints screens, to be looked at"]
fn screens() {
    let house = if std::env::var("PEOPLE").is_ok() {
        people()
    } else {
        contested()
    };
    let who: &[(_, &str)] = &[(FAY, ""), (IDA, ""), (PAUL, ""), (AMELIE, "")];
    let scripts = std::env::var("SCRIPT").unwrap_or("Enter".into());
    let only = std::env::var("WHO")
        .ok()
        .and_then(|n| n.parse::<usize>().ok());
    for (n, (who, first)) in who.iter().enumerate() {
        if only.is_some_and(|only| only != n) {
            continue;
        }
        for size in [(80, 24), (160, 45)] {
            if std::env::var("SMALL").is_ok() && size.0 > 80 {
                continue;
            }
            for french in [true, false] {
                if std::env::var("FR").is_ok() && !french {
                    continue;
                }
                let seat = if french {
                    Seat {
                        size,
                        ..Seat::of(*who)
                    }
                } else {
                    Seat::english(*who, size)
                };
                let mut rig = Rig::at(&house, seat);
                rig.keys(first);
                for script in scripts.split('|') {
                    rig.keys(script);
                    println!("{}", rig.screen());
                }
            }
        }
    }
}
