# shellcheck shell=bash disable=SC2034
# Sourced only by scripts that compile to WebAssembly: selects a compiler without network access.
# Sets WASM_COMPILER to
#   active   the active toolchain has the wasm32 standard library: nothing to set
#   system   the system's compiler has it
#   source   the system's compiler has the library's source (Debian's rustc-web): cargo builds it
#   none     there is none: run scripts/setup
# Not in .cargo/config.toml, since RUSTC there would affect native builds and other machines.

has_wasm_std() { [ -d "$("$1" --print target-libdir --target wasm32-unknown-unknown 2>/dev/null)" ]; }

# The compiler expects its linker as rust-lld, which Debian has in a package of some hundred
# megabytes. The linker in the small package lld-<LLVM version> is the same program.
system_llvm() { /usr/bin/rustc -vV 2>/dev/null | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p'; }
system_linker() { printf '/usr/lib/llvm-%s/bin/wasm-ld' "$(system_llvm)"; }
has_std_source() { [ -d "$(/usr/bin/rustc --print sysroot 2>/dev/null)/lib/rustlib/src/rust/library" ]; }

if has_wasm_std rustc; then
  WASM_COMPILER=active
elif has_wasm_std /usr/bin/rustc; then
  WASM_COMPILER=system
  export RUSTC=/usr/bin/rustc
elif has_std_source && [ -x "$(system_linker)" ]; then
  WASM_COMPILER=source
  export RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$(system_linker)
else
  WASM_COMPILER=none
fi
