//! The workstation over SSH: the caller's keys in, frames out, one on its way. When it ends, the terminal
//! is as it was before, and a last line says why.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use russh::ChannelWriteHalf;
use russh::server::Msg;
use tokio::sync::mpsc;
use tracing::info;

use super::channel::{Begun, Said, end};
use crate::domain::access::NewKey;
use crate::serve::Server;
use crate::serve::roll::{Stay, Told};
use crate::session::settings::{Asked, NO_SCREEN, env_lang, no_screen, settings};
use crate::session::{Brought, Ended, Far, Heard, House, Modes, Pace, Sink, Typed, run};
use crate::ui::kit::texts::{Lang, Texts};

/// The last words are not waited for longer.
const LAST: Duration = Duration::from_millis(400);

/// Runs the workstation in a channel until it ends.
pub async fn serve(server: Arc<Server>, line: Begun, stay: Stay) {
    let (id, peer, person) = (stay.id(), line.peer, line.person);
    info!(%peer, session = id, %person, "workstation opened");
    let env = |name: &str| line.env.get(name).cloned();
    let lang = server.lang_of(person, env_lang(env));
    if let Some(words) = no_screen(env, lang, &server.door) {
        let told = line.write.data_bytes(format!("{words}\r\n").into_bytes());
        let _ = tokio::time::timeout(LAST, told).await;
        let ended = end(&line.write, NO_SCREEN.into(), (stay, line.room));
        let _ = tokio::time::timeout(LAST, ended).await;
        return;
    }
    let settings = settings(Asked::default(), env, false, server.open.keys.clone());
    let (write, room) = (Arc::new(line.write), line.room);
    let size = line.terminal.map_or((80, 24), |terminal| terminal.size);
    let modes = Modes::default();
    // A caller who has no room for the first bytes is not waited for longer than one who does not log in.
    let entered = write.data_bytes(modes.enter().as_bytes());
    let entered = tokio::time::timeout(server.limits.login, entered).await;
    if !matches!(entered, Ok(Ok(()))) {
        let _ = tokio::time::timeout(LAST, end(&write, 1, (stay, room))).await;
        return;
    }
    let caller = Caller {
        hear: line.hear,
        told: stay.told(),
    };
    let caller = Typed::new(caller, &modes);
    let pen = Pen(Arc::clone(&write));
    let lang = server.lang_of(person, settings.env_lang);
    let house = House {
        idle: server.limits.idle,
        first_words: line.bound.map(|key| bound(lang, &server.door, &key)),
        ..server.house("")
    };
    let session = run(house, Some(person), settings, size, caller, pen);
    server.figures.sessions.inc();
    let ended = session.await;
    server.figures.sessions.dec();
    info!(%peer, session = id, %person, ?ended, "workstation closed");
    let last = format!("{}{}", modes.leave(), farewell(lang, ended));
    let _ = tokio::time::timeout(LAST, write.data_bytes(last.into_bytes())).await;
    let status = match ended {
        Ended::Quit | Ended::Sample => 0,
        Ended::Gone | Ended::Killed(_) | Ended::Dismissed(_) => 1,
        Ended::Panicked => 101,
    };
    let _ = tokio::time::timeout(LAST, end(&write, status, (stay, room))).await;
}

/// What a person is told of a key that is theirs from now on.
pub fn bound(lang: Lang, door: &str, key: &NewKey) -> String {
    let texts = Texts::new(lang);
    let (key, name) = (key.fingerprint.as_str(), &*key.name);
    let id = match name {
        "" => "key-bound",
        _ => "key-bound-named",
    };
    let said = [
        ("key", key.into()),
        ("name", name.into()),
        ("door", door.into()),
    ];
    texts.with(id, &said)
}

/// Why it ended, where the person did not end it: one line.
pub fn farewell(lang: Lang, ended: Ended) -> String {
    let key = match ended {
        Ended::Dismissed(why) => why.key(),
        Ended::Panicked => "panicked",
        Ended::Quit | Ended::Sample | Ended::Gone | Ended::Killed(_) => return String::new(),
    };
    let texts = Texts::new(lang);
    format!("{}\r\n", texts.get(&format!("farewell-{key}")))
}

/// The caller's end.
struct Caller {
    hear: mpsc::Receiver<Said>,
    told: Told,
}

impl Far for Caller {
    fn pace(&self) -> Pace {
        Pace::FAR
    }

    async fn bring(&mut self) -> Brought {
        tokio::select! {
            biased;
            why = self.told.farewell() => Brought::Heard(Heard::Dismissed(why)),
            said = self.hear.recv() => match said {
                Some(Said::Bytes(bytes)) => Brought::Bytes(bytes),
                Some(Said::Size(columns, rows)) => Brought::Heard(Heard::Resized(columns, rows)),
                Some(Said::End) | None => Brought::Heard(Heard::Gone),
            },
        }
    }
}

/// Frames to the caller: each waits until the line has room for it.
struct Pen(Arc<ChannelWriteHalf<Msg>>);

impl Sink for Pen {
    async fn write(&mut self, frame: &[u8]) -> io::Result<()> {
        let sent = self.0.data_bytes(frame.to_vec()).await;
        sent.map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}
