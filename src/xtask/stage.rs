//! One stage of a run, told to the person who waits: what it does, how long it usually takes, and how long it took.
//! What the programs of a stage print goes to a log; a failure shows its tail, a success shows nothing.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::project::Project;

/// A person who sees nothing for longer than this thinks that it hangs.
const SIGN_OF_LIFE: Duration = Duration::from_secs(20);
/// Short enough that quick programs feel quick, long enough to cost nothing.
const GLANCE: Duration = Duration::from_millis(50);

/// A stage that has begun.
#[derive(Debug)]
pub(crate) struct Stage {
    name: String,
    began: Instant,
    log: PathBuf,
}

impl Stage {
    /// Announces a stage, for example `trunk: compiling Trunk 0.21.14 (usually 7 minutes)`, and empties its log.
    pub(crate) fn begin(project: &Project, name: &str, doing: &str, usually: &str) -> Result<Self, Failure> {
        let logs = project.logs();
        fs::create_dir_all(&logs).map_err(|error| Failure::file("make the folder", &logs, &error))?;
        let log = logs.join(format!("{name}.log"));
        File::create(&log).map_err(|error| Failure::file("write", &log, &error))?;
        println!("{name}: {doing} (usually {usually})");
        Ok(Self { name: name.to_owned(), began: Instant::now(), log })
    }

    /// The file that keeps what the stage's programs print.
    pub(crate) fn log(&self) -> &Path {
        &self.log
    }

    /// Says a line of the stage's own.
    pub(crate) fn say(&self, line: &str) {
        println!("{}: {line}", self.name);
    }

    /// Runs a program to its end; one that fails is the end of the stage.
    pub(crate) fn run(&self, command: &mut Command) -> Result<(), Failure> {
        self.run_within(command, Duration::MAX)
    }

    /// Runs a program that may take no longer than `limit`: past that it is stopped, and counts as failed.
    pub(crate) fn run_within(&self, command: &mut Command, limit: Duration) -> Result<(), Failure> {
        let log = self.open_log(&shown(command))?;
        let both = log.try_clone().map_err(|error| Failure::file("write", &self.log, &error))?;
        self.watch(command.stdout(both).stderr(log), limit)
    }

    /// Runs a program to its end and returns what it printed on standard output; the rest goes to the log.
    pub(crate) fn read(&self, command: &mut Command) -> Result<String, Failure> {
        let log = self.open_log(&shown(command))?;
        // A file and no pipe: a program that prints much is never kept waiting for somebody to read it.
        let path = self.log.with_extension("out");
        let output = File::create(&path).map_err(|error| Failure::file("write", &path, &error))?;
        self.watch(command.stdout(output).stderr(log), Duration::MAX)?;
        fs::read_to_string(&path).map_err(|error| Failure::file("read", &path, &error))
    }

    fn watch(&self, command: &mut Command, limit: Duration) -> Result<(), Failure> {
        let shown = shown(command);
        let mut child = command
            .stdin(Stdio::null())
            .spawn()
            .map_err(|error| Failure::new(format!("{}: cannot start `{shown}`: {error}.", self.name)))?;
        let began = Instant::now();
        let mut spoke = began;
        loop {
            if let Some(status) = child.try_wait().map_err(|error| Failure::file("wait for", &self.log, &error))? {
                return self.judge(&shown, status);
            }
            if began.elapsed() > limit {
                // Whether or not it can still be killed, this run goes on without it.
                let _ = child.kill().and_then(|()| child.wait().map(drop));
                let sentence = format!("{}: `{shown}` gave no answer in {}.", self.name, elapsed(limit));
                return Err(Failure::logged(sentence, &self.log));
            }
            if spoke.elapsed() > SIGN_OF_LIFE {
                spoke = Instant::now();
                println!("{}: {} so far{}", self.name, elapsed(self.began.elapsed()), self.last_words());
            }
            thread::sleep(GLANCE);
        }
    }

    /// Closes the stage with the time it took.
    pub(crate) fn done(self) {
        println!("{}: done in {}", self.name, elapsed(self.began.elapsed()));
    }

    /// The last thing the log says, so that a person sees it move: `: Compiling leptos v0.8.23`.
    fn last_words(&self) -> String {
        let log = fs::read(&self.log).unwrap_or_default();
        let log = String::from_utf8_lossy(&log);
        let last = log.lines().rev().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
        if last.is_empty() { String::new() } else { format!(": {}", last.chars().take(80).collect::<String>()) }
    }

    fn open_log(&self, shown: &str) -> Result<File, Failure> {
        let opened = OpenOptions::new().create(true).append(true).open(&self.log).and_then(|mut log| {
            writeln!(log, "$ {shown}")?;
            Ok(log)
        });
        opened.map_err(|error| Failure::file("write", &self.log, &error))
    }

    fn judge(&self, shown: &str, status: ExitStatus) -> Result<(), Failure> {
        if status.success() {
            return Ok(());
        }
        Err(Failure::logged(format!("{}: `{shown}` failed ({status}).", self.name), &self.log))
    }
}

/// A command as a person would type it.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// A time as a person would say it: `8 s`, `1 min 20 s`.
pub(crate) fn elapsed(time: Duration) -> String {
    match time.as_secs() {
        seconds @ 0..60 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;
    use std::time::Duration;

    use super::{elapsed, shown};

    #[test]
    fn time_is_told_in_minutes_and_seconds() {
        assert_eq!(elapsed(Duration::from_millis(900)), "0 s");
        assert_eq!(elapsed(Duration::from_secs(59)), "59 s");
        assert_eq!(elapsed(Duration::from_secs(60)), "1 min 0 s");
        assert_eq!(elapsed(Duration::from_secs(3725)), "62 min 5 s");
    }

    #[test]
    fn a_command_is_shown_without_its_folder() {
        assert_eq!(shown(Command::new("/usr/bin/cargo").args(["test", "-p", "domain"])), "cargo test -p domain");
    }
}
