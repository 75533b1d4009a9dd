//! The lecture's beginning: what a derivative is, by a small step h, and what a program makes of it.

use monograd::prelude::*;

fn main() {
    let f = func!(|x| 3 * x * x - 4 * x + 5);
    println!("f(x) = 3x² − 4x + 5: f(3) = {}", f.value(&[3.0]));
    for h in [0.1, 0.001, 0.000_001] {
        let slope = (f.value(&[3.0 + h]) - f.value(&[3.0])) / h;
        println!("(f(3 + h) − f(3)) / h at h = {h}: {slope:.6}");
    }
    println!("f'(3) = {}, without any h", f.gradient(&[3.0])[0]);
    println!(
        "f'(2/3) = {}: the bottom of the valley",
        f.gradient(&[2.0 / 3.0])[0]
    );

    let square = func!(|x| x * x);
    let chord = (square.value(&[4.0]) - square.value(&[3.0])) / (4.0 - 3.0);
    println!("the chord of x² from 3 to 4 rises by {chord}");

    // A function of several numbers has a slope in each.
    let d = func!(|a, b, c| a * b + c);
    let (value, slopes) = d.value_and_gradient(&[2.0, -3.0, 10.0]);
    println!("d = ab + c = {value}, its slopes in a, b, c: {slopes:?}");
}
