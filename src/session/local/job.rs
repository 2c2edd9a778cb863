//! Whether the job that this program is in can be woken once it sleeps: by a shell of the same terminal
//! above it. A job without one would sleep for ever.

/// The most programs between this one and its shell.
const MOST: usize = 64;

/// Whether there is a shell that could wake this job.
pub(super) fn can_be_woken() -> bool {
    place::own().is_some_and(|own| has_shell(own, place::of))
}

/// Where a program stands among the others. Plain numbers: 0 is a program outside the container that this
/// one runs in, which the system does not name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    parent: Option<i32>,
    group: i32,
    session: i32,
}

/// Whether a program of `own`'s session stands above its job; `of` tells where another program stands.
fn has_shell(own: Place, of: impl Fn(i32) -> Option<Place>) -> bool {
    let mut above = own.parent;
    for _ in 0..MOST {
        let Some(place) = above.and_then(&of) else {
            return false;
        };
        if place.session != own.session {
            return false;
        }
        if place.group != own.group {
            return true;
        }
        above = place.parent;
    }
    false
}

/// Reads places where the system lists its programs. Not by `getsid`: its 0 is no number of a program, and
/// the library takes it for one.
#[cfg(target_os = "linux")]
mod place {
    use std::fs::read_to_string;

    use super::{Place, parse};

    pub(super) fn own() -> Option<Place> {
        parse(&read_to_string("/proc/self/stat").ok()?)
    }

    pub(super) fn of(id: i32) -> Option<Place> {
        parse(&read_to_string(format!("/proc/{id}/stat")).ok()?)
    }
}

/// Asks for places where there are no containers; a parent's parent is not told there.
#[cfg(not(target_os = "linux"))]
mod place {
    use rustix::process::{Pid, getpgid, getppid, getsid};

    use super::Place;

    pub(super) fn own() -> Option<Place> {
        at(None, getppid())
    }

    pub(super) fn of(id: i32) -> Option<Place> {
        at(Pid::from_raw(id), None)
    }

    fn at(id: Option<Pid>, parent: Option<Pid>) -> Option<Place> {
        Some(Place {
            parent: parent.map(|id| id.as_raw_nonzero().get()),
            group: getpgid(id).ok()?.as_raw_nonzero().get(),
            session: getsid(id).ok()?.as_raw_nonzero().get(),
        })
    }
}

/// Reads a line of `/proc/*/stat`; the name in it may hold anything.
#[cfg(target_os = "linux")]
fn parse(stat: &str) -> Option<Place> {
    let (_, behind) = stat.rsplit_once(')')?;
    let mut numbers = behind.split_whitespace().skip(1).map(str::parse);
    let (parent, group, session) = (numbers.next()?, numbers.next()?, numbers.next()?);
    Some(Place {
        parent: parent.ok().filter(|id| *id > 0),
        group: group.ok()?,
        session: session.ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn place(parent: i32, group: i32, session: i32) -> Place {
        Place {
            parent: Some(parent),
            group,
            session,
        }
    }

    /// Tells where the programs named stand, and knows no others.
    fn above(places: &[(i32, Place)]) -> impl Fn(i32) -> Option<Place> {
        move |id| {
            let found = places.iter().find(|(other, _)| *other == id);
            found.map(|(_, place)| *place)
        }
    }

    #[test]
    fn wks_2_a_job_is_woken_by_a_shell_of_its_own_session_only() {
        let own = place(20, 20, 10);
        // A shell with jobs; the same behind a script; another session's; none to be seen.
        assert!(has_shell(own, above(&[(20, place(1, 10, 10))])));
        let script = [(20, place(15, 20, 10)), (15, place(1, 10, 10))];
        assert!(has_shell(own, above(&script)));
        assert!(!has_shell(own, above(&[(20, place(1, 10, 9))])));
        assert!(!has_shell(own, above(&[])));
        // The story behind: a program whose parent's session is outside the container was ended by a panic.
        assert!(!has_shell(own, above(&[(20, place(1, 0, 0))])));
        // Its own session is out there too, and a shell inside has given it a job.
        assert!(has_shell(place(20, 30, 0), above(&[(20, place(1, 20, 0))])));
        // Parents in a circle are no reason to look for ever.
        assert!(!has_shell(own, |_| Some(own)));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn wks_2_a_place_is_read_whatever_a_program_is_called() {
        assert_eq!(
            parse("12 (a) R 3 (b)) S 34 13 12 0 -1"),
            Some(place(34, 13, 12))
        );
        let outside = parse("1 (a) S 0 0 0 0 -1").map(|place| (place.parent, place.session));
        assert_eq!(outside, Some((None, 0)));
        assert_eq!(parse("12 (a) S 0 12"), None);
        assert_eq!(parse("nothing"), None);
        let parent = place::own().and_then(|own| own.parent).unwrap_or(0);
        assert_eq!(
            u32::try_from(parent),
            Ok(std::os::unix::process::parent_id())
        );
    }
}
