//! Two bugs that the lecture warns of: gradients that are assigned instead of added, and gradients that are not cleared.

use monograd::prelude::*;

/// An engine of a few lines that has the bug: each operation sets the gradients of its operands.
mod assigning {
    /// a + b: what the gradients of a and of b become when the sum's is `grad`.
    pub fn pull_back_sum(grads: &mut [f64], [a, b]: [usize; 2], grad: f64) {
        grads[a] = grad; // += is what it takes
        grads[b] = grad;
    }
}

fn main() {
    // b = a + a at 3.
    let mut grads = [0.0];
    assigning::pull_back_sum(&mut grads, [0, 0], 1.0);
    println!("b = a + a, with gradients assigned: db/da = {}", grads[0]);

    let tape = Tape::new();
    let a = tape.value(3.0);
    let b = a + a;
    b.backward();
    println!("b = a + a, with gradients added:    db/da = {}", a.grad());

    // f = (a·b)·(a + b) at −2, 3: both are used twice.
    let (a, b) = (tape.value(-2.0), tape.value(3.0));
    let f = (a * b) * (a + b);
    f.backward();
    println!(
        "f = ab(a + b) = {}: df/da = {}, df/db = {}",
        f.data(),
        a.grad(),
        b.grad()
    );

    // Because gradients are added, they stay until they are cleared.
    f.backward();
    println!(
        "backward once more, without zero_grad: df/da = {}, df/db = {}",
        a.grad(),
        b.grad()
    );
    tape.zero_grad();
    f.backward();
    println!(
        "backward after zero_grad:              df/da = {}, df/db = {}",
        a.grad(),
        b.grad()
    );
}
