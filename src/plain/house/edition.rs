//! Files of settings that go out, are edited and come back (WKS-7): the printed file says in its first line
//! which edition it is, so that what came in between is not overwritten by one that comes back.

use crate::domain::command::Unread;
use crate::domain::{Command, Seq};

/// What the line begins with.
const MARK: &str = "# edition ";
/// How many letters of the digest stand in it.
const LETTERS: usize = 16;

/// Returns a file with the line that says which edition it is. The line is made of what the file says alone:
/// it tells nothing of the house.
pub(in crate::plain) fn printed(text: &str) -> String {
    let edition = edition_of(text);
    format!("{MARK}{edition} (keep this line: it guards against overwriting)\n{text}")
}

/// Returns the same, where the edition is that of `plain`: what the file says without comments, whose language may
/// be another when it comes back.
pub(in crate::plain) fn printed_as(text: &str, plain: &str) -> String {
    let edition = edition_of(plain);
    format!("{MARK}{edition} (keep this line: it guards against overwriting)\n{text}")
}

/// Returns `command`, guarded as [`guarded`] does, where the file may be one of several that can be printed now.
pub(in crate::plain) fn guarded_by_any(
    command: Command,
    text: &str,
    now: &[String],
    seq: Seq,
) -> Command {
    let fits = |one: &&String| stated(text).is_some_and(|stated| stated == edition_of(one));
    let now = now.iter().find(fits).or(now.first());
    guarded(command, text, now.map_or("", String::as_str), seq)
}

/// Returns `command`, made from the text of a file that came back, so that it is refused when what it sends
/// back was changed since the file was printed. `now` is the file as it would be printed from a snapshot
/// whose last record is `seq`. A file without the line is taken as it is: it is none that was printed here.
pub(in crate::plain) fn guarded(command: Command, text: &str, now: &str, seq: Seq) -> Command {
    match stated(text) {
        Some(stated) if stated == edition_of(now) => command.upon(seq),
        // Another one: whatever changed it last came after it was printed.
        Some(_) => command.upon(0),
        None => command.over(Unread::Unprinted),
    }
}

/// The edition that a file says it is.
fn stated(text: &str) -> Option<&str> {
    let line = text.lines().find_map(|line| line.trim().strip_prefix(MARK));
    line.and_then(|rest| rest.split_whitespace().next())
}

fn edition_of(text: &str) -> String {
    let digest = blake3::hash(text.as_bytes()).to_hex();
    digest.chars().take(LETTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::request::command::RequestCommand;

    #[test]
    fn wks_7_a_file_says_which_edition_it_is_and_is_guarded_by_it() {
        let printed_text = printed("a = 1\n");
        let guard = |text: &str, now: &str| match guarded(
            Command::Request(RequestCommand::WakeDue),
            text,
            now,
            7,
        ) {
            Command::Upon { seen, .. } => Some(seen),
            Command::Over {
                why: Unread::Unprinted,
                ..
            } => None,
            other => panic!("{other:?}"),
        };
        assert_eq!(guard(&printed_text, "a = 1\n"), Some(7));
        let edited = printed_text.replace("a = 1", "a = 2");
        assert_eq!(guard(&edited, "a = 1\n"), Some(7), "edited by its reader");
        assert_eq!(guard(&edited, "a = 3\n"), Some(0), "changed meanwhile");
        assert_eq!(guard("a = 2\n", "a = 3\n"), None, "no line, no guard");
        assert!(printed_text.ends_with("\na = 1\n"));
    }
}
