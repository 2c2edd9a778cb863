//! The key the house proves itself with: ed25519, one file, for its owner only. Made at the first start and
//! never again by itself: clients remember it, and one that is another all at once looks to them like an
//! attack. So the house remembers it too, in `host_key.pub` and in the store, and serves with no other before
//! somebody says so.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use russh::keys::ssh_key::LineEnding;
use russh::keys::ssh_key::private::{Ed25519Keypair, KeypairData};
use russh::keys::{HashAlg, PrivateKey, PublicKey};

use crate::journal::Drafts;
use crate::plain::Problem;

/// The file's name in the data folder; the public half beside it has this and `.pub`.
const FILE: &str = "host_key";
/// A longer file is no key.
const MOST: u64 = 16 * 1024;
/// Under what the store remembers the fingerprint.
const MEMORY: &str = "host-key";
/// The status of a setup that somebody must look after (sysexits).
const CONFIG: u8 = 78;

/// The host key of one house: its files, and what the store remembers of it.
pub struct HostKey<'a> {
    folder: &'a Path,
    memory: &'a Drafts,
}

/// What a command about the key tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The fingerprint that clients know, if there was one.
    pub before: Option<String>,
    /// The fingerprint from now on.
    pub now: String,
    /// Where the file that was there is kept.
    pub aside: Option<PathBuf>,
}

impl<'a> HostKey<'a> {
    /// That of the house in `folder`, whose store has this memory.
    pub fn of(folder: &'a Path, memory: &'a Drafts) -> HostKey<'a> {
        HostKey { folder, memory }
    }

    /// Returns the key to serve with; at the first start it is made.
    ///
    /// # Errors
    /// A file that others can read, or that is no key; one that is missing though there was one; another key
    /// than clients know. Each says what to do.
    pub fn to_serve(&self) -> Result<PrivateKey, Problem> {
        let known = self.known();
        let key = match (self.read(), &known) {
            (Ok(Some(key)), Known::Never | Known::Unclear) => key,
            (Ok(Some(key)), Known::As(known)) if fingerprint(&key) == *known => key,
            (Ok(Some(key)), Known::As(known)) => {
                let words = format!(
                    "the host key in {} ({}) is not the one clients know ({known})",
                    self.path().display(),
                    fingerprint(&key)
                );
                let way = "put the old file back from a backup; to use this one anyway, run `entremise host-key --accept`: every client will be warned";
                return Err(Problem::with(CONFIG, words).because(way));
            }
            (Ok(None), Known::Never) => return self.make(),
            (Ok(None), Known::As(_) | Known::Unclear) => {
                let words = format!("the host key {} is missing", self.path().display());
                return Err(self.lost(words));
            }
            (Err(problem), _) => return Err(problem),
        };
        self.remember(&key)?;
        Ok(key)
    }

    /// Returns the fingerprint of the key there is.
    ///
    /// # Errors
    /// As [`Self::to_serve`]; and that there is none yet.
    pub fn shown(&self) -> Result<String, Problem> {
        match self.read()? {
            Some(key) => Ok(fingerprint(&key)),
            None if self.known() == Known::Never => Err(Problem::new(
                "there is no host key yet: `entremise serve` makes one at its first start",
            )),
            None => Err(self.lost(format!("the host key {} is missing", self.path().display()))),
        }
    }

    /// Makes a new key on purpose; the old file is kept aside.
    ///
    /// # Errors
    /// A folder that cannot be written to.
    pub fn renew(&self) -> Result<Changed, Problem> {
        let before = self.before();
        let aside = self.put_aside()?;
        let key = self.make()?;
        Ok(Changed {
            before,
            now: fingerprint(&key),
            aside,
        })
    }

    /// Serves with the key in the file from now on, whatever clients know.
    ///
    /// # Errors
    /// A file that holds no key, or that others can read.
    pub fn accept(&self) -> Result<Changed, Problem> {
        let before = self.before();
        let Some(key) = self.read()? else {
            return Err(Problem::new(format!(
                "there is no key in {}",
                self.path().display()
            )));
        };
        self.remember(&key)?;
        Ok(Changed {
            before,
            now: fingerprint(&key),
            aside: None,
        })
    }

    fn path(&self) -> PathBuf {
        self.folder.join(FILE)
    }

    fn public(&self) -> PathBuf {
        self.folder.join(format!("{FILE}.pub"))
    }

    fn before(&self) -> Option<String> {
        match self.known() {
            Known::As(fingerprint) => Some(fingerprint),
            Known::Unclear | Known::Never => {
                self.read().ok().flatten().map(|key| fingerprint(&key))
            }
        }
    }

    /// What clients know the house by: the store's word counts, then the public half.
    fn known(&self) -> Known {
        if let Ok(Some(fingerprint)) = self.memory.recall(MEMORY) {
            return Known::As(fingerprint);
        }
        match fs::read_to_string(self.public()) {
            Ok(text) => PublicKey::from_openssh(text.trim()).map_or(Known::Unclear, |key| {
                Known::As(key.fingerprint(HashAlg::Sha256).to_string())
            }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Known::Never,
            Err(_) => Known::Unclear,
        }
    }

    /// The key in the file; nothing when there is no file.
    fn read(&self) -> Result<Option<PrivateKey>, Problem> {
        let path = self.path();
        let name = path.display().to_string();
        let unreadable = |error: std::io::Error| {
            self.lost(format!("the host key {name} cannot be read"))
                .because(error)
        };
        let data = match fs::metadata(&path) {
            Ok(data) => data,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(error)),
        };
        if data.mode() & 0o077 != 0 {
            return Err(Problem::with(
                CONFIG,
                format!(
                    "{name} can be read by others: run chmod 600 on it, and consider a new key (`entremise host-key --new`)"
                ),
            ));
        }
        if data.len() > MOST {
            return Err(self.lost(format!("{name} is too long for a key")));
        }
        let text = fs::read(&path).map_err(unreadable)?;
        let key = PrivateKey::from_openssh(text).map_err(|error| {
            self.lost(format!("{name} is not an OpenSSH private key"))
                .because(error)
        })?;
        Ok(Some(key))
    }

    /// The key is gone, and clients may know it.
    fn lost(&self, words: String) -> Problem {
        let known = match self.known() {
            Known::As(fingerprint) => format!(" Clients know {fingerprint}."),
            Known::Unclear | Known::Never => String::new(),
        };
        Problem::with(CONFIG, words).because(format!(
            "put the file back from a backup; without one, run `entremise host-key --new`: every client will be warned that the key has changed.{known}"
        ))
    }

    /// Writes down what clients know from now on.
    fn remember(&self, key: &PrivateKey) -> Result<(), Problem> {
        let fingerprint = fingerprint(key);
        let public = fs::read_to_string(self.public());
        let agrees = public.is_ok_and(|there| {
            key.public_key()
                .to_openssh()
                .is_ok_and(|own| there.trim() == own)
        });
        match self.memory.recall(MEMORY) {
            Ok(known) if known.as_deref() == Some(&fingerprint) => {}
            // It cannot be asked just now, on a full disk say; the file beside the key says the same.
            Err(_) if agrees => return Ok(()),
            Ok(_) | Err(_) => self.memory.remember(MEMORY, &fingerprint)?,
        }
        let failed = |error: &dyn std::fmt::Display| {
            Problem::new(format!("{} cannot be written", self.public().display())).because(error)
        };
        let text = key.public_key().to_openssh().map_err(|e| failed(&e))? + "\n";
        if fs::read_to_string(self.public()).is_ok_and(|there| there == text) {
            return Ok(());
        }
        write(&self.public(), text.as_bytes()).map_err(|e| failed(&e))
    }

    /// Makes a key, whole on the disk before anybody is shown it.
    fn make(&self) -> Result<PrivateKey, Problem> {
        let path = self.path();
        let failed = |error: &dyn std::fmt::Display| {
            Problem::new(format!("{} cannot be written", path.display())).because(error)
        };
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).map_err(|error| failed(&error))?;
        let pair = KeypairData::Ed25519(Ed25519Keypair::from_seed(&seed));
        let key = PrivateKey::new(pair, "entremise").map_err(|error| failed(&error))?;
        let text = key
            .to_openssh(LineEnding::LF)
            .map_err(|error| failed(&error))?;
        write(&path, text.as_bytes()).map_err(|error| failed(&error))?;
        self.remember(&key)?;
        Ok(key)
    }

    fn put_aside(&self) -> Result<Option<PathBuf>, Problem> {
        let path = self.path();
        if fs::symlink_metadata(&path).is_err() {
            return Ok(None);
        }
        let mut free = (1..10_000).map(|n| self.folder.join(format!("{FILE}.aside-{n}")));
        let aside = free.find(|path| fs::symlink_metadata(path).is_err());
        let aside =
            aside.ok_or_else(|| Problem::new("too many old host keys are kept: remove some"))?;
        fs::rename(&path, &aside).map_err(|error| {
            Problem::new(format!("{} cannot be renamed", path.display())).because(error)
        })?;
        Ok(Some(aside))
    }
}

/// What clients know the house by.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Known {
    /// By this fingerprint.
    As(String),
    /// There was a key, and nothing tells which.
    Unclear,
    /// There was none yet.
    Never,
}

/// Writes a private file, so that it is there whole or not at all, after a power cut too.
fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut name = path.as_os_str().to_os_string();
    name.push(".new");
    let fresh = PathBuf::from(name);
    // One that an interrupted start left may have another mode.
    match fs::remove_file(&fresh) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true).mode(0o600);
    let mut file = options.open(&fresh)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&fresh, path)?;
    fs::File::open(path.parent().unwrap_or(path))?.sync_all()
}

/// What is told of a key, so that people can compare.
pub fn fingerprint(key: &PrivateKey) -> String {
    key.public_key().fingerprint(HashAlg::Sha256).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::Store;
    use std::os::unix::fs::PermissionsExt;

    fn print(key: &HostKey) -> String {
        fingerprint(&key.to_serve().unwrap())
    }

    #[track_caller]
    fn refused(key: &HostKey, words: &[&str]) {
        let problem = key.to_serve().expect_err("a refusal");
        assert_eq!(problem.status, CONFIG);
        let said = problem.to_string();
        for word in words {
            assert!(said.contains(word), "{word:?} is not in {said}");
        }
    }

    #[test]
    fn ppl_5_the_house_keeps_its_key_to_itself() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let key = HostKey::of(folder.path(), store.drafts());
        let first = print(&key);
        assert_eq!(print(&key), first);
        let path = folder.path().join(FILE);
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        refused(&key, &["chmod 600"]);
    }

    #[test]
    fn ppl_5_a_lost_host_key_is_never_replaced_in_silence() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let key = HostKey::of(folder.path(), store.drafts());
        let known = print(&key);
        let (path, public) = (key.path(), key.public());
        let old = fs::read(&path).unwrap();
        // Either witness is enough: the store alone, the public half alone.
        fs::remove_file(&path).unwrap();
        fs::remove_file(&public).unwrap();
        refused(&key, &["missing", "--new", &known]);
        write(&path, &old).unwrap();
        assert_eq!(print(&key), known);
        store.drafts().remove(0, MEMORY).unwrap();
        fs::remove_file(&path).unwrap();
        refused(&key, &["missing", &known]);
        // Something is there, and nothing tells what.
        fs::write(&public, "garbage").unwrap();
        refused(&key, &["missing"]);
        for damaged in [&b""[..], &old[..40], &[0xff; 600]] {
            write(&path, damaged).unwrap();
            refused(&key, &["not an OpenSSH private key"]);
        }
        write(&path, &old).unwrap();
        assert_eq!(print(&key), known);
        assert_ne!(fs::read(&public).unwrap(), b"garbage");
    }

    #[test]
    fn ppl_5_a_host_key_changes_when_somebody_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap();
        let key = HostKey::of(folder.path(), store.drafts());
        let first = print(&key);
        let changed = key.renew().unwrap();
        assert_eq!(changed.before.as_deref(), Some(first.as_str()));
        assert_ne!(changed.now, first);
        assert_eq!(print(&key), changed.now);
        let aside = changed.aside.unwrap();
        write(&key.path(), &fs::read(&aside).unwrap()).unwrap();
        refused(
            &key,
            &[
                "is not the one clients know",
                &first,
                &changed.now,
                "--accept",
            ],
        );
        let accepted = key.accept().unwrap();
        assert_eq!(
            (accepted.before, accepted.now),
            (Some(changed.now), first.clone())
        );
        assert_eq!(print(&key), first);
    }
}
