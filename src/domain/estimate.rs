//! The statistical model: what a year's count says about an area's rate, and about the year to come.
//!
//! y ~ Poisson(E·θ·ε), θ ~ Gamma(mean μ, shape k), ε log-normal with standard deviation σ of its logarithm: the
//! empirical Bayes of Clayton and Kaldor (1987) and Marshall (1991), with room for the movement that a rate shows
//! from year to year. Method and evidence: `docs/areas.md`. The special functions come from outside, so that the
//! model needs no numerical library and the page, which reads finished estimates, carries none.

/// The special functions the model needs; `tools` takes them from a statistics library.
pub trait Functions {
    /// ln Γ(x), x > 0.
    fn ln_gamma(&self, x: f64) -> f64;
    /// P(X ≤ x) of a gamma distribution.
    fn gamma_share(&self, shape: f64, rate: f64, x: f64) -> f64;
    /// The x with P(X ≤ x) = probability of a gamma distribution, 0 < probability < 1.
    fn gamma_quantile(&self, shape: f64, rate: f64, probability: f64) -> f64;
    /// The smallest count with P(Y ≤ count) ≥ probability of a negative binomial distribution with this shape and mean.
    fn count_quantile(&self, shape: f64, mean: f64, probability: f64) -> u32;
}

/// How much a true rate moves from year to year: standard deviations of its logarithm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Movement {
    /// Of the counted year, around the lasting rate.
    pub own: f64,
    /// Of the year to come, London's own movement included.
    pub next: f64,
}

impl Movement {
    /// A ward: 0.15 to 0.20 in the data from March 2024 on; 0.18 makes the 90% ranges hold 90% of next year's counts.
    pub const WARD: Self = Self { own: 0.18, next: 0.18 };
    /// A borough moves 0.08 beside London; the year to come also carries London's own movement.
    pub const BOROUGH: Self = Self { own: 0.08, next: 0.18 };
}

/// A count and the number of people among whom it was counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation {
    /// Recorded offences in a year.
    pub count: u32,
    /// People present, in persons.
    pub people: u32,
}

/// What is known of a rate before its area is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Prior {
    /// Nothing: the area's own count decides. For boroughs, whose counts are in the hundreds and more.
    Flat,
    /// What all areas together say: a gamma distribution.
    Gamma {
        /// Offences per person and year.
        mean: f64,
        /// Shape; the larger, the more alike the areas are.
        shape: f64,
    },
}

/// What is known of a rate after its area was looked at: a gamma distribution of offences per person and year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Posterior {
    shape: f64,
    rate: f64,
}

impl Prior {
    /// The gamma distribution under which these observations are most likely (negative binomial likelihood: for each
    /// shape the mean by bisection of its score, which falls throughout; then the shape by golden section).
    /// [`Prior::Flat`] when there is nothing to learn from.
    pub fn fit(observations: &[Observation], functions: &impl Functions) -> Self {
        let seen: Vec<(f64, f64)> = observations
            .iter()
            .filter(|one| one.people > 0)
            .map(|one| (f64::from(one.count), f64::from(one.people)))
            .collect();
        if seen.iter().all(|(count, _)| *count == 0.0) {
            return Self::Flat;
        }
        let golden = (5.0_f64.sqrt() - 1.0) / 2.0;
        let height = |ln_shape: f64| {
            let shape = ln_shape.exp();
            likelihood(&seen, shape, best_mean(&seen, shape), functions)
        };
        let (mut low, mut high) = (0.02_f64.ln(), 500.0_f64.ln());
        for _ in 0..80 {
            let step = golden * (high - low);
            if height(high - step) < height(low + step) { low = high - step } else { high = low + step }
        }
        let shape = f64::midpoint(low, high).exp();
        Self::Gamma { mean: best_mean(&seen, shape), shape }
    }

    /// The rate after one year's count, when a year's own rate differs from the lasting one by `sigma`: such a count
    /// weighs like y' = y/(1 + yσ²) offences among E' = E/(1 + yσ²) people.
    /// Nothing when there is no information at all: no people, or no prior and no count.
    pub fn update(self, seen: Observation, sigma: f64) -> Option<Posterior> {
        let count = f64::from(seen.count);
        let weight = (count * sigma).mul_add(sigma, 1.0).recip();
        let (shape, rate) = match self {
            Self::Flat => (0.0, 0.0),
            Self::Gamma { mean, shape } => (shape, shape / mean),
        };
        let posterior = Posterior { shape: shape + count * weight, rate: rate + f64::from(seen.people) * weight };
        (seen.people > 0 && posterior.shape > 0.0 && posterior.rate.is_finite()).then_some(posterior)
    }
}

fn likelihood(seen: &[(f64, f64)], shape: f64, mean: f64, functions: &impl Functions) -> f64 {
    seen.iter()
        .map(|(count, people)| {
            let expected = people * mean;
            functions.ln_gamma(count + shape) - functions.ln_gamma(shape)
                + shape * (shape / (shape + expected)).ln()
                + count * (expected / (shape + expected)).ln()
        })
        .sum()
}

fn best_mean(seen: &[(f64, f64)], shape: f64) -> f64 {
    let score = |mean: f64| {
        seen.iter().map(|(count, people)| (count - people * mean) / people.mul_add(mean, shape)).sum::<f64>()
    };
    // Between one offence in a thousand million people and ten a person, halving the logarithm's range.
    let (mut low, mut high) = (1e-9_f64.ln(), 10.0_f64.ln());
    for _ in 0..100 {
        let middle = f64::midpoint(low, high);
        if score(middle.exp()) > 0.0 { low = middle } else { high = middle }
    }
    f64::midpoint(low, high).exp()
}

impl Posterior {
    /// The mean, in offences per person and year.
    pub fn mean(&self) -> f64 {
        self.shape / self.rate
    }

    /// The 5th and the 95th percentile, in offences per person and year.
    pub fn interval(&self, functions: &impl Functions) -> (f64, f64) {
        let at = |probability| functions.gamma_quantile(self.shape, self.rate, probability);
        (at(0.05), at(0.95))
    }

    /// How probable it is that the rate lies below the first limit, between each two, and above the last, when the
    /// limits are multiples of a reference rate.
    pub fn shares(&self, limits: &[f64; 4], reference: f64, functions: &impl Functions) -> [f64; 5] {
        let [a, b, c, d] = limits.map(|limit| functions.gamma_share(self.shape, self.rate, limit * reference));
        [a, b - a, c - b, d - c, 1.0 - d]
    }

    /// The counts between which next year's falls with 90% probability: this posterior, times a new year's own ε with
    /// deviation `sigma`, times chance. Gamma times log-normal is close to a gamma with the same mean and variance,
    /// which makes the count negative binomial.
    pub fn next_year(&self, people: u32, sigma: f64, functions: &impl Functions) -> (u32, u32) {
        let relative_variance = (1.0 + self.shape.recip()) * (sigma * sigma).exp() - 1.0;
        let mean = self.mean() * f64::from(people);
        let at = |probability| functions.count_quantile(relative_variance.recip(), mean, probability);
        (at(0.05), at(0.95))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, wanted: f64) {
        assert!((found - wanted).abs() < 1e-9 * wanted.abs().max(1.0), "{found} is not {wanted}");
    }

    /// By hand: y = 50, σ = 0.2: weight 1/(1 + 50·0.04) = 1/3; y' = 16⅔, E' = 10,000/3; k = 2, μ = 0.01:
    /// shape 18⅔, rate 200 + 3,333⅓, mean 0.0052830.
    #[test]
    fn a_posterior_weighs_a_count_by_its_overdispersion() {
        let prior = Prior::Gamma { mean: 0.01, shape: 2.0 };
        let posterior = prior.update(Observation { count: 50, people: 10_000 }, 0.2);
        near(posterior.map_or(0.0, |p| p.shape), 56.0 / 3.0);
        near(posterior.map_or(0.0, |p| p.mean()), (56.0 / 3.0) / (200.0 + 10_000.0 / 3.0));
    }

    #[test]
    fn a_flat_prior_keeps_the_areas_own_rate() {
        let posterior = Prior::Flat.update(Observation { count: 21_442, people: 689_000 }, 0.08);
        near(posterior.map_or(0.0, |p| p.mean()), 21_442.0 / 689_000.0);
    }

    #[test]
    fn nothing_known_gives_no_posterior() {
        assert_eq!(Prior::Flat.update(Observation { count: 0, people: 1_000 }, 0.1), None);
        assert_eq!(Prior::Flat.update(Observation { count: 5, people: 0 }, 0.1), None);
        let prior = Prior::Gamma { mean: 0.01, shape: 1.0 };
        assert!(prior.update(Observation { count: 0, people: 1_000 }, 0.1).is_some());
    }
}
