//! Pictures: the lecture's graph to the letter, formulas, large graphs, and the images of the documentation.
#![cfg(feature = "std")]

use monograd::draw::{Boundary, Curves, Formula, Graph};
use monograd::prelude::*;

/// The lecture's neuron.
fn neuron(tape: &Tape<f64>) -> Value<'_, f64> {
    let leaf = |data: f64, name: &str| tape.value(data).named(name);
    let (x1, x2) = (leaf(2.0, "x1"), leaf(0.0, "x2"));
    let (w1, w2) = (leaf(-3.0, "w1"), leaf(1.0, "w2"));
    let b = leaf(6.881_373_587_019_543, "b");
    let x1w1 = (x1 * w1).named("x1*w1");
    let x2w2 = (x2 * w2).named("x2*w2");
    let sum = (x1w1 + x2w2).named("x1*w1 + x2*w2");
    let n = (sum + b).named("n");
    let o = n.tanh().named("o");
    o.backward();
    o
}

#[test]
fn the_lectures_graph_to_the_letter() {
    let tape = Tape::new();
    let dot = Graph::of(neuron(&tape)).to_dot();
    let expected = r#"digraph {
	graph [rankdir=LR]
	v0 [label="{ x1 | data 2.0000 | grad -1.5000 }", shape=record]
	v1 [label="{ x2 | data 0.0000 | grad 0.5000 }", shape=record]
	v2 [label="{ w1 | data -3.0000 | grad 1.0000 }", shape=record]
	v3 [label="{ w2 | data 1.0000 | grad 0.0000 }", shape=record]
	v4 [label="{ b | data 6.8814 | grad 0.5000 }", shape=record]
	v5 [label="{ x1*w1 | data -6.0000 | grad 0.5000 }", shape=record]
	v5op [label="*"]
	v5op -> v5
	v6 [label="{ x2*w2 | data 0.0000 | grad 0.5000 }", shape=record]
	v6op [label="*"]
	v6op -> v6
	v7 [label="{ x1*w1 + x2*w2 | data -6.0000 | grad 0.5000 }", shape=record]
	v7op [label="+"]
	v7op -> v7
	v8 [label="{ n | data 0.8814 | grad 0.5000 }", shape=record]
	v8op [label="+"]
	v8op -> v8
	v9 [label="{ o | data 0.7071 | grad 1.0000 }", shape=record]
	v9op [label="tanh"]
	v9op -> v9
	v0 -> v5op
	v2 -> v5op
	v1 -> v6op
	v3 -> v6op
	v5 -> v7op
	v6 -> v7op
	v7 -> v8op
	v4 -> v8op
	v8 -> v9op
}
"#;
    assert_eq!(dot, expected);
}

#[test]
fn numbers_are_nodes_and_labels_cannot_break_out() {
    let tape = Tape::new();
    let x = tape.value(3.0).named("a|b \"c\" {d}");
    let dot = Graph::of(x * 2.0 + x).to_dot();
    assert!(dot.contains(r#"{ a\|b \"c\" \{d\} | data 3.0000"#), "{dot}");
    assert!(dot.contains("{  | data 2.0000 | grad 0.0000 }"), "{dot}");
    // A value that is used twice is one node.
    assert_eq!(dot.matches("data 3.0000").count(), 1);
    assert_eq!(Graph::of(Value::<f64>::from(2.0)).len(), 1);
}

func! {
    fn shadows(x, y) {
        let c = x + y;
        let c = c * c;
        [c / (x - y), -c, c.powi(-3), (x * y).exp().ln_1p().max(x)]
    }
    fn dense(w: [R; 2], b; x: [R; 2]) { (w.dot(x) + b).relu() }
    fn layer(w: [[R; 2]; 2], x: [R; 2]) -> [R; 2] {
        let z: [R; 2] = w.dot(x);
        z.tanh()
    }
    fn network(k; w: [[R; 2]; 2], x: [R; 2]) {
        let h: [R; 2] = layer(w, x);
        let m: [[R; 2]; 2] = k * w;
        let last = m.at::<1>().at::<0>();
        h.at::<0>() * h.at::<1>() * last
    }
    fn shares(x) { x.sin() * x.sin() + (x - 1).square() / 2 }
    fn data(a; t) { a * t - -t }
    fn constant(_x) { 2.5 }
}

#[test]
fn formulas_plain_and_in_latex() {
    assert_eq!(
        Formula::of(shadows).to_string(),
        "c = x + y\nc' = c * c\nshadows(x, y) = [c' / (x - y), -c', c'^(-3), max(ln_1p(exp(x * y)), x)]"
    );
    assert_eq!(
        Formula::of(shadows).latex(),
        "\\begin{aligned}\nc &= x + y \\\\\nc' &= c \\, c \\\\\n\\mathrm{shadows}(x, y) &= [\\frac{c'}{x - y}, -c', \
         c'^{-3}, \\max\\left(\\operatorname{ln\\_1p}\\left(e^{x \\, y}\\right), x\\right)]\n\\end{aligned}"
    );
    assert_eq!(Formula::of(data).to_string(), "data(a, t) = a * t - (-t)");
    assert_eq!(
        Formula::of(shares).to_string(),
        "shares(x) = sin(x) * sin(x) + (x - 1)^2 / 2"
    );
    assert_eq!(Formula::of(constant).to_string(), "constant(_x) = 2.5");
    assert_eq!(
        Formula::of(func!(|theta, x1| theta * x1)).latex(),
        "f(\\theta, x_{1}) = \\theta \\, x_{1}"
    );
    let of_two = Formula::of(dense).to_string();
    assert_eq!(
        of_two,
        "dense(w, b, x) = relu(w[0] * x[0] + w[1] * x[1] + b)"
    );
}

/// Element by element, those of a matrix by row and column.
#[test]
fn lets_that_are_arrays_have_their_names() {
    assert_eq!(
        Formula::of(network).to_string(),
        "z[0] = w[0][0] * x[0] + w[0][1] * x[1]\n\
         z[1] = w[1][0] * x[0] + w[1][1] * x[1]\n\
         h[0] = tanh(z[0])\n\
         h[1] = tanh(z[1])\n\
         m[1][0] = k * w[1][0]\n\
         network(k, w, x) = h[0] * h[1] * m[1][0]"
    );
    let latex = Formula::of(network).latex();
    assert!(latex.contains(r"m_{1,0} &= k \, w_{1,0}"), "{latex}");
    let dot = Graph::of_function(network).to_dot();
    assert!(
        dot.contains(r#"label="{ h[1] }""#) && dot.contains(r#"label="{ w[1][0] }""#),
        "{dot}"
    );
}

#[test]
fn curves_and_boundaries_for_the_terminal() {
    let falling = [8.0, 4.0, 2.0, 1.0];
    let text = Curves::new("loss")
        .line("training", &falling)
        .logarithmic()
        .to_text(4, 4);
    let expected = "loss  * training\n    8.0000 |*\n           | *\n           |  *\n    1.0000 |   *\n      step 0--3";
    assert_eq!(text, expected);
    // What cannot be drawn is left out.
    let _ = Curves::new("none")
        .line("", &[f64::NAN, -1.0])
        .logarithmic()
        .to_text(0, 0);
    let _ = Curves::new("none").to_text(10, 3);
    let _ = Curves::new("flat").line("", &[2.0; 5]).to_text(10, 3);

    let boundary = Boundary::new(&[[0.0, 0.0], [1.0, 1.0]], &[0, 1], |[x, _]| {
        usize::from(x > 0.5)
    });
    assert_eq!(boundary.to_text(6, 3), "...::x\n...:::\no..:::");
}

#[cfg(all(feature = "draw", feature = "nn"))]
mod svg {
    use super::*;
    use monograd::draw::MOST_NODES;
    use monograd::nn::Mlp;

    #[test]
    fn the_documentations_neuron_is_what_is_drawn() {
        let tape = Tape::new();
        let svg = Graph::of(neuron(&tape)).to_svg().expect("a small graph");
        assert_eq!(svg, include_str!("../examples/images/neuron.svg"));
    }

    #[test]
    fn networks_are_folded_by_layers_and_endless_graphs_refused() {
        let tape = Tape::<f64>::new();
        let model = Mlp::new(&tape, 2, &[16, 16, 1], 1337);
        let out = model.forward(&[0.1, 0.2])[0];
        assert!(Graph::of(out).len() > MOST_NODES);
        let svg = Graph::of(out).to_svg().expect("folded, it is small");
        assert_eq!(svg.matches("16 × ReLUNeuron").count(), 2, "{svg}");
        assert_eq!(svg.matches("1 × LinearNeuron").count(), 1);

        let x = tape.value(1.0);
        let long = (0..100_000).fold(x, |y, _| y + x);
        let error = Graph::of(long).to_svg().unwrap_err();
        assert!(
            error.to_string().starts_with("the graph has 200001 nodes"),
            "{error}"
        );
    }

    #[test]
    fn names_are_shown_as_they_are() {
        let tape = Tape::new();
        let x = tape.value(3.0).named(r"a\b|<c>");
        let svg = Graph::of(x).to_svg().expect("a small graph");
        assert!(svg.contains(r">a\b|&lt;c></text>"), "{svg}");
        assert!(Graph::of(x).to_dot().contains(r"{ a\\b\|\<c\> |"));
    }

    #[test]
    fn charts_hold_what_they_show() {
        let svg = Curves::new("loss <1>")
            .line("a", &[3.0, 2.0])
            .line("b", &[1.0, f64::NAN])
            .to_svg();
        assert!(
            svg.contains("loss &lt;1&gt;") && svg.matches("polyline").count() >= 1,
            "{svg}"
        );
        let boundary = Boundary::new(&[[0.0, 0.0], [1.0, 1.0]], &[0, 1], |_| 1);
        assert!(boundary.to_svg("two").matches("<circle").count() >= 2);
    }

    #[cfg(feature = "png")]
    #[test]
    fn pixels() {
        let svg = Curves::new("loss").line("a", &[3.0, 2.0]).to_svg();
        let [small, large] = [0.5, 2.0].map(|scale| monograd::draw::png(&svg, scale).expect("SVG"));
        assert!(small.len() < large.len());
        assert!(monograd::draw::png("<p>", 1.0).is_err());
    }
}
