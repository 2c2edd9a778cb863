//! Whether the job that this program is in can be woken once it sleeps: by a shell of the same terminal
//! above it. A job without one would sleep for ever.

use rustix::process::{Pid, getpgid, getppid, getsid};

/// The most programs between this one and its shell.
const MOST: usize = 64;

/// Whether there is a shell that could wake this job.
pub(super) fn can_be_woken() -> bool {
    let (Ok(group), Ok(session)) = (getpgid(None), getsid(None)) else {
        return false;
    };
    let mut above = getppid();
    for _ in 0..MOST {
        let Some(parent) = above else { return false };
        if getsid(Some(parent)) != Ok(session) {
            return false;
        }
        if getpgid(Some(parent)) != Ok(group) {
            return true;
        }
        above = parent_of(parent);
    }
    false
}

/// The parent of another program, where the system tells.
fn parent_of(id: Pid) -> Option<Pid> {
    let text = std::fs::read_to_string(format!("/proc/{}/stat", id.as_raw_nonzero())).ok()?;
    parse(&text)
}

/// The parent in a line of `/proc/*/stat`; the name before it may hold anything.
fn parse(stat: &str) -> Option<Pid> {
    let (_, behind) = stat.rsplit_once(')')?;
    Pid::from_raw(behind.split_whitespace().nth(1)?.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use rustix::process::getpid;

    use super::*;

    #[test]
    fn wks_2_the_parent_is_read_whatever_a_program_is_called() {
        let found = parse("12 (a) R 3 (b)) S 34 12 12 0 -1").map(|id| id.as_raw_nonzero().get());
        assert_eq!(found, Some(34));
        assert_eq!(parse("12 (a) S 0 12"), None);
        assert_eq!(parse("nothing"), None);
        assert_eq!(parent_of(getpid()), getppid());
    }
}
