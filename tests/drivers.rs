//! Every driver against every other, and against finite differences.

use approx::assert_relative_eq;
use monograd::Wrapped;
use monograd::drivers::LengthError;
use monograd::prelude::*;

func! {
    fn energy(x, y, z) {
        let r = x.hypot(y) + z.square();
        let s = (x * y).sin() / (1 + z.exp());
        r.ln() + s * z.atan() - y.pow(x) + x.max(z)
    }
}

const POINT: [f64; 3] = [0.8, 1.7, -0.4];
const DIRECTION: [f64; 3] = [0.3, -1.1, 0.7];

fn shifted(i: usize, h: f64) -> [f64; 3] {
    std::array::from_fn(|j| POINT[j] + if i == j { h } else { 0.0 })
}

fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    (0..3).map(|i| a[i] * b[i]).sum()
}

#[test]
fn gradient_against_differences() {
    let (value, gradient) = energy.value_and_gradient(&POINT);
    assert_eq!(value, energy.value(&POINT));
    assert_eq!(gradient, energy.gradient(&POINT));
    for (i, &derivative) in gradient.iter().enumerate() {
        let h = 1e-5;
        let slope = (energy.value(&shifted(i, h)) - energy.value(&shifted(i, -h))) / (2.0 * h);
        assert_relative_eq!(derivative, slope, max_relative = 1e-8);
    }
}

#[test]
fn hessian_against_differences_of_the_gradient() {
    let hessian = energy.hessian(&POINT);
    for (i, row) in hessian.iter().enumerate() {
        let h = 1e-5;
        let (up, down) = (
            energy.gradient(&shifted(i, h)),
            energy.gradient(&shifted(i, -h)),
        );
        for j in 0..3 {
            let slope = (up[j] - down[j]) / (2.0 * h);
            assert_relative_eq!(row[j], slope, max_relative = 1e-6, epsilon = 1e-8);
            assert_eq!(row[j].to_bits(), hessian[j][i].to_bits());
        }
    }
}

#[test]
fn products_against_the_whole() {
    let (value, slope) = energy.jvp(&POINT, &DIRECTION);
    assert_eq!(value, energy.value(&POINT));
    assert_relative_eq!(
        slope,
        dot(energy.gradient(&POINT), DIRECTION),
        max_relative = 1e-14
    );
    let product = energy.hvp(&POINT, &DIRECTION);
    let hessian = energy.hessian(&POINT);
    for i in 0..3 {
        assert_relative_eq!(product[i], dot(hessian[i], DIRECTION), max_relative = 1e-13);
    }
}

/// The third derivative along a direction, by forward mode in forward mode over the reverse sweep,
/// and by forward mode alone.
#[test]
fn orders_nest() {
    let moving: [Dual<f64>; 3] = std::array::from_fn(|i| Dual::new(POINT[i], DIRECTION[i]));
    let direction = DIRECTION.map(Dual::constant);
    let by_reverse: f64 = (0..3)
        .map(|i| energy.hvp(&moving, &direction)[i].tangent * DIRECTION[i])
        .sum();
    let nested: [Dual<Dual<Dual<f64>>>; 3] = std::array::from_fn(|i| {
        let [x, v] = [POINT[i], DIRECTION[i]];
        let inner = Dual::new(Dual::new(x, v), Dual::new(v, 0.0));
        Dual::new(inner, Dual::constant(Dual::constant(v)))
    });
    let by_forward = energy.value(&nested).tangent.tangent.tangent;
    assert_relative_eq!(by_reverse, by_forward, max_relative = 1e-12);
    let h = 1e-4;
    let curvature = |t: f64| {
        let point = std::array::from_fn(|i| POINT[i] + t * DIRECTION[i]);
        dot(energy.hvp(&point, &DIRECTION), DIRECTION)
    };
    let slope = (curvature(h) - curvature(-h)) / (2.0 * h);
    assert_relative_eq!(by_reverse, slope, max_relative = 1e-6);
}

/// d/dx (x · d/dy (x + y)) is 1: a derivative that mistook the inner variable for the outer says 2.
#[test]
fn perturbations_are_not_confused() {
    let inner = func!(|x, y| x + y);
    let x = Dual::variable(1.0);
    let slope = inner.gradient(&[x, Dual::constant(1.0)])[1];
    assert_eq!((x * slope).tangent, 1.0);
    let along_y = [Dual::constant(0.0), Dual::constant(1.0)];
    let (_, slope) = inner.jvp(&[x, Dual::constant(1.0)], &along_y);
    assert_eq!((x * slope).tangent, 1.0);
}

#[test]
fn precisions_and_wrapped_floats_agree() {
    let gradient = energy.gradient(&POINT);
    let single = energy.gradient(&POINT.map(|x| x as f32));
    let wrapped = energy.gradient(&POINT.map(Wrapped));
    for i in 0..3 {
        assert_relative_eq!(f64::from(single[i]), gradient[i], max_relative = 1e-5);
        assert_eq!(wrapped[i].get(), gradient[i]);
    }
    // Through generic code that knows `Float` alone.
    fn hessian<T: num_traits::Float + 'static>(x: [T; 3]) -> [[T; 3]; 3] {
        energy
            .hessian(&x.map(Wrapped))
            .map(|row| row.map(Wrapped::get))
    }
    assert_eq!(hessian(POINT), energy.hessian(&POINT));
}

#[test]
fn slices() {
    let mut gradient = [0.0; 3];
    let value = energy.value_and_gradient_into(&POINT, &mut gradient);
    assert_eq!(
        (value, gradient),
        (Ok(energy.value(&POINT)), energy.gradient(&POINT))
    );

    let untouched = [7.0; 4];
    let mut gradient = untouched;
    let error = energy.value_and_gradient_into(&POINT, &mut gradient);
    let expected = LengthError {
        argument: "gradient",
        expected: 3,
        actual: 4,
    };
    assert_eq!(error, Err(expected));
    assert_eq!(gradient, untouched);
    assert_eq!(
        expected.to_string(),
        "the gradient has length 4, but must have length 3"
    );
    assert!(
        energy
            .value_and_gradient_into(&[0.0; 2], &mut [0.0; 3])
            .is_err()
    );
}

/// A function of many inputs, whose Hessian is swept row by row, against one in one sweep.
#[test]
fn hessians_of_many_inputs() {
    func! {
        fn few(a, b, c) { (a * b).sin() * c.exp() }
        fn many(a, b, c, d, e, f, g, h, i) {
            let first = few(a, b, c);
            first + d * e + f * g * h * i
        }
    }
    let point = [0.3, 0.7, -0.2, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
    let (value, gradient, hessian) = many.value_gradient_hessian(&point);
    assert_eq!((value, gradient), many.value_and_gradient(&point));
    let small = few.hessian(&[0.3, 0.7, -0.2]);
    for (row, small) in hessian.iter().zip(small) {
        for (entry, small) in row.iter().zip(small) {
            assert_relative_eq!(*entry, small, max_relative = 1e-14);
        }
    }
    assert_eq!(
        (hessian[3][4], hessian[5][8], hessian[8][5]),
        (1.0, 20.0, 20.0)
    );
    assert_eq!(hessian, many.hessian(&point));
}
