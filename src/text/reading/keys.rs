//! What there is to say of a language by which its mail is read: each list of words, what it is for, and how short a word
//! may be. Holds no words.

use super::Sense;
use super::Sense as S;

/// A list of words of a language.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Its section and its name, as they stand in the file.
    pub name: &'static str,
    /// What its words say.
    pub sense: Sense,
    /// Which of several: the number of a month, an hour, so many days.
    pub value: u16,
    /// The fewest letters that a word or a phrase of it must have.
    pub least: usize,
    /// Whether a language without it reads nothing.
    pub needed: bool,
    /// What it is for, in a sentence; nothing where the one above says it.
    pub about: &'static str,
}

const fn key(
    name: &'static str,
    sense: Sense,
    value: u16,
    least: usize,
    about: &'static str,
) -> Key {
    Key {
        name,
        sense,
        value,
        least,
        needed: false,
        about,
    }
}

const fn needed(name: &'static str, sense: Sense, value: u16, about: &'static str) -> Key {
    Key {
        needed: true,
        ..key(name, sense, value, 2, about)
    }
}

impl Key {
    /// Returns its section and its name in it.
    pub fn parts(&self) -> (&'static str, &'static str) {
        self.name.split_once('.').unwrap_or(("", self.name))
    }

    /// Returns the one with this name.
    pub fn named(name: &str) -> Option<&'static Key> {
        KEYS.iter().find(|key| key.name == name)
    }
}

/// All of them, in the order in which they stand in the file.
pub const KEYS: &[Key] = &[
    Key {
        least: 1,
        ..needed(
            "mail.common",
            S::Common,
            0,
            "The commonest small words of the language, by which a mail is taken to be written in it.",
        )
    },
    key("mail.prefixes", S::Prefix, 0, 2, "What mail programs put before the subject of an answer or of a forwarded mail."),
    key("mail.original", S::Original, 0, 4, "Between dashes above the mail that is answered."),
    key("mail.from", S::From, 0, 2, "The lines of the heading that stands above a quoted mail."),
    key("mail.sent", S::Sent, 0, 2, ""),
    key("mail.subject", S::Subject, 0, 2, ""),
    key("mail.on", S::On, 0, 2, "Begins and ends the line above a quoted mail: \"On 2 March Ana wrote:\"; as written, with its capitals."),
    key("mail.wrote", S::Wrote, 0, 3, ""),
    key("mail.wrote_then_name", S::WroteThenName, 0, 3, "The same where the name follows: \"Am 2. März schrieb Ana:\"."),
    needed("deadline.limits", S::Limit, 0, "Stand before the last day: \"by Friday\"."),
    key("deadline.wishes", S::Wish, 0, 2, "Stand before a day; a deadline only where an answer is asked for: \"your quote for Friday\"."),
    key("deadline.latest", S::Latest, 0, 3, "Stand behind the last day: \"Friday at the latest\"."),
    key("deadline.labels", S::Label, 0, 4, "Name a deadline, with its day soon after. A sign may belong to it: \"délai :\"."),
    key("deadline.delays", S::Delay, 0, 2, "Stand before the time that is left: \"within 3 days\"."),
    key("deadline.asks", S::Ask, 0, 3, "Something is asked for: a limit in such a sentence is a deadline."),
    key("deadline.answers", S::Answer, 0, 3, "Names of what is asked for: an answer, a quotation."),
    key("deadline.replies", S::Reply, 0, 3, "Verbs of answering, beside which the words of `wishes` announce a deadline."),
    key("deadline.wanted", S::Wanted, 0, 3, "Behind one of `answers`: it is wanted."),
    key("deadline.events", S::Event, 0, 3, "Something takes place: a limit in such a sentence is none."),
    key("deadline.promises", S::Promise, 0, 3, "The sender promises something: a limit behind it is their own."),
    key("deadline.needs", S::Need, 0, 3, "Takes that back: \"we will need\"."),
    key("deadline.not_before", S::Apart, 0, 2, "Right before a limit, make it none: \"not before\", \"shortly before\"."),
    key("deadline.none", S::Denial, 0, 2, "Before a label: there is no deadline."),
    key("deadline.over", S::Over, 0, 4, "Behind a label: it has passed."),
    key("deadline.thanks", S::Thanks, 0, 3, "May follow a deadline that stands by itself: \"For 4 December, please\"."),
    key("deadline.verbs_last", S::VerbsLast, 0, 2, "yes: verbs stand at the end of a sentence, behind its date."),
    key("dates.order", S::Order, 0, 3, "How 3/4 is read: day (3 April), month (4 March), or either, which is asked back."),
    key("dates.month_first_in", S::MonthFirst, 0, 2, "Countries, by their codes, that write the month first in this language."),
    key("dates.doubtful_in", S::Doubtful, 0, 2, "Countries that write both."),
    key("dates.dotted", S::Dotted, 0, 2, "yes: a dot stands behind a day's number, \"4. Dezember\", \"4.12.\"."),
    key("dates.articles", S::Article, 0, 1, "The; before a day, a week, a part of the day."),
    key("dates.of", S::Of, 0, 1, "Between a day and its month, or an end and what ends."),
    key("dates.between", S::Between, 0, 1, "May stand between the parts of a date."),
    key("dates.this", S::This, 0, 2, "This, next and last, before a weekday or a week or behind it."),
    key("dates.next", S::Next, 0, 2, ""),
    key("dates.last", S::Last, 0, 2, ""),
    key("dates.ordinals", S::Ordinal, 0, 1, "Behind a day's number, joined to it: 3rd."),
    key("dates.follows_day", S::Closes, 0, 1, "What may follow a day that is a number alone: \"by the 15th at noon\"."),
    key("dates.in", S::Ahead, 0, 2, "Before a time from now: \"in 2 days\"."),
    key("dates.ago", S::Ago, 0, 2, "Behind a time until now: \"2 days ago\"."),
    key("dates.ago_before", S::AgoBefore, 0, 2, "The same before it: \"il y a 2 jours\"."),
    key("dates.weekday_of_next_week", S::InNextWeek, 0, 4, "Behind a weekday: that of the next week."),
    key("dates.weekday_a_week_later", S::Later, 7, 3, "Behind a weekday: not the next one, the one after."),
    key("dates.weekday_two_weeks_later", S::Later, 14, 3, ""),
    needed("months.january", S::Month, 1, "As they are written in full, then as they are shortened."),
    needed("months.february", S::Month, 2, ""),
    needed("months.march", S::Month, 3, ""),
    needed("months.april", S::Month, 4, ""),
    needed("months.may", S::Month, 5, ""),
    needed("months.june", S::Month, 6, ""),
    needed("months.july", S::Month, 7, ""),
    needed("months.august", S::Month, 8, ""),
    needed("months.september", S::Month, 9, ""),
    needed("months.october", S::Month, 10, ""),
    needed("months.november", S::Month, 11, ""),
    needed("months.december", S::Month, 12, ""),
    needed("weekdays.monday", S::Weekday, 0, "The same. One of two letters counts only beside its date."),
    needed("weekdays.tuesday", S::Weekday, 1, ""),
    needed("weekdays.wednesday", S::Weekday, 2, ""),
    needed("weekdays.thursday", S::Weekday, 3, ""),
    needed("weekdays.friday", S::Weekday, 4, ""),
    needed("weekdays.saturday", S::Weekday, 5, ""),
    needed("weekdays.sunday", S::Weekday, 6, ""),
    key("days.today", S::Day, 2, 3, "Days that have a name."),
    key("days.tomorrow", S::Day, 3, 3, ""),
    key("days.day_after_tomorrow", S::Day, 4, 4, ""),
    key("days.yesterday", S::Day, 1, 3, ""),
    key("days.day_before_yesterday", S::Day, 0, 4, ""),
    key("days.this_morning", S::TodayAt, 9, 4, ""),
    key("days.this_afternoon", S::TodayAt, 14, 4, ""),
    key("days.this_evening", S::TodayAt, 18, 4, ""),
    key("days.end_of_day", S::EndOfDay, 0, 3, ""),
    key("hours.morning", S::Hour, 9, 3, "Parts of a day: 9:00, 12:00, 14:00, 18:00 and 0:00."),
    key("hours.noon", S::Hour, 12, 3, ""),
    key("hours.afternoon", S::Hour, 14, 3, ""),
    key("hours.evening", S::Hour, 18, 3, ""),
    key("hours.midnight", S::Hour, 0, 3, ""),
    key("hours.at", S::At, 0, 1, "Before an hour: \"at 9\"."),
    key("hours.sign", S::HourSign, 0, 1, "Behind an hour: \"14h30\", \"14 Uhr\"."),
    key("hours.am", S::Half, 0, 2, "Before noon, after noon."),
    key("hours.pm", S::Half, 12, 2, ""),
    key("ends.end", S::End, 0, 3, "Before a week, a month or a year: its end, its middle."),
    key("ends.middle", S::Middle, 0, 2, ""),
    key("ends.end_of_week", S::EndOfWeek, 0, 3, "The same in one word."),
    key("ends.end_of_month", S::EndOfMonth, 0, 3, ""),
    key("ends.end_of_year", S::EndOfYear, 0, 3, ""),
    key("ends.weekend", S::Weekend, 0, 4, ""),
    key("units.minute", S::Unit, 0, 1, "What a time is counted in, one and many."),
    key("units.hour", S::Unit, 1, 1, ""),
    key("units.day", S::Unit, 2, 1, ""),
    key("units.week", S::Unit, 3, 1, ""),
    key("units.month", S::Unit, 4, 1, ""),
    key("units.year", S::Unit, 5, 1, ""),
    key("numbers.1", S::Numeral, 1, 1, "Numbers in words."),
    key("numbers.2", S::Numeral, 2, 2, ""),
    key("numbers.3", S::Numeral, 3, 2, ""),
    key("numbers.4", S::Numeral, 4, 2, ""),
    key("numbers.5", S::Numeral, 5, 2, ""),
    key("numbers.6", S::Numeral, 6, 2, ""),
    key("numbers.7", S::Numeral, 7, 2, ""),
    key("numbers.8", S::Numeral, 8, 2, ""),
    key("numbers.9", S::Numeral, 9, 2, ""),
    key("numbers.10", S::Numeral, 10, 2, ""),
    key("numbers.12", S::Numeral, 12, 2, ""),
    key("numbers.14", S::Numeral, 14, 2, ""),
    key("numbers.15", S::Numeral, 15, 2, ""),
    key("numbers.20", S::Numeral, 20, 2, ""),
    key("numbers.30", S::Numeral, 30, 2, ""),
    key("spans.8", S::Span, 8, 4, "So many days in one word: \"une huitaine\"."),
    key("spans.14", S::Span, 14, 4, ""),
    key("spans.15", S::Span, 15, 4, ""),
    key("meeting.names", S::Meeting, 0, 3, "A meeting with the client: what it is for must be there before it."),
    key("meeting.past", S::LooksBack, 0, 2, "It was, or will not be: \"after our meeting\"."),
    key("several.first", S::Count, 1, 4, "Count the requests of a mail. A sign may belong to a word: \"first,\"."),
    key("several.second", S::Count, 2, 4, ""),
    key("several.third", S::Count, 3, 4, ""),
    key("several.fourth", S::Count, 4, 4, ""),
    key("several.fifth", S::Count, 5, 4, ""),
    key("several.sixth", S::Count, 6, 4, ""),
    key("several.announced", S::Announced, 0, 8, "Say that there are several: every item of a list is one then."),
    key("several.asks", S::Stem, 0, 3, "Beginnings of words by which an item of a list asks for something."),
    key("several.answers", S::No, 0, 2, "Words with which an item answers a question, and asks for nothing."),
];
