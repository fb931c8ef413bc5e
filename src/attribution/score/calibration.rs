//! Converts products of evidence to probabilities and back: 0.8 means that eight of ten such
//! attributions are right.

use super::weights::Weights;

/// The probability for a product of evidence.
pub(in crate::attribution) fn probability(product: f32) -> f32 {
    interpolate(&Weights::built_in().calibration, product, |&(product, probability)| (product, probability))
}

/// The smallest product with at least this probability.
pub(in crate::attribution) fn product(probability: f32) -> f32 {
    interpolate(&Weights::built_in().calibration, probability, |&(product, probability)| {
        (probability, product)
    })
}

/// Linear interpolation at `x` through ascending points, constant beyond both ends.
fn interpolate(points: &[(f32, f32)], x: f32, point: impl Fn(&(f32, f32)) -> (f32, f32)) -> f32 {
    let next = points.partition_point(|p| point(p).0 < x).clamp(1, points.len() - 1);
    let ((x0, y0), (x1, y1)) = (point(&points[next - 1]), point(&points[next]));
    if x >= x1 {
        return y1;
    }
    let share = ((x - x0) / (x1 - x0)).max(0.0);
    y0 + share * (y1 - y0)
}

#[cfg(test)]
mod tests {
    use super::{probability, product};

    #[test]
    fn probabilities_and_products_are_each_other_s_inverse() {
        for hundredth in 0..=96_u8 {
            let p = f32::from(hundredth) / 100.0;
            assert!((probability(product(p)) - p).abs() < 1e-4, "{p}");
        }
    }

    #[test]
    fn the_ends_are_held() {
        assert!(product(1.0) <= 1.0 && probability(1.0) < 1.0 && probability(-1.0) >= 0.0);
    }
}
