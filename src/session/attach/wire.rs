//! What goes through the socket between a terminal of this machine and the server: frames of a kind, a
//! length and a payload. Both ends are the same program; another version is told so and goes no further.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use crate::plain::{Command, Far, Problem};
use crate::session::settings::{Asked, TELLING};
use crate::ui::kit::texts::Lang;

/// The version of the frames: another one is another language.
pub const PROTOCOL: u32 = 1;
/// Commands are part of the frames, and change with the program.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The longest payload, in bytes: the longest text of an editor, with every sign of it escaped.
const MOST: usize = 8 * 1024 * 1024;

/// Who calls, and what for. The first frame.
#[derive(Debug, Serialize, Deserialize)]
pub struct Hello {
    /// [`PROTOCOL`].
    pub protocol: u32,
    /// The program's version, for whoever must be told that they differ.
    pub version: String,
    /// The machine's name for who calls.
    pub user: String,
    /// Who they say they are.
    pub who: Option<String>,
    /// What for.
    pub wants: Wants,
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
            .filter_map(|name| Some(((*name).to_owned(), std::env::var(name).ok()?)));
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
            protocol: PROTOCOL,
            version: VERSION.to_owned(),
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
    /// A caller of this other version, of which no more is understood.
    Stranger(String),
}

/// The part of a greeting that every version understands.
#[derive(Deserialize)]
struct Version {
    protocol: u32,
    version: String,
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
            1 => match parse::<Version>(&payload)? {
                Version { protocol, version } if protocol != PROTOCOL || version != VERSION => {
                    ToHouse::Stranger(version)
                }
                Version { .. } => ToHouse::Hello(parse(&payload)?),
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

    #[tokio::test]
    async fn wks_7_a_frame_that_is_too_long_is_refused_before_it_is_kept() {
        let mut from: &[u8] = &[2, 0xff, 0xff, 0xff, 0xff, 1];
        assert!(read::<ToHouse>(&mut from).await.is_err());
        let mut from: &[u8] = &[99, 0, 0, 0, 0];
        assert!(read::<ToHouse>(&mut from).await.is_err());
    }
}
