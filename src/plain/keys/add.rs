//! `key add`: a public key, as a line, from a file, or piped in.

use std::fs::File;
use std::path::Path;

use crate::desk::access;
use crate::domain::Command;
use crate::domain::access::command::AccessCommand;
use crate::domain::person::Permission;
use crate::plain::input::text;
use crate::plain::numbers::Whom;
use crate::plain::people::found;
use crate::plain::problem::DATA;
use crate::plain::registry::{InWords, Needs};
use crate::plain::{Out, Place, Problem};

/// What is piped in for a key is no longer than this.
const MOST: u64 = 16 * 1024;

/// Add a public key, as it stands in a .pub file
#[derive(Clone, Debug, clap::Args, serde::Serialize, serde::Deserialize)]
pub struct Add {
    /// The person, by name or P-number
    who: Whom,
    /// The line of the .pub file, the file, or - for what is piped in
    #[arg(allow_hyphen_values = true)]
    key: String,
    /// A name to know it by [default: the comment of the key]
    #[arg(long)]
    name: Option<String>,
}

impl InWords for Add {
    const NEEDS: Needs = Needs::OneOf(&[Permission::ManagePeople]);

    fn reads(&self) -> bool {
        self.key == "-"
    }

    async fn run(&self, place: &Place, out: &mut Out) -> Result<(), Problem> {
        let (person, owner) = found(place, &self.who)?;
        let line = if self.reads() {
            text(place.input(out).await?, MOST, "-").await?
        } else {
            line_of(place, &self.key).await?
        };
        let mut key = access::read_key(&line).map_err(|problem| key_refused(&problem))?;
        if let Some(name) = &self.name {
            key.name = name.as_str().into();
        }
        let values = [
            ("key", key.fingerprint.to_string().into()),
            ("name", owner.into()),
        ];
        let command = Command::Access(AccessCommand::AddKey { person, key });
        place.submit(command).await?;
        out.line(&place.says("said-key-added", &values)).await;
        Ok(())
    }
}

/// Why a key is not taken, and what to do.
fn key_refused(problem: &access::KeyProblem) -> Problem {
    use access::KeyProblem as P;
    let (id, value) = match problem {
        P::Private => ("key-problem-private", String::new()),
        P::Unreadable => ("key-problem-unreadable", String::new()),
        P::Kind(kind) => ("key-problem-kind", kind.clone()),
        P::Short(bits) => ("key-problem-short", bits.to_string()),
    };
    let values = [("kind", value.clone()), ("bits", value)];
    Problem::say(DATA, id, values)
}

/// The line of a key that was typed, or that stands in a file.
async fn line_of(place: &Place, key: &str) -> Result<String, Problem> {
    if access::read_key(key).is_ok() {
        return Ok(key.to_owned());
    }
    match place.path(Path::new(key)).map(File::open) {
        Ok(Ok(file)) => text(Box::new(file), MOST, key).await,
        // A path is one word, a line is several.
        Ok(Err(error)) if !key.trim().contains(' ') => {
            let values = [("text", key.to_owned())];
            Err(Problem::say(DATA, "plain-no-key", values).because(error))
        }
        _ => Ok(key.to_owned()),
    }
}
