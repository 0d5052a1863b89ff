//! The server as a browser meets it: real requests over the loopback address.
//! Each test makes its own small site, so that none depends on a build.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::Server;

const HEADERS: &str = "/*\n  X-Content-Type-Options: nosniff\n/en/*\n  Cache-Control: max-age=60\n";

/// A site that goes away with its test.
struct Folder(PathBuf);

impl Folder {
    fn of(name: &str, files: &[(&str, &str)]) -> Self {
        let root = std::env::temp_dir().join(format!("ringfence-server-{}-{name}", std::process::id()));
        for (file, text) in files {
            let path = root.join(file);
            fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder can be made");
            fs::write(path, text).expect("a file can be written");
        }
        Self(root)
    }

    fn site(name: &str) -> Self {
        Self::of(
            name,
            &[
                ("_headers", HEADERS),
                ("404.html", "lost"),
                ("index.html", "start"),
                ("en/index.html", "<h1>English</h1>"),
                ("en/index.html.br", "as brotli"),
                ("en/index.html.gz", "as gzip"),
                ("app.wasm", "wasm"),
            ],
        )
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn serve(folder: &Path) -> Server {
    Server::start(folder, 0).expect("a free port")
}

fn connect(server: &Server) -> TcpStream {
    let stream = TcpStream::connect(server.address().trim_start_matches("http://")).expect("the server listens");
    stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a timeout can be set");
    stream
}

/// Sends one request and returns all of the answer: head and body.
fn ask(server: &Server, request: &str, headers: &str) -> (String, String) {
    let mut stream = connect(server);
    write!(stream, "{request} HTTP/1.1\r\nHost: test\r\nConnection: close\r\n{headers}\r\n").expect("it can be sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it is answered");
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
    (head.to_owned(), body.to_owned())
}

fn value<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let mut lines = head.lines().filter_map(|line| line.split_once(": "));
    lines.find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
}

fn status(head: &str) -> &str {
    head.split(' ').nth(1).unwrap_or_default()
}

#[test]
fn a_page_comes_with_the_shipped_headers() {
    let folder = Folder::site("page");
    let server = serve(&folder.0);
    let (head, body) = ask(&server, "GET /en/?from=home", "");
    assert_eq!((status(&head), body.as_str()), ("200", "<h1>English</h1>"));
    assert_eq!(value(&head, "content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(value(&head, "x-content-type-options"), Some("nosniff"));
    assert_eq!(value(&head, "cache-control"), Some("max-age=60"));
    assert_eq!(value(&head, "content-encoding"), None);
}

#[test]
fn the_smallest_copy_comes_under_the_pages_own_type() {
    let folder = Folder::site("copies");
    let server = serve(&folder.0);
    for (accept, encoding, expected) in [("gzip, br", "br", "as brotli"), ("gzip", "gzip", "as gzip")] {
        let (head, body) = ask(&server, "GET /en/", &format!("Accept-Encoding: {accept}\r\n"));
        assert_eq!((value(&head, "content-encoding"), body.as_str()), (Some(encoding), expected));
        assert_eq!(value(&head, "content-type"), Some("text/html; charset=utf-8"));
        assert_eq!(value(&head, "vary"), Some("Accept-Encoding"));
    }
    let (head, body) = ask(&server, "GET /app.wasm", "Accept-Encoding: br\r\n");
    assert_eq!((value(&head, "content-encoding"), value(&head, "content-type")), (None, Some("application/wasm")));
    assert_eq!(body, "wasm");
}

#[test]
fn an_unknown_address_gets_the_sites_own_page_and_404() {
    let folder = Folder::site("unknown");
    let server = serve(&folder.0);
    for path in ["/nowhere/", "/en/index.html/", "/app-old.wasm", "/_headers", "/../Cargo.toml", "/%2e%2e/Cargo.toml"] {
        let (head, body) = ask(&server, &format!("GET {path}"), "");
        assert_eq!((status(&head), body.as_str()), ("404", "lost"), "{path}");
        assert_eq!(value(&head, "x-content-type-options"), Some("nosniff"), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out_of_the_site() {
    let outside = Folder::of("outside", &[("secret.txt", "secret")]);
    let folder = Folder::site("link");
    std::os::unix::fs::symlink(&outside.0, folder.0.join("out")).expect("a link can be made");
    let (head, body) = ask(&serve(&folder.0), "GET /out/secret.txt", "");
    assert_eq!((status(&head), body.as_str()), ("404", "lost"));
}

#[test]
fn a_folder_without_its_slash_is_sent_there() {
    let folder = Folder::site("slash");
    let (head, body) = ask(&serve(&folder.0), "GET /en?a=b", "");
    assert_eq!((status(&head), value(&head, "location"), body.as_str()), ("301", Some("/en/?a=b"), ""));
}

#[test]
fn a_file_that_the_browser_still_has_is_not_sent_again() {
    let folder = Folder::site("again");
    let server = serve(&folder.0);
    let (head, _) = ask(&server, "GET /en/", "Accept-Encoding: br\r\n");
    let tag = value(&head, "etag").expect("a file has a tag").to_owned();
    let (head, body) = ask(&server, "GET /en/", &format!("Accept-Encoding: br\r\nIf-None-Match: \"x\", W/{tag}\r\n"));
    assert_eq!((status(&head), body.as_str()), ("304", ""));
    let (head, _) = ask(&server, "GET /en/", &format!("Accept-Encoding: gzip\r\nIf-None-Match: {tag}\r\n"));
    assert_eq!(status(&head), "200", "another copy is another file");
}

#[test]
fn the_head_alone_says_how_long_the_body_would_be() {
    let folder = Folder::site("head");
    let (head, body) = ask(&serve(&folder.0), "HEAD /en/", "");
    assert_eq!((status(&head), value(&head, "content-length"), body.as_str()), ("200", Some("16"), ""));
}

#[test]
fn only_reading_is_allowed() {
    let folder = Folder::site("post");
    let (head, _) = ask(&serve(&folder.0), "POST /en/", "Content-Length: 0\r\n");
    assert_eq!((status(&head), value(&head, "allow")), ("405", Some("GET, HEAD")));
}

#[test]
fn a_slow_browser_keeps_nobody_waiting() {
    let folder = Folder::site("slow");
    let server = serve(&folder.0);
    let mut slow: Vec<TcpStream> = (0..20).map(|_| connect(&server)).collect();
    for stream in &mut slow {
        stream.write_all(b"GET / HT").expect("it can be sent");
    }
    assert_eq!(ask(&server, "GET /", "").1, "start");
}

#[test]
fn a_stopped_server_cuts_kept_connections_and_frees_its_port() {
    let folder = Folder::site("stop");
    let server = serve(&folder.0);
    let address = server.address();
    let mut kept = connect(&server);
    kept.write_all(b"GET / HTTP/1.1\r\nHost: test\r\n\r\n").expect("it can be sent");
    let mut first = [0; 12];
    kept.read_exact(&mut first).expect("it is answered");
    assert_eq!(&first, b"HTTP/1.1 200");
    drop(server);
    let mut rest = Vec::new();
    let _ = kept.read_to_end(&mut rest);
    assert!(rest.ends_with(b"start"), "what was sent before arrives, then the connection ends");
    assert!(TcpStream::connect(address.trim_start_matches("http://")).is_err());
}

#[test]
fn a_site_that_is_not_there_or_has_a_broken_headers_file_is_refused() {
    let folder = Folder::of("broken", &[("_headers", "/*\n  X\n")]);
    let refused = |path: &Path| Server::start(path, 0).err().map(|error| error.to_string()).unwrap_or_default();
    assert!(refused(&folder.0).contains("line 2"));
    assert!(refused(&folder.0.join("missing")).contains("no site"));
}
