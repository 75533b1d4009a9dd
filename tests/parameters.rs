//! Structs of parameters as inputs: every question, against the same function of a tuple and against differences.
#![cfg(feature = "std")]

use monograd::check;
use monograd::prelude::*;
use monograd::tape::Recording;

#[derive(Parameters, Debug, PartialEq)]
struct Layer<S, const IN: usize, const OUT: usize> {
    w: [[S; IN]; OUT],
    b: [S; OUT],
}

#[derive(Parameters, Debug, PartialEq)]
struct Net<S> {
    hidden: Layer<S, 2, 3>,
    gains: [Gain<S>; 2],
    out: [S; 3],
    scale: S,
}

#[derive(Parameters, Debug, PartialEq)]
struct Gain<S> {
    slope: S,
    offset: [S; 3],
}

func! {
    fn error(net: Net<R>; x: [R; 2], y) {
        let h = (net.hidden.w.dot(x) + net.hidden.b).tanh();
        let g = net.gains[0].slope * h + net.gains[0].offset;
        let k = net.gains[1].slope * g * g + net.gains[1].offset;
        (net.scale * net.out.dot(k) - y).square()
    }
    /// The same of a tuple.
    fn error_of_tuple(
        w: [[R; 2]; 3], b: [R; 3], s0, o0: [R; 3], s1, o1: [R; 3], out: [R; 3], scale; x: [R; 2], y
    ) {
        let h = (w.dot(x) + b).tanh();
        let g = s0 * h + o0;
        let k = s1 * g * g + o1;
        (scale * out.dot(k) - y).square()
    }
}

type Tuple<S> = ([[S; 2]; 3], [S; 3], S, [S; 3], S, [S; 3], [S; 3], S);

const LEN: usize = 21;
const ROWS: [([f64; 2], f64); 3] = [([1.0, 0.5], 0.3), ([-0.7, 2.0], -1.0), ([0.1, -0.2], 0.4)];

fn number(at: usize) -> f64 {
    0.6 * (1.7 * at as f64 + 0.3).sin()
}

fn net() -> Net<f64> {
    Net::from_fn(number)
}

fn tuple() -> Tuple<f64> {
    as_tuple(&net())
}

fn as_tuple<S: Copy>(net: &Net<S>) -> Tuple<S> {
    let [a, b] = net.gains;
    (
        net.hidden.w,
        net.hidden.b,
        a.slope,
        a.offset,
        b.slope,
        b.offset,
        net.out,
        net.scale,
    )
}

#[test]
fn the_numbers_stand_in_the_order_of_the_fields() {
    assert_eq!(Net::<f64>::LEN, LEN);
    let net = net();
    assert_eq!(net.hidden.w[1][0], number(2));
    assert_eq!(net.gains[1].slope, number(13));
    assert_eq!(net.scale, number(20));
    assert_eq!(net.number(14), net.gains[1].offset[0]);
    let numbers: Vec<f64> = (0..LEN).map(number).collect();
    assert_eq!(Net::from_slice(&numbers), Some(net));
    assert_eq!(Net::from_slice(&numbers[1..]), None);
    let mut changed = net;
    *changed.number_mut(13) = 5.0;
    assert_eq!(changed.gains[1].slope, 5.0);
    assert_eq!(
        net.map(|x| x as f32).map(f64::from).out[1],
        f64::from(net.out[1] as f32)
    );
    assert_eq!(
        net.zip(&changed, |x, y| x - y).gains[1].slope,
        number(13) - 5.0
    );
}

#[test]
fn every_question_answers_what_it_does_of_a_tuple() {
    let (net, tuple, row) = (net(), tuple(), &ROWS[0]);
    let (f, g) = (error.with(row), error_of_tuple.with(row));
    let (value, gradient) = f.value_and_gradient(&net);
    assert_eq!((value, as_tuple(&gradient)), g.value_and_gradient(&tuple));
    assert_eq!(f.value(&net), value);
    assert_eq!(f.gradient(&net), gradient);

    let v = Net::from_fn(|at| number(3 * at + 1));
    let of_tuple = as_tuple(&v);
    assert_eq!(f.jvp(&net, &v), g.jvp(&tuple, &of_tuple));
    assert_eq!(f.vjp(&net, &2.0).1, gradient.map(|x| 2.0 * x));
    let product = f.hvp(&net, &v);
    assert_eq!(as_tuple(&product), g.hvp(&tuple, &of_tuple));
    let series = f.taylor::<3, _>(&net, &v);
    assert_eq!(series, g.taylor::<3, _>(&tuple, &of_tuple));
    assert_eq!(
        f.partials(&net, [20, 2]),
        [gradient.scale, gradient.hidden.w[1][0]]
    );
    assert_eq!(f.jacobian(&net), gradient);

    // The Hessian: a struct of structs.
    let hessian = f.hessian(&net);
    let others = g.hessian(&tuple);
    assert_eq!(as_tuple(&hessian.scale), others.7);
    assert_eq!(as_tuple(&hessian.gains[1].slope), others.4);
    assert_eq!(
        hessian.gains[1].slope.hidden.b[2],
        hessian.hidden.b[2].gains[1].slope
    );

    // Slices.
    let numbers: Vec<f64> = (0..LEN).map(number).collect();
    let mut slopes = vec![f64::NAN; LEN];
    assert_eq!(f.value_and_gradient_into(&numbers, &mut slopes), Ok(value));
    assert_eq!(Net::from_slice(&slopes), Some(gradient));
    let mut sum = gradient;
    f.accumulate(&net, &mut sum);
    assert_eq!(sum, gradient.map(|x| x + x));
}

#[test]
fn in_single_precision() {
    let single = net().map(|x| x as f32);
    let row = ([1.0_f32, 0.5], 0.3);
    let (value, gradient) = error.with(&row).value_and_gradient(&single);
    let (expected, of_tuple) = error_of_tuple
        .with(&row)
        .value_and_gradient(&as_tuple(&single));
    assert_eq!((value, as_tuple(&gradient)), (expected, of_tuple));
    let double = error.with(&([1.0, 0.5], 0.3)).gradient(&net());
    assert!((f64::from(gradient.gains[0].slope) - double.gains[0].slope).abs() < 1e-5);
}

#[test]
fn derivatives_are_those_of_differences() {
    check::assert_derivatives(error.with(&ROWS[1]), &net());
    check::assert_derivatives(error.over(&ROWS).mean(), &net());
}

#[test]
fn over_rows() {
    let loss = error.over(&ROWS).mean();
    let (value, gradient) = loss.value_and_gradient(&net());
    let (expected, of_tuple) = error_of_tuple
        .over(&ROWS)
        .mean()
        .value_and_gradient(&tuple());
    assert_eq!((value, as_tuple(&gradient)), (expected, of_tuple));

    func! { fn size(net: Net<R>) { net.hidden.w.norm_squared() + net.scale.square() } }
    let with_penalty = loss.plus(size).gradient(&net());
    let scale = gradient.scale + 2.0 * net().scale;
    assert!((with_penalty.scale - scale).abs() < 1e-15);
    assert_eq!(with_penalty.out, gradient.out);
    let many: Vec<_> = (0..700)
        .map(|i| ([number(i), number(i + 1)], number(i + 2)))
        .collect();
    check::assert_derivatives(error.over(&many).plus(size), &net());
}

func! {
    fn dense<const IN: usize, const OUT: usize>(layer: Layer<R, IN, OUT>, x: [R; IN]) -> [R; OUT] {
        (layer.w.dot(x) + layer.b).tanh()
    }
    fn raised(gain: Gain<R>, x: [R; 3]) -> [R; 3] { gain.slope * x + gain.offset }
    fn shifted(gains: [Gain<R>; 2], x: [R; 3]) { raised_sum(gains[0], x) + raised_sum(gains[1], x) }
    fn raised_sum(gain: Gain<R>, x: [R; 3]) { gain.slope * x.sum() + gain.offset.sum() }
    fn total(net: Net<R>) { net.hidden.w.sum() + net.scale * net.out.sum() + net.gains[1].slope }
    fn by_calls(net: Net<R>; x: [R; 2], y) {
        let h = dense(net.hidden, x);
        let first = net.gains[0].offset + h;
        shifted(net.gains, first) - y + total(net)
    }
    fn by_hand(net: Net<R>; x: [R; 2], y) {
        let h = (net.hidden.w.dot(x) + net.hidden.b).tanh();
        let first = net.gains[0].offset + h;
        net.gains[0].slope * first.sum() + net.gains[0].offset.sum()
            + net.gains[1].slope * first.sum() + net.gains[1].offset.sum() - y
            + net.hidden.w.sum() + net.scale * net.out.sum() + net.gains[1].slope
    }
}

#[test]
fn structs_and_parts_of_them_are_given_to_other_functions() {
    let (f, g) = (by_calls.over(&ROWS), by_hand.over(&ROWS));
    let (value, gradient) = f.value_and_gradient(&net());
    let (expected, by_hand) = g.value_and_gradient(&net());
    assert!((value - expected).abs() < 1e-14);
    for at in 0..LEN {
        assert!(
            (gradient.number(at) - by_hand.number(at)).abs() < 1e-14,
            "{at}"
        );
    }
    check::assert_derivatives(f, &net());
    let sum = func!(|gain: Gain<R>, x: [R; 3]| {
        let y = raised(gain, x);
        y.norm_squared()
    });
    check::assert_derivatives(sum, &(net().gains[0], [1.0, 2.0, 3.0]));
}

#[test]
fn beside_other_inputs_and_as_data() {
    func! {
        fn f(k, gain: Gain<R>, layer: Layer<R, 2, 3>, x: [R; 2]; target: Gain<R>, weight) {
            let h = layer.w.dot(x) * gain.slope + gain.offset;
            let error = h - target.offset;
            weight * error.norm_squared() + k * target.slope
        }
    }
    let net = net();
    let point = (0.5, net.gains[0], net.hidden, [0.3, -0.4]);
    let rows = [(net.gains[1], 2.0), (net.gains[0], 0.5)];
    check::assert_derivatives(f.with(&rows[0]), &point);
    check::assert_derivatives(f.over(&rows), &point);
    let (in_k, in_gain, ..) = f.with(&rows[0]).gradient(&point);
    assert_eq!(in_k, net.gains[1].slope);
    let columns = ([net.gains[1], net.gains[0]], [2.0, 0.5]);
    let by_columns = f
        .over_columns((&columns.0, &columns.1))
        .expect("two of each");
    let summed = in_gain.zip(&f.with(&rows[1]).gradient(&point).1, |x, y| x + y);
    let gradient = by_columns.gradient(&point).1;
    assert!((gradient.slope - summed.slope).abs() < 1e-14);
    // A single struct of data is given as it is.
    let g = func!(|x: [R; 3]; gain: Gain<R>| gain.slope * x.dot(gain.offset));
    let gradient = g.with(&net.gains[0]).gradient(&[1.0, 2.0, 3.0]);
    assert_eq!(
        gradient,
        net.gains[0].offset.map(|o| net.gains[0].slope * o)
    );
}

#[test]
fn branches_read_fields() {
    func! {
        fn f(gain: Gain<R>, x) {
            let mut y = gain.slope * x;
            if x > 0 {
                let a = gain.offset.sum() * x;
                y += a * a;
            } else {
                y -= gain.offset[2];
            }
            if y > 1 { let z = y * gain.slope; z * z } else { y }
        }
    }
    let gain = Gain {
        slope: 1.5,
        offset: [0.5, 0.25, -0.5],
    };
    for x in [2.0, -0.5] {
        check::assert_derivatives(f, &(gain, x));
    }
    assert_eq!(f.gradient(&(gain, -0.5)).0.offset, [0.0, 0.0, -1.0]);
}

#[test]
fn loops_read_fields() {
    func! {
        fn f(net: Net<R>, x) {
            let mut s = net.scale;
            for i in 0..3 {
                s += net.out[i] * (s * x + net.gains[1].offset[i]).sin();
            }
            s
        }
        fn written_out(net: Net<R>, x) {
            let [a, b, c] = net.out;
            let s = net.scale + a * (net.scale * x + net.gains[1].offset[0]).sin();
            let t = s + b * (s * x + net.gains[1].offset[1]).sin();
            t + c * (t * x + net.gains[1].offset[2]).sin()
        }
    }
    let point = (net(), 0.7);
    check::assert_derivatives(f, &point);
    let (in_loop, by_hand) = (f.gradient(&point), written_out.gradient(&point));
    assert!((in_loop.1 - by_hand.1).abs() < 1e-14);
    for at in 0..LEN {
        assert!((in_loop.0.number(at) - by_hand.0.number(at)).abs() < 1e-14);
    }
}

#[test]
fn on_a_tape_and_in_a_recording() {
    let tape = Tape::new();
    let leaves: Net<Value<f64>> = net().map(|p| tape.value(p));
    let before = tape.len();
    let loss = error.with(&ROWS[0]).on(leaves);
    assert_eq!(tape.len(), before + 1);
    loss.backward();
    let gradient = error.with(&ROWS[0]).gradient(&net());
    assert_eq!(leaves.map(Value::grad), gradient);
    let values: Vec<Value<f64>> = (0..LEN).map(|at| leaves.number(at)).collect();
    let again = error.with(&ROWS[0]).on_slice(&values).expect("21 values");
    assert_eq!(again.data(), loss.data());

    let mut recording = Recording::new(&[0.1; LEN], |p| {
        let net = Net::from_slice(p).expect("21 values");
        error.with(&ROWS[0]).on(net) + net.gains[1].slope
    });
    let numbers: Vec<f64> = (0..LEN).map(number).collect();
    let mut slopes = [0.0; LEN];
    let value = recording.value_and_gradient(&numbers, &mut slopes);
    assert_eq!(value, Ok(loss.data() + net().gains[1].slope));
    let mut expected = gradient;
    expected.gains[1].slope += 1.0;
    assert_eq!(Net::from_slice(&slopes), Some(expected));
}

#[test]
fn a_mismatch_names_the_number() {
    fn cube(x: f64) -> f64 {
        x * x * x
    }
    func! {
        fn wrong(x, _cube) { 2 * x * x }
        fn f(gain: Gain<R>) { custom(cube, wrong, (gain.offset[1],)) + gain.slope }
    }
    let gain = Gain {
        slope: 1.0,
        offset: [0.5, 0.7, 0.9],
    };
    let mismatch = check::function(f, &gain).expect_err("2 x² is not its derivative");
    let text = mismatch.to_string();
    assert!(text.contains("gain.offset[1]"), "{text}");
}

#[test]
fn names_are_shown_as_they_are_written() {
    use monograd::draw::{Formula, Graph};
    func! { fn f(gain: Gain<R>, x) { gain.slope * x + gain.offset[1] } }
    let formula = Formula::of(f);
    assert_eq!(
        formula.to_string(),
        "f(gain, x) = gain.slope * x + gain.offset[1]"
    );
    assert_eq!(
        formula.latex(),
        r"f(\mathrm{gain}, x) = \mathrm{gain.slope} \, x + \mathrm{gain.offset}_{1}"
    );
    let dot = Graph::of_function(f).to_dot();
    assert!(
        dot.contains("gain.offset[1]") && dot.contains("gain.slope"),
        "{dot}"
    );

    let wrong = check::first_non_finite(
        func!(|net: Net<R>| net.gains[1].slope.ln() + net.hidden.w.sum()),
        &Net::from_fn(|at| if at == 13 { 0.0 } else { 1.0 }),
    );
    let text = wrong.expect("the logarithm of 0").to_string();
    assert!(text.contains("gains[1].slope"), "{text}");
}

#[test]
fn shapes_can_have_names_of_their_own() {
    type Vector<T> = [T; 3];
    #[derive(Parameters, Debug, PartialEq)]
    struct Named<S> {
        v: Vector<S>,
        r#type: S,
    }
    let f = func!(|n: Named<R>, w: Vector<R>| n.v.dot(w) * n.r#type);
    let point = (
        Named {
            v: [1.0, 2.0, 3.0],
            r#type: 2.0,
        },
        [1.0, 0.0, -1.0],
    );
    assert_eq!(f.value(&point), -4.0);
    check::assert_derivatives(f, &point);
}

#[test]
fn generic_code_takes_them() {
    fn descend<P: Parameters<Number = f64>>(
        f: impl Function<1, R, P::Structure>,
        mut p: P,
        rate: f64,
    ) -> P {
        for _ in 0..500 {
            let gradient = f.gradient::<f64>(&p);
            for at in 0..P::LEN {
                *p.number_mut(at) -= rate * gradient.number(at);
            }
        }
        p
    }
    let loss = error.over(&ROWS).mean();
    let before = loss.value(&net());
    let after = loss.value(&descend(loss, net(), 0.1));
    assert!(after < 0.5 * before, "{before} to {after}");
}
