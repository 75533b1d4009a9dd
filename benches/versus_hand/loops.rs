//! Loops of statements: a pendulum and what was observed of it, a recurrent network, and an orbit.

/// A damped pendulum by symplectic Euler, against what was observed.
pub mod pendulum {
    use monograd::prelude::*;

    pub type Data = ([f64; 100], f64);

    func! {
        fn huber(r, delta) {
            if r.abs() <= delta { 0.5 * r * r } else { delta * (r.abs() - 0.5 * delta) }
        }
        fn pendulum(theta0, g, damping; observed: [R; 100], dt) {
            let mut theta = theta0;
            let mut omega = 0;
            let mut loss = 0;
            for i in 0..100 {
                omega -= dt * (g * theta.sin() + damping * omega);
                theta += dt * omega;
                loss += huber(theta - observed[i], 0.1);
            }
            loss / 100
        }
    }

    #[inline(always)]
    pub fn ours((point, data): &([f64; 3], Data)) -> (f64, [f64; 3]) {
        pendulum.with(data).value_and_gradient(point)
    }

    #[inline(always)]
    pub fn by_hand((point, data): &([f64; 3], Data)) -> (f64, [f64; 3]) {
        let ([theta0, g, damping], (observed, dt)) = (*point, data);
        // Of each step: θ and ω before it, sin θ, and the slope of the loss after it.
        let mut steps = [[0.0; 4]; 100];
        let (mut theta, mut omega, mut loss) = (theta0, 0.0, 0.0);
        for (step, observed) in steps.iter_mut().zip(observed) {
            let sin = theta.sin();
            let before = [theta, omega];
            omega -= dt * (g * sin + damping * omega);
            theta += dt * omega;
            let r: f64 = theta - observed;
            let slope = if r.abs() <= 0.1 {
                loss += 0.5 * r * r;
                r
            } else {
                loss += 0.1 * (r.abs() - 0.5 * 0.1);
                0.1 * r.signum()
            };
            *step = [before[0], before[1], sin, slope];
        }
        let (mut theta_bar, mut omega_bar, mut g_bar, mut damping_bar) = (0.0, 0.0, 0.0, 0.0);
        for &[theta, omega, sin, slope] in steps.iter().rev() {
            theta_bar += slope * 0.01;
            omega_bar += dt * theta_bar;
            let force_bar = -dt * omega_bar;
            g_bar += force_bar * sin;
            damping_bar += force_bar * omega;
            omega_bar += force_bar * damping;
            theta_bar += force_bar * g * theta.cos();
        }
        (loss / 100.0, [theta_bar, g_bar, damping_bar])
    }
}

/// An Elman network of 16 over a sequence of 20.
pub mod elman {
    use monograd::prelude::*;

    const H: usize = 16;
    const T: usize = 20;

    pub type Parameters = ([[f64; H]; H], [[f64; 4]; H], [f64; H]);
    pub type Data = ([[f64; 4]; T], f64);

    func! {
        fn elman(w: [[R; H]; H], u: [[R; 4]; H], v: [R; H]; xs: [[R; 4]; T], y) {
            let mut h = [0; H];
            for t in 0..T {
                h = (w.dot(h) + u.dot(xs[t])).tanh();
            }
            (v.dot(h) - y).square()
        }
    }

    #[inline(always)]
    pub fn ours((parameters, data): &(Parameters, Data)) -> (f64, Parameters) {
        elman.with(data).value_and_gradient(parameters)
    }

    fn dot<const N: usize>(a: &[f64; N], b: &[f64; N]) -> f64 {
        let mut sums = [0.0; 4];
        for i in 0..N / 4 {
            for k in 0..4 {
                sums[k] += a[4 * i + k] * b[4 * i + k];
            }
        }
        (sums[0] + sums[2]) + (sums[1] + sums[3])
    }

    #[inline(always)]
    pub fn by_hand(((w, u, v), (xs, y)): &(Parameters, Data)) -> (f64, Parameters) {
        let mut states = [[0.0; H]; T + 1];
        for t in 0..T {
            let h = states[t];
            for i in 0..H {
                states[t + 1][i] = (dot(&w[i], &h) + dot(&u[i], &xs[t])).tanh();
            }
        }
        let error = dot(v, &states[T]) - y;
        let mut w_bar = [[0.0; H]; H];
        let mut u_bar = [[0.0; 4]; H];
        let v_bar = states[T].map(|h| 2.0 * error * h);
        let mut h_bar = v.map(|v| 2.0 * error * v);
        for t in (0..T).rev() {
            let mut before_bar = [0.0; H];
            for i in 0..H {
                let h = states[t + 1][i];
                let z_bar = h_bar[i] * (1.0 - h * h);
                for k in 0..H {
                    w_bar[i][k] += z_bar * states[t][k];
                    before_bar[k] += z_bar * w[i][k];
                }
                for k in 0..4 {
                    u_bar[i][k] += z_bar * xs[t][k];
                }
            }
            h_bar = before_bar;
        }
        (error * error, (w_bar, u_bar, v_bar))
    }
}
