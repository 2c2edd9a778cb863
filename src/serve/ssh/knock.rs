//! Who is at the door. A key that is known is asked for a signature, and opens; others are told "not this one" and
//! cost their owner neither a touch nor a passphrase. Whoever has shown only such keys is asked which of them a
//! one-time code is to open for. It is bound to the person the code was made for once it is proven: at the next
//! call, for the OpenSSH client offers no key again on one line. While an invitation is open, the first key that
//! needs no touch is asked for its proof at once, so that who has one key calls once. The answers are the same for
//! a key that nobody has, one that was revoked and one whose person may no longer enter; nothing ever follows from
//! a key that was only offered.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use russh::keys::PublicKey;
use russh::server::Auth;
use tokio::time::sleep;
use tracing::{info, warn};

use super::bindings::Binding;
use super::prompt::{self, Round, Shown};
use crate::desk::{Submission, access};
use crate::domain::access::command::AccessCommand;
use crate::domain::access::{Fingerprint, NewKey};
use crate::domain::{Command, PersonId};
use crate::serve::Server;
use crate::serve::gate::Spoke;
use crate::serve::limits::{CODES, ROUNDS, STRANGE_KEYS};
use crate::text::sanitise::clean_line;

/// What is kept of a user's name, in characters: it opens nothing and is only logged.
const LONGEST_NAME: usize = 64;
/// What a refused proof or code costs, so that it cannot be told from another by its time.
const REFUSAL: Duration = Duration::from_millis(150);

/// What a caller has shown so far.
#[derive(Default)]
pub struct Knock {
    /// Keys that were offered and open nothing, in their order.
    shown: Vec<Shown>,
    /// What was asked last.
    round: Round,
    /// How often something was asked.
    rounds: u32,
    /// The place of the key that is to be bound, once it was chosen.
    chosen: Option<usize>,
    /// Codes that were tried.
    tried: u32,
    /// The key that was asked for its proof though it opens nothing.
    asked_proof: Option<Fingerprint>,
    /// The same, once it was proven.
    proven: Option<NewKey>,
    /// What a right code allows.
    binding: Option<Binding>,
    /// Who it is, by a proven key.
    known: Option<(PersonId, Fingerprint)>,
    /// The key that was bound on this line, until that was told.
    bound: Option<NewKey>,
    /// Told once a code is asked for: a person is typing.
    asked: Spoke,
}

impl Knock {
    /// Of somebody who has shown nothing; `asked` is told once they are asked for a code.
    pub fn new(asked: Spoke) -> Knock {
        Knock {
            asked,
            ..Knock::default()
        }
    }

    /// Not logged in, by what was tried.
    pub fn not_yet() -> Auth {
        Auth::Reject {
            proceed_with_methods: Some(super::methods()),
            partial_success: false,
        }
    }

    /// Not logged in; nothing more is asked.
    fn key_only() -> Auth {
        Auth::Reject {
            proceed_with_methods: Some(super::key_alone()),
            partial_success: false,
        }
    }

    /// Who it is, once a key of theirs was proven.
    pub fn known(&self) -> Option<&(PersonId, Fingerprint)> {
        self.known.as_ref()
    }

    /// The key that was bound on this line; told once.
    pub fn take_bound(&mut self) -> Option<NewKey> {
        self.bound.take()
    }

    /// A key is offered: whether it is worth a signature. Nothing follows from it.
    pub fn offered(&mut self, server: &Server, peer: SocketAddr, key: &PublicKey) -> Auth {
        let Ok(key) = access::new_key(key, "") else {
            return Knock::not_yet();
        };
        let (published, now) = (server.desk().published(), server.desk().now());
        let name = &key.fingerprint;
        if published.key_opens(name).is_some() || server.bindings.waits(peer.ip(), name) {
            return Auth::Accept;
        }
        let shown = Shown::of(&key);
        if self.shown.len() < STRANGE_KEYS && !self.shown.contains(&shown) {
            server.figures.strange_keys.inc();
            if server.news.worth("key") {
                info!(%peer, key = %name, "a key that gives no access");
            }
            self.shown.push(shown);
        }
        if self.asked_proof.is_none() && !key.algorithm.is_touched() && published.invites(now) {
            self.asked_proof = Some(name.clone());
        }
        match &self.asked_proof {
            Some(asked) if asked == name => Auth::Accept,
            Some(_) | None => Knock::not_yet(),
        }
    }

    /// A key was proven: whose it is. One that waits for this is bound.
    pub async fn verified(
        &mut self,
        server: &Arc<Server>,
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
        if let Some(binding) = server.bindings.take(peer.ip(), &key.fingerprint) {
            return self.bind(server, peer, key, &binding).await;
        }
        if self.asked_proof.as_ref() == Some(&key.fingerprint) {
            self.proven = Some(key);
        }
        sleep(REFUSAL).await;
        Knock::not_yet()
    }

    /// Binds a key that was proven by a code that was said.
    async fn bind(
        &mut self,
        server: &Server,
        peer: SocketAddr,
        mut key: NewKey,
        binding: &Binding,
    ) -> Auth {
        key.name = access::key_name(&binding.name);
        let redeem = Command::Access(AccessCommand::Redeem {
            digest: binding.digest,
            key: key.clone(),
        });
        let done = server.desk().submit(Submission::new(None, redeem)).await;
        let opens = server.desk().published().key_opens(&key.fingerprint);
        if let (Ok(_), Some(person)) = (done, opens) {
            info!(%peer, %person, key = %key.fingerprint, "logged in with a code; the key is bound");
            server.figures.logins.inc();
            self.known = Some((person, key.fingerprint.clone()));
            self.bound = Some(key);
            return Auth::Accept;
        }
        server.figures.refusals.inc();
        sleep(REFUSAL).await;
        Knock::key_only()
    }

    /// Begins to ask: for the key, where several were offered, and for the code.
    pub fn ask(&mut self) -> Auth {
        self.binding = None;
        self.asked.set();
        if self.tried >= CODES {
            return Knock::key_only();
        }
        match self.shown.len() {
            0 => self.say(Round::Over, prompt::NO_KEY),
            1 => {
                self.chosen = Some(0);
                self.say(Round::Code, "")
            }
            _ => self.say(Round::Which(0), ""),
        }
    }

    /// Asks what `round` asks, after a remark.
    fn say(&mut self, round: Round, remark: &str) -> Auth {
        if self.rounds >= ROUNDS {
            return Knock::key_only();
        }
        self.rounds += 1;
        self.round = round;
        let (instructions, prompts) = prompt::words(round, remark, &self.shown, self.chosen);
        Auth::Partial {
            name: "Entremise".into(),
            instructions: instructions.into(),
            prompts: prompts.into(),
        }
    }

    /// Something was answered.
    pub async fn said(&mut self, server: &Arc<Server>, peer: SocketAddr, said: &[u8]) -> Auth {
        let said = std::str::from_utf8(said).unwrap_or_default();
        let keys = self.shown.len();
        match (self.round, self.chosen) {
            (Round::Which(from), _) if from + prompt::PAGE < keys => {
                self.say(Round::Which(from + prompt::PAGE), "")
            }
            (Round::Which(_), before) => match prompt::chosen(said, before, keys) {
                Some(place) => {
                    self.chosen = Some(place);
                    self.say(Round::Code, "")
                }
                None => self.say(Round::Which(keys), prompt::NO_SUCH_KEY),
            },
            (Round::Code, Some(place)) => self.code(server, peer, place, said).await,
            (Round::Name, _) => self.named(server, peer, said).await,
            (Round::Over | Round::Code, _) => Knock::key_only(),
        }
    }

    /// The key was given a name: one that is proven is bound, another one waits for the next call.
    async fn named(&mut self, server: &Arc<Server>, peer: SocketAddr, name: &str) -> Auth {
        let Some(mut binding) = self.binding.take() else {
            return Knock::not_yet();
        };
        name.clone_into(&mut binding.name);
        let proven = self
            .proven
            .take_if(|proven| proven.fingerprint == binding.key);
        match proven {
            Some(key) => self.bind(server, peer, key, &binding).await,
            None => {
                server.bindings.wait(peer.ip(), binding);
                self.say(Round::Over, prompt::CALL_AGAIN)
            }
        }
    }

    /// A code was said: a right one allows the chosen key to be bound.
    async fn code(
        &mut self,
        server: &Arc<Server>,
        peer: SocketAddr,
        place: usize,
        typed: &str,
    ) -> Auth {
        let Some(key) = self.shown.get(place).map(|shown| shown.key.clone()) else {
            return Knock::not_yet();
        };
        if self.tried >= CODES {
            return Knock::key_only();
        }
        self.tried += 1;
        let allowed = server.codes.may_try(peer.ip());
        let (published, now) = (server.desk().published(), server.desk().now());
        let digest = access::digest(typed).filter(|_| allowed);
        let digest = digest.filter(|digest| published.code_stands(digest, now));
        if let Some(digest) = digest {
            if published.is_known_key(&key) {
                return self.say(Round::Over, prompt::SPENT_KEY);
            }
            let name = String::new();
            self.binding = Some(Binding { digest, key, name });
            return self.say(Round::Name, "");
        }
        server.codes.failed(peer.ip());
        server.figures.refusals.inc();
        if server.news.worth("code") {
            warn!(%peer, %key, allowed, "a code that is not valid");
        }
        sleep(REFUSAL).await;
        if !allowed {
            return self.say(Round::Over, prompt::TOO_MANY_CODES);
        }
        if self.tried < CODES {
            return self.say(Round::Code, prompt::WRONG_CODE);
        }
        Knock::key_only()
    }
}
