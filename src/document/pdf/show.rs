//! A line of glyphs on a page. Glyphs that stand one behind the other are shown together; a letter that is more
//! than one glyph, or is drawn by a glyph that spells something else elsewhere, says what it is.

use pdf_writer::types::TextRenderingMode;
use pdf_writer::{Content, Finish, Name, TextStr};

use super::embed::{Used, label};
use crate::document::page::Piece;
use crate::document::shape::Glyph;

/// How much heavier bold letters are drawn in a font that has none, for a size of 1.
const HEAVIER: f32 = 0.03;

/// Glyphs to be shown together.
struct Part<'a> {
    glyphs: &'a [Glyph],
    /// Each glyph's number in the PDF.
    numbers: Vec<u16>,
    /// What they spell, where they do not say so themselves.
    says: Option<&'a str>,
}

/// Draws a piece.
pub(super) fn piece(content: &mut Content, piece: &Piece, used: &mut Used<'_>) {
    let parts = parts(&piece.line.glyphs, used);
    if parts.is_empty() {
        return;
    }
    content.begin_text();
    for part in parts {
        draw(content, piece, &part, used);
    }
    content.end_text();
}

/// Cuts a line where the font or the height changes, and around letters that must say what they are.
fn parts<'a>(glyphs: &'a [Glyph], used: &mut Used<'_>) -> Vec<Part<'a>> {
    let mut parts: Vec<Part<'a>> = Vec::new();
    let mut from = 0;
    while let Some(first) = glyphs.get(from) {
        let more = glyphs.iter().skip(from).take_while(|glyph| glyph.goes_on);
        let end = from + more.count() + 1;
        let letter = glyphs.get(from..end).unwrap_or_default();
        let said = |n: usize| if n == 0 { first.spells.as_str() } else { "" };
        let noted = letter.iter().enumerate();
        let noted: Vec<(u16, bool)> = noted
            .map(|(n, glyph)| {
                used.note(
                    glyph.face,
                    glyph.id,
                    if letter.len() == 1 { said(n) } else { "" },
                )
            })
            .collect();
        let plain = noted.len() == 1 && noted.iter().all(|(_, same)| *same);
        let numbers = noted.into_iter().map(|(number, _)| number);
        match parts.last_mut() {
            Some(last) if plain && last.says.is_none() && goes_with(last.glyphs.last(), first) => {
                let start = from - last.glyphs.len();
                last.glyphs = glyphs.get(start..end).unwrap_or_default();
                last.numbers.extend(numbers);
            }
            _ => parts.push(Part {
                glyphs: letter,
                numbers: numbers.collect(),
                says: (!plain).then_some(first.spells.as_str()),
            }),
        }
        from = end;
    }
    parts
}

fn goes_with(before: Option<&Glyph>, glyph: &Glyph) -> bool {
    before.is_some_and(|before| before.face == glyph.face && before.y == glyph.y)
}

fn draw(content: &mut Content, piece: &Piece, part: &Part<'_>, used: &Used<'_>) {
    if let Some(words) = part.says {
        let mut mark = content.begin_marked_content_with_properties(Name(b"Span"));
        mark.properties().actual_text(TextStr(words));
        mark.finish();
    }
    let mut from = 0;
    while let Some(first) = part.glyphs.get(from) {
        let same = part.glyphs.iter().skip(from + 1);
        let same = same.take_while(|glyph| goes_with(Some(first), glyph));
        let end = from + 1 + same.count();
        let glyphs = part.glyphs.get(from..end).unwrap_or_default();
        let numbers = part.numbers.get(from..end).unwrap_or_default();
        stretch(content, piece, glyphs, numbers, used);
        from = end;
    }
    if part.says.is_some() {
        content.end_marked_content();
    }
}

/// Shows glyphs of one font at one height.
fn stretch(
    content: &mut Content,
    piece: &Piece,
    glyphs: &[Glyph],
    numbers: &[u16],
    used: &Used<'_>,
) {
    let Some(first) = glyphs.first() else { return };
    let scale = piece.size / 1_000.0;
    content.set_font(Name(label(first.face).as_bytes()), piece.size);
    if piece.bold && first.face.is_thickened() {
        content.set_text_rendering_mode(TextRenderingMode::FillStroke);
        content.set_line_width(piece.size * HEAVIER);
    } else {
        content.set_text_rendering_mode(TextRenderingMode::Fill);
    }
    let (x, y) = (piece.x + first.x * scale, piece.y + first.y * scale);
    content.set_text_matrix([1.0, 0.0, 0.0, 1.0, rounded(x), rounded(y)]);
    let mut pen = first.x;
    let mut shown = Vec::with_capacity(glyphs.len());
    for (glyph, number) in glyphs.iter().zip(numbers) {
        // What is less than half a thousandth is not seen.
        let back = (pen - glyph.x).round();
        shown.push((back, *number));
        pen += used.advance(glyph.face, glyph.id) - back;
    }
    super::show(content, &shown);
}

/// A hundredth of a point is less than any printer shows.
fn rounded(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}
