//! Colours: which columns of a sparse matrix are computed by one product.
//!
//! Columns of one colour are added up, by a product with the sum of their unit vectors, and their entries can be told
//! apart afterwards: if no two of them have an entry in one row (Curtis, Powell & Reid 1974), or, of a symmetric matrix, if each
//! entry (i, j) is alone among its colour in row i *or* in row j (Powell & Toint 1979). Coleman & Moré (1983, 1984) showed the first to be
//! a colouring of the columns in which those at distance 2 differ, the second a *star colouring* of the graph whose edges
//! are the entries off the diagonal: neighbours differ, and every path of four vertices has three colours. Both are
//! coloured greedily, by Algorithms 3.1 and 4.1 of Gebremedhin, Manne & Pothen, *What color is your Jacobian?*, SIAM Review 47
//! (2005), from the vertex with most neighbours on.

use super::pattern::Pattern;
use std::vec;
use std::vec::Vec;

/// A colour of each column.
#[derive(Debug, Clone)]
pub(super) struct Colours {
    pub(super) of: Vec<usize>,
    pub(super) count: usize,
}

/// No colour yet, and no vertex.
const NONE: usize = usize::MAX;

impl Colours {
    /// Gives each vertex of a graph, from that with most entries on, the first colour that `forbid` leaves it.
    fn greedily(graph: &Pattern, forbid: impl Fn(&Self, usize, &mut Forbidden)) -> Self {
        let size = graph.starts().len() - 1;
        let mut colours = Colours {
            of: vec![NONE; size],
            count: 0,
        };
        let mut forbidden = Forbidden::new();
        for vertex in by_degree(size, |vertex| graph.of(vertex).len()) {
            forbidden.begin();
            forbid(&colours, vertex, &mut forbidden);
            let colour = forbidden.first_free();
            colours.of[vertex] = colour;
            colours.count = colours.count.max(colour + 1);
        }
        colours
    }

    /// Colours for which no two columns of one colour have an entry in one row. `columns` has the entries of each column,
    /// `rows` those of each row. Columns without entries have the colour 0.
    pub(super) fn of_columns(columns: &Pattern, rows: &Pattern) -> Self {
        Self::greedily(columns, |colours, column, forbidden| {
            for &row in columns.of(column) {
                for &other in rows.of(row) {
                    forbidden.forbid(colours.of[other]);
                }
            }
        })
    }

    /// Colours for which neighbours differ, in the graph of a symmetric matrix of which `whole` has the entries on both sides of the
    /// diagonal: the entry on the diagonal is alone of its colour in its row then.
    pub(super) fn of_neighbours(whole: &Pattern) -> Self {
        Self::greedily(whole, |colours, vertex, forbidden| {
            for &near in whole.of(vertex).iter().filter(|&&near| near != vertex) {
                forbidden.forbid(colours.of[near]);
            }
        })
    }

    /// A star colouring of the graph of a symmetric matrix, of which `whole` has the entries on both sides of the diagonal.
    pub(super) fn star(whole: &Pattern) -> Self {
        Self::greedily(whole, |colours, vertex, forbidden| {
            for &near in whole.of(vertex).iter().filter(|&&near| near != vertex) {
                let colour_of_near = colours.of[near];
                forbidden.forbid(colour_of_near);
                for &next in whole.of(near) {
                    let colour = colours.of[next];
                    if next == vertex || next == near || forbidden.has(colour) {
                        continue;
                    }
                    // Over a vertex without a colour, the ends differ whatever it gets; over one with a colour they may be
                    // alike, if that path does not go on to another vertex of the same colour.
                    let goes_on = || {
                        let ends = whole.of(next).iter();
                        ends.filter(|&&end| end != near && end != next)
                            .any(|&end| colours.of[end] == colour_of_near)
                    };
                    if colour_of_near == NONE || goes_on() {
                        forbidden.forbid(colour);
                    }
                }
            }
        })
    }
}

/// The colours that a vertex may not have.
struct Forbidden {
    /// For which vertex, counted from 1, a colour was forbidden last.
    last: Vec<usize>,
    vertex: usize,
}

impl Forbidden {
    fn new() -> Self {
        Forbidden {
            last: Vec::new(),
            vertex: 0,
        }
    }

    fn begin(&mut self) {
        self.vertex += 1;
    }

    fn forbid(&mut self, colour: usize) {
        if colour != NONE {
            if colour >= self.last.len() {
                self.last.resize(colour + 1, 0);
            }
            self.last[colour] = self.vertex;
        }
    }

    /// Whether a colour is forbidden already, or is none.
    fn has(&self, colour: usize) -> bool {
        colour == NONE || self.last.get(colour) == Some(&self.vertex)
    }

    fn first_free(&self) -> usize {
        let free = self.last.iter().position(|&last| last != self.vertex);
        free.unwrap_or(self.last.len())
    }
}

/// The vertices from those with most neighbours on, else in their order.
fn by_degree(size: usize, degree: impl Fn(usize) -> usize) -> Vec<usize> {
    let mut vertices: Vec<usize> = (0..size).collect();
    vertices.sort_by_key(|&vertex| core::cmp::Reverse(degree(vertex)));
    vertices
}

#[cfg(test)]
mod tests {
    use super::super::hessian::recoveries;
    use super::super::pattern::Order;
    use super::*;

    /// Random patterns: from empty to full ones, with a full row now and then.
    fn patterns() -> impl Iterator<Item = (usize, Vec<(usize, usize)>)> {
        let mut state = 1_u64;
        let mut draw = move |below: usize| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1);
            (state >> 33) as usize % below
        };
        (0..300).map(move |case| {
            let size = 1 + draw(25);
            let count = draw(3 * size);
            let mut entries: Vec<_> = (0..count).map(|_| (draw(size), draw(size))).collect();
            if case % 5 == 0 {
                let row = draw(size);
                entries.extend((0..size).map(|column| (row, column)));
            }
            (size, entries)
        })
    }

    #[test]
    fn columns_of_one_colour_have_no_row_in_common() {
        for (size, entries) in patterns() {
            let columns = Pattern::from_entries(Order::Columns, (size, size), &entries);
            let (rows, _) = columns.reordered();
            let colours = Colours::of_columns(&columns, &rows);
            for row in 0..size {
                let mut seen: Vec<_> = rows.of(row).iter().map(|&at| colours.of[at]).collect();
                seen.sort_unstable();
                let count = seen.len();
                seen.dedup();
                assert_eq!(seen.len(), count, "{entries:?}");
                assert!(colours.count >= count);
            }
        }
    }

    #[test]
    fn every_entry_of_a_symmetric_matrix_is_read_from_a_product() {
        for (size, entries) in patterns() {
            let lower: Vec<_> = entries.iter().map(|&(i, j)| (i.min(j), i.max(j))).collect();
            let lower = Pattern::from_entries(Order::Columns, (size, size), &lower);
            let (whole, numbers) = lower.mirrored();
            let colours = Colours::star(&whole);
            // Each entry is a power of 2 of its own, so that every sum shows what it is made of.
            let mut products = vec![vec![0.0; size]; colours.count];
            for ((row, column), &number) in whole.entries().zip(&numbers) {
                products[colours.of[column]][row] += 2_f64.powi(number as i32);
            }
            let found = recoveries(&whole, &colours, lower.entries().enumerate());
            for (number, (colour, row)) in found.into_iter().enumerate() {
                assert_eq!(
                    products[colour][row],
                    2_f64.powi(number as i32),
                    "{entries:?}"
                );
            }
        }
    }

    #[test]
    fn known_graphs_have_few_colours() {
        let star = |size, entries: &[(usize, usize)]| {
            let lower = Pattern::from_entries(Order::Columns, (size, size), entries);
            Colours::star(&lower.mirrored().0).count
        };
        let chain: Vec<_> = (0..99).map(|i| (i, i + 1)).collect();
        assert_eq!(star(100, &chain), 3);
        let arrow: Vec<_> = (1..100).map(|i| (0, i)).collect();
        assert_eq!(star(100, &arrow), 2);
        let reversed: Vec<_> = (0..99).map(|i| (i, 99)).collect();
        assert_eq!(star(100, &reversed), 2);
        let full: Vec<_> = (0..10).flat_map(|i| (i..10).map(move |j| (i, j))).collect();
        assert_eq!(star(10, &full), 10);
        assert_eq!(star(5, &[]), 1);
    }
}
