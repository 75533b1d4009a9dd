//! What tells variables apart.

/// What tells the variables of a frame, and the parts of one, apart.
#[derive(Debug, Clone, Copy)]
pub struct Id {
    variable: usize,
    start: usize,
    end: usize,
}

impl Id {
    /// A variable.
    pub(in crate::expr) const fn whole(variable: usize) -> Self {
        Self::part(variable, 0, usize::MAX)
    }

    /// Some of the numbers of a variable.
    pub(in crate::expr) const fn part(variable: usize, start: usize, len: usize) -> Self {
        let end = start.saturating_add(len);
        Id {
            variable,
            start,
            end,
        }
    }

    /// Whether they have a number in common.
    pub(in crate::expr) const fn meets(self, other: Self) -> bool {
        self.variable == other.variable && self.start < other.end && other.start < self.end
    }
}

/// What tells the variables of a tree apart.
#[derive(Debug)]
pub enum Ids {
    /// One variable.
    One(Id),
    /// Those of the branches.
    Each(&'static [Ids]),
}

impl Ids {
    /// Whether no two have a number in common.
    pub(in crate::expr) const fn are_distinct(&self) -> bool {
        let Ids::Each(branches) = self else {
            return true;
        };
        let mut i = 0;
        while i < branches.len() {
            let mut j = 0;
            while j < i {
                if branches[i].meet(&branches[j]) {
                    return false;
                }
                j += 1;
            }
            if !branches[i].are_distinct() {
                return false;
            }
            i += 1;
        }
        true
    }

    /// Whether one has a number in common with one of the others.
    const fn meet(&self, others: &Ids) -> bool {
        match (self, others) {
            (Ids::One(id), Ids::One(other)) => id.meets(*other),
            (one @ Ids::One(_), Ids::Each(branches)) | (Ids::Each(branches), one) => {
                let mut i = 0;
                while i < branches.len() {
                    if branches[i].meet(one) {
                        return true;
                    }
                    i += 1;
                }
                false
            }
        }
    }
}
