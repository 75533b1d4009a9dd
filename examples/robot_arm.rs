//! Inverse kinematics: the angles of an arm of three segments that bring its hand to a point, by damped least squares,
//! δ = Jᵀ (J Jᵀ + λ I)⁻¹ e (C. W. Wampler, 1986).

use monograd::prelude::*;

func! {
    /// The hand of an arm of three segments, by the angles of its joints.
    fn hand(a, b, c) {
        let second = a + b;
        let third = second + c;
        [
            1.0 * a.cos() + 0.8 * second.cos() + 0.5 * third.cos(),
            1.0 * a.sin() + 0.8 * second.sin() + 0.5 * third.sin(),
        ]
    }
}

fn main() {
    let target = [0.6_f64, 1.5];
    let mut angles = [0.1, 0.2, 0.3];
    for step in 0..20 {
        let (at, jacobian) = hand.value_and_jacobian(&angles);
        let error = [target[0] - at[0], target[1] - at[1]];
        println!(
            "step {step:2}: {:.2e} from the target",
            error[0].hypot(error[1])
        );
        let dot = |i: usize, j: usize| -> f64 {
            jacobian[i]
                .iter()
                .zip(jacobian[j])
                .map(|(x, y)| x * y)
                .sum()
        };
        let (p, q, r) = (dot(0, 0) + 1e-3, dot(0, 1), dot(1, 1) + 1e-3);
        let determinant = p * r - q * q;
        let u = [
            (r * error[0] - q * error[1]) / determinant,
            (p * error[1] - q * error[0]) / determinant,
        ];
        for (i, angle) in angles.iter_mut().enumerate() {
            *angle += jacobian[0][i] * u[0] + jacobian[1][i] * u[1];
        }
    }
    let [x, y] = hand.value(&angles);
    println!("angles {angles:.4?} bring it to ({x:.6}, {y:.6})");
    assert!((x - target[0]).abs() < 1e-9 && (y - target[1]).abs() < 1e-9);
}
