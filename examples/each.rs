//! One graph an article, for scoring: `each OUT FILES...`.
use interparl::{document, export, graph, lexicon::Lexicon, pipeline};
fn main() {
    let mut args = std::env::args().skip(1);
    let out = args.next().unwrap_or_default();
    let inputs: Vec<document::Input> = args
        .map(|a| document::Input::from(std::path::PathBuf::from(a)))
        .collect();
    for a in document::articles(inputs, &document::ReadOptions::default()) {
        match a {
            Ok(a) => {
                let g = graph::fold(vec![pipeline::read(&a, Lexicon::builtin())]);
                let mut f = std::io::BufWriter::new(
                    std::fs::File::create(format!("{out}/{}.json", a.label)).unwrap(),
                );
                export::json::write(&g, export::ExportOptions { quotes: true }, &mut f).unwrap();
            }
            Err(e) => eprintln!("{e}"),
        }
    }
}
