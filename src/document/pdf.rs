//! Pages as the bytes of a PDF. The same offer gives the same bytes: nothing of the clock is written, and fonts
//! carry the glyphs in the order in which the pages name them.

use pdf_writer::{Chunk, Content, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

use super::Offer;
use super::fonts::Fonts;
use super::page::{Page, SIZE, measure, pages};

mod embed;
mod image;
mod show;

/// Numbers of the objects, in the order they are asked for.
struct Numbers(i32);

impl Numbers {
    fn next(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }
}

pub(super) fn write(offer: &Offer) -> Vec<u8> {
    let fonts = Fonts::open();
    let pages = pages(offer, &fonts);
    let mut used = embed::Used::new(&fonts);
    let drawn: Vec<pdf_writer::Buf> = pages.iter().map(|page| draw(page, &mut used)).collect();

    let mut numbers = Numbers(0);
    let (catalog, tree, info) = (numbers.next(), numbers.next(), numbers.next());
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(tree).lang(TextStr(&offer.lang));
    let mut about = pdf.document_info(info);
    about.title(TextStr(&offer.title));
    about.finish();
    let mut chunk = Chunk::new();
    let named = used.embed(&mut chunk, &mut numbers);
    pdf.extend(&chunk);
    let ids: Vec<(Ref, Ref)> = drawn
        .iter()
        .map(|_| (numbers.next(), numbers.next()))
        .collect();
    let logo = offer.logo.as_ref();
    let logo = logo.map(|logo| image::embed(logo, &mut pdf, &mut numbers));
    let count = i32::try_from(ids.len()).unwrap_or(i32::MAX);
    pdf.pages(tree)
        .kids(ids.iter().map(|(page, _)| *page))
        .count(count);
    for ((content, (id, at)), page) in drawn.iter().zip(&ids).zip(&pages) {
        let mut out = pdf.page(*id);
        out.media_box(Rect::new(0.0, 0.0, SIZE.0, SIZE.1));
        out.parent(tree);
        out.contents(*at);
        let mut resources = out.resources();
        let mut dict = resources.fonts();
        for (face, font) in &named {
            dict.pair(Name(embed::label(*face).as_bytes()), *font);
        }
        dict.finish();
        if let (Some(logo), Some(_)) = (logo, page.logo) {
            resources.x_objects().pair(image::NAME, logo);
        }
        resources.finish();
        out.finish();
        pdf.stream(*at, content.as_slice());
    }
    pdf.finish()
}

fn draw(page: &Page, used: &mut embed::Used<'_>) -> pdf_writer::Buf {
    let mut content = Content::new();
    let (left, right) = measure();
    for y in &page.rules {
        content.set_line_width(0.6);
        content.move_to(left, *y);
        content.line_to(right, *y);
        content.stroke();
    }
    if let Some(place) = &page.logo {
        image::draw(&mut content, place);
    }
    for piece in &page.pieces {
        show::piece(&mut content, piece, used);
    }
    content.finish()
}

/// The bytes by which a page names a glyph.
fn code(glyph: u16) -> [u8; 2] {
    glyph.to_be_bytes()
}

/// Shows glyphs one behind the other, `moves` before each in thousandths of the size.
fn show(content: &mut Content, glyphs: &[(f32, u16)]) {
    let mut line = content.show_positioned();
    let mut items = line.items();
    let mut bytes: Vec<u8> = Vec::with_capacity(glyphs.len() * 2);
    for (moved, glyph) in glyphs {
        if *moved != 0.0 {
            if !bytes.is_empty() {
                items.show(Str(&bytes));
                bytes.clear();
            }
            items.adjust(*moved);
        }
        bytes.extend(code(*glyph));
    }
    items.show(Str(&bytes));
}
