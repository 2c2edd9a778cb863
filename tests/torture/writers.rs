//! Several who write at once: commands of this machine through the socket, and one who calls over SSH. Each
//! sends commands until told to stop, and every answer is written down.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use russh::ChannelMsg;
use russh::keys::PrivateKeyWithHashAlg;
use tokio::runtime::Runtime;

use crate::caller::Caller;
use crate::deeds::{Deed, Entry, NOTED, Outcome, Sort};
use crate::dice::Dice;
use crate::said::{DEADLINE, Said, ask};
use crate::server::key;
use crate::typist;

/// Those who write.
pub struct Writers {
    told: mpsc::Receiver<Entry>,
    stop: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
    heard: Vec<Entry>,
}

impl Writers {
    /// Starts so many, and one more who calls at a port.
    pub fn start(data: &Path, port: u16, near: usize, dice: &mut Dice) -> Writers {
        let (tell, told) = mpsc::channel();
        let stop = Arc::new(AtomicBool::new(false));
        let mut threads = Vec::new();
        for n in 0..=near {
            let (tell, stop, mut dice) = (tell.clone(), Arc::clone(&stop), dice.hand_out());
            let data: PathBuf = data.to_owned();
            let far = n == near;
            threads.push(std::thread::spawn(move || {
                while !stop.load(Ordering::Relaxed) {
                    let deed = Deed::any(&mut dice, far);
                    let outcome = if far {
                        call(port, &deed)
                    } else {
                        send(&data, &deed)
                    };
                    if tell.send(Entry { deed, outcome, far }).is_err() {
                        return;
                    }
                }
            }));
        }
        Writers {
            told,
            stop,
            threads,
            heard: Vec::new(),
        }
    }

    /// Waits until so many more answers have come, or so long.
    pub fn hear(&mut self, many: u64, patience: Duration) {
        let until = Instant::now() + patience;
        for _ in 0..many {
            let left = until.saturating_duration_since(Instant::now());
            match self.told.recv_timeout(left) {
                Ok(entry) => self.heard.push(entry),
                Err(_) => return,
            }
        }
    }

    /// Waits until an answer is as `is` wants it; false when none came in time.
    pub fn hear_until(&mut self, patience: Duration, is: impl Fn(&Entry) -> bool) -> bool {
        let until = Instant::now() + patience;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let Ok(entry) = self.told.recv_timeout(left) else {
                return false;
            };
            let found = is(&entry);
            self.heard.push(entry);
            if found {
                return true;
            }
        }
    }

    /// Has them end what they are at, and returns everything that was answered.
    pub fn stop(mut self) -> Vec<Entry> {
        self.stop.store(true, Ordering::Relaxed);
        for thread in self.threads.drain(..) {
            thread.join().expect("one who writes could not go on");
        }
        let rest: Vec<Entry> = self.told.try_iter().collect();
        let mut heard = std::mem::take(&mut self.heard);
        heard.extend(rest);
        heard
    }
}

impl Drop for Writers {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// Does a command by this machine's command line.
pub fn send(data: &Path, deed: &Deed) -> Outcome {
    let words = deed.args();
    let mut args = vec!["--as", "Amélie"];
    args.extend(words.iter().map(String::as_str));
    Outcome::of(ask(data, &args, &deed.input()))
}

/// Does a command over SSH.
pub fn call(port: u16, deed: &Deed) -> Outcome {
    if deed.sort == Sort::Note {
        return typist::note(port, NOTED, &deed.word);
    }
    let words = deed.args();
    let line = shell_words::join(&words);
    far(port, "amelie", &line, &deed.input()).map_or(Outcome::Unknown(Said::default()), Outcome::of)
}

/// Makes a runtime for one call.
pub fn runtime() -> Runtime {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    runtime.expect("no runtime")
}

/// Returns a line by a key; none when nobody answers, or it does not open.
pub async fn login(port: u16, who: &str) -> Option<Caller> {
    let mut caller = Caller::knock(port).await.ok()?;
    let key = PrivateKeyWithHashAlg::new(key(who), None);
    let tried = caller.line.authenticate_publickey("anybody", key).await;
    tried.ok()?.success().then_some(caller)
}

/// Returns what a command came to over SSH by a key; none when nobody answers.
pub fn far(port: u16, who: &str, line: &str, input: &[u8]) -> Option<Said> {
    let runtime = runtime();
    let asking = async {
        let caller = login(port, who).await?;
        let mut channel = caller.line.channel_open_session().await.ok()?;
        channel.exec(true, line).await.ok()?;
        if !input.is_empty() {
            channel.data(input).await.ok()?;
        }
        channel.eof().await.ok()?;
        let (mut out, mut err, mut status) = (Vec::new(), Vec::new(), None);
        while let Some(said) = channel.wait().await {
            match said {
                ChannelMsg::Data { data } => out.extend_from_slice(&data),
                ChannelMsg::ExtendedData { data, .. } => err.extend_from_slice(&data),
                ChannelMsg::ExitStatus { exit_status } => status = Some(exit_status),
                _ => {}
            }
        }
        Some(Said {
            out: String::from_utf8_lossy(&out).into_owned(),
            err: String::from_utf8_lossy(&err).into_owned(),
            status: status.and_then(|status| i32::try_from(status).ok()),
            late: false,
        })
    };
    let said = runtime.block_on(async { tokio::time::timeout(DEADLINE, asking).await });
    runtime.shutdown_background();
    said.unwrap_or_else(|_| {
        Some(Said {
            late: true,
            ..Said::default()
        })
    })
}
