//! The volatility at which an option has its market price, as a function of the market: its sensitivities come from the implicit
//! function theorem, whatever finds the volatility.
//!
//! ```sh
//! cargo run --release --example implied_volatility
//! ```

use monograd::implicit::root;
use monograd::prelude::*;

func! {
    /// The price of a European call by Black and Scholes.
    fn call(volatility, spot, strike, rate, time) {
        let deviation = volatility * time.sqrt();
        let d = ((spot / strike).ln() + rate * time) / deviation + 0.5 * deviation;
        spot * d.normal_cdf() - strike * (-rate * time).exp() * (d - deviation).normal_cdf()
    }
    fn excess(volatility, price, spot, strike, rate, time) {
        call(volatility, spot, strike, rate, time) - price
    }
    fn implied(price, spot, strike, rate, time) { root(excess, bisect, (price, spot, strike, rate, time)) }
}

/// The volatility between 0 and 5; NaN if the price is that of none.
fn bisect(price: f64, spot: f64, strike: f64, rate: f64, time: f64) -> f64 {
    let (mut low, mut high) = (1e-9, 5.0);
    let excess = |x: f64| excess.value(&[x, price, spot, strike, rate, time]);
    if !(excess(low) <= 0.0 && excess(high) >= 0.0) {
        return f64::NAN;
    }
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if excess(middle) < 0.0 {
            low = middle
        } else {
            high = middle
        }
    }
    0.5 * (low + high)
}

fn main() {
    let (spot, strike, rate, time) = (100.0, 110.0, 0.03, 0.5);
    let (price, greeks) = call.value_and_gradient(&[0.25, spot, strike, rate, time]);
    let market = [price, spot, strike, rate, time];

    let (volatility, slopes, curvature) = implied.value_gradient_hessian(&market);
    println!("implied volatility {volatility:.9}");
    println!(
        "per unit of price {:.9}, and 1/vega {:.9}",
        slopes[0],
        1.0 / greeks[0]
    );
    println!(
        "per unit of spot {:.9}, and −delta/vega {:.9}",
        slopes[1],
        -greeks[1] / greeks[0]
    );
    println!("second derivative in the price {:.9}", curvature[0][0]);
    let impossible = implied.value_and_gradient(&[200.0_f64, spot, strike, rate, time]);
    println!("of a price above the spot: {}", impossible.0);
}
