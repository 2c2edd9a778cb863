//! Filling a message from named values, one row or one object at a time.
//!
//! Loses nothing: what has no known name, and what does not fit where its name says, is added to
//! the body by its name. Interprets nothing but the date of reception and the contact's address.

use super::{
    address, body,
    columns::Column,
    date, digest, limits,
    message::{Address, Attachment, Message},
    reason::Reason,
    words,
};

/// A message being filled from named values.
#[derive(Default)]
pub(crate) struct Form {
    message: Message,
    contact: String,
    id: Option<String>,
    others: String,
    digest: digest::OfValues,
    filled: bool,
}

impl Form {
    /// Puts a cell where its name says; a blank one says nothing. Lists are taken apart.
    pub(crate) fn put(&mut self, name: &str, value: &str) {
        let marks: &[char] = match Column::named(name) {
            Some(Column::Tags) => &[',', ';', '|', '\n'],
            Some(Column::WantedDates) => &[';', '|', '\n'],
            _ => return self.put_one(name, value),
        };
        // Past the limit, what is left of the list stays together.
        for value in value.splitn(limits::LIST + 1, marks) {
            self.put_one(name, value);
        }
    }

    /// Puts one value as it is.
    pub(crate) fn put_one(&mut self, name: &str, value: &str) {
        let value = value.trim();
        if !value.is_empty() {
            self.filled = true;
            self.digest.add(name, value);
            self.set(name, value);
        }
    }

    /// Whether nothing was put.
    pub(crate) fn is_blank(&self) -> bool {
        !self.filled
    }

    fn set(&mut self, name: &str, value: &str) {
        let line = || limits::chars(&words::one_line(value), limits::LINE).to_owned();
        let asked = &mut self.message.asked;
        let slot = match Column::named(name) {
            Some(Column::Id) => &mut self.id,
            Some(Column::Organisation) => &mut asked.organisation,
            Some(Column::Country) => &mut asked.country,
            Some(Column::Segment) => &mut asked.segment,
            Some(Column::Phone) => &mut asked.phone,
            Some(Column::Kind) => &mut asked.kind,
            Some(Column::Place) => &mut asked.place,
            Some(Column::Online) => &mut asked.online,
            Some(Column::Participants) => &mut asked.participants,
            Some(Column::Budget) => &mut asked.budget,
            Some(Column::Deadline) => &mut asked.deadline,
            Some(Column::Language) => &mut asked.language,
            Some(Column::WantedDates) if asked.wanted_dates.len() < limits::LIST => {
                return asked.wanted_dates.push(line());
            }
            Some(Column::Tags) if asked.tags.len() < limits::LIST => {
                return asked.tags.push(line());
            }
            Some(Column::Subject) if self.message.subject.is_empty() => {
                self.message.subject = line();
                return;
            }
            Some(Column::Contact) if self.contact.is_empty() => {
                self.contact = line();
                return;
            }
            Some(Column::Email) if self.message.from.email.is_empty() => {
                match address::one(value) {
                    Some(found) => self.message.from = found,
                    None => self.other(name, value),
                }
                return;
            }
            Some(Column::Received) if self.message.sent_at.is_none() => {
                match date::of_table(value) {
                    Some(at) => self.message.sent_at = Some(at),
                    None => self.other(name, value),
                }
                return;
            }
            Some(Column::Body) => {
                if !self.message.body.is_empty() {
                    self.message.body.push_str("\n\n");
                }
                self.message.body.push_str(&body::line_ends(value.into()));
                return;
            }
            _ => return self.other(name, value),
        };
        match slot {
            None => *slot = Some(line()),
            Some(_) => self.other(name, value),
        }
    }

    fn other(&mut self, name: &str, value: &str) {
        let name = words::one_line(name);
        self.others
            .push_str(&format!("{name}: {}\n", body::line_ends(value.into())));
    }

    /// The message; `kind` (`csv`, `json`) starts the id of a row that has one.
    pub(crate) fn finish(mut self, kind: &str) -> Result<Message, Reason> {
        self.contact();
        let message = &mut self.message;
        if !self.others.is_empty() {
            let gap = if message.body.is_empty() { "" } else { "\n\n" };
            message.body.push_str(gap);
            message.body.push_str(self.others.trim_end());
        }
        let says = [
            &message.subject,
            &message.body,
            &message.from.name,
            &message.from.email,
        ];
        let asked = &message.asked;
        let known = [&asked.organisation, &asked.phone];
        if says.iter().all(|text| text.is_empty()) && known.iter().all(|text| text.is_none()) {
            return Err(Reason::EmptyRow);
        }
        message.digest = self.digest.finish();
        let id = self.id.filter(|id| id.len() + kind.len() < limits::ID);
        message.message_id = id.map(|id| format!("{kind}:{id}"));
        if message.body.len() > limits::BODY {
            message.attachments.push(Attachment {
                name: "text.txt".to_owned(),
                mime: "text/plain".to_owned(),
                bytes: message.body.clone().into_bytes(),
            });
            body::shorten(&mut message.body);
        }
        Ok(self.message)
    }

    /// `Ana <ana@example.org>` in the contact's column is a name and an address.
    fn contact(&mut self) {
        let from = &mut self.message.from;
        if self.contact.contains('@')
            && let Some(Address { name, email }) = address::one(&self.contact)
        {
            if from.email.is_empty() {
                from.email = email;
            }
            self.contact = name;
        }
        if !self.contact.is_empty() {
            from.name = std::mem::take(&mut self.contact);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn req_2_a_form_fills_a_message_and_loses_nothing() {
        let mut form = Form::default();
        for (name, value) in [
            ("id", "7"),
            ("subject", "A /\n B"),
            ("contact", "Ana <ana@example.org>"),
            ("tags", "x, y;z"),
            ("dates", "3 mars, matin ; 4 mars"),
            ("budget", "1 000 €"),
            ("budget", "2"),
            ("colour", "red"),
            ("received", "soon"),
            ("country", " "),
        ] {
            form.put(name, value);
        }
        let message = form.finish("csv").unwrap();
        assert_eq!(message.message_id.as_deref(), Some("csv:7"));
        assert_eq!(message.subject, "A / B");
        assert_eq!(
            (message.from.name.as_str(), message.from.email.as_str()),
            ("Ana", "ana@example.org")
        );
        assert_eq!(message.asked.tags, ["x", "y", "z"]);
        assert_eq!(message.asked.wanted_dates, ["3 mars, matin", "4 mars"]);
        assert_eq!(message.asked.budget.as_deref(), Some("1 000 €"));
        assert_eq!(message.asked.country, None);
        assert_eq!(message.body, "budget: 2\ncolour: red\nreceived: soon");
    }

    #[test]
    fn req_1_a_row_that_asks_nothing_is_not_a_request() {
        let mut form = Form::default();
        form.put("budget", "12");
        assert_eq!(form.finish("csv"), Err(Reason::EmptyRow));
    }
}
