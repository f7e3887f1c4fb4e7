#!/usr/bin/env bash
# Installs VS Code for a browser (code-server) into a folder, from the npm registry alone. Needs Node 20 with its headers, npm, make, a compiler
# for C++, Python and ripgrep. Nothing that the packages would fetch from elsewhere is fetched: their own scripts do not run, and the few native
# modules without which the editor does not start are compiled here.
#
#   tests/editors/vscode/install.sh FOLDER
set -euo pipefail

release=4.100.3
mkdir -p "$1"
folder=$(cd "$1" && pwd)
server=$folder/node_modules/code-server
editor=$server/lib/vscode
done_mark=$folder/installed-$release-$(node --version)
[ -e "$done_mark" ] && exit 0

# The compiled modules are for this Node: its headers stand beside it.
node_root=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
[ -e "$node_root/include/node/node.h" ] || { echo "the headers of Node are not there: $node_root/include/node" >&2; exit 1; }
export npm_config_nodedir=$node_root npm_config_ignore_scripts=true npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false npm_config_build_from_source=true

compile() { # FOLDER MODULE...: compiles modules of a folder
  local where=$1
  shift
  (cd "$where" && npm rebuild --ignore-scripts=false "$@")
}

printf '{ "private": true }\n' >"$folder/package.json"
npm install --prefix "$folder" --no-save "code-server@$release"
npm install --prefix "$editor" --omit=dev
npm install --prefix "$editor/extensions" --omit=dev
compile "$folder" argon2
compile "$editor" @vscode/spdlog native-watchdog

# What the packages' own scripts would have put in place.
mkdir -p "$editor/node_modules/@vscode/ripgrep/bin"
ln -sf "$(command -v rg)" "$editor/node_modules/@vscode/ripgrep/bin/rg"
ln -sfn node_modules "$editor/node_modules.asar"
ln -sf code-linux.sh "$editor/bin/remote-cli/code-server"
ln -sf browser-linux.sh "$editor/bin/helpers/browser.sh"

node "$server/out/node/entry.js" --config "$folder/config.yaml" --version
touch "$done_mark"
