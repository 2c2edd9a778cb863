//! Somebody who calls over SSH, by a client library, where the OpenSSH client need not be installed or would
//! not do what an attacker does. What their terminal shows is read through a terminal emulator.

use std::num::NonZero;
use std::sync::Arc;
use std::time::Duration;

use russh::client::{self, AuthResult, Handle, KeyboardInteractiveAuthResponse, Msg};
use russh::keys::{HashAlg, PrivateKey, PrivateKeyWithHashAlg, PublicKey, PublicKeyOrCertificate};
use russh::{Channel, ChannelMsg, ChannelReadHalf, ChannelWriteHalf};
use tokio::time::{Instant, timeout_at};
use vt100::Parser;

/// Generous: machines that run tests are busy.
pub const DEADLINE: Duration = Duration::from_secs(60);

/// A client that trusts the server.
pub struct Trusting;

impl client::Handler for Trusting {
    type Error = russh::Error;

    async fn check_server_key(&mut self, _: &PublicKeyOrCertificate) -> Result<bool, russh::Error> {
        Ok(true)
    }
}

/// A key that needs a touch nobody gives.
struct Unwilling;

/// It was asked to sign, or the line was cut.
#[derive(Debug)]
struct Asked;

impl From<russh::SendError> for Asked {
    fn from(_: russh::SendError) -> Asked {
        Asked
    }
}

impl russh::Signer for Unwilling {
    type Error = Asked;

    async fn auth_sign(
        &mut self,
        _: &russh::keys::agent::AgentIdentity,
        _: Option<HashAlg>,
        _: Vec<u8>,
    ) -> Result<Vec<u8>, Asked> {
        Err(Asked)
    }
}

/// A line to the server.
pub struct Caller {
    /// The client.
    pub line: Handle<Trusting>,
}

/// What a code came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The key is bound: one is in.
    In,
    /// The code is right; the key is bound once it is proven.
    CallAgain,
    /// It was not right.
    Not,
}

/// What a command came to.
#[derive(Debug)]
pub struct Said {
    /// Its output.
    pub out: String,
    /// What it said beside it.
    pub err: String,
    /// Its status; none when the line was cut.
    pub status: Option<u32>,
}

impl Caller {
    /// A line, not logged in.
    pub async fn knock(port: u16) -> Result<Caller, russh::Error> {
        Caller::knock_with(client::Config::default(), port).await
    }

    /// A line, logged in, over whatever carries its bytes to the server.
    pub async fn login_over(
        stream: impl tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin + Send + 'static,
        key: &Arc<PrivateKey>,
    ) -> Caller {
        let config = Arc::new(client::Config::default());
        let line = client::connect_stream(config, stream, Trusting).await;
        let mut caller = Caller {
            line: line.expect("nobody answers"),
        };
        assert!(caller.try_key("anybody", key).await.success(), "not let in");
        caller
    }

    async fn knock_with(config: client::Config, port: u16) -> Result<Caller, russh::Error> {
        let line = client::connect(Arc::new(config), ("127.0.0.1", port), Trusting).await?;
        Ok(Caller { line })
    }

    /// Tries a key.
    pub async fn try_key(&mut self, user: &str, key: &Arc<PrivateKey>) -> AuthResult {
        let key = PrivateKeyWithHashAlg::new(Arc::clone(key), None);
        let tried = self.line.authenticate_publickey(user, key).await;
        tried.expect("the line was cut")
    }

    /// Whether the server asks this key for a signature; it is given none.
    pub async fn would_sign(&mut self, key: &PublicKey) -> bool {
        let shown = key.clone();
        let mut signer = Unwilling;
        let line = &mut self.line;
        let tried = line.authenticate_publickey_with("anybody", shown, None, &mut signer);
        tried.await.is_err()
    }

    /// A line, logged in.
    pub async fn login(port: u16, key: &Arc<PrivateKey>) -> Caller {
        Caller::login_with(client::Config::default(), port, key).await
    }

    /// The same by a client that is set up otherwise.
    pub async fn login_with(config: client::Config, port: u16, key: &Arc<PrivateKey>) -> Caller {
        let line = Caller::knock_with(config, port).await;
        let mut caller = line.expect("nobody answers");
        assert!(caller.try_key("anybody", key).await.success(), "not let in");
        caller
    }

    /// Says a code for a key that was offered and proven before; whether it opens now.
    pub async fn say_code(&mut self, code: &str, key: &Arc<PrivateKey>) -> bool {
        self.bind(code, key, "").await == Bound::In
    }

    /// Answers what is asked before a key is bound: which one, the code, what it is called. A code that is wrong
    /// is said again as often as it is asked for.
    pub async fn bind(&mut self, code: &str, key: &Arc<PrivateKey>, name: &str) -> Bound {
        let shown = key.public_key().fingerprint(HashAlg::Sha256).to_string();
        let mut told = String::new();
        let mut asked = self
            .line
            .authenticate_keyboard_interactive_start("anybody", None)
            .await
            .expect("the line was cut");
        loop {
            let prompts = match asked {
                KeyboardInteractiveAuthResponse::InfoRequest {
                    instructions,
                    prompts,
                    ..
                } => {
                    told.push_str(&instructions);
                    prompts
                }
                KeyboardInteractiveAuthResponse::Failure { .. } => {
                    return match told.contains("Connect again") {
                        true => Bound::CallAgain,
                        false => Bound::Not,
                    };
                }
                KeyboardInteractiveAuthResponse::Success => return Bound::In,
            };
            let answer = |prompt: &str| match prompt {
                "Code: " => code.to_owned(),
                which if which.starts_with("Which key") => place_of(&told, &shown),
                _ => name.to_owned(),
            };
            let answers = prompts.iter().map(|asked| answer(&asked.prompt)).collect();
            let answered = self
                .line
                .authenticate_keyboard_interactive_respond(answers)
                .await;
            asked = answered.expect("the line was cut");
        }
    }

    /// Does a command.
    pub async fn command(&self, words: &str) -> Said {
        self.piped(words, b"").await
    }

    /// Does a command with something piped in.
    pub async fn piped(&self, words: &str, input: &[u8]) -> Said {
        let mut channel = self.line.channel_open_session().await.expect("no channel");
        channel.exec(true, words).await.expect("the line was cut");
        if !input.is_empty() {
            channel.data(input).await.expect("the line was cut");
        }
        channel.eof().await.expect("the line was cut");
        hear(&mut channel).await
    }

    /// Opens the workstation in a terminal of `size`, at what its person works on: the requests, else the board.
    pub async fn screen(&self, size: (u16, u16), env: &[(&str, &str)]) -> Screen {
        let mut screen = self.screen_on("xterm-256color", size, env).await;
        screen.go_to_work().await;
        screen
    }

    /// The same in a terminal of another kind.
    pub async fn screen_on(&self, term: &str, size: (u16, u16), env: &[(&str, &str)]) -> Screen {
        let channel = self.line.channel_open_session().await.expect("no channel");
        for (name, value) in env {
            let set = channel.set_env(false, *name, *value).await;
            set.expect("the line was cut");
        }
        let (columns, rows) = size;
        let asked = channel
            .request_pty(true, term, columns.into(), rows.into(), 0, 0, &[])
            .await;
        asked.expect("the line was cut");
        channel.request_shell(true).await.expect("the line was cut");
        let (read, write) = channel.split();
        let parser = Parser::new(cells(rows), cells(columns), 0);
        Screen {
            read,
            write,
            parser,
            bytes: Vec::new(),
            status: None,
        }
    }
}

/// The number before a key in what a stranger reads.
fn place_of(instructions: &str, key: &str) -> String {
    let line = instructions.lines().find(|line| line.contains(key));
    let place = line.and_then(|line| line.split_whitespace().next());
    place
        .unwrap_or_else(|| panic!("no {key} in {instructions}"))
        .to_owned()
}

/// Everything a channel says until it ends.
pub async fn hear(channel: &mut Channel<Msg>) -> Said {
    let (mut out, mut err, mut status) = (Vec::new(), Vec::new(), None);
    let until = Instant::now() + DEADLINE;
    while let Some(said) = timeout_at(until, channel.wait())
        .await
        .expect("it does not end")
    {
        match said {
            ChannelMsg::Data { data } => out.extend_from_slice(&data),
            ChannelMsg::ExtendedData { data, .. } => err.extend_from_slice(&data),
            ChannelMsg::ExitStatus { exit_status } => status = Some(exit_status),
            _ => {}
        }
    }
    let text = |bytes| String::from_utf8(bytes).expect("not UTF-8");
    Said {
        out: text(out),
        err: text(err),
        status,
    }
}

/// A workstation over SSH.
pub struct Screen {
    read: ChannelReadHalf,
    write: ChannelWriteHalf<Msg>,
    parser: Parser,
    /// Everything that came.
    pub bytes: Vec<u8>,
    /// How it ended.
    pub status: Option<u32>,
}

impl Screen {
    /// Goes from the first page to what its person works on, if there is one.
    pub async fn go_to_work(&mut self) {
        let until = Instant::now() + DEADLINE;
        let begun = |text: &str| {
            let mut words = ["0 Home", "0 Accueil", "too small", "trop petite"].iter();
            words.any(|word| text.contains(word))
        };
        while within_a_frame(&self.bytes) || !begun(&self.text()) {
            if !self.hear(until, "the first page").await {
                return;
            }
        }
        let text = self.text();
        let requests = text.contains("1 Inbox") || text.contains("1 Demandes");
        self.send(if requests { "1" } else { "2" }).await;
        if !text.contains("too small") && !text.contains("trop petite") {
            self.wait_until("the work", |text| {
                !text.contains("▌0 Home") && !text.contains("▌0 Accueil")
            })
            .await;
        }
    }

    /// Types bytes that may be a part of a key.
    pub async fn send_bytes(&self, bytes: &[u8]) {
        self.write.data(bytes).await.expect("the line was cut");
    }

    /// Types.
    pub async fn send(&self, keys: &str) {
        let sent = self.write.data(keys.as_bytes()).await;
        sent.expect("the line was cut");
    }

    /// Makes the terminal another size.
    pub async fn resize(&mut self, (columns, rows): (u16, u16)) {
        self.parser
            .screen_mut()
            .set_size(cells(rows), cells(columns));
        let told = self
            .write
            .window_change(columns.into(), rows.into(), 0, 0)
            .await;
        told.expect("the line was cut");
    }

    /// What is on the screen.
    pub fn text(&self) -> String {
        self.parser.screen().contents()
    }

    /// What the theme makes of the screen: how the header is painted, and the corner below it.
    pub fn paint(&self) -> String {
        let screen = self.parser.screen();
        let columns = 0..screen.size().1.get();
        let header = columns.filter_map(|column| screen.cell(0, column));
        let header =
            header.map(|cell| (cell.fgcolor(), cell.bgcolor(), cell.bold(), cell.inverse()));
        let corner = screen.cell(1, 0).map(vt100::Cell::contents);
        format!("{:?} {corner:?}", header.collect::<Vec<_>>())
    }

    /// Takes what comes next; false when nothing does any more.
    async fn hear(&mut self, until: Instant, what: &str) -> bool {
        let Ok(said) = timeout_at(until, self.read.wait()).await else {
            panic!("waited in vain for {what}; the screen is:\n{}", self.text());
        };
        match said {
            Some(ChannelMsg::Data { data }) => {
                self.parser.process(&data);
                self.bytes.extend_from_slice(&data);
            }
            Some(ChannelMsg::ExitStatus { exit_status }) => self.status = Some(exit_status),
            Some(_) => {}
            None => return false,
        }
        true
    }

    /// Waits until the screen is as `is` wants it.
    pub async fn wait_until(&mut self, what: &str, is: impl Fn(&str) -> bool) {
        let until = Instant::now() + DEADLINE;
        while within_a_frame(&self.bytes) || !is(&self.text()) {
            let more = self.hear(until, what).await;
            assert!(
                more || is(&self.text()),
                "it ended before {what}; the screen is:\n{}",
                self.text()
            );
        }
    }

    /// Waits until one more frame is whole.
    pub async fn next_frame(&mut self) {
        let (until, before) = (Instant::now() + DEADLINE, self.bytes.len());
        while self.bytes.len() == before || within_a_frame(&self.bytes) {
            assert!(self.hear(until, "a frame").await, "it ended");
        }
    }

    /// Waits until `text` is on the screen.
    pub async fn wait_for(&mut self, text: &str) {
        self.wait_until(text, |screen| screen.contains(text)).await;
    }

    /// Waits until `text` is on the screen no more.
    pub async fn wait_gone(&mut self, text: &str) {
        self.wait_until(&format!("no {text}"), |screen| !screen.contains(text))
            .await;
    }

    /// Waits for its end: the last screen.
    pub async fn end(&mut self) -> String {
        let until = Instant::now() + DEADLINE;
        while self.hear(until, "the end").await {}
        self.text()
    }
}

/// Whether a synchronised update has begun and not ended: a terminal shows nothing of it yet.
fn within_a_frame(bytes: &[u8]) -> bool {
    let last = |mark: &[u8]| bytes.windows(mark.len()).rposition(|bytes| bytes == mark);
    last(b"\x1b[?2026h") > last(b"\x1b[?2026l")
}

fn cells(n: u16) -> NonZero<u16> {
    NonZero::new(n).expect("a terminal has at least one cell")
}
