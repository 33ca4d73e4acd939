//! The classes of words that carry grammar or tell of an event.

/// Declares the classes with their words in the table.
macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $word:literal),+ $(,)?) => {
        /// What a word or phrase does in a sentence.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Class { $($(#[$doc])* $name),+ }

        impl Class {
            /// How many classes there are.
            pub(super) const COUNT: usize = [$(Self::$name),+].len();

            /// Every class, in the order of the numbers.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The class of a word in the table's column `class`.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$name),)+ _ => None }
            }

            /// The word in the table.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }
        }
    };
}

classes! {
    /// "the", "a".
    Article = "article",
    /// "of".
    Of = "of",
    /// "and", "as well as".
    And = "and",
    /// "between".
    Between = "between",
    /// "with", "together with".
    With = "with",
    /// "to".
    To = "to",
    /// "from".
    From = "from",
    /// "in", "at": where a place may follow.
    In = "in",
    /// "by": before who did it.
    By = "by",
    /// "on", "for" and other prepositions.
    Preposition = "preposition",
    /// "who".
    Who = "who",
    /// "which", "that".
    Which = "which",
    /// "he", "she".
    He = "he",
    /// "it".
    It = "it",
    /// "on".
    On = "on",
    /// "speakers", "parliaments": those of whom a conference is one.
    Speakers = "speakers",
    /// "left", "departed": before the place that was visited.
    Leave = "leave",
    /// "they".
    They = "they",
    /// "his", "their": somebody's own.
    His = "his",
    /// "is", "was".
    Be = "be",
    /// "has", "had".
    Have = "have",
    /// "as": before the office to which somebody is elected.
    As = "as",
    /// "elected", "appointed".
    Elect = "elect",
    /// "becomes": of somebody who comes into an office; with the value 1 "remains", of who stays in it.
    Become = "become",
    /// "was", "were": of what may be over.
    PastBe = "past_be",
    /// "sent", "dispatched": of who sends a delegation.
    Dispatch = "dispatch",
    /// "king", "queen": the title of who is head of a kingdom.
    Monarch = "monarch",
    /// "serves as"; with the value 1 "served as", which may be over.
    Serve = "serve",
    /// "since": before the day on which an office was taken.
    Since = "since",
    /// "until": before the day on which it was left.
    Until = "until",
    /// "newly elected": of an office that was taken shortly before.
    Newly = "newly",
    /// "the country", "the Kingdom": the state that the context gives.
    Country = "country",
    /// "respectively".
    Respectively = "respectively",
    /// "wife", "adviser": those who belong to an office-holder and are none.
    Kin = "kin",
    /// "cancelled", "postponed".
    CalledOff = "called_off",
    /// "denied that", "alleged", "if": what follows is not said to have happened.
    Doubt = "doubt",
    /// "former", "late".
    Former = "former",
    /// "newly elected", "current": adjectives before a title that change nothing.
    Current = "current",
    /// "counterpart".
    Counterpart = "counterpart",
    /// "host": the one who receives.
    Host = "host",
    /// "guest": the one who is received.
    Guest = "guest",
    /// "sides", "parties": those who meet.
    Sides = "sides",
    /// "both", "the two".
    Both = "both",
    /// "delegation", "team".
    Delegation = "delegation",
    /// "leads", "headed", "presides over": before what is led; with the value 1 "will lead", of what is to come.
    Lead = "lead",
    /// "led by", "at the head of": before who leads.
    LedBy = "led_by",
    /// "accompanied by", "together with": before who comes along.
    Accompany = "accompany",
    /// "through", "into": where somebody is led for a moment.
    Through = "through",
    /// "includes", "composed of": before the members of a delegation.
    Comprise = "comprise",
    /// "accompany", "travelled with": between companions and the one whom they accompany.
    Escort = "escort",
    /// "sits in", "has a seat in": before the house of which somebody is a member.
    Sit = "sit",
    /// "when", "while": at the head of a sentence it makes the first clause depend on the second.
    When = "when",
    /// "belong to", "are part of": between members and their delegation.
    Belong = "belong",
    /// "parliament", "legislature": any parliament.
    ParliamentWord = "parliament_word",
    /// "commission", "assembly": nouns of bodies; with the value 1 the words before it make a name of it.
    BodyNoun = "body_noun",
    /// Commissions and councils that are none of parliament.
    OtherBody = "other_body",
    /// "affairs", "rights": behind one word the topic of a committee, also in small letters.
    Topic = "topic",
    /// "branch", "national group": the part of an assembly that one state sends.
    NationalPart = "national_part",
    /// "legislative assembly", "provincial legislature": chambers that a region has as well.
    RegionalChamber = "regional_chamber",
    /// "Northern", "New": before the name of a state it makes the name of another place.
    Direction = "direction",
    /// "temple", "airport": what a name before it, or behind its "of", belongs to; with the value 1 the name may stand right
    /// behind it, "Palais", with 2 so where it has small letters too, "frigate"; with 3 it counts with a capital and an "of" only,
    /// "Order".
    Sight = "sight",
    /// "upper house".
    UpperHouse = "upper_house",
    /// "lower house".
    LowerHouse = "lower_house",
    /// "dinner", "banquet": given for somebody, who is then received.
    Meal = "meal",
    /// "met", "met with".
    Meet = "meet",
    /// "gathered", "convened": of a body.
    Gather = "gather",
    /// "received", "welcomed".
    Receive = "receive",
    /// "paid a courtesy call on".
    CallOn = "call_on",
    /// "phoned".
    Phone = "phone",
    /// "by telephone", "via video link": people who came together so were not in one place.
    Remote = "remote",
    /// "held", "had": before the noun of a meeting.
    Hold = "hold",
    /// "meeting", "talks".
    MeetingNoun = "meeting_noun",
    /// "telephone conversation".
    CallNoun = "call_noun",
    /// "visit", "trip".
    VisitNoun = "visit_noun",
    /// "visited"; with the value 1 "will tour", of what is to come.
    Visit = "visit",
    /// "arrived", "travelled": before where to; with the value 1 "is due in", of what is to come.
    Travel = "travel",
    /// "stays in", "made a stop in": verbs of being somewhere that tell a journey of those whose own state is another one.
    Stay = "stay",
    /// "took part in", "attended".
    Attend = "attend",
    /// "opened", "addressed": of a session.
    Address = "address",
    /// "session", "sitting".
    SessionNoun = "session_noun",
    /// "conference", "summit", "forum".
    ConferenceNoun = "conference_noun",
    /// "discussed", "exchanged views": of people who talk with each other.
    Discuss = "discuss",
    /// "told": before who was told.
    Tell = "tell",
    /// "exchanged views", "talked": what people do with each other face to face or by a call.
    Converse = "converse",
    /// "told", "briefed": before whom somebody speaks to, who is there.
    Brief = "brief",
    /// "politician", "lawmaker": a word for somebody of a state; with the value 1 for an ambassador.
    Trade = "trade",
    /// "the group", "the lawmakers": other words for a delegation.
    Company = "company",
    /// "inaugural", "founding": of the first sitting of a body.
    Founding = "founding",
    /// "letter", "message": words reach somebody without a meeting.
    Letter = "letter",
    /// "absent", "ill", "monument": of those who are elsewhere, or are remembered.
    Away = "away",
    /// "wrote", "greetings", "on television": of those who speak from afar.
    Afar = "afar",
    /// "invitation", "behalf": behind its "of" stands somebody who need not be there.
    Agency = "agency",
    /// "said", "noted": after who says.
    Say = "say",
    /// "will", "plans to".
    Future = "future",
    /// "not", "never".
    Negation = "negation",
    /// "wishes to", "invited to".
    Wish = "wish",
    /// "signed".
    Sign = "sign",
    /// "memorandum", "agreement".
    DocumentNoun = "document_noun",
    /// "invited".
    Invite = "invite",
    /// "decided".
    Decide = "decide",
    /// "founded", "established": of a body.
    Found = "found",
    /// "resumed": of a body's work.
    Resume = "resume",
    /// "suspended".
    Suspend = "suspend",
    /// "of", "president": what ends a word of a page that lost the space between two words. With the value 0 an article must stand
    /// behind it, with 1 no name ends so, with 2 it stands behind a word of every day only.
    Glued = "glued",
    /// A noun that makes the capitalised words around it no person's name: "Ministry", "Street".
    NotPerson = "not_person",
    /// The first words of lines that belong to the page and not to the article.
    PageLine = "page_line",
    /// A month; the value is its number.
    Month = "month",
    /// A day of the week; the value is its number, Monday 1.
    Weekday = "weekday",
    /// A number word; the value is the number.
    Number = "number",
    /// "today", "yesterday": the value is the distance in days, 100 more for the past.
    DayWord = "day_word",
    /// "participants", "attendees": with a colon, over a list of those who were there.
    Present = "present",
    /// "Green", "West": a word for a thing that behind a given name is a surname.
    SurnameWord = "surname_word",
    /// The endings by which names of families are known.
    SurnameEnding = "surname_ending",
    /// An abbreviation whose dot ends no sentence.
    Abbreviation = "abbreviation",
}
