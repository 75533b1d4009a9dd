use monograd::prelude::*;

func! {
    fn softplus(x) { (1 + x.exp()).ln() }
    fn caller(x, y) { softplus(x, y) }
}

fn main() {
    println!("{}", caller.value(&[1.0, 2.0]));
}
