//! How the property tests choose their inputs.

use proptest::test_runner::{Config, RngSeed};

/// The seed is fixed, so that a commit passes or fails everywhere alike. `PROPTEST_RNG_SEED` sets
/// another and `PROPTEST_CASES` the number of inputs, to search for new failures.
pub fn config() -> Config {
    let config = Config { failure_persistence: None, ..Config::default() };
    let seed = if config.rng_seed == RngSeed::Random { RngSeed::Fixed(1) } else { config.rng_seed };
    Config { rng_seed: seed, ..config }
}
