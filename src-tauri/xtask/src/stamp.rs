//! Avoids repeating work: a stamp file stores the hash of the sources of a finished step.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::steps::Outcome;

pub struct Stamp {
    kept: PathBuf,
    now: String,
}

impl Stamp {
    /// The stamp in the file `kept` for those of these files and folders that exist.
    pub fn of(kept: PathBuf, sources: &[PathBuf]) -> Outcome<Self> {
        let mut hasher = DefaultHasher::new();
        for source in sources {
            take(source, &mut hasher)
                .map_err(|e| format!("{} cannot be read: {e}", source.display()))?;
        }
        Ok(Self {
            kept,
            now: format!("{:016x}", hasher.finish()),
        })
    }

    pub fn holds(&self) -> bool {
        fs::read_to_string(&self.kept).is_ok_and(|then| then == self.now)
    }

    pub fn set(&self) -> Outcome {
        if let Some(folder) = self.kept.parent() {
            fs::create_dir_all(folder).map_err(|e| e.to_string())?;
        }
        fs::write(&self.kept, &self.now)
            .map_err(|e| format!("{} cannot be written: {e}", self.kept.display()))
    }
}

fn take(path: &Path, hasher: &mut DefaultHasher) -> std::io::Result<()> {
    if path.is_dir() {
        let mut inside = fs::read_dir(path)?
            .map(|e| Ok(e?.path()))
            .collect::<std::io::Result<Vec<_>>>()?;
        inside.sort();
        return inside.iter().try_for_each(|path| take(path, hasher));
    }
    if path.is_file() {
        path.hash(hasher);
        fs::read(path)?.hash(hasher);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_holds_until_a_source_changes() {
        let folder = std::env::temp_dir().join(format!("kith-stamp-{}", std::process::id()));
        let source = folder.join("in/a");
        fs::create_dir_all(folder.join("in")).unwrap();
        fs::write(&source, "one").unwrap();
        let stamp = || Stamp::of(folder.join("out/stamp"), &[folder.join("in")]).unwrap();
        assert!(!stamp().holds());
        stamp().set().unwrap();
        assert!(stamp().holds());
        fs::write(&source, "two").unwrap();
        assert!(!stamp().holds());
        fs::remove_dir_all(&folder).unwrap();
    }
}
