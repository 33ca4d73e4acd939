//! `page` and `serve`: a graph as a page for a browser, as a file or over HTTP.

use std::io::{self, IsTerminal as _, Write as _};
#[cfg(feature = "serve")]
use std::net::{IpAddr, SocketAddr};
#[cfg(feature = "serve")]
use std::path::Path;
use std::path::PathBuf;
#[cfg(feature = "serve")]
use std::sync::Arc;

use clap::{Args, Subcommand, ValueHint};
#[cfg(feature = "serve")]
use interparl::archive::Archive;
use interparl::explorer;
#[cfg(feature = "serve")]
use interparl::explorer::{EditOptions, Token};
use interparl::export::ExportOptions;

#[cfg(feature = "serve")]
use super::archive::args::WaitArgs;
use super::exit::Exit;
use super::failure::Failure;
#[cfg(feature = "serve")]
use super::failure::reason;
use super::graph_file;
use super::options::GraphArg;
use super::output::{self, Output};
#[cfg(feature = "serve")]
use super::stages::{self, Tables};
use super::terminal::Console;

/// The commands that show a graph in a browser.
#[derive(Debug, Subcommand)]
pub(crate) enum ExplorerCommand {
    /// Write a page on which a graph is looked at in a browser, as one file.
    #[command(after_help = "Examples:
  interparl page graph.json -o relations.html
  interparl page graph.json --no-quotes -o public.html

The file needs no server and no network: open it from disk, or mail it.")]
    Page(PageArgs),
    /// Serve that page on this machine, and the answers of show, path and explain as JSON.
    #[cfg(feature = "serve")]
    #[command(after_help = "Examples:
  interparl serve graph.json
  interparl serve relations.db --port 8765
  interparl serve relations.db --edit
  curl -s 'http://127.0.0.1:8765/api/v1/node?node=bekova'

Of an archive the page also shows what stands around the words in their articles, and with --edit
whoever has the address that is printed can correct and add articles: both are kept in the archive. Only this machine
can reach it unless --address says otherwise. Ctrl-C ends it.")]
    Serve(ServeArgs),
}

/// Runs one of them.
pub(crate) fn run(command: &ExplorerCommand, console: &Console) -> Result<Exit, Failure> {
    match command {
        ExplorerCommand::Page(args) => page(args, console),
        #[cfg(feature = "serve")]
        ExplorerCommand::Serve(args) => serve(args, console),
    }
}

/// Arguments of `page`.
#[derive(Debug, Args)]
pub(crate) struct PageArgs {
    #[command(flatten)]
    graph: GraphArg,
    /// The file to write; standard output if not given.
    #[arg(short, long, value_name = "OUT", value_hint = ValueHint::AnyPath)]
    output: Option<PathBuf>,
    /// Leave the articles' words out, where they are not yours to pass on.
    #[arg(long)]
    no_quotes: bool,
}

/// Arguments of `serve`.
#[cfg(feature = "serve")]
#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    #[command(flatten)]
    graph: GraphArg,
    /// The port; 0 takes any free one.
    #[arg(long, value_name = "N", default_value_t = 8765)]
    port: u16,
    /// The address to listen on. Whoever can reach it can read the graph.
    #[arg(long, value_name = "IP", default_value = "127.0.0.1")]
    address: IpAddr,
    /// A further name by which browsers may call this server, such as that of a proxy; may be given again.
    #[arg(long, value_name = "NAME")]
    host: Vec<String>,
    /// Leave the articles' words out, where they are not yours to pass on.
    #[arg(long, conflicts_with = "edit")]
    no_quotes: bool,
    /// Let those correct an archive who have the address that is printed; the token in it is made anew each time.
    #[arg(long)]
    edit: bool,
    /// With --edit, a folder with tables of your own that add to the built-in ones, for articles that are added.
    #[arg(long, value_name = "DIR", value_hint = ValueHint::DirPath, requires = "edit")]
    lexicon: Option<PathBuf>,
    /// With --edit, how long to wait for another writer.
    #[command(flatten)]
    wait: WaitArgs,
}

/// Writes the page.
fn page(args: &PageArgs, console: &Console) -> Result<Exit, Failure> {
    let path = args.output.as_deref();
    if path.is_none_or(output::is_stdout) && io::stdout().is_terminal() {
        return Err(Failure::new("a page is not for the terminal")
            .hint("write it to a file: -o relations.html"));
    }
    let mut output = Output::open(path)?;
    let graph = graph_file::load(&args.graph)?;
    let (nodes, drawn) = (graph.node_count(), explorer::MOST_DRAWN);
    if nodes > drawn {
        console.note(&format!(
            "the network shows the {drawn} most telling of {nodes} nodes; search finds the others"
        ));
    }
    let options = ExportOptions {
        quotes: !args.no_quotes,
    };
    // The graph is written in many small pieces.
    let mut buffered = io::BufWriter::with_capacity(1 << 16, &mut output);
    let written =
        explorer::write_page(&graph, options, &mut buffered).and_then(|()| buffered.flush());
    drop(buffered);
    match written {
        Ok(()) => output.finish()?,
        Err(error) => return Err(output.failure(&error)),
    }
    Ok(Exit::Done)
}

/// Serves the page until the program is told to end.
#[cfg(feature = "serve")]
fn serve(args: &ServeArgs, console: &Console) -> Result<Exit, Failure> {
    let archive = super::archive::is_archive(&args.graph).then(|| args.graph.to_path_buf());
    let edit = edit(args, archive.as_deref())?;
    // Read before the graph: what comes in between is not missed.
    let generation = archive
        .as_deref()
        .map(|path| Archive::read(path)?.generation());
    let generation = generation.transpose()?;
    let graph = graph_file::load(&args.graph)?;
    let address = SocketAddr::new(args.address, args.port);
    let options = explorer::ServeOptions {
        address,
        hosts: args.host.clone(),
        export: ExportOptions {
            quotes: !args.no_quotes,
        },
        archive,
        generation,
        edit,
    };
    let server = explorer::Server::bind(graph, &options).map_err(|error| {
        let failure = Failure::new(format!("cannot listen on {address}: {}", reason(&error)));
        if error.kind() == io::ErrorKind::AddrInUse {
            failure
                .hint("another program listens there; choose a port: --port 0 takes any free one")
        } else {
            failure.hint(
                "--address names an address of this machine, and ports below 1024 need rights",
            )
        }
    })?;
    // Printed even when quiet: with port 0 nobody could know it otherwise.
    let mut url = format!("http://{}/", server.address());
    if let Some(edit) = &options.edit {
        // Browsers send no server what stands behind the mark, so that it comes into no log.
        url.push_str("#token=");
        url.push_str(edit.token.reveal());
    }
    let mut page = console.page();
    page.verbatim(&url);
    console.print(&page)?;
    if !args.address.is_loopback() {
        console.note("others can reach this: whoever does can read the graph");
        if args.edit {
            console.note(
                "whoever has the address with its token can correct, and without TLS it can be read on the way",
            );
        }
    }
    server
        .run()
        .map_err(|error| Failure::new(format!("the server ended: {}", reason(&error))))?;
    Ok(Exit::Done)
}

/// How the archive may be corrected, if it may. What cannot be is told before anything is served.
#[cfg(feature = "serve")]
fn edit(args: &ServeArgs, archive: Option<&Path>) -> Result<Option<EditOptions>, Failure> {
    if !args.edit {
        return Ok(None);
    }
    let Some(archive) = archive else {
        return Err(
            Failure::new("only an archive can be corrected, and this is none").hint(
                "make one of the articles: interparl add relations.db ARTICLES; or correct a graph with judgements in a \
                 file: interparl same GRAPH A B --judgements FILE",
            ),
        );
    };
    let patience = args.wait.patience();
    Archive::write(archive, patience)?;
    let token = Token::random()
        .map_err(|error| Failure::new(format!("no token can be made: {}", reason(&error))))?;
    let folder = args.lexicon.as_deref();
    let lexicon = match stages::tables(folder)? {
        Tables::Builtin => None,
        Tables::Own(lexicon) => Some(Arc::from(lexicon)),
    };
    Ok(Some(EditOptions {
        token,
        patience,
        reader: super::archive::reader(folder)?,
        lexicon,
    }))
}
