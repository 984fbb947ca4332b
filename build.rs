//! Sets `cfg(split)` and keeps relocations when `scripts/build` splits the program (decision 0009).

fn main() {
    println!("cargo::rustc-check-cfg=cfg(split)");
    println!("cargo::rerun-if-env-changed=CISCONF_PARTS");
    if std::env::var_os("CISCONF_PARTS").is_some() {
        println!("cargo::rustc-cfg=split");
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
