use monograd::prelude::*;

#[derive(Clone, Copy)]
struct Net<S> {
    w: [S; 3],
}

func! {
    fn f(net: Net<R>) { net.w.sum() }
}

fn main() {}
