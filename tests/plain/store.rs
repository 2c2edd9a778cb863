//! The store as the command line meets it (WKS-7): a lost format file, files that cannot be saved, who can read
//! it, and a clock that cannot be right.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Run, files, house, house_with_mail, piped, program, run};

/// WKS-7: a store that lost its format file, or has garbage in it, opens with everything and says so.
#[test]
fn wks_7_a_lost_format_file_costs_nothing() {
    let data = house_with_mail();
    let format = data.path().join("store/FORMAT");
    let listed = run(&data, &["inbox"]).out;
    for bytes in [None, Some("garbage"), Some("")] {
        match bytes {
            None => fs::remove_file(&format).expect("removed"),
            Some(bytes) => fs::write(&format, bytes).expect("written"),
        }
        let opened = run(&data, &["inbox"]);
        assert_eq!(opened.says(&["R-1\t"]).out, listed);
        assert!(opened.err.contains("FORMAT was lost"), "{}", opened.err);
        let again = run(&data, &["inbox"]);
        assert_eq!((again.out.as_str(), again.err.as_str()), (&*listed, ""));
    }
    // The shadow log is gone too: only asked to, it is taken for ours.
    fs::remove_file(&format).expect("removed");
    fs::remove_dir_all(data.path().join("store/shadow")).expect("removed");
    let refused = run(&data, &["inbox"]);
    assert_ne!(refused.code, Some(0));
    assert!(refused.err.contains("entremise recover"), "{}", refused.err);
    run(&data, &["recover"]).says(&["rebuilt up to record"]);
    assert_eq!(run(&data, &["inbox"]).says(&["R-1\t"]).out, listed);
    run(&data, &["verify"]).says(&["sound"]);
}

/// REQ-2 WKS-6: one file that cannot be saved keeps no other back, however long the names are.
#[test]
fn req_2_wks_6_saving_files_goes_on_after_one_that_cannot_be_saved() {
    let data = house();
    let long = "é".repeat(150);
    let mut mail =
        "From: Zoé <zoe@client.example>\nSubject: files\nMessage-ID: <f@x>\nMIME-Version: 1.0\n\
        Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nHello.\n"
            .to_owned();
    for (name, content) in [
        ("first.pdf", "one"),
        (&*format!("{long}.pdf"), "two"),
        ("hurt.pdf", "three"),
        ("last.pdf", "four"),
    ] {
        mail.push_str(&format!(
            "--b\nContent-Disposition: attachment; filename=\"{name}\"\n\n{content}\n"
        ));
    }
    mail.push_str("--b--\n");
    piped(&data, &["import", "--quiet", "-"], mail.as_bytes()).says(&["1 new"]);
    let to = data.path().join("saved");
    let all = run(&data, &["files", "R-1", "--to", &to.to_string_lossy()]);
    let names = |to: &Path| {
        let mut names: Vec<String> = fs::read_dir(to)
            .expect("a folder")
            .map(|file| {
                file.expect("a file")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        names.sort();
        names
    };
    all.says(&["first.pdf", "last.pdf"]);
    let saved = names(&to);
    assert_eq!(saved.len(), 4, "{saved:?}");
    let short = saved
        .iter()
        .find(|name| name.starts_with('é'))
        .expect("the long one");
    assert!(short.len() < 200 && short.ends_with(".pdf"), "{short}");
    assert_eq!(fs::read(to.join(short)).expect("read"), b"two");

    for file in files(&data.path().join("store/blobs")) {
        if fs::read(&file).expect("read") == b"three" {
            fs::write(&file, "threE").expect("written");
        }
    }
    let to = data.path().join("again");
    let some = run(&data, &["files", "R-1", "--to", &to.to_string_lossy()]);
    some.refuses(74, &["hurt.pdf was not saved", "1 of 4 files"]);
    let saved = names(&to);
    assert_eq!(saved.len(), 3, "{saved:?}");
    assert!(saved.iter().any(|name| name == "last.pdf"));
}

/// WKS-7: whatever the program writes is for its user alone, the engines' own files too.
#[test]
fn wks_7_nobody_else_can_read_the_store() {
    use std::os::unix::fs::PermissionsExt;
    let data = house_with_mail();
    run(&data, &["inbox"]).says(&["R-1\t"]);
    let store = data.path().join("store");
    let open: Vec<PathBuf> = everything(&store)
        .into_iter()
        .filter(|path| {
            let mode = fs::metadata(path).expect("there").permissions().mode() & 0o777;
            mode & 0o077 != 0
        })
        .collect();
    assert!(open.is_empty(), "{open:?}");
    assert!(everything(&store).len() > 10);
}

/// A folder and all in it.
fn everything(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![folder.to_owned()];
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(everything(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// WKS-7: a clock before 1970 is called what it is, and nothing is made or called damaged.
#[test]
fn wks_7_a_clock_before_1970_is_not_called_damage() {
    const PLACES: [&str; 3] = [
        "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
        "/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1",
        "/usr/lib/faketime/libfaketime.so.1",
    ];
    let Some(library) = PLACES.into_iter().find(|path| Path::new(path).exists()) else {
        eprintln!("SKIPPED: libfaketime is not installed; the desk's own tests set the clock");
        return;
    };
    let data = house_with_mail();
    let at = |time: &str, args: &[&str]| {
        let mut command = program(data.path(), args);
        command.env("LD_PRELOAD", library).env("FAKETIME", time);
        Run::of(command.output().expect("the program cannot be run"))
    };
    for args in [
        ["inbox"].as_slice(),
        &["verify"],
        &["recover"],
        &["tidy"],
        &["serve"],
    ] {
        for (time, shown) in [
            ("1969-06-01 12:00:00", "1969-06-01"),
            ("1970-01-02 12:00:00", "1970-01-02"),
        ] {
            let refused = at(time, args);
            assert_ne!(refused.code, Some(0), "{args:?}");
            assert!(
                refused.err.contains(shown) && refused.err.contains("set it"),
                "{args:?}: {}",
                refused.err
            );
            assert!(
                !refused.err.contains("damaged"),
                "{args:?}: {}",
                refused.err
            );
        }
    }
    run(&data, &["verify"]).says(&["sound"]);
}

/// REQ-1 WKS-7: of a mail that is not taken in nothing is stored, nor for a house that is not there.
#[test]
fn req_1_wks_7_a_mail_that_is_not_taken_in_leaves_no_file() {
    let mail = |files: usize| {
        let mut mail = "From: Zoé <zoe@client.example>\nSubject: many files\nMessage-ID: <m@x>\n\
            MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n\
            --b\nContent-Type: text/plain\n\nHello.\n"
            .to_owned();
        for n in 0..files {
            mail.push_str(&format!(
                "--b\nContent-Disposition: attachment; filename=\"{n}.pdf\"\n\ncontent {n}\n"
            ));
        }
        mail + "--b--\n"
    };
    let stored = |data: &tempfile::TempDir| files(&data.path().join("store/blobs")).len();
    let data = super::empty();
    let nowhere = piped(&data, &["import", "--quiet", "-"], mail(2).as_bytes());
    assert_ne!(nowhere.code, Some(0), "{}", nowhere.out);
    assert_eq!(stored(&data), 0);
    let data = house();
    let aside = piped(&data, &["import", "--quiet", "-"], mail(201).as_bytes());
    assert!(
        aside
            .out
            .contains("many files: it has 201 files, more than 200"),
        "{}",
        aside.out
    );
    assert_eq!(stored(&data), 0);
    let taken = piped(&data, &["import", "--quiet", "-"], mail(2).as_bytes());
    taken.says(&["1 new"]);
    assert_eq!(stored(&data), 2);
    // The same mail with other files under its name: known, and not stored.
    let known = piped(
        &data,
        &["import", "--quiet", "-"],
        mail(7).replace("content", "other").as_bytes(),
    );
    assert!(known.out.contains("1 already known"), "{}", known.out);
    assert_eq!(stored(&data), 2);
}
