//! Functions that declare shapes: every operation on arrays against differences, and every mode against the
//! others.

use monograd::expr::Inputs;
use monograd::prelude::*;

fn flat<I: Inputs>(x: &I::Of<f64>) -> Vec<f64> {
    let mut numbers = Vec::new();
    I::visit(I::refs(x), &mut |block: &[f64]| {
        numbers.extend_from_slice(block);
    });
    numbers
}

fn shaped<I: Inputs>(numbers: &[f64]) -> I::Of<f64> {
    I::from_fn(&mut |at| numbers[at])
}

fn assert_near(what: &str, actual: f64, expected: f64, tolerance: f64) {
    let error = (actual - expected).abs();
    assert!(
        error <= tolerance * expected.abs().max(1.0),
        "{what}: {actual} is not {expected}"
    );
}

/// The gradient against differences of values; jvp, accumulation and flat slices against the gradient; the
/// Hessian–vector product against differences of gradients.
#[track_caller]
fn check<I: Inputs, const N: usize>(f: impl Function<N, R, I>, x: I::Of<f64>) {
    let (value, gradient) = f.value_and_gradient(&x);
    assert_eq!(value, f.value(&x), "the value beside the gradient");
    let (point, slopes) = (flat::<I>(&x), flat::<I>(&gradient));

    let h = 1e-5;
    let moved = |by: &dyn Fn(usize) -> f64| {
        let point: Vec<f64> = point.iter().enumerate().map(|(i, x)| x + by(i)).collect();
        shaped::<I>(&point)
    };
    for (i, &slope) in slopes.iter().enumerate() {
        let unit = |sign: f64| move |j: usize| if i == j { sign * h } else { 0.0 };
        let difference = f.value(&moved(&unit(1.0))) - f.value(&moved(&unit(-1.0)));
        assert_near(&format!("slope {i}"), slope, difference / (2.0 * h), 1e-7);
    }

    let v: Vec<f64> = (0..point.len())
        .map(|i| (1.3 * i as f64 + 0.4).sin())
        .collect();
    let (primal, tangent) = f.jvp(&x, &shaped::<I>(&v));
    let expected: f64 = slopes.iter().zip(&v).map(|(slope, v)| slope * v).sum();
    assert_near("value of jvp", primal, value, 1e-13);
    assert_near("jvp", tangent, expected, 1e-12);

    let product = flat::<I>(&f.hvp(&x, &shaped::<I>(&v)));
    let ahead = flat::<I>(&f.gradient(&moved(&|i| h * v[i])));
    let behind = flat::<I>(&f.gradient(&moved(&|i| -h * v[i])));
    for i in 0..point.len() {
        let difference = (ahead[i] - behind[i]) / (2.0 * h);
        assert_near(&format!("hvp {i}"), product[i], difference, 1e-6);
    }

    let mut written = vec![f64::NAN; point.len()];
    assert_eq!(f.value_and_gradient_into(&point, &mut written), Ok(value));
    assert_eq!(written, slopes, "written to a slice");
    let mut sum = shaped::<I>(&slopes);
    assert_near(
        "value beside the sum",
        f.accumulate(&x, &mut sum),
        value,
        1e-13,
    );
    for (sum, slope) in flat::<I>(&sum).into_iter().zip(&slopes) {
        assert_near("sum", sum, 2.0 * slope, 1e-13);
    }
}

const X: [f64; 3] = [0.7, -1.1, 0.4];
const Y: [f64; 3] = [1.2, 0.5, -0.8];
const M: [[f64; 3]; 2] = [[0.3, -0.2, 0.9], [1.1, 0.6, -0.7]];
const S: [[f64; 3]; 3] = [[0.2, 0.7, -0.4], [0.1, -0.9, 0.3], [0.8, 0.5, 0.6]];

macro_rules! checked {
    ($(
        $test:ident: fn($($input:ident $(: $shape:ty)?),+) $(-> $codomain:ty)?
        { $($body:tt)* } at $x:expr;
    )*) => {
        $(#[test]
        fn $test() {
            func! { fn of($($input $(: $shape)?),+) { $($body)* } }
            check(of, $x);
        })*
    };
}

checked! {
    elementwise: fn(x: [R; 3], y: [R; 3], k) {
        (k * x.tanh() + (y - 0.3) / k - x.mul_add(y, 2)).square().sum()
    } at (X, Y, 1.7);
    kept_elements: fn(x: [R; 3], k) {
        let e: [R; 3] = (x * k).exp() * x.sin();
        let f: [R; 3] = e.sigmoid();
        (e * f).sum() + f.sum()
    } at (X, 0.6);
    binary_rules: fn(x: [R; 3], y: [R; 3]) {
        (x.abs() + 0.1).pow(y).sum() + x.hypot(y).sum() + x.atan2(y).sum() + x.max(y).sum()
    } at (X, Y);
    choice_by_element: fn(x: [R; 3], k) {
        select(x.less_than(k), x.exp(), k * x).sum()
    } at (X, 0.3);
    mean_and_deviation: fn(x: [R; 3]) {
        let mean = x.mean();
        let variance = (x - mean).square().mean();
        mean / variance.sqrt()
    } at X;
    product: fn(x: [R; 3]) { x.product() * x.sum() } at X;
    product_with_a_zero: fn(x: [R; 3]) { x.product() } at [2.0, 0.0, 5.0];
    norms: fn(x: [R; 3], y: [R; 3]) { x.norm() * y.norm_squared() } at (X, Y);
    extrema: fn(x: [R; 3], y: [R; 3]) { x.maximum() * y.minimum() } at (X, Y);
    log_sum_exp: fn(x: [R; 3], k) { (k * x).log_sum_exp() * k } at (X, 1.4);
    softmax: fn(x: [R; 3], y: [R; 3]) {
        let p: [R; 3] = (2 * x).softmax();
        p.dot(y) * p.at::<0>()
    } at (X, Y);
    log_softmax: fn(x: [R; 3], y: [R; 3]) {
        let p: [R; 3] = (x * y).log_softmax();
        p.dot(y)
    } at (X, Y);
    cumulative_sum: fn(x: [R; 3], y: [R; 3]) {
        let c: [R; 3] = x.cumulative_sum();
        (c.square() * y).sum()
    } at (X, Y);
    vector_by_vector: fn(x: [R; 3], y: [R; 3]) { (x + 1).dot(y * x) } at (X, Y);
    matrix_by_vector: fn(m: [[R; 3]; 2], x: [R; 3], b: [R; 2]) {
        let h: [R; 2] = (m.dot(x) + b).tanh();
        h.square().sum()
    } at (M, X, [0.1, -0.2]);
    matrix_by_vector_alone: fn(m: [[R; 3]; 2], x: [R; 3]) {
        let h: [R; 2] = m.dot(x);
        h.at::<0>() * h.at::<1>()
    } at (M, X);
    vector_by_matrix: fn(y: [R; 2], m: [[R; 3]; 2]) {
        let h: [R; 3] = y.dot(m);
        h.sin().sum()
    } at ([0.4, -1.3], M);
    matrix_by_matrix: fn(a: [[R; 3]; 2], b: [[R; 3]; 3]) {
        let c: [[R; 3]; 2] = a.dot(b);
        (c.square() * c).sum()
    } at (M, S);
    matrix_by_itself: fn(a: [[R; 3]; 3]) {
        let c: [[R; 3]; 3] = a.dot(a);
        c.square().sum()
    } at S;
    transposed: fn(m: [[R; 3]; 2], w: [[R; 2]; 3]) { (m.transpose() * w).exp().sum() }
        at (M, [[0.1, 0.2], [0.3, -0.4], [0.5, 0.6]]);
    outer_product: fn(x: [R; 3], y: [R; 2]) { x.outer(y).sin().sum() } at (X, [0.3, 0.9]);
    elements_and_windows: fn(x: [R; 3], m: [[R; 3]; 2]) {
        x.at::<2>() * m.at::<1>().sum() + (x.window::<1, 2>() * m.column::<0>()).sum()
            + m.at::<0>().at::<1>().exp()
    } at (X, M);
    joined: fn(x: [R; 3], y: [R; 2]) {
        let z: [R; 5] = x.concat(y.exp());
        (z * z).sum() + z.at::<4>()
    } at (X, [0.2, 0.3]);
    three_levels: fn(t: [[[R; 2]; 3]; 2], k) { (t * k).sin().sum() * t.at::<1>().at::<2>().sum() }
        at ([[[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]], [[0.7, 0.8], [0.9, 1.0], [1.1, 1.2]]], 1.5);
    a_let_of_reals: fn(x: [R; 3], k) {
        let a = x.sum() * k;
        let b = a.exp();
        let k = b - a;
        (x * k).sum() * b
    } at (X, 0.3);
    not_used: fn(x: [R; 3], y: [R; 3]) {
        let _unused: [R; 3] = y.ln();
        x.sum() + 0 * x.at::<0>()
    } at (X, [1.0, 2.0, 3.0]);
}

func! {
    fn square(x) { x * x }
    fn scaled(x, k) { (k * x).sin() }
    fn polar(x, y) { [x.hypot(y), y.atan2(x)] }
    fn affine<const N: usize, const K: usize>(w: [[R; K]; N], b: [R; N], x: [R; K]) -> [R; N] {
        (w.dot(x) + b).tanh()
    }
    fn energy<const N: usize>(x: [R; N], k) { 0.5 * k * x.norm_squared() }
    fn network(w1: [[R; 3]; 2], b1: [R; 2], w2: [[R; 2]; 3], b2: [R; 3], x: [R; 3]) {
        let h: [R; 2] = affine(w1, b1, x);
        let y: [R; 3] = affine(w2, b2, h);
        let k = 0.7;
        energy(y, k) + energy(h, k).square()
    }
    fn mapped(x: [R; 3], y: [R; 3], k) {
        let z: [R; 3] = scaled(x, k) + square(y);
        square(scaled(z, 0.5)).sum()
    }
    fn components(x, y) {
        let p: [R; 2] = polar(x, y);
        p.at::<0>() * p.at::<1>() + polar(y, x).component::<0>()
    }
    fn component_by_component(x, y: R) { polar(x, y).component::<1>() * y }
    fn step(h, x, k) { (h * k + x).tanh() }
    fn folded(x: [R; 3], h, k) { fold(step, h * h, (x.sin(), k)) * k }
    fn checkpointed(x: [R; 3], h, k) { fold(step, h * h, (x.sin(), k)).checkpointed() * k }
    fn scanned(x: [R; 3], h, k) {
        let states: [R; 3] = scan(step, h, (x, k));
        (states * x).sum()
    }
}

#[test]
fn calls() {
    let w2 = [[0.3, -0.4], [0.8, 0.1], [-0.6, 0.9]];
    check(network, (M, [0.1, 0.2], w2, Y, X));
    check(mapped, (X, Y, 1.3));
    monograd::check::assert_derivatives(components, &[0.8, 1.7]);
    monograd::check::assert_derivatives(component_by_component, &[0.8, 1.7]);
}

#[test]
fn recurrences() {
    check(folded, (X, 0.6, 0.9));
    check(checkpointed, (X, 0.6, 0.9));
    check(scanned, (X, 0.6, 0.9));
    let x = (X, 0.6, 0.9);
    assert_eq!(
        folded.value_and_gradient(&x),
        checkpointed.value_and_gradient(&x)
    );
}

#[test]
fn data_is_not_differentiated() {
    func! {
        fn error(w: [[R; 3]; 2], b: [R; 2]; x: [R; 3], y: [R; 2], weight) {
            let h: [R; 2] = (w.dot(x) + b).tanh();
            weight * (h - y).norm_squared()
        }
        fn line(slope, offset; x, y) { (slope * x + offset - y).square() }
    }
    check(error.with(&(X, [0.3, 0.4], 2.0)), (M, [0.1, -0.1]));
    check(line.with(&[2.0, 3.0]), [0.4, 0.9]);
}

#[test]
fn the_branch_not_taken_and_the_let_not_used_contribute_nothing() {
    func! {
        fn entropy(p: [R; 3]) { -select(p.equals(0), 0, p * p.ln()).sum() }
        fn unused(x: [R; 2], y) {
            let l = y.ln();
            let r: [R; 2] = x.sqrt();
            x.sum() + select(y.greater_than(0), l, 0) + 0 * r.at::<1>()
        }
    }
    let (value, gradient) = entropy.value_and_gradient(&[0.0, 1.0, 0.0]);
    assert_eq!((value, gradient), (0.0, [0.0, -1.0, 0.0]));
    assert_eq!(unused.gradient(&([4.0, 1.0], 0.0)), ([1.0, 1.0], 0.0));
    // Nothing reaches these, and what they show is 0 and not −0.
    let f = func!(|x: [R; 3], y| x.at::<1>() + 0 * y);
    let (gradient, _): ([f64; 3], _) = f.gradient(&([1.0, 2.0, 3.0], 4.0));
    assert!(
        gradient.iter().all(|slope| slope.is_sign_positive()),
        "{gradient:?}"
    );
}

#[test]
fn awkward_points_of_arrays() {
    const INF: f64 = f64::INFINITY;
    let log_sum_exp = func!(|x: [R; 2]| x.log_sum_exp());
    for (x, value, gradient) in [
        (
            [1000.0, 1000.0],
            1000.0 + std::f64::consts::LN_2,
            [0.5, 0.5],
        ),
        ([-INF, -INF], -INF, [0.5, 0.5]),
        ([-INF, 1.0], 1.0, [0.0, 1.0]),
        ([INF, 1.0], INF, [1.0, 0.0]),
    ] {
        assert_eq!(
            log_sum_exp.value_and_gradient(&x),
            (value, gradient),
            "at {x:?}"
        );
        let (_, along) = log_sum_exp.jvp(&x, &[1.0, 10.0]);
        assert_eq!(along, gradient[0] + 10.0 * gradient[1], "forward at {x:?}");
    }
    let norm = func!(|x: [R; 2]| x.norm());
    assert_eq!(norm.value_and_gradient(&[0.0, 0.0]), (0.0, [0.0, 0.0]));
    let product = func!(|x: [R; 3]| x.product());
    assert_eq!(product.gradient(&[0.0, 3.0, 4.0]), [12.0, 0.0, 0.0]);
    assert_eq!(product.gradient(&[0.0, 0.0, 4.0]), [0.0, 0.0, 0.0]);
    let maximum = func!(|x: [R; 3]| x.maximum());
    assert_eq!(maximum.gradient(&[2.0, 2.0, 1.0]), [0.5, 0.5, 0.0]);
    assert_eq!(maximum.gradient(&[2.0, f64::NAN, 1.0]), [1.0, 0.0, 0.0]);
    let (_, along) = maximum.jvp(&[2.0, 2.0, 2.0], &[3.0, 0.0, 0.0]);
    assert_eq!(along, 1.0);
    let (value, gradient) = maximum.value_and_gradient(&[f64::NAN; 3]);
    assert!(value.is_nan() && gradient.iter().all(|slope| slope.is_nan()));
}

#[test]
fn results_that_are_arrays() {
    func! {
        fn layer<const N: usize>(x: [R; N], k) -> [R; N] { (k * x).sin() }
        fn pair(x: [R; 3]) { [x.sum(), x.product()] }
        fn matrix(x: [R; 2]) -> [[R; 2]; 2] { x.outer(x) }
    }
    let x = ([0.3, 0.9], 2.0);
    let jacobian = layer.jacobian(&x);
    let cos = x.0.map(|x: f64| (2.0 * x).cos());
    assert_eq!(jacobian[0], ([2.0 * cos[0], 0.0], 0.3 * cos[0]));
    assert_eq!(jacobian[1], ([0.0, 2.0 * cos[1]], 0.9 * cos[1]));
    let (value, back) = layer.vjp(&x, &[1.0, 10.0]);
    assert_eq!(value, layer.value(&x));
    assert_eq!(back.1, jacobian[0].1 + 10.0 * jacobian[1].1);

    let jacobian = pair.jacobian(&[2.0, 3.0, 5.0]);
    assert_eq!(jacobian, [[1.0, 1.0, 1.0], [15.0, 10.0, 6.0]]);
    let (value, tangent) = matrix.jvp(&[2.0, 3.0], &[1.0, 0.0]);
    assert_eq!(
        (value, tangent),
        ([[4.0, 6.0], [6.0, 9.0]], [[4.0, 3.0], [3.0, 0.0]])
    );
}

#[test]
fn in_single_precision_and_over_numbers_with_derivatives() {
    let f = func!(|x: [R; 3], k| (k * x).tanh().sum());
    let (value, (slopes, _)) = f.value_and_gradient(&([0.1_f32, 0.2, 0.3], 2.0));
    let (exact, (exact_slopes, _)) = f.value_and_gradient(&([0.1_f64, 0.2, 0.3], 2.0));
    assert!((f64::from(value) - exact).abs() < 1e-6);
    assert!((f64::from(slopes[2]) - exact_slopes[2]).abs() < 1e-6);
    let along = Dual::new(0.5, 1.0);
    let dual = f.value(&([along, along, along], Dual::from(1.0)));
    assert!((dual.tangent - 3.0 * (1.0 - 0.5_f64.tanh().powi(2))).abs() < 1e-14);
}

#[test]
fn slices_of_the_wrong_length_are_refused() {
    let f = func!(|x: [R; 3], k| k * x.sum());
    let mut gradient = [7.0; 4];
    let error = f
        .value_and_gradient_into(&[1.0; 3], &mut gradient)
        .unwrap_err();
    assert_eq!(
        (error.argument, error.expected, error.actual),
        ("point", 4, 3)
    );
    assert_eq!(gradient, [7.0; 4]);
}

/// A layer of 784 × 128 on the stack of a thread, in place.
#[test]
fn large_blocks_need_no_stack() {
    func! {
        fn dense<const IN: usize, const OUT: usize>(w: [[R; IN]; OUT], b: [R; OUT], x: [R; IN]) {
            (w.dot(x) + b).tanh().sum()
        }
    }
    let length = 784 * 128 + 128 + 784;
    let x: Vec<f64> = (0..length).map(|i| 0.01 * (i as f64).sin()).collect();
    let mut gradient = vec![0.0; length];
    std::thread::Builder::new()
        .stack_size(2 << 20)
        .spawn(move || {
            let value = dense::<784, 128, _, _, _>.value_and_gradient_into(&x, &mut gradient);
            assert!(value.expect("as many numbers").is_finite());
            let (w, x) = (&x[..784], &x[784 * 128 + 128..]);
            let first: f64 =
                w.iter().zip(x).map(|(w, x)| w * x).sum::<f64>() + 0.01 * (784.0_f64 * 128.0).sin();
            let slope = 1.0 - first.tanh().powi(2);
            assert!((gradient[5] - slope * x[5]).abs() < 1e-12);
        })
        .expect("a thread")
        .join()
        .expect("no overflow");
}

#[test]
fn a_call_is_differentiated_in_what_it_is_given_as_data() {
    func! {
        fn of_data(w: [R; 2]; x: [R; 2], k) { k * w.dot(x) }
        fn of_inputs(w: [R; 2], x: [R; 2], k: R) { of_data(w, x, k) }
        fn of_a_let(w: [R; 2], x: [R; 2], k: R) {
            let s: [R; 2] = x.square();
            of_data(w, s, k) + k
        }
        fn array(w: [R; 2]; x: [R; 2]) -> [R; 2] { w * x }
        fn of_array(w: [R; 2], x: [R; 2]) { let p: [R; 2] = array(w, x); p.sum() }
    }
    let (w, x) = ([2.0, 3.0], [5.0, 7.0]);
    assert_eq!(
        of_inputs.gradient(&(w, x, 10.0)),
        ([50.0, 70.0], [20.0, 30.0], 31.0)
    );
    assert_eq!(
        of_a_let.gradient(&(w, x, 10.0)),
        (
            [250.0, 490.0],
            [200.0, 420.0],
            2.0 * 25.0 + 3.0 * 49.0 + 1.0
        )
    );
    assert_eq!(of_array.gradient(&(w, x)), (x, w));
}

#[test]
fn arrays_inside_of_a_function_of_reals() {
    func! {
        fn stacked(a, b) {
            let v: [R; 3] = stack((a * b, a.sin(), 2));
            v.square().sum() * v.at::<0>()
        }
    }
    monograd::check::assert_derivatives(stacked, &[0.7, -1.2]);
}
