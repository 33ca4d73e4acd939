//! Prints what the stages saw in a text file.
use interparl::lexicon::Lexicon;
use interparl::mention::*;
fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let m = Mentions::find(&text, Lexicon::builtin());
        println!("==== {path}");
        for (s, items) in m.words.sentences.iter().zip(&m.items) {
            print!("[{:?}]", s.zone);
            for i in items {
                let t = m.words.text_of(&i.words);
                match i.kind {
                    Kind::Body(n) => print!(" <B{n}:{t}|{:?}>", m.bodies[n].means),
                    Kind::Person(n) => print!(" <P:{t}|{:?}>", m.people[n].strength),
                    Kind::Office(n) => print!(
                        " <O:{t}|{}{}>",
                        m.offices[n]
                            .titles(&m.words)
                            .iter()
                            .filter_map(|t| t.office)
                            .map(|o| o.as_str())
                            .collect::<Vec<_>>()
                            .join("/"),
                        if m.offices[n].foreign { " FOREIGN" } else { "" }
                    ),
                    Kind::Date(w) => print!(" <D:{t}|{w:?}>"),
                    _ => print!(" {t}"),
                }
            }
            println!();
        }
        let h = interparl::rule::holdings(&m);
        for h in &h {
            let p = m.words.text_of(&m.people[h.person].words);
            match h.held {
                Held::Office { mention, share } => println!(
                    "  HOLD {p} = {} {share:?} [{}]",
                    m.words.text_of(&m.offices[mention].words),
                    h.rule
                ),
                Held::Leads { body } => println!(
                    "  HOLD {p} leads {} [{}]",
                    m.words.text_of(&m.bodies[body].words),
                    h.rule
                ),
                Held::HeadsDelegation { .. } => {
                    println!("  HOLD {p} heads delegation [{}]", h.rule)
                }
            }
        }
        let supported = |p: usize| h.iter().any(|h| h.person == p);
        let people = People::group(&m.words, &m.people, &supported);
        println!(
            "  PEOPLE {:?}",
            people
                .entities
                .iter()
                .map(|e| e.name.as_str())
                .collect::<Vec<_>>()
        );
        let bodies = Bodies::group(&m.words, &m.bodies);
        for b in &bodies.entities {
            println!(
                "  BODY {} {:?} {:?} {:?}",
                b.name, b.kind, b.states, b.means
            );
        }
    }
}
use interparl::rule::Held;
