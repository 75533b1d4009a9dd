//! Reading golden data.

use serde_json::Value as Json;

pub fn load(text: &str) -> Json {
    serde_json::from_str(text).expect("golden data")
}

pub fn numbers(json: &Json) -> Vec<f64> {
    let array = json.as_array().expect("an array");
    let number = |json: &Json| json.as_f64().expect("a number");
    array.iter().map(number).collect()
}
