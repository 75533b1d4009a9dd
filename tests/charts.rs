//! Curves and boundaries of numbers that are infinite, extreme, equal or close together.
#![cfg(feature = "std")]

use monograd::draw::{Boundary, Curves};
use proptest::prelude::*;
use proptest::test_runner::{Config, FileFailurePersistence, TestRunner};
use std::sync::mpsc;
use std::time::Duration;

/// What is drawn, if it is drawn at all.
fn in_time<T: Send + 'static>(draw: impl FnOnce() -> T + Send + 'static) -> T {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || sender.send(draw()));
    let drawn = receiver.recv_timeout(Duration::from_secs(60));
    drawn.expect("it takes longer than a minute, or panics")
}

fn curves(numbers: &[f64], logarithmic: bool) -> Curves {
    let curves = Curves::new("loss").line("training", numbers);
    match logarithmic {
        true => curves.logarithmic(),
        false => curves,
    }
}

const EXTREMES: [&[f64]; 14] = [
    &[1e-300, 1e300],
    &[1e300, 1e-300, 1.0],
    &[f64::MAX, f64::MIN],
    &[f64::MAX, f64::MAX],
    &[f64::MAX],
    &[5e-324],
    &[0.0, 5e-324],
    &[5e-324, 1e-323, f64::MAX],
    &[1e17, 1e17 + 16.0],
    &[1.0, 1.0 + f64::EPSILON],
    &[1e300, 1e300 * (1.0 + f64::EPSILON)],
    &[f64::INFINITY, 1.0, f64::NAN, 2.0, f64::NEG_INFINITY],
    &[f64::NAN, f64::INFINITY],
    &[],
];

#[test]
fn curves_of_extremes_for_the_terminal() {
    for numbers in EXTREMES {
        for logarithmic in [false, true] {
            let text = curves(numbers, logarithmic).to_text(20, 5);
            let lines: Vec<_> = text.lines().collect();
            assert_eq!(lines.len(), 7, "{numbers:?} {text}");
            assert!(
                lines.iter().all(|line| line.chars().count() <= 32),
                "{text}"
            );
            let drawn = numbers
                .iter()
                .any(|x| x.is_finite() && (*x > 0.0 || !logarithmic));
            assert_eq!(
                lines[1..].concat().contains('*'),
                drawn,
                "{numbers:?} {text}"
            );
        }
    }
    // Where the width overflows, zero is still in the middle.
    let text = curves(&[f64::MIN, 0.0, f64::MAX], false).to_text(3, 3);
    let rows: Vec<_> = text.lines().skip(1).take(3).collect();
    assert!(
        rows[0].ends_with("|  *") && rows[1].ends_with("| *") && rows[2].ends_with("|*"),
        "{text}"
    );
}

/// The points, and among them one that cannot be drawn.
fn planes() -> Vec<Vec<[f64; 2]>> {
    let mut planes: Vec<Vec<[f64; 2]>> = EXTREMES
        .iter()
        .filter(|numbers| !numbers.is_empty())
        .map(|numbers| numbers.iter().map(|&x| [x, -x]).collect())
        .collect();
    planes.push(vec![[f64::INFINITY, 0.0], [1.0, 2.0], [3.0, 5.0]]);
    planes
}

#[test]
fn boundaries_of_extremes_for_the_terminal() {
    for points in planes() {
        let classes = vec![1; points.len()];
        let boundary = Boundary::new(&points, &classes, |x| {
            assert!(x.iter().all(|x| x.is_finite()), "{x:?}");
            0
        });
        let text = boundary.to_text(9, 5);
        let drawn = points
            .iter()
            .filter(|point| point.iter().all(|x| x.is_finite()));
        assert_eq!(text.contains('x'), drawn.count() > 0, "{points:?} {text}");
    }
    let points = [[f64::INFINITY, 0.0], [-1.0, -1.0], [1.0, 1.0]];
    let boundary = Boundary::new(&points, &[2, 0, 1], |[x, _]| usize::from(x > 0.0));
    assert_eq!(boundary.to_text(6, 3), "...::x\n...:::\no..:::");
}

#[cfg(feature = "draw")]
mod svg {
    use super::*;

    /// The texts of a picture.
    fn texts(svg: &str) -> Vec<&str> {
        let parts = svg.split("<text ").skip(1);
        parts
            .filter_map(|part| part.split_once('>')?.1.split_once("</text>"))
            .map(|(text, _)| text.trim())
            .collect()
    }

    fn check(svg: &str, of: &dyn std::fmt::Debug) {
        let texts = texts(svg);
        assert!(!svg.contains("NaN"), "{of:?}");
        assert!(
            texts.iter().all(|text| !text.contains("inf")),
            "{of:?}: {texts:?}"
        );
        assert!(texts.len() >= 3 && texts.len() < 40, "{of:?}: {texts:?}");
    }

    #[test]
    fn curves_of_extremes() {
        for numbers in EXTREMES {
            for logarithmic in [false, true] {
                let svg = in_time(move || curves(numbers, logarithmic).to_svg());
                check(&svg, &(numbers, logarithmic));
            }
        }
    }

    #[test]
    fn boundaries_of_extremes() {
        for points in planes() {
            let of = points.clone();
            let svg = in_time(move || {
                Boundary::new(&points, &vec![1; points.len()], |_| 0).to_svg("extremes")
            });
            check(&svg, &of);
            let drawn = of
                .iter()
                .filter(|point| point.iter().all(|x| x.is_finite()));
            assert_eq!(svg.matches("<circle").count(), 2 * drawn.count(), "{of:?}");
        }
    }

    #[test]
    fn axes_have_round_numbers_that_tell_where_they_are() {
        let labels = |numbers: &[f64], logarithmic| {
            let svg = curves(numbers, logarithmic).to_svg();
            let steps = ["step", "loss", "training"];
            let all = texts(&svg).into_iter().map(String::from);
            all.filter(|text| !steps.contains(&text.as_str()))
                .collect::<Vec<_>>()
        };
        let linear = labels(&[0.0, 0.3, 1.0], false);
        for expected in ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"] {
            assert!(linear.contains(&expected.into()), "{linear:?}");
        }
        let decades = labels(&[1e-3, 2.0, 100.0], true);
        for expected in ["0.001", "0.01", "0.1", "1.0", "10.0", "100.0"] {
            assert!(decades.contains(&expected.into()), "{decades:?}");
        }
        let many = labels(&[1e-300, 1e300], true);
        assert!(
            many.contains(&"1e-300".into()) && many.contains(&"1.0".into()),
            "{many:?}"
        );
        let close = labels(&[1e17, 1e17 + 64.0], false);
        assert!(close.contains(&"1.0000000000000002e17".into()), "{close:?}");
    }

    #[cfg(feature = "png")]
    #[test]
    fn pictures_that_are_too_large_are_an_error() {
        let svg = curves(&[1.0, 2.0], false).to_svg();
        for scale in [0.0, -1.0, f32::NAN, 100.0, 1e5, 1e30, f32::INFINITY] {
            let error = monograd::draw::png(&svg, scale).unwrap_err().to_string();
            assert!(error.contains("pixels are none, or more than"), "{error}");
        }
    }
}

/// Any numbers, their bits random: everything is drawn, and nothing asked of the classifier that is no point.
#[test]
fn any_numbers() {
    let cases = std::env::var("MONOGRAD_RANDOM_CASES").map_or(300, |cases| {
        cases.parse().expect("MONOGRAD_RANDOM_CASES is a number")
    });
    let kept = FileFailurePersistence::Direct("proptest-regressions/charts.txt");
    let config = Config {
        cases,
        failure_persistence: Some(Box::new(kept)),
        ..Config::default()
    };
    let near = (any::<f64>(), 0..5_u64).prop_map(|(x, steps)| f64::from_bits(x.to_bits() + steps));
    let any_bits = any::<u64>().prop_map(f64::from_bits);
    let number = prop_oneof![any_bits, near, -10.0..10.0];
    // Some are close together.
    let numbers =
        (prop::collection::vec(number, 0..6), 0..4_u64).prop_map(|(mut numbers, copies)| {
            if let Some(&first) = numbers.first() {
                let close = (0..copies).map(|i| f64::from_bits(first.to_bits().wrapping_add(i)));
                numbers.extend(close);
            }
            numbers
        });
    let result = TestRunner::new(config).run(&numbers, |numbers| {
        in_time(move || {
            for logarithmic in [false, true] {
                let curves = curves(&numbers, logarithmic);
                assert_eq!(curves.to_text(20, 4).lines().count(), 6);
                #[cfg(feature = "draw")]
                assert!(!curves.to_svg().contains("NaN"));
            }
            let mut points: Vec<[f64; 2]> = numbers.windows(2).map(|x| [x[0], x[1]]).collect();
            points.push([0.5; 2]);
            let classes = vec![0; points.len()];
            let boundary = Boundary::new(&points, &classes, |x| {
                assert!(x.iter().all(|x| x.is_finite()), "{x:?}");
                1
            });
            assert_eq!(boundary.to_text(8, 4).lines().count(), 4);
            #[cfg(feature = "draw")]
            assert!(!boundary.to_svg("any").contains("NaN"));
        });
        Ok(())
    });
    if let Err(failure) = result {
        panic!("{failure}");
    }
}
