//! Styles by meaning. A theme file names a palette and gives every style a look; this reads it,
//! refuses what it does not know with the line, and brings its colours down to what the terminal
//! can show. Amber is for "soon", red for "late", and neither is the only sign (WKS-2).

use std::collections::BTreeMap;
use std::fmt;

use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;
use toml::Spanned;

use super::depth::Depth;

macro_rules! styles {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// Every style of the screen, by meaning.
        #[derive(Debug, Clone, PartialEq, Eq, Default)]
        pub struct Theme {
            $($(#[$doc])* pub $name: Style,)*
        }

        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Styles {
            $($name: Look,)*
        }

        impl Styles {
            fn resolve(&self, palette: &Palette, depth: Depth) -> Result<Theme, Span> {
                Ok(Theme { $($name: self.$name.resolve(palette, depth)?,)* })
            }
        }

        impl Theme {
            /// Each style with its name, as theme files write it.
            pub fn all(&self) -> Vec<(&'static str, Style)> {
                vec![$((stringify!($name), self.$name),)*]
            }
        }
    };
}

styles! {
    /// The ground everything stands on.
    screen,
    /// Ordinary words.
    text,
    /// Words that can wait.
    muted,
    /// Hardly there: rules, empty marks.
    faint,
    /// The one accent.
    accent,
    /// Titles of panels and sections.
    title,
    /// Borders at rest.
    border,
    /// The border of the panel that has the keys.
    border_focused,
    /// The selected row.
    selection,
    /// The selected row of a list that does not have the keys.
    selection_unfocused,
    /// Rows marked for a bulk action.
    marked,
    /// A key one can press.
    key,
    /// A key that cannot do anything now.
    key_disabled,
    /// Due soon.
    soon,
    /// Overdue.
    late,
    /// Done, confirmed, in balance.
    good,
    /// A count that waits for someone.
    badge,
    /// An error beside its field.
    error,
    /// A field at rest.
    input,
    /// The field being written in.
    input_focused,
    /// The cursor's cell.
    cursor,
    /// Letters that match what was typed.
    matching,
    /// The line that says what was done.
    toast,
    /// The thumb of a scrollbar.
    scrollbar,
    /// Header tabs.
    header,
    /// The tab of the pane shown.
    header_current,
    /// The line of keys below.
    footer,
    /// The ground of what lies above the panes.
    popup,
    /// First series of a chart.
    chart_a,
    /// Second series of a chart.
    chart_b,
    /// Third series of a chart.
    chart_c,
}

/// The themes built into the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Builtin {
    /// Light on dark.
    Dark,
    /// Dark on light.
    Light,
    /// As far apart as colours go.
    Contrast,
    /// No colour at all.
    Plain,
    /// No colour, and no sign beyond ASCII: for terminals and readers that say nothing of themselves.
    Ascii,
}

impl Builtin {
    /// All, in the order they are offered.
    pub const ALL: [Self; 5] = [
        Self::Dark,
        Self::Light,
        Self::Contrast,
        Self::Plain,
        Self::Ascii,
    ];

    /// Its name in settings; its text is `kit-theme-<name>`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Contrast => "contrast",
            Self::Plain => "plain",
            Self::Ascii => "ascii",
        }
    }

    /// The theme of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|b| b.name() == name)
    }

    const fn source(self) -> &'static str {
        match self {
            Self::Dark => include_str!("../../../assets/themes/dark.toml"),
            Self::Light => include_str!("../../../assets/themes/light.toml"),
            Self::Contrast => include_str!("../../../assets/themes/contrast.toml"),
            Self::Plain | Self::Ascii => include_str!("../../../assets/themes/plain.toml"),
        }
    }
}

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
type Span = (usize, String);

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
type Palette = BTreeMap<String, (Color, Option<Color>)>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Look {
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
    fn resolve(&self, palette: &Palette, depth: Depth) -> Result<Style, Span> {
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

fn colour(
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
    /// A theme built into the program; without colour it is always [`Builtin::Plain`].
    pub fn builtin(which: Builtin, depth: Depth) -> Self {
        let which = if depth == Depth::None {
            Builtin::Plain
        } else {
            which
        };
        Self::parse(which.source(), depth).unwrap_or_default()
    }

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

fn line_of(source: &str, offset: usize) -> usize {
    1 + source.bytes().take(offset).filter(|&b| b == b'\n').count()
}

#[cfg(test)]
#[path = "theme_tests.rs"]
mod tests;
