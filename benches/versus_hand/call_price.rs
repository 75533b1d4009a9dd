func! {
    fn call_price(spot, strike, rate, volatility, time) {
        let deviation = volatility * time.sqrt();
        let growth = rate * time;
        let moneyness = ((spot / strike).ln() + growth) / deviation;
        let half = 0.5 * deviation;
        let d1 = moneyness + half;
        let d2 = moneyness - half;
        let discounted = strike * (-growth).exp();
        let n1 = d1.normal_cdf();
        let n2 = d2.normal_cdf();
        spot * n1 - discounted * n2
    }
}
