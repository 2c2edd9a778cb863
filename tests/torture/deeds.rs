//! Commands that can be recognised afterwards, each by a word of its own, and what became of them.

use crate::dice::Dice;
use crate::said::Said;

/// What sort of command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A facilitator is added; a second time makes a second one.
    Person,
    /// A credit is granted; a second time grants a second one.
    Grant,
    /// A quotation is tagged.
    Tag,
    /// A mail comes in; known by its Message-ID, it comes once.
    Mail,
    /// The same with a file.
    MailWithFile,
    /// A note is written on [`NOTED`], by keys.
    Note,
}

/// A command with a word of its own.
#[derive(Clone, Debug)]
pub struct Deed {
    /// What sort.
    pub sort: Sort,
    /// The word it is known by.
    pub word: String,
    /// The quotation that is tagged.
    quotation: u64,
}

/// The word in the subject of R-1, on which notes are written.
pub const NOTED: &str = "typewriter";
/// So many quotations can be tagged.
pub const QUOTATIONS: u64 = 6;

impl Deed {
    /// Returns any command; a note only of one who is far.
    pub fn any(dice: &mut Dice, far: bool) -> Deed {
        if far && dice.below(3) == 0 {
            return Deed::new(Sort::Note, dice);
        }
        let sorts = [
            Sort::Person,
            Sort::Person,
            Sort::Mail,
            Sort::MailWithFile,
            Sort::Tag,
            Sort::Grant,
        ];
        let sort = *dice.one(&sorts);
        Deed::new(sort, dice)
    }

    /// Returns a command of a sort.
    pub fn new(sort: Sort, dice: &mut Dice) -> Deed {
        Deed {
            sort,
            word: dice.word(),
            quotation: 1 + dice.below(QUOTATIONS),
        }
    }

    /// Returns its words.
    pub fn args(&self) -> Vec<String> {
        let text = match self.sort {
            Sort::Person => return self.person(),
            Sort::Grant => format!("grant P-3 offer 1 --why {}", self.word),
            Sort::Tag => format!("quotation-step Q-{} tag {}", self.quotation, self.word),
            Sort::Mail | Sort::MailWithFile => "import --quiet -".to_owned(),
            Sort::Note => return Vec::new(),
        };
        text.split(' ').map(str::to_owned).collect()
    }

    fn person(&self) -> Vec<String> {
        let name = format!("Zoé {}", self.word);
        let words = ["person", "add", &name, "--role", "facilitator"];
        words.map(str::to_owned).into()
    }

    /// Returns what is piped into it.
    pub fn input(&self) -> Vec<u8> {
        match self.sort {
            Sort::Person | Sort::Grant | Sort::Tag | Sort::Note => Vec::new(),
            Sort::Mail => mail(&self.word).into_bytes(),
            Sort::MailWithFile => mail_with_file(&self.word).into_bytes(),
        }
    }
}

fn head(word: &str) -> String {
    format!(
        "From: Iris Blanc <iris@client.example>\nTo: requests@nord.example\nSubject: Request {word}\n\
         Date: Mon, 9 Mar 2026 08:00:00 +0100\nMessage-ID: <{word}@client.example>\n"
    )
}

/// Returns a mail that asks for something, under a word.
pub fn mail(word: &str) -> String {
    format!("{}\nWe would like a workshop.\n", head(word))
}

/// Returns a mail with a file that holds [`file`].
fn mail_with_file(word: &str) -> String {
    format!(
        "{}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n\
         A file.\n--b\nContent-Type: application/octet-stream; name=plan.bin\n\
         Content-Disposition: attachment; filename=plan.bin\n\n{}\n--b--\n",
        head(word),
        file(word)
    )
}

/// Returns what is in the file of a word's mail.
pub fn file(word: &str) -> String {
    blake3::hash(word.as_bytes()).to_hex().repeat(64)
}

/// Returns many mails as one mailbox, under these words.
pub fn mailbox(words: &[String]) -> Vec<u8> {
    let mails = words.iter().map(|word| {
        format!(
            "From iris@client.example Mon Mar  9 08:00:00 2026\n{}\n",
            mail(word)
        )
    });
    mails.collect::<String>().into_bytes()
}

/// What became of a command.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// It was acknowledged.
    Done,
    /// It was said not to have been done.
    Refused(Said),
    /// The line was cut, or the program was killed: nobody knows.
    Unknown(Said),
}

impl Outcome {
    /// Returns what a run of the program means for its command.
    pub fn of(said: Said) -> Outcome {
        let cut = said.err.contains("the connection to the server was lost");
        match said.status {
            Some(0) => Outcome::Done,
            Some(101) | None => Outcome::Unknown(said),
            Some(75) if cut => Outcome::Unknown(said),
            Some(_) => Outcome::Refused(said),
        }
    }
}

/// A command that was sent, and what became of it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The command.
    pub deed: Deed,
    /// What became of it.
    pub outcome: Outcome,
    /// It came over SSH.
    pub far: bool,
}

impl Entry {
    /// Returns what was said when it was not done.
    pub fn said(&self) -> Option<&Said> {
        match &self.outcome {
            Outcome::Done => None,
            Outcome::Refused(said) | Outcome::Unknown(said) => Some(said),
        }
    }
}
