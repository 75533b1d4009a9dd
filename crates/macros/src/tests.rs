//! What bodies are lowered to, and what is refused in which words.

use crate::{fields, items, parse, refusal, structs};
use quote::quote;

/// What `func!` makes of a source, without spaces.
fn lowered(source: &str) -> String {
    let parse::Macro { library, functions } =
        syn::parse_str(&format!("[monograd] {source}")).expect("it can be parsed");
    let tokens = match functions {
        parse::Functions::Items(functions) => functions
            .iter()
            .map(|function| items::item(function, &library))
            .collect(),
        parse::Functions::InPlace(function) => items::in_place(&function, &library),
    };
    tokens.to_string().replace(char::is_whitespace, "")
}

/// Asserts that a source is lowered to tokens among which these are.
#[track_caller]
fn assert_lowered(source: &str, expected: &str) {
    let lowered = lowered(source);
    assert!(!lowered.contains("compile_error"), "{lowered}");
    let expected = expected.replace(char::is_whitespace, "");
    assert!(
        lowered.contains(&expected),
        "{expected} is not in {lowered}"
    );
}

/// Asserts that a source is refused once, in these words.
#[track_caller]
fn assert_refused(source: &str, words: &str) {
    let lowered = match syn::parse_str::<parse::Macro>(&format!("[monograd] {source}")) {
        Ok(_) => lowered(source),
        Err(error) => error
            .to_compile_error()
            .to_string()
            .replace(char::is_whitespace, ""),
    };
    assert_eq!(lowered.matches("compile_error").count(), 1, "{lowered}");
    let words = words.replace(char::is_whitespace, "");
    assert!(lowered.contains(&words), "{words} is not in {lowered}");
}

#[test]
fn integers_are_reals() {
    assert_lowered("fn f(x) { 1 / 2 * x }", "1.0_f64 / 2.0_f64 * x");
    assert_lowered("fn f(x) { x.max(0) }", "x.max(0.0_f64)");
    assert_lowered("fn f(x) { x.powi(3) }", "x.powi(3)");
    assert_lowered("fn f(x) { 1e-3 * x }", "1e-3_f64 * x");
}

#[test]
fn constants_are_numbers_of_any_type() {
    assert_lowered(
        "fn f(x) { K * x }",
        "monograd::__private::Mentioned(K).operand() * x",
    );
    assert_lowered(
        "fn f(x) { x.apply(Cube) }",
        "x.apply(monograd::__private::written(Cube).rule_of_one_number())",
    );
    assert_lowered(
        "fn f(x) { f64::from(3_u8) * x }",
        "Mentioned(f64::from(3_u8)).operand() * x",
    );
}

#[test]
fn comparisons_and_choices() {
    let choice = "monograd::select(monograd::__private::lt(x, y), y, x)";
    assert_lowered("fn f(x, y) { if x < y { y } else { x } }", choice);
    let both = "and(monograd::__private::ge(x, 0.0_f64), monograd::__private::ne(y, 1.0_f64))";
    assert_lowered(
        "fn f(x, y) { let c = x >= 0 && y != 1; if c { x } else { y } }",
        both,
    );
    // With `let`s a branch is a function of what it mentions.
    // It sees two variables, has two `let`s, and gives one value.
    let block = "choose::<__At0_0, monograd::__private::Target<0usize, __At0_0_0_0>, _, _, 2usize, 2usize, 1usize>(
        monograd::__private::gt(y, 0.0_f64)";
    assert_lowered(
        "fn f(x, y) { if y > 0 { let a = x * x; a * a } else { y } }",
        block,
    );
}

#[test]
fn assignments_rename() {
    let source = "fn f(x, y) { let mut s = x; s += y; s }";
    assert_lowered(source, r#"written(s + (y)).bind::<1usize, __At0_1>("s")"#);
}

#[test]
fn indices_are_views() {
    assert_lowered("fn f(x: [R; 4]) { x[2] }", "x.at::<{2}>()");
    assert_lowered(
        "fn f(m: [[R; 4]; 2]) { m[1][0] }",
        "m.at::<{1}>().at::<{0}>()",
    );
    assert_lowered(
        "fn f(x: [R; 4]) { x[1..3].sum() }",
        "x.window::<{1}, {2usize}>().sum()",
    );
}

#[test]
fn loops_take_states_on() {
    let source = "fn f(x, y) { let mut s = x; for i in 0..4 { s = s * y + i; } s }";
    assert_lowered(
        source,
        "let s = monograd::__private::state::<0usize, monograd::__private::Here, _>(s);",
    );
    assert_lowered(
        source,
        "let y = monograd::__private::captured::<0usize, monograd::__private::Here, _>(y);",
    );
    assert_lowered(
        source,
        "s * y + monograd::__private::Counter::<0usize>::new()",
    );
    assert_lowered(source, "monograd::__private::From::<0, { 4 }>, __from0");
    // What a `let` of the body hides is not what is taken on.
    let source = "fn f(x) { let mut s = x; for _ in 0..4 { let mut s = x; s += 1; } s }";
    assert_refused(source, refusal::LOOP_WITHOUT_STATES);
    let source = "fn f(x) { let mut s = x; #[checkpointed] for i in 0..9 { s += i; } s }";
    assert_lowered(source, "checkpointed::<0usize");
}

#[test]
fn elements_change_where_the_array_lies() {
    let map = "fn f(x: [R; 4]) { let mut a = x; for i in 0..4 { a[i] = a[i] * x[i]; } a.sum() }";
    assert_lowered(map, "monograd::__private::change(a");
    let whole = "fn f(x: [R; 4]) { let mut a = x; for i in 0..4 { a[i] = a.sum(); } a.sum() }";
    assert_lowered(whole, "monograd::__private::put(a");
    // The element of an outer loop is a variable of the inner one.
    let inner = "fn f(x: [R; 4]) { let mut a = x; for i in 0..4 { for j in 0..4 { a[i] += x[j]; } } a.sum() }";
    assert_lowered(
        inner,
        "state::<0usize, monograd::__private::Here, _>(row_of_a)",
    );
}

#[test]
fn what_methods_make_is_stored_by_their_types() {
    let asked = "monograd::__private::Called(&__called0_0).result()";
    assert_lowered("fn f(x: [R; 3]) { (x - x.spread()).sum() }", asked);
    let known = lowered("fn f(x: [R; 3], y) { (x.sin() - y.helped()).sum() }");
    assert!(!known.contains("__called"), "{known}");
}

#[test]
fn what_would_be_computed_again_is_stored() {
    let source = "fn f(x: [R; 4]) { (x - x.mean()).sum() }";
    assert_lowered(source, "written(x.mean()).bind::<0usize, __At0_0>");
    // A sum of reductions stays one loop.
    assert_lowered(
        "fn f(x: [R; 4]) { x.sum() + x.norm() }",
        "written(x.sum() + x.norm())",
    );
    // A factor that is a variable is where it is.
    assert_lowered(
        "fn f(w: [[R; 2]; 2], x: [R; 2]) { w.dot(x).sum() }",
        "written(w.dot(x)).bind_product",
    );
}

#[test]
fn functions_of_rust_are_methods() {
    assert_lowered(
        "fn f(x, y) { f64::max(x, y) + f64::sin(x) }",
        "x.max(y) + x.sin()",
    );
    assert_lowered("fn f(x, y) { x.powf(y) }", "x.pow(y)");
}

#[test]
fn one_array_is_the_input_of_a_parameter() {
    assert_lowered(
        "fn g<F: Function<1, [R; 3], [R; 3]>>(f: F, x: [R; 3]) -> [R; 3] { f(f(x)) }",
        "F: monograd::__private::ShapedParameter<1, [R; 3], monograd::__private::One<[R; 3]>>",
    );
    assert_lowered(
        "fn g<F: Function<1, [R; 3], [R; 1]>>(f: F, x) -> [R; 3] { f(x) }",
        "F: monograd::__private::ShapedParameter<1, [R; 3], [R; 1]>",
    );
}

#[test]
fn results_of_calls_are_stored_by_their_types() {
    assert_lowered(
        "fn f(x: [R; 3]) { g(x).sum() }",
        "Called(&__called0_0).result()",
    );
    // At the end, and in a `let`, a call is stored anyhow.
    let end = lowered("fn f(x: [R; 3]) -> [R; 3] { let y = g(x); h(y) }");
    assert!(!end.contains("result()"), "{end}");
    // What a call is given is stored once.
    assert_lowered(
        "fn f(x: [R; 3]) -> [R; 3] { g(h(x)) }",
        "either(__passing0_0.mode(), monograd::__private::Called(&__argument0_0_0).result(),)",
    );
    // A branch by a condition that may be one for each element stores nothing.
    assert_lowered(
        "fn f(x: [R; 3]) -> [R; 3] { if x > 0 { g(x) } else { x } }",
        "monograd::select(monograd::__private::gt(x, 0.0_f64), g(x), x)",
    );
    assert_lowered(
        "fn f(x: [R; 3]) -> [R; 3] { if x[0] > 0 { g(x) } else { x } }",
        "choose",
    );
}

#[test]
fn ranges_follow_indices() {
    assert_lowered(
        "fn f(x: [R; 9]) { let mut s = 0; for i in 0..3 { s += x[2 * i + 1..2 * i + 4].sum(); } s }",
        "slice::<{3usize}, _, _>(x,",
    );
    assert_lowered(
        "fn f<const N: usize>(x: [R; N]) { x[N - 3..N].sum() }",
        "slice::<{3usize}, _, _>(x,",
    );
    let most = |bounds: &str, most: &str| {
        let source = format!(
            "fn f<const N: usize>(x: [R; N]) {{ let mut s = 0; for i in 1..N {{ for j in {bounds} {{ s += x[j] * i; }} }} s }}"
        );
        assert_lowered(&source, &format!("varying::<{most}, _>("));
    };
    most("0..i", "{ N }");
    most("i + 1..N", "{ N }");
    most("0..=i", "{ N }");
    most("i - 1..i + 2", "{ 3usize }");
    most("0..N - 1", "{ N }");
    most("1..=N", "{ N }");
    most("0..N / 2", "{ N }");
    assert_lowered(
        "fn f(x: [R; 9]) { let mut s = 0; for i in 0..4 { for j in 0..2 * i { s += x[j]; } } s }",
        "varying::<{6usize}, _>(",
    );
}

#[test]
fn elements_of_branches_are_variables() {
    let source = "fn f(x: [R; 4]) { let mut a = x; for i in 0..4 { if i > 0 { a[i - 1] = x[i]; } } a.sum() }";
    assert_lowered(source, "monograd::__private::change(a");
    assert_lowered(source, "monograd::__private::checked(a");
    // Which may be the same element.
    let source = "fn f(x: [R; 4]) { let mut a = x; for i in 0..4 { for j in 0..4 { if x[i] > 0 { a[i] = a[j]; } } } a.sum() }";
    assert_lowered(source, "monograd::__private::put(a");
}

#[test]
fn refusals() {
    for (source, words) in [
        ("fn f(x) { let y = x; }", refusal::END),
        ("fn f(x) { while x > 1 { } x }", refusal::LOOP),
        ("fn f(x) { loop { } x }", refusal::LOOP),
        (
            "fn f(x) { for i in 0..3 { } x }",
            refusal::LOOP_WITHOUT_STATES,
        ),
        (
            "fn f(x) { let mut s = x; for y in x { s += y; } s }",
            refusal::LOOP_OVER,
        ),
        (
            "fn f(x) { let mut s = x; for i in 0.. { s += i; } s }",
            refusal::LOOP_OVER,
        ),
        (
            "fn f(x) { let mut s = x; for (i, j) in 0..3 { s += i; } s }",
            refusal::LOOP_PATTERN,
        ),
        (
            "fn f(x, n) { let mut s = x; for i in 0..n { s += i; } s }",
            refusal::BOUND,
        ),
        (
            "fn f<const N: usize>(x: [R; N]) { let mut s = 0; for i in 0..=N { s += x[i]; } s }",
            refusal::BOUND_OF_SIZE,
        ),
        (
            "fn f<const N: usize>(x: [R; N]) { let mut s = 0; for i in 0..2 * N { s += i; } s }",
            refusal::BOUND_OF_SIZE,
        ),
        (
            "fn f(x: [R; 9]) { let mut s = 0; for i in 0..3 { for j in 0..i * i { s += x[j]; } } s }",
            refusal::BOUND_OF_SIZE,
        ),
        (
            "fn f(x: [R; 9]) { let mut s = 0; for i in 0..3 { s += x[0..i].sum(); } s }",
            refusal::RANGE_OF_UNKNOWN_LENGTH,
        ),
        (
            "fn f<const N: usize>(x: [R; N]) { x[1..N].sum() }",
            refusal::RANGE_OF_SIZE,
        ),
        ("fn f(x: [R; 9]) { x[3..1].sum() }", refusal::RANGE),
        ("fn f(x: [R; 9], i) { x[i..i + 1].sum() }", refusal::INDEX),
        (
            "fn f(x: [R; 9]) { let mut a = x; a[0..2] = [1, 2]; a.sum() }",
            refusal::RANGE_ASSIGNED,
        ),
        (
            "fn f(x) { let mut s = x; for i in (0..3).rev() { s += i; } s }",
            refusal::REVERSED,
        ),
        (
            "fn f(x) { let mut s = x; for i in 0..3 { s += i; break; } s }",
            refusal::JUMP,
        ),
        (
            "fn f(x) { let mut s = x; for i in 0..3 { continue; s += i; } s }",
            refusal::JUMP,
        ),
        (
            "fn f(x) { let s = x; for i in 0..3 { s += i; } s }",
            refusal::NOT_MUTABLE,
        ),
        (
            "fn f(x) { let mut s = x; let y = if x > 0 { s += 1; s } else { x }; y }",
            refusal::ASSIGNED_IN_VALUE,
        ),
        ("fn f(x) { match x { _ => x } }", refusal::MATCH),
        ("fn f(x) { return x; }", refusal::JUMP),
        ("fn f(x) { f(x / 2) }", refusal::RECURSION),
        ("fn f(x) { let y = if x > 0 { x }; y }", refusal::NO_ELSE),
        ("fn f(x) { let y; x }", refusal::NO_VALUE),
        ("fn f(x) { let y = x; y += 1; y }", refusal::NOT_MUTABLE),
        (
            "fn f(x: [R; 3]) { let y = x; y[0] = 1; y.sum() }",
            refusal::NOT_MUTABLE,
        ),
        ("fn f(x) { 3 = x; x }", refusal::ASSIGNED),
        (
            "fn f(x, y) { let mut s = x; #[unrolled] for i in 0..3 { s *= y; } s }",
            refusal::ATTRIBUTE,
        ),
        (
            "fn f(x) { let mut s = x; for a in 0..2 { for b in 0..2 { for c in 0..2 { for d in 0..2 {
                for e in 0..2 { s += a; } } } } } s }",
            refusal::LOOPS,
        ),
        ("fn f<const N: usize>(x) { [x; N + 1].sum() }", refusal::LENGTH),
        ("fn f(x: [R; 3], i) { x[i] }", refusal::INDEX),
        ("fn f(x: [R; 3]) { x[..].sum() }", refusal::RANGE),
        ("fn f(x) { let (a, (b, c)) = x; a }", refusal::PATTERN),
        ("fn f(x) { x as f32 }", refusal::CAST),
        ("fn f(m: [[R; 3]; 2]) { let r = m.rows(); r.sum() }", refusal::LINES),
        ("fn f(m: [[R; 3]; 2]) { (2 * m.columns()).sum() }", refusal::LINES),
        ("fn f(m: [[R; 2]; 2]) { m.rows().det() }", refusal::LINES),
        ("fn f(x) { &x }", refusal::REFERENCE),
        ("fn f(x) { *x }", refusal::REFERENCE),
        ("fn f(x) { x; x }", refusal::STATEMENT),
        ("fn f(x) { x << 2 }", refusal::EXPRESSION),
        ("fn f(x: f64) { x }", refusal::SHAPE),
        ("fn f(x: Net<f64>) { x.w }", refusal::SHAPE),
        ("fn f(n: Net<R>) { n.w = 1; n.w }", refusal::ASSIGNED),
        (
            "fn f(n: Net<R>) { let mut s = n.b; for i in 0..3 { s += n.layers[i].b; } s }",
            fields::INDEX,
        ),
        ("fn f(n: Net<R>) { n.w += n.b; n.w }", refusal::ASSIGNED),
        ("fn f(x, y: &str) { x }", refusal::SHAPE),
        ("fn f() { 1 }", "at least one input"),
        ("fn f<T>(x) { x }", "a type parameter is that of a function"),
        ("fn f(x; y; z) { x }", "inputs are separated by `,`"),
    ] {
        assert_refused(source, words);
    }
}

#[test]
fn several_mistakes_are_several_errors() {
    let lowered = lowered("fn f(x) { let y = &x; let z = x as f32; y + z }");
    assert_eq!(lowered.matches("compile_error").count(), 2, "{lowered}");
}

#[test]
fn an_attribute_makes_the_same_of_it() {
    let item: syn::ItemFn = syn::parse_quote! {
        fn f(w: [R; 2], #[data] x: [R; 2]) -> R { w.dot(x) }
    };
    let function = parse::attribute(&quote!(), item).expect("it is a function");
    let library = quote!(monograd);
    let attribute = items::item(&function, &library)
        .to_string()
        .replace(char::is_whitespace, "");
    assert_eq!(
        attribute,
        lowered("fn f(w: [R; 2]; x: [R; 2]) { w.dot(x) }")
    );
    let item: syn::ItemFn = syn::parse_quote! { fn f(&self, x: R) -> R { x } };
    assert!(parse::attribute(&quote!(), item).is_err());
}

/// What the derive makes of a struct, without spaces.
fn derived(source: &str) -> String {
    let item = syn::parse_str(source).expect("it can be parsed");
    let tokens = structs::derive(&item, &quote!(monograd));
    tokens.to_string().replace(char::is_whitespace, "")
}

#[test]
fn fields_of_structs_are_members() {
    let derived = derived(
        "struct Net<S, const N: usize> { w: [[S; N]; 2], k: S, layers: [[m::Layer<S, N>; 3]; 2] }",
    );
    let fields = "typeFields=([[monograd::R;N];2],monograd::R,monograd::__private::Several<\
        monograd::__private::Several<m::Layer<monograd::R,N>,{3}>,{2}>,);";
    assert!(derived.contains(fields), "{derived}");
    assert!(derived.contains(r#"&["w","k","layers"]"#), "{derived}");
    assert!(
        derived.contains("monograd::ParametersforNet<__T,N>"),
        "{derived}"
    );
}

#[test]
fn fields_that_are_read_are_variables() {
    assert_lowered(
        "fn f(net: Net<R>) { net.w.dot(net.layers[2].b).sum() + net.w[1] }",
        "let __field0 = net.w; let __field1 = net.layers.at::<{2}>().b;",
    );
    assert_lowered(
        "fn f(net: Net<R>) { net.w.dot(net.layers[2].b).sum() + net.w[1] }",
        "written(__field0.dot(__field1))",
    );
    assert_lowered(
        "fn f(net: Net<R>; rows: [Row<R>; 3]) { net.b * rows[0].y }",
        "let rows = <monograd::__private::Several<Row<R>, {3}> as monograd::__private::Member>\
         ::variable::<monograd::__private::OfDatum<0usize>>();",
    );
    // Of a struct and a part of it a loop sees only the struct.
    assert_lowered(
        "fn f(net: Net<R>, x: [R; 2]) { let mut h = x; for i in 0..2 { h = g(net.a, h) * net.a.b; } h.sum() }",
        "let __field1 = __field0.b;",
    );
    // Shapes that are written as such stay as they are.
    assert_lowered(
        "fn f(net: Net<R>, x: [R; 3]) { net.b * x }",
        "let x = monograd::__private::Input::<1usize, [R; 3]>::new();",
    );
}

#[test]
fn refusals_of_structs() {
    let not_made = "is not made of `S`: a parameter is `S`, an array `[S; 3]`, or a struct of parameters, `Layer<S>`";
    for (source, words) in [
        ("enum Net<S> { A(S) }", structs::STRUCT),
        ("struct Net<S>(S);", structs::STRUCT),
        ("struct Net<S> {}", structs::STRUCT),
        ("struct Net;", structs::STRUCT),
        ("struct Net { w: f64 }", structs::GENERICS),
        ("struct Net<'a, S> { w: &'a S }", structs::GENERICS),
        ("struct Net<S, T> { w: S, v: T }", structs::GENERICS),
        ("struct Net<S: Copy> { w: S }", structs::BOUNDS),
        ("struct Net<S> where S: Copy { w: S }", structs::BOUNDS),
        ("struct Net<S> { w: S, n: usize }", not_made),
        ("struct Net<S> { w: [S; 2], n: [f64; 3] }", not_made),
        ("struct Net<S> { w: Vec<f64>, s: S }", not_made),
        ("struct Net<S> { w: (S, S) }", not_made),
        (
            "struct Net<S> { a: S, b: S, c: S, d: S, e: S, f: S, g: S, h: S, i: S, j: S, k: S, l: S, m: S }",
            structs::MANY,
        ),
    ] {
        let derived = derived(source);
        assert_eq!(derived.matches("compile_error").count(), 1, "{derived}");
        let words = words.replace(char::is_whitespace, "");
        assert!(derived.contains(&words), "{words} is not in {derived}");
    }
}

#[test]
fn lets_that_no_datum_reaches_stand_apart() {
    // In the order written the second is reached; the first and the third share a tree.
    assert_lowered(
        "fn f(a, b; x) { let p = a * b; let q = p * x; let r = p + a; q * r }",
        "RealsOnly::<4usize, _, _>(((__let0_0, __let0_2,), (__let0_1, __let0_3,)), __results0)",
    );
    assert_lowered(
        "fn f(a: [R; 2]; x) { let p = a.exp(); p.sum() * x }",
        "Scoped(((__let0_0, __let0_1,), __let0_2), __results0)",
    );
    // Without data, or where it reaches all, there is nothing to tell apart.
    for inputs in ["a, b", "a; b"] {
        assert_lowered(
            &format!("fn f({inputs}) {{ let p = a * b; p * b }}"),
            "RealsOnly::<2usize, _, _>((__let0_0, __let0_1,), __results0)",
        );
    }
}

#[test]
fn costly_parts_that_no_datum_reaches_are_lets() {
    assert_lowered(
        "fn f(a; x) { x * (-a).exp() + (-a).exp() }",
        "written(x * __value0_0 + __value0_0)",
    );
    // After it is assigned to, a variable is another.
    assert_lowered(
        "fn f(a; x) { let mut b = a; let p = x * b.exp(); b = a + 1; p + b.exp() }",
        "written(p + __value0_4)",
    );
    // What is inside of a branch is evaluated in that branch alone.
    assert_lowered("fn f(a; x) { if x > 0 { a.ln() } else { x } }", "a.ln()");
    assert_lowered("fn f(a; x) { x * (a + 1) }", "written(x * (a + 1.0_f64))");
}

#[test]
fn what_a_datum_reaches_is_followed_through_assignments_and_blocks() {
    for source in [
        "fn f(a; x) { let mut b = a + x; b += 1; b * a }",
        "fn f(a; x) { let b = a * x; let c = { let d = b + a; d * d }; c + b }",
        "fn f(a; x) { let (b, c) = (a * x, x + 1); b * c }",
    ] {
        let lowered = lowered(source);
        // Nothing is left that rows could share.
        assert!(lowered.contains("RealsOnly::<"), "{lowered}");
        assert!(!lowered.contains("RealRows"), "{lowered}");
    }
}

#[test]
fn costly_parts_that_a_loop_does_not_change_are_lets_before_it() {
    assert_lowered(
        "fn f(a, x: [R; 3]) { let mut s = 0; for i in 0..3 { s += x[i] * (-a).exp() + (-a).exp(); } s }",
        "written((-a).exp()).bind::<1usize, __At0_1>(\"\")",
    );
    // What depends on the index, on a state, or on what the body declares stays in the loop, and so does a branch.
    for body in [
        "s += x[i].exp();",
        "s = s.sin();",
        "let b = x[i]; s += b.sqrt();",
        "if x[i] > 0 { s += a.ln(); }",
    ] {
        let source =
            format!("fn f(a, x: [R; 3]) {{ let mut s = 0; for i in 0..3 {{ {body} }} s }}");
        assert!(!lowered(&source).contains("__same"), "{body}");
    }
    // Out of both of two loops.
    assert_lowered(
        "fn f(a, x: [R; 3]) { let mut s = 0; for i in 0..3 { for j in 0..i { s += a.exp() * x[j]; } } s }",
        "written(a.exp()).bind::<1usize, __At0_1>(\"\")",
    );
}
