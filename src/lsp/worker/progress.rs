//! The progress of judging many documents, where it takes long and the client shows such.

use serde_json::{Value, json};
use tower_lsp_server::ls_types::notification::{Notification as _, Progress};
use tower_lsp_server::ls_types::request::WorkDoneProgressCreate;
use tower_lsp_server::ls_types::{NumberOrString, WorkDoneProgressCreateParams};

use super::{Message, Worker};
use crate::lsp::client::Can;
use crate::policy::Lang;
use crate::texts::Texts;

/// From so many documents on that are left after a first while, progress is shown.
const MANY: usize = 20;

/// How far showing progress has come.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Nothing is shown.
    #[default]
    Nothing,
    /// The client has been asked for a place to show it.
    Asked,
    /// It is shown.
    Shown,
}

/// What is shown of the work.
#[derive(Debug, Default)]
pub(super) struct Shown {
    stage: Stage,
    /// The number of the last one.
    number: usize,
    /// The client wants no more of it: only what is open, or asked for, is judged.
    pub(super) cancelled: bool,
}

impl Shown {
    fn token(&self) -> String {
        format!("kader/{}", self.number)
    }
}

impl Worker {
    /// Shows how far it is, or that it is done.
    pub(super) fn show_progress(&mut self) {
        let (done, total) = self.session.progress();
        if !self.unsettled {
            self.shown.cancelled = false;
            self.end_progress();
        } else if self.shown.stage == Stage::Shown {
            let percentage = 100 * done / total.max(1);
            let value = json!({ "kind": "report", "message": format!("{done}/{total}"), "percentage": percentage });
            self.send_progress(&value);
        } else if self.shown.stage == Stage::Nothing && !self.shown.cancelled && total - done >= MANY {
            self.ask_for_progress();
        }
    }

    fn ask_for_progress(&mut self) {
        if !self.client.can(Can::Progress) {
            return;
        }
        self.shown.stage = Stage::Asked;
        self.shown.number += 1;
        let token = NumberOrString::String(self.shown.token());
        let door = std::sync::Arc::clone(&self.door);
        self.remote.ask::<WorkDoneProgressCreate>(WorkDoneProgressCreateParams { token }, move |answer| {
            door.put(Message::MayShow(answer.is_ok()));
        });
    }

    /// The client has a place to show progress, or has none.
    pub(super) fn may_show(&mut self, may: bool) {
        if self.shown.stage != Stage::Asked || !may || !self.unsettled {
            return;
        }
        self.shown.stage = Stage::Shown;
        let title = Texts::get(self.lang()).plain("lsp-checking");
        self.send_progress(&json!({ "kind": "begin", "title": title, "cancellable": true, "percentage": 0 }));
    }

    /// The language in which the server speaks of itself: no document's configuration says it.
    pub(super) fn lang(&self) -> Lang {
        self.wishes.judging.own_lang(&self.ground.given)
    }

    /// The client wants no more of it.
    pub(super) fn cancel_progress(&mut self, token: &Value) {
        if self.shown.stage == Stage::Shown && *token == self.shown.token() {
            self.shown.cancelled = true;
            self.end_progress();
        }
    }

    fn end_progress(&mut self) {
        if self.shown.stage == Stage::Shown {
            self.send_progress(&json!({ "kind": "end" }));
        }
        self.shown.stage = Stage::Nothing;
    }

    fn send_progress(&self, value: &Value) {
        let params = json!({ "token": self.shown.token(), "value": value });
        self.remote.wire.notify(Progress::METHOD, &params);
    }
}
