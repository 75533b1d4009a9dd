//! Drawings: graphs of values and of functions, formulas, loss curves, decision boundaries.
//!
//! | | gives |
//! |---|---|
//! | [`Graph`] | the operations that a value was computed by, or those of a function: as DOT, and with the feature `draw` as SVG |
//! | [`Formula`] | a function as a formula: plain, and in LaTeX |
//! | [`Curves`] | losses over the steps: in the terminal, and with `draw` as SVG |
//! | [`Boundary`] | which class a classifier gives to the points of the plane: in the terminal, and with `draw` as SVG |
#![cfg_attr(
    feature = "png",
    doc = "\nWith the feature `png`, [`png`] makes pixels of any of the SVGs."
)]
//!
//! Here is the lecture's neuron; the picture is made by the example `neuron`.
//!
#![doc = include_str!("../../examples/images/neuron.svg")]
//!
//! And here is what the network of the example `moons` has learned.
//!
#![doc = include_str!("../../examples/images/moons.svg")]

mod axis;
mod boundary;
#[cfg(feature = "draw")]
mod charts;
mod curves;
mod dot;
mod formula;
mod graph;
#[cfg(feature = "png")]
mod pixels;
#[cfg(feature = "draw")]
mod svg;
#[cfg(feature = "draw")]
mod ticks;

pub use boundary::Boundary;
pub use curves::Curves;
pub use formula::Formula;
pub use graph::Graph;
#[cfg(feature = "png")]
pub use pixels::{PngError, png};
#[cfg(feature = "draw")]
pub use svg::{MOST_NODES, TooLarge};
