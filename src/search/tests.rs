//! The rules of full-text search (REQ-12), on a real index in a temporary folder.

mod faults;
mod model;

use super::*;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use tempfile::TempDir;

/// Nobody cancels.
fn go() -> AtomicBool {
    AtomicBool::new(false)
}

fn doc<'a>(request: u32, seq: u64, subject: &'a str, body: &'a str) -> Document<'a> {
    Document {
        request,
        seq,
        subject,
        body,
        who: "",
        at_ms: seq as i64 * 1000,
    }
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn filled(dir: &Path, docs: &[Document<'_>]) -> Index {
    let mut index = Index::open(dir).unwrap();
    let through = docs.iter().map(|d| d.seq).max().unwrap_or(0);
    index.add(docs, through).unwrap();
    index.commit().unwrap();
    index
}

/// Requests found, best first.
fn found(index: &Index, words: &str) -> Vec<u32> {
    let found = index.reader().query(words, 100, &go()).unwrap();
    assert_eq!(found.total, found.hits.len());
    found.hits.iter().map(|hit| hit.request).collect()
}

fn sorted(index: &Index, words: &str) -> Vec<u32> {
    let mut requests = found(index, words);
    requests.sort_unstable();
    requests
}

#[test]
fn req_12_words_are_found_whatever_their_case_accents_and_elision() {
    let dir = folder();
    let index = filled(
        dir.path(),
        &[
            doc(
                1,
                1,
                "MAIRIE / L’atelier d'été",
                "Une œuvre collective, à Besançon.",
            ),
            doc(
                2,
                2,
                "ACME / team day",
                "The client's workshop, naïve café in the summer.",
            ),
            doc(
                3,
                3,
                "LYCÉE / spectacle",
                "Sous-traitance du théâtre; aujourd'hui.",
            ),
        ],
    );
    let table: [(&str, &[u32]); 14] = [
        ("ATELIER ", &[1]),
        ("l'atelier ", &[1]),
        ("ete besancon ", &[1]),
        ("oeuvre ", &[1]),
        ("Œuvre ", &[1]),
        ("client ", &[2]),
        ("Workshop SUMMER ", &[2]),
        ("naive cafe ", &[2]),
        ("theatre ", &[3]),
        ("the\u{301}âtre ", &[3]),
        ("sous-traitance ", &[3]),
        ("traitance-sous ", &[]),
        ("aujourd’hui ", &[3]),
        ("atelier workshop ", &[]),
    ];
    for (words, expected) in table {
        assert_eq!(sorted(&index, words), expected, "{words}");
    }
}

#[test]
fn req_12_the_last_word_may_be_unfinished_phrases_hold_and_minus_leaves_out() {
    let dir = folder();
    let index = filled(
        dir.path(),
        &[
            doc(1, 1, "A", "un jeu de rôle en ligne"),
            doc(2, 2, "B", "le rôle du jeu de cartes, sur place"),
            doc(3, 3, "C", "des rôles, une sous-traitance"),
            Document {
                who: "Zoé Martin, Théâtre du Rond",
                ..doc(4, 4, "Jeu", "de rôle")
            },
        ],
    );
    let table: [(&str, &[u32]); 15] = [
        ("rôle", &[1, 2, 3, 4]),
        ("rôle ", &[1, 2, 4]),
        ("ro jeu ", &[]),
        ("jeu ro", &[1, 2, 4]),
        ("\"jeu de rôle\"", &[1]),
        ("«jeu de»", &[1, 2]),
        ("\"jeu de rô", &[1, 2, 4]),
        ("jeu -cartes", &[1, 4]),
        ("role -\"en ligne\" ", &[2, 4]),
        ("-jeu", &[3]),
        ("sous-trait", &[3]),
        ("martin zoe", &[4]),
        // No phrase runs from the subject into the names.
        ("\"jeu zoe\"", &[]),
        ("-", &[]),
        ("", &[]),
    ];
    for (words, expected) in table {
        assert_eq!(sorted(&index, words), expected, "{words}");
    }
}

#[test]
fn req_12_bad_syntax_and_huge_queries_are_taken_literally() {
    let dir = folder();
    let index = filled(dir.path(), &[doc(1, 1, "A", "x AND y: (z) [TO] 50%")]);
    for words in [
        "x AND (y",
        "\"x",
        "[TO ",
        "x:~^*?\\ AND ",
        "z) 50%",
        "- x \" -",
    ] {
        assert_eq!(found(&index, words), [1], "{words}");
    }
    for piece in ["x", "x ", "\"", "-", "x\" -", "é'", "\u{0}", "京"] {
        let huge = piece.repeat((1 << 20) / piece.len());
        let answer = index.reader().query(&huge, 10, &go()).unwrap();
        assert!(!answer.cancelled, "{piece}");
    }
}

#[test]
fn req_12_one_hit_a_request_the_best_first_then_the_newest() {
    let dir = folder();
    let padding = "autre chose encore ".repeat(30);
    let weak = format!("atelier {padding}");
    let index = filled(
        dir.path(),
        &[
            doc(1, 1, "A", &weak),
            doc(1, 2, "A", "atelier atelier"),
            doc(2, 3, "B", &weak),
            doc(3, 4, "C", &weak),
            doc(4, 5, "Atelier", ""),
            doc(5, 6, "D", &padding),
        ],
    );
    let found = index.reader().query("atelier ", 3, &go()).unwrap();
    let got: Vec<_> = found
        .hits
        .iter()
        .map(|hit| (hit.request, hit.seq, hit.at_ms))
        .collect();
    assert_eq!(got, [(4, 5, 5000), (1, 2, 2000), (3, 4, 4000)]);
    assert_eq!(found.total, 4);
    let all = index.reader().query("atelier ", usize::MAX, &go()).unwrap();
    assert_eq!(all.hits.len(), 4);
    assert_eq!(index.reader().query("atelier ", 0, &go()).unwrap().total, 4);
}

#[test]
fn req_12_a_reader_sees_each_commit_and_only_that() {
    let dir = folder();
    let mut index = filled(dir.path(), &[doc(1, 1, "atelier", "")]);
    let reader = index.reader();
    let total = || reader.query("atelier ", 9, &go()).unwrap().total;
    index.add(&[doc(2, 2, "atelier", "")], 2).unwrap();
    assert_eq!((total(), index.covered()), (1, 1));
    index.commit().unwrap();
    assert_eq!((total(), index.covered()), (2, 2));
    index.commit().unwrap();
    index.add(&[], 9).unwrap();
    index.commit().unwrap();
    assert_eq!((total(), index.covered()), (2, 9));
}

#[test]
fn req_12_a_request_can_be_removed_and_added_again() {
    let dir = folder();
    let docs = [
        doc(1, 1, "atelier", "x"),
        doc(2, 2, "atelier", ""),
        doc(1, 3, "", "atelier"),
    ];
    let mut index = filled(dir.path(), &docs);
    index.remove(1).unwrap();
    index.add(&[doc(1, 1, "spectacle", "x")], 4).unwrap();
    assert_eq!(sorted(&index, "atelier "), [1, 2]);
    index.commit().unwrap();
    assert_eq!(sorted(&index, "atelier "), [2]);
    assert_eq!(sorted(&index, "spectacle x "), [1]);
    assert_eq!(sorted(&index, "-spectacle"), [2]);
}

#[test]
fn req_12_a_query_can_be_cancelled() {
    let dir = folder();
    let docs: Vec<_> = (1..3000).map(|n| doc(n, n.into(), "atelier", "")).collect();
    let index = filled(dir.path(), &docs);
    let found = index
        .reader()
        .query("atelier", 9, &AtomicBool::new(true))
        .unwrap();
    assert!(found.cancelled && found.hits.is_empty() && found.total == 0);
    assert_eq!(
        index.reader().query("atelier", 9, &go()).unwrap().total,
        2999
    );
}

#[test]
fn req_12_readers_answer_while_the_writer_writes() {
    let dir = folder();
    let mut index = filled(dir.path(), &[doc(1, 1, "atelier", "")]);
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let asking = [(), ()].map(|()| {
            let (reader, done) = (index.reader(), &done);
            scope.spawn(move || {
                let mut last = 0;
                while !done.load(std::sync::atomic::Ordering::Acquire) {
                    let total = reader.query("atelier", 9, &go()).unwrap().total;
                    assert!(total >= last && total > 0);
                    last = total;
                }
            })
        });
        for n in 2..60_u32 {
            index
                .add(&[doc(n, n.into(), "atelier", "")], n.into())
                .unwrap();
            index.commit().unwrap();
        }
        done.store(true, std::sync::atomic::Ordering::Release);
        for thread in asking {
            thread.join().unwrap();
        }
    });
    assert_eq!(index.reader().query("atelier", 9, &go()).unwrap().total, 59);
}
