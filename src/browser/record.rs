//! Reading the record out of IndexedDB.
//!
//! Apart from writing: the report only fills in from it, and a page that cannot write cannot harm it.

#[cfg(feature = "stolen")]
use domain::phone::Phone;
#[cfg(any(feature = "record", feature = "copies", feature = "secure"))]
use domain::record::Record;
use domain::saved::{self, Unopened};
use domain::store::StoreError;
use leptos::web_sys::IdbRequest;

use super::database::{Connection, RECORD, complete};
use super::json::Json;

pub(super) const STORE: &str = "record";
pub(super) const KEY: &str = "record";

/// The whole record.
#[cfg(any(feature = "record", feature = "copies", feature = "secure"))]
pub(crate) async fn load() -> Result<Record, StoreError> {
    let Some(text) = text().await? else { return Ok(Record::default()) };
    // What is damaged stays where it is, so that every page can say so, until something is to be kept in its place.
    saved::open::<Json>(&text).map(|opened| opened.record).map_err(|why| refused(why, text))
}

/// Its phones alone.
#[cfg(feature = "stolen")]
pub(crate) async fn phones() -> Result<Vec<Phone>, StoreError> {
    let Some(text) = text().await? else { return Ok(Vec::new()) };
    saved::phones::<Json>(&text).map_err(|why| refused(why, text))
}

fn refused(why: Unopened, text: String) -> StoreError {
    match why {
        Unopened::Newer { .. } => StoreError::Newer,
        Unopened::Damaged => StoreError::Damaged { text },
    }
}

/// What lies in the store.
async fn text() -> Result<Option<String>, StoreError> {
    let connection = Connection::open(RECORD, STORE).await?;
    let transaction = connection.database.transaction_with_str(STORE).map_err(|_| StoreError::Failed)?;
    let store = transaction.object_store(STORE).map_err(|_| StoreError::Failed)?;
    let request: IdbRequest = store.get(&KEY.into()).map_err(|_| StoreError::Failed)?;
    complete(&transaction).await?;
    Ok(request.result().ok().and_then(|value| value.as_string()))
}
