//! `cargo xtask serve`: all set-up, a release build, then the site at an address of this machine.
//! It answers as a static host would, with the shipped headers and the compressed copies.

use std::io;

use super::build;
use crate::failure::Failure;
use crate::project::Project;
use crate::server::Server;

/// How to serve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The port on 127.0.0.1; 0 takes any free one.
    pub port: u16,
    /// Whether to build first; without, whatever is in `dist/` is served.
    pub builds: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { port: 8080, builds: true }
    }
}

impl Options {
    /// Reads `--port N` and `--no-build`; `None` when there is anything else.
    pub fn read(arguments: &[&str]) -> Option<Self> {
        match arguments {
            [] => Some(Self::default()),
            ["--no-build", rest @ ..] => Some(Self { builds: false, ..Self::read(rest)? }),
            ["--port", port, rest @ ..] => Some(Self { port: port.parse().ok()?, ..Self::read(rest)? }),
            _ => None,
        }
    }
}

/// Serves until it is stopped.
pub fn run(project: &Project, options: Options) -> Result<(), Failure> {
    if options.builds {
        build::run(project)?;
    }
    let site = project.site();
    let server = Server::start(&site, options.port).map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => {
            let port = options.port;
            Failure::new(format!("port {port} is taken: stop what uses it, or choose another one with --port."))
        }
        io::ErrorKind::NotFound => {
            Failure::new(format!("there is no site in {}: leave out --no-build.", site.display()))
        }
        _ => Failure::file("serve", &site, &error),
    })?;
    println!("Ringfence is at {}/ (Ctrl-C stops it)", server.address());
    server.wait();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Options;

    #[test]
    fn a_port_and_no_build_can_be_asked_for_in_any_order() {
        let options = |port, builds| Some(Options { port, builds });
        let cases: [(&[&str], _); 8] = [
            (&[], options(8080, true)),
            (&["--port", "9000"], options(9000, true)),
            (&["--no-build"], options(8080, false)),
            (&["--no-build", "--port", "0"], options(0, false)),
            (&["--port", "0", "--no-build"], options(0, false)),
            (&["--port"], None),
            (&["--port", "65536"], None),
            (&["--open"], None),
        ];
        for (arguments, expected) in cases {
            assert_eq!(Options::read(arguments), expected, "{arguments:?}");
        }
    }
}
