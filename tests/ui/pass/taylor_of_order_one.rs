use monograd::prelude::*;

fn main() {
    let f = func!(|x| x * x);
    assert_eq!(f.taylor::<1, _>(&[1.0], &[1.0]).derivative(1), 2.0);
}
