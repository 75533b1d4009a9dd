//! The sum over rows is a tree that depends on their number alone: its error, and its bits.

use monograd::prelude::*;

/// Numbers between −1 and 1.
fn number(i: usize) -> f64 {
    (12.9898 * i as f64 + 0.3).sin()
}

#[track_caller]
fn assert_relative(actual: f64, exact: f64) {
    let error = (actual / exact - 1.0).abs();
    assert!(error <= 1e-15, "{actual} is not {exact}: {error:e}");
}

/// Ten million times the number next to 0.1.
#[test]
fn ten_million_equal_rows() {
    let rows = vec![[0.1]; 10_000_000];
    // 10⁷ · 0.1, and what the nearest number to 0.1 is greater by.
    let exact = 1e6 + 5.55e-11;

    let product = func!(|a; x| a * x);
    let sum = product.over(&rows);
    assert_relative(sum.value(&[1.0]), exact);
    let (value, [slope]) = sum.value_and_gradient(&[1.0]);
    assert_relative(value, exact);
    assert_relative(slope, exact);
    let mut gradient = [0.0];
    assert_eq!(
        sum.value_and_gradient_into(&[1.0], &mut gradient),
        Ok(value)
    );
    assert_eq!(gradient, [slope]);
    assert_relative(sum.mean().value(&[1.0]), 0.1);

    let residual = func!(|a; x| a * x.sqrt());
    let equations = residual.over(&rows).normal_equations(&[1.0]);
    assert_relative(equations.sum_of_squares, exact);
    assert_relative(equations.jtj[0][0], exact);
    assert_relative(equations.jtr[0], exact);

    #[cfg(feature = "rayon")]
    {
        assert_eq!(sum.in_parallel().value(&[1.0]), value);
        assert_eq!(
            sum.in_parallel().value_and_gradient(&[1.0]),
            (value, [slope])
        );
    }
}

func! {
    fn error(slope, offset; x, y) { (slope * x + offset - y).tanh().square() }
    fn residuals(slope, offset; x, y) { [slope * x + offset - y, 0.1 * slope * y] }
    /// Of 600 and of 620 inputs: too many for lanes.
    fn wide(w: [[R; 30]; 20]; x: [R; 30]) { w.dot(x).sigmoid().sum() }
    fn wider(w: [[R; 30]; 20], b: [R; 20]; x: [R; 30]) { (w.dot(x) + b).sigmoid().sum() }
}

const NUMBERS: [usize; 18] = [
    0, 1, 7, 8, 31, 32, 33, 64, 255, 256, 257, 511, 513, 768, 1024, 1290, 2049, 4097,
];

/// However the sum is computed, its bits are the same.
#[test]
fn every_computation_has_the_same_bits() {
    let x = [0.7, -0.4];
    let w: [[f64; 30]; 20] = std::array::from_fn(|i| std::array::from_fn(|j| number(30 * i + j)));
    let b: [f64; 20] = std::array::from_fn(|i| number(i + 900));
    for rows in NUMBERS {
        let pairs: Vec<[f64; 2]> = (0..rows).map(|i| [number(i), number(7 * i + 1)]).collect();
        let vectors: Vec<[f64; 30]> = (0..rows)
            .map(|i| std::array::from_fn(|j| number(i + 40 * j)))
            .collect();

        macro_rules! check {
            ($sum:expr, $x:expr, $flat:expr) => {
                let (sum, x) = ($sum, $x);
                let (value, gradient): (f64, _) = sum.value_and_gradient(&x);
                assert_eq!(f64::to_bits(sum.value(&x)), value.to_bits(), "{rows} rows");
                let mut written = vec![f64::NAN; $flat.len()];
                let into = sum.value_and_gradient_into(&$flat, &mut written);
                assert_eq!(into.map(f64::to_bits), Ok(value.to_bits()), "{rows} rows");
                #[cfg(feature = "rayon")]
                {
                    let parallel = sum.in_parallel();
                    assert_eq!(
                        f64::to_bits(parallel.value(&x)),
                        value.to_bits(),
                        "{rows} rows"
                    );
                    assert_eq!(parallel.value_and_gradient(&x), (value, gradient));
                    let mut in_parallel = vec![f64::NAN; $flat.len()];
                    let into = parallel.value_and_gradient_into(&$flat, &mut in_parallel);
                    assert_eq!((into, &in_parallel), (Ok(value), &written), "{rows} rows");
                }
                assert_eq!(sum.gradient(&x), gradient);
            };
        }
        check!(error.over(&pairs), x, x);
        check!(wide.over(&vectors), w, w.as_flattened());
        let flat = [w.as_flattened(), &b].concat();
        check!(wider.over(&vectors), (w, b), flat);
    }
}

/// The sum of 256 · 2ᵏ rows at the start, and of those after them, are the two sides of the whole.
#[test]
fn complete_trees_are_summed_alone() {
    let x = [0.7, -0.4];
    let rows: Vec<[f64; 2]> = (0..4097).map(|i| [number(i), number(7 * i + 1)]).collect();
    for (end, start) in [
        (257, 256),
        (700, 512),
        (1024, 512),
        (1025, 1024),
        (4097, 4096),
        (4000, 2048),
    ] {
        let [whole, left, right] = [&rows[..end], &rows[..start], &rows[start..end]];
        let [whole, left, right] =
            [whole, left, right].map(|rows| error.over(rows).value_and_gradient(&x));
        assert_eq!(left.0 + right.0, whole.0, "{end} rows");
        assert_eq!(
            [left.1[0] + right.1[0], left.1[1] + right.1[1]],
            whole.1,
            "{end} rows"
        );

        let [whole, left, right] = [&rows[..end], &rows[..start], &rows[start..end]]
            .map(|rows| residuals.over(rows).normal_equations(&x));
        assert_eq!(
            left.sum_of_squares + right.sum_of_squares,
            whole.sum_of_squares
        );
        assert_eq!(left.jtj[1][0] + right.jtj[1][0], whole.jtj[1][0]);
        assert_eq!(left.jtr[1] + right.jtr[1], whole.jtr[1]);
    }
}
