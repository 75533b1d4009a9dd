//! Progress: what is kept, what is drawn, and that nothing is drawn where there is no terminal.
#![cfg(feature = "progress")]

use indicatif::{ProgressDrawTarget, TermLike};
use monograd_solvers::progress::{History, Progress};
use std::io;
use std::process::Command;
use std::sync::{Arc, Mutex};

/// A terminal that keeps what is written to it.
#[derive(Debug, Clone, Default)]
struct Screen(Arc<Mutex<String>>);

impl TermLike for Screen {
    fn width(&self) -> u16 {
        100
    }
    fn move_cursor_up(&self, _: usize) -> io::Result<()> {
        Ok(())
    }
    fn move_cursor_down(&self, _: usize) -> io::Result<()> {
        Ok(())
    }
    fn move_cursor_right(&self, _: usize) -> io::Result<()> {
        Ok(())
    }
    fn move_cursor_left(&self, _: usize) -> io::Result<()> {
        Ok(())
    }
    fn write_line(&self, text: &str) -> io::Result<()> {
        self.write_str(text)
    }
    fn write_str(&self, text: &str) -> io::Result<()> {
        self.0.lock().expect("no panic").push_str(text);
        Ok(())
    }
    fn clear_line(&self) -> io::Result<()> {
        Ok(())
    }
    fn flush(&self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_terminal_shows_loss_gradient_and_time() {
    let screen = Screen::default();
    let target = ProgressDrawTarget::term_like(Box::new(screen.clone()));
    let mut progress = Progress::drawn_on(target).of_steps(2);
    progress.step(0.5, Some(0.25));
    progress.step(0.125, None);
    progress.finish();
    let shown = screen.0.lock().expect("no panic");
    for part in [
        "step 1/2 loss 5.000000e-1, gradient 2.50e-1, 0.",
        "step 2/2 loss 1.250000e-1, 0.",
    ] {
        assert!(shown.contains(part), "{shown}");
    }
}

#[test]
fn the_curves_are_the_steps() {
    let mut progress = Progress::new();
    let history: History = progress.history();
    progress.step(4.0, None);
    progress.step(1.0, None);
    assert_eq!(history.losses(), [4.0, 1.0]);
    assert!(!history.curves("fit").to_text(20, 4).contains("gradient"));
    progress.step(0.5, Some(2.0));
    let text = history.curves("fit").to_text(20, 4);
    assert!(
        text.starts_with("fit  * loss  o norm of the gradient\n    4.0000 |*"),
        "{text}"
    );
    let steps = history.steps();
    assert!(steps[0].time <= steps[2].time && steps[2].gradient_norm == Some(2.0));
}

/// What the test below runs without a terminal.
#[test]
fn a_loop_with_progress() {
    let mut progress = Progress::new().of_steps(3);
    (0..3).for_each(|step| progress.step(f64::from(step), None));
    progress.finish();
}

#[test]
fn nothing_is_drawn_where_the_output_is_no_terminal() {
    let this = std::env::current_exe().expect("a test");
    let output = Command::new(this)
        .args(["--exact", "a_loop_with_progress", "--nocapture"])
        .output()
        .expect("it runs");
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stdout).contains("1 passed"));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[cfg(feature = "argmin")]
#[test]
fn argmin_tells_every_iteration() {
    use argmin::core::{Executor, State, observers::ObserverMode};
    use argmin::solver::{linesearch::MoreThuenteLineSearch, quasinewton::LBFGS};
    use monograd::prelude::*;
    use monograd_solvers::prelude::*;

    let valley = func!(|x, y| (1 - x).square() + 100 * (y - x * x).square());
    let progress = Progress::new();
    let history = progress.history();
    let result = Executor::new(
        valley.objective().argmin(),
        LBFGS::new(MoreThuenteLineSearch::new(), 7),
    )
    .configure(|state| state.param(vec![-1.2, 1.0]).max_iters(12))
    .add_observer(progress, ObserverMode::Always)
    .run()
    .expect("a run");
    let steps = history.steps();
    let last = steps.last().expect("steps");
    assert_eq!(steps.len(), 12);
    let state = result.state();
    assert_eq!(last.loss, state.get_cost());
    let x = state.get_param().expect("a point");
    let slopes = valley.gradient(&[x[0], x[1]]);
    let norm = last.gradient_norm.expect("a gradient");
    assert!((norm - slopes[0].hypot(slopes[1])).abs() <= 1e-12 * norm);
}
