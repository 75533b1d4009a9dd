use monograd::prelude::*;

func! {
    fn solution(a: [[R; 3]; 2], b: [R; 2]) {
        a.solve(b).sum()
    }
}

fn main() {
    solution.value(&([[1.0; 3]; 2], [1.0; 2]));
}
