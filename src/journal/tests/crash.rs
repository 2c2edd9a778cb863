//! Invariant 3: an acknowledged command survives `kill -9`, at any instant, and a full disk.
//!
//! The children are this test binary again, told by an environment variable what to do.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

use super::*;

const STORE: &str = "ENTREMISE_TEST_STORE";
const GROUP: Seq = 64;

/// The name of a test in this file, as the test binary knows it.
fn name_of(test: &str) -> String {
    let module = module_path!();
    let inside = module.split_once("::").map_or(module, |(_, rest)| rest);
    format!("{inside}::{test}")
}

/// This test binary, set to run one ignored test on the store in `dir`. `wrap` is put before it.
fn child(wrap: &[&str], test: &str, dir: &Path) -> Command {
    let exe = std::env::current_exe().expect("exe");
    let mut words: Vec<std::ffi::OsString> = wrap.iter().map(Into::into).collect();
    words.push(exe.into());
    let mut command = Command::new(&words[0]);
    command
        .args(&words[1..])
        .args([
            &name_of(test),
            "--exact",
            "--ignored",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(STORE, dir)
        .stdout(Stdio::piped());
    command
}

/// What a child said: words after our mark.
fn lines(child: &mut Child) -> impl Iterator<Item = String> + use<> {
    let stdout = BufReader::new(child.stdout.take().expect("piped"));
    let said = stdout.lines().map_while(Result::ok);
    said.filter_map(|line| line.strip_prefix("said ").map(str::to_owned))
}

fn say(words: std::fmt::Arguments<'_>) {
    let mut out = std::io::stdout().lock();
    // The test harness may have left a line unfinished.
    writeln!(out, "\nsaid {words}").expect("said");
    out.flush().expect("said");
}

/// The store a child works on; `None` when nobody's child runs it.
fn store_of_child() -> Option<std::path::PathBuf> {
    std::env::var_os(STORE).map(Into::into)
}

/// Appends groups until one is not acknowledged; says each acknowledged sequence.
fn append_until_it_fails(store: &Store) -> AppendError {
    loop {
        let next = store.journal().last() + 1;
        match block_on(
            store
                .journal()
                .append(next, samples(next, next + GROUP - 1)),
        ) {
            Ok(last) => say(format_args!("ack {last}")),
            Err(error) => return error,
        }
    }
}

#[test]
#[ignore = "a child of invariant_3_kill_9_loses_nothing_acknowledged"]
fn child_appends_until_killed() {
    let Some(dir) = store_of_child() else { return };
    let store = Store::open(&dir).expect("opened");
    let error = append_until_it_fails(&store);
    panic!("{error}");
}

#[test]
fn invariant_3_kill_9_loses_nothing_acknowledged() {
    let dir = tempfile::tempdir().expect("dir");
    let mut acknowledged = 0;
    for round in 1..=8 {
        let mut appending = child(&[], "child_appends_until_killed", dir.path())
            .spawn()
            .expect("started");
        let mut said = lines(&mut appending);
        for _ in 0..round * 5 {
            acknowledged = ack(&said.next().expect("acknowledged"));
        }
        let fault = open_fault(dir.path());
        assert_eq!(fault.kind, FaultKind::InUse);
        assert!(
            fault.what.contains(&format!("process {}", appending.id())),
            "{fault}"
        );
        appending.kill().expect("killed");
        // What was acknowledged while the signal was on its way counts too.
        acknowledged = said.map(|line| ack(&line)).last().unwrap_or(acknowledged);
        appending.wait().expect("gone");

        let store = Store::open(dir.path()).expect("opened");
        let last = store.journal().last();
        assert!(
            last >= acknowledged,
            "{acknowledged} acknowledged, {last} found"
        );
        assert_holds(&store, last);
        assert!(store.verify().expect("verified").is_sound());
    }
}

fn ack(line: &str) -> Seq {
    let seq = line.strip_prefix("ack ").and_then(|seq| seq.parse().ok());
    seq.unwrap_or_else(|| panic!("the child said {line}"))
}

/// The group behind the last record, under other command ids than the samples have.
fn refused_group(last: Seq) -> Vec<NewRecord> {
    let mut group = samples(last + 1, last + GROUP);
    for record in &mut group {
        record.command ^= 1 << 120;
    }
    group
}

#[test]
#[ignore = "a child of invariant_3_a_full_disk_loses_nothing_acknowledged"]
fn child_appends_until_full() {
    let Some(dir) = store_of_child() else { return };
    let store = Store::open(&dir).expect("opened");
    match append_until_it_fails(&store) {
        AppendError::Refused(fault) => say(format_args!("first {:?}", fault.kind)),
        other => panic!("{other}"),
    }
    let last = store.journal().last();
    match block_on(store.journal().append(last + 1, refused_group(last))) {
        Err(AppendError::Refused(fault)) => say(format_args!("then {:?}", fault.kind)),
        other => panic!("{other:?}"),
    }
    assert_holds(&store, last);
    say(format_args!("reading goes on"));
    if std::env::var_os(DIES).is_some() {
        std::process::abort();
    }
    // Room again: the soft limit is raised to the hard one.
    let limit = rustix::process::getrlimit(rustix::process::Resource::Fsize);
    let current = limit.maximum;
    rustix::process::setrlimit(
        rustix::process::Resource::Fsize,
        rustix::process::Rlimit { current, ..limit },
    )
    .expect("raised");
    fill(&store, last + 2 * GROUP);
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(20);
    while let Err(fault) = store.journal().try_again() {
        assert!(std::time::Instant::now() < deadline, "{fault}");
        std::thread::yield_now();
    }
    let report = store.verify().expect("verified");
    assert!(report.is_sound(), "{report:?}");
    say(format_args!("ack {}", store.journal().last()));
}

const DIES: &str = "ENTREMISE_TEST_DIES";

#[test]
fn invariant_3_a_full_disk_loses_nothing_acknowledged() {
    // The limit on file sizes stands in for the disk: the same call fails at the same place.
    for (kilobytes, dies) in [(600, true), (1100, false), (2300, true), (4700, false)] {
        let dir = tempfile::tempdir().expect("dir");
        let limit = format!("trap '' XFSZ; ulimit -S -f {}; exec \"$@\"", kilobytes * 2);
        let wrap = ["sh", "-c", &limit, "sh"];
        let mut filling = child(&wrap, "child_appends_until_full", dir.path());
        if dies {
            filling.env(DIES, "1");
        }
        let mut filling = filling.spawn().expect("started");
        let said: Vec<String> = lines(&mut filling).collect();
        assert_eq!(filling.wait().expect("gone").success(), !dies, "{said:?}");
        let full = said.iter().position(|line| line == "first Full");
        let full = full.unwrap_or_else(|| panic!("{said:?}"));
        assert!(full > 0, "nothing was written before the disk was full");
        assert_eq!(said[full + 1..full + 3], ["then Full", "reading goes on"]);
        let acknowledged = match &said[full + 3..] {
            [] if dies => ack(&said[full - 1]),
            [after] if !dies => ack(after),
            other => panic!("{other:?}"),
        };
        // Opened unasked, with all that was acknowledged and nothing that was refused.
        let store = Store::open(dir.path()).expect("opened");
        assert_holds(&store, acknowledged);
        fill(&store, acknowledged + 100);
        assert!(store.verify().expect("verified").is_sound());
    }
}

#[test]
#[ignore = "a child of a_read_only_folder_is_called_by_its_name"]
fn child_opens_what_it_cannot_write() {
    let Some(dir) = store_of_child() else { return };
    let fault = open_fault(&dir);
    say(format_args!("{:?} {fault}", fault.kind));
}

#[test]
fn a_read_only_folder_is_called_by_its_name() {
    const NOBODY: u32 = 65_534;
    let dir = tempfile::tempdir().expect("dir");
    let house = dir.path().join("house");
    filled(&house, 1);
    // Readable by all, writable by none but the owner; a child without privileges opens it.
    let open_up = |path: &Path, mode| {
        std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).expect("mode");
    };
    open_up(dir.path(), 0o755);
    open_up(&house, 0o555);
    open_up(&house.join("LOCK"), 0o444);
    open_up(&house.join("FORMAT"), 0o444);
    let mut opening = child(&[], "child_opens_what_it_cannot_write", &house);
    let privileged = std::fs::write(house.join("probe"), "").is_ok();
    if privileged {
        std::fs::remove_file(house.join("probe")).expect("removed");
        opening.uid(NOBODY).gid(NOBODY);
    }
    match opening.spawn() {
        Ok(mut opening) => {
            let said: Vec<String> = lines(&mut opening).collect();
            opening.wait().expect("gone");
            assert_eq!(said.len(), 1, "{said:?}");
            assert!(said[0].starts_with("ReadOnly "), "{said:?}");
            assert!(
                said[0].contains("make the folder writable for this user"),
                "{said:?}"
            );
        }
        Err(error) => eprintln!("SKIPPED: no unprivileged child can be started here: {error}"),
    }
    open_up(&house, 0o700);
}
