//! QUO-6, WKS-8 through the real program: a logo goes in from a file or a pipe, stands on the paper, comes out as it was given,
//! and is undone.

use super::{house, piped, program, run};

const JPEG: &[u8] = include_bytes!("../../src/document/tests/logo.jpg");

/// What a run prints, as bytes.
fn printed(data: &tempfile::TempDir, args: &[&str]) -> Vec<u8> {
    let done = program(data.path(), args).output().expect("it runs");
    assert!(
        done.status.success(),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    done.stdout
}

/// WKS-8: what is printed of one store sets the same in another.
#[test]
fn wks_8_a_logo_goes_out_as_a_file_and_comes_back() {
    let data = house();
    let file = data.path().join("our logo.jpg");
    std::fs::write(&file, JPEG).expect("written");
    let name = file.to_string_lossy().into_owned();
    run(&data, &["settings", "logo", "FR", &name])
        .says(&["Logo on papers for FR: our logo.jpg, 24 × 16, 674 B"]);
    run(&data, &["settings", "logo"]).says(&["FR\tour logo.jpg\t24\t16\t674"]);
    let one = run(&data, &["settings", "logo", "France", "--json"]).out;
    assert!(
        one.contains("\"file\":\"our logo.jpg\"") && one.contains("\"width\":24"),
        "{one}"
    );
    assert_eq!(run(&data, &["settings", "logo", "BE"]).out, "");
    // The file of settings says that it is not in it, and how it is saved.
    let all = run(&data, &["settings", "print"])
        .says(&[
            "# Logo on papers for FR: our logo.jpg",
            "settings logo FR --print > 'our logo.jpg'",
        ])
        .out
        .clone();
    piped(&data, &["settings", "apply", "-"], all.as_bytes()).says(&["Nothing to change"]);
    let picture = printed(&data, &["settings", "logo", "FR", "--print"]);
    assert_eq!(picture, JPEG);
    let other = house();
    piped(
        &other,
        &["settings", "logo", "FR", "-", "--name", "our logo.jpg"],
        &picture,
    )
    .says(&["our logo.jpg, 24 × 16"]);
    let told = |data| run(data, &["settings", "logo"]).out;
    assert_eq!(told(&other), told(&data));
    assert_eq!(
        printed(&other, &["settings", "logo", "FR", "--print"]),
        JPEG
    );
}

/// QUO-6: a file that is no logo is refused, and nothing is stored.
#[test]
fn quo_6_a_file_that_is_no_logo_changes_nothing() {
    let data = house();
    let set = |name: &str, bytes: &[u8]| {
        piped(
            &data,
            &["settings", "logo", "FR", "-", "--name", name],
            bytes,
        )
    };
    let cut = &JPEG[..JPEG.len() / 2];
    let large = vec![0xff; 512 * 1024 + 1];
    for (bytes, why) in [
        (&b"hello"[..], "neither a PNG nor a JPEG"),
        (b"", "neither a PNG nor a JPEG"),
        (cut, "damaged or incomplete"),
        (&large, "larger than 512 KiB"),
    ] {
        set("logo.png", bytes).refuses(65, &[why]);
    }
    piped(&data, &["settings", "logo", "FR", "-"], JPEG).refuses(1, &["--name"]);
    run(&data, &["settings", "logo", "Atlantis"]).refuses(64, &["Atlantis"]);
    run(&data, &["settings", "logo", "FR", "--print"]).refuses(1, &["no logo"]);
    run(&data, &["settings", "logo", "FR", "--remove"]).refuses(1, &["no logo"]);
    assert_eq!(run(&data, &["settings", "logo"]).out, "");
    assert!(!run(&data, &["settings", "history"]).out.contains("logo"));
    let stored = std::fs::read_dir(data.path().join("blobs")).map_or(0, Iterator::count);
    assert_eq!(stored, 0);
    // A name is no place for anything but a name.
    set("a\u{1b}[31m\u{202e}b.png\n", JPEG).says(&["b.png"]);
    assert!(!run(&data, &["settings", "logo"]).out.contains('\u{1b}'));
}

/// PPL-6, REQ-11: who set it stands in the history, and it is undone.
#[test]
fn ppl_6_a_logo_is_told_in_the_history_and_undone() {
    let data = house();
    let set = |name: &str| {
        piped(
            &data,
            &["settings", "logo", "FR", "-", "--name", name],
            JPEG,
        )
    };
    set("first.jpg").says(&["first.jpg"]);
    set("second.jpg").says(&["second.jpg"]);
    run(&data, &["settings", "history"]).says(&[
        "Amélie",
        "identity.FR.logo: first.jpg, 24 × 16 → second.jpg, 24 × 16",
        "identity.FR.logo: (empty) → first.jpg, 24 × 16",
    ]);
    run(&data, &["settings", "history", "identity.FR.logo"]).says(&["first.jpg", "second.jpg"]);
    run(&data, &["settings", "history", "identity.BE.logo"]).says(&["No change yet"]);
    run(&data, &["settings", "undo"]).says(&["1 setting is as before"]);
    run(&data, &["settings", "logo"]).says(&["first.jpg"]);
    run(&data, &["settings", "logo", "FR", "--remove"]).says(&["Papers for FR have no logo"]);
    assert_eq!(run(&data, &["settings", "logo"]).out, "");
    run(&data, &["settings", "undo"]).says(&["1 setting is as before"]);
    run(&data, &["settings", "logo"]).says(&["first.jpg"]);
    // No logo is nothing that is missing.
    assert!(
        !run(&data, &["settings", "check"])
            .out
            .to_lowercase()
            .contains("logo")
    );
}
