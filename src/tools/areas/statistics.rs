//! The special functions of the model, from the statistics library.
//!
//! `statrs` is the best kept pure-Rust library with regularised gamma and beta functions and their inverses.

use domain::estimate::Functions;
use statrs::distribution::DiscreteCDF;
use statrs::distribution::{ContinuousCDF, Gamma, NegativeBinomial};

/// The functions of `statrs`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Statrs;

impl Functions for Statrs {
    fn ln_gamma(&self, x: f64) -> f64 {
        statrs::function::gamma::ln_gamma(x)
    }

    fn gamma_share(&self, shape: f64, rate: f64, x: f64) -> f64 {
        Gamma::new(shape, rate).map_or(f64::NAN, |gamma| gamma.cdf(x))
    }

    fn gamma_quantile(&self, shape: f64, rate: f64, probability: f64) -> f64 {
        // In units of the mean: the library stops at an absolute accuracy, and a rate per person is a small number.
        Gamma::new(shape, shape).map_or(f64::NAN, |gamma| gamma.inverse_cdf(probability) * shape / rate)
    }

    fn count_quantile(&self, shape: f64, mean: f64, probability: f64) -> u32 {
        let Ok(counts) = NegativeBinomial::new(shape, shape / (shape + mean)) else { return 0 };
        // The smallest count that reaches the probability, between none and one found by doubling.
        let mut high = 1_u64;
        while counts.cdf(high) < probability && high < u64::from(u32::MAX) {
            high *= 2;
        }
        let mut low = 0;
        while low < high {
            let middle = u64::midpoint(low, high);
            if counts.cdf(middle) < probability { low = middle + 1 } else { high = middle }
        }
        u32::try_from(low).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: a gamma of shape 1 is exponential; a negative binomial of shape 1 is geometric.
    #[test]
    fn functions_agree_with_hand_worked_values() {
        let near = |found: f64, wanted: f64| assert!((found / wanted - 1.0).abs() < 1e-7, "{found} is not {wanted}");
        near(Statrs.gamma_share(1.0, 2.0, 0.5), 1.0 - (-1.0_f64).exp());
        near(Statrs.gamma_quantile(1.0, 100.0, 0.95), 20.0_f64.ln() / 100.0);
        near(Statrs.gamma_quantile(1.0, 1e6, 0.05), -(0.95_f64.ln()) / 1e6);
        near(Statrs.ln_gamma(5.0), 24.0_f64.ln());
        // P(Y > n) = (9/10)^(n+1) at mean 9: below 0.05 first at n = 28; P(Y = 0) = 0.1 passes 0.05 at once.
        assert_eq!(Statrs.count_quantile(1.0, 9.0, 0.95), 28);
        assert_eq!(Statrs.count_quantile(1.0, 9.0, 0.05), 0);
    }
}
