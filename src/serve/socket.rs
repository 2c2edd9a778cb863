//! The socket: other terminals and commands of this machine. Its folder is the owner's alone, and each
//! caller's user is checked again. Whoever comes through it has the store's files anyway; over SSH nobody
//! gets this far.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::{UnixListener, UnixStream};
use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;
use tracing::{info, warn};

use super::Server;
use super::roll::{NotNow, Stay, Told};
use super::ssh::farewell;
use crate::plain::{self, Asker, Flow, Piece, Pipe, Place, Problem, Reach, who};
use crate::session::attach::far::{Leave, Terminal, Way, frames};
use crate::session::attach::socket as path_of;
use crate::session::attach::wire::{End, Hello, ToHouse, ToTerminal, Wants};
use crate::session::settings::{Asked, settings};
use crate::session::{Ended, Farewell, Modes, Pace, Typed, run};
use crate::text::sanitise::clean_line;
use crate::ui::kit::texts::Lang;

/// A caller says within this what it wants.
const HELLO: Duration = Duration::from_secs(5);
/// The longest path a socket can have, with its end.
const LONGEST: usize = 107;

/// The socket's file; it is removed when this is dropped.
pub struct Path(PathBuf);

impl Drop for Path {
    fn drop(&mut self) {
        // One that is left behind is found to be dead and replaced.
        let _ = fs::remove_file(&self.0);
    }
}

/// Makes the socket of the house in `folder`. The store is ours, so one that lies there is dead.
///
/// # Errors
/// A folder whose name is too long, or that cannot be written to.
pub fn bind(folder: &std::path::Path) -> Result<(Path, UnixListener), Problem> {
    let path = path_of(folder);
    let name = path.display().to_string();
    if name.len() > LONGEST {
        return Err(Problem::new(format!(
            "{name} is too long for a socket: choose a data folder with a name of at most {} bytes",
            LONGEST - "/socket".len()
        )));
    }
    let made = || {
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let listener = UnixListener::bind(&path)?;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600))?;
        Ok(listener)
    };
    let listener =
        made().map_err(|error| Problem::new(format!("{name} cannot be made")).because(error))?;
    Ok((Path(path), listener))
}

/// Lets callers in until `stop`.
pub(super) async fn listen(listener: UnixListener, server: Arc<Server>, stop: CancellationToken) {
    loop {
        let accepted = tokio::select! {
            () = stop.cancelled() => return,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, _)) if is_owner(&stream) => {
                tokio::spawn(serve(stream, Arc::clone(&server)));
            }
            Ok(_) => warn!("a caller at the socket is not the store's owner"),
            Err(error) => {
                warn!(%error, "a caller at the socket could not be let in");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
}

/// Whether the caller runs as we do, or as the system's administrator.
fn is_owner(stream: &UnixStream) -> bool {
    let own = rustix::process::geteuid().as_raw();
    stream
        .peer_cred()
        .is_ok_and(|peer| peer.uid() == own || peer.uid() == 0)
}

async fn serve(stream: UnixStream, server: Arc<Server>) {
    let (from, to) = stream.into_split();
    let (mut hear, way) = (frames(from), Way::new(to));
    let first = tokio::time::timeout(HELLO, hear.recv()).await;
    let hello = match first {
        Ok(Some(ToHouse::Hello(hello))) => hello,
        Ok(Some(ToHouse::Stranger(program))) => {
            let told = ToTerminal::End(End::Done(Err(program.refusal())));
            return way.end(&told).await;
        }
        _ => return,
    };
    let cut = CancellationToken::new();
    let stay = match server.roll.enter(None, None, cut.clone()) {
        Ok(stay) => stay,
        Err(NotNow::TooMany(_) | NotNow::Closing) => {
            return way
                .end(&refusal("the server is stopping; try again in a moment"))
                .await;
        }
    };
    let Hello {
        user, who, wants, ..
    } = *hello;
    let all = async {
        match wants {
            Wants::Screen {
                size,
                env,
                lang,
                theme,
            } => {
                let asked = Asked::parse(lang.as_deref(), theme.as_deref()).unwrap_or_default();
                let seat = Seat {
                    user,
                    who,
                    size,
                    env,
                    asked,
                };
                screen(&server, seat, hear, way, &stay).await;
            }
            Wants::Command {
                command,
                lang,
                folder,
                terminal,
            } => {
                let place = Place {
                    desk: server.desk().clone(),
                    asker: Asker::Local { named: who, user },
                    lang: Lang::parse(&lang).unwrap_or(Lang::En),
                    reach: Reach::Files(folder),
                    input: plain::Piped::new(Pipe::new(hear, flow)),
                    terminal,
                    door: server.door.clone(),
                };
                let done = do_it(place, &command, &way, stay.told()).await;
                way.end(&ToTerminal::End(End::Done(done))).await;
            }
        }
    };
    tokio::select! {
        () = all => {}
        () = cut.cancelled() => {}
    }
}

fn refusal(words: impl Into<String>) -> ToTerminal {
    ToTerminal::End(End::Done(Err(Problem::with(75, words))))
}

/// A terminal that wants the workstation.
struct Seat {
    user: String,
    who: Option<String>,
    size: (u16, u16),
    env: BTreeMap<String, String>,
    asked: Asked,
}

async fn screen(
    server: &Arc<Server>,
    seat: Seat,
    hear: mpsc::Receiver<ToHouse>,
    way: Way,
    stay: &Stay,
) {
    let set_up = server.desk().published().is_set_up();
    let me = match who::person(server.desk(), seat.who.as_deref(), &seat.user) {
        Ok(person) => Some(person),
        Err(problem) if seat.who.is_some() && set_up => {
            return way.end(&ToTerminal::End(End::Done(Err(problem)))).await;
        }
        // The session asks.
        Err(_) => None,
    };
    let env = |name: &str| seat.env.get(name).cloned();
    let settings = settings(seat.asked, env, true, server.open.keys.clone());
    let lang = settings.lang.unwrap_or(settings.env_lang);
    let lang = me.map_or(lang, |me| server.lang_of(me, lang));
    let modes = Modes::default();
    let line = Terminal::new(hear, way.clone(), stay.told(), &modes, Pace::of(env));
    let line = Typed::new(line, &modes);
    info!(session = stay.id(), user = %clean_line(&seat.user), "workstation opened at this machine");
    server.figures.sessions.inc();
    let house = server.house(&seat.user);
    let ended = run(house, me, settings, seat.size, line, way.clone()).await;
    server.figures.sessions.dec();
    info!(
        session = stay.id(),
        ?ended,
        "workstation closed at this machine"
    );
    let end = match ended {
        Ended::Sample => End::Sample,
        Ended::Dismissed(_) => End::Farewell(farewell(lang, ended)),
        Ended::Panicked => End::Fault(farewell(lang, ended)),
        Ended::Quit | Ended::Gone | Ended::Killed(_) => End::Quit,
    };
    way.end(&ToTerminal::End(end)).await;
}

async fn do_it(
    place: Place,
    command: &plain::Command,
    way: &Way,
    mut told: Told,
) -> Result<u8, Problem> {
    let (out, pieces) = plain::channel();
    let telling = async move {
        // Dropped when nobody reads any more: the command hears of it.
        let mut pieces = pieces;
        while let Some(piece) = pieces.recv().await {
            let frame = match piece {
                Piece::Out(bytes) => ToTerminal::Out(bytes),
                Piece::Note(words) => ToTerminal::Note(words),
                Piece::Far(far) => ToTerminal::Far(far),
                Piece::Wants => ToTerminal::Wants,
            };
            if way.send(&frame).await.is_err() {
                return;
            }
        }
    };
    let both = async { tokio::join!(plain::run(place, command, out), telling) };
    tokio::select! {
        _ = told.farewell() => Err(Problem::with(75, "the server is stopping; try again in a moment")),
        (done, ()) = both => done,
    }
}

impl Leave for Told {
    fn farewell(&mut self) -> impl Future<Output = Farewell> + Send {
        Told::farewell(self)
    }
}

/// What the terminal sends, as a pipe.
fn flow(frame: ToHouse) -> Flow {
    match frame {
        ToHouse::Piped(bytes) if bytes.is_empty() => Flow::End,
        ToHouse::Piped(bytes) => Flow::Bytes(bytes),
        ToHouse::Hello(_)
        | ToHouse::Stranger(_)
        | ToHouse::Typed(_)
        | ToHouse::Size(..)
        | ToHouse::Edited(_) => Flow::Other,
    }
}
