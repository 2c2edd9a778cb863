//! Terminals of 120×40 over SSH. Their bytes are decrypted and counted, not drawn; all of them share one
//! thread, which can be held up.

use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use russh::client::{self, Handle, Msg};
use russh::keys::{PrivateKey, PrivateKeyWithHashAlg, PublicKeyOrCertificate};
use russh::{ChannelMsg, ChannelWriteHalf};
use tokio::runtime::{self, Builder};
use tokio::sync::watch;

use super::measure::or_exit;

/// Nothing is waited for longer.
const LONGEST: Duration = Duration::from_secs(60);
/// The first bytes are the terminal's modes; a frame has more.
const FRAME: u64 = 400;

/// The thread that clients live on.
pub struct Room(runtime::Handle);

impl Room {
    /// A thread with a runtime.
    pub fn open() -> Room {
        let (tell, told) = mpsc::channel();
        std::thread::spawn(move || {
            let runtime = or_exit(Builder::new_current_thread().enable_all().build());
            or_exit(tell.send(runtime.handle().clone()));
            runtime.block_on(std::future::pending::<()>());
        });
        Room(or_exit(told.recv()))
    }

    /// Does something there.
    pub fn run<T: Send + 'static>(&self, work: impl Future<Output = T> + Send + 'static) -> T {
        let (tell, told) = mpsc::channel();
        self.0.spawn(async move {
            let _ = tell.send(work.await);
        });
        or_exit(told.recv())
    }

    /// Nothing is read there until what is returned is dropped.
    pub fn hold(&self) -> mpsc::Sender<()> {
        let (held, hold) = mpsc::channel::<()>();
        let (begin, begun) = mpsc::channel();
        self.0.spawn(async move {
            let _ = begin.send(());
            // This is the only thread: it stands still.
            let _ = hold.recv();
        });
        or_exit(begun.recv());
        held
    }
}

/// What came to a client.
#[derive(Clone, Copy, Debug, Default)]
pub struct Came {
    /// Bytes in all.
    pub bytes: u64,
    /// When the first ones came since [`Client::forget`].
    pub first: Option<Instant>,
    /// When the latest came.
    pub last: Option<Instant>,
}

struct Trusting;

impl client::Handler for Trusting {
    type Error = russh::Error;

    async fn check_server_key(&mut self, _: &PublicKeyOrCertificate) -> Result<bool, russh::Error> {
        Ok(true)
    }
}

/// How long somebody waited.
#[derive(Clone, Copy, Debug)]
pub struct Waited {
    /// From the connection until they are logged in.
    pub login: Duration,
    /// From there until the first frame is there.
    pub frame: Duration,
}

/// A terminal.
pub struct Client {
    _line: Handle<Trusting>,
    write: Arc<ChannelWriteHalf<Msg>>,
    came: Arc<watch::Sender<Came>>,
}

impl Client {
    /// Comes in with a key: a terminal whose first frame is there.
    pub async fn open(port: u16, key: Arc<PrivateKey>) -> (Client, Waited) {
        let begun = Instant::now();
        let config = Arc::new(client::Config {
            nodelay: true,
            ..client::Config::default()
        });
        let mut line = or_exit(client::connect(config, ("127.0.0.1", port), Trusting).await);
        let key = PrivateKeyWithHashAlg::new(key, None);
        let tried = or_exit(line.authenticate_publickey("anybody", key).await);
        if !tried.success() {
            or_exit(Err::<(), _>("not let in"))
        }
        let login = begun.elapsed();
        let channel = or_exit(line.channel_open_session().await);
        let asked = channel.request_pty(false, "xterm-256color", 120, 40, 0, 0, &[]);
        or_exit(asked.await);
        or_exit(channel.request_shell(false).await);
        let (mut read, write) = channel.split();
        let came = Arc::new(watch::Sender::new(Came::default()));
        let tell = Arc::clone(&came);
        tokio::spawn(async move {
            while let Some(said) = read.wait().await {
                if let ChannelMsg::Data { data } = said {
                    let now = Instant::now();
                    tell.send_modify(|came| {
                        came.bytes += u64::try_from(data.len()).unwrap_or_default();
                        came.first.get_or_insert(now);
                        came.last = Some(now);
                    });
                }
            }
        });
        let client = Client {
            _line: line,
            write: Arc::new(write),
            came,
        };
        client.wait_for(FRAME).await;
        let frame = begun.elapsed().saturating_sub(login);
        // All begin on Home: the board for facilitators, the inbox for who has one.
        client.press(b"2").await;
        client.press(b"1").await;
        (client, Waited { login, frame })
    }

    /// Types.
    pub async fn send(&self, bytes: &[u8]) {
        or_exit(self.write.data_bytes(bytes.to_vec()).await);
    }

    /// Typing, to be done elsewhere.
    pub fn sending(&self, bytes: &'static [u8]) -> impl Future<Output = ()> + Send + 'static {
        let write = Arc::clone(&self.write);
        async move { or_exit(write.data_bytes(bytes).await) }
    }

    /// Types, and waits until bytes come back: how long that took.
    pub async fn press(&self, bytes: &[u8]) -> Duration {
        self.forget();
        let (before, begun) = (self.came().bytes, Instant::now());
        self.send(bytes).await;
        let came = self.wait_for(before + 1).await;
        let first = came
            .first
            .map(|first| first.saturating_duration_since(begun));
        first.unwrap_or(LONGEST)
    }

    /// What came so far.
    pub fn came(&self) -> Came {
        *self.came.borrow()
    }

    /// The next bytes are the first ones.
    pub fn forget(&self) {
        self.came.send_modify(|came| came.first = None);
    }

    async fn wait_for(&self, bytes: u64) -> Came {
        let mut came = self.came.subscribe();
        let enough = came.wait_for(|came| came.bytes >= bytes);
        let enough = or_exit(tokio::time::timeout(LONGEST, enough).await);
        *or_exit(enough)
    }
}
