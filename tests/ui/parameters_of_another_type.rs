use monograd::prelude::*;

#[derive(Parameters)]
struct Net<S> {
    w: [S; 3],
    steps: usize,
}

func! {
    fn f(net: Net<R>) { net.w.sum() }
}

fn main() {
    println!("{:?}", f.value(&Net { w: [1.0; 3], steps: 3 }));
}
