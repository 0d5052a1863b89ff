//! The months that were counted before, in a database of their own: a text for each place.
//!
//! Whatever goes wrong here costs no more than a question that is asked again, so nothing of it is told.

use domain::newer::kept::{self, Kept};
use domain::place::AreaCode;
use leptos::web_sys::{IdbRequest, IdbTransactionMode};
use wasm_bindgen::JsValue;

use super::database::{Connection, MONTHS, complete};

const STORE: &str = "months";

/// What was kept of this place.
pub(crate) async fn load(place: AreaCode) -> Vec<Kept> {
    let text = text(place).await.and_then(|text| text.as_string());
    text.map(|text| kept::read(&text)).unwrap_or_default()
}

async fn text(place: AreaCode) -> Option<JsValue> {
    let connection = Connection::open(MONTHS, STORE).await.ok()?;
    let transaction = connection.database.transaction_with_str(STORE).ok()?;
    let request: IdbRequest = transaction.object_store(STORE).ok()?.get(&place.to_string().into()).ok()?;
    complete(&transaction).await.ok()?;
    request.result().ok()
}

/// Keeps these months of this place.
pub(crate) async fn save(place: AreaCode, months: &[Kept]) {
    let Ok(connection) = Connection::open(MONTHS, STORE).await else { return };
    let mode = IdbTransactionMode::Readwrite;
    let Ok(transaction) = connection.database.transaction_with_str_and_mode(STORE, mode) else { return };
    let put = transaction
        .object_store(STORE)
        .and_then(|store| store.put_with_key(&kept::write(months).into(), &place.to_string().into()));
    if put.is_ok() {
        let _ = complete(&transaction).await;
    }
}
