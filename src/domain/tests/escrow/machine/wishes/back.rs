//! What goes back to clients, what the bank takes back, and what the treasurer keeps.

use super::*;

impl Met<'_> {
    pub(super) fn goes_back(&self) -> (Option<PersonId>, C) {
        let (project, number) = (self.id(), self.number());
        let books = self.fair.state.books();
        match self.wish.what {
            16 => (
                Some(self.client()),
                C::Refund {
                    project,
                    amount: self.some(self.on(Account::Free(project))),
                    words: "not needed".into(),
                    said: self.said(),
                },
            ),
            17 => (
                Some(self.provider()),
                C::GiveBack {
                    project,
                    number,
                    amount: self.some(self.project.part(number).map_or(0, |part| part.released)),
                    words: "less".into(),
                    said: self.said(),
                },
            ),
            18 => {
                let credit = Back::Credit(self.project.client);
                let left = self.on(Account::ClientCredit(self.project.client));
                let (from, left) = match self.open().filter(|_| left == 0) {
                    Some((entry, left)) => (Back::Deposit(entry), left),
                    None => (credit, left),
                };
                (
                    Some(TOM),
                    C::SendBack {
                        from,
                        amount: self.money(self.some(left)),
                        words: "back".into(),
                    },
                )
            }
            19 => {
                let sent = books.entries().iter().filter(|one| one.code == Code::R02);
                let all: Vec<EntryId> = sent.map(|one| one.id).collect();
                let entry = all.get(self.wish.b % all.len().max(1));
                let entry = *entry.unwrap_or(&EntryId(1));
                let day = self.fair.now;
                (Some(TOM), C::PaidOut { entry, day })
            }
            _ => self.taken_back(),
        }
    }

    /// The bank takes a deposit back, or a frozen project goes on.
    fn taken_back(&self) -> (Option<PersonId>, C) {
        let project = self.id();
        let books = self.fair.state.books();
        let deposits = books.entries().iter().filter(|one| one.code == Code::E01);
        let all: Vec<_> = deposits.map(|one| (one.id, one.moved())).collect();
        let here = |one: &&(EntryId, i64)| books.matched(one.0, project) > 0;
        let mut mine = all.iter().filter(here);
        let one = mine.nth(self.wish.b % 2).or_else(|| all.last()).copied();
        let (deposit, moved) = one.unwrap_or((EntryId(1), 1));
        let chargeback = C::Chargeback {
            deposit,
            project: (!self.wish.b.is_multiple_of(4)).then_some(project),
            amount: self.some(moved / 2),
            day: self.fair.now,
            words: "returned".into(),
        };
        let rare = self.wish.a.is_multiple_of(4);
        match self.project.frozen {
            true => {
                let words = "on".into();
                (Some(TOM), C::Thaw { project, words })
            }
            false if rare => (Some(TOM), chargeback),
            false => (
                Some(TOM),
                self.fair.deposit(self.money(self.some(50_000)), "", None),
            ),
        }
    }

    pub(super) fn keeps(&self) -> (Option<PersonId>, C) {
        let (project, day) = (self.id(), self.fair.now);
        let books = self.fair.state.books();
        let client = Account::OwedByClient(self.project.client, project);
        let (payer, owed) = match self.wish.odd {
            true => (
                Payer::Provider,
                self.on(Account::OwedByProvider(self.project.firm, project)),
            ),
            false => (Payer::Client, self.on(client)),
        };
        let command = match self.wish.what {
            21 | 22 => C::Receive {
                project,
                payer,
                amount: self.some(owed),
                deposit: self
                    .open()
                    .map(|(entry, _)| entry)
                    .filter(|_| self.wish.what == 22),
                day,
                text: "paid".into(),
            },
            23 => C::WriteOff {
                project,
                payer,
                amount: self.some(owed / 2),
                words: "gone".into(),
            },
            24 => C::Begin {
                amount: self.money(self.some(100_000)),
                day,
                text: "begun".into(),
            },
            25 => {
                let all: Vec<EntryId> = books.entries().iter().map(|one| one.id).collect();
                let open = self.open().map(|(entry, _)| entry);
                let any = all[self.wish.b % all.len()];
                C::Correct {
                    entry: open
                        .filter(|_| self.wish.a.is_multiple_of(2))
                        .unwrap_or(any),
                    words: "wrong".into(),
                }
            }
            26 => C::Close {
                until: self.fair.now - 30 * 24 * 3_600_000,
            },
            _ => C::Net {
                project,
                amount: self.some(owed),
                said: self.said(),
            },
        };
        (Some(TOM), command)
    }
}
