use monograd::prelude::*;

#[derive(Parameters)]
struct Net<S> {
    w: [S; 3],
    b: S,
}

func! {
    fn f(net: Net<R>) { net.w.sum() + net.c }
}

fn main() {
    println!("{:?}", f.value(&Net { w: [1.0; 3], b: 0.0 }));
}
