//! data.police.uk on this machine: it answers as the real one is known to, and as each walk wants it to.
//!
//! A browser opened with [`Setting::Police`](crate::Setting::Police) finds it under its own name, over TLS, so that the site
//! that ships is walked through as it is. HTTP is written by hand: a server that is used would not break off in the middle.

use std::io;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;

use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use crate::trouble::{Outcome, Trouble};

/// Its name.
pub const HOST: &str = "data.police.uk";

/// A question that it heard.
#[derive(Clone, Debug)]
pub struct Heard {
    /// `GET` or `POST`.
    pub method: String,
    /// The address, from the path on.
    pub path: String,
    /// The lines of the head, in small letters.
    pub head: String,
}

/// What it does with a question.
#[derive(Clone, Debug)]
pub enum Answer {
    /// A status and a body.
    Plain(u16, String),
    /// The same with one more line in the head.
    With(u16, &'static str),
    /// A body that breaks off half-way.
    Cut(String),
    /// No word, and the connection closed.
    Nothing,
    /// No word, for ever.
    Silence,
}

type Script = Box<dyn Fn(&Heard) -> Answer + Send>;

struct State {
    script: Script,
    heard: Vec<Heard>,
}

/// The service, as long as the tests run.
pub struct Police {
    port: u16,
    state: Arc<Mutex<State>>,
}

impl Police {
    /// Starts it on a free port, with a certificate that nobody vouches for.
    pub fn start() -> Outcome<Self> {
        let CertifiedKey { cert, signing_key } =
            generate_simple_self_signed([HOST.to_owned()]).map_err(|error| Trouble::new(error.to_string()))?;
        let key = PrivateKeyDer::try_from(signing_key.serialize_der()).map_err(Trouble::new)?;
        let wrong = |error: tokio_rustls::rustls::Error| Trouble::new(error.to_string());
        let tls = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(wrong)?
            .with_no_client_auth()
            .with_single_cert(vec![cert.der().clone()], key)
            .map_err(wrong)?;
        let tls = TlsAcceptor::from(Arc::new(tls));
        let silent: Script = Box::new(|_| Answer::Nothing);
        let state = Arc::new(Mutex::new(State { script: silent, heard: Vec::new() }));
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let port = listener.local_addr()?.port();
        let shared = Arc::clone(&state);
        // A runtime of its own: this may be called inside the one that drives the browser.
        thread::Builder::new().name("police".to_owned()).spawn(move || serve(listener, &tls, &shared))?;
        Ok(Self { port, state })
    }

    /// The port it listens at.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// From now on it answers like this, and has heard nothing yet.
    pub fn answers(&self, script: impl Fn(&Heard) -> Answer + Send + 'static) {
        *locked(&self.state) = State { script: Box::new(script), heard: Vec::new() };
    }

    /// What it heard since.
    pub fn heard(&self) -> Vec<Heard> {
        locked(&self.state).heard.clone()
    }
}

fn locked(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn serve(listener: std::net::TcpListener, tls: &TlsAcceptor, state: &Arc<Mutex<State>>) {
    let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
    runtime.block_on(async {
        let Ok(listener) = TcpListener::from_std(listener) else { return };
        while let Ok((stream, _)) = listener.accept().await {
            let (tls, state) = (tls.clone(), Arc::clone(state));
            // A browser that goes away in the middle is nothing to report.
            tokio::spawn(async move { converse(stream, tls, &state).await.ok() });
        }
    });
}

/// One question and its answer; every connection carries one.
async fn converse(stream: TcpStream, tls: TlsAcceptor, state: &Mutex<State>) -> io::Result<()> {
    let mut stream = tls.accept(stream).await?;
    let mut bytes = Vec::new();
    while !bytes.ends_with(b"\r\n\r\n") {
        bytes.push(stream.read_u8().await?);
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let mut words = text.split(' ').map(str::to_owned);
    let (method, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let question = Heard { method, path, head: text.to_lowercase() };
    let answer = {
        let mut state = locked(state);
        state.heard.push(question.clone());
        (state.script)(&question)
    };
    let (status, more, body, sent) = match answer {
        Answer::Plain(status, body) => (status, "", body.clone(), body.len()),
        Answer::With(status, more) => (status, more, String::new(), 0),
        Answer::Cut(body) => (200, "", body.clone(), body.len() / 2),
        Answer::Nothing => return Ok(()),
        Answer::Silence => std::future::pending().await,
    };
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status} As told\r\nAccess-Control-Allow-Origin: *\r\nContent-Type: application/json\r\n\
         Content-Length: {length}\r\nConnection: close\r\n{more}\r\n"
    );
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(body.as_bytes().get(..sent).unwrap_or_default()).await?;
    stream.shutdown().await
}
