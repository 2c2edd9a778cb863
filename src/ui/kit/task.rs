//! What an action is for, as one looks for it in `?`: a letter has one meaning in every pane, so its task goes by
//! its letter. Never says what can be done.

use super::binding::Entry;
use super::keys::Key;

/// A kind of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Task {
    /// What moves a case on.
    Work,
    /// What puts it right.
    Order,
    /// What puts it out of the way.
    Away,
    /// What leads to a case, or shows more of it.
    Find,
    /// Moving about.
    Move,
    /// Anything else of the place.
    More,
    /// What can be done in every place.
    Everywhere,
}

/// The letters of each task, as in the one table of keys.
const LETTERS: [(Task, &str); 5] = [
    (Task::Work, "caPvqprmNwyiIDHQ!"),
    (Task::Order, "lRbdeMSBnT"),
    (Task::Away, "stxXWZ"),
    (Task::Find, "/FfoCOhA=$LUY"),
    (Task::Move, "jkgGJKzVE<>"),
];

impl Task {
    /// Every task, in the order of `?`.
    pub const ALL: [Task; 7] = [
        Task::Work,
        Task::Order,
        Task::Away,
        Task::Find,
        Task::Move,
        Task::More,
        Task::Everywhere,
    ];

    /// Returns what `entry` is for.
    pub fn of(entry: &Entry) -> Task {
        match entry.scope {
            "everywhere" => return Task::Everywhere,
            "list" => return Task::Move,
            _ => {}
        }
        let Some(chord) = entry.chords.first() else {
            return Task::More;
        };
        match (chord.typed(), chord.key) {
            (Some(' '), _) => Task::Move,
            (Some(letter), _) => {
                let of = LETTERS.iter().find(|(_, letters)| letters.contains(letter));
                of.map_or(Task::More, |(task, _)| *task)
            }
            (None, Key::Enter | Key::Esc | Key::Left | Key::Right | Key::Tab) => Task::Move,
            (None, _) => Task::More,
        }
    }

    /// Returns the text that names it.
    pub const fn text(self) -> &'static str {
        match self {
            Task::Work => "task-work",
            Task::Order => "task-order",
            Task::Away => "task-away",
            Task::Find => "task-find",
            Task::Move => "task-move",
            Task::More => "task-more",
            Task::Everywhere => "task-everywhere",
        }
    }
}
