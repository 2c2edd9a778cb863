//! Who is at the door. A key that is proven and known opens it. Whoever proved only keys that open nothing is
//! asked for a one-time code: a right one binds the first of them to the person it was made for. The answers
//! are the same for a key that nobody has, one that was revoked and one whose person may no longer enter;
//! nothing ever follows from a key that was only offered.

use std::net::SocketAddr;
use std::sync::Arc;

use russh::keys::PublicKey;
use russh::server::Auth;
use tracing::{info, warn};

use crate::desk::{Submission, access};
use crate::domain::access::{Fingerprint, NewKey};
use crate::domain::{Command, PersonId};
use crate::serve::Server;
use crate::serve::limits::{CODES, STRANGE_KEYS};
use crate::text::sanitise::clean_line;

/// What is kept of a user's name, in characters: it opens nothing and is only logged.
const LONGEST_NAME: usize = 64;

/// What a caller has shown so far.
#[derive(Default)]
pub struct Knock {
    /// Keys that were proven and open nothing.
    proven: Vec<NewKey>,
    /// Codes that were tried.
    tried: u32,
    /// Who it is, by a proven key.
    known: Option<(PersonId, Fingerprint)>,
}

impl Knock {
    /// Not logged in, by what was tried.
    pub fn not_yet() -> Auth {
        Auth::Reject {
            proceed_with_methods: Some(super::methods()),
            partial_success: false,
        }
    }

    /// Who it is, once a key of theirs was proven.
    pub fn known(&self) -> Option<&(PersonId, Fingerprint)> {
        self.known.as_ref()
    }

    /// A key is offered: whether it is worth a signature. Nothing follows from it.
    pub fn offered(&mut self, server: &Server, key: &PublicKey) -> Auth {
        let Ok(key) = access::new_key(key, "") else {
            return Knock::not_yet();
        };
        let opens = server.desk().published().key_opens(&key.fingerprint);
        if opens.is_some() || self.proven.len() < STRANGE_KEYS {
            Auth::Accept
        } else {
            Knock::not_yet()
        }
    }

    /// A key was proven: whose it is.
    pub fn verified(
        &mut self,
        server: &Server,
        peer: SocketAddr,
        user: &str,
        key: &PublicKey,
    ) -> Auth {
        let user: String = clean_line(user).chars().take(LONGEST_NAME).collect();
        let Ok(key) = access::new_key(key, "") else {
            return Knock::not_yet();
        };
        if let Some(person) = server.desk().published().key_opens(&key.fingerprint) {
            info!(%peer, %person, key = %key.fingerprint, %user, "logged in");
            server.figures.logins.inc();
            self.known = Some((person, key.fingerprint));
            return Auth::Accept;
        }
        server.figures.strange_keys.inc();
        if server.news.worth("key") {
            info!(%peer, key = %key.fingerprint, %user, "a key that opens nothing");
        }
        if self.proven.len() < STRANGE_KEYS && !self.proven.contains(&key) {
            self.proven.push(key);
        }
        Knock::not_yet()
    }

    /// Asks for a code.
    pub fn ask(&self) -> Auth {
        if self.tried >= CODES {
            return Knock::not_yet();
        }
        let (instructions, prompts) = match self.proven.as_slice() {
            [] => (NO_KEY.to_owned(), Vec::new()),
            proven => (instructions(proven), vec![("Code: ".into(), true)]),
        };
        Auth::Partial {
            name: "Entremise".into(),
            instructions: instructions.into(),
            prompts: prompts.into(),
        }
    }

    /// A code was said: a right one binds the first proven key.
    pub async fn code(&mut self, server: &Arc<Server>, peer: SocketAddr, said: &[u8]) -> Auth {
        let Some(key) = self.proven.first().cloned() else {
            return Knock::not_yet();
        };
        if self.tried >= CODES {
            return Knock::not_yet();
        }
        self.tried += 1;
        let allowed = server.gate.may_try_code(peer.ip());
        let typed = std::str::from_utf8(said).unwrap_or_default();
        let name = key.fingerprint.clone();
        let (desk, now) = (server.desk(), server.desk().now());
        let digest = access::digest(typed).filter(|_| allowed);
        let digest = digest.filter(|digest| desk.published().code_stands(digest, now));
        if let Some(digest) = digest {
            let redeem = Submission::new(None, Command::Redeem { digest, key });
            let done = desk.submit(redeem).await;
            let opens = desk.published().key_opens(&name);
            if let (Ok(_), Some(person)) = (done, opens) {
                info!(%peer, %person, key = %name, "logged in with a code; the key is bound");
                server.figures.logins.inc();
                self.known = Some((person, name));
                return Auth::Accept;
            }
        }
        server.gate.code_failed(peer.ip());
        server.figures.refusals.inc();
        if server.news.worth("code") {
            warn!(%peer, key = %name, allowed, "a code that opens nothing");
        }
        Knock::not_yet()
    }
}

/// What a stranger without a key reads. Both languages here, for nobody knows which one is theirs; no
/// accents, for the client spells them out where it does not know its terminal.
const NO_KEY: &str = "Your program offered no key. Make one with: ssh-keygen -t ed25519\n\
                      Votre programme n'offre pas de clef. Pour en faire une : ssh-keygen -t ed25519\n";

/// What a stranger with a key reads.
fn instructions(proven: &[NewKey]) -> String {
    let names: Vec<&str> = proven.iter().map(|key| key.fingerprint.as_str()).collect();
    format!(
        "Your key opens nothing here yet / votre clef n'ouvre rien ici :\n  {}\n\
         If you were given a one-time code, it will open for this key.\n\
         Si l'on vous a remis un code unique, il ouvrira pour cette clef.\n",
        names.join("\n  ")
    )
}
