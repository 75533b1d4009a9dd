//! Saving: at once, whoever reads or saves meanwhile, and wherever the process is killed.

use super::model;
use monograd::nn::{Checkpoint, CheckpointError, Module};
use monograd::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A directory of its own, which is removed in the end.
struct Directory(PathBuf);

impl Directory {
    fn new(name: &str) -> Self {
        let name = format!("monograd-{name}-{}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a new directory");
        Directory(path)
    }

    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(&self.0).expect("there");
        let name = |entry: fs::DirEntry| entry.file_name().into_string().expect("UTF-8");
        let mut names: Vec<_> = entries.map(|entry| name(entry.expect("there"))).collect();
        names.sort();
        names
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// All of its 4,001 parameters are the same number: a file that is mixed would show it.
fn uniform(number: f64) -> Checkpoint<f64> {
    let tape = Tape::new();
    let model = large(&tape);
    model.parameters().for_each(|p| p.set_data(number));
    Checkpoint::of(&model)
}

fn large(tape: &Tape<f64>) -> monograd::nn::Mlp<'_, f64> {
    monograd::nn::Mlp::new(tape, 2, &[1000, 1], 1)
}

/// The number of a file, which must be whole.
fn load(path: &Path) -> f64 {
    let tape = Tape::new();
    let model = large(&tape);
    let checkpoint = Checkpoint::load(path).unwrap_or_else(|error| panic!("{error}"));
    checkpoint.restore(&model).expect("the same model");
    let mut numbers = model.parameters().map(Value::data);
    let first = numbers.next().expect("parameters");
    assert!(numbers.all(|number| number == first));
    first
}

#[test]
fn files() {
    let directory = Directory::new("files");
    let path = directory.0.join("model.json");
    let tape = Tape::<f32>::new();
    let model = model(&tape, 1);
    Checkpoint::of(&model).save(&path).expect("written");
    let text = fs::read_to_string(&path).expect("there");
    let read: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(read["checkpoint"]["precision"], "f32");
    let loaded = Checkpoint::<f32>::load(&path).expect("whole");
    loaded.restore(&model).expect("the same");
    assert_eq!(directory.names(), ["model.json"]);
    fs::remove_file(&path).expect("there");
    let error = Checkpoint::<f32>::load(&path).unwrap_err().to_string();
    assert!(error.contains("model.json: No such file"), "{error}");
}

/// Eight threads save a hundred times each; each of two others reads all the while.
#[test]
fn readers_see_whole_files_however_many_write() {
    let directory = Directory::new("threads");
    let path = directory.0.join("model.json");
    uniform(-1.0).save(&path).expect("written");
    let writers: Vec<_> = (0..8)
        .map(|writer| {
            let path = path.clone();
            std::thread::spawn(move || {
                let checkpoints = [2 * writer, 2 * writer + 1].map(|i| uniform(f64::from(i)));
                for i in 0..100 {
                    checkpoints[i % 2].save(&path).expect("written");
                }
            })
        })
        .collect();
    let reader = || {
        let mut loads = 0;
        while !writers.iter().all(|writer| writer.is_finished()) {
            assert!((-1.0..16.0).contains(&load(&path)));
            loads += 1;
        }
        loads
    };
    let loads: u32 = std::thread::scope(|scope| {
        let readers = [scope.spawn(reader), scope.spawn(reader)];
        readers
            .into_iter()
            .map(|reader| reader.join().expect("no damage"))
            .sum()
    });
    for writer in writers {
        writer.join().expect("saved");
    }
    println!("800 saves, {loads} loads");
    assert!(loads > 10 && load(&path) >= 0.0);
    assert_eq!(directory.names(), ["model.json"]);
}

/// Where the process that is killed saves, and the first of the numbers.
const SAVED_BY_CHILD: &str = "MONOGRAD_TEST_SAVED_BY_CHILD";
const FROM: &str = "MONOGRAD_TEST_FROM";

/// What the process does that is killed; a test like any other if there is none to be killed.
#[test]
fn a_child_saves() {
    if let Some(path) = std::env::var_os(SAVED_BY_CHILD) {
        let from: u32 = std::env::var(FROM).map_or(0, |from| from.parse().expect("a number"));
        for number in from.. {
            uniform(number.into()).save(&path).expect("written");
        }
    }
}

fn child(path: &Path, from: u32) -> Child {
    Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "saving::a_child_saves", "--nocapture"])
        .env(SAVED_BY_CHILD, path)
        .env(FROM, from.to_string())
        .stdout(Stdio::null())
        .spawn()
        .expect("this test can be run")
}

/// A process is killed at a hundred moments: the file is whole, and beside it there is at most what that process was
/// writing, which the next one that saves removes.
#[test]
fn killed_at_any_moment_nothing_is_lost() {
    let directory = Directory::new("killed");
    let path = directory.0.join("model.json");
    uniform(-1.0).save(&path).expect("written");
    let (mut saves, mut left) = (0.0, 0);
    for moment in 0..100 {
        let from = 1_000_000 * moment;
        let mut child = child(&path, from);
        // Once it has begun to save, after 0 to 12 ms.
        while load(&path) < f64::from(from) {
            let running = child.try_wait().expect("a process").is_none();
            assert!(running, "it ended without having saved");
        }
        std::thread::sleep(Duration::from_micros(u64::from(moment) * 7919 % 12_000));
        child.kill().expect("running");
        child.wait().expect("killed");
        saves += load(&path) - f64::from(from) + 1.0;
        let names = directory.names();
        left += names.len() - 1;
        assert!(
            names.len() <= 2 && names.contains(&"model.json".into()),
            "{names:?}"
        );
    }
    println!("100 killed after {saves} saves in all: {left} left a file behind");
    uniform(7.0).save(&path).expect("written");
    assert_eq!(load(&path), 7.0);
    assert_eq!(directory.names(), ["model.json"]);
}

/// What a process is writing is not taken for abandoned by another.
#[test]
fn what_is_locked_is_not_removed() {
    let directory = Directory::new("locked");
    let names = [
        ".monograd-checkpoint-a.part",
        ".monograd-checkpoint-b.part",
        "model.json.part",
    ];
    let files = names.map(|name| fs::File::create(directory.0.join(name)).expect("new"));
    files[0].lock().expect("locks");
    fs::create_dir(directory.0.join(".monograd-checkpoint-c.part")).expect("new");
    let path = directory.0.join("model.json");
    uniform(1.0).save(&path).expect("written");
    let kept = [
        names[0],
        ".monograd-checkpoint-c.part",
        "model.json",
        names[2],
    ];
    assert_eq!(directory.names(), kept);
    files[0].unlock().expect("locked");
    uniform(2.0).save(&path).expect("written");
    assert_eq!(directory.names(), &kept[1..]);
}

#[test]
fn an_error_leaves_nothing_behind() {
    let directory = Directory::new("errors");
    let error = uniform(1.0).save(&directory.0).unwrap_err();
    assert!(
        matches!(&error, CheckpointError::File(path, _) if *path == directory.0),
        "{error}"
    );
    assert!(error.to_string().ends_with("not a file"), "{error}");
    for name in ["none/model.json", "", "..", "."] {
        let error = uniform(1.0).save(directory.0.join(name)).unwrap_err();
        assert!(
            matches!(error, CheckpointError::File(..)),
            "{name}: {error}"
        );
    }
    assert!(uniform(1.0).save("").is_err());
    assert_eq!(directory.names(), [""; 0]);
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn the_mode_is_kept() {
        let directory = Directory::new("mode");
        let path = directory.0.join("model.json");
        let mode = || fs::metadata(&path).expect("there").permissions().mode() & 0o7777;
        uniform(1.0).save(&path).expect("written");
        // As of any new file.
        let usual = directory.0.join("usual");
        fs::write(&usual, "").expect("written");
        let usual = fs::metadata(&usual).expect("there").permissions().mode();
        assert_eq!(mode(), usual & 0o7777);
        for kept in [0o600, 0o640, 0o666, 0o444] {
            let permissions = fs::Permissions::from_mode(kept);
            fs::set_permissions(&path, permissions).expect("mine");
            uniform(f64::from(kept)).save(&path).expect("written");
            assert_eq!((mode(), load(&path)), (kept, f64::from(kept)));
        }
    }

    #[test]
    fn symbolic_links_stay_and_lead_to_what_is_saved() {
        let directory = Directory::new("links");
        let at = |name: &str| directory.0.join(name);
        fs::create_dir(at("runs")).expect("new");
        symlink("runs/first.json", at("last.json")).expect("new");
        symlink(at("last.json"), at("runs/again.json")).expect("new");
        // To a file that is not there yet, then to one that is.
        for (number, name) in [
            (1.0, "last.json"),
            (2.0, "runs/again.json"),
            (3.0, "last.json"),
        ] {
            uniform(number).save(at(name)).expect("written");
            for name in ["last.json", "runs/again.json", "runs/first.json"] {
                assert_eq!(load(&at(name)), number);
            }
            let is_link = |name: &str| fs::symlink_metadata(at(name)).expect("there").is_symlink();
            assert!(is_link("last.json") && is_link("runs/again.json"));
            assert!(!is_link("runs/first.json"));
        }
        symlink("b", at("a")).expect("new");
        symlink("a", at("b")).expect("new");
        let error = uniform(1.0).save(at("a")).unwrap_err().to_string();
        assert!(error.contains("symbolic links"), "{error}");
        assert_eq!(directory.names(), ["a", "b", "last.json", "runs"]);
    }

    #[test]
    fn what_is_no_file_is_not_replaced() {
        let directory = Directory::new("socket");
        let path = directory.0.join("socket");
        let _socket = std::os::unix::net::UnixListener::bind(&path).expect("a new socket");
        let error = uniform(1.0).save(&path).unwrap_err().to_string();
        assert!(error.ends_with("socket: not a file"), "{error}");
        assert!(!fs::metadata(&path).expect("there").is_file());
        assert_eq!(directory.names(), ["socket"]);
    }

    /// A disk that is full, as a limit on the size of files.
    #[test]
    fn a_full_disk_leaves_nothing_behind() {
        let directory = Directory::new("full");
        let path = directory.0.join("model.json");
        uniform(-1.0).save(&path).expect("written");
        let limited = Command::new("sh")
            .args(["-c", "trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\""])
            .arg(std::env::current_exe().expect("this test"))
            .args(["--exact", "saving::a_child_saves", "--nocapture"])
            .env(SAVED_BY_CHILD, &path)
            .output()
            .expect("there is a shell");
        let told = String::from_utf8_lossy(&limited.stderr);
        assert!(
            !limited.status.success() && told.contains("File too large"),
            "{told}"
        );
        assert_eq!(load(&path), -1.0);
        assert_eq!(directory.names(), ["model.json"]);
    }
}
