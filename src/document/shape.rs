//! Words into glyphs (WKS-9): in the order they are seen in, Arabic joined, marks placed, each part in a font that
//! has it; and where lines may end. Measures in thousandths of the size.

use std::ops::Range;

use harfrust::{Buffer, Script, ShapeOptions, shape, unicode};
use unicode_bidi::{Level, ParagraphBidiInfo};
use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation;

use super::fonts::{Face, Fonts, composed, direction};

/// A glyph at its place in a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    /// Its font.
    pub face: Face,
    /// Its number in the font.
    pub id: u16,
    /// Where it stands, from the beginning of the line.
    pub x: f32,
    /// How far above the base line.
    pub y: f32,
    /// What it spells; nothing for the further glyphs of a letter that takes several.
    pub spells: String,
    /// Whether the next glyph belongs to the same letter.
    pub goes_on: bool,
}

/// A line of glyphs, from left to right.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Line {
    /// Its glyphs.
    pub glyphs: Vec<Glyph>,
    /// How wide it is.
    pub width: f32,
    /// Whether its paragraph runs to the left.
    pub to_left: bool,
}

/// Words between two ends of line.
pub(super) struct Paragraph<'a> {
    fonts: &'a Fonts,
    text: String,
    bold: bool,
}

impl<'a> Paragraph<'a> {
    /// Takes words as they are written.
    pub fn new(fonts: &'a Fonts, words: &str, bold: bool) -> Paragraph<'a> {
        Paragraph {
            fonts,
            text: composed(words),
            bold,
        }
    }

    /// Returns all of it as one line.
    pub fn whole(&self) -> Line {
        self.shaped(&self.order(), 0..self.text.len())
    }

    /// Returns it in lines of at most `room`; what has no place to break is cut between two letters.
    pub fn lines(&self, room: f32) -> Vec<Line> {
        let order = self.order();
        let ranges = self.ranges(room).into_iter();
        ranges.map(|range| self.shaped(&order, range)).collect()
    }

    fn order(&self) -> ParagraphBidiInfo<'_> {
        ParagraphBidiInfo::new(&self.text, None)
    }

    /// Where the lines begin and end.
    fn ranges(&self, room: f32) -> Vec<Range<usize>> {
        let mut lines = Vec::new();
        let (mut line, mut wide, mut from) = (0..0, 0.0, 0);
        for (to, _) in linebreaks(&self.text) {
            let word = self.text.get(from..to).unwrap_or_default();
            let bare = self.measure(word.trim_end());
            if wide + bare > room && !line.is_empty() {
                lines.push(line.start..from);
                (line, wide) = (from..from, 0.0);
            }
            if bare > room {
                let (mut at, mut part) = (from, 0.0);
                for cluster in word.graphemes(true) {
                    let one = self.measure(cluster);
                    if part + one > room && at > line.start {
                        lines.push(line.start..at);
                        (line, part) = (at..at, 0.0);
                    }
                    at += cluster.len();
                    part += one;
                }
                wide = part;
            } else {
                wide += self.measure(word);
            }
            line.end = to;
            from = to;
        }
        if !line.is_empty() || lines.is_empty() {
            lines.push(line.start..self.text.len());
        }
        lines
    }

    fn measure(&self, words: &str) -> f32 {
        let items = self.items(words, 0..words.len()).into_iter();
        let to_left = |script: Option<Script>| {
            script.is_some_and(|script| [Script::ARABIC, Script::HEBREW].contains(&script))
        };
        items
            .map(|item| self.run(words, &item, to_left(item.script)).1)
            .sum()
    }

    /// Shapes a part of it, without the blanks at its end.
    fn shaped(&self, order: &ParagraphBidiInfo<'_>, range: Range<usize>) -> Line {
        let words = self.text.get(range.clone()).unwrap_or_default();
        let mut line = Line {
            to_left: order.paragraph_level.is_rtl(),
            ..Line::default()
        };
        let range = range.start..range.start + words.trim_end().len();
        if range.is_empty() {
            return line;
        }
        let (levels, runs) = order.visual_runs(range);
        for run in runs {
            let to_left = levels.get(run.start).is_some_and(Level::is_rtl);
            let mut items = self.items(&self.text, run);
            if to_left {
                items.reverse();
            }
            for item in items {
                let (glyphs, width) = self.run(&self.text, &item, to_left);
                let moved = glyphs.into_iter().map(|glyph| Glyph {
                    x: glyph.x + line.width,
                    ..glyph
                });
                line.glyphs.extend(moved);
                line.width += width;
            }
        }
        line
    }

    /// Parts that one font can draw, of one script each.
    fn items(&self, text: &str, range: Range<usize>) -> Vec<Item> {
        let mut items: Vec<Item> = Vec::new();
        let words = text.get(range.clone()).unwrap_or_default();
        for (at, cluster) in words.grapheme_indices(true) {
            let at = range.start + at;
            let face = self.fonts.face(cluster, self.bold);
            let script = script_of(cluster);
            let end = at + cluster.len();
            if let Some(last) = items.last_mut()
                && last.face == face
                && face.is_some()
                && (script.is_none() || last.script.is_none() || last.script == script)
            {
                last.range.end = end;
                last.script = last.script.or(script);
                continue;
            }
            items.push(Item {
                range: at..end,
                face,
                script,
            });
        }
        items
    }

    /// The glyphs of a part, from its left edge, and how wide they are.
    fn run(&self, text: &str, item: &Item, to_left: bool) -> (Vec<Glyph>, f32) {
        let words = text.get(item.range.clone()).unwrap_or_default();
        let Some(face) = item.face else {
            return self.boxed(words);
        };
        let shaped = self.fonts.shaper(face, item.script, to_left, |font, plan| {
            let mut buffer = Buffer::new();
            buffer.push_str(words);
            buffer.set_direction(direction(to_left));
            buffer.set_script(item.script);
            let done = shape(font, &mut buffer, ShapeOptions::new().plan(Some(plan)));
            done.ok().map(|()| buffer)
        });
        match shaped.flatten() {
            Some(buffer) => self.placed(face, words, &buffer),
            None => self.boxed(words),
        }
    }

    fn placed(&self, face: Face, words: &str, buffer: &Buffer) -> (Vec<Glyph>, f32) {
        let units = self
            .fonts
            .font(face)
            .map_or(1_000, |font| font.units_per_em());
        let scale = 1_000.0 / f32::from(units.max(1));
        let infos = buffer.glyph_infos();
        let mut starts: Vec<usize> = infos.iter().map(|info| info.cluster as usize).collect();
        starts.sort_unstable();
        starts.dedup();
        let spelled = |start: usize| {
            let after = starts.partition_point(|one| *one <= start);
            let end = starts.get(after).copied().unwrap_or(words.len());
            words.get(start..end).unwrap_or_default()
        };
        let (mut glyphs, mut pen) = (Vec::with_capacity(infos.len()), 0.0);
        for (n, (info, position)) in infos.iter().zip(buffer.glyph_positions()).enumerate() {
            let cluster = |n: Option<usize>| n.and_then(|n| infos.get(n)).map(|i| i.cluster);
            let begins = cluster(n.checked_sub(1)) != Some(info.cluster);
            let start = info.cluster as usize;
            glyphs.push(Glyph {
                face,
                id: u16::try_from(info.glyph_id).unwrap_or(0),
                x: pen + position.x_offset as f32 * scale,
                y: position.y_offset as f32 * scale,
                spells: if begins {
                    spelled(start).to_owned()
                } else {
                    String::new()
                },
                goes_on: cluster(n.checked_add(1)) == Some(info.cluster),
            });
            pen += position.x_advance as f32 * scale;
        }
        (glyphs, pen)
    }

    /// A box for each letter that no font has.
    fn boxed(&self, words: &str) -> (Vec<Glyph>, f32) {
        let face = Fonts::boxes(self.bold);
        let wide = self.fonts.advance(face, 0);
        let glyphs = words.graphemes(true).enumerate().map(|(n, cluster)| Glyph {
            face,
            id: 0,
            x: n as f32 * wide,
            y: 0.0,
            spells: cluster.to_owned(),
            goes_on: false,
        });
        let glyphs: Vec<Glyph> = glyphs.collect();
        let width = glyphs.len() as f32 * wide;
        (glyphs, width)
    }
}

/// A part of one font and one script.
struct Item {
    range: Range<usize>,
    face: Option<Face>,
    script: Option<Script>,
}

/// The script a letter is of; blanks, figures and signs are of none.
fn script_of(cluster: &str) -> Option<Script> {
    let scripts = cluster.chars().map(|c| unicode::script(u32::from(c)));
    let mut scripts = scripts
        .filter(|script| ![Script::COMMON, Script::INHERITED, Script::UNKNOWN].contains(script));
    scripts.next()
}
