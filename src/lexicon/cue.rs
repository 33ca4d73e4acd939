//! Cues: turns of phrase for which a rule looks where it expects them.
//!
//! A word of a class is one item of a sentence wherever it stands. A cue is not: it is asked for in one place, and its words go on to be what they
//! are everywhere else ("on" before "the trip" opens a list of travellers, and is a preposition).

/// Declares the cues with their words in the table.
macro_rules! cues {
    ($($(#[$doc:meta])* $name:ident = $word:literal),+ $(,)?) => {
        /// For what a turn of phrase is a cue.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Cue { $($(#[$doc])* $name),+ }

        impl Cue {
            /// How many cues there are.
            pub(super) const COUNT: usize = [$(Self::$name),+].len();

            /// The cue of a word in the table's column `cue`.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$name),)+ _ => None }
            }
        }
    };
}

cues! {
    /// "Hons", "Messrs": a form of address of several, with which another group of a list begins.
    AddressesSeveral = "addresses_several",
    /// "adviser", "spokesperson": who serves an office-holder, as they are called before "to".
    Aide = "aide",
    /// "came", "have arrived": how those have got somewhere whom a list names.
    Arrives = "arrives",
    /// "brought", "took": by which something brings somebody somewhere.
    Brings = "brings",
    /// "came along", "made the trip": what they do, with nothing behind it.
    ComesAlong = "comes_along",
    /// "culture", "tourism": what committees are about, also in small letters.
    CommitteeTopic = "committee_topic",
    /// "composition", "line-up": a noun for who is in a delegation.
    Composition = "composition",
    /// "city", "district": what a constituency is called behind its article.
    Constituency = "constituency",
    /// "initiatives", "leadership": what those have done of whom a sentence only speaks, behind "of" or "between".
    Deed = "deed",
    /// "embassy", "secretariat": where somebody works who is named with a list of members and is none.
    Employer = "employer",
    /// "possible", "potential": before a visit that may come.
    Eventual = "eventual",
    /// "cooperation", "relations": what a group of members is there for, with another state.
    Exchange = "exchange",
    /// "foresees", "provides for": what a programme does with what is to happen.
    Foresees = "foresees",
    /// "cabinet", "team": others than a delegation who have a composition.
    Gathers = "gathers",
    /// "was joined by", "groups": what a delegation does, with its members behind it.
    HasMembers = "has_members",
    /// "will be back in", "returned home to": words before the place at which somebody is at home.
    Homeward = "homeward",
    /// "its members", "on board": what people of a delegation are.
    IsPart = "is_part",
    /// "left", "set off": a verb of leaving, before "for" and a state.
    Leaves = "leaves",
    /// "head", "its leader": what the leader of a delegation is called behind "as" and "whose".
    LedAs = "led_as",
    /// "exile", "posting": a word of a sentence in which a stay is no visit.
    Lives = "lives",
    /// "trilateral meeting": a meeting of more than two, which may have a name.
    MeetingOfSeveral = "meeting_of_several",
    /// "Emeritus": behind the title of an office that is over.
    NoLonger = "no_longer",
    /// "designate": behind the title of one that is yet to come.
    NotYet = "not_yet",
    /// "federal", "national": between a state and the branch that it has in an assembly.
    OfWholeState = "of_whole_state",
    /// "The", "He", "During": a word with which a sentence begins behind the dot of an initial.
    Opener = "opener",
    /// "on", "taking part in": how a sentence begins that names members behind its verb, with the journey or the delegation next.
    OpensGroup = "opens_group",
    /// "those", "the following": how a line begins over a list of people.
    OpensList = "opens_list",
    /// "with it", "the visitors": how a sentence begins that names members behind its verb.
    OpensMembers = "opens_members",
    /// "organization", "association": what an assembly is called behind an office of it.
    Organisation = "organisation",
    /// "three years ago", "without", "the business delegation": what tells of another journey, or of who does not come along.
    OtherJourney = "other_journey",
    /// "then", "only": what such a line has that is about another time, or about others than the list has.
    OtherList = "other_list",
    /// "his", "while", "after": how the first words of a sentence begin that tell of the journey of the one who is named next.
    OwnJourney = "own_journey",
    /// "was", "met", "began": a verb in the past tense that does not end in "-ed", or tells of what has happened.
    Past = "past",
    /// "prepare", "preparations": before a visit that is to come.
    Prepares = "prepares",
    /// "agenda", "schedule": a noun for what is to happen.
    Programme = "programme",
    /// "candidature", "appoint": what those are told of behind it who are to have a post, and need not be there.
    Proposed = "proposed",
    /// "Geneva", "New York": a city in which people of all states meet, so that what is told there need not be told at home.
    Seat = "seat",
    /// "handed over a letter from": behind it stands who is elsewhere.
    Sender = "sender",
    /// "members", "officials": people whom a house or a state has sent, before "of".
    SentPeople = "sent_people",
    /// "remarks", "report": a noun for what somebody says at a session.
    Speech = "speech",
    /// "preparations", "agenda", "missed": before a session of which others speak, or at which somebody was not.
    SpokenOf = "spoken_of",
    /// "officials", "staff": those who work for a house, and are led by one of their own.
    Staff = "staff",
    /// "while", "leaving": with a state behind it, that somebody is there or was.
    Stays = "stays",
    /// "spoke", "took the floor": what those do who are at a meeting.
    TakesFloor = "takes_floor",
    /// "took part in", "joined": what they do, with the journey or the delegation behind it.
    TakesPart = "takes_part",
    /// "reported", "commented": before "on" and a visit that somebody else makes.
    TellsOf = "tells_of",
    /// "interlocutor", "lunch": whom somebody has before him or her, and over what they sit.
    Together = "together",
    /// "who took part", "on the trip": what follows several who sit in a house and are those of the delegation.
    WhoCame = "who_came",
    /// "with him", "with them": behind those whom somebody has brought, or who were there.
    WithSelf = "with_self",
}
