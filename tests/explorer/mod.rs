//! The explorer: the page as a file, the page and the answers over HTTP, and all of it in a real browser.

#[cfg(feature = "serve")]
mod attacked;
mod browser;
#[cfg(feature = "serve")]
mod edited;
#[cfg(feature = "serve")]
mod edited_articles;
#[cfg(feature = "serve")]
mod edited_facts;
#[cfg(feature = "serve")]
mod edited_refused;
#[cfg(feature = "serve")]
mod edited_together;
#[cfg(feature = "serve")]
mod followed;
mod fresh;
#[cfg(feature = "serve")]
mod load;
#[cfg(feature = "serve")]
mod packed;
mod page;
#[cfg(feature = "serve")]
mod passages;
#[cfg(feature = "serve")]
mod questions;
#[cfg(feature = "serve")]
mod served;
#[cfg(feature = "serve")]
mod server;
#[cfg(all(feature = "serve", target_os = "linux"))]
mod traced;
