//! The list of areas. `Command`, `Event`, `Refusal` and the rows of the state are made from it, each of what an area has of
//! its own. What the
//! areas are and decide stands in their folders.

/// Hands the list of areas to the macro `$made`, behind the dollar sign that it makes macros with. Of an area: its name,
/// what it is about, and its commands, events, refusals and small rows, where it has any.
macro_rules! areas {
    ($d:tt $made:ident) => {
        $made! { $d
            House, "the house: its settings, routing, terms and price lists" => {
                command $crate::domain::house::command::HouseCommand;
                event $crate::domain::house::event::HouseEvent;
                refusal $crate::domain::house::refusal::HouseRefusal;
            }
            Lists, "the lists of the house: what can be chosen, and what it is called (WKS-8)" => {
                command $crate::domain::lists::command::ListsCommand;
                event $crate::domain::lists::event::ListsEvent;
                refusal $crate::domain::lists::refusal::ListsRefusal;
                rows lists: std::sync::Arc<$crate::domain::lists::Lists>;
            }
            People, "people: who they are, what they may, how they like to work" => {
                command $crate::domain::person::command::PeopleCommand;
                event $crate::domain::person::event::PeopleEvent;
                refusal $crate::domain::person::refusal::PeopleRefusal;
            }
            Access, "keys and invitations" => {
                command $crate::domain::access::command::AccessCommand;
                event $crate::domain::access::event::AccessEvent;
                refusal $crate::domain::access::refusal::AccessRefusal;
            }
            Directory, "organisations and contacts" => {
                command $crate::domain::organisation::command::DirectoryCommand;
                event $crate::domain::organisation::event::DirectoryEvent;
                refusal $crate::domain::organisation::refusal::DirectoryRefusal;
                rows apart: imbl::OrdSet<$crate::domain::organisation::further::Double>;
            }
            Request, "requests" => {
                command $crate::domain::request::command::RequestCommand;
                event $crate::domain::request::event::RequestEvent;
                refusal $crate::domain::request::refusal::RequestRefusal;
            }
            Quotation, "quotations" => {
                command Box<$crate::domain::quotation::QuotationCommand>;
                event $crate::domain::quotation::event::OfQuotation;
                refusal $crate::domain::quotation::refusal::QuotationRefusal;
            }
            Board, "postings, proposals, selections" => {
                command Box<$crate::domain::opportunity::BoardCommand>;
                event $crate::domain::opportunity::event::OfBoard;
                refusal $crate::domain::opportunity::refusal::BoardRefusal;
            }
            Mission, "missions" => {
                refusal $crate::domain::opportunity::mission::refusal::MissionRefusal;
            }
            Credit, "credits: granted, used or given back (BRD-4)" => {
                event $crate::domain::opportunity::credit::event::OfCredits;
                refusal $crate::domain::opportunity::credit::refusal::CreditRefusal;
            }
            Firm, "firms: who works together, and for which of theirs (PPL-7)" => {
                command $crate::domain::firm::command::FirmCommand;
                event $crate::domain::firm::event::OfFirm;
                refusal $crate::domain::firm::refusal::FirmRefusal;
                rows firms: std::sync::Arc<$crate::domain::firm::Firms>;
            }
            Escrow, "clients' money: the ledger, projects, disputes (ESC)" => {
                command Box<$crate::domain::escrow::EscrowCommand>;
                event $crate::domain::escrow::event::OfEscrow;
                refusal $crate::domain::escrow::refusal::EscrowRefusal;
                rows closing: std::sync::Arc<$crate::domain::escrow::Closing>;
            }
            Money, "amounts" => {
                refusal $crate::domain::money::refusal::MoneyRefusal;
            }
            Undo, "taking back" => {
                refusal $crate::domain::undo::refusal::UndoRefusal;
            }
        }
    };
}

/// Stands for a pattern, there where an area has what `$of` names: so it is left out where it has none.
macro_rules! arm {
    ($arm:pat, $of:ty) => {
        $arm
    };
}

pub(in crate::domain) use areas;
pub(crate) use arm;
