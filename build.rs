//! Sets `optimized` where the crate is compiled with optimisation.
//!
//! Its functions are then inlined whatever their size (`inline(always)`), without which no gradient becomes straight-line code.
//! Without optimisation the compiler would copy each of them into every caller and gain nothing: a program then takes three
//! times as long to compile.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-check-cfg=cfg(optimized)");
    if std::env::var_os("OPT_LEVEL").is_some_and(|level| level != "0") {
        println!("cargo::rustc-cfg=optimized");
    }
}
