//! What a gradient costs in each mode, as far as the types of a body tell.
//!
//! A derivative passes along each edge of a graph, from an operand to its operation or back, by a product and a sum: in reverse
//! mode once, in forward mode once for each input. Where there are no loops forward mode therefore never costs less.
//! In a loop that takes reals on, each step waits for the one before it. In reverse mode the steps are gone through
//! twice, the second time through what was stored of the first. In forward mode the tangents are computed while the next value is
//! waited for, and nothing is stored: with one input it costs less, and with a few where a step is short.

/// The edges of the graph of an expression, of `let`s or of a body.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    /// How many they are, with those of a step for a loop; unknown numbers are infinitely many.
    edges: usize,
    /// Whether there is a loop that takes on reals.
    recurs: bool,
}

/// Up to how many products for the tangents of a step, of which there are as many as edges times inputs, are computed while the
/// next value is waited for. Measured with recurrences of one to six inputs: at 38 both modes take the same time.
const SHORT: usize = 36;

impl Cost {
    /// Of what is not known, or has arrays.
    pub const UNKNOWN: Cost = Cost {
        edges: usize::MAX,
        recurs: false,
    };

    /// Of a variable or a constant.
    pub const NONE: Cost = Cost {
        edges: 0,
        recurs: false,
    };

    /// Of the call of a function of reals, whose body its type does not show: a short one.
    pub const CALL: Cost = Cost {
        edges: 8,
        recurs: false,
    };

    /// Of both.
    pub const fn and(self, other: Self) -> Self {
        Cost {
            edges: self.edges.saturating_add(other.edges),
            recurs: self.recurs || other.recurs,
        }
    }

    /// Of an operation on operands that cost so much, to as many of which derivatives pass.
    pub const fn passed_to(self, operands: usize) -> Self {
        Cost {
            edges: self.edges.saturating_add(operands),
            recurs: self.recurs,
        }
    }

    /// Of a loop whose step costs so much, and which takes so many arrays on.
    pub const fn repeated(self, arrays: usize) -> Self {
        if arrays > 0 {
            return Self::UNKNOWN;
        }
        Cost {
            edges: self.edges,
            recurs: true,
        }
    }

    /// Whether the gradient in so many inputs, all of them reals, costs less in forward mode.
    pub const fn is_less_forward(self, inputs: usize) -> bool {
        let is_known = self.edges < usize::MAX;
        self.recurs && is_known && (inputs == 1 || self.edges.saturating_mul(inputs) <= SHORT)
    }
}

#[cfg(test)]
mod tests {
    use super::Cost;

    #[test]
    fn forward_mode_is_for_loops_of_few_inputs() {
        let of_edges = |edges| Cost::NONE.passed_to(edges);
        assert!(!of_edges(2).is_less_forward(1));
        assert!(of_edges(1000).repeated(0).is_less_forward(1));
        assert!(of_edges(18).repeated(0).is_less_forward(2));
        assert!(!of_edges(19).repeated(0).is_less_forward(2));
        assert!(of_edges(4).repeated(0).and(of_edges(2)).is_less_forward(6));
        assert!(!of_edges(4).repeated(1).is_less_forward(1));
        assert!(
            !of_edges(4)
                .repeated(0)
                .and(Cost::UNKNOWN)
                .is_less_forward(1)
        );
    }
}
