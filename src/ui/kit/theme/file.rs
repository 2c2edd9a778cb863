//! Reading a theme file: a palette, and a look for every style. What it does not know it refuses, with the line.

use std::collections::BTreeMap;
use std::fmt;

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;
use toml::Spanned;

use super::{Styles, Theme};
use crate::ui::kit::depth::Depth;

/// Why a theme file was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeError {
    /// The line, from 1; none when the file as a whole is at fault.
    pub line: Option<usize>,
    /// What is wrong, in English, naming the word.
    pub problem: String,
}

impl fmt::Display for ThemeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.problem),
            None => f.write_str(&self.problem),
        }
    }
}

impl std::error::Error for ThemeError {}

/// Byte offset of a fault and what it is.
pub(super) type Span = (usize, String);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    palette: BTreeMap<String, Spanned<Swatch>>,
    styles: Styles,
}

/// A colour, or a colour with the one to use where there are only sixteen.
#[derive(Deserialize)]
#[serde(untagged)]
enum Swatch {
    Hex(String),
    WithAnsi(String, String),
}

/// A colour and its sixteen-colour stand-in.
pub(super) type Palette = BTreeMap<String, (Color, Option<Color>)>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Look {
    fg: Option<Spanned<String>>,
    bg: Option<Spanned<String>>,
    underline: Option<Spanned<String>>,
    #[serde(default)]
    bold: bool,
    #[serde(default)]
    dim: bool,
    #[serde(default)]
    italic: bool,
    #[serde(default)]
    underlined: bool,
    #[serde(default)]
    reversed: bool,
    #[serde(default)]
    crossed_out: bool,
}

impl Look {
    pub(super) fn resolve(&self, palette: &Palette, depth: Depth) -> Result<Style, Span> {
        let mut style = Style::new();
        style.fg = colour(self.fg.as_ref(), palette, depth)?;
        style.bg = colour(self.bg.as_ref(), palette, depth)?;
        style.underline_color = colour(self.underline.as_ref(), palette, depth)?;
        for (on, modifier) in [
            (self.bold, Modifier::BOLD),
            (self.dim, Modifier::DIM),
            (self.italic, Modifier::ITALIC),
            (self.underlined, Modifier::UNDERLINED),
            (self.reversed, Modifier::REVERSED),
            (self.crossed_out, Modifier::CROSSED_OUT),
        ] {
            if on {
                style = style.add_modifier(modifier);
            }
        }
        Ok(style)
    }
}

pub(super) fn colour(
    name: Option<&Spanned<String>>,
    palette: &Palette,
    depth: Depth,
) -> Result<Option<Color>, Span> {
    let Some(name) = name else { return Ok(None) };
    match palette.get(name.get_ref()) {
        Some((colour, ansi)) => Ok(depth.show(*colour, *ansi)),
        None => Err((
            name.span().start,
            format!("no colour named “{}” in the palette", name.get_ref()),
        )),
    }
}

impl Theme {
    /// Reads a theme file.
    ///
    /// # Errors
    /// An unknown style, a style left out, an unknown colour, or no TOML at all, with its line.
    pub fn parse(source: &str, depth: Depth) -> Result<Self, ThemeError> {
        let at = |(offset, problem): Span| ThemeError {
            line: Some(line_of(source, offset)),
            problem,
        };
        let file: File = toml::from_str(source).map_err(|e| ThemeError {
            line: e.span().map(|s| line_of(source, s.start)),
            problem: e.message().to_owned(),
        })?;
        let mut palette = Palette::new();
        for (name, swatch) in &file.palette {
            let read = |text: &str| {
                text.parse::<Color>().map_err(|_| {
                    at((
                        swatch.span().start,
                        format!("“{text}” is no colour; write #rrggbb or a name"),
                    ))
                })
            };
            let entry = match swatch.get_ref() {
                Swatch::Hex(hex) => (read(hex)?, None),
                Swatch::WithAnsi(hex, ansi) => (read(hex)?, Some(read(ansi)?)),
            };
            palette.insert(name.clone(), entry);
        }
        file.styles.resolve(&palette, depth).map_err(at)
    }
}
pub(super) fn line_of(source: &str, offset: usize) -> usize {
    1 + source.bytes().take(offset).filter(|&b| b == b'\n').count()
}
