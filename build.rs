//! Digests of the sources, for what must never be read by another program than the one that wrote it: the
//! frames of the socket (`ENTREMISE_BUILD`) and the checkpoints of the state (`ENTREMISE_STATE`). Taken from
//! the text of the program itself, so that nobody can forget to change a number.

use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// What the program is made of.
const PROGRAM: [&str; 4] = ["Cargo.lock", "Cargo.toml", "assets", "src"];
/// What decides which state a journal comes to, and how a checkpoint spells it.
const STATE: [&str; 5] = [
    "Cargo.lock",
    "src/desk/checkpoints.rs",
    "src/domain",
    "src/journal/codec.rs",
    "src/text",
];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    println!("cargo::rerun-if-changed=build.rs");
    for part in PROGRAM {
        println!("cargo::rerun-if-changed={part}");
    }
    println!(
        "cargo::rustc-env=ENTREMISE_BUILD={}",
        digest(&root, &PROGRAM)?
    );
    println!(
        "cargo::rustc-env=ENTREMISE_STATE={}",
        digest(&root, &STATE)?
    );
    Ok(())
}

/// Returns the digest of these files and folders, names and contents, in 16 hexadecimal digits.
fn digest(root: &Path, parts: &[&str]) -> io::Result<String> {
    let mut files = Vec::new();
    for part in parts {
        gather(root, &root.join(part), &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    for name in files {
        let bytes = fs::read(root.join(&name))?;
        hasher.write(name.as_bytes());
        hasher.write_u8(0);
        hasher.write_usize(bytes.len());
        hasher.write(&bytes);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Adds the names of the files at and below `path`. What is not there adds nothing.
fn gather(root: &Path, path: &Path, files: &mut Vec<String>) -> io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            gather(root, &entry?.path(), files)?;
        }
    } else if let Ok(name) = path.strip_prefix(root)
        && path.is_file()
    {
        files.push(name.to_string_lossy().into_owned());
    }
    Ok(())
}
