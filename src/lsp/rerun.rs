//! A run as the command line does one, over the texts as they are open.

use std::sync::Arc;

use super::view::View;
use crate::assess::Ask;
use crate::config::Configs;
use crate::system::{Overlay, System};
use crate::workspace::{Context, Settings, Terms, Threads};

/// Does work on the machine as the editor sees it: open texts go before the disk, and paths are shown from the first folder.
pub(super) fn rerun<T>(view: &View, ask: Option<Ask>, work: impl FnOnce(&dyn System, &Settings<'_>) -> T) -> T {
    let mut overlay = Overlay::over(Arc::clone(&view.ground.system));
    if let Some(folder) = view.folders.first() {
        overlay.stand_in(folder);
    }
    for (file, label) in view.labels.iter().filter_map(|(key, label)| Some((key.file()?, label))) {
        overlay.open(file, Arc::clone(&label.text));
    }
    let judging = &view.wishes.judging;
    let (configs, given) = (Configs::new(&overlay, judging.choice()), judging.over(&view.ground.given));
    let terms = Terms { configs: &configs, given: &given, accepts: true, carried: None };
    let settings = Settings { terms, threads: Threads::new(0), allow_empty: true, context: Context::Root, ask };
    work(&overlay, &settings)
}
