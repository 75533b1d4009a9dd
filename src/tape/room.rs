//! Memory that is used again.

/// Memory for the operands of a node, their numbers, and its partials in them.
#[derive(Debug)]
pub(super) struct Room<F> {
    pub(super) operands: Vec<(u32, F)>,
    pub(super) numbers: Vec<F>,
    pub(super) partials: Vec<F>,
}

impl<F> Room<F> {
    pub(super) const fn new() -> Self {
        Room {
            operands: Vec::new(),
            numbers: Vec::new(),
            partials: Vec::new(),
        }
    }

    pub(super) fn clear(&mut self) {
        self.operands.clear();
        self.numbers.clear();
        self.partials.clear();
    }
}
