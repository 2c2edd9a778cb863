//! When something about clients' money is taken back: never. What was booked wrong is turned round by an entry of its own.

use crate::domain::escrow::event::OfEscrow;
use crate::domain::undo::table::never_taken_back;

never_taken_back!(OfEscrow);
