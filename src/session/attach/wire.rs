//! What goes through the socket between a terminal of this machine and the server: frames of a kind, a
//! length and a payload. Both ends are the same build of the program, because the frames and the commands in
//! them change with it; another build is told so and goes no further. What tells it so never changes.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::PathBuf;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use crate::plain::{Command, Far, Problem};
use crate::session::settings::{ASCII, Asked, TELLING};
use crate::text::sanitise::clean_line;
use crate::ui::kit::texts::Lang;

/// The version of the greeting. Programs that greet with 1 know nothing of builds, and turn away any other.
const PROTOCOL: u32 = 2;
/// The program's version, for people.
const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The digest of the sources this program was made of: frames of another one may mean something else.
const BUILD: &str = env!("ENTREMISE_BUILD");
/// The longest payload, in bytes: the longest text of an editor, with every sign of it escaped.
const MOST: usize = 8 * 1024 * 1024;

/// Who calls, and what for. The first frame.
#[derive(Debug, Serialize, Deserialize)]
pub struct Hello {
    /// Which program calls.
    #[serde(flatten)]
    pub program: Program,
    /// The machine's name for who calls.
    pub user: String,
    /// Who they say they are.
    pub who: Option<String>,
    /// What for.
    pub wants: Wants,
}

/// Which program this is: the part of a greeting that every build understands, now and later.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// The version of the greeting.
    pub protocol: u32,
    /// The program's version.
    pub version: String,
    /// The digest of its sources; nothing from programs before there was one.
    #[serde(default)]
    pub build: String,
}

impl Program {
    /// Returns the program that is running.
    pub fn own() -> Program {
        Program {
            protocol: PROTOCOL,
            version: VERSION.to_owned(),
            build: BUILD.to_owned(),
        }
    }

    /// Returns what another program is told that calls this one.
    pub fn refusal(&self) -> Problem {
        Problem::with(
            75,
            format!(
                "The server runs another build of entremise ({}; this one is {}). Restart the server, or use the version it runs.",
                Program::own(),
                clean_line(&self.to_string())
            ),
        )
    }
}

impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let build: String = self.build.chars().take(8).collect();
        let version: String = self.version.chars().take(32).collect();
        match build.is_empty() {
            true => f.write_str(&version),
            false => write!(f, "{version}, build {build}"),
        }
    }
}

/// What somebody calls for.
#[derive(Debug, Serialize, Deserialize)]
pub enum Wants {
    /// The workstation on a terminal.
    Screen {
        /// Its columns and rows.
        size: (u16, u16),
        /// What the terminal's environment says.
        env: BTreeMap<String, String>,
        /// A language asked for.
        lang: Option<String>,
        /// A theme asked for.
        theme: Option<String>,
    },
    /// A command in words.
    Command {
        /// Which.
        command: Box<Command>,
        /// The language of the answer.
        lang: String,
        /// Where relative paths begin.
        folder: PathBuf,
        /// A terminal shows what it says.
        terminal: bool,
    },
}

impl Hello {
    /// A call for the workstation; the size is filled in when the terminal is ours.
    pub fn screen(asked: Asked, who: Option<String>, user: String) -> Hello {
        let env = TELLING
            .iter()
            .filter_map(|name| Some(((*name).to_owned(), std::env::var(name).ok()?)))
            .chain(asked.ascii.then(|| (ASCII.to_owned(), "1".to_owned())));
        Hello::new(
            who,
            user,
            Wants::Screen {
                size: (0, 0),
                env: env.collect(),
                lang: asked.lang.map(|lang| lang.code().to_owned()),
                theme: asked.theme.map(|theme| theme.name().to_owned()),
            },
        )
    }

    /// A call for a command.
    pub fn command(
        command: Command,
        lang: Lang,
        who: Option<String>,
        user: String,
        folder: PathBuf,
    ) -> Hello {
        let terminal = std::io::IsTerminal::is_terminal(&std::io::stdout());
        let wants = Wants::Command {
            command: Box::new(command),
            lang: lang.code().to_owned(),
            folder,
            terminal,
        };
        Hello::new(who, user, wants)
    }

    fn new(who: Option<String>, user: String, wants: Wants) -> Hello {
        Hello {
            program: Program::own(),
            user,
            who,
            wants,
        }
    }
}

/// From the terminal to the house.
#[derive(Debug)]
pub enum ToHouse {
    /// Who calls.
    Hello(Box<Hello>),
    /// What was typed, as it came.
    Typed(Vec<u8>),
    /// The terminal's size, told anew.
    Size(u16, u16),
    /// The text as the person's own editor left it; nothing: unchanged; or why there is none.
    Edited(Result<Option<String>, String>),
    /// What is piped into a command; nothing: it ends.
    Piped(Vec<u8>),
    /// A caller of this other build, of which no more is understood.
    Stranger(Program),
}

/// From the house to the terminal.
#[derive(Debug)]
pub enum ToTerminal {
    /// A frame of the screen.
    Frame(Vec<u8>),
    /// Bytes of a command's output.
    Out(Vec<u8>),
    /// A remark beside it.
    Note(String),
    /// How far a command is.
    Far(Far),
    /// A command waits for what is piped into it.
    Wants,
    /// A text for the person's own editor.
    Edit(String),
    /// Give the terminal back until woken.
    Sleep,
    /// It is over.
    End(End),
}

/// How it ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum End {
    /// A command is done, with this status, or could not be.
    Done(Result<u8, Problem>),
    /// The person left.
    Quit,
    /// The person wants to see the sample house.
    Sample,
    /// The house ended it: words for the terminal.
    Farewell(String),
    /// A fault of the program itself did: words for the terminal.
    Fault(String),
}

/// Something that goes through the socket.
pub trait Framed: Sized {
    /// Its kind and payload.
    fn pack(&self) -> io::Result<(u8, Vec<u8>)>;
    /// Made of a kind and a payload.
    fn unpack(kind: u8, payload: Vec<u8>) -> io::Result<Self>;
}

fn json<T: Serialize>(value: &T) -> io::Result<Vec<u8>> {
    serde_json::to_vec(value).map_err(io::Error::other)
}

fn parse<T: DeserializeOwned>(payload: &[u8]) -> io::Result<T> {
    serde_json::from_slice(payload)
        .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

fn unknown(kind: u8) -> io::Error {
    io::Error::new(
        io::ErrorKind::InvalidData,
        format!("a frame of kind {kind}, which is none"),
    )
}

impl Framed for ToHouse {
    fn pack(&self) -> io::Result<(u8, Vec<u8>)> {
        Ok(match self {
            ToHouse::Hello(hello) => (1, json(hello)?),
            ToHouse::Typed(bytes) => (2, bytes.clone()),
            ToHouse::Size(columns, rows) => (3, json(&(columns, rows))?),
            ToHouse::Edited(text) => (4, json(text)?),
            ToHouse::Piped(bytes) => (5, bytes.clone()),
            // Made of a greeting that is not understood, never sent.
            ToHouse::Stranger(_) => return Err(io::ErrorKind::InvalidInput.into()),
        })
    }

    fn unpack(kind: u8, payload: Vec<u8>) -> io::Result<ToHouse> {
        Ok(match kind {
            1 => match parse::<Program>(&payload)? {
                other if other != Program::own() => ToHouse::Stranger(other),
                _ => ToHouse::Hello(parse(&payload)?),
            },
            2 => ToHouse::Typed(payload),
            3 => {
                let (columns, rows) = parse(&payload)?;
                ToHouse::Size(columns, rows)
            }
            4 => ToHouse::Edited(parse(&payload)?),
            5 => ToHouse::Piped(payload),
            kind => return Err(unknown(kind)),
        })
    }
}

impl Framed for ToTerminal {
    fn pack(&self) -> io::Result<(u8, Vec<u8>)> {
        Ok(match self {
            ToTerminal::Frame(bytes) => (1, bytes.clone()),
            ToTerminal::Out(bytes) => (2, bytes.clone()),
            ToTerminal::Note(words) => (3, json(words)?),
            ToTerminal::Far(far) => (4, json(far)?),
            ToTerminal::Wants => (5, Vec::new()),
            ToTerminal::Edit(text) => (6, json(text)?),
            ToTerminal::Sleep => (7, Vec::new()),
            ToTerminal::End(end) => (8, json(end)?),
        })
    }

    fn unpack(kind: u8, payload: Vec<u8>) -> io::Result<ToTerminal> {
        Ok(match kind {
            1 => ToTerminal::Frame(payload),
            2 => ToTerminal::Out(payload),
            3 => ToTerminal::Note(parse(&payload)?),
            4 => ToTerminal::Far(parse(&payload)?),
            5 => ToTerminal::Wants,
            6 => ToTerminal::Edit(parse(&payload)?),
            7 => ToTerminal::Sleep,
            8 => ToTerminal::End(parse(&payload)?),
            kind => return Err(unknown(kind)),
        })
    }
}

/// Reads a frame; nothing when the other end is gone. Not safe to drop half way.
///
/// # Errors
/// A line that is cut, a frame that is too long, or none.
pub async fn read<T: Framed>(from: &mut (impl AsyncRead + Unpin)) -> io::Result<Option<T>> {
    let mut head = [0; 5];
    match from.read_exact(&mut head).await {
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        Err(error) => return Err(error),
    }
    let [kind, length @ ..] = head;
    let length = usize::try_from(u32::from_le_bytes(length)).unwrap_or(usize::MAX);
    if length > MOST {
        return Err(io::Error::new(
            io::ErrorKind::InvalidData,
            format!("a frame of {length} bytes; the most are {MOST}"),
        ));
    }
    let mut payload = vec![0; length];
    from.read_exact(&mut payload).await?;
    T::unpack(kind, payload).map(Some)
}

/// Writes a frame.
///
/// # Errors
/// A line that is cut, or a frame that is too long.
pub async fn write(to: &mut (impl AsyncWrite + Unpin), frame: &impl Framed) -> io::Result<()> {
    let (kind, payload) = frame.pack()?;
    if payload.len() > MOST {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let length = u32::try_from(payload.len()).map_err(io::Error::other)?;
    let mut bytes = Vec::with_capacity(5 + payload.len());
    bytes.push(kind);
    bytes.extend_from_slice(&length.to_le_bytes());
    bytes.extend_from_slice(&payload);
    to.write_all(&bytes).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn wks_3_a_frame_comes_out_as_it_went_in() {
        let mut bytes = Vec::new();
        write(&mut bytes, &ToHouse::Typed(b"j\x1b[A".to_vec()))
            .await
            .unwrap();
        write(&mut bytes, &ToHouse::Size(80, 24)).await.unwrap();
        let edited = ToHouse::Edited(Ok(Some("été\n".into())));
        write(&mut bytes, &edited).await.unwrap();
        let mut from = bytes.as_slice();
        let first = read::<ToHouse>(&mut from).await.unwrap();
        assert!(matches!(first, Some(ToHouse::Typed(bytes)) if bytes == b"j\x1b[A"));
        let second = read::<ToHouse>(&mut from).await.unwrap();
        assert!(matches!(second, Some(ToHouse::Size(80, 24))));
        let third = read::<ToHouse>(&mut from).await.unwrap();
        assert!(matches!(third, Some(ToHouse::Edited(Ok(Some(text)))) if text == "été\n"));
        assert!(read::<ToHouse>(&mut from).await.unwrap().is_none());
    }

    /// Greets as `program` and says whether the house takes it for its own.
    fn greeted(program: &Program) -> ToHouse {
        let mut hello = Hello::screen(Asked::default(), None, "tester".into());
        hello.program = program.clone();
        ToHouse::unpack(1, json(&hello).unwrap()).unwrap()
    }

    #[test]
    fn wks_7_only_the_same_build_is_understood() {
        let own = Program::own();
        assert_eq!(own.build.len(), 16);
        assert!(matches!(greeted(&own), ToHouse::Hello(_)));
        let another = |change: fn(&mut Program)| {
            let mut other = Program::own();
            change(&mut other);
            other
        };
        for other in [
            another(|program| program.build = "0123456789abcdef".into()),
            another(|program| program.build = String::new()),
            another(|program| program.version = "9.9.9".into()),
            another(|program| program.protocol += 1),
        ] {
            assert!(matches!(greeted(&other), ToHouse::Stranger(told) if told == other));
        }
        // As programs greeted before there were builds, and as one of a later day may.
        for greeting in [
            r#"{"protocol":1,"version":"0.1.0","user":"u","who":null,"wants":{"Screen":{}}}"#,
            r#"{"protocol":9,"version":"8.0.0","build":"x","wants":{"Fly":[1,2]},"more":true}"#,
        ] {
            let read = ToHouse::unpack(1, greeting.into()).unwrap();
            assert!(matches!(read, ToHouse::Stranger(_)), "{greeting}");
        }
    }

    #[test]
    fn wks_7_what_another_build_is_told_never_changes() {
        let refusal = ToTerminal::End(End::Done(Err(Problem::with(75, "restart it"))));
        let (kind, payload) = refusal.pack().unwrap();
        assert_eq!(kind, 8);
        let told = r#"{"Done":{"Err":{"lines":["restart it"],"status":75}}}"#;
        assert_eq!(String::from_utf8(payload).unwrap(), told);
    }

    #[tokio::test]
    async fn wks_7_a_frame_that_is_too_long_is_refused_before_it_is_kept() {
        let mut from: &[u8] = &[2, 0xff, 0xff, 0xff, 0xff, 1];
        assert!(read::<ToHouse>(&mut from).await.is_err());
        let mut from: &[u8] = &[99, 0, 0, 0, 0];
        assert!(read::<ToHouse>(&mut from).await.is_err());
    }
}
