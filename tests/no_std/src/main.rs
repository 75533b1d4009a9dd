//! Differentiates without the standard library and without an allocator. It exits with 0 if the
//! derivatives are right.

#![no_std]
#![no_main]

use monograd::prelude::*;

func! {
    fn bell(x, y) { (-(x * x + y * y)).exp() }
    fn tails(x) { [x.erfc(), select(x.less_than(0), 0, x.normal_cdf())] }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}

/// The compiled `core` refers to it, for unwinding, which this program does not do.
#[unsafe(no_mangle)]
pub extern "C" fn rust_eh_personality() {}

// For the runtime that calls `main`.
#[link(name = "c")]
unsafe extern "C" {}

/// What the C runtime calls.
#[unsafe(no_mangle)]
pub extern "C" fn main(count: i32) -> i32 {
    // One argument, the program's name: a number that the compiler does not know.
    let x = f64::from(count);
    let (value, gradient) = bell.value_and_gradient(&[x, 0.0]);
    let [[curvature, _], _] = bell.hessian(&[x, 0.0]);
    let right = gradient[0] == -2.0 * x * value
        && gradient[1] == 0.0
        && (curvature - (4.0 * x * x - 2.0) * value).abs() < 1e-15
        && bell.taylor::<2, _>(&[x, 0.0], &[1.0, 0.0]).derivative(1) == gradient[0]
        && tails.jacobian_forward(&[x]) == tails.jacobian_reverse(&[x])
        && monograd::check::function(bell, &[x, 0.5]).is_ok();
    i32::from(!right)
}
