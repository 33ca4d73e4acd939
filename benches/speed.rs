//! How fast articles are read and readings folded, beside what the machine can do at all.
//!
//! `benches/README.md` says how to read the numbers.

use std::hint::black_box;
use std::path::Path;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use interparl::claim::{Reading, read_line, write_line};
use interparl::document::{self, Article, Input, ReadOptions};
use interparl::lexicon::Lexicon;
use interparl::{graph, mention, pipeline, text};

/// Bytes of text that one round reads.
const TEXT_BYTES: usize = 1_000_000;

fn main() {
    divan::main();
}

/// The annotated articles, over and over, each time as articles of their own.
fn corpus() -> Vec<Article> {
    let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    let folders = ["dev", "world"].map(|set| Input::from(gold.join(set)));
    let read: Vec<Article> = document::articles(folders, &ReadOptions::default())
        .filter_map(Result::ok)
        .collect();
    let mut bytes = 0;
    // The size ends what the cycle repeats.
    let most = TEXT_BYTES;
    read.into_iter()
        .cycle()
        .take(most)
        .take_while(|article| {
            bytes += article.text.len();
            bytes <= TEXT_BYTES
        })
        .collect()
}

fn bytes(corpus: &[Article]) -> BytesCount {
    BytesCount::new(corpus.iter().map(|a| a.text.len()).sum::<usize>())
}

/// Every stage of reading an article, and what there is to compare it with; all on one thread.
#[divan::bench_group(sample_count = 10, sample_size = 1)]
mod article {
    use super::{
        Article, Bencher, Lexicon, Reading, black_box, bytes, corpus, mention, pipeline, read_line,
        text, write_line,
    };

    /// The floor: each byte is looked at once.
    #[divan::bench]
    fn a_look_at_each_byte(bencher: Bencher<'_, '_>) {
        let corpus = corpus();
        bencher.counter(bytes(&corpus)).bench_local(|| {
            let lines = |a: &Article| a.text.bytes().filter(|b| *b == b'\n').count();
            black_box(&corpus).iter().map(lines).sum::<usize>()
        });
    }

    /// Cutting into words.
    #[divan::bench]
    fn b_tokens(bencher: Bencher<'_, '_>) {
        let corpus = corpus();
        bencher.counter(bytes(&corpus)).bench_local(|| {
            let count = |a: &Article| text::tokens(&a.text).len();
            black_box(&corpus).iter().map(count).sum::<usize>()
        });
    }

    /// Finding who and what is named.
    #[divan::bench]
    fn c_mentions(bencher: Bencher<'_, '_>) {
        let (corpus, lexicon) = (corpus(), Lexicon::builtin());
        bencher.counter(bytes(&corpus)).bench_local(|| {
            let count = |a: &Article| {
                mention::Mentions::find(&a.text, lexicon, a.date)
                    .people
                    .len()
            };
            black_box(&corpus).iter().map(count).sum::<usize>()
        });
    }

    /// The whole of `extract` but for reading the file and writing the line.
    #[divan::bench]
    fn d_reading(bencher: Bencher<'_, '_>) {
        let (corpus, lexicon) = (corpus(), Lexicon::builtin());
        bencher.counter(bytes(&corpus)).bench_local(|| {
            let count = |a: &Article| pipeline::read(a, lexicon).claims.len();
            black_box(&corpus).iter().map(count).sum::<usize>()
        });
    }

    /// The lines that `extract` writes and `fold` reads.
    #[divan::bench]
    fn e_reading_to_line_and_back(bencher: Bencher<'_, '_>) {
        let (corpus, lexicon) = (corpus(), Lexicon::builtin());
        let readings: Vec<Reading> = corpus.iter().map(|a| pipeline::read(a, lexicon)).collect();
        bencher.counter(bytes(&corpus)).bench_local(|| {
            let there_and_back = |r: &Reading| write_line(r).ok().and_then(|l| read_line(&l).ok());
            black_box(&readings)
                .iter()
                .filter_map(there_and_back)
                .count()
        });
    }
}

/// Pairs of names compared, beside the plainest measure there is.
#[divan::bench_group(sample_count = 10, sample_size = 1)]
mod names {
    use super::{Bencher, ItemsCount, Lexicon, Path, black_box};
    use interparl::identity::PersonName;

    /// The first spelling of each person and all of theirs, each with those of the next ones.
    fn pairs() -> Vec<(String, String)> {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/matching/names.tsv");
        let text = std::fs::read_to_string(file).unwrap_or_default();
        let names: Vec<&str> = text.lines().flat_map(|l| l.split(['\t', '|'])).collect();
        let near = names.iter().enumerate().flat_map(|(place, one)| {
            let others = names.iter().skip(place + 1).take(20);
            others.map(move |other| ((*one).to_owned(), (*other).to_owned()))
        });
        near.collect()
    }

    /// The floor: the share of letters in common, by the fastest crate for it.
    #[divan::bench]
    fn a_plain_ratio(bencher: Bencher<'_, '_>) {
        let pairs = pairs();
        bencher
            .counter(ItemsCount::new(pairs.len()))
            .bench_local(|| {
                let ratio =
                    |(a, b): &(String, String)| rapidfuzz::fuzz::ratio(a.chars(), b.chars());
                black_box(&pairs).iter().map(ratio).sum::<f64>()
            });
    }

    /// Both names taken apart and compared, as `interparl match` does.
    #[divan::bench]
    fn b_taken_apart_and_compared(bencher: Bencher<'_, '_>) {
        let (pairs, lexicon) = (pairs(), Lexicon::builtin());
        bencher
            .counter(ItemsCount::new(pairs.len()))
            .bench_local(|| {
                let score = |(a, b): &(String, String)| {
                    let (a, b) = (PersonName::new(a, lexicon), PersonName::new(b, lexicon));
                    a.compare(&b).thousandths()
                };
                black_box(&pairs).iter().map(score).sum::<u32>()
            });
    }

    /// Names that were taken apart before, as where each is compared with many.
    #[divan::bench]
    fn c_compared(bencher: Bencher<'_, '_>) {
        let lexicon = Lexicon::builtin();
        let name = |written: &String| PersonName::new(written, lexicon);
        let pairs = pairs();
        let pairs: Vec<_> = pairs.iter().map(|(a, b)| (name(a), name(b))).collect();
        bencher
            .counter(ItemsCount::new(pairs.len()))
            .bench_local(|| {
                let score = |(a, b): &(PersonName, PersonName)| a.compare(b).thousandths();
                black_box(&pairs).iter().map(score).sum::<u32>()
            });
    }
}

/// The fold of so many articles with invented people, of whom every one is in a few articles.
#[divan::bench(args = [100, 1_000, 10_000], sample_count = 5, sample_size = 1)]
fn fold(bencher: Bencher<'_, '_>, articles: usize) {
    let readings = invented(articles);
    bencher
        .counter(ItemsCount::new(articles))
        .with_inputs(|| readings.clone())
        .bench_local_values(graph::fold);
}

/// Readings of one meeting each, between people whose names are made of syllables.
fn invented(articles: usize) -> Vec<Reading> {
    const SYLLABLES: [&str; 16] = [
        "ba", "del", "kor", "mi", "na", "ros", "sta", "tel", "ul", "ven", "war", "zi", "hol",
        "gren", "pa", "lim",
    ];
    let name = |number: usize| {
        let mut name = String::new();
        for shift in [0, 4, 8] {
            name.push_str(SYLLABLES.get((number >> shift) % 16).unwrap_or(&"a"));
        }
        let (first, rest) = name.split_at(1);
        format!("{}{rest}", first.to_uppercase())
    };
    // A third as many people as articles, and two in each article.
    let people = articles / 3 + 2;
    (0..articles)
        .map(|i| {
            let (one, other) = (i % people, (i * 7 + 1) % people);
            let text = format!(
                "RIGA, {} March 2031 – Speaker of the Saeima Anna {} met with Speaker of the Riigikogu Jaan {} in Riga.",
                1 + i % 28,
                name(one),
                name(other + 2_000),
            );
            pipeline::read(&Article { text, ..Article::default() }, Lexicon::builtin())
        })
        .collect()
}
