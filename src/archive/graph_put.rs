//! Storing a folded graph: its rows, and then what leads through them.

use rusqlite::{Transaction, TransactionBehavior, params};

use super::error::ArchiveError;
use super::file::Archive;
use super::graph_rows::{Folded, GraphIndex, GraphLines};
use super::graph_store::put_rows;

impl Archive {
    /// Stores a graph: only rows that differ from the stored ones are written. Does nothing where readings or judgements
    /// are others by now than those that it was folded from, nor where rows are to stay and those of another graph are stored.
    ///
    /// When all rows are there, `network` makes what is kept beside them: who is next to whom and what all nodes are called, for
    /// those who look for ways and names. It may read the rows, and while it does, others may write to the archive: the rows go in
    /// by one change and what is kept beside them by another one. Between the two no graph counts as stored, and so it is where
    /// the program dies there, or where another one has stored its own rows in the meantime.
    ///
    /// Complexity: everything that is stored is read once. Of rows that differ some megabytes wait in memory at a time.
    ///
    /// # Errors
    /// Where a row cannot be made or the archive cannot be written; it is then as it was. Where the network cannot be made or
    /// written, the rows are there and no graph counts as stored.
    pub fn put_graph<E: From<ArchiveError>>(
        &mut self,
        folded: &Folded,
        lines: GraphLines<'_>,
        index: GraphIndex<'_>,
        network: impl FnOnce(&Self) -> Result<Vec<u8>, E>,
    ) -> Result<(), E> {
        if !self.put_rows(folded, lines, index)? {
            return Ok(());
        }
        self.hold()?;
        // They may be another program's by now.
        let is_there = self
            .folded()
            .map(|there| there.as_ref() == Some(&rows_of(folded)));
        let made = match is_there {
            Ok(true) => network(self).map(Some),
            Ok(false) => Ok(None),
            Err(error) => Err(error.into()),
        };
        self.let_go()?;
        match made? {
            Some(network) => Ok(self.put_network(folded, &network)?),
            None => Ok(()),
        }
    }

    /// Puts the rows of a graph in, which waits for what is kept beside them; whether they are there.
    fn put_rows(
        &mut self,
        folded: &Folded,
        lines: GraphLines<'_>,
        index: GraphIndex<'_>,
    ) -> Result<bool, ArchiveError> {
        let told = |error| self.told(error);
        let transaction =
            Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)
                .map_err(told)?;
        if self.generation()? != folded.generation {
            return Ok(false);
        }
        // What is to stay must be there.
        let over = index.stay.as_ref().map(|stay| &stay.of);
        if over.is_some() && self.folded()?.as_ref() != over {
            return Ok(false);
        }
        put_rows(&transaction, lines, index).map_err(told)?;
        let waiting = rows_of(folded);
        transaction
            .execute(
                "INSERT INTO folded (id, generation, folder, network) VALUES (1, ?1, ?2, x'')
                 ON CONFLICT (id) DO UPDATE SET generation = ?1, folder = ?2, network = x''",
                params![waiting.generation, waiting.folder],
            )
            .map_err(told)?;
        transaction.commit().map_err(told)?;
        Ok(true)
    }

    /// Puts beside rows what is kept there, if they still are those of this graph.
    fn put_network(&mut self, folded: &Folded, network: &[u8]) -> Result<(), ArchiveError> {
        let waiting = rows_of(folded);
        let ask =
            "UPDATE folded SET folder = ?1, network = ?2 WHERE generation = ?3 AND folder = ?4";
        let values = params![folded.folder, network, waiting.generation, waiting.folder];
        let done = self.connection.execute(ask, values);
        done.map(|_| ()).map_err(|error| self.told(error))
    }
}

/// What is said of rows that are a graph's, as long as what is kept beside them is not there.
fn rows_of(folded: &Folded) -> Folded {
    Folded {
        generation: folded.generation,
        folder: format!("rows of {}", folded.folder),
    }
}
