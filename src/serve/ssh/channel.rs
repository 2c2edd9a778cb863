//! What a caller wants: a channel of a connection, its terminal, its few variables, and what is begun in it. A
//! terminal without a command is the workstation; everything else is a command in words. Each is a session of its
//! own: it counts, and its end is not the end of the others.

use std::collections::BTreeMap;
use std::sync::Arc;

use russh::server::Msg;
use russh::{Channel, ChannelId, ChannelWriteHalf};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use tracing::info;

use super::caller::Caller;
use super::under_way::One;
use super::{command, screen};
use crate::domain::access::NewKey;
use crate::serve::Server;
use crate::serve::limits::{COMMAND, GRACE, PIECES, VARIABLES};
use crate::serve::roll::{NotNow, Stay};
use crate::session::settings::{TELLING, env_lang};
use crate::ui::kit::texts::Texts;

/// The longest name of a terminal that is kept.
const LONGEST: usize = 64;

/// Ctrl-c, as a terminal sends it.
pub const INTERRUPT: u8 = 3;

/// What comes from the caller.
pub enum Said {
    /// Bytes, as they were typed or piped.
    Bytes(Vec<u8>),
    /// The terminal has this size now.
    Size(u16, u16),
    /// Nothing more is typed or piped.
    End,
}

/// A terminal at the other end.
#[derive(Clone, Debug)]
pub struct Terminal {
    /// Columns and rows.
    pub size: (u16, u16),
}

/// A channel of a connection.
pub struct Room {
    id: ChannelId,
    /// Taken by what is begun.
    write: Option<ChannelWriteHalf<Msg>>,
    terminal: Option<Terminal>,
    env: BTreeMap<String, String>,
    /// Where what is said goes; gone once nothing more comes.
    say: Option<mpsc::Sender<Said>>,
    hear: Option<mpsc::Receiver<Said>>,
    /// Shared with what is begun, while it is under way.
    alive: Arc<()>,
    /// Ends the line.
    cut: CancellationToken,
}

impl Room {
    /// The room of `channel`, on a line that ends with `cut`.
    pub fn new(channel: Channel<Msg>, cut: CancellationToken) -> Room {
        let id = channel.id();
        // What comes is taken in the callbacks; the other half would only fill up.
        let (_, write) = channel.split();
        let (say, hear) = mpsc::channel(PIECES);
        Room {
            id,
            write: Some(write),
            terminal: None,
            env: BTreeMap::new(),
            say: Some(say),
            hear: Some(hear),
            alive: Arc::default(),
            cut,
        }
    }

    /// Its number.
    pub fn id(&self) -> ChannelId {
        self.id
    }

    /// Whether what was begun in it has ended.
    pub fn is_over(&self) -> bool {
        self.hear.is_none() && Arc::strong_count(&self.alive) == 1
    }

    /// A terminal is asked for: granted once, before anything is begun.
    pub fn terminal(&mut self, term: &str, columns: u32, rows: u32) -> bool {
        if self.terminal.is_some() || self.hear.is_none() {
            return false;
        }
        self.terminal = Some(Terminal {
            size: size(columns, rows),
        });
        let term: String = term.chars().take(LONGEST).collect();
        self.env.insert("TERM".to_owned(), term);
        true
    }

    /// A variable is set: granted for the few that say something here.
    pub fn variable(&mut self, name: &str, value: &str) -> bool {
        let (most, longest) = VARIABLES;
        let telling = TELLING.contains(&name) && name != "TERM";
        let granted = telling && value.len() <= longest && self.env.len() < most;
        if granted {
            self.env.insert(name.to_owned(), value.to_owned());
        }
        granted
    }

    /// The terminal has another size.
    pub async fn resize(&mut self, columns: u32, rows: u32) {
        let size = size(columns, rows);
        if let Some(terminal) = &mut self.terminal {
            terminal.size = size;
            if self.hear.is_none() {
                self.send(Said::Size(size.0, size.1)).await;
            }
        }
    }

    /// Bytes came. Whoever sends faster than they are taken waits: the line's own window does that.
    pub async fn hear(&mut self, data: &[u8]) {
        self.send(Said::Bytes(data.to_vec())).await;
    }

    /// Nothing more is typed or piped.
    pub async fn finish(&mut self) {
        self.send(Said::End).await;
    }

    async fn send(&mut self, said: Said) {
        // Before anything is begun there is nobody who takes it.
        let (Some(say), None) = (&self.say, &self.hear) else {
            return;
        };
        // Nothing else of the line moves while this waits: whatever does not take what is said says so by
        // dropping its end, and the line can be cut all the same.
        let taken = tokio::select! {
            sent = say.send(said) => sent.is_ok(),
            () = self.cut.cancelled() => false,
        };
        if !taken {
            self.say = None;
        }
    }
}

/// A size a terminal can have; sessions cut it further.
fn size(columns: u32, rows: u32) -> (u16, u16) {
    let side = |cells: u32| u16::try_from(cells).unwrap_or(u16::MAX);
    (side(columns), side(rows))
}

impl Caller {
    /// Begins what was asked for; an empty command is none. Granted once a channel.
    pub(super) fn begin(&mut self, channel: ChannelId, words: &[u8]) -> bool {
        let Some((person, key)) = self.knock.known().cloned() else {
            return false;
        };
        let opens = self.server.desk().published().key_opens(&key);
        let Some(room) = self.rooms.get_mut(&channel) else {
            return false;
        };
        if words.len() > COMMAND || opens != Some(person) {
            return false;
        }
        let (Some(hear), Some(write)) = (room.hear.take(), room.write.take()) else {
            return false;
        };
        let line = Begun {
            person,
            peer: self.peer,
            write,
            hear,
            terminal: room.terminal.clone(),
            env: std::mem::take(&mut room.env),
            bound: self.knock.take_bound(),
            room: (self.under_way.one(), Arc::clone(&room.alive)),
        };
        let (server, cut) = (self.server.clone(), self.cut.clone());
        let stay = server.roll.enter(Some(person), Some(key), cut.clone());
        let words = words.to_vec();
        tokio::spawn(async move {
            // A fault of the program's own ends the line: nobody else would end the channel.
            let faulted = cut.drop_guard();
            match stay {
                Ok(stay) => line.serve(server, stay, &words).await,
                Err(not_now) => line.refuse(&server, not_now).await,
            }
            faulted.disarm();
        });
        true
    }
}

/// What is begun in a channel.
pub struct Begun {
    /// Whose it is.
    pub person: crate::domain::PersonId,
    /// Where they are.
    pub peer: std::net::SocketAddr,
    /// The way back.
    pub write: ChannelWriteHalf<Msg>,
    /// What they say.
    pub hear: mpsc::Receiver<Said>,
    /// Their terminal, if they have one.
    pub terminal: Option<Terminal>,
    /// What their environment says.
    pub env: BTreeMap<String, String>,
    /// The key that was bound on this line, for the first that is begun.
    pub bound: Option<NewKey>,
    /// Counts it, and keeps its room, until it has ended.
    pub room: (One, Arc<()>),
}

impl Begun {
    /// Does what was asked for.
    async fn serve(self, server: Arc<Server>, stay: Stay, words: &[u8]) {
        if words.is_empty() && self.terminal.is_some() {
            screen::serve(server, self, stay).await;
        } else {
            command::serve(server, self, stay, words).await;
        }
    }

    /// Says why nothing is begun, and ends.
    async fn refuse(self, server: &Server, not_now: NotNow) {
        let (peer, person) = (self.peer, self.person);
        info!(%peer, %person, ?not_now, "not begun");
        let env = env_lang(|name| self.env.get(name).cloned());
        let texts = Texts::new(server.lang_of(person, env));
        let words = match not_now {
            NotNow::TooMany(most) => {
                let most = i64::try_from(most).unwrap_or(i64::MAX);
                texts.with("not-now-too-many", &[("n", most.into())])
            }
            NotNow::Closing => texts.get("not-now-closing").into_owned(),
        };
        let told = async {
            let line = format!("{words}\r\n").into_bytes();
            let _ = self.write.extended_data_bytes(1, line).await;
            end(&self.write, 75, self.room).await;
        };
        // Whoever does not read is not waited for.
        let _ = tokio::time::timeout(GRACE, told).await;
    }
}

/// Ends a channel with a status. What was `held` for it is given back before: who hears of the end may begin
/// something else at once. A line that is gone has nobody to be told.
pub async fn end<T>(write: &ChannelWriteHalf<Msg>, status: u32, held: T) {
    drop(held);
    let _ = write.exit_status(status).await;
    let _ = write.eof().await;
    let _ = write.close().await;
}
