//! What there is to say of a language by which its mail is read: each list of words, what it is for, and how short a word
//! may be. Holds no words.

use super::Sense;

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

/// Makes the lists of a line each: section and name, what its words say and which of several, the fewest letters, whether it
/// is needed, what it is for.
macro_rules! keys {
    ($($name:literal: $sense:ident $value:literal, $least:literal, $needed:literal, $about:literal;)+) => {
        /// All of them, in the order in which they stand in the file.
        pub const KEYS: &[Key] = &[$(Key {
            name: $name,
            sense: Sense::$sense,
            value: $value,
            least: $least,
            needed: $needed,
            about: $about,
        },)+];
    };
}

keys! {
    "mail.common": Common 0, 1, true,
        "The commonest small words of the language, by which a mail is taken to be written in it.";
    "mail.prefixes": Prefix 0, 2, false, "What mail programs put before the subject of an answer or of a forwarded mail.";
    "mail.original": Original 0, 4, false, "Between dashes above the mail that is answered.";
    "mail.from": From 0, 2, false, "The lines of the heading that stands above a quoted mail.";
    "mail.sent": Sent 0, 2, false, "";
    "mail.subject": Subject 0, 2, false, "";
    "mail.on": On 0, 2, false,
        "Begins and ends the line above a quoted mail: \"On 2 March Ana wrote:\"; as written, with its capitals.";
    "mail.wrote": Wrote 0, 3, false, "";
    "mail.wrote_then_name": WroteThenName 0, 3, false, "The same where the name follows: \"Am 2. März schrieb Ana:\".";
    "deadline.limits": Limit 0, 2, true, "Stand before the last day: \"by Friday\".";
    "deadline.wishes": Wish 0, 2, false,
        "Stand before a day; a deadline only where an answer is asked for: \"your quote for Friday\".";
    "deadline.latest": Latest 0, 3, false, "Stand behind the last day: \"Friday at the latest\".";
    "deadline.labels": Label 0, 4, false, "Name a deadline, with its day soon after. A sign may belong to it: \"délai :\".";
    "deadline.delays": Delay 0, 2, false, "Stand before the time that is left: \"within 3 days\".";
    "deadline.asks": Ask 0, 3, false, "Something is asked for: a limit in such a sentence is a deadline.";
    "deadline.answers": Answer 0, 3, false, "Names of what is asked for: an answer, a quotation.";
    "deadline.replies": Reply 0, 3, false, "Verbs of answering, beside which the words of `wishes` announce a deadline.";
    "deadline.wanted": Wanted 0, 3, false, "Behind one of `answers`: it is wanted.";
    "deadline.events": Event 0, 3, false, "Something takes place: a limit in such a sentence is none.";
    "deadline.promises": Promise 0, 3, false, "The sender promises something: a limit behind it is their own.";
    "deadline.needs": Need 0, 3, false, "Takes that back: \"we will need\".";
    "deadline.not_before": Apart 0, 2, false, "Right before a limit, make it none: \"not before\", \"shortly before\".";
    "deadline.none": Denial 0, 2, false, "Before a label: there is no deadline.";
    "deadline.over": Over 0, 4, false, "Behind a label: it has passed.";
    "deadline.thanks": Thanks 0, 3, false, "May follow a deadline that stands by itself: \"For 4 December, please\".";
    "deadline.verbs_last": VerbsLast 0, 2, false, "yes: verbs stand at the end of a sentence, behind its date.";
    "dates.order": Order 0, 3, false, "How 3/4 is read: day (3 April), month (4 March), or either, which is asked back.";
    "dates.month_first_in": MonthFirst 0, 2, false,
        "Countries, by their codes, that write the month first in this language.";
    "dates.doubtful_in": Doubtful 0, 2, false, "Countries that write both.";
    "dates.dotted": Dotted 0, 2, false, "yes: a dot stands behind a day's number, \"4. Dezember\", \"4.12.\".";
    "dates.articles": Article 0, 1, false, "The; before a day, a week, a part of the day.";
    "dates.of": Of 0, 1, false, "Between a day and its month, or an end and what ends.";
    "dates.between": Between 0, 1, false, "May stand between the parts of a date.";
    "dates.this": This 0, 2, false, "This, next and last, before a weekday or a week or behind it.";
    "dates.next": Next 0, 2, false, "";
    "dates.last": Last 0, 2, false, "";
    "dates.ordinals": Ordinal 0, 1, false, "Behind a day's number, joined to it: 3rd.";
    "dates.follows_day": Closes 0, 1, false, "What may follow a day that is a number alone: \"by the 15th at noon\".";
    "dates.in": Ahead 0, 2, false, "Before a time from now: \"in 2 days\".";
    "dates.ago": Ago 0, 2, false, "Behind a time until now: \"2 days ago\".";
    "dates.ago_before": AgoBefore 0, 2, false, "The same before it: \"il y a 2 jours\".";
    "dates.weekday_of_next_week": InNextWeek 0, 4, false, "Behind a weekday: that of the next week.";
    "dates.weekday_a_week_later": Later 7, 3, false, "Behind a weekday: not the next one, the one after.";
    "dates.weekday_two_weeks_later": Later 14, 3, false, "";
    "months.january": Month 1, 2, true, "As they are written in full, then as they are shortened.";
    "months.february": Month 2, 2, true, "";
    "months.march": Month 3, 2, true, "";
    "months.april": Month 4, 2, true, "";
    "months.may": Month 5, 2, true, "";
    "months.june": Month 6, 2, true, "";
    "months.july": Month 7, 2, true, "";
    "months.august": Month 8, 2, true, "";
    "months.september": Month 9, 2, true, "";
    "months.october": Month 10, 2, true, "";
    "months.november": Month 11, 2, true, "";
    "months.december": Month 12, 2, true, "";
    "weekdays.monday": Weekday 0, 2, true, "The same. One of two letters counts only beside its date.";
    "weekdays.tuesday": Weekday 1, 2, true, "";
    "weekdays.wednesday": Weekday 2, 2, true, "";
    "weekdays.thursday": Weekday 3, 2, true, "";
    "weekdays.friday": Weekday 4, 2, true, "";
    "weekdays.saturday": Weekday 5, 2, true, "";
    "weekdays.sunday": Weekday 6, 2, true, "";
    "days.today": Day 2, 3, false, "Days that have a name.";
    "days.tomorrow": Day 3, 3, false, "";
    "days.day_after_tomorrow": Day 4, 4, false, "";
    "days.yesterday": Day 1, 3, false, "";
    "days.day_before_yesterday": Day 0, 4, false, "";
    "days.this_morning": TodayAt 9, 4, false, "";
    "days.this_afternoon": TodayAt 14, 4, false, "";
    "days.this_evening": TodayAt 18, 4, false, "";
    "days.end_of_day": EndOfDay 0, 3, false, "";
    "hours.morning": Hour 9, 3, false, "Parts of a day: 9:00, 12:00, 14:00, 18:00 and 0:00.";
    "hours.noon": Hour 12, 3, false, "";
    "hours.afternoon": Hour 14, 3, false, "";
    "hours.evening": Hour 18, 3, false, "";
    "hours.midnight": Hour 0, 3, false, "";
    "hours.at": At 0, 1, false, "Before an hour: \"at 9\".";
    "hours.sign": HourSign 0, 1, false, "Behind an hour: \"14h30\", \"14 Uhr\".";
    "hours.am": Half 0, 2, false, "Before noon, after noon.";
    "hours.pm": Half 12, 2, false, "";
    "ends.end": End 0, 3, false, "Before a week, a month or a year: its end, its middle.";
    "ends.middle": Middle 0, 2, false, "";
    "ends.end_of_week": EndOfWeek 0, 3, false, "The same in one word.";
    "ends.end_of_month": EndOfMonth 0, 3, false, "";
    "ends.end_of_year": EndOfYear 0, 3, false, "";
    "ends.weekend": Weekend 0, 4, false, "";
    "units.minute": Unit 0, 1, false, "What a time is counted in, one and many.";
    "units.hour": Unit 1, 1, false, "";
    "units.day": Unit 2, 1, false, "";
    "units.week": Unit 3, 1, false, "";
    "units.month": Unit 4, 1, false, "";
    "units.year": Unit 5, 1, false, "";
    "numbers.1": Numeral 1, 1, false, "Numbers in words.";
    "numbers.2": Numeral 2, 2, false, "";
    "numbers.3": Numeral 3, 2, false, "";
    "numbers.4": Numeral 4, 2, false, "";
    "numbers.5": Numeral 5, 2, false, "";
    "numbers.6": Numeral 6, 2, false, "";
    "numbers.7": Numeral 7, 2, false, "";
    "numbers.8": Numeral 8, 2, false, "";
    "numbers.9": Numeral 9, 2, false, "";
    "numbers.10": Numeral 10, 2, false, "";
    "numbers.12": Numeral 12, 2, false, "";
    "numbers.14": Numeral 14, 2, false, "";
    "numbers.15": Numeral 15, 2, false, "";
    "numbers.20": Numeral 20, 2, false, "";
    "numbers.30": Numeral 30, 2, false, "";
    "spans.8": Span 8, 4, false, "So many days in one word: \"une huitaine\".";
    "spans.14": Span 14, 4, false, "";
    "spans.15": Span 15, 4, false, "";
    "meeting.names": Meeting 0, 3, false, "A meeting with the client: what it is for must be there before it.";
    "meeting.past": LooksBack 0, 2, false, "It was, or will not be: \"after our meeting\".";
    "several.first": Count 1, 4, false, "Count the requests of a mail. A sign may belong to a word: \"first,\".";
    "several.second": Count 2, 4, false, "";
    "several.third": Count 3, 4, false, "";
    "several.fourth": Count 4, 4, false, "";
    "several.fifth": Count 5, 4, false, "";
    "several.sixth": Count 6, 4, false, "";
    "several.announced": Announced 0, 8, false, "Say that there are several: every item of a list is one then.";
    "several.asks": Stem 0, 3, false, "Beginnings of words by which an item of a list asks for something.";
    "several.answers": No 0, 2, false, "Words with which an item answers a question, and asks for nothing.";
}
