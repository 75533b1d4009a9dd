//! Mistakes that the compiler refuses, and what it says.
//!
//! The messages are the compiler's and differ between its versions; they are pinned to the one below.
//! With another the test passes over them and says so, unless `MONOGRAD_PINNED_TOOLCHAIN` is set: then
//! it fails.
#![cfg(feature = "nn")]

use std::env;
use std::process::Command;

const PINNED: &str = "rustc 1.95.0 ";

#[test]
fn mistakes_do_not_compile() {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(rustc)
        .arg("--version")
        .output()
        .expect("rustc");
    let version = String::from_utf8_lossy(&version.stdout);
    if !version.starts_with(PINNED) {
        let said = format!("the messages are those of {PINNED}and this is {version}");
        assert!(env::var_os("MONOGRAD_PINNED_TOOLCHAIN").is_none(), "{said}");
        println!("not checked: {said}");
        return;
    }
    let cases = trybuild::TestCases::new();
    // One that passes has the others built and not only checked, which is when constants are.
    cases.pass("tests/ui/pass/*.rs");
    cases.compile_fail("tests/ui/*.rs");
}
