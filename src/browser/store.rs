//! Writing the record to IndexedDB: one transaction for each change.
//!
//! A change is applied to what lies in the store at that moment, inside the transaction, and "kept" is said only when the
//! transaction is complete. Damaged text is put aside under a name of its own, never overwritten; what an older version
//! wrote is kept beside the first text of this one, until that was opened and written once more.

use std::cell::RefCell;
use std::rc::Rc;

use domain::change::Change;
use domain::event::Event;
use domain::saved::{self, Opened, Unopened, VERSION};
use domain::store::StoreError;
#[cfg(any(feature = "record", feature = "copies"))]
use gloo::timers::callback::Timeout;
use leptos::web_sys::{IdbDatabase, IdbObjectStore, IdbTransactionMode};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

use super::database::{self, Connection, MONTHS, RECORD, complete};
use super::json::Json;
use super::record::{KEY, STORE};
use super::tabs;

const ASIDE: &str = "aside";
/// What an older version wrote, with the number of the version behind: each has a place of its own.
const BACKUP: &str = "backup-v";
/// How long a change may take before the page says that it is not kept yet, in milliseconds.
#[cfg(any(feature = "record", feature = "copies"))]
const DELAY: u32 = 5_000;

/// Applies one change to what lies in the store.
pub(crate) async fn keep(change: Change) -> Event {
    let mine = change.clone();
    let outcome = transact(move |mut text| {
        let (mut opened, damaged) = match text.as_deref().map(saved::open::<Json>) {
            None => (Opened::default(), None),
            Some(Ok(opened)) => (opened, None),
            Some(Err(Unopened::Newer { .. })) => return (Err(StoreError::Newer), Write::Nothing),
            Some(Err(Unopened::Damaged)) => (Opened::default(), text.take()),
        };
        if let Err(error) = opened.record.apply(mine.clone()) {
            return (Err(StoreError::Change(error)), Write::Nothing);
        }
        opened.revision += 1;
        let written_by = text.as_deref().and_then(saved::version::<Json>).filter(|version| *version < VERSION);
        let older = written_by.zip(text);
        match saved::seal::<Json>(&opened.record, opened.revision) {
            Some(sealed) => (Ok(opened.record), Write::Record { sealed, damaged, older }),
            None => (Err(StoreError::Failed), Write::Nothing),
        }
    })
    .await;
    if outcome.is_ok() {
        tabs::tell();
    }
    Event::Kept(change, outcome)
}

/// Calls back when a change takes long, unless what is returned is let go before.
#[cfg(any(feature = "record", feature = "copies"))]
pub(crate) fn when_delayed(tell: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(DELAY, tell)
}

/// Leaves nothing of ours on this device.
pub(crate) async fn erase() -> Result<(), StoreError> {
    let record = transact(|_| (Ok(()), Write::Clear)).await;
    // The months go even where the record would not: each is asked for whatever becomes of the other.
    let months = database::delete(MONTHS).await;
    let outcome = record.and(months);
    if outcome.is_ok() {
        tabs::tell();
    }
    outcome
}

enum Write {
    Nothing,
    Record {
        sealed: String,
        /// What stood in the record's place and could not be read: it is kept aside.
        damaged: Option<String>,
        /// What an older version wrote, with its number: it is kept beside.
        older: Option<(u32, String)>,
    },
    Clear,
}

/// Reads the record's text, lets `decide` say what to write, and answers when the transaction is complete.
async fn transact<T: 'static>(
    decide: impl FnOnce(Option<String>) -> (Result<T, StoreError>, Write) + 'static,
) -> Result<T, StoreError> {
    let connection = Connection::open(RECORD, STORE).await?;
    transact_in(&connection.database, decide).await
}

async fn transact_in<T: 'static>(
    database: &IdbDatabase,
    decide: impl FnOnce(Option<String>) -> (Result<T, StoreError>, Write) + 'static,
) -> Result<T, StoreError> {
    let mode = IdbTransactionMode::Readwrite;
    let transaction = database.transaction_with_str_and_mode(STORE, mode).map_err(|_| StoreError::Failed)?;
    let store = transaction.object_store(STORE).map_err(|_| StoreError::Failed)?;
    let request = store.get(&KEY.into()).map_err(|_| StoreError::Failed)?;

    // The decision is made inside the request's own event: a transaction lives only as long as its requests follow on.
    let outcome: Rc<RefCell<Option<Result<T, StoreError>>>> = Rc::default();
    let seen = Rc::clone(&outcome);
    let reading = request.clone();
    let on_read = Closure::once(move || {
        let text = reading.result().ok().and_then(|value| value.as_string());
        let (answer, write) = decide(text);
        let written = perform(&store, write);
        *seen.borrow_mut() = Some(answer.and_then(|value| written.map(|()| value)));
    });
    request.set_onsuccess(Some(on_read.as_ref().unchecked_ref()));
    complete(&transaction).await?;
    drop(on_read);
    outcome.take().unwrap_or(Err(StoreError::Failed))
}

fn perform(store: &IdbObjectStore, write: Write) -> Result<(), StoreError> {
    let put = |key: &str, text: &str| store.put_with_key(&text.into(), &key.into()).map(|_| ());
    match write {
        Write::Nothing => Ok(()),
        Write::Record { sealed, damaged, older } => {
            // Each damaged text gets a place of its own: a second one must not overwrite the first.
            let aside = format!("{ASIDE}-{}", js_sys::Date::now());
            let backup = match older {
                Some((version, text)) => put(&format!("{BACKUP}{version}"), &text),
                // What this version wrote was opened just now: the old texts have served.
                None if damaged.is_none() => {
                    (1..VERSION).try_for_each(|version| store.delete(&format!("{BACKUP}{version}").into()).map(|_| ()))
                }
                None => Ok(()),
            };
            backup.and_then(|()| damaged.map_or(Ok(()), |text| put(&aside, &text))).and_then(|()| put(KEY, &sealed))
        }
        Write::Clear => store.clear().map(|_| ()),
    }
    .map_err(|_| StoreError::Failed)
}
