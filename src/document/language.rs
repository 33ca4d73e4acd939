//! The language of a text.

/// So many letters are needed before a guess is worth anything.
const ENOUGH_LETTERS: usize = 40;
/// A guess looks at so many characters; more changes nothing and costs time.
const SAMPLE: usize = 700;

/// The ISO 639-1 code of a text's language, by its letters and their sequences; `None` for a text of less than 40
/// letters and where the guess is not reliable.
pub(super) fn language_of(text: &str) -> Option<String> {
    let end = text
        .char_indices()
        .nth(SAMPLE)
        .map_or(text.len(), |(at, _)| at);
    let sample = text.get(..end)?;
    let letters = sample.chars().filter(|c| c.is_alphabetic());
    if letters.take(ENOUGH_LETTERS).count() < ENOUGH_LETTERS {
        return None;
    }
    // Cyrillic letters begin with one of these bytes: most texts have none, and need no look at each of their letters.
    let cyrillic = sample.bytes().any(|b| matches!(b, 0xd0..=0xd4));
    if cyrillic && is_kazakh(sample) {
        return Some("kk".to_owned());
    }
    if cyrillic && is_russian(sample) {
        return Some("ru".to_owned());
    }
    if is_english(sample) {
        return Some("en".to_owned());
    }
    let guess = whatlang::detect(sample).filter(whatlang::Info::is_reliable)?;
    iso_639_1(guess.lang().code()).map(str::to_owned)
}

/// The ISO 639-1 code of a given code or locale: `en-US`, `RU`, `kaz`; `None` for what is none.
pub(super) fn language_code(given: &str) -> Option<String> {
    let code = given
        .trim()
        .split(['-', '_', '.', ',', ' '])
        .next()?
        .to_ascii_lowercase();
    match code.len() {
        2 if code.bytes().all(|b| b.is_ascii_lowercase()) => Some(code),
        3 => iso_639_1(&code).map(str::to_owned),
        _ => None,
    }
}

/// Kazakh in Cyrillic, which the detector does not know and calls Belarusian: the letters that Russian lacks are
/// frequent, `қ` among them, and none is there that only its neighbours write.
fn is_kazakh(sample: &str) -> bool {
    // Most texts have no Cyrillic at all, and need no count.
    if !sample.contains(['қ', 'Қ']) {
        return false;
    }
    let (mut letters, mut own, mut q, mut foreign) = (0_usize, 0_usize, false, 0_usize);
    for character in sample.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        for lower in character.to_lowercase() {
            own += usize::from("әғқңөұүһі".contains(lower));
            q |= lower == 'қ';
            foreign += usize::from("ўҳӯӣҷҡҙҫїєґ".contains(lower));
        }
    }
    q && own * 100 >= letters * 3 && foreign * 10 < own
}

/// Russian for sure: `ы` or `э`, which of its neighbours only Belarusian writes, and no letter that Russian lacks. The
/// detector doubts short Russian texts for their likeness to Bulgarian.
fn is_russian(sample: &str) -> bool {
    if !sample.contains(['ы', 'э', 'Ы', 'Э']) {
        return false;
    }
    let mut letters = sample.chars().filter(|c| c.is_alphabetic());
    let cyrillic = letters.clone().filter(|c| ('Ѐ'..='ԯ').contains(c)).count();
    let all = letters.clone().count();
    let foreign = |c: char| ('Ѐ'..='ԯ').contains(&c) && !matches!(c, 'А'..='я' | 'Ё' | 'ё');
    cyrillic * 2 > all && !letters.any(foreign)
}

/// English for sure: of forty words or more, one in eight or more is one that no other language has as often. The detector
/// says the same of such a text, but compares it with seventy languages, which took a fifth of the time of reading it.
fn is_english(sample: &str) -> bool {
    const ENOUGH_WORDS: usize = 40;
    let (mut all, mut telling) = (0_usize, 0_usize);
    let mut count = |word: &[u8]| {
        all += usize::from(!word.is_empty());
        let tells: &[&[u8]] = &[b"the", b"and", b"of", b"to", b"with", b"from", b"that"];
        telling += usize::from(word.len() < 5 && tells.contains(&word));
    };
    // Bytes of plain letters need no table to say that they are letters.
    if sample.is_ascii() {
        let words = sample.as_bytes().split(|b| !b.is_ascii_alphabetic());
        words.for_each(&mut count);
    } else {
        let words = sample.split(|c: char| !c.is_alphabetic());
        words.for_each(|word| count(word.as_bytes()));
    }
    all >= ENOUGH_WORDS && telling * 8 >= all
}

/// From the three letters of ISO 639-3 to two; the detector's languages and the usual older codes.
fn iso_639_1(code: &str) -> Option<&'static str> {
    const CODES: &str = "afr af aka ak amh am ara ar aze az bel be ben bn bul bg cat ca ces cs cmn zh cym cy dan da \
        deu de ell el eng en epo eo est et eus eu fas fa fin fi fra fr gle ga guj gu heb he hin hi hrv hr hun hu \
        hye hy ind id isl is ita it jav jv jpn ja kan kn kat ka kaz kk khm km kir ky kor ko lat la lav lv lit lt \
        mal ml mar mr mkd mk mon mn mya my nep ne nld nl nno nn nob nb ori or pan pa pes fa pol pl por pt ron ro \
        rus ru sin si slk sk slv sl sna sn spa es sqi sq srp sr swe sv tam ta tel te tgk tg tgl tl tha th tuk tk \
        tur tr ukr uk urd ur uzb uz vie vi yid yi zho zh zul zu fre fr ger de dut nl rum ro slo sk cze cs gre el";
    let mut codes = CODES.split_ascii_whitespace();
    while let (Some(three), Some(two)) = (codes.next(), codes.next()) {
        if three == code {
            return Some(two);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_of_the_trade_are_told_apart() {
        for (text, code) in [
            (
                "The Speaker of the House of Representatives received the delegation of the friendship group today.",
                "en",
            ),
            (
                "Председатель Сената принял сегодня делегацию парламентской группы дружбы, сообщает пресс-служба.",
                "ru",
            ),
            (
                "Мәжіліс Төрағасы бүгін достық тобының делегациясын қабылдады, деп хабарлады баспасөз қызметі.",
                "kk",
            ),
            (
                "Le président de l'Assemblée nationale a reçu aujourd'hui la délégation du groupe d'amitié.",
                "fr",
            ),
            (
                "El presidente de la Cámara de Diputados recibió hoy a la delegación del grupo de amistad.",
                "es",
            ),
        ] {
            assert_eq!(language_of(text).as_deref(), Some(code), "{text}");
        }
    }

    #[test]
    fn what_is_english_for_sure_is_so_for_the_detector() {
        let english = "The Speaker of the Saeima met with the chairman of the committee. The sides spoke of trade and of \
            the work of the two groups. They thanked each other for the talks, and the guests left for home from the port \
            that they had come to.";
        assert!(is_english(english));
        let guess = whatlang::detect(english).filter(whatlang::Info::is_reliable);
        assert_eq!(guess.map(|g| g.lang()), Some(whatlang::Lang::Eng));
        let names = "Jaan Tamm, Daiga Ozola, Aru Bekova, ".repeat(12);
        assert!(!is_english(&names));
        let dutch = "De voorzitter van de Kamer sprak met de leden van de commissie en met de gasten of hun medewerkers \
            over de handel en over het werk van de twee groepen, en zij bedankten elkaar voor de gesprekken in de stad.";
        assert!(!is_english(dutch));
    }

    #[test]
    fn too_little_says_nothing() {
        assert_eq!(language_of("They met in Riga."), None);
        assert_eq!(language_of("12 345 678 ".repeat(40).as_str()), None);
    }

    #[test]
    fn given_codes_are_brought_to_two_letters() {
        assert_eq!(language_code("en-US").as_deref(), Some("en"));
        assert_eq!(language_code("kaz").as_deref(), Some("kk"));
        assert_eq!(language_code("RU_ru.UTF-8").as_deref(), Some("ru"));
        assert_eq!(language_code("English"), None);
        assert_eq!(language_code(""), None);
    }

    #[test]
    fn every_language_of_the_detector_has_a_code() {
        for lang in whatlang::Lang::all() {
            assert!(iso_639_1(lang.code()).is_some(), "{lang}");
        }
    }
}
