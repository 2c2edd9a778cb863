//! One process serves the house to many: SSH, and the other terminals of this machine through a socket.
//!
//! Who may connect, how many, for how long, and how all of it ends. What a session does is `session`'s, what
//! a command does is `plain`'s; nothing here decides a rule or draws.

mod address;
mod codes;
pub mod fault;
pub mod figures;
mod gate;
pub mod house;
pub mod limits;
pub mod log;
mod metrics;
mod news;
mod roll;
mod sample;
mod socket;
mod ssh;
pub mod upkeep;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use tokio::net::{TcpListener, TcpSocket, UnixListener};
use tokio_util::sync::CancellationToken;
use tracing::{info, warn};

use self::codes::WrongCodes;
use self::figures::Figures;
use self::gate::Gate;
use self::house::Open;
use self::limits::{CLOSING, GRACE, Limits, WAITING};
use self::news::News;
use self::roll::Roll;
use self::ssh::bindings::Bindings;
use self::ssh::host_key;
pub use self::ssh::host_key::HostKey;
use self::upkeep::Upkeep;
use crate::desk::Desk;
use crate::domain::PersonId;
use crate::plain::Problem;
use crate::session::House;
use crate::ui::kit::texts::Lang;

/// How a house is served.
#[derive(Clone, Debug)]
pub struct How {
    /// The data folder.
    pub folder: PathBuf,
    /// The sample house.
    pub sample: bool,
    /// Where SSH is listened for.
    pub listen: SocketAddr,
    /// Where figures are answered.
    pub metrics: Option<SocketAddr>,
    /// How others reach it.
    pub public: Option<String>,
    /// The limits.
    pub limits: Limits,
}

/// What all connections of a server share.
pub(crate) struct Server {
    open: Open,
    limits: Limits,
    gate: Arc<Gate>,
    codes: WrongCodes,
    roll: Arc<Roll>,
    figures: Figures,
    news: News,
    bindings: Bindings,
    /// The command that brings somebody to the door.
    door: String,
}

impl Server {
    fn desk(&self) -> &Desk {
        &self.open.desk
    }

    /// What a session has at hand; `user` is the machine's name for whoever sits at it.
    fn house(&self, user: &str) -> House {
        let roll = Arc::clone(&self.roll);
        House {
            open: Arc::new(move |person, key| roll.of(person, key)),
            door: self.door.as_str().into(),
            ..self.open.house(user)
        }
    }

    /// The language a person is answered in, before they say otherwise.
    fn lang_of(&self, person: PersonId, else_this: Lang) -> Lang {
        let me = self.desk().published().me(person, self.desk().now());
        me.and_then(|me| Lang::parse(&me.preferences.language))
            .unwrap_or(else_this)
    }
}

/// A server that runs.
pub struct Running {
    /// Where SSH is listened for.
    pub ssh: SocketAddr,
    /// Where figures are answered.
    pub metrics: Option<SocketAddr>,
    /// The fingerprint the house proves itself with.
    pub host_key: String,
    server: Arc<Server>,
    stop: CancellationToken,
    socket: socket::Path,
    upkeep: Upkeep,
}

/// Serves an open house.
///
/// # Errors
/// A store that cannot be opened, an address that is taken, a key that cannot be read.
pub async fn start(how: How, open: Open) -> Result<Running, Problem> {
    let drafts = open.desk.store().drafts();
    let host_key = HostKey::of(&how.folder, drafts).to_serve()?;
    let fingerprint = host_key::fingerprint(&host_key);
    let taken = |at: SocketAddr| {
        move |error: std::io::Error| {
            Problem::say(1, "serve-no-address", [("at", at.to_string())]).because(error)
        }
    };
    let listener = listen(how.listen).map_err(taken(how.listen))?;
    let ssh = listener.local_addr().map_err(taken(how.listen))?;
    let (socket, near) = socket::bind(&how.folder)?;
    let metrics = match how.metrics {
        Some(at) => Some(TcpListener::bind(at).await.map_err(taken(at))?),
        None => None,
    };
    let metrics_at = metrics.as_ref().and_then(|at| at.local_addr().ok());
    let server = Arc::new(Server {
        gate: Arc::new(Gate::new(how.limits.clone())),
        codes: WrongCodes::default(),
        roll: Roll::new(how.limits.per_person),
        figures: Figures::default(),
        news: News::default(),
        bindings: Bindings::default(),
        door: door(how.public.as_deref(), ssh),
        limits: how.limits,
        open,
    });
    let stop = CancellationToken::new();
    begin(
        &server,
        &stop,
        listener,
        near,
        metrics,
        ssh::config(host_key),
    );
    info!(%ssh, host_key = %fingerprint, folder = %how.folder.display(), "serving");
    Ok(Running {
        ssh,
        metrics: metrics_at,
        host_key: fingerprint,
        upkeep: Upkeep::begin(server.desk()),
        server,
        stop,
        socket,
    })
}

/// Listens at `at`, with room for a crowd that comes at once: whom the system has no room for waits a second or more
/// before they knock again.
fn listen(at: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = match at {
        SocketAddr::V4(_) => TcpSocket::new_v4()?,
        SocketAddr::V6(_) => TcpSocket::new_v6()?,
    };
    socket.set_reuseaddr(true)?;
    socket.bind(at)?;
    socket.listen(WAITING)
}

fn begin(
    server: &Arc<Server>,
    stop: &CancellationToken,
    ssh: TcpListener,
    near: UnixListener,
    metrics: Option<TcpListener>,
    config: russh::server::Config,
) {
    tokio::spawn(ssh::listen(ssh, config, Arc::clone(server), stop.clone()));
    tokio::spawn(socket::listen(near, Arc::clone(server), stop.clone()));
    if let Some(listener) = metrics {
        tokio::spawn(metrics::answer(listener, Arc::clone(server), stop.clone()));
    }
    tokio::spawn(watch_keys(Arc::clone(server), stop.clone()));
}

/// Sends out whoever's key opens nothing any more, at every change.
async fn watch_keys(server: Arc<Server>, stop: CancellationToken) {
    let mut feed = server.desk().feed().subscribe();
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            changed = feed.changed() => {
                if changed.is_err() {
                    return;
                }
                let published = feed.borrow_and_update().clone();
                server.roll.look(&published);
            }
        }
    }
}

/// A host and its port: `host`, `host:22`, `2001:db8::1`, `[2001:db8::1]:22`.
fn parted(public: &str, usual: u16) -> (String, u16) {
    let (host, port) = match public.rsplit_once(':') {
        Some((host, port)) if host.ends_with(']') || !host.contains(':') => (host, port.parse()),
        _ => (public, Ok(usual)),
    };
    let host = host.trim_start_matches('[').trim_end_matches(']');
    (host.to_owned(), port.unwrap_or(usual))
}

/// The command that brings somebody to the door.
fn door(public: Option<&str>, at: SocketAddr) -> String {
    let own = || {
        let name = rustix::system::uname();
        name.nodename().to_string_lossy().into_owned()
    };
    let (host, port) = match public {
        None if at.ip().is_unspecified() => (own(), at.port()),
        None => (at.ip().to_string(), at.port()),
        Some(public) => parted(public, at.port()),
    };
    if port == 22 {
        format!("ssh {host}")
    } else {
        format!("ssh -p {port} {host}")
    }
}

impl Running {
    /// Ends it: everybody is told, their drafts are kept, the store is closed. Takes five seconds at
    /// most.
    pub async fn close(self) {
        info!(sessions = self.server.roll.count(), "closing");
        self.stop.cancel();
        drop(self.socket);
        self.server.roll.close();
        let gone = tokio::time::timeout(CLOSING, self.server.roll.empty());
        if gone.await.is_err() {
            warn!(
                sessions = self.server.roll.count(),
                "cut off: they did not end"
            );
            self.server.roll.cut_all();
            let _ = tokio::time::timeout(GRACE, self.server.roll.empty()).await;
        }
        self.upkeep.end().await;
        self.server.open.close().await;
        info!("closed");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ppl_5_an_invitation_says_how_to_come() {
        let at = SocketAddr::from(([127, 0, 0, 1], 2222));
        for (public, wanted) in [
            (None, "ssh -p 2222 127.0.0.1"),
            (Some("house.example"), "ssh -p 2222 house.example"),
            (Some("house.example:22"), "ssh house.example"),
            (Some("house.example:2022"), "ssh -p 2022 house.example"),
            (Some("2001:db8::1"), "ssh -p 2222 2001:db8::1"),
            (Some("[2001:db8::1]:22"), "ssh 2001:db8::1"),
            (Some("[2001:db8::1]"), "ssh -p 2222 2001:db8::1"),
        ] {
            assert_eq!(door(public, at), wanted);
        }
    }
}
