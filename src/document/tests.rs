//! QUO-3, WKS-4: the paper holds what it must, on as many pages as it takes, in letters that there are.

use super::helvetica::{encode, width};
use super::page::{SIZE, pages};
use super::{Block, Cells, Offer};

fn cells(words: [&str; 7]) -> Cells {
    words.map(str::to_owned)
}

fn offer(lines: usize) -> Offer {
    let mut blocks = vec![
        Block::Head("Les Passeurs".into(), "3 juin 2026".into()),
        Block::Title("Offre Q-3, version 2".into()),
        Block::Text("Été à Łódź : 12 œuvres, 日本".into()),
        Block::Columns(cells([
            "Quoi", "Qté", "Unité", "Prix", "Remise", "TVA", "Net",
        ])),
    ];
    for n in 0..lines {
        let what = format!("Atelier numéro {n}, une demi-journée, jusqu'à quatorze personnes");
        let row = ["2", "séance", "950,00 €", "5 %", "20 %", "1 805,00 €"];
        let [a, b, c, d, e, f] = row;
        blocks.push(Block::Row(cells([&what, a, b, c, d, e, f])));
    }
    blocks.push(Block::Sum {
        label: "Total".into(),
        amount: "2 166,00 €".into(),
        strong: true,
    });
    blocks.push(Block::Small("Mot ".repeat(200)));
    Offer {
        title: "Offre Q-3".into(),
        lang: "fr",
        foot: "Les Passeurs · Offre Q-3".into(),
        page: "page".into(),
        blocks,
    }
}

fn has(words: &[u8], part: &str) -> bool {
    let part = encode(part);
    words.windows(part.len()).any(|window| window == part)
}

#[test]
fn quo_3_a_long_table_goes_on_under_its_head_and_pages_are_numbered() {
    let pages = pages(&offer(120));
    assert!(pages.len() > 2, "{} pages", pages.len());
    let mut rows = 0;
    for (n, page) in pages.iter().enumerate() {
        let foot = format!("page {}/{}", n + 1, pages.len());
        assert!(page.pieces.iter().any(|p| has(&p.words, &foot)), "{foot}");
        let first = page.pieces.iter().any(|p| has(&p.words, "numéro"));
        let head = page.pieces.iter().any(|p| p.bold && has(&p.words, "Quoi"));
        assert!(!first || head, "page {} has rows and no head", n + 1);
        rows += page
            .pieces
            .iter()
            .filter(|p| has(&p.words, "numéro"))
            .count();
        for piece in &page.pieces {
            let right = piece.x + width(&piece.words, piece.size);
            assert!(piece.x >= 40.0 && right < SIZE.0 - 40.0, "{piece:?}");
            assert!(piece.y >= 30.0 && piece.y < SIZE.1 - 40.0, "{piece:?}");
        }
    }
    assert_eq!(rows, 120);
}

#[test]
fn quo_3_the_text_is_whole_and_its_figures_stand_under_each_other() {
    let text = offer(3).text();
    assert!(text.contains("Été à Łódź : 12 œuvres, 日本"), "{text}");
    let ends: Vec<usize> = text
        .lines()
        .filter(|line| line.contains('€'))
        .map(crate::text::fit::width)
        .collect();
    assert_eq!(ends, [78, 78, 78, 78], "{text}");
    assert!(
        text.lines().all(|line| crate::text::fit::width(line) <= 78),
        "{text}"
    );
}

#[test]
fn quo_3_letters_that_helvetica_has_not_are_written_by_the_nearest_one() {
    let latin = |words: &str| {
        let bytes = encode(words);
        bytes.iter().map(|b| char::from(*b)).collect::<String>()
    };
    assert_eq!(latin("Été"), "Été");
    assert_eq!(latin("Dvořák, Ştefan, e\u{301}"), "Dvorák, Stefan, é");
    assert_eq!(latin("日本 \u{301}"), "?? ");
    assert_eq!(
        encode("€ – ’ œ"),
        [0x80, b' ', 0x96, b' ', 0x92, b' ', 0x9C]
    );
    assert_eq!(encode("1\u{202f}200"), [b'1', 0xA0, b'2', b'0', b'0']);
}

#[test]
fn quo_3_a_pdf_is_one_and_the_same_offer_gives_the_same_bytes() {
    let bytes = offer(60).pdf();
    assert_eq!(bytes, offer(60).pdf());
    assert!(bytes.starts_with(b"%PDF-1."));
    assert!(bytes.trim_ascii_end().ends_with(b"%%EOF"));
    let text = String::from_utf8_lossy(&bytes);
    let count = |word: &str| text.matches(word).count();
    let pages = pages(&offer(60)).len();
    assert_eq!(count("/Type /Page\n") + count("/Type /Page "), pages);
    assert!(text.contains(&format!("/Count {pages}")));
    assert_eq!(count("/BaseFont /Helvetica"), 2);
    assert_eq!(count("/Encoding /WinAnsiEncoding"), 2);
    assert!(text.contains("startxref"));
    // Each object of the cross-reference table stands where the table says.
    let at = text.rfind("xref\n").and_then(|_| text.rfind("startxref"));
    let at: usize = text[at.unwrap_or(0)..]
        .lines()
        .nth(1)
        .and_then(|n| n.trim().parse().ok())
        .unwrap_or(0);
    assert!(bytes[at..].starts_with(b"xref"));
}
