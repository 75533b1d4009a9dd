//! Dual numbers with several tangents.
//!
//! x + x₁ε₁ + … + x_Nε_N with εᵢεⱼ = 0: a dual number along `N` directions at once, that computes the
//! primal and the partials of each operation once for all of them.

use super::dual::contribution;
use super::number::{
    field_by_primal, number_with_derivatives, operators_by_rule, scalar_by_primal,
};
use crate::rules::zeros::{both_parts, each_part, part};
use crate::scalar::{
    AllLanes, BinaryRule, Branch, Field, Lanes, Linearity, OneRegister, Packing, Rule, Scalar,
    UnaryRule, each,
};

/// A number and what it changes by along `N` directions.
///
/// The gradient of code that is generic over the number, in one evaluation:
///
/// ```
/// use monograd::MultiDual;
/// use num_traits::Float;
///
/// fn distance<T: Float>(x: T, y: T) -> T {
///     (x * x + y * y).sqrt()
/// }
/// let [x, y] = MultiDual::variables([3.0, 4.0]);
/// let z = distance(x, y);
/// assert_eq!(z.primal, 5.0);
/// assert!((z.tangents()[0] - 0.6).abs() < 1e-15 && (z.tangents()[1] - 0.8).abs() < 1e-15);
/// ```
///
/// A direction in which the number does not move is told apart from one in which its derivative is 0.
/// In straight-line code the compiler knows which they are, and computes nothing for them.
#[derive(Debug, Clone, Copy)]
pub struct MultiDual<S, const N: usize> {
    /// The number itself.
    pub primal: S,
    tangents: [Option<S>; N],
}

impl<S: Scalar, const N: usize> MultiDual<S, N> {
    /// The number `primal` that changes by `tangents` along the directions.
    ///
    /// ```
    /// use monograd::MultiDual;
    ///
    /// let y = MultiDual::new(3.0, [1.0, 2.0]).square();
    /// assert_eq!(y.tangents(), [6.0, 12.0]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn new(primal: S, tangents: [S; N]) -> Self {
        let tangents = tangents.map(Some);
        MultiDual { primal, tangents }
    }

    /// The variable with respect to which direction `i` differentiates, counted from 0.
    ///
    /// # Panics
    ///
    /// If `i` is not less than `N`.
    ///
    /// ```
    /// use monograd::MultiDual;
    ///
    /// assert_eq!(MultiDual::<f64, 2>::variable(3.0, 1).square().tangents(), [0.0, 6.0]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn variable(primal: S, i: usize) -> Self {
        let mut tangents = [None; N];
        tangents[i] = Some(S::one());
        MultiDual { primal, tangents }
    }

    /// The variables at a point: direction i differentiates with respect to the i-th.
    ///
    /// ```
    /// use monograd::MultiDual;
    ///
    /// let [x, y] = MultiDual::variables([2.0, 3.0]);
    /// assert_eq!((x * y).tangents(), [3.0, 2.0]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn variables(point: [S; N]) -> [Self; N] {
        each(
            Self::constant(S::zero()),
            #[cfg_attr(optimized, inline(always))]
            |i| MultiDual::variable(point[i], i),
        )
    }

    /// A number that does not depend on the variables.
    ///
    /// ```
    /// use monograd::MultiDual;
    ///
    /// assert_eq!(MultiDual::<f64, 2>::constant(3.0).tangents(), [0.0, 0.0]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn constant(primal: S) -> Self {
        MultiDual {
            primal,
            tangents: [None; N],
        }
    }

    /// What the number changes by along each direction.
    ///
    /// ```
    /// use monograd::MultiDual;
    ///
    /// assert_eq!(MultiDual::new(1.0, [2.0, 3.0]).tangents(), [2.0, 3.0]);
    /// ```
    #[cfg_attr(optimized, inline(always))]
    pub fn tangents(self) -> [S; N] {
        each(
            S::zero(),
            #[cfg_attr(optimized, inline(always))]
            |i| self.tangent(i),
        )
    }

    #[cfg_attr(optimized, inline(always))]
    pub(crate) fn tangent(self, i: usize) -> S {
        match self.tangents[i] {
            Some(tangent) => tangent,
            None => S::zero(),
        }
    }

    /// The tangents of an operand, which are 0 where it takes no part in the operation.
    #[cfg_attr(optimized, inline(always))]
    fn moving(tangents: [Option<S>; N], takes_part: Option<S::Mask>) -> [Option<S>; N] {
        match takes_part {
            None => tangents,
            Some(mask) => tangents.map(
                #[cfg_attr(optimized, inline(always))]
                |tangent| {
                    tangent.map(
                        #[cfg_attr(optimized, inline(always))]
                        |tangent| S::select(mask, tangent, S::zero()),
                    )
                },
            ),
        }
    }

    /// The number `primal`, whose tangents are the sums of the inputs' times the partials.
    #[cfg_attr(optimized, inline(always))]
    fn combine<const M: usize>(
        primal: S,
        varies: bool,
        inputs: [[Option<S>; N]; M],
        partials: [S; M],
    ) -> Self {
        let tangents = each(
            None,
            #[cfg_attr(optimized, inline(always))]
            |direction| {
                let mut sum = None;
                for (i, tangents) in inputs.iter().enumerate() {
                    if let Some(tangent) = tangents[direction] {
                        let term = contribution(
                            varies,
                            tangent,
                            #[cfg_attr(optimized, inline(always))]
                            || tangent * partials[i],
                        );
                        sum = Some(match sum {
                            None => term,
                            Some(sum) => sum + term,
                        });
                    }
                }
                sum
            },
        );
        MultiDual { primal, tangents }
    }
}

impl<S: Scalar, const N: usize> Field for MultiDual<S, N> {
    field_by_primal!();

    #[cfg_attr(optimized, inline(always))]
    fn are_finite(numbers: &[Self]) -> bool {
        numbers.iter().all(|x| {
            let are_finite = |tangent: Option<S>| tangent.is_none_or(|x| S::are_finite(&[x]));
            S::are_finite(&[x.primal]) && x.tangents.into_iter().all(are_finite)
        })
    }
    #[cfg_attr(optimized, inline(always))]
    fn is_constant_zero(self) -> S::Mask {
        let mut zero = self.primal.is_constant_zero();
        for tangent in self.tangents.into_iter().flatten() {
            zero = zero & tangent.is_constant_zero();
        }
        zero
    }
    #[cfg_attr(optimized, inline(always))]
    fn select(mask: S::Mask, yes: Self, no: Self) -> Self {
        let tangents = each(
            None,
            #[cfg_attr(optimized, inline(always))]
            |i| match (yes.tangents[i], no.tangents[i]) {
                (None, None) => None,
                _ => Some(S::select(mask, yes.tangent(i), no.tangent(i))),
            },
        );
        MultiDual {
            primal: S::select(mask, yes.primal, no.primal),
            tangents,
        }
    }
}

impl<S: Scalar, const N: usize> Scalar for MultiDual<S, N> {
    const ORDERS: usize = 1 + S::ORDERS;

    scalar_by_primal!();

    #[cfg_attr(optimized, inline(always))]
    fn unary<Op: UnaryRule>(self, op: Op) -> Self {
        let x = self.primal;
        let y = x.unary(op);
        if Op::STOPS {
            return MultiDual::constant(y);
        }
        let varies = Op::READS_INPUT || Op::READS_VALUE;
        let mask = part(op, x, y);
        let tangents = Self::moving(self.tangents, mask);
        Self::combine(y, varies, [tangents], [op.partial(x, y)])
    }
    #[cfg_attr(optimized, inline(always))]
    fn binary<Op: BinaryRule>(self, other: Self, op: Op) -> Self {
        let (x, y) = (self.primal, other.primal);
        let z = x.binary(y, op);
        let (left, right) = op.partials(x, y, z);
        let masks = both_parts(op, x, y, z);
        let tangents = [
            Self::moving(self.tangents, masks.map(|[left, _]| left)),
            Self::moving(other.tangents, masks.map(|[_, right]| right)),
        ];
        let varies = !matches!(Op::LINEARITY, Linearity::Both);
        Self::combine(z, varies, tangents, [left, right])
    }
    #[cfg_attr(optimized, inline(always))]
    fn nary<Op: Rule<M>, const M: usize>(inputs: [Self; M], op: Op) -> Self {
        let x = inputs.map(|input| input.primal);
        let y = S::nary(x, op);
        let masks = each_part(op, x, y);
        let mut tangents = inputs.map(|input| input.tangents);
        for (i, tangents) in tangents.iter_mut().enumerate() {
            *tangents = Self::moving(*tangents, masks.map(|masks| masks[i]));
        }
        Self::combine(y, true, tangents, op.partials(x, y))
    }
}

operators_by_rule!(impl [S: Scalar, const N: usize] MultiDual<S, N>);

number_with_derivatives! {
    impl [S: Scalar, const N: usize] MultiDual<S, N>,
    example "(|x| monograd::MultiDual::<f64, 1>::variable(x, 0))",
    "let (value, [slope]) = (y.primal, y.tangents());"
}

/// Numbers side by side.
#[cfg_attr(optimized, inline(always))]
fn pack<P: Packing<S>, S: Scalar, const N: usize>(
    lane: impl Fn(usize) -> MultiDual<S, N>,
) -> MultiDual<P::Pack, N> {
    let tangents = each(
        None,
        #[cfg_attr(optimized, inline(always))]
        |i| {
            let moves = (0..P::LANES).any(|at| lane(at).tangents[i].is_some());
            moves.then(|| P::pack(|at| lane(at).tangent(i)))
        },
    );
    MultiDual {
        primal: P::pack(|at| lane(at).primal),
        tangents,
    }
}

/// The number in a lane.
#[cfg_attr(optimized, inline(always))]
fn in_lane<P: Packing<S>, S: Scalar, const N: usize>(
    pack: MultiDual<P::Pack, N>,
    lane: usize,
) -> MultiDual<S, N> {
    let of_lane = |tangent: Option<P::Pack>| tangent.map(|pack| P::lane(pack, lane));
    MultiDual {
        primal: P::lane(pack.primal, lane),
        tangents: pack.tangents.map(of_lane),
    }
}

/// Primals side by side, and tangents; what moves in one lane moves in all.
impl<S: Scalar, const N: usize> Lanes for MultiDual<S, N> {
    type Pack = MultiDual<S::Pack, N>;
    type Register = MultiDual<S::Register, N>;

    const LANES: usize = S::LANES;
    const REGISTER_LANES: usize = S::REGISTER_LANES;

    #[cfg_attr(optimized, inline(always))]
    fn splat(self) -> MultiDual<S::Pack, N> {
        MultiDual {
            primal: self.primal.splat(),
            tangents: self.tangents.map(|tangent| tangent.map(S::splat)),
        }
    }
    #[cfg_attr(optimized, inline(always))]
    fn pack(lane: impl Fn(usize) -> Self) -> MultiDual<S::Pack, N> {
        pack::<AllLanes, S, N>(lane)
    }
    #[cfg_attr(optimized, inline(always))]
    fn lane(pack: MultiDual<S::Pack, N>, lane: usize) -> Self {
        in_lane::<AllLanes, S, N>(pack, lane)
    }
    #[cfg_attr(optimized, inline(always))]
    fn pack_register(lane: impl Fn(usize) -> Self) -> MultiDual<S::Register, N> {
        pack::<OneRegister, S, N>(lane)
    }
    #[cfg_attr(optimized, inline(always))]
    fn register_lane(register: MultiDual<S::Register, N>, lane: usize) -> Self {
        in_lane::<OneRegister, S, N>(register, lane)
    }
    #[cfg_attr(optimized, inline(always))]
    fn sum_lanes(pack: MultiDual<S::Pack, N>) -> Self {
        MultiDual {
            primal: S::sum_lanes(pack.primal),
            tangents: pack.tangents.map(|tangent| tangent.map(S::sum_lanes)),
        }
    }
}
