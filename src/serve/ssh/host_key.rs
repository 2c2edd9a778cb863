//! The key the house proves itself with: ed25519, one file, for its owner only. Made at the first start,
//! never again: clients remember it.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

use russh::keys::ssh_key::LineEnding;
use russh::keys::ssh_key::private::{Ed25519Keypair, KeypairData};
use russh::keys::{HashAlg, PrivateKey};

use crate::plain::Problem;

/// The file's name in the data folder.
const FILE: &str = "host_key";
/// A longer file is no key.
const MOST: u64 = 16 * 1024;

/// The key of the house in `folder`, made if there is none.
///
/// # Errors
/// A file others can read, or that is no key; a folder that cannot be written to.
pub fn host_key(folder: &Path) -> Result<PrivateKey, Problem> {
    let path = folder.join(FILE);
    let name = path.display().to_string();
    let data = match fs::metadata(&path) {
        Ok(data) => data,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return make(&path),
        Err(error) => return Err(Problem::new(format!("{name} cannot be read")).because(error)),
    };
    if data.mode() & 0o077 != 0 {
        return Err(Problem::new(format!(
            "{name} can be read by others: run chmod 600 on it, and consider a new key"
        )));
    }
    if data.len() > MOST {
        return Err(Problem::new(format!("{name} is too long for a key")));
    }
    let text = fs::read_to_string(&path)
        .map_err(|error| Problem::new(format!("{name} cannot be read")).because(error))?;
    PrivateKey::from_openssh(text).map_err(|error| {
        Problem::new(format!(
            "{name} is no OpenSSH private key: put the right one back, or remove it to have a new one made"
        ))
        .because(error)
    })
}

/// Makes a key, whole on the disk before anybody is shown it.
fn make(path: &Path) -> Result<PrivateKey, Problem> {
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
    let fresh = path.with_extension("new");
    let write = || {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true).mode(0o600);
        // One that an interrupted start left may have another mode.
        match fs::remove_file(&fresh) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut file = options.open(&fresh)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&fresh, path)?;
        // Clients remember it: it must be there after a power cut too.
        let folder = path.parent().unwrap_or(path);
        fs::File::open(folder)?.sync_all()
    };
    write().map_err(|error| failed(&error))?;
    Ok(key)
}

/// What is told of a key, so that people can compare.
pub fn fingerprint(key: &PrivateKey) -> String {
    key.public_key().fingerprint(HashAlg::Sha256).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn ppl_5_the_house_keeps_its_key_to_itself() {
        let folder = tempfile::tempdir().unwrap();
        let first = host_key(folder.path()).unwrap();
        let again = host_key(folder.path()).unwrap();
        assert_eq!(fingerprint(&first), fingerprint(&again));
        let path = folder.path().join(FILE);
        assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        let refused = host_key(folder.path()).unwrap_err().to_string();
        assert!(refused.contains("chmod 600"), "{refused}");
    }
}
