//! Offices that stand behind the names of their holders: "A B, Speaker of C and member of D", "A B MP".
//!
//! In comes the place of a name, out come the holdings of its bearer, and of the names before it where an office behind a
//! list speaks of all. This module never looks for an office before a name.

use super::{Held, Name, Reader};
use crate::lexicon::Class;
use crate::mention::Kind;
use crate::ontology::Office;

impl Reader<'_, '_, '_> {
    /// "A B, Speaker of C and member of D", "A B (Speaker of C)", "A B MP", "A B, who chairs C", "A B is Speaker".
    pub(super) fn at_person(&mut self, name: Name) {
        let mut next = name.at + 1;
        if let Some(office) = self.office(next)
            && self.post_nominal(office)
        {
            let held = Held::office(office);
            self.push(name.person, held, name.at..next + 1, "letters-after-name");
            next += 1;
        }
        // "They are A leader of the delegation, B": an office in small letters right behind a name, closed off by a sign.
        if let Some(office) = self.office(next)
            && (self.is_small(next) || self.names_body(office))
            && !self.plural(office)
            && ([',', ';', '.'].iter().any(|m| self.mark(next + 1, *m))
                || self.is(next + 1, Class::And))
        {
            let held = Held::office(office);
            self.push(name.person, held, name.at..next + 1, "office-after-name");
            next += 1;
        }
        next = self.past_party(next);
        let linked = [',', '(', '–', '—', '-']
            .iter()
            .any(|mark| self.mark(next, *mark));
        // "A: Deputy Speaker of B".
        let office = self.past(next + 1, &[Class::Article]);
        let named = self.mark(next, ':') && self.office(office).is_some_and(|o| self.names_body(o));
        // "A: Speaker of B must go" is a headline of what A says.
        let closes = self.item(office + 1).is_none_or(|i| {
            let links = [Class::And, Class::In, Class::Of, Class::From];
            [',', ';', '.', '('].iter().any(|m| i.is_mark(*m)) || i.is_any(&links)
        });
        let linked = linked
            || named && closes && self.named_behind(office + 1).is_none_or(|n| n > office + 1);
        if linked {
            next += 1;
            self.appositions(name, next);
        }
        self.elected_as(name);
        self.headed(name);
        self.clause(name, next);
    }

    /// Whether an office names its body behind it: "Chairman of the Committee".
    fn names_body(&self, office: usize) -> bool {
        self.mentions
            .offices
            .get(office)
            .is_some_and(|o| !o.bodies.is_empty() && o.words.end > o.title.end)
    }

    /// Whether the words of a place begin with a small letter.
    fn is_small(&self, at: usize) -> bool {
        self.item(at).is_some_and(|i| {
            let shape = self.mentions.words.at(i.words.start).token.shape;
            !shape.is_capital()
        })
    }

    /// The offices in apposition to a name, from the place behind the comma or bracket that opens them.
    fn appositions(&mut self, name: Name, from: usize) {
        let mut next =
            self.past_distinctions(from + usize::from(self.is(from, Class::Respectively)));
        let mut first = true;
        loop {
            let start = next;
            next = self.past_small_words(next);
            let elected = self.is_elected_to(name.at, start);
            let Some(office) = self.office(next).filter(|_| !elected) else {
                if first && !elected {
                    self.in_segment(name, start);
                }
                return;
            };
            // "A, Speaker B": the office belongs to the name behind it.
            if self.is_right_before_name(next, office) {
                return;
            }
            // "the Speaker of B, A, the Speaker of C thanked": the office acts by itself.
            if first
                && (self.acts_by_itself(name.at, start, next)
                    || self.is_one_of_others(name.at, start, next))
            {
                return;
            }
            if self.plural(office) {
                self.distributed(name.at, office, next);
                // "A and B, Members of Parliament, Vice Presidents of C".
                let another = self.past(next + 2, &[Class::Article]);
                if self.mark(next + 1, ',')
                    && let Some(office) = self.office(another).filter(|o| self.plural(*o))
                    && self.person(another + 1).is_none()
                {
                    self.distributed(name.at, office, another);
                }
                return;
            }
            if first && self.one_each(name.at, next)
                || self.belongs_to_name_behind(name, start, next, first)
            {
                return;
            }
            let held = self.with_owner_behind(office, next);
            self.push(name.person, held, name.at..next + 1, "office-after-name");
            next = self.in_second_body(name, office, next);
            // "A, MP, Speaker of B": letters are no office that the next one would go on from.
            first = first && self.post_nominal(office);
            // "A, MP (Chairperson), B, MP": another office in brackets behind the first one.
            if let Some(close) = self.in_brackets(name, next + 1) {
                next = close;
            }
            let Some(after) = self.next_apposition(name, next + 1) else {
                self.in_segment(name, next + 1);
                return;
            };
            next = after;
        }
    }

    /// "the current", "also the", "all of them", "the Honourable": the place behind such words at a place, where the office of an apposition stands.
    fn past_small_words(&self, at: usize) -> usize {
        // "A, also President of B".
        let also = at + usize::from(self.says(at, &["also"]));
        let words = [Class::Article, Class::Current, Class::His, Class::Both];
        let next = self.past(also, &words);
        let next = self.past_rank(self.past_all(next));
        self.past_office_of_letters(self.past_titled_address(next))
    }

    /// "did not elect A, a member of B, as its President": whether what begins at a place is what somebody is elected to, and no apposition.
    fn is_elected_to(&self, name: usize, start: usize) -> bool {
        self.is(start, Class::As) && (0..name).any(|n| self.is(n, Class::Elect))
    }

    /// Whether the office between two places behind a name is somebody else's, who acts.
    fn acts_by_itself(&self, name: usize, start: usize, office: usize) -> bool {
        let acts = self.is(office + 1, Class::Say) && self.is(start, Class::Article);
        acts && (self.is_titled(name) || self.is_of_somewhere(name))
            || self.acts_behind_opening(name, start, office)
    }

    /// "In a statement signed by his adviser, A, the Speaker of B thanked": whether a name ends the words that open a sentence, behind which the office
    /// between two places acts by itself.
    fn acts_behind_opening(&self, name: usize, start: usize, office: usize) -> bool {
        let opens = self.is_any(0, &[Class::In, Class::Preposition]);
        let by = (1..name).any(|n| {
            let item = self.item(n);
            item.is_some_and(|i| self.mentions.words.text_of(&i.words).ends_with("by"))
        });
        let verbs = (1..name).any(|n| self.is_any(n, &[Class::Meet, Class::Receive]));
        let goes_on = self.item(office + 1).is_some_and(|i| {
            let text = self.mentions.words.text_of(&i.words);
            let linked = [Class::And, Class::Who, Class::Of, Class::In];
            !matches!(i.kind, Kind::Mark(_))
                && !i.is_any(&linked)
                && text.starts_with(char::is_lowercase)
        });
        opens && by && !verbs && goes_on && self.is(start, Class::Article)
    }

    /// Notes the office that stands alone in brackets at a place, behind another office of a name, and gives the place of the bracket
    /// that closes.
    fn in_brackets(&mut self, name: Name, at: usize) -> Option<usize> {
        let inside = self.past(at + 1, &[Class::Article, Class::Current, Class::His]);
        let office = self.office(inside).filter(|_| self.mark(at, '('))?;
        let closed = self.mark(inside + 1, ')') && !self.plural(office);
        closed.then(|| {
            let cover = name.at..inside + 2;
            self.push(
                name.person,
                Held::office(office),
                cover,
                "office-after-name",
            );
            inside + 1
        })
    }

    /// The place behind "all", "all of them", "both of whom are", where the office of several may stand.
    fn past_all(&self, at: usize) -> usize {
        let text = |n: usize| {
            self.item(n)
                .map_or("", |i| self.mentions.words.text_of(&i.words))
        };
        // "A and B, as members of C".
        let opens = ["all", "both", "each"].contains(&text(at)) || self.is(at, Class::As);
        let mut next = at + usize::from(opens);
        if self.is(next, Class::Of) && ["them", "whom", "these"].contains(&text(next + 1)) {
            next += 2;
        }
        while next > at && self.is_any(next, &[Class::Be, Class::Current, Class::Article]) {
            next += 1;
        }
        if self.office(next).is_some() {
            next
        } else {
            at
        }
    }

    /// "A, Ambassador and High Representative of B": an ambassador without a state is that of the state of the next title.
    fn with_owner_behind(&self, office: usize, at: usize) -> Held {
        let ambassador = self.mentions.offices.get(office).is_some_and(|o| {
            o.bare() && o.post.is_none() && o.can_be(&self.mentions.words, Office::Ambassador)
        });
        let next = self.office(at + 2).filter(|_| self.is(at + 1, Class::And));
        match next.filter(|_| ambassador) {
            Some(owner) => self.owned_by(office, &[owner]),
            None => Held::office(office),
        }
    }

    /// "Office, A, Office, B": whether the office of a place, whose apposition begins at `start`, is that of the name
    /// behind it, which it is where that name closes with a comma; `first` where none was read for the name before it yet.
    fn belongs_to_name_behind(&self, name: Name, start: usize, office: usize, first: bool) -> bool {
        let behind = self.named_behind(office + 1);
        let comma_name = behind.is_some();
        if !first && self.goes_on_with_names(name.at, (start, office), behind) {
            return false;
        }
        if first && comma_name && self.is_of_somewhere(name.at)
            || !first && self.is_another(start) && self.ends_with_name(office)
        {
            return true;
        }
        let titled = behind.is_some_and(|n| n > office + 2);
        // "In his meeting with A, the Speaker of B, C said": the office is that of whom the preposition governs.
        if first && self.is_met(name.at) && behind.is_some_and(|n| self.is(n + 1, Class::Say)) {
            return false;
        }
        // "the Ambassador of B – A, the Ambassador of C – D": each office stands before a dash and its name.
        if self.stands_before_dash(name.at, office) {
            return true;
        }
        // "Senators A and B, the Clerk of the Senate, C,": no senator is its clerk.
        let article = (start..office).any(|n| self.is(n, Class::Article));
        let staff = self.office(office).is_some_and(|o| self.is_of_staff(o));
        if comma_name && article && staff && self.in_shared_list(name.at) {
            return true;
        }
        // "Deputy Marshals A and B, the Chair of C, D, and the Chair of E, F".
        if article && behind.is_some_and(|n| self.closes_before_name(n)) {
            return true;
        }
        let closed = behind.is_some_and(|n| {
            self.item(n + 1).is_none()
                || self.mark(n + 1, '.')
                || self.mark(n + 1, ',')
                || self.mark(n + 1, '(')
                || self.mark(n + 1, ';')
                || self.is_any(n + 1, &[Class::Be, Class::Say, Class::Have, Class::And])
        });
        // "MPs A, Chair of B, C, Chair of D": what stands before them all says nothing of whose the others are.
        let of_one = |n: usize| self.office(n).is_some_and(|o| self.is_of_one(o));
        let introduced = !self.in_shared_list(name.at)
            && name.at.checked_sub(1).is_some_and(|b| {
                let office_before = || b.checked_sub(1).is_some_and(of_one);
                of_one(b) || self.mark(b, ',') && office_before()
            });
        // "Vice-Chairman A, Secretary General and Chairman of the Office B": a chain of offices right before the next name.
        let next = self.past(office + 2, &[Class::Article, Class::Current]);
        let chain = self.is(office + 1, Class::And)
            && self.office(next).is_some_and(|o| !self.plural(o))
            && (self.person(next + 1).is_some() || self.named_behind(next + 1).is_some());
        let before = name.at.checked_sub(1).is_some_and(of_one) && !self.in_shared_list(name.at);
        let introduced = introduced
            && (!titled || self.alternate_seats(name.at))
            && !self.begins_with_name(name.at);
        comma_name
            && (!first || introduced)
            && (closed || titled || self.is(start.saturating_sub(1), Class::And))
            || chain && before && self.mark(start.saturating_sub(1), ',')
            || first && self.is_of_titled_row(name.at, office)
    }

    /// "and the Speaker of B": whether what begins at a place is joined by "and" and has an article of its own.
    fn is_another(&self, start: usize) -> bool {
        self.is(start, Class::Article) && self.is(start.saturating_sub(1), Class::And)
    }

    /// "with A of Kenya, the Speaker of the Assembly of Zambia, C,": whether it is told already whence somebody comes.
    fn is_of_somewhere(&self, name: usize) -> bool {
        let text = self
            .item(name)
            .map(|i| self.mentions.words.text_of(&i.words));
        self.is(name + 1, Class::Of) || text.is_some_and(|t| t.contains(" of "))
    }

    /// "Mr A, Vice-President of B, Chair of C, Mr D, Chair of E": whether who is named behind a further office of a name has an office
    /// behind the name, too, as the last of the list has.
    fn goes_on_with_names(
        &self,
        name: usize,
        (start, office): (usize, usize),
        behind: Option<usize>,
    ) -> bool {
        let own = behind.is_some_and(|n| self.has_office_behind(n));
        let definite = (start..office).any(|n| self.is(n, Class::Article));
        own && !definite && self.closes_with_office() && !self.is_titled(name)
    }

    /// "In his meeting with A", "When meeting with A": whether the name of a place is that of somebody met, at the beginning of a sentence.
    fn is_met(&self, name: usize) -> bool {
        let with = name
            .checked_sub(1)
            .is_some_and(|b| self.is_any(b, &[Class::With, Class::Meet, Class::MeetingNoun]));
        with && name < 8 && (0..name).all(|n| self.person(n).is_none())
    }

    /// Reads a clause behind an apposition, and gives where the next apposition may begin, if the list goes on.
    fn next_apposition(&mut self, name: Name, from: usize) -> Option<usize> {
        let from = self.past_square_bracket(from);
        if self.is(from, Class::Who) {
            self.clause(name, from);
        }
        // "A, MP - Leader of the Delegation".
        let dash = ['-', '–', '—'].iter().any(|m| self.mark(from, *m));
        let behind_dash = dash
            && self
                .office(self.past(from + 1, &[Class::Article]))
                .is_some();
        if !self.is(from, Class::And) && !self.mark(from, ',') && !behind_dash {
            return None;
        }
        let next = from + 1;
        // "A, Minister of B, becomes President of C".
        if self.mark(from, ',') && self.becomes(next) {
            self.clause(name, next);
            return None;
        }
        // "A, who leads B", "A, Minister of B, was elected President of C".
        let goes_on = self.mark(from, ',') && self.is_any(next, &[Class::Be, Class::Have]);
        if goes_on || self.is(next, Class::Who) || self.is(next, Class::Lead) {
            self.clause(name, next);
            return None;
        }
        Some(next + usize::from(self.is(next, Class::And)))
    }
}
