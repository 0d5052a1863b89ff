//! Databases of this site in IndexedDB: opened with patience, closed at once, never in the way of another page.
//!
//! Each holds one store. A browser that does not answer in time keeps nothing for us.

use domain::store::StoreError;
use gloo::timers::callback::Timeout;
use leptos::web_sys::{self, IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbRequest, IdbTransaction};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The database of the record.
#[cfg(any(feature = "record", feature = "copies", feature = "secure", feature = "stolen"))]
pub(super) const RECORD: &str = "ringfence";
/// The database of the months that were counted.
#[cfg(any(feature = "record", feature = "copies", feature = "secure", feature = "area"))]
pub(super) const MONTHS: &str = "ringfence-months";
/// How long opening may take, in milliseconds: a store that hangs must not hang the page.
const PATIENCE: u32 = 3_000;

/// The open database: closed when it is let go, and at once when another page wants to delete or upgrade it.
pub(super) struct Connection {
    pub(super) database: IdbDatabase,
    /// Called by the browser as long as the database is open.
    _on_change: Closure<dyn FnMut()>,
}

impl Connection {
    /// Opens the database of this name, making it and its store on the first visit.
    pub(super) async fn open(name: &str, store: &'static str) -> Result<Self, StoreError> {
        let request = factory()?.open_with_u32(name, 1).map_err(|_| StoreError::Blocked)?;
        let making = request.clone();
        let on_upgrade = Closure::once(move || {
            if let Ok(database) = making.result().and_then(JsValue::dyn_into::<IdbDatabase>) {
                // Failing here fails the request below, which is where it is told.
                let _ = database.create_object_store(store);
            }
        });
        request.set_onupgradeneeded(Some(on_upgrade.as_ref().unchecked_ref()));
        let answered = answer(&request).await.and_then(JsValue::dyn_into::<IdbDatabase>);
        let Ok(database) = answered else {
            // It may still open later, when nobody waits: then it is closed, so that it holds up no other page.
            let late = request.clone();
            let close = Closure::once_into_js(move || {
                if let Ok(database) = late.result().and_then(JsValue::dyn_into::<IdbDatabase>) {
                    database.close();
                }
            });
            request.set_onsuccess(Some(close.unchecked_ref()));
            // The making of the store may come late too.
            on_upgrade.forget();
            // A later version of this site made the database anew, in a way that this one does not know.
            let newer = request.error().ok().flatten().is_some_and(|why| why.name() == "VersionError");
            return Err(if newer { StoreError::Newer } else { StoreError::Blocked });
        };
        let closing = database.clone();
        let on_change = Closure::<dyn FnMut()>::new(move || closing.close());
        database.set_onversionchange(Some(on_change.as_ref().unchecked_ref()));
        Ok(Self { database, _on_change: on_change })
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.database.set_onversionchange(None);
        self.database.close();
    }
}

/// Takes a database away with all that is in it; one that is not there is gone already.
#[cfg(any(feature = "record", feature = "copies", feature = "secure"))]
pub(super) async fn delete(name: &str) -> Result<(), StoreError> {
    let request = factory()?.delete_database(name).map_err(|_| StoreError::Blocked)?;
    answer(&request).await.map(drop).map_err(|_| StoreError::Failed)
}

/// The databases of this site. On a borrowed device there are none.
fn factory() -> Result<IdbFactory, StoreError> {
    if super::borrowed::is_borrowed() {
        return Err(StoreError::Borrowed);
    }
    let window = web_sys::window().ok_or(StoreError::Blocked)?;
    window.indexed_db().map_err(|_| StoreError::Blocked)?.ok_or(StoreError::Blocked)
}

/// Waits for an opening request, but not for ever.
async fn answer(request: &IdbOpenDbRequest) -> Result<JsValue, JsValue> {
    let mut timeout = None;
    let promise = js_sys::Promise::new(&mut |resolve, reject| {
        let request: &IdbRequest = request;
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
        timeout = Some(Timeout::new(PATIENCE, move || {
            let _ = reject.call0(&JsValue::NULL);
        }));
    });
    let answered = JsFuture::from(promise).await;
    drop(timeout);
    answered?;
    request.result()
}

/// Waits until a transaction is complete, and tells a full disk from any other failure.
pub(super) async fn complete(transaction: &IdbTransaction) -> Result<(), StoreError> {
    let promise = js_sys::Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
        transaction.set_onerror(Some(&reject));
    });
    let waited = JsFuture::from(promise).await;
    match waited {
        Ok(_) => Ok(()),
        Err(_) => Err(match transaction.error() {
            Some(error) if error.name() == "QuotaExceededError" => StoreError::Full,
            _ => StoreError::Failed,
        }),
    }
}
