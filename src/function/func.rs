//! The macro `func!`.

/// Defines differentiable functions.
///
/// # As items
///
/// ```
/// use monograd::prelude::*;
///
/// func! {
///     /// Rosenbrock's valley, f(x, y) = (1 − x)² + 100 (y − x²)².
///     pub fn rosenbrock(x, y) {
///         let a = 1.0 - x;
///         let b = y - x * x;
///         a * a + 100.0 * b * b
///     }
///
///     /// Its logarithm, by a call.
///     fn log_rosenbrock(x, y) {
///         rosenbrock(x, y).ln()
///     }
/// }
///
/// let (value, gradient) = rosenbrock.value_and_gradient(&[0.0, 1.0]);
/// assert_eq!((value, gradient), (101.0, [-2.0, 200.0]));
/// assert_eq!(log_rosenbrock.gradient(&[0.0, 1.0]), [-2.0 / 101.0, 200.0 / 101.0]);
/// ```
///
/// Several functions can stand in one `func!`; each has its visibility, documentation and
/// attributes. The inputs are real numbers. The body is a sequence of `let`s and a closing
/// expression:
///
/// - **Expressions** are made of inputs, `let`s and numbers with the operators `+ - * /` and the
///   methods of [`Ex`](crate::Ex). A literal, float or integer, can stand on either side of an
///   operator; so can an `f64` constant of yours. It is rounded to the scalar of the evaluation.
/// - **`let`** shares: its expression is evaluated once and pulled back once, however often the name
///   is used. A later `let` may take an earlier one's name, or an input's.
/// - **Calls** to other functions, `softplus(n)`, are closed: the callee sees its arguments and
///   nothing else.
/// - **Choices** are made by [`select`](crate::select), `select(x.less_than(y), yes, no)`: there is no
///   `if`, since there are no numbers yet.
/// - **Results**: a body that ends with an array, `[x * y, x + y]`, or a tuple, is a vector-valued
///   function.
///
/// What a function is good for is in [`Function`](crate::Function), and if it has several results in
/// [`VectorFunction`](crate::VectorFunction).
///
/// # Shapes and data
///
/// ```
/// use monograd::prelude::*;
///
/// func! {
///     /// A dense layer. The sizes are those of the arguments.
///     fn dense<const IN: usize, const OUT: usize>(
///         w: [[R; IN]; OUT], b: [R; OUT], x: [R; IN]
///     ) -> [R; OUT] {
///         (w.dot(x) + b).tanh()
///     }
///     /// The error of an observation; what stands after `;` is data, which is not differentiated.
///     fn error(w: [[R; 2]; 3], b: [R; 3]; x: [R; 2], y: [R; 3]) {
///         let h: [R; 3] = dense(w, b, x);
///         (h - y).norm_squared()
///     }
/// }
///
/// let (w, b) = ([[0.1, 0.2]; 3], [0.0; 3]);
/// let rows = [([1.0, 0.0], [0.5, 0.0, 0.0]), ([0.0, 1.0], [0.0, 0.5, 0.0])];
/// let of_one = error.with(&rows[0]).gradient(&(w, b));
/// let of_all = error.over(&rows).gradient(&(w, b));
/// assert!(of_one.1[0] < 0.0 && of_all.1[2] > of_one.1[2]);
/// ```
///
/// An input or a `let` can be an array: its shape, made of [`R`](crate::R), follows its name. Operations work
/// element by element, on arrays of one shape and on reals, which meet every element; so do calls of functions
/// of reals: `softplus(v)`, `f(xs, ys, mu)`. [`sum`](crate::Ex::sum) and the other reductions make reals of
/// arrays, [`dot`](crate::Ex::dot) multiplies vectors and matrices, [`at`](crate::Ex::at) and
/// [`window`](crate::Ex::window) are elements, [`fold`](crate::fold) and [`scan`](crate::scan) recurrences.
///
/// **An expression of arrays is one loop, and a `let` is a place in memory.** Nothing is kept between the
/// operations of an expression; on the way back it is computed again from what has a place, but for its own
/// value. So give a name to what is costly and used again. What is computed from a whole array, as `x.mean()`,
/// cannot stand inside of such a loop, in which it would be computed for each element, and what a matrix is
/// multiplied with, or a function with shapes called with, must have a place: the compiler says where a `let`
/// is needed.
///
/// A function with shapes or data is asked by [`ShapedFunction`](crate::ShapedFunction).
///
/// # As an expression
///
/// ```
/// use monograd::prelude::*;
///
/// let gradient = func!(|x, y| x * y.sin()).gradient(&[2.0, 0.0]);
/// assert_eq!(gradient, [0.0, 2.0]);
///
/// let f = func!(|x| {
///     let s = x.sigmoid();
///     s * s
/// });
/// assert_eq!(f.value(&[0.0]), 0.25);
/// ```
///
/// It looks like a closure and captures nothing: what it needs are its inputs.
///
/// # Limits
///
/// A function has at most 32 inputs, 32 results and 512 `let`s; if it declares shapes, 12 inputs, 12 pieces of
/// data and 64 `let`s. Beyond, it says so. A single expression that is
/// a chain of more than about 120 operands meets the compiler's recursion limit ("overflow
/// evaluating the requirement"): break it with a `let`, which costs nothing:
///
/// ```
/// # use monograd::prelude::*;
/// # let f = func!(|a, b, c, d| {
/// let first = a + b; // … the first hundred
/// let second = c + d; // … the next
/// first + second
/// # });
/// # assert_eq!(f.value(&[1.0, 2.0, 3.0, 4.0]), 10.0);
/// ```
#[macro_export]
macro_rules! func {
    (
        |$($input:ident $(: $shape:ty)?),+ $(,)? $(; $($data:ident $(: $data_shape:ty)?),+ $(,)?)?|
        { $($body:tt)* }
    ) => {{
        $crate::func! {
            fn __closure($($input $(: $shape)?),+ $(; $($data $(: $data_shape)?),+)?) { $($body)* }
        }
        __closure
    }};
    (
        |$($input:ident $(: $shape:ty)?),+ $(,)? $(; $($data:ident $(: $data_shape:ty)?),+ $(,)?)?|
        $($body:tt)+
    ) => {{
        $crate::func! {
            fn __closure($($input $(: $shape)?),+ $(; $($data $(: $data_shape)?),+)?) { $($body)+ }
        }
        __closure
    }};
    ($(
        $(#[$attribute:meta])*
        $visibility:vis fn $name:ident $(<$(const $generic:ident: usize),+ $(,)?>)? (
            $($input:ident $(: $shape:ty)?),+ $(,)? $(; $($data:ident $(: $data_shape:ty)?),+ $(,)?)?
        ) $(-> $codomain:ty)? { $($body:tt)* }
    )+) => {
        $($crate::__func_kind! {
            [$(#[$attribute])* $visibility $name]
            [$($($generic)+)?] [$(($input $([$shape])?))+] [$($(($data $([$data_shape])?))+)?]
            [$($codomain)?] { $($body)* }
        })+
    };
}

/// Tells a function of reals from one that declares shapes.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_kind {
    ($head:tt [] [$(($input:ident))+] [$(($data:ident))*] [] $body:tt) => {
        $crate::__func_body! { $head [$($input)+] [$($data)*] $body }
    };
    ($head:tt $generics:tt $inputs:tt $data:tt $codomain:tt $body:tt) => {
        $crate::__func_scope_body! { $head $generics $inputs $data $codomain $body }
    };
}

/// Takes a body of reals apart: its `let`s, and its result or results.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_body {
    ($head:tt $inputs:tt $data:tt { $(let $local:ident = $definition:expr;)* if $($rest:tt)* }) => {
        $crate::__func_no_branch!();
    };
    ($head:tt $inputs:tt $data:tt { $(let $local:ident = $definition:expr;)* match $($rest:tt)* }) => {
        $crate::__func_no_branch!();
    };
    (
        [$($head:tt)*] [$($input:ident)+] [$($data:ident)*]
        { $(let $local:ident = $definition:expr;)* [$($result:expr),+ $(,)?] }
    ) => {
        $crate::__func_results! {
            [$($head)* {[$($input)+] [$($data)*]}] [$($input)+ $($data)*]
            [$((let $local = $definition))*] [$(($result))+]
        }
    };
    (
        [$($head:tt)*] [$($input:ident)+] [$($data:ident)*]
        { $(let $local:ident = $definition:expr;)* ($first:expr, $($result:expr),* $(,)?) }
    ) => {
        $crate::__func_results! {
            [$($head)* {[$($input)+] [$($data)*]}] [$($input)+ $($data)*]
            [$((let $local = $definition))*] [($first) $(($result))*]
        }
    };
    (
        [$($head:tt)*] [$($input:ident)+] [$($data:ident)*]
        { $(let $local:ident = $definition:expr;)* $result:expr }
    ) => {
        $crate::__func_inputs! {
            [$($head)* {[$($input)+] [$($data)*]} [real 1: (0 $result)]] [$($input)+ $($data)*]
            [$((let $local = $definition))*]
        }
    };
    ($head:tt [$($input:ident)+] [$($data:ident)*] $body:tt) => {
        $crate::__func_scope_body! { $head [] [$(($input))+] [$(($data))*] [] $body }
    };
}

/// Refuses `if` and `match`.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_no_branch {
    () => {
        ::core::compile_error!(
            "a `func!` has no `if` and no `match`: which branch is taken is known only when there \
             are numbers. Write `select(x.less_than(y), yes, no)`; only the branch taken is evaluated \
             and differentiated"
        );
    };
}

/// Gives each of several results a number; four at a time.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_results {
    ($head:tt $inputs:tt $locals:tt $results:tt) => {
        $crate::__func_results! {
            $head $inputs $locals [] $results
            0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32
        }
    };
    ($head:tt $inputs:tt $locals:tt $done:tt [$($results:tt)+] 32) => {
        ::core::compile_error!("a `func!` has at most 32 results");
    };
    (
        $head:tt $inputs:tt $locals:tt [$($done:tt)*]
        [($a:expr) ($b:expr) ($c:expr) ($d:expr) $($results:tt)*]
        $ia:tt $ib:tt $ic:tt $id:tt $($supply:tt)*
    ) => {
        $crate::__func_results! {
            $head $inputs $locals [$($done)* ($ia $a) ($ib $b) ($ic $c) ($id $d)] [$($results)*]
            $($supply)*
        }
    };
    (
        $head:tt $inputs:tt $locals:tt [$($done:tt)*] [($a:expr) $($results:tt)*]
        $ia:tt $($supply:tt)*
    ) => {
        $crate::__func_results! {
            $head $inputs $locals [$($done)* ($ia $a)] [$($results)*] $($supply)*
        }
    };
    ([$($head:tt)*] $inputs:tt $locals:tt [$($done:tt)*] [] $count:tt $($supply:tt)*) => {
        $crate::__func_inputs! {
            [$($head)* [vector $count: $($done)*]] $inputs $locals
        }
    };
}

/// Gives each input a number and, as an argument of a call, a type.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_inputs {
    ($head:tt $inputs:tt $locals:tt) => {
        $crate::__func_inputs! {
            $head $inputs $locals []
            (0 __A0) (1 __A1) (2 __A2) (3 __A3) (4 __A4) (5 __A5) (6 __A6) (7 __A7)
            (8 __A8) (9 __A9) (10 __A10) (11 __A11) (12 __A12) (13 __A13) (14 __A14) (15 __A15)
            (16 __A16) (17 __A17) (18 __A18) (19 __A19) (20 __A20) (21 __A21) (22 __A22) (23 __A23)
            (24 __A24) (25 __A25) (26 __A26) (27 __A27) (28 __A28) (29 __A29) (30 __A30) (31 __A31)
            (32 __End)
        }
    };
    ($head:tt [$($input:ident)+] $locals:tt $done:tt (32 __End)) => {
        ::core::compile_error!("a `func!` has at most 32 inputs");
    };
    (
        $head:tt [$input:ident $($inputs:ident)*] $locals:tt
        [$($done:tt)*] ($index:tt $Argument:ident) $($supply:tt)*
    ) => {
        $crate::__func_inputs! {
            $head [$($inputs)*] $locals [$($done)* ($index $Argument $input)] $($supply)*
        }
    };
    ($head:tt [] $locals:tt [$($inputs:tt)*] ($count:tt $Unused:ident) $($supply:tt)*) => {
        $crate::__func_locals! {
            $head [$count: $($inputs)*] $locals [] []
            0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19
            20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39
            40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59
            60 61 62 63 64 65 66 67 68 69 70 71 72 73 74 75 76 77 78 79
            80 81 82 83 84 85 86 87 88 89 90 91 92 93 94 95 96 97 98 99
            100 101 102 103 104 105 106 107 108 109 110 111 112 113 114 115 116 117 118 119
            120 121 122 123 124 125 126 127 128 129 130 131 132 133 134 135 136 137 138 139
            140 141 142 143 144 145 146 147 148 149 150 151 152 153 154 155 156 157 158 159
            160 161 162 163 164 165 166 167 168 169 170 171 172 173 174 175 176 177 178 179
            180 181 182 183 184 185 186 187 188 189 190 191 192 193 194 195 196 197 198 199
            200 201 202 203 204 205 206 207 208 209 210 211 212 213 214 215 216 217 218 219
            220 221 222 223 224 225 226 227 228 229 230 231 232 233 234 235 236 237 238 239
            240 241 242 243 244 245 246 247 248 249 250 251 252 253 254 255 256 257 258 259
            260 261 262 263 264 265 266 267 268 269 270 271 272 273 274 275 276 277 278 279
            280 281 282 283 284 285 286 287 288 289 290 291 292 293 294 295 296 297 298 299
            300 301 302 303 304 305 306 307 308 309 310 311 312 313 314 315 316 317 318 319
            320 321 322 323 324 325 326 327 328 329 330 331 332 333 334 335 336 337 338 339
            340 341 342 343 344 345 346 347 348 349 350 351 352 353 354 355 356 357 358 359
            360 361 362 363 364 365 366 367 368 369 370 371 372 373 374 375 376 377 378 379
            380 381 382 383 384 385 386 387 388 389 390 391 392 393 394 395 396 397 398 399
            400 401 402 403 404 405 406 407 408 409 410 411 412 413 414 415 416 417 418 419
            420 421 422 423 424 425 426 427 428 429 430 431 432 433 434 435 436 437 438 439
            440 441 442 443 444 445 446 447 448 449 450 451 452 453 454 455 456 457 458 459
            460 461 462 463 464 465 466 467 468 469 470 471 472 473 474 475 476 477 478 479
            480 481 482 483 484 485 486 487 488 489 490 491 492 493 494 495 496 497 498 499
            500 501 502 503 504 505 506 507 508 509 510 511 512
        }
    };
}

/// Gives each `let` a number and a name for its pullback, and lists them in order and in reverse.
///
/// It takes eight at a time, so as to stay within the compiler's limit on recursion. The names are
/// told apart by the step of the expansion that made them, not by their spelling.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_locals {
    ($head:tt $inputs:tt [$($locals:tt)+] $done:tt $reverse:tt 512) => {
        ::core::compile_error!("a `func!` has at most 512 `let`s: split it in two by a call");
    };
    (
        $head:tt $inputs:tt
        [
            (let $a:tt = $da:tt) (let $b:tt = $db:tt) (let $c:tt = $dc:tt) (let $d:tt = $dd:tt)
            (let $e:tt = $de:tt) (let $f:tt = $df:tt) (let $g:tt = $dg:tt) (let $h:tt = $dh:tt)
            $($locals:tt)*
        ]
        [$($done:tt)*] [$($reverse:tt)*]
        $ia:tt $ib:tt $ic:tt $id:tt $ie:tt $if:tt $ig:tt $ih:tt $($supply:tt)*
    ) => {
        $crate::__func_locals! {
            $head $inputs [$($locals)*]
            [
                $($done)*
                ($ia $a = $da, __a) ($ib $b = $db, __b) ($ic $c = $dc, __c) ($id $d = $dd, __d)
                ($ie $e = $de, __e) ($if $f = $df, __f) ($ig $g = $dg, __g) ($ih $h = $dh, __h)
            ]
            [
                ($ih __h) ($ig __g) ($if __f) ($ie __e) ($id __d) ($ic __c) ($ib __b) ($ia __a)
                $($reverse)*
            ]
            $($supply)*
        }
    };
    (
        $head:tt $inputs:tt [(let $a:tt = $da:tt) $($locals:tt)*]
        [$($done:tt)*] [$($reverse:tt)*] $ia:tt $($supply:tt)*
    ) => {
        $crate::__func_locals! {
            $head $inputs [$($locals)*]
            [$($done)* ($ia $a = $da, __a)] [($ia __a) $($reverse)*] $($supply)*
        }
    };
    ($head:tt $inputs:tt [] [$($locals:tt)*] $reverse:tt $count:tt $($supply:tt)*) => {
        $crate::__func_items! { $head $inputs [$count: $($locals)*] $reverse }
    };
}

/// The value, once for an index.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_each {
    ($index:tt: $value:expr) => {
        $value
    };
}

/// The shape of the results.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_codomain {
    (real 1) => {
        $crate::expr::R
    };
    (vector $count:tt) => {
        [$crate::expr::R; $count]
    };
}

/// One result as a real, several as a tuple.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_tuple {
    (real $result:expr) => { $crate::expr::Real($crate::expr::Operand::into_expr($result).0) };
    (vector $($result:expr),+) => { ($($crate::expr::Operand::into_expr($result).0,)+) };
}

/// An element for each result.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_each_result {
    (real $element:ident 0) => { $element(0) };
    (vector $element:ident $($index:tt)+) => { [$($element($index)),+] };
}

/// How many names it is given.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_count {
    ($($name:ident)*) => { [$(::core::stringify!($name)),*].len() };
}

/// The list of real data.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_data {
    () => { () };
    ($($datum:ident)+) => { [$crate::expr::R; $crate::__func_count!($($datum)+)] };
}

/// Inputs and data as one array.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_join {
    ($inputs:ident $data:ident [$($own:ident)+] []) => { *$inputs.0 };
    ($inputs:ident $data:ident [$($own:ident)+] [$($datum:ident)+]) => {{
        let [$($own),+] = *$inputs.0;
        let [$($datum),+] = *$data.0;
        [$($own,)+ $($datum),+]
    }};
}

/// The three items of a function: its type, its definition, and the `fn` that calls it.
#[doc(hidden)]
#[macro_export]
macro_rules! __func_items {
    (
        [
            $(#[$attribute:meta])* $visibility:vis $name:ident
            {[$($own:ident)+] [$($datum:ident)*]}
            [$kind:ident $m:tt: $(($result_index:tt $result:expr))+]
        ]
        [$n:tt: $(($input_index:tt $Argument:ident $input:ident))+]
        [$k:tt: $(($index:tt $local:ident = $definition:expr, $pull:ident))*]
        [$(($reverse_index:tt $reverse_pull:ident))*]
    ) => {
        #[doc(hidden)]
        #[allow(non_camel_case_types, dead_code, reason = "named like the function it is the type of")]
        #[derive(Debug, Clone, Copy, Default)]
        $visibility struct $name {}

        impl $crate::expr::Definition<$n> for $name {
            type Codomain = $crate::__func_codomain!($kind $m);

            const LETS: usize = $k;

            #[inline(always)]
            fn each<__T>(__element: impl Fn(usize) -> __T) -> [__T; $n] {
                [$(__element($input_index)),+]
            }

            #[inline(always)]
            fn each_result<__T: Copy>(
                __element: impl Fn(usize) -> __T,
            ) -> <Self::Codomain as $crate::expr::Shape>::Of<__T> {
                $crate::__func_each_result!($kind __element $($result_index)+)
            }

            #[inline(always)]
            fn value<__S: $crate::Scalar>(
                self,
                __inputs: &[__S; $n],
            ) -> <Self::Codomain as $crate::expr::Shape>::Of<__S> {
                #[allow(unused_mut, reason = "written to where there are `let`s")]
                let mut __values = $crate::expr::Values::<$crate::expr::Reals<$n, $k>, __S>($crate::expr::RealValues {
                    inputs: __inputs,
                    locals: [$($crate::__func_each!($index: <__S as $crate::scalar::Field>::zero())),*],
                });
                $(let $input = $crate::Ex($crate::expr::Input::<$input_index>);)+
                $(
                    let __expr = $crate::expr::Operand::into_expr($definition).0;
                    __values.0.locals[$index] = $crate::Scalar::known_as(
                        $crate::expr::Expr::<$crate::expr::Reals<$n, $k>>::value(__expr, &__values, 0),
                        ::core::stringify!($local),
                    );
                    let $local = $crate::Ex($crate::expr::Local::<$index>);
                )*
                let __results = $crate::__func_tuple!($kind $($result),+);
                $crate::expr::Results::<$crate::expr::Reals<$n, $k>>::value(__results, &__values)
            }

            #[inline(always)]
            fn vjp<__S: $crate::Scalar>(
                self,
                __inputs: &[__S; $n],
            ) -> (
                <Self::Codomain as $crate::expr::Shape>::Of<__S>,
                impl FnOnce(
                    <Self::Codomain as $crate::expr::Shape>::Of<$crate::expr::Cotangent<__S>>,
                ) -> [$crate::expr::Cotangent<__S>; $n] + Copy + use<__S>,
            ) {
                #[allow(unused_mut, reason = "written to where there are `let`s")]
                let mut __values = $crate::expr::Values::<$crate::expr::Reals<$n, $k>, __S>($crate::expr::RealValues {
                    inputs: __inputs,
                    locals: [$($crate::__func_each!($index: <__S as $crate::scalar::Field>::zero())),*],
                });
                $(let $input = $crate::Ex($crate::expr::Input::<$input_index>);)+
                $(
                    let __expr = $crate::expr::Operand::into_expr($definition).0;
                    let (__value, $pull) =
                        $crate::expr::Expr::<$crate::expr::Reals<$n, $k>>::vjp(__expr, &__values, 0);
                    __values.0.locals[$index] = __value;
                    let $local = $crate::Ex($crate::expr::Local::<$index>);
                )*
                let __results = $crate::__func_tuple!($kind $($result),+);
                let (__value, __pull) =
                    $crate::expr::Results::<$crate::expr::Reals<$n, $k>>::vjp(__results, &__values);
                (
                    __value,
                    #[inline(always)]
                    move |__seeds: <Self::Codomain as $crate::expr::Shape>::Of<
                        $crate::expr::Cotangent<__S>,
                    >| {
                        let mut __cotangents = $crate::expr::Cotangents::<
                            $crate::expr::Reals<$n, $k>, __S,
                        >::new($crate::expr::RealCotangents {
                            inputs: [$($crate::__func_each!(
                                $input_index: $crate::expr::Cotangent::NONE
                            )),+],
                            locals: [$($crate::__func_each!(
                                $index: $crate::expr::Cotangent::NONE
                            )),*],
                        });
                        __pull(__seeds, &mut __cotangents);
                        $(
                            $crate::expr::Cotangent::pull(
                                __cotangents.sums.locals[$reverse_index],
                                &mut __cotangents,
                                $reverse_pull,
                            );
                        )*
                        __cotangents.sums.inputs
                    },
                )
            }
        }

        impl $crate::expr::Closed for $name {
            type Inputs = [$crate::expr::R; $crate::__func_count!($($own)+)];
            type Data = $crate::__func_data!($($datum)*);
            type Codomain = $crate::__func_codomain!($kind $m);
            type Kind = $crate::expr::OfReals;

            const NAME: &'static str = ::core::stringify!($name);
            const NAMES: &'static [&'static str] =
                &[$(::core::stringify!($own),)+ $(::core::stringify!($datum)),*];

            #[inline(always)]
            fn evaluate<__S: $crate::Scalar>(
                self,
                __inputs: $crate::expr::Blocks<'_, Self::Inputs, __S>,
                __data: $crate::expr::Blocks<'_, Self::Data, __S>,
            ) -> <Self::Codomain as $crate::expr::Shape>::Of<__S> {
                let __inputs =
                    $crate::__func_join!(__inputs __data [$($own)+] [$($datum)*]);
                $crate::expr::Definition::value(self, &__inputs)
            }

            #[inline(always)]
            fn pullback<__S: $crate::Scalar>(
                self,
                __inputs: $crate::expr::Blocks<'_, Self::Inputs, __S>,
                __data: $crate::expr::Blocks<'_, Self::Data, __S>,
            ) -> (
                <Self::Codomain as $crate::expr::Shape>::Of<__S>,
                impl Fn(
                    <Self::Codomain as $crate::expr::Shape>::Of<$crate::expr::Cotangent<__S>>,
                    $crate::expr::Blocks<'_, Self::Inputs, __S>,
                    $crate::expr::Blocks<'_, Self::Data, __S>,
                    $crate::expr::Slots<'_, Self::Inputs, __S>,
                    $crate::expr::Slots<'_, Self::Data, __S>,
                ) + Copy + use<__S>,
            ) {
                let __inputs =
                    $crate::__func_join!(__inputs __data [$($own)+] [$($datum)*]);
                $crate::expr::pullback_of_reals(self, &__inputs)
            }

            #[inline(always)]
            fn vjp_by_value<__S: $crate::Scalar>(
                self,
                __inputs: $crate::expr::Blocks<'_, Self::Inputs, __S>,
                __data: $crate::expr::Blocks<'_, Self::Data, __S>,
            ) -> (
                <Self::Codomain as $crate::expr::Shape>::Of<__S>,
                impl Fn(
                    <Self::Codomain as $crate::expr::Shape>::Of<$crate::expr::Cotangent<__S>>,
                    $crate::expr::Blocks<'_, Self::Inputs, __S>,
                    $crate::expr::Blocks<'_, Self::Data, __S>,
                ) -> <Self::Inputs as $crate::expr::Inputs>::Of<__S> + Copy + use<__S>,
            ) {
                let __inputs =
                    $crate::__func_join!(__inputs __data [$($own)+] [$($datum)*]);
                let (__value, __pull) = $crate::expr::Definition::vjp(self, &__inputs);
                (
                    __value,
                    #[inline(always)]
                    move |__seeds: <Self::Codomain as $crate::expr::Shape>::Of<
                        $crate::expr::Cotangent<__S>,
                    >,
                          _: $crate::expr::Blocks<'_, Self::Inputs, __S>,
                          _: $crate::expr::Blocks<'_, Self::Data, __S>| {
                        // The cotangents of the data are not asked for, and so not computed.
                        #[allow(unused_variables, reason = "those of the data")]
                        let [$($input),+] = __pull(__seeds);
                        [$($crate::expr::Cotangent::or_zero($own)),+]
                    },
                )
            }

            #[inline(always)]
            fn accumulate<__S: $crate::Scalar>(
                self,
                __inputs: $crate::expr::Blocks<'_, Self::Inputs, __S>,
                __data: $crate::expr::Blocks<'_, Self::Data, __S>,
                __seeds: <Self::Codomain as $crate::expr::Shape>::Of<$crate::expr::Cotangent<__S>>,
                __slots: $crate::expr::Slots<'_, Self::Inputs, __S>,
                __data_slots: $crate::expr::Slots<'_, Self::Data, __S>,
            ) -> <Self::Codomain as $crate::expr::Shape>::Of<__S> {
                let (__value, __pull) =
                    $crate::expr::Closed::pullback(self, __inputs, __data);
                __pull(__seeds, __inputs, __data, __slots, __data_slots);
                __value
            }
        }

        $(#[$attribute])*
        #[allow(non_camel_case_types, reason = "the name of its result's type")]
        #[allow(clippy::too_many_arguments, reason = "as many as the function has inputs")]
        #[inline(always)]
        $visibility fn $name<$($Argument: $crate::expr::Operand),+>(
            $($input: $Argument),+
        ) -> $crate::Ex<$crate::expr::Call<$name, ($($Argument::Expr,)+)>> {
            $crate::Ex($crate::expr::Call::new(
                $name {},
                ($($crate::expr::Operand::into_expr($input).0,)+),
            ))
        }
    };
}
