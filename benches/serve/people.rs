//! The people of a served house: half of them facilitators, half officers, each with a key made of their
//! number, added by the library before the server starts.

use std::path::Path;
use std::sync::Arc;

use entremise::desk::{Desk, Submission, machine_clock};
use entremise::domain::Command;
use entremise::domain::access::command::AccessCommand;
use entremise::domain::access::{Algorithm, Fingerprint, NewKey};
use entremise::domain::ids::PersonId;
use entremise::domain::person::command::PeopleCommand;
use entremise::domain::person::{NewPerson, Role};
use russh::keys::ssh_key::private::{Ed25519Keypair, KeypairData};
use russh::keys::{HashAlg, PrivateKey};

use super::measure::or_exit;
use super::store::{ME, STAFF};

/// The key of somebody.
pub fn key(number: usize) -> Arc<PrivateKey> {
    let seed = *blake3::hash(format!("person {number}").as_bytes()).as_bytes();
    let pair = KeypairData::Ed25519(Ed25519Keypair::from_seed(&seed));
    Arc::new(or_exit(PrivateKey::new(pair, "")))
}

/// Whether somebody is an officer; the others are facilitators.
pub fn is_officer(number: usize) -> bool {
    number.is_multiple_of(2)
}

/// Adds `many` people with their keys to the house in `folder`.
pub async fn add(folder: &Path, many: usize) {
    let desk = or_exit(Desk::open(folder, machine_clock()).await);
    let mut under_way = Vec::new();
    for number in 0..many {
        let role = if is_officer(number) {
            Role::RelationOfficer
        } else {
            Role::Facilitator
        };
        let person = NewPerson {
            name: format!("Person{number} Dupont").into(),
            email: format!("person{number}@house.example").into(),
            roles: vec![role],
        };
        under_way.push(send(&desk, Command::People(PeopleCommand::Add(person))).await);
        let id = STAFF + 1 + or_exit(u32::try_from(number));
        let bind = Command::Access(AccessCommand::AddKey {
            person: PersonId(id),
            key: public(&key(number)),
        });
        under_way.push(send(&desk, bind).await);
        // The desk has room for so many; the rest waits.
        if under_way.len() >= 512 {
            for sent in under_way.drain(..) {
                or_exit(sent.answer().await);
            }
        }
    }
    for sent in under_way {
        or_exit(sent.answer().await);
    }
    desk.close().await;
}

async fn send(desk: &Desk, command: Command) -> entremise::desk::Sent {
    or_exit(desk.send(Submission::new(Some(ME), command)).await)
}

fn public(key: &PrivateKey) -> NewKey {
    let public = key.public_key();
    let print = public.fingerprint(HashAlg::Sha256).to_string();
    NewKey {
        fingerprint: or_exit(Fingerprint::parse(&print)),
        algorithm: or_exit(Algorithm::parse("ssh-ed25519").ok_or("no algorithm")),
        public: or_exit(public.to_openssh()).trim().into(),
        name: "".into(),
    }
}
