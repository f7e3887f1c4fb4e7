//! What the server can do beside publishing: one file a feature, with what it tells the client of itself.

mod chosen;
pub(super) mod code_action;
pub(super) mod commands;
pub(super) mod completion;
pub(super) mod diagnostic;
mod fix_all;
pub(super) mod formatting;
pub(super) mod hints;
pub(super) mod hover;
pub(super) mod lenses;
pub(super) mod navigation;
pub(super) mod ranges;
pub(super) mod rename;
pub(super) mod symbols;

use tower_lsp_server::ls_types::ServerCapabilities;

use super::client::Client;

/// What each feature tells the client of itself.
pub(super) const ALL: &[fn(&Client, &mut ServerCapabilities)] = &[
    diagnostic::advertise,
    formatting::advertise,
    code_action::advertise,
    completion::advertise,
    hover::advertise,
    hints::advertise,
    lenses::advertise,
    symbols::advertise,
    navigation::advertise,
    ranges::advertise,
    rename::advertise,
    commands::advertise,
];
