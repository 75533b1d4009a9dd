//! Structs of parameters that loops and branches read as wholes, against the same programs written out.
#![cfg(feature = "std")]

use monograd::check;
use monograd::prelude::*;

#[derive(Parameters, Debug, PartialEq)]
struct Layer<S> {
    w: [[S; 2]; 2],
    b: [S; 2],
}

#[derive(Parameters, Debug, PartialEq)]
struct Net<S> {
    hidden: Layer<S>,
    layers: [Layer<S>; 2],
    scale: S,
}

func! {
    fn dense(layer: Layer<R>, x: [R; 2]) -> [R; 2] { (layer.w.dot(x) + layer.b).tanh() }
    fn dense_of_data(x: [R; 2]; layer: Layer<R>) -> [R; 2] { (layer.w.dot(x) + layer.b).tanh() }
    fn both(layers: [Layer<R>; 2], x: [R; 2]) -> [R; 2] {
        let h = dense(layers[0], x);
        dense(layers[1], h)
    }
    fn size(net: Net<R>) { net.scale * net.hidden.b.norm_squared() + net.layers[1].w[0][1] }

    fn part_in_a_loop(net: Net<R>, x: [R; 2]) {
        let mut h = x;
        for _ in 0..3 {
            h = dense(net.hidden, h);
        }
        net.scale * h.sum()
    }
    fn part_written_out(net: Net<R>, x: [R; 2]) {
        let a = (net.hidden.w.dot(x) + net.hidden.b).tanh();
        let b = (net.hidden.w.dot(a) + net.hidden.b).tanh();
        let c = (net.hidden.w.dot(b) + net.hidden.b).tanh();
        net.scale * c.sum()
    }

    /// A struct, parts of it and parts of these, all in one body.
    fn overlapping(net: Net<R>, x: [R; 2]) {
        let mut h = x;
        let mut sum = 0;
        for i in 0..2 {
            h = dense(net.hidden, h) + net.hidden.b * net.scale;
            sum += size(net) * h[i] + net.hidden.w[1][0];
        }
        sum + both(net.layers, h).sum()
    }
    fn overlapping_written_out(net: Net<R>, x: [R; 2]) {
        let size = net.scale * net.hidden.b.norm_squared() + net.layers[1].w[0][1];
        let a = (net.hidden.w.dot(x) + net.hidden.b).tanh() + net.hidden.b * net.scale;
        let b = (net.hidden.w.dot(a) + net.hidden.b).tanh() + net.hidden.b * net.scale;
        let c = (net.layers[0].w.dot(b) + net.layers[0].b).tanh();
        let d = (net.layers[1].w.dot(c) + net.layers[1].b).tanh();
        size * a[0] + size * b[1] + 2 * net.hidden.w[1][0] + d.sum()
    }

    /// Arrays of structs, in a loop in a branch in a loop.
    fn nested(net: Net<R>, x: [R; 2]) {
        let mut h = x;
        for i in 0..3 {
            if h[0] < 0.3 {
                for _ in 0..2 {
                    h = both(net.layers, h) + net.scale;
                }
            } else {
                let a = dense(net.layers[1], h);
                h = a - net.layers[1].b * i;
            }
        }
        h.sum()
    }
    fn nested_written_out(net: Net<R>, x: [R; 2]) {
        let mut h = x;
        for i in 0..3 {
            if h[0] < 0.3 {
                for _ in 0..2 {
                    let a = (net.layers[0].w.dot(h) + net.layers[0].b).tanh();
                    h = (net.layers[1].w.dot(a) + net.layers[1].b).tanh() + net.scale;
                }
            } else {
                let a = (net.layers[1].w.dot(h) + net.layers[1].b).tanh();
                h = a - net.layers[1].b * i;
            }
        }
        h.sum()
    }

    fn checkpointed(net: Net<R>, x: [R; 2]) {
        let mut h = x;
        #[checkpointed]
        for _ in 0..3 {
            h = dense(net.hidden, h);
        }
        net.scale * h.sum()
    }

    fn branch(net: Net<R>, x: [R; 2]) {
        if x[0] > net.scale {
            let h = dense(net.hidden, x);
            h.sum() * net.scale
        } else {
            let h = dense(net.layers[0], x);
            h.sum() + size(net)
        }
    }
    fn branch_written_out(net: Net<R>, x: [R; 2]) {
        if x[0] > net.scale {
            (net.hidden.w.dot(x) + net.hidden.b).tanh().sum() * net.scale
        } else {
            (net.layers[0].w.dot(x) + net.layers[0].b).tanh().sum()
                + (net.scale * net.hidden.b.norm_squared() + net.layers[1].w[0][1])
        }
    }

    /// As data: of a row.
    fn of_data(x: [R; 2]; net: Net<R>) {
        let mut h = x;
        for _ in 0..2 {
            h = dense_of_data(h, net.hidden) * net.scale;
        }
        h.sum()
    }
}

fn net() -> Net<f64> {
    Net::from_fn(|at| 0.8 * (1.3 * at as f64 + 0.4).sin())
}

/// Two functions have the same derivatives of the first two orders, and these are right.
macro_rules! assert_same {
    ($($f:ident $written_out:ident)*) => {
        $(for x in [[0.6, -0.3], [-0.4, 0.9], [2.0, 1.0]] {
            let point = (net(), x);
            check::assert_derivatives($f, &point);
            let direction = (Net::from_fn(|at| (at as f64).cos()), [0.3, -0.2]);
            let (value, gradient) = $f.value_and_gradient(&point);
            let (expected, slopes) = $written_out.value_and_gradient(&point);
            assert_close(stringify!($f), value, expected);
            let (product, products) = ($f.hvp(&point, &direction), $written_out.hvp(&point, &direction));
            for at in 0..Net::<f64>::LEN {
                assert_close(stringify!($f), gradient.0.number(at), slopes.0.number(at));
                assert_close(stringify!($f), product.0.number(at), products.0.number(at));
            }
            for at in 0..2 {
                assert_close(stringify!($f), gradient.1[at], slopes.1[at]);
                assert_close(stringify!($f), product.1[at], products.1[at]);
            }
        })*
    };
}

#[track_caller]
fn assert_close(name: &str, found: f64, expected: f64) {
    assert!(
        (found - expected).abs() <= 1e-13 * (1.0 + expected.abs()),
        "{name}: {found} instead of {expected}"
    );
}

#[test]
fn structs_in_loops_and_branches_are_what_they_are_written_out() {
    assert_same! {
        part_in_a_loop part_written_out
        checkpointed part_written_out
        overlapping overlapping_written_out
        nested nested_written_out
        branch branch_written_out
    }
}

#[test]
fn structs_of_data_are_read_in_loops() {
    let rows = [net(), net().map(|p| -0.5 * p)];
    let sum = of_data.over(&rows);
    check::assert_derivatives(sum, &[0.6, -0.3]);
    let one = of_data.with(&net()).value(&[0.6, -0.3]) + of_data.with(&rows[1]).value(&[0.6, -0.3]);
    assert_close("of_data", sum.value(&[0.6, -0.3]), one);
}
