//! Files are replaced at once.

use std::fs::{self, File, Metadata, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::{Builder, NamedTempFile};

/// The name of what is not yet the file, around what makes it unique.
const BEFORE: &str = ".monograd-checkpoint-";
const AFTER: &str = ".part";

/// As many symbolic links lead to a file at most.
const MOST_LINKS: usize = 40;

/// How often a new file is begun at most, where another process took the one before for abandoned.
const MOST_ATTEMPTS: usize = 100;

/// Gives a file a new content, or creates it, such that whoever reads it meanwhile, and whoever reads it after this
/// process or the machine stopped in the middle, finds either the old content or the new one.
///
/// The content is written to a file of its own in the same directory, synced, and renamed; the directory is synced,
/// too. The file keeps its permissions and, where that is allowed, its owner. A symbolic link stays, and what it leads
/// to is replaced. On an error nothing is left behind. What a process that was killed left behind in the directory is
/// removed.
pub(super) fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let target = without_links(path)?;
    let replaced = match fs::metadata(&target) {
        Ok(metadata) if metadata.is_file() => Some(metadata),
        Ok(_) => return Err(io::Error::new(ErrorKind::InvalidInput, "not a file")),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error),
    };
    let directory = match target.parent() {
        Some(directory) if !directory.as_os_str().is_empty() => directory,
        _ => Path::new("."),
    };
    remove_abandoned(directory);
    for _ in 0..MOST_ATTEMPTS {
        let file = written(directory, content, replaced.as_ref())?;
        match file.persist(&target) {
            Ok(_) => return sync(directory),
            // It was not locked yet when another process looked for abandoned files.
            Err(error) if error.error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error.error),
        }
    }
    Err(ErrorKind::NotFound.into())
}

/// What a path leads to, which need not exist.
fn without_links(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_path_buf();
    for _ in 0..MOST_LINKS {
        // An error of any other kind comes back when the path is used.
        let Ok(link) = fs::read_link(&path) else {
            return Ok(path);
        };
        path.pop();
        path.push(link);
    }
    let reason = "the symbolic links go in a circle, or are too many";
    Err(io::Error::new(ErrorKind::InvalidInput, reason))
}

/// The content in a new file of the directory, which is locked as long as it is written.
fn written(
    directory: &Path,
    content: &[u8],
    replaced: Option<&Metadata>,
) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(BEFORE).suffix(AFTER).rand_bytes(12);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(directory)?;
    // Where there are no locks nothing is taken for abandoned either.
    let _ = file.as_file().lock();
    file.write_all(content)?;
    if let Some(metadata) = replaced {
        keep(metadata, file.as_file())?;
    }
    file.as_file().sync_all()?;
    // There a lock would keep others from reading what becomes of the file.
    if cfg!(windows) {
        let _ = file.as_file().unlock();
    }
    Ok(file)
}

/// Gives a new file the owner and the permissions of the one that it replaces.
fn keep(replaced: &Metadata, file: &File) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, fchown};
        // Only root may give files away; the group of a directory may be another than the user's.
        let _ = fchown(file, Some(replaced.uid()), Some(replaced.gid()));
    }
    file.set_permissions(replaced.permissions())
}

/// Makes sure that the new name is on the disk.
fn sync(directory: &Path) -> io::Result<()> {
    if !cfg!(unix) {
        return Ok(());
    }
    // A directory may be written to without being readable, and not every file system syncs one.
    let Ok(directory) = File::open(directory) else {
        return Ok(());
    };
    match directory.sync_all() {
        Err(error)
            if !matches!(
                error.kind(),
                ErrorKind::InvalidInput | ErrorKind::Unsupported
            ) =>
        {
            Err(error)
        }
        _ => Ok(()),
    }
}

/// Removes what was begun in a directory and is no longer written: a process that is killed loses its locks.
fn remove_abandoned(directory: &Path) {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    for entry in entries {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_ours = name.starts_with(BEFORE) && name.ends_with(AFTER);
        if !is_ours || !entry.file_type().is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        let Ok(file) = File::open(entry.path()) else {
            continue;
        };
        match file.try_lock() {
            Ok(()) => {
                // Whoever removes it first has done it.
                let _ = fs::remove_file(entry.path());
            }
            Err(TryLockError::WouldBlock | TryLockError::Error(_)) => {}
        }
    }
}
