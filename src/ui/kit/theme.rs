//! Styles by meaning. A theme file names a palette and gives every style a look (`file`); its colours
//! are brought down to what the terminal can show. Amber is for "soon", red for "late", and neither is the only sign (WKS-2).

mod file;

use ratatui::style::Style;
use serde::Deserialize;

pub use self::file::ThemeError;
use self::file::{Look, Palette, Span};
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
}

#[cfg(test)]
#[path = "theme_tests.rs"]
mod tests;
