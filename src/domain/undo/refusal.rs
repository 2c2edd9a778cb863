//! Why something about taking back is not done. Changes nothing; its texts stand in the locale files.

use strum::{IntoStaticStr, VariantNames};

use super::footing::Footing;
use crate::domain::ids::RequestId;
use crate::domain::why::{Fact, Refuses};

/// Why not, of taking back.
#[derive(Clone, Debug, PartialEq, Eq, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum UndoRefusal {
    /// There is nothing to undo.
    NothingToUndo,
    /// There is nothing to redo.
    NothingToRedo,
    /// Somebody worked on it since; undoing would overwrite that.
    ChangedSince {
        /// Which one.
        request: RequestId,
    },
    /// Somebody changed it since; taking it back would overwrite that.
    Overtaken,
    /// Something stands on it, and would hang in the air: what, says what to do first (REQ-11, REQ-6).
    StoodOn(Footing),
}

impl Refuses for UndoRefusal {
    fn key(&self) -> &'static str {
        match self {
            UndoRefusal::StoodOn(footing) => footing.key(),
            other => other.into(),
        }
    }

    fn facts(&self) -> Vec<(&'static str, Fact)> {
        use UndoRefusal as R;
        match self {
            R::StoodOn(footing) => footing.facts(),
            R::ChangedSince { request } => vec![("request", Fact::word(request))],
            R::NothingToUndo | R::NothingToRedo | R::Overtaken => Vec::new(),
        }
    }
}
