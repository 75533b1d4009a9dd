//! What takes no part contributes nothing: every operation at its awkward points, behind each node of arrays that can
//! leave it out, in reverse mode, in lanes that disagree, in forward mode and on a tape.
#![cfg(feature = "std")]

#[path = "any/mod.rs"]
mod any_operation;

use any_operation::{Any, NAMES, OPERATION};
use monograd::expr::apply;
use monograd::prelude::*;
use monograd::scalar::Lanes;

const INF: f64 = f64::INFINITY;

func! {
    fn any(x, y, z) { apply(Any, (x, y, z)) }

    fn windowed(x: [R; 4], y: [R; 4], z: [R; 4], _m: [R; 4]) {
        let l: [R; 4] = apply(Any, (x, y, z));
        l.window::<1, 3>().sum()
    }
    fn at(x: [R; 4], y: [R; 4], z: [R; 4], _m: [R; 4]) {
        let l: [R; 4] = apply(Any, (x, y, z));
        l.at::<1>() + l.at::<2>() + l.at::<3>()
    }
    fn at_inline(x: [R; 4], y: [R; 4], z: [R; 4], _m: [R; 4]) {
        apply(Any, (x.at::<1>(), y.at::<1>(), z.at::<1>()))
            + apply(Any, (x.window::<2, 2>(), y.window::<2, 2>(), z.window::<2, 2>())).sum()
    }
    fn selected(x: [R; 4], y: [R; 4], z: [R; 4], m: [R; 4]) {
        select(m.less_than(0), m, apply(Any, (x, y, z))).sum()
    }
    fn selected_let(x: [R; 4], y: [R; 4], z: [R; 4], m: [R; 4]) {
        let l: [R; 4] = apply(Any, (x, y, z));
        let s: [R; 4] = select(m.less_than(0), m, l);
        s.sum()
    }
    fn unused(x: [R; 4], y: [R; 4], z: [R; 4], m: [R; 4]) {
        let _l: [R; 4] = apply(Any, (x, y, z));
        let n: [R; 4] = _l * m;
        select(m.at::<0>().less_than(0), apply(Any, (x.window::<1, 3>(), y.window::<1, 3>(), z.window::<1, 3>())).sum(), n.sum())
    }
    fn stacked(x: [R; 4], y: [R; 4], z: [R; 4], _m: [R; 4]) {
        let v: [R; 4] = stack((
            apply(Any, (x.at::<0>(), y.at::<0>(), z.at::<0>())),
            apply(Any, (x.at::<1>(), y.at::<1>(), z.at::<1>())),
            apply(Any, (x.at::<2>(), y.at::<2>(), z.at::<2>())),
            apply(Any, (x.at::<3>(), y.at::<3>(), z.at::<3>()))
        ));
        v.window::<1, 3>().sum()
    }
    fn concatenated(x: [R; 4], y: [R; 4], z: [R; 4], m: [R; 4]) {
        let v: [R; 8] = m.concat(apply(Any, (x, y, z)));
        v.window::<5, 3>().sum()
    }
    fn step(h, x, y, z) { h + apply(Any, (x, y, z)) }
    fn restart(h, x, y, z, m) {
        let a = apply(Any, (x, y, z));
        select(m.less_than(0), 0 * m, h + a)
    }
    fn scanned(x: [R; 4], y: [R; 4], z: [R; 4], _m: [R; 4]) {
        let xs: [R; 4] = stack((x.at::<1>(), x.at::<2>(), x.at::<3>(), x.at::<0>()));
        let ys: [R; 4] = stack((y.at::<1>(), y.at::<2>(), y.at::<3>(), y.at::<0>()));
        let zs: [R; 4] = stack((z.at::<1>(), z.at::<2>(), z.at::<3>(), z.at::<0>()));
        let h: [R; 4] = scan(step, 0, (xs, ys, zs));
        h.at::<2>()
    }
    fn cumulated(x: [R; 4], y: [R; 4], z: [R; 4], _m: [R; 4]) {
        let l: [R; 4] = apply(Any, (x, y, z));
        let r: [R; 4] = stack((l.at::<3>(), l.at::<2>(), l.at::<1>(), l.at::<0>()));
        let c: [R; 4] = r.cumulative_sum();
        c.at::<2>()
    }
    fn forgotten(x: [R; 4], y: [R; 4], z: [R; 4], m: [R; 4]) { fold(restart, 0, (x, y, z, m)) }
    fn checkpointed(x: [R; 4], y: [R; 4], z: [R; 4], m: [R; 4]) {
        fold(restart, 0, (x, y, z, m)).checkpointed()
    }
    fn forgets_the_start(x: [R; 4], y: [R; 4], z: [R; 4], m: [R; 4]) {
        fold(restart, apply(Any, (x.at::<0>(), y.at::<0>(), z.at::<0>())), (x, y, z, m))
    }
    fn tail(v: [R; 4]) { v.window::<1, 3>().sum() }
    fn called(x: [R; 4], y: [R; 4], z: [R; 4], _m: [R; 4]) {
        let l: [R; 4] = apply(Any, (x, y, z));
        tail(l)
    }
    fn rectified(x: [R; 4], y: [R; 4], z: [R; 4], m: [R; 4]) {
        // Where m is −1 an operand that is dead, whatever the operation gives.
        let l: [R; 4] = apply(Any, (x, y, z));
        let s: [R; 4] = select(m.less_than(0), l.stop_gradient(), l);
        s.sum()
    }
    fn column(x: [[R; 2]; 2], y: [[R; 2]; 2], z: [[R; 2]; 2], _m: [[R; 2]; 2]) {
        let l: [[R; 2]; 2] = apply(Any, (x, y, z));
        l.column::<1>().sum()
    }
    fn transposed(x: [[R; 2]; 2], y: [[R; 2]; 2], z: [[R; 2]; 2], _m: [[R; 2]; 2]) {
        let l: [[R; 2]; 2] = apply(Any, (x, y, z));
        let t: [[R; 2]; 2] = l.transpose();
        t.at::<1>().sum()
    }
    fn multiplied(x: [[R; 2]; 2], y: [[R; 2]; 2], z: [[R; 2]; 2], m: [[R; 2]; 2]) {
        let l: [[R; 2]; 2] = apply(Any, (x, y, z));
        let v: [R; 2] = m.at::<1>();
        let p: [R; 2] = l.dot(v);
        p.at::<1>()
    }
}

/// Numbers in a shape.
trait Array<S> {
    fn make(number: impl FnMut(usize) -> S) -> Self;
    fn flat(&self) -> Vec<S>;
}
impl<S: Copy> Array<S> for [S; 4] {
    fn make(number: impl FnMut(usize) -> S) -> Self {
        std::array::from_fn(number)
    }
    fn flat(&self) -> Vec<S> {
        self.to_vec()
    }
}
impl<S: Copy> Array<S> for [[S; 2]; 2] {
    fn make(mut number: impl FnMut(usize) -> S) -> Self {
        std::array::from_fn(|i| std::array::from_fn(|j| number(2 * i + j)))
    }
    fn flat(&self) -> Vec<S> {
        self.as_flattened().to_vec()
    }
}

const AWKWARD: [[f64; 3]; 14] = [
    [0.0, 0.0, 0.0],
    [-0.0, 1.0, 2.0],
    [1.0, 0.0, -1.0],
    [-1.0, -0.0, INF],
    [2.0, 0.5, 0.5],
    [-2.0, 1.5, 0.0],
    [800.0, -800.0, 1.0],
    [-800.0, 3.0, 1.0],
    [1e200, 1e200, 1e200],
    [INF, 0.0, 1.0],
    [-INF, INF, 2.0],
    [f64::NAN, 1.0, 2.0],
    [0.0, f64::NAN, 0.0],
    [0.0, -1.0, f64::NAN],
];
/// The elements that take part; the first is awkward and does not, nor does any where `m` is not 1.
const OTHERS: [[f64; 3]; 3] = [[0.49, 2.5, 0.3], [0.7, 1.2, 0.9], [1.3, 0.6, 2.0]];

fn same(a: f64, b: f64) -> bool {
    a == b || a.is_nan() && b.is_nan() || (a - b).abs() <= 1e-13 * b.abs().max(1.0)
}

macro_rules! check {
    ($($function:ident [$($kept:literal)*] as $Array:ident;)*) => {
        $({
            let mut cases = 0;
            for (operation, name) in NAMES.iter().enumerate() {
                OPERATION.set(operation);
                for awkward in AWKWARD {
                    cases += 1;
                    let elements = [awkward, OTHERS[0], OTHERS[1], OTHERS[2]];
                    let mut expected = [[0.0; 3]; 4];
                    for kept in [$($kept),*] {
                        expected[kept] = any.gradient(&elements[kept]);
                    }
                    let m = [-1.0, 1.0, 1.0, 1.0];
                    let check = |mode: &str, gradient: [Vec<f64>; 3]| {
                        let by_operand = [0, 1, 2].map(|i| expected.map(|slopes| slopes[i]).to_vec());
                        let agree = gradient.iter().flatten().zip(by_operand.iter().flatten()).all(|(&a, &b)| same(a, b));
                        let function = stringify!($function);
                        assert!(agree, "{function} of {name}, {mode}, at {awkward:?}: {gradient:?} for {by_operand:?}");
                    };
                    let plain = |i: usize| $Array::<f64>::make(|at| elements[at][i]);
                    let point = (plain(0), plain(1), plain(2), $Array::<f64>::make(|at| m[at]));
                    let (x, y, z, _) = $function.gradient(&point);
                    check("reverse", [x.flat(), y.flat(), z.flat()]);

                    // Every other lane has ordinary numbers, of which all take part where one can choose.
                    type Pack = <f64 as Lanes>::Pack;
                    let packed = |i: usize| $Array::<Pack>::make(|at| {
                        f64::pack(|lane| if lane % 2 == 0 { elements[at][i] } else { OTHERS[at % 3][i] })
                    });
                    let mask = $Array::<Pack>::make(|at| f64::pack(|lane| if lane % 2 == 0 { m[at] } else { -m[at] }));
                    let (x, y, z, _) = $function.gradient(&(packed(0), packed(1), packed(2), mask));
                    let lane = |numbers: Vec<Pack>| numbers.into_iter().map(|pack| f64::lane(pack, 0)).collect();
                    check("lanes", [lane(x.flat()), lane(y.flat()), lane(z.flat())]);

                    let tape = Tape::new();
                    let leaves = |i: usize| $Array::<Value<f64>>::make(|at| tape.value(elements[at][i]));
                    let mask = $Array::<Value<f64>>::make(|at| tape.value(m[at]));
                    let point = (leaves(0), leaves(1), leaves(2), mask);
                    for (mode, result) in [("tape", $function.value(&point)), ("on", $function.on(point))] {
                        tape.zero_grad();
                        result.backward();
                        let grads = |leaves: Vec<Value<f64>>| leaves.into_iter().map(Value::grad).collect();
                        check(mode, [grads(point.0.flat()), grads(point.1.flat()), grads(point.2.flat())]);
                    }
                }
            }
            println!("{}: {cases} points", stringify!($function));
        })*
    };
}

type Vector<S> = [S; 4];
type Matrix<S> = [[S; 2]; 2];

#[test]
fn in_arrays_what_takes_no_part_contributes_nothing() {
    check! {
        windowed [1 2 3] as Vector;
        at [1 2 3] as Vector;
        at_inline [1 2 3] as Vector;
        selected [1 2 3] as Vector;
        selected_let [1 2 3] as Vector;
        unused [1 2 3] as Vector;
        stacked [1 2 3] as Vector;
        concatenated [1 2 3] as Vector;
        scanned [1 2 3] as Vector;
        cumulated [1 2 3] as Vector;
        forgotten [1 2 3] as Vector;
        checkpointed [1 2 3] as Vector;
        forgets_the_start [1 2 3] as Vector;
        called [1 2 3] as Vector;
        rectified [1 2 3] as Vector;
        column [1 3] as Matrix;
        transposed [1 3] as Matrix;
        multiplied [2 3] as Matrix;
    }
}
