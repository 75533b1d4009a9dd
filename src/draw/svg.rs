//! Graphs as SVG, without Graphviz: the crate `layout-rs` places the nodes, which are drawn here.

use super::Graph;
use core::fmt::{self, Write};
use layout::core::base::Orientation;
use layout::core::format::{ClipHandle, RenderBackend};
use layout::core::geometry::Point;
use layout::core::style::StyleAttr;
use layout::std_shapes::shapes::{Arrow, Element, ShapeKind};
use layout::topo::layout::VisualGraph;

/// A graph of more nodes than this, values and operations counted after folding, is not laid out: it would take
/// long, and nobody could read it.
pub const MOST_NODES: usize = 250;

/// A graph has too many nodes to be laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLarge {
    /// How many there are after folding.
    pub nodes: usize,
}

impl fmt::Display for TooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the graph has {} nodes, folded by layers, and more than {MOST_NODES} are not drawn: draw a part of it, or \
             give Graphviz what `to_dot` writes",
            self.nodes
        )
    }
}

impl core::error::Error for TooLarge {}

/// Sizes in pixels.
const FONT: f64 = 13.0;
const CHARACTER: f64 = 7.8;
const PADDING: f64 = 10.0;
const HEIGHT: f64 = 30.0;

impl Graph {
    /// The graph as SVG, from left to right.
    ///
    /// A graph of more than [`MOST_NODES`] nodes is folded: the neurons of each layer become one node, and unnamed
    /// leaves part of what uses them.
    ///
    /// # Errors
    ///
    /// If it has too many nodes even so.
    ///
    /// ```
    /// # use monograd::{draw::Graph, prelude::*};
    /// let tape = Tape::new();
    /// let x = tape.value(0.5);
    /// let svg = Graph::of((x * 2.0).tanh().named("o")).to_svg()?;
    /// assert!(svg.starts_with("<svg") && svg.contains(">tanh</text>"));
    ///
    /// let long = (0..1000).fold(x, |sum, _| sum + x);
    /// assert!(Graph::of(long).to_svg().is_err());
    /// # Ok::<(), monograd::draw::TooLarge>(())
    /// ```
    pub fn to_svg(&self) -> Result<String, TooLarge> {
        if self.drawn() <= MOST_NODES {
            return Ok(self.lay_out());
        }
        let folded = self.folded();
        let nodes = folded.drawn();
        if nodes > MOST_NODES {
            return Err(TooLarge { nodes });
        }
        Ok(folded.lay_out())
    }

    /// How many nodes are drawn.
    fn drawn(&self) -> usize {
        let operations = self.nodes.iter().filter(|node| node.operation.is_some());
        self.nodes.len() + operations.count()
    }

    fn lay_out(&self) -> String {
        let mut graph = VisualGraph::new(Orientation::LeftToRight);
        let mut labels = Vec::new();
        let mut place = |kind: Kind, cells: Vec<String>| {
            let (shape, width) = match kind {
                Kind::Operation => {
                    let width = width_of(&cells[0]) + 2.0 * PADDING;
                    (ShapeKind::new_circle(""), width.max(HEIGHT))
                }
                _ => {
                    let widths = cells.iter().map(|cell| width_of(cell) + 2.0 * PADDING);
                    (ShapeKind::new_box(""), widths.sum())
                }
            };
            let size = Point::new(width, HEIGHT);
            let number = labels.len().to_string();
            labels.push((kind, cells));
            let look = StyleAttr::simple();
            let orientation = Orientation::LeftToRight;
            let element = Element::create_with_properties(shape, look, orientation, size, number);
            graph.add_node(element)
        };
        let mut values = Vec::new();
        let (mut operations, mut edges) = (Vec::new(), Vec::new());
        for (i, node) in self.nodes.iter().enumerate() {
            let kind = match node.operation {
                Some(_) => Kind::Result,
                None => Kind::Leaf,
            };
            let cells = self.cells(i).into_iter().filter(|cell| !cell.is_empty());
            let mut cells: Vec<String> = cells.collect();
            if cells.is_empty() {
                cells.push(" ".into());
            }
            let operation = node.operation.as_ref();
            let operation = operation.map(|operation| vec![operation.label()]);
            match operation {
                None => values.push(place(kind, cells)),
                Some(label) if self.is_bare(i) => values.push(place(Kind::Operation, label)),
                Some(label) => {
                    let value = place(kind, cells);
                    let operation = place(Kind::Operation, label);
                    edges.push((operation, value));
                    operations.push((i, operation));
                    values.push(value);
                    continue;
                }
            }
            operations.push((i, values[i]));
        }
        for (node, operation) in operations {
            let operands = self.nodes[node].operands.iter();
            edges.extend(operands.map(|&operand| (values[operand], operation)));
        }
        for (from, to) in edges {
            graph.add_edge(Arrow::simple(""), from, to);
        }
        let mut canvas = Canvas {
            labels,
            nodes: String::new(),
            edges: String::new(),
            size: Point::zero(),
        };
        graph.do_it(false, false, false, &mut canvas);
        canvas.finish()
    }
}

fn width_of(text: &str) -> f64 {
    CHARACTER * text.chars().count() as f64
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Leaf,
    Result,
    Operation,
}

/// Where the layout draws.
struct Canvas {
    labels: Vec<(Kind, Vec<String>)>,
    nodes: String,
    edges: String,
    size: Point,
}

impl Canvas {
    fn node(&mut self, properties: Option<&String>, corner: Point, size: Point) {
        let number = properties.and_then(|number| number.parse::<usize>().ok());
        let Some((kind, cells)) = number.and_then(|number| self.labels.get(number)) else {
            return;
        };
        self.size.x = self.size.x.max(corner.x + size.x);
        self.size.y = self.size.y.max(corner.y + size.y);
        let middle = corner.y + size.y / 2.0;
        let nodes = &mut self.nodes;
        match kind {
            Kind::Operation => {
                let x = corner.x + size.x / 2.0;
                let (rx, ry) = (size.x / 2.0, size.y / 2.0);
                push(
                    nodes,
                    format_args!(
                        r##"<ellipse cx="{x:.1}" cy="{middle:.1}" rx="{rx:.1}" ry="{ry:.1}" fill="#f3e9d2" stroke="#b08d57"/>"##
                    ),
                );
                text(nodes, x, middle, &cells[0]);
            }
            _ => {
                let (
                    Point { x, y },
                    Point {
                        x: width,
                        y: height,
                    },
                ) = (corner, size);
                let fill = if *kind == Kind::Leaf {
                    "#e3eefb"
                } else {
                    "#ffffff"
                };
                push(
                    nodes,
                    format_args!(
                        r##"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" rx="4" fill="{fill}" stroke="#4a6785"/>"##
                    ),
                );
                let mut left = x;
                for (i, cell) in cells.iter().enumerate() {
                    if i > 0 {
                        let bottom = y + height;
                        push(
                            nodes,
                            format_args!(
                                r##"<path d="M{left:.1} {y:.1}V{bottom:.1}" stroke="#4a6785"/>"##
                            ),
                        );
                    }
                    let width = width_of(cell) + 2.0 * PADDING;
                    text(nodes, left + width / 2.0, middle, cell);
                    left += width;
                }
            }
        }
    }

    fn finish(self) -> String {
        let (width, height) = (self.size.x + 20.0, self.size.y + 20.0);
        let Canvas { nodes, edges, .. } = self;
        format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0}" height="{height:.0}" viewBox="0 0 {width:.0} {height:.0}" style="max-width:100%;height:auto" font-family="ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace" font-size="{FONT}">
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#5b6570"/></marker></defs>
<rect width="100%" height="100%" fill="#ffffff"/>
<g fill="none" stroke="#5b6570" marker-end="url(#head)">
{edges}</g>
{nodes}</svg>
"##
        )
    }
}

fn push(svg: &mut String, element: fmt::Arguments<'_>) {
    writeln!(svg, "{element}").expect("a string takes what is written");
}

fn text(svg: &mut String, x: f64, y: f64, text: &str) {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    let y = y + 0.35 * FONT;
    push(
        svg,
        format_args!(
            r##"<text x="{x:.1}" y="{y:.1}" text-anchor="middle" fill="#1d2731">{text}</text>"##
        ),
    );
}

impl RenderBackend for Canvas {
    fn draw_rect(
        &mut self,
        xy: Point,
        size: Point,
        _look: &StyleAttr,
        properties: Option<String>,
        _clip: Option<ClipHandle>,
    ) {
        self.node(properties.as_ref(), xy, size);
    }

    fn draw_circle(
        &mut self,
        xy: Point,
        size: Point,
        _look: &StyleAttr,
        properties: Option<String>,
    ) {
        let corner = Point::new(xy.x - size.x / 2.0, xy.y - size.y / 2.0);
        self.node(properties.as_ref(), corner, size);
    }

    fn draw_line(&mut self, _: Point, _: Point, _: &StyleAttr, _: Option<String>) {}

    /// Labels are drawn with their nodes.
    fn draw_text(&mut self, _: Point, _: &str, _: &StyleAttr) {}

    /// The first pair is the start and its control point; each other an end with the one before it.
    fn draw_arrow(
        &mut self,
        path: &[(Point, Point)],
        _dashed: bool,
        _head: (bool, bool),
        _look: &StyleAttr,
        _properties: Option<String>,
        _text: &str,
    ) {
        let [(start, first), (second, end), rest @ ..] = path else {
            return;
        };
        for point in path.iter().flat_map(|&(one, other)| [one, other]) {
            self.size.x = self.size.x.max(point.x);
            self.size.y = self.size.y.max(point.y);
        }
        let mut d = format!(
            "M{:.1} {:.1}C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
            start.x, start.y, first.x, first.y, second.x, second.y, end.x, end.y
        );
        for (control, end) in rest {
            let smooth = format!(
                "S{:.1} {:.1} {:.1} {:.1}",
                control.x, control.y, end.x, end.y
            );
            d.push_str(&smooth);
        }
        push(&mut self.edges, format_args!(r#"<path d="{d}"/>"#));
    }

    fn create_clip(&mut self, _: Point, _: Point, _: usize) -> ClipHandle {
        0
    }
}
