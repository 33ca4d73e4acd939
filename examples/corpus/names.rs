//! Names of people who do not exist, and the ways in which articles spell one of them.

use crate::chance::Chance;

/// How the names of a part of the world are made and varied.
pub(crate) struct Culture {
    given: &'static [&'static str],
    /// Beginnings and endings of surnames; all pairs of them are surnames.
    beginnings: &'static [&'static str],
    endings: &'static [&'static str],
    /// What one article writes so and another so.
    spellings: &'static [(&'static str, &'static str)],
    surname_first: bool,
}

/// Each has names enough for the members of a state in a corpus of ten thousand articles, so that nobody has a namesake whom the
/// world has not made one; in one of a hundred thousand some of a few states do.
pub(crate) const CULTURES: &[Culture] = &[
    Culture {
        given: &[
            "Yelena", "Dmitry", "Sergey", "Yulia", "Andrey", "Natalya", "Alexey", "Valery",
            "Maria", "Yevgeny", "Oksana", "Vasily", "Tatyana", "Grigory", "Lyudmila", "Arkady",
            "Zhanna", "Vitaly", "Anatoly", "Ksenia",
        ],
        beginnings: &[
            "Chug", "Varl", "Morosh", "Tikh", "Zhab", "Kresh", "Bul", "Sarof", "Pyat", "Lush",
            "Grosh", "Rykh", "Dov", "Yakh", "Shcheb", "Prol", "Tvar", "Obruch", "Kolch", "Vereg",
        ],
        endings: &[
            "enko", "insky", "ovich", "yak", "atin", "uk", "ey", "avin", "olov", "itsky",
        ],
        spellings: &[
            ("Ye", "E"),
            ("y", "i"),
            ("kh", "h"),
            ("zh", "j"),
            ("sky", "skiy"),
            ("ey", "ei"),
            ("ch", "tch"),
            ("Yu", "Iu"),
        ],
        surname_first: false,
    },
    Culture {
        given: &[
            "Aidar", "Bolat", "Gulnara", "Yerkin", "Marat", "Saule", "Nurlan", "Dinara", "Kairat",
            "Zhanar", "Timur", "Aigerim", "Serik", "Botagoz", "Askhat", "Rauan",
        ],
        beginnings: &[
            "Zhum", "Kozh", "Baim", "Sark", "Tulep", "Amanz", "Yesk", "Nurg", "Kald", "Omirz",
            "Shaik", "Bekt", "Dauk", "Alip",
        ],
        endings: &[
            "abekov",
            "akhmetov",
            "almenov",
            "aliyev",
            "umbayev",
            "aganbetov",
            "enov",
            "ibayev",
        ],
        spellings: &[
            ("Zh", "J"),
            ("zh", "j"),
            ("kh", "h"),
            ("Ye", "E"),
            ("yev", "ev"),
            ("K", "Q"),
            ("ai", "ay"),
        ],
        surname_first: false,
    },
    Culture {
        given: &[
            "Min-jun",
            "Seo-yeon",
            "Ji-hoon",
            "Hye-jin",
            "Dong-hyun",
            "Sung-min",
            "Eun-ji",
            "Jae-won",
            "Tae-yang",
            "Soo-bin",
            "Young-ho",
            "Mi-rae",
            "Kyung-rok",
            "Chan-woo",
            "Na-rae",
            "Byung-chul",
        ],
        beginnings: &[
            "Kim", "Lee", "Park", "Choi", "Jung", "Kang", "Han", "Shin", "Kwon", "Hwang", "Ahn",
            "Song", "Min", "Ryu", "Nam", "Pyo", "Ok", "Tak", "Goo", "Bang",
        ],
        endings: &[""],
        spellings: &[
            ("-", " "),
            ("Lee", "Yi"),
            ("oo", "u"),
            ("Jung", "Jeong"),
            ("eo", "o"),
            ("Choi", "Choe"),
        ],
        surname_first: true,
    },
    Culture {
        given: &[
            "Ahmed", "Khalid", "Fatima", "Youssef", "Mariam", "Rashid", "Nabil", "Layla", "Hamad",
            "Salma", "Tariq", "Noura", "Jamal", "Huda", "Saeed",
        ],
        beginnings: &[
            "al-Mans", "al-Har", "al-Qas", "al-Dhah", "al-Kuw", "al-Zah", "al-Naj", "al-Ruw",
            "al-Sham", "al-Jab",
        ],
        endings: &[
            "oury", "ithy", "imy", "ery", "airi", "rany", "adi", "ahy", "lawi", "rawy",
        ],
        spellings: &[
            ("al-", "Al "),
            ("ou", "u"),
            ("y", "i"),
            ("Y", "I"),
            ("Q", "K"),
            ("ee", "ei"),
            ("Kh", "Ch"),
        ],
        surname_first: false,
    },
    Culture {
        given: &[
            "José",
            "María",
            "Andrés",
            "Lucía",
            "Martín",
            "Inés",
            "Ramón",
            "Sofía",
            "Tomás",
            "Beatriz",
            "Julián",
            "Verónica",
            "Óscar",
            "Rocío",
            "Joaquín",
        ],
        beginnings: &[
            "Valdeci", "Montor", "Quiñara", "Arbele", "Salcedí", "Berrue", "Olaza", "Peñalta",
            "Carrión", "Ibarlu",
        ],
        endings: &[
            "llo Peral",
            "nde Ruiz",
            "zo Garay",
            "ta Olmos",
            "lla Vega",
            "ro Saenz",
            "ces Mora",
            "da Lara",
        ],
        spellings: &[
            ("é", "e"),
            ("í", "i"),
            ("á", "a"),
            ("ñ", "n"),
            ("ó", "o"),
            ("Ó", "O"),
        ],
        surname_first: false,
    },
    Culture {
        given: &[
            "Anna", "Peter", "Helga", "Martin", "Ingrid", "Thomas", "Astrid", "Henrik", "Katrin",
            "Oliver", "Freya", "Stefan", "Mette", "Anders", "Ulrike", "Niklas",
        ],
        beginnings: &[
            "Lind", "Berg", "Holm", "Wester", "Oster", "Kron", "Stein", "Rosen", "Hage", "Brun",
            "Hjel", "Mohr",
        ],
        endings: &[
            "qvist", "mann", "gaard", "strup", "feldt", "wald", "rud", "backer", "dahl", "thorp",
        ],
        spellings: &[("qv", "kv"), ("aa", "å"), ("dt", "d"), ("Hj", "Hi")],
        surname_first: false,
    },
];

/// A name in its usual spelling.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name {
    given: String,
    surname: String,
    culture: usize,
}

impl Name {
    pub(crate) fn any(culture: usize, chance: &mut Chance) -> Self {
        let of = CULTURES
            .get(culture % CULTURES.len())
            .unwrap_or(&CULTURES[0]);
        Self {
            given: chance.pick(of.given).to_string(),
            surname: format!("{}{}", chance.pick(of.beginnings), chance.pick(of.endings)),
            culture: culture % CULTURES.len(),
        }
    }

    /// The full name as some article spells it: seven times in ten in the usual way.
    pub(crate) fn full(&self, chance: &mut Chance) -> String {
        let of = &CULTURES[self.culture];
        let (mut given, mut surname) = (self.given.clone(), self.surname.clone());
        if chance.once_in(3) {
            for (usual, other) in of.spellings {
                if chance.once_in(2) {
                    given = given.replace(usual, other);
                    surname = surname.replace(usual, other);
                }
            }
        }
        if of.surname_first {
            format!("{surname} {given}")
        } else {
            format!("{given} {surname}")
        }
    }

    /// The surname alone, in the usual spelling.
    pub(crate) fn surname(&self) -> &str {
        &self.surname
    }
}
