//! Loops of statements: a pendulum and what was observed of it, a recurrent network, predators and
//! prey, and an array filled element by element.

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

/// Predators and prey, a hundred steps of Runge's and Kutta's method.
pub mod prey {
    use monograd::prelude::*;

    func! {
        fn prey(x0, y0, a, b, c, d; dt) {
            let mut x = x0;
            let mut y = y0;
            for _ in 0..100 {
                let k1 = x * (a - b * y);
                let l1 = y * (c * x - d);
                let x1 = x + dt / 2 * k1;
                let y1 = y + dt / 2 * l1;
                let k2 = x1 * (a - b * y1);
                let l2 = y1 * (c * x1 - d);
                let x2 = x + dt / 2 * k2;
                let y2 = y + dt / 2 * l2;
                let k3 = x2 * (a - b * y2);
                let l3 = y2 * (c * x2 - d);
                let x3 = x + dt * k3;
                let y3 = y + dt * l3;
                x += dt / 6 * (k1 + 2 * (k2 + k3) + x3 * (a - b * y3));
                y += dt / 6 * (l1 + 2 * (l2 + l3) + y3 * (c * x3 - d));
            }
            x * y
        }
    }

    #[inline(always)]
    pub fn ours((point, dt): &([f64; 6], f64)) -> (f64, [f64; 6]) {
        prey.with(&[*dt]).value_and_gradient(point)
    }

    #[inline(always)]
    pub fn by_hand((point, dt): &([f64; 6], f64)) -> (f64, [f64; 6]) {
        let [x0, y0, a, b, c, d] = *point;
        let (half, sixth) = (dt / 2.0, dt / 6.0);
        let (mut x, mut y) = (x0, y0);
        let slopes = |x: f64, y: f64| (x * (a - b * y), y * (c * x - d));
        // Of each step: where the slopes are taken.
        let mut steps = [[0.0; 8]; 100];
        for step in &mut steps {
            let (k1, l1) = slopes(x, y);
            let (x1, y1) = (x + half * k1, y + half * l1);
            let (k2, l2) = slopes(x1, y1);
            let (x2, y2) = (x + half * k2, y + half * l2);
            let (k3, l3) = slopes(x2, y2);
            let (x3, y3) = (x + dt * k3, y + dt * l3);
            let (k4, l4) = slopes(x3, y3);
            *step = [x, y, x1, y1, x2, y2, x3, y3];
            x += sixth * (k1 + 2.0 * (k2 + k3) + k4);
            y += sixth * (l1 + 2.0 * (l2 + l3) + l4);
        }
        let value = x * y;
        let (mut x_bar, mut y_bar) = (y, x);
        let (mut a_bar, mut b_bar, mut c_bar, mut d_bar) = (0.0, 0.0, 0.0, 0.0);
        let mut back = |x: f64, y: f64, k_bar: f64, l_bar: f64| {
            let (of_k, of_l) = (k_bar * x, l_bar * y);
            a_bar += of_k;
            b_bar -= of_k * y;
            c_bar += of_l * x;
            d_bar -= of_l;
            (
                k_bar * (a - b * y) + of_l * c,
                l_bar * (c * x - d) - of_k * b,
            )
        };
        for &[x, y, x1, y1, x2, y2, x3, y3] in steps.iter().rev() {
            let (k, l) = (sixth * x_bar, sixth * y_bar);
            let (x3_bar, y3_bar) = back(x3, y3, k, l);
            let (x2_bar, y2_bar) = back(x2, y2, 2.0 * k + dt * x3_bar, 2.0 * l + dt * y3_bar);
            let (x1_bar, y1_bar) = back(x1, y1, 2.0 * k + half * x2_bar, 2.0 * l + half * y2_bar);
            let (x_in, y_in) = back(x, y, k + half * x1_bar, l + half * y1_bar);
            x_bar += x1_bar + x2_bar + x3_bar + x_in;
            y_bar += y1_bar + y2_bar + y3_bar + y_in;
        }
        (value, [x_bar, y_bar, a_bar, b_bar, c_bar, d_bar])
    }
}

/// An array that is filled element by element.
pub mod filled {
    use monograd::prelude::*;

    func! {
        fn filled(x: [R; 100], k) {
            let mut a = [0; 100];
            for i in 1..99 { a[i] = (x[i + 1] - 2 * x[i] + x[i - 1]) * (k + x[i] * x[i]); }
            a.norm_squared()
        }
    }

    #[inline(always)]
    pub fn ours(point: &([f64; 100], f64)) -> (f64, ([f64; 100], f64)) {
        filled.value_and_gradient(point)
    }

    #[inline(always)]
    pub fn by_hand((x, k): &([f64; 100], f64)) -> (f64, ([f64; 100], f64)) {
        let mut a = [0.0; 100];
        for i in 1..99 {
            a[i] = (x[i + 1] - 2.0 * x[i] + x[i - 1]) * (k + x[i] * x[i]);
        }
        let value = a.iter().map(|a| a * a).sum();
        let (mut x_bar, mut k_bar) = ([0.0; 100], 0.0);
        for i in 1..99 {
            let a_bar = 2.0 * a[i];
            let (second, factor) = (x[i + 1] - 2.0 * x[i] + x[i - 1], k + x[i] * x[i]);
            let second_bar = a_bar * factor;
            let factor_bar = a_bar * second;
            x_bar[i + 1] += second_bar;
            x_bar[i] += 2.0 * (factor_bar * x[i] - second_bar);
            x_bar[i - 1] += second_bar;
            k_bar += factor_bar;
        }
        (value, (x_bar, k_bar))
    }
}

/// Logistic growth, 200 steps of Euler, against what was observed of it: one input, by forward mode on both sides.
pub mod growth {
    use monograd::prelude::*;

    pub type Data = ([f64; 200], f64);

    func! {
        fn growth(rate; observed: [R; 200], dt) {
            let mut x = 0.1;
            let mut loss = 0;
            for i in 0..200 {
                x += dt * rate * x * (1 - x);
                loss += (x - observed[i]).square();
            }
            loss
        }
    }

    #[inline(always)]
    pub fn ours((rate, data): &([f64; 1], Data)) -> (f64, [f64; 1]) {
        growth.with(data).value_and_gradient(rate)
    }

    #[inline(always)]
    pub fn ours_reverse((rate, data): &([f64; 1], Data)) -> (f64, [f64; 1]) {
        growth.with(data).vjp(rate, &1.0)
    }

    #[inline(always)]
    pub fn by_hand(([rate], (observed, dt)): &([f64; 1], Data)) -> (f64, [f64; 1]) {
        let (mut x, mut x_dot, mut loss, mut loss_dot) = (0.1, 0.0, 0.0, 0.0);
        let step = dt * rate;
        for y in observed {
            let room = 1.0 - x;
            let growth = x * room;
            x_dot += dt * growth + step * (x_dot * (room - x));
            x += step * growth;
            let error = x - y;
            loss += error * error;
            loss_dot += error * x_dot;
        }
        (loss, [2.0 * loss_dot])
    }
}
