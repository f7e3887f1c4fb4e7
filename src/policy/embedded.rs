//! The packs that the program carries: the policy of 2017 and the engine's own rules.

use std::borrow::Cow;

use super::source::PackSource;

type File = (&'static str, &'static str);

/// The files of the rules of a pack, by their codes: a code without a file does not compile.
macro_rules! codes {
    ($pack:literal, [$($code:ident),* $(,)?]) => {
        &[$((
            concat!("rules/", stringify!($code), ".toml"),
            include_str!(concat!("../packs/", $pack, "/rules/", stringify!($code), ".toml")),
        )),*]
    };
}

/// The manifest or a table of a pack.
macro_rules! file {
    ($pack:literal, $path:literal) => {
        ($path, include_str!(concat!("../packs/", $pack, "/", $path)))
    };
}

const NETCENTRIC: &[File] = &[
    file!("netcentrische-samenwerking-2017", "pack.toml"),
    file!("netcentrische-samenwerking-2017", "tables/fit.toml"),
    file!("netcentrische-samenwerking-2017", "tables/preconditions.toml"),
    file!("netcentrische-samenwerking-2017", "tables/profiles.toml"),
    file!("netcentrische-samenwerking-2017", "tables/reach.toml"),
    file!("netcentrische-samenwerking-2017", "tables/regions.toml"),
    file!("netcentrische-samenwerking-2017", "tables/vocabulary.toml"),
];

const NETCENTRIC_RULES: &[File] = codes!(
    "netcentrische-samenwerking-2017",
    [
        P201, P202, P203, P204, P205, P206, P207, P208, P209, P210, P211, P212, P213, P214, P215, P216, R301, R302,
        R303, R304, R305, R306, R307, R308, R309, R310, R311, R313, R315, R316, R317, R318, V400, V401, V402, V403,
        V404, V405, V406, V407, V408, V409, V410, V411, V412, L500, L501, L502, L503, L504, L505, L506, L507, L508,
        L509, T601, T602, T603, T604, T605, T606, T607, T608, T609, T610, T611, T612, T613, T614, T615, T616, T617,
        T618, T619, T620, W701, W702, W703, W704, W705, W706, W707, W708, W709, W710, W711,
    ]
);

const ENGINE: &[File] = &[file!("engine", "pack.toml")];

const ENGINE_RULES: &[File] = codes!(
    "engine",
    [
        S001, S002, S003, S004, S005, D101, D102, D103, D104, D105, D106, D107, D108, D109, D110, D111, A801, A802,
        A803, A804, A805,
    ]
);

/// The pack of the policy of 2017.
#[must_use]
pub fn netcentric() -> PackSource {
    source(NETCENTRIC, NETCENTRIC_RULES)
}

/// The pack of the engine's own rules, which serve every policy.
#[must_use]
pub fn engine() -> PackSource {
    source(ENGINE, ENGINE_RULES)
}

fn source(tables: &[File], rules: &[File]) -> PackSource {
    let files = tables.iter().chain(rules).map(|(path, text)| ((*path).into(), Cow::Borrowed(*text)));
    PackSource { files: files.collect(), faults: Vec::new() }
}
