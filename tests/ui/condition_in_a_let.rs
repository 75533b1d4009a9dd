use monograd::prelude::*;

func! {
    fn larger(x, y) {
        let less = x.less_than(y);
        select(less, y, x)
    }
}

fn main() {
    println!("{}", larger.value(&[1.0, 2.0]));
}
