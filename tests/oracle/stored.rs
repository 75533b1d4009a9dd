//! The numbers that JAX computed.

use serde_json::Value as Json;
use std::collections::HashMap;

/// A point, a direction, and what is there.
pub struct Point {
    pub x: Vec<f64>,
    pub data: Vec<f64>,
    pub v: Vec<f64>,
    pub value: Vec<f64>,
    /// The gradient, or the Jacobian row by row.
    pub derivatives: Vec<f64>,
    /// The Hessian–vector product with `v`, of a real program.
    pub product: Option<Vec<f64>>,
}

/// The points of a group's programs.
pub fn points(group: &str) -> HashMap<String, Vec<Point>> {
    let file = format!(
        "{}/tests/oracle/numbers/{group}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let text = std::fs::read_to_string(&file).expect("a group's numbers");
    let json: HashMap<String, Vec<Json>> = serde_json::from_str(&text).expect("JSON");
    let point = |json: &Json| {
        let list = |name: &str| {
            let numbers = json.get(name)?.as_array()?;
            Some(numbers.iter().map(|x| x.as_f64().expect("a number")))
        };
        let numbers = |name| list(name).map(Iterator::collect::<Vec<_>>);
        Point {
            x: numbers("x").expect("a point"),
            data: numbers("data").expect("data"),
            v: numbers("v").expect("a direction"),
            value: numbers("value").expect("values"),
            derivatives: numbers("gradient")
                .or_else(|| numbers("jacobian"))
                .expect("derivatives"),
            product: numbers("product"),
        }
    };
    json.into_iter()
        .map(|(name, points)| (name, points.iter().map(point).collect()))
        .collect()
}
