//! How deep a place in an XML file lies, so that a file of which the end is missing is not taken for a whole one.

use quick_xml::events::Event;

/// The number of elements that are open.
#[derive(Debug, Default)]
pub(super) struct Depth(u64);

impl Depth {
    /// Counts an event.
    ///
    /// # Errors
    /// Where the file ends while elements are open: the rest of it is missing.
    pub(super) fn step(&mut self, event: &Event<'_>) -> Result<(), String> {
        match event {
            Event::Start(_) => self.0 += 1,
            Event::End(_) => self.0 = self.0.saturating_sub(1),
            Event::Eof if self.0 > 0 => {
                return Err(format!(
                    "the file ends within {} elements: its end is missing",
                    self.0
                ));
            }
            _ => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use quick_xml::Reader;

    use super::*;

    fn read(text: &str) -> Result<(), String> {
        let mut reader = Reader::from_str(text);
        let mut depth = Depth::default();
        loop {
            let event = reader.read_event().map_err(|e| e.to_string())?;
            depth.step(&event)?;
            if matches!(event, Event::Eof) {
                return Ok(());
            }
        }
    }

    #[test]
    fn a_file_that_is_cut_is_not_whole() {
        assert_eq!(read("<a><b/><c>x</c></a>"), Ok(()));
        assert!(read("<a><b/><c>x</c>").is_err_and(|e| e.contains("end is missing")));
    }
}
