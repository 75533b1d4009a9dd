use monograd::prelude::*;

#[derive(Parameters)]
struct Net<S> {
    w: [S; 3],
}

func! {
    fn f(net: Net<f64>) { net.w.sum() }
}

fn main() {
    println!("{:?}", f.value(&Net { w: [1.0; 3] }));
}
