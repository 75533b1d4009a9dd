use monograd::prelude::*;

#[derive(Parameters)]
struct Net<S> {
    w: [S; 3],
}

func! {
    fn f(net: Net<R>, x: [R; 3]) { (net * x).sum() }
}

fn main() {
    println!("{:?}", f.value(&(Net { w: [1.0; 3] }, [0.0; 3])));
}
