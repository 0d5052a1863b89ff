//! `cargo xtask dev`: Trunk's own server, which builds again when a file changes and reloads the page.
//! It sends no shipped headers and no compressed copies: what people will get is `cargo xtask serve`.

use crate::failure::Failure;
use crate::project::Project;
use crate::set_up;

/// Sets up what is missing and hands over to Trunk until it ends.
pub fn run(project: &Project) -> Result<(), Failure> {
    let mut trunk = set_up::builder(project)?.trunk()?;
    let ended = trunk.arg("serve").current_dir(project.root()).status();
    match ended {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::new(format!("trunk stopped ({status}): what it printed above says why."))),
        Err(error) => Err(Failure::new(format!("trunk cannot be started: {error}."))),
    }
}
