//! WKS-9: every script that has a font is drawn as its readers write it, and can be copied from the paper.

use super::*;
use crate::document::shape::Paragraph;

/// Names as clients have them.
const NAMES: [(&str, &str); 12] = [
    (
        "French",
        "Société Générale d’Œuvres « Été » : 1\u{202f}200 €",
    ),
    ("Polish", "Łódź Gżegżółka, ul. Świętokrzyska"),
    ("Romanian", "Școala Națională"),
    ("Vietnamese", "Nguyễn Thị Ánh Tuyết"),
    ("Greek", "Αθήνα Παιδεία ΑΕ"),
    ("Cyrillic", "Київська школа «Щедрик»"),
    ("Arabic", "شركة السلام للترجمة"),
    ("Hebrew", "בית ספר שָׁלוֹם"),
    ("Chinese", "北京翻译有限公司"),
    ("Japanese", "株式会社さくら・ラーメン"),
    ("Korean", "서울 번역 회사"),
    ("Armenian and signs", "Երևան ✓ → ☐"),
];

fn names() -> Offer {
    let mut offer = offer(2);
    let lines = NAMES
        .iter()
        .map(|(what, name)| Block::Line(format!("{what}: {name}")));
    offer.blocks.extend(lines);
    let titles = NAMES
        .iter()
        .map(|(_, name)| Block::Title((*name).to_owned()));
    offer.blocks.extend(titles);
    offer.blocks.push(Block::Text(
        "هذا عرض طويل جدا باللغة العربية مع رقم 2026 واسم Entremise في الوسط، ويجب أن ينقسم إلى سطرين على الأقل \
         لأن الصفحة ليست واسعة بما يكفي لكل هذه الكلمات."
            .into(),
    ));
    offer
        .blocks
        .push(Block::Text("本报价单有效期为三十天，".repeat(12)));
    offer
}

#[test]
fn wks_9_every_font_is_unpacked_and_opens() {
    let fonts = Fonts::open();
    for face in (0..4).map(crate::document::fonts::Face) {
        assert!(fonts.font(face).is_some(), "{}", face.name());
    }
}

#[test]
fn wks_9_no_letter_of_a_clients_name_is_lost_or_drawn_as_a_box() {
    let names = names();
    assert!(names.unshown().is_empty(), "{:?}", names.unshown());
    for (n, page) in laid_out(&names).iter().enumerate() {
        for piece in &page.pieces {
            let boxes = piece.line.glyphs.iter().filter(|glyph| glyph.id == 0);
            assert_eq!(boxes.count(), 0, "page {n}: {}", spelled(&piece.line));
        }
    }
    let text = names.text();
    for (what, name) in NAMES {
        assert!(text.contains(name), "{what} in {text}");
    }
}

#[test]
fn wks_9_what_is_copied_from_the_pdf_is_what_was_written() {
    let pdf = names().pdf();
    let read = reader::spelled(&pdf);
    assert!(
        !read.contains('\u{fffd}'),
        "a glyph that spells nothing: {read}"
    );
    for (what, name) in NAMES {
        if what == "Arabic" || what == "Hebrew" {
            // Drawn from the right: a reader turns it round, cluster by cluster.
            use unicode_segmentation::UnicodeSegmentation;
            for word in name.split(' ') {
                let word: String = crate::document::fonts::composed(word);
                let letters: Vec<&str> = word.graphemes(true).collect();
                for letter in letters {
                    assert!(read.contains(letter), "{what}: {letter:?} in {read}");
                }
            }
            continue;
        }
        assert!(read.contains(name), "{what}: {name} in {read}");
    }
    let fonts = reader::embedded(&pdf);
    assert_eq!(fonts.len(), 4, "{fonts:?}");
    assert!(
        pdf.len() < 400_000,
        "{} bytes: the fonts are not cut",
        pdf.len()
    );
}

#[test]
fn wks_9_arabic_is_joined_and_runs_to_the_left_and_figures_in_it_do_not() {
    let fonts = Fonts::open();
    let line = |words| Paragraph::new(&fonts, words, false).whole();
    let joined = line("سلام");
    assert!(joined.to_left);
    let alone: Vec<u16> = ["س", "ل", "ا", "م"]
        .iter()
        .flat_map(|letter| line(letter).glyphs)
        .map(|glyph| glyph.id)
        .collect();
    assert!(
        joined
            .glyphs
            .iter()
            .all(|glyph| !alone[..2].contains(&glyph.id)),
        "not joined"
    );
    let mixed = spelled(&line("رقم 2026 هنا"));
    assert!(
        mixed.starts_with("انه") && mixed.contains("2026"),
        "{mixed}"
    );
    let latin = line("Hôtel شركة 12");
    assert!(
        !latin.to_left && spelled(&latin).starts_with("Hôtel "),
        "{latin:?}"
    );
}

#[test]
fn wks_9_marks_stand_on_their_letters() {
    let fonts = Fonts::open();
    let line = |words| Paragraph::new(&fonts, words, false).whole();
    assert_eq!(line("e\u{301}").glyphs, line("é").glyphs);
    // No letter of its own: a q with a mark above; the mark takes no room.
    let marked = line("q\u{302}q");
    assert_eq!(marked.width, line("qq").width);
    assert_eq!(spelled(&marked), "q\u{302}q");
}

#[test]
fn wks_9_a_letter_without_a_font_is_a_box_and_named_in_the_text() {
    let mut offer = offer(1);
    offer.blocks.push(Block::Line("Chez สมชาย".into()));
    assert_eq!(offer.unshown(), ['ช', 'ม', 'ย', 'ส', 'า']);
    let text = offer.text();
    assert!(text.contains("ส[U+0E2A]"), "{text}");
    let pages = laid_out(&offer);
    let line = pages[0]
        .pieces
        .iter()
        .find(|p| spelled(&p.line).starts_with("Chez"));
    let line = &line.expect("the line").line;
    let boxes = line.glyphs.iter().filter(|glyph| glyph.id == 0).count();
    assert_eq!(boxes, 5);
    assert!(
        reader::spelled(&offer.pdf()).contains("Chez สมชาย"),
        "it can still be copied"
    );
}

#[test]
fn wks_4_lines_break_where_the_language_lets_them() {
    let fonts = Fonts::open();
    let lines = |words: &str, room: f32| -> Vec<String> {
        let paragraph = Paragraph::new(&fonts, words, false);
        paragraph.lines(room).iter().map(spelled).collect()
    };
    // Never before a French sign, never within a figure.
    let french = "Vous êtes prêts\u{a0}? Cela coûte 12\u{202f}000\u{a0}€ environ";
    for room in (5_000..12_000).step_by(500) {
        for line in lines(french, room as f32) {
            assert!(
                !line.starts_with(['?', '€']) && !line.starts_with("000"),
                "{line:?}"
            );
        }
    }
    // Chinese breaks between any two signs, but not before a full stop.
    let chinese = lines("本报价单有效期为三十天。", 11_000.0);
    assert!(
        chinese.len() == 2 && !chinese[1].starts_with('。'),
        "{chinese:?}"
    );
    // A word that is too long is cut, and nothing of it is lost.
    let long = "x".repeat(100);
    let cut = lines(&format!("a {long} b"), 5_000.0);
    assert!(cut.len() > 5, "{cut:?}");
    assert_eq!(cut.concat().replace(' ', ""), format!("a{long}b"));
}

/// Poppler reads the paper as people's programs do.
#[test]
fn wks_9_pdftotext_reads_every_name() {
    use std::process::Command;
    if Command::new("pdftotext").arg("-v").output().is_err() {
        eprintln!("SKIPPED: pdftotext (poppler-utils) is not on this machine");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("offer.pdf");
    std::fs::write(&file, names().pdf()).expect("written");
    let read = Command::new("pdftotext")
        .args(["-layout", "-enc", "UTF-8"])
        .arg(&file)
        .arg("-")
        .output();
    let read = read.expect("it runs");
    assert!(read.status.success() && read.stderr.is_empty(), "{read:?}");
    let bare = |words: &str| -> String {
        let marks = ['\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}'];
        words
            .chars()
            .filter(|c| !c.is_whitespace() && !marks.contains(c))
            .collect()
    };
    let read = bare(&String::from_utf8_lossy(&read.stdout));
    for (what, name) in NAMES {
        if what != "Arabic" && what != "Hebrew" {
            assert!(read.contains(&bare(name)), "{what}: {name} in {read}");
        }
    }
    // This reader turns the letters of one glyph round with the word, so words are taken that have none of several.
    for word in ["شركة", "للترجمة", "בית", "ספר"] {
        assert!(read.contains(word), "{word} in {read}");
    }
}
