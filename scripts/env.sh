# shellcheck shell=bash
# Sourced by the other scripts: changes to the project's root, puts its tools first on PATH, pins
# versions.
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
export PATH="$PWD/.tools/bin:$PWD/node_modules/.bin:$PATH"

TRUNK_VERSION=0.21.14
GECKODRIVER_VERSION=0.37.1
FRICTIONLESS_VERSION=5.21.0
PANDAS_VERSION=2.3.3
# Browser engines to test in; ENGINE=firefox selects one.
ENGINES=${ENGINE:-chromium firefox webkit}
# shellcheck disable=SC2034  # read by the scripts that source this file
readonly TRUNK_VERSION GECKODRIVER_VERSION FRICTIONLESS_VERSION PANDAS_VERSION ENGINES

say() { printf '%s\n' "$*"; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# build_native_tools: builds our `wasm-bindgen` (decision 0025), `opening-page` (decision 0029),
# `cisconf-one-file` (decision 0039), `cisconf-precompress` (decision 0043) and the static server.
build_native_tools() {
  cargo build ${CI:+--locked} --quiet --package cisconf-split --package cisconf-markup --package cisconf-one-file \
    --package cisconf-precompress
  cargo build ${CI:+--locked} --quiet --package cisconf-e2e --bin serve
}

# find_native_tools: puts our `wasm-bindgen` first on PATH and names the others in variables.
find_native_tools() {
  local built=${CARGO_TARGET_DIR:-$PWD/target}/debug
  export CISCONF_SPLIT=$built/cisconf-split OPENING_PAGE=$built/opening-page ONE_FILE=$built/cisconf-one-file
  export PRECOMPRESS=$built/cisconf-precompress
  export PATH="$PWD/scripts/split:$PATH"
}

use_native_tools() {
  build_native_tools
  find_native_tools
}

# lacks <engine>: prints the missing Debian packages to test in it.
lacks() {
  case $1 in
    chromium)
      have chromium || have google-chrome || say chromium
      have chromedriver || say chromium-driver
      ;;
    firefox) have firefox || have firefox-esr || say firefox-esr ;;
    webkit)
      have WebKitWebDriver || say webkit2gtk-driver
      have Xvfb || say xvfb
      ;;
    *) die "ENGINE=$1: it is chromium, firefox or webkit" ;;
  esac
}
