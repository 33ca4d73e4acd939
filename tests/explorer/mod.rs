//! The explorer: the page as a file, the page and the answers over HTTP, and all of it in a real browser.

mod browser;
#[cfg(feature = "serve")]
mod edited;
#[cfg(feature = "serve")]
mod edited_articles;
#[cfg(feature = "serve")]
mod edited_refused;
mod fresh;
#[cfg(feature = "serve")]
mod load;
mod page;
#[cfg(feature = "serve")]
mod passages;
#[cfg(feature = "serve")]
mod served;
#[cfg(feature = "serve")]
mod server;
#[cfg(all(feature = "serve", target_os = "linux"))]
mod traced;
