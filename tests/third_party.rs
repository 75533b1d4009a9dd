//! Functions of other crates, generic over `num_traits::Float`, differentiated by calling them with
//! numbers that carry derivatives.

#![cfg(feature = "std")]

use monograd::check::difference;
use monograd::{Dual, MultiDual, Tape, Taylor, Value};
use ndarray::Array1;
use num_complex::Complex;
use num_traits::{Float, FloatConst, FromPrimitive};

/// `num-complex`: roots, exponentials and powers of complex numbers.
fn modulus<T: Float + FloatConst>(x: T, y: T) -> T {
    let z = Complex::new(x, y);
    (z.sqrt() * z.exp() + z.powc(Complex::new(y, x)) / z.tan()).norm()
}

/// `ndarray`: the standard deviation.
fn deviation<T: Float + FromPrimitive>(x: T, y: T) -> T {
    let two = T::one() + T::one();
    Array1::from(vec![x, y, x * y, y.exp(), x / two]).std(T::one())
}

fn check(f: impl Fn([f64; 2]) -> f64, gradient: [f64; 2], point: [f64; 2]) {
    for i in 0..2 {
        let along = |x: f64| {
            let mut moved = point;
            moved[i] = x;
            f(moved)
        };
        let slope = difference(along, point[i], 0.01);
        assert!(
            (gradient[i] - slope.derivative).abs() <= 1e-9 * slope.derivative.abs().max(1.0),
            "{gradient:?}, {slope:?}"
        );
    }
}

macro_rules! third_party {
    ($($function:ident)*) => {
        $(#[test]
        fn $function() {
            let point = [0.7, 1.3];
            let plain = |[x, y]: [f64; 2]| super::$function(x, y);

            let [x, y] = MultiDual::variables(point);
            let result = super::$function(x, y);
            assert_eq!(result.primal, plain(point));
            check(plain, result.tangents(), point);

            let along_x = super::$function(Dual::variable(point[0]), Dual::constant(point[1]));
            assert!((along_x.tangent - result.tangents()[0]).abs() < 1e-13);

            // In reverse, on a tape.
            let tape = Tape::new();
            let leaves = point.map(|x| tape.value(x));
            let value = super::$function(leaves[0], leaves[1]);
            value.backward();
            assert_eq!(value.data(), plain(point));
            check(plain, leaves.map(Value::grad), point);

            // The second derivative, from a series and by a difference of first ones.
            let series = super::$function(
                Taylor::<f64, 2>::variable(point[0]),
                Taylor::constant(point[1]),
            );
            let slope = |x| super::$function(Dual::variable(x), Dual::constant(point[1])).tangent;
            let curvature = difference(slope, point[0], 0.01);
            assert!((series.derivative(2) - curvature.derivative).abs() < 1e-8);
        })*
    };
}

mod differentiated {
    use super::*;
    third_party! { modulus deviation }
}
