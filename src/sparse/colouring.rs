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
    fn none(vertices: usize) -> Self {
        Colours {
            of: vec![NONE; vertices],
            count: 0,
        }
    }

    /// Gives the vertex the first colour that it has not been forbidden.
    fn give(&mut self, vertex: usize, forbidden: &Forbidden) {
        let colour = forbidden.first_free();
        self.of[vertex] = colour;
        self.count = self.count.max(colour + 1);
    }

    /// Colours for which no two columns of one colour have an entry in one row. `columns` has the entries of each column,
    /// `rows` those of each row. Columns without entries have the colour 0.
    pub(super) fn of_columns(columns: &Pattern, rows: &Pattern) -> Self {
        let size = columns.starts().len() - 1;
        let mut colours = Self::none(size);
        let mut forbidden = Forbidden::new();
        for column in by_degree(size, |column| columns.of(column).len()) {
            forbidden.begin();
            for &row in columns.of(column) {
                for &other in rows.of(row) {
                    forbidden.forbid(colours.of[other]);
                }
            }
            colours.give(column, &forbidden);
        }
        colours
    }

    /// A star colouring of the graph of a symmetric matrix, of which `whole` has the entries on both sides of the diagonal.
    pub(super) fn star(whole: &Pattern) -> Self {
        let size = whole.starts().len() - 1;
        let mut colours = Self::none(size);
        let mut forbidden = Forbidden::new();
        for vertex in by_degree(size, |vertex| whole.of(vertex).len()) {
            forbidden.begin();
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
            colours.give(vertex, &forbidden);
        }
        colours
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
