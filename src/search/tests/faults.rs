//! What happens to the index when the machine or the disk fails (REQ-12).

use super::*;
use std::fs;

/// The largest file of the index: a segment.
fn a_segment(dir: &Path) -> std::path::PathBuf {
    let files = fs::read_dir(dir).unwrap().map(|f| f.unwrap().path());
    let segments = files.filter(|f| f.extension().is_some_and(|e| e == "idx" || e == "term"));
    segments
        .max_by_key(|f| f.metadata().unwrap().len())
        .unwrap()
}

#[test]
fn req_12_what_was_not_committed_is_to_be_added_again() {
    let dir = folder();
    let mut index = filled(dir.path(), &[doc(1, 5, "atelier", "")]);
    index.add(&[doc(2, 6, "atelier", "")], 6).unwrap();
    drop(index);
    let mut index = Index::open(dir.path()).unwrap();
    assert_eq!((index.covered(), index.rebuilt()), (5, None));
    assert_eq!(found(&index, "atelier"), [1]);
    index.add(&[doc(2, 6, "atelier", "")], 6).unwrap();
    index.commit().unwrap();
    assert_eq!(found(&index, "atelier"), [2, 1]);
}

#[test]
fn req_12_a_damaged_index_starts_anew() {
    type Harm = fn(&Path);
    let harms: [(&str, Harm); 6] = [
        ("meta is rubbish", |d| {
            fs::write(d.join("meta.json"), "{").unwrap()
        }),
        ("meta is gone", |d| {
            fs::remove_file(d.join("meta.json")).unwrap()
        }),
        ("a segment is gone", |d| {
            fs::remove_file(a_segment(d)).unwrap()
        }),
        ("a segment is empty", |d| {
            fs::write(a_segment(d), "").unwrap()
        }),
        ("a bit is flipped", |d| {
            let mut bytes = fs::read(a_segment(d)).unwrap();
            bytes[3] ^= 1;
            fs::write(a_segment(d), bytes).unwrap();
        }),
        ("another format", |d| {
            let meta = fs::read_to_string(d.join("meta.json")).unwrap();
            let other = meta.replace("entremise-search 1 ", "entremise-search 0 ");
            assert_ne!(meta, other);
            fs::write(d.join("meta.json"), other).unwrap();
        }),
    ];
    for (name, harm) in harms {
        let dir = folder();
        fs::write(dir.path().join("notes.txt"), "not ours").unwrap();
        drop(filled(dir.path(), &[doc(1, 7, "atelier", "à Lyon")]));
        harm(dir.path());
        let mut index = Index::open(dir.path()).unwrap();
        assert!(index.rebuilt().is_some(), "{name}");
        assert_eq!(
            (index.covered(), found(&index, "atelier").len()),
            (0, 0),
            "{name}"
        );
        index.add(&[doc(2, 1, "atelier", "")], 1).unwrap();
        index.commit().unwrap();
        assert_eq!(found(&index, "atelier"), [2], "{name}");
        assert!(dir.path().join("notes.txt").exists(), "{name}");
        drop(index);
        assert_eq!(Index::open(dir.path()).unwrap().rebuilt(), None, "{name}");
    }
}

#[test]
fn req_12_one_writer_only_and_it_is_not_deleted_under_its_feet() {
    let dir = folder();
    let index = filled(dir.path(), &[doc(1, 1, "atelier", "")]);
    let second = Index::open(dir.path()).err().unwrap();
    assert_eq!(second.kind, Kind::Busy);
    fs::write(dir.path().join("meta.json"), "{").unwrap();
    let third = Index::open(dir.path()).err().unwrap();
    assert_eq!(third.kind, Kind::Busy);
    assert_eq!(found(&index, "atelier"), [1]);
}

#[test]
fn req_12_a_folder_that_cannot_be_made_is_a_problem_with_a_hint() {
    let dir = folder();
    let file = dir.path().join("file");
    fs::write(&file, "").unwrap();
    for path in [file.join("search"), file] {
        let problem = Index::open(&path).err().unwrap();
        assert_eq!(problem.kind, Kind::Disk);
        assert!(problem.hint.contains("disk space") && !problem.what.is_empty());
    }
}

#[test]
fn req_12_a_disk_that_refuses_loses_nothing_that_was_committed() {
    let dir = folder();
    let at = dir.path().join("search");
    let away = dir.path().join("away");
    let mut index = filled(&at, &[doc(1, 1, "atelier", "")]);
    fs::rename(&at, &away).unwrap();
    let added = index.add(&[doc(2, 2, "atelier", "")], 2);
    let problem = added.and_then(|()| index.commit()).unwrap_err();
    assert_eq!(problem.kind, Kind::Disk, "{problem}");
    assert_eq!(index.covered(), 1);
    assert_eq!(found(&index, "atelier"), [1]);
    fs::rename(&away, &at).unwrap();
    index.add(&[doc(2, 2, "atelier", "")], 2).unwrap();
    index.commit().unwrap();
    assert_eq!((found(&index, "atelier"), index.covered()), (vec![2, 1], 2));
}
