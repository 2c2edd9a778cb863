//! SSH: its own accept loop, with every limit before the handshake; public keys only, and a person is
//! whoever's key was *verified*, never whoever's was offered. One channel a connection: a terminal means
//! the workstation, none means commands. Nothing is forwarded, nothing of the machine can be reached.

mod caller;
mod channel;
mod command;
pub mod host_key;
mod knock;
mod line;
mod screen;

pub use self::screen::farewell;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use russh::keys::{Algorithm, EcdsaCurve, HashAlg, PrivateKey};
use russh::server::{Config, run_stream};
use russh::{MethodKind, MethodSet, Preferred, SshId, cipher, compression, kex, mac};
use tokio::net::{TcpListener, TcpStream};
use tokio_util::sync::CancellationToken;
use tracing::{debug, info, warn};

use self::caller::Caller;
use self::line::Cuttable;
use super::Server;
use super::gate::Pass;
use super::limits::ATTEMPTS;

/// What a refused attempt costs, so that it cannot be told from another by its time.
const REFUSAL: Duration = Duration::from_millis(150);
/// A client that is silent so long is asked whether it is still there; after three times it is gone.
const ASK: Duration = Duration::from_secs(30);
/// After an error of the system the next connection is waited for a little later.
const BREATH: Duration = Duration::from_millis(100);
/// The most bytes on their way to us that we have not taken.
const WINDOW: u32 = 128 * 1024;

/// Ways to log in, the first one first.
fn methods() -> MethodSet {
    MethodSet::from(&[MethodKind::PublicKey, MethodKind::KeyboardInteractive][..])
}

/// How SSH is spoken here: what is current, and nothing that is known to be weak.
pub fn config(host_key: PrivateKey) -> Config {
    let curves = [
        EcdsaCurve::NistP256,
        EcdsaCurve::NistP384,
        EcdsaCurve::NistP521,
    ];
    let mut keys = vec![Algorithm::Ed25519, Algorithm::SkEd25519];
    keys.extend(curves.map(|curve| Algorithm::Ecdsa { curve }));
    keys.push(Algorithm::SkEcdsaSha2NistP256);
    keys.extend([HashAlg::Sha512, HashAlg::Sha256].map(|hash| Algorithm::Rsa { hash: Some(hash) }));
    Config {
        server_id: SshId::Standard("SSH-2.0-entremise".into()),
        methods: methods(),
        auth_rejection_time: REFUSAL,
        auth_rejection_time_initial: Some(Duration::ZERO),
        keys: vec![host_key],
        window_size: WINDOW,
        channel_buffer_size: 4,
        event_buffer_size: 4,
        max_auth_attempts: ATTEMPTS,
        inactivity_timeout: None,
        keepalive_interval: Some(ASK),
        keepalive_max: 3,
        nodelay: true,
        preferred: Preferred {
            kex: vec![
                kex::MLKEM768X25519_SHA256,
                kex::CURVE25519,
                kex::CURVE25519_PRE_RFC_8731,
                kex::EXTENSION_SUPPORT_AS_SERVER,
                kex::EXTENSION_OPENSSH_STRICT_KEX_AS_SERVER,
            ]
            .into(),
            key: keys.into(),
            cipher: vec![
                cipher::CHACHA20_POLY1305,
                cipher::AES_256_GCM,
                cipher::AES_256_CTR,
                cipher::AES_128_CTR,
            ]
            .into(),
            mac: vec![mac::HMAC_SHA256_ETM, mac::HMAC_SHA512_ETM, mac::HMAC_SHA256].into(),
            compression: vec![compression::NONE].into(),
            ..Preferred::default()
        },
        ..Config::default()
    }
}

/// Lets callers in until `stop`.
pub async fn listen(
    listener: TcpListener,
    config: Config,
    server: Arc<Server>,
    stop: CancellationToken,
) {
    let config = Arc::new(config);
    loop {
        let accepted = tokio::select! {
            () = stop.cancelled() => return,
            accepted = listener.accept() => accepted,
        };
        match accepted {
            Ok((stream, peer)) => take(stream, peer, &config, &server),
            Err(error) => {
                warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(BREATH).await;
            }
        }
    }
}

/// Lets a caller in, or hangs up before a byte is exchanged.
fn take(stream: TcpStream, peer: SocketAddr, config: &Arc<Config>, server: &Arc<Server>) {
    server.figures.connections.inc();
    let cut = CancellationToken::new();
    match server.gate.enter(peer.ip(), cut.clone()) {
        Ok((pass, dropped)) => {
            server.figures.dropped.inc_by(u64::from(dropped));
            if dropped && server.news.worth("dropped") {
                warn!(%peer, "a stranger was dropped for another: too many at the door");
            }
            // A client may be slow to answer; its keys must not wait for that.
            let _ = stream.set_nodelay(true);
            tokio::spawn(serve(
                stream,
                peer,
                (pass, cut),
                Arc::clone(config),
                Arc::clone(server),
            ));
        }
        Err(full) => {
            server.figures.turned_away.inc();
            if server.news.worth(full.key()) {
                warn!(%peer, full = full.key(), "turned away: too many connections");
            }
        }
    }
}

/// One connection, from its first byte to its last.
async fn serve(
    stream: TcpStream,
    peer: SocketAddr,
    (pass, cut): (Pass, CancellationToken),
    config: Arc<Config>,
    server: Arc<Server>,
) {
    let spoke = pass.spoke();
    let (caller, [inside, begun]) = Caller::new(Arc::clone(&server), peer, pass, cut.clone());
    let line = Cuttable::new(stream, spoke.clone(), cut.clone());
    let running = async { run_stream(config, line, caller).await?.await };
    let silent = async {
        tokio::time::sleep(server.limits.banner).await;
        if spoke.get() {
            std::future::pending::<()>().await;
        }
    };
    tokio::pin!(running, silent);
    // First a login within its time, then something begun within the same again.
    for (step, late) in [(inside, "not logged in"), (begun, "nothing begun")] {
        let deadline = tokio::time::Instant::now() + server.limits.login;
        let done = tokio::select! {
            ended = &mut running => return told(peer, ended),
            done = step => done.is_ok(),
            () = &mut silent => {
                server.figures.dropped.inc();
                false
            }
            () = tokio::time::sleep_until(deadline) => false,
        };
        if !done {
            if server.news.worth("login") {
                info!(%peer, late, "hung up: too slow");
            }
            cut.cancel();
            break;
        }
    }
    told(peer, running.await);
}

fn told(peer: SocketAddr, ended: Result<(), russh::Error>) {
    match ended {
        Ok(()) => debug!(%peer, "connection closed"),
        Err(error) => debug!(%peer, %error, "connection ended"),
    }
}
