//! Commands over SSH (WKS-5): the same as on the command line, with the same permissions, but nothing of
//! the server's machine. Lines to the output, remarks and errors beside it, an exit status.

use std::sync::Arc;
use std::time::Duration;

use clap::{CommandFactory, FromArgMatches, Parser};
use russh::ChannelWriteHalf;
use russh::server::Msg;
use tokio::sync::mpsc;
use tracing::info;

use super::channel::{Begun, INTERRUPT, Said, end};
use super::screen::bound;
use crate::domain::person::Permission;
use crate::plain::help::Entrance;
use crate::plain::{
    self, Asker, Command, Flow, NO_PERMISSION, Piece, Pipe, Place, Problem, Reach, USAGE, misread,
};
use crate::serve::Server;
use crate::serve::roll::Stay;
use crate::session::Farewell;
use crate::session::settings::{Asked, env_lang};
use crate::text::sanitise::clean_line;
use crate::ui::kit::texts::{Lang, Texts};

/// Commands of the house, over SSH.
#[derive(Debug, Parser)]
#[command(
    name = "ssh HOST",
    no_binary_name = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    about = "Commands in words; with a terminal and no command the workstation opens."
)]
struct Line {
    /// The language: en or fr [default: yours, else your environment's]
    #[arg(long, value_name = "LANG", global = true)]
    lang: Option<String>,
    /// What to do
    #[command(subcommand)]
    command: Command,
}

/// What the help of these commands begins with.
const HEAD: &str = "{about}\n\nUsage: ssh [-p PORT] HOST COMMAND\n\n";

/// Does a command in a channel and ends it with its status.
pub async fn serve(server: Arc<Server>, line: Begun, stay: Stay, words: &[u8]) {
    let (peer, person, mut told) = (line.peer, line.person, stay.told());
    let said = String::from_utf8_lossy(words).into_owned();
    server.figures.commands.inc();
    let out = Channel {
        write: line.write,
        terminal: line.terminal.is_some(),
    };
    let env = |name: &str| line.env.get(name).cloned();
    let lang = server.lang_of(person, env_lang(env));
    if let Some(key) = &line.bound {
        // Whoever reads nothing is told nothing.
        let _ = out.beside(&bound(lang, &server.door, key)).await;
    }
    let (mut name, mut hear) = ("", Some(line.hear));
    let known = server.desk().published().me(person, server.desk().now());
    let rights = known.map(|me| me.permissions).unwrap_or_default();
    let done = match read(&said, lang, rights) {
        Err(problem) => Err(problem),
        Ok((command, lang)) => {
            name = command.name();
            // What is not read is not taken: nobody waits for a place in it then.
            let input = hear.take_if(|_| command.reads());
            let input = input.map(|hear| plain::Piped::new(Pipe::new(hear, flow)));
            let place = Place {
                desk: server.desk().clone(),
                asker: Asker::Known(person),
                lang,
                reach: Reach::Line,
                input: input.unwrap_or_default(),
                columns: line.terminal.as_ref().map(|terminal| terminal.size.0),
                door: server.door.clone(),
            };
            tokio::select! {
                why = told.farewell() => Err(ended(lang, why)),
                () = interrupted(hear.take(), out.terminal) => Err(stopped(lang, "stopped", 130)),
                () = too_long(server.limits.idle) => Err(stopped(lang, "long", 75)),
                done = answer(place, &command, &out) => done,
            }
        }
    };
    let status = match done {
        Ok(status) => status,
        Err(problem) => {
            out.complain(&problem).await;
            problem.status
        }
    };
    info!(%peer, session = stay.id(), %person, command = name, status, "command done");
    end(&out.write, status.into(), (stay, line.room)).await;
}

/// The house ended it.
fn ended(lang: Lang, why: Farewell) -> Problem {
    let status = match why {
        Farewell::Revoked => NO_PERMISSION,
        Farewell::Closing | Farewell::Idle => 75,
    };
    stopped(lang, why.key(), status)
}

fn stopped(lang: Lang, key: &str, status: u8) -> Problem {
    let words = Texts::new(lang)
        .get(&format!("farewell-{key}"))
        .into_owned();
    Problem::with(status, words)
}

/// Waits for Ctrl-c at a terminal, where nothing else is made of what is typed.
async fn interrupted(hear: Option<mpsc::Receiver<Said>>, terminal: bool) {
    if let Some(mut hear) = hear.filter(|_| terminal) {
        while let Some(said) = hear.recv().await {
            if matches!(said, Said::Bytes(bytes) if bytes.contains(&INTERRUPT)) {
                return;
            }
        }
    }
    std::future::pending().await
}

/// Waits as long as a command may take.
async fn too_long(longest: Option<Duration>) {
    match longest {
        Some(longest) => tokio::time::sleep(longest).await,
        None => std::future::pending().await,
    }
}

async fn answer(place: Place, command: &Command, channel: &Channel) -> plain::Outcome {
    let (out, pieces) = plain::channel();
    let telling = async move {
        // Dropped when nobody reads any more: the command hears of it.
        let mut pieces = pieces;
        while let Some(piece) = pieces.recv().await {
            if channel.tell(piece).await.is_err() {
                return;
            }
        }
    };
    let (done, ()) = tokio::join!(plain::run(place, command, out), telling);
    done
}

/// The command that `said` asks for, and the language it is answered in. Help is a problem of status 0; it names the
/// commands that who has these `rights` may do.
fn read(said: &str, lang: Lang, rights: Vec<Permission>) -> Result<(Command, Lang), Problem> {
    // No command and no terminal: say what there is.
    let said = if said.trim().is_empty() { "help" } else { said };
    let words = shell_words::split(said).map_err(|_| {
        let words = Texts::new(lang).get("misread-quotes").into_owned();
        Problem::with(USAGE, words)
    })?;
    let told = misread::asked_lang(words.iter().cloned()).unwrap_or(lang);
    let entrance = || Entrance {
        grammar: Line::command(),
        root: "line",
        head: HEAD,
        rights: Some(rights.clone()),
    };
    let misread = |error: clap::Error, told: Lang| {
        let status = if error.use_stderr() { USAGE } else { 0 };
        Problem::of_lines(status, misread::lines(&error, told, "help"))
    };
    let line = entrance().read(told, &words);
    let line = line.and_then(|found| Line::from_arg_matches(&found));
    let line = line.map_err(|error| misread(error, told))?;
    let asked = Asked::parse(line.lang.as_deref(), None);
    let asked = asked.map_err(|_| {
        let word = clean_line(line.lang.as_deref().unwrap_or_default()).into_owned();
        let words = Texts::new(lang).with("misread-lang", &[("word", word.into())]);
        Problem::with(USAGE, words)
    })?;
    let lang = asked.lang.unwrap_or(lang);
    if let Command::Help(help) = &line.command
        && let Err(error) = entrance().read(lang, &help.asked())
    {
        return Err(misread(error, lang));
    }
    Ok((line.command, lang))
}

/// What the caller says, as a pipe.
fn flow(said: Said) -> Flow {
    match said {
        Said::Bytes(bytes) => Flow::Bytes(bytes),
        Said::Size(..) => Flow::Other,
        Said::End => Flow::End,
    }
}

/// The way back of a command.
struct Channel {
    write: ChannelWriteHalf<Msg>,
    /// There is a terminal at the other end, whose lines end with a return too.
    terminal: bool,
}

impl Channel {
    async fn tell(&self, piece: Piece) -> Result<(), russh::Error> {
        match piece {
            Piece::Out(bytes) => self.write.data_bytes(self.lines(bytes)).await,
            Piece::Note(words) => self.beside(&words).await,
            Piece::Far(_) | Piece::Wants => Ok(()),
        }
    }

    async fn beside(&self, words: &str) -> Result<(), russh::Error> {
        let line = self.lines(format!("{words}\n").into_bytes());
        self.write.extended_data_bytes(1, line).await
    }

    /// What is wrong, to the error output; help, to the output proper.
    async fn complain(&self, problem: &Problem) {
        for line in problem.lines_for_others() {
            let line = clean_line(line);
            let sent = if problem.status == 0 {
                let line = self.lines(format!("{line}\n").into_bytes());
                self.write.data_bytes(line).await
            } else {
                self.beside(&line).await
            };
            if sent.is_err() {
                return;
            }
        }
    }

    fn lines(&self, bytes: Vec<u8>) -> Vec<u8> {
        if !self.terminal {
            return bytes;
        }
        let mut with = Vec::with_capacity(bytes.len() + bytes.len() / 16);
        for byte in bytes {
            if byte == b'\n' {
                with.push(b'\r');
            }
            with.push(byte);
        }
        with
    }
}
