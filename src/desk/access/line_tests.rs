//! PPL-5: keys of every kind that is taken, with the fingerprints `ssh-keygen -l` gives, and what is not.

use super::*;

/// Lines as ssh-keygen writes them, and their fingerprints as it shows them.
const TAKEN: [(Algorithm, &str, &str); 7] = [
    (
        Algorithm::Ed25519,
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIyGpZTdLhvXLRFnrNfoN/IPQTBrVynfpoZW7NxgpuPB",
        "SHA256:TUS9vJ6ZIb3GxjauAAKK3rcL97uncj1O5hTu2Ohg90A",
    ),
    (
        Algorithm::EcdsaP256,
        "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBIi9zAjg97+WK0THcg65QVJtN4JyI+bXUUZEZ/GKTidljbvLKf4EB/t0fGi49im4gn4FI6bJPDc1+MrZUSv3f1o=",
        "SHA256:pBAo2ZmARynkm3LtUBJBwrsJvkS0EIcE6Y9LO8Fu0eo",
    ),
    (
        Algorithm::EcdsaP384,
        "ecdsa-sha2-nistp384 AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBG3lWvTXKUdehx7jwQFuVDZKNQ0iNsZ0vJR6wHEJMnMiHMZnBXHPOgPw0+BUGNdNIeippuMJfEg2O7pnsY6XipG2GSF8NlYVWf89kkoUBUsiQ5M5zR6rHUHV3Fa8L9TIUw==",
        "SHA256:ThvibhS5Z83zArNRQfXJadnBTNdETkepJK8xYcsUcik",
    ),
    (
        Algorithm::EcdsaP521,
        "ecdsa-sha2-nistp521 AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBADVjGoNTaXMDMIZGc3AFWpKzVzxTTGNtxsIXVJz0BQBr76KR9rC3xb/aw2w5tu8zDXtz0s6PVkiWn1H4gmwGvnDiwBJG5DvdXYZVTUOa9ovvkhsKJqoJt8DgwzyohhyRRmjm7SkP954FsI2hBydLbCmU900emTgLyWar44K0XHzN6S3dQ==",
        "SHA256:5EkXMu3Nz0bVtEtpw/BA6LG/mWDjcSMcCULlEmnlJD0",
    ),
    (
        Algorithm::Rsa,
        "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQDAjyNjcXTm/d9QlIb6C33PamNZ0fIPcNTOBu/tBUXReFUw1vBKC7vodWumqtNUcHV6OR3At4eXfphLUGVkJGwFgpypuiuIoy19MB0mHETjgeK4UPpUuVJ3Wd4tY3gIsJ7La/AYF63Q5atvmDa6YdE+14bEcPuAx0hjLG7ufGOH6gzxFlSxaWf1X9kMzHQl1mJyQxH/RMp//rEkLzWzdSQuDngNh9dc2mQEcT5RvBv8vx1S+LRNNghSotQLlTVUSh4E7+VR/Lg+pQR5FXVxfMrJ4TSy0LJlFBpIkPs6fEYyZPJ3bB5Kct+pE/T6z5B+JP3/Qhtx4ptW0ry50UfW3EWPm1IzeZB0YDZSiST1uxpO9TXqAu7m0COR5ZfkATpzI52nfMqj4pMgD9yPcoGrK9OnFzwD8nKhknVgubQjhXkphK3zWKm5vGpjMVAUJJd+dqBdF7PZKH9h08dLNCGw6c4HrIR7SJBKahHJz85AMEDm2i1g4vwBHsS9of57G8OqVhM=",
        "SHA256:qH5HDwOUimG95//CyDPLWC5tBgRN0JCUsE383kHg7/0",
    ),
    (
        Algorithm::SkEd25519,
        "sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIIyGpZTdLhvXLRFnrNfoN/IPQTBrVynfpoZW7NxgpuPBAAAABHNzaDo=",
        "SHA256:yghPmRVEWXWSfzAf8dzhsXMjNqy0TLo/zyxHPf20L48",
    ),
    (
        Algorithm::SkEcdsaP256,
        "sk-ecdsa-sha2-nistp256@openssh.com AAAAInNrLWVjZHNhLXNoYTItbmlzdHAyNTZAb3BlbnNzaC5jb20AAAAIbmlzdHAyNTYAAABBBIi9zAjg97+WK0THcg65QVJtN4JyI+bXUUZEZ/GKTidljbvLKf4EB/t0fGi49im4gn4FI6bJPDc1+MrZUSv3f1oAAAAEc3NoOg==",
        "SHA256:eDQg4gTtZPNMtp0UpkZQlcllcEpvlQWNPd/0Cz7+tsU",
    ),
];
const SHORT: &str = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCc33KArPYPF58UFX8m7hCeq43+AP0zxwBlEodMZopn44aMOtnYaEpXVFyxSwDsr+3QeQFT9SpQjDnXbDrj8F7DsFF7FN2KqtQEL+sxVN0l6Fd2wAjpj2In6EtHRQICPcBHi251zv9VwrgYdQuBl4pn0OHqGM0EDm/vmda7R576Z8oBx3kpJeTBOjdfhQSLWAwhbG/2Vf56R2IgcBb3LaiMGtvaxG98aMGQJmbgP2ctehAv01yfESFx+M2LTqK+1IjI8ZGgoQSnAbwpux8wQf7f46zlsWfAxkxuF28NJtlCMK3ZW3pdy6ChRhkok9OoG6MA6sMzimf2flIMfyc98lIn";
const DSA: &str = "ssh-dss AAAAB3NzaC1kc3MAAACBAIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAFQCAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAECAAAAAQM=";

#[test]
fn ppl_5_keys_of_every_kind_that_is_taken_are_known_by_the_fingerprint_openssh_shows() {
    for (algorithm, line, fingerprint) in TAKEN {
        let key = read_key(line).unwrap_or_else(|why| panic!("{line}: {why}"));
        assert_eq!(key.algorithm, algorithm);
        assert_eq!(key.fingerprint.as_str(), fingerprint);
        assert_eq!(&*key.public, line);
        assert_eq!(&*key.name, "");
        assert!(key.public.len() <= NewKey::PUBLIC_MOST);
    }
    let all: std::collections::BTreeSet<_> = TAKEN.iter().map(|(one, ..)| one).collect();
    assert_eq!(all.len(), Algorithm::ALL.len());
}

#[test]
fn ppl_5_the_comment_becomes_the_name_and_is_kept_nowhere_else() {
    let (_, line, _) = TAKEN[0];
    let named = |comment: &str| {
        let key = read_key(&format!("  {line}  {comment}\n")).expect("a key");
        assert_eq!(&*key.public, line);
        key.name.to_string()
    };
    assert_eq!(named("fay@laptop at home"), "fay@laptop at home");
    assert_eq!(named("a\u{202e}b"), "a<U+202E>b");
    assert_eq!(named(&"é".repeat(99)), "é".repeat(60));
    let tabs = line.replace(' ', " \t ");
    assert_eq!(&*read_key(&tabs).expect("a key").public, line);
}

#[test]
fn ppl_5_what_is_not_taken_says_what_to_do() {
    let (_, line, _) = TAKEN[0];
    let kind = |kind: &str| Err(KeyProblem::Kind(kind.into()));
    assert_eq!(read_key(SHORT), Err(KeyProblem::Short(2_048)));
    assert_eq!(read_key(DSA), kind("ssh-dss"));
    let certificate = line.replace("ssh-ed25519 ", "ssh-ed25519-cert-v01@openssh.com ");
    assert_eq!(
        read_key(&certificate),
        kind("ssh-ed25519-cert-v01@openssh.com")
    );
    let private = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjE";
    assert_eq!(read_key(private), Err(KeyProblem::Private));
    let two = format!("{line}\n{line}");
    let huge = format!("ssh-ed25519 {}", "A".repeat(1_000_000));
    let other = line.replace("ssh-ed25519", "ssh-rsa");
    let options = format!("command=\"ls\" {line}");
    for bad in [
        "",
        "ssh-ed25519",
        "ssh-ed25519 AAAA",
        "hello there",
        "TUS9vJ6ZIb3GxjauAAKK3rcL97uncj1O5hTu2Ohg90A",
        &two,
        &huge,
        &other,
        &options,
        &line[..line.len() - 4],
    ] {
        assert_eq!(read_key(bad), Err(KeyProblem::Unreadable), "{bad}");
    }
    for problem in [
        KeyProblem::Unreadable,
        KeyProblem::Kind("ssh-dss".into()),
        KeyProblem::Short(2_048),
    ] {
        let said = problem.to_string();
        assert!(said.ends_with("ssh-keygen -t ed25519"), "{said}");
    }
}

#[test]
fn ppl_5_a_key_that_was_proved_is_the_key_of_the_line() {
    for (_, line, _) in TAKEN {
        let proved = PublicKey::from_openssh(&format!("{line} whoever@wherever")).expect("a key");
        let (new, read) = (new_key(&proved, "at the door"), read_key(line));
        let (new, read) = (new.expect("taken"), read.expect("taken"));
        assert_eq!(&*new.name, "at the door");
        assert_eq!(
            (&new.fingerprint, &new.public),
            (&read.fingerprint, &read.public)
        );
    }
}
