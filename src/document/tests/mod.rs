//! QUO-3, QUO-6, WKS-9: the paper holds what it must, on as many pages as it takes, in every letter there is a font
//! for; what is copied from it is what was written.

mod frozen;
mod logo;
mod reader;
mod scripts;

use super::fonts::Fonts;
use super::page::{Page, SIZE, pages};
use super::shape::Line;
use super::{Block, Cells, Offer};

fn cells(words: [&str; 7]) -> Cells {
    words.map(str::to_owned)
}

fn offer(lines: usize) -> Offer {
    let mut blocks = vec![
        Block::Head("Les Passeurs".into(), "3 juin 2026".into()),
        Block::Title("Offre Q-3, version 2".into()),
        Block::Line("Été à Łódź : 12 œuvres, 日本".into()),
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
        lang: "fr".to_owned(),
        foot: "Les Passeurs · Offre Q-3".into(),
        page: "page".into(),
        blocks,
        logo: None,
    }
}

/// What a line spells, in the order in which it is seen.
fn spelled(line: &Line) -> String {
    line.glyphs.iter().map(|glyph| &*glyph.spells).collect()
}

fn laid_out(offer: &Offer) -> Vec<Page> {
    pages(offer, &Fonts::open())
}

#[test]
fn quo_3_a_long_table_goes_on_under_its_head_and_pages_are_numbered() {
    let pages = laid_out(&offer(120));
    assert!(pages.len() > 2, "{} pages", pages.len());
    let mut rows = 0;
    for (n, page) in pages.iter().enumerate() {
        let has = |part: &str| {
            let found = page
                .pieces
                .iter()
                .filter(|p| spelled(&p.line).contains(part));
            found.count()
        };
        let foot = format!("page {}/{}", n + 1, pages.len());
        assert_eq!(has(&foot), 1, "{foot}");
        let heads = page
            .pieces
            .iter()
            .filter(|p| p.bold && spelled(&p.line) == "Quoi");
        let heads = heads.count();
        assert!(
            has("numéro") == 0 || heads == 1,
            "page {}: {heads} heads",
            n + 1
        );
        rows += has("numéro");
        for piece in &page.pieces {
            let (left, right) = (piece.x, piece.right());
            assert!(left >= 55.9 && right < SIZE.0 - 55.9, "{left} {right}");
            assert!(piece.y >= 30.0 && piece.y < SIZE.1 - 40.0, "{}", piece.y);
        }
    }
    assert_eq!(rows, 120);
}

#[test]
fn quo_3_figures_of_a_column_end_under_each_other_and_nothing_runs_into_its_neighbour() {
    let mut long = offer(1);
    let wide = [
        "100 000",
        "participant",
        "100 000 000,00 €",
        "12,5 %",
        "20 %",
        "99 999 999 999,00 €",
    ];
    let [a, b, c, d, e, f] = wide;
    long.blocks
        .insert(4, Block::Row(cells(["Atelier", a, b, c, d, e, f])));
    let pages = laid_out(&long);
    let page = &pages[0];
    let ends: Vec<f32> = page
        .pieces
        .iter()
        .filter(|piece| spelled(&piece.line).ends_with('€'))
        .map(|piece| piece.right().round())
        .collect();
    assert_eq!(
        ends,
        [404.0, 539.0, 404.0, 539.0, 539.0],
        "prices, nets, the total"
    );
    for one in &page.pieces {
        for other in &page.pieces {
            let apart = one == other || one.y != other.y;
            let left = one.right() <= other.x || other.right() <= one.x;
            assert!(
                apart || left,
                "{} over {}",
                spelled(&one.line),
                spelled(&other.line)
            );
        }
    }
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
fn quo_3_a_pdf_is_one_and_the_same_offer_gives_the_same_bytes() {
    let bytes = offer(60).pdf();
    assert_eq!(bytes, offer(60).pdf());
    assert!(bytes.starts_with(b"%PDF-1."));
    assert!(bytes.trim_ascii_end().ends_with(b"%%EOF"));
    let text = String::from_utf8_lossy(&bytes);
    let count = |word: &str| text.matches(word).count();
    let pages = laid_out(&offer(60)).len();
    assert_eq!(count("/Type /Page\n") + count("/Type /Page "), pages);
    assert!(text.contains(&format!("/Count {pages}")));
    for word in ["/CreationDate", "/ModDate", "/ID ["] {
        assert_eq!(
            count(word),
            0,
            "{word} would differ from one time to the next"
        );
    }
    // Each object of the cross-reference table stands where the table says.
    let at = bytes.windows(9).rposition(|part| part == b"startxref");
    let at = std::str::from_utf8(&bytes[at.expect("startxref") + 9..]).expect("ascii");
    let at: usize = at
        .lines()
        .nth(1)
        .and_then(|n| n.trim().parse().ok())
        .expect("a place");
    assert!(bytes[at..].starts_with(b"xref"));
}
