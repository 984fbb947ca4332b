# shellcheck shell=bash disable=SC2034
# Sourced by what compiles to WebAssembly, and by nothing else: chooses a compiler, without asking the network.
# Sets WASM_COMPILER to
#   active   the active toolchain has the wasm32 standard library: nothing to set
#   system   the system's compiler has it
#   source   the system's compiler has the library's source (Debian's rustc-web): cargo builds it along
#   none     scripts/setup has to act
# Not in .cargo/config.toml, since RUSTC there would hit native builds and other people's machines.

has_wasm_std() { [ -d "$("$1" --print target-libdir --target wasm32-unknown-unknown 2>/dev/null)" ]; }

# The compiler looks for its linker as rust-lld, which Debian leaves to a package of some hundred megabytes. The linker
# of the compiler's LLVM version, from the small package lld-<version>, is the same program.
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
