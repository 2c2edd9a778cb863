//! Pages as the bytes of a PDF. The same offer gives the same bytes: nothing of the clock is written.

use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

use super::Offer;
use super::page::{Page, SIZE, measure, pages};

const PLAIN: (Name<'_>, Name<'_>) = (Name(b"F1"), Name(b"Helvetica"));
const BOLD: (Name<'_>, Name<'_>) = (Name(b"F2"), Name(b"Helvetica-Bold"));

/// Numbers of the objects, in the order they are asked for.
struct Numbers(i32);

impl Numbers {
    fn next(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }
}

pub(super) fn write(offer: &Offer) -> Vec<u8> {
    let mut numbers = Numbers(0);
    let (catalog, tree, info) = (numbers.next(), numbers.next(), numbers.next());
    let (plain, bold) = (numbers.next(), numbers.next());
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(tree).lang(TextStr(offer.lang));
    let mut about = pdf.document_info(info);
    about.title(TextStr(&offer.title));
    about.finish();
    for (number, font) in [(plain, PLAIN), (bold, BOLD)] {
        pdf.type1_font(number)
            .base_font(font.1)
            .encoding_predefined(Name(b"WinAnsiEncoding"));
    }
    let pages = pages(offer);
    let ids: Vec<(Ref, Ref)> = pages
        .iter()
        .map(|_| (numbers.next(), numbers.next()))
        .collect();
    let count = i32::try_from(ids.len()).unwrap_or(i32::MAX);
    pdf.pages(tree)
        .kids(ids.iter().map(|(page, _)| *page))
        .count(count);
    for (page, (id, content)) in pages.iter().zip(&ids) {
        let mut out = pdf.page(*id);
        out.media_box(Rect::new(0.0, 0.0, SIZE.0, SIZE.1));
        out.parent(tree);
        out.contents(*content);
        let mut resources = out.resources();
        let mut fonts = resources.fonts();
        fonts.pair(PLAIN.0, plain);
        fonts.pair(BOLD.0, bold);
        fonts.finish();
        resources.finish();
        out.finish();
        let drawn = drawn(page);
        pdf.stream(*content, drawn.as_slice());
    }
    pdf.finish()
}

fn drawn(page: &Page) -> pdf_writer::Buf {
    let mut content = Content::new();
    let (left, right) = measure();
    for y in &page.rules {
        content.set_line_width(0.6);
        content.move_to(left, *y);
        content.line_to(right, *y);
        content.stroke();
    }
    for piece in page.pieces.iter().filter(|piece| !piece.words.is_empty()) {
        let font = if piece.bold { BOLD.0 } else { PLAIN.0 };
        content.begin_text();
        content.set_font(font, piece.size);
        content.next_line(piece.x, piece.y);
        content.show(Str(&piece.words));
        content.end_text();
    }
    content.finish()
}
