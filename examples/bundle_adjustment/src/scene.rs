//! Made-up cameras, points and observations.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

/// In pixels.
pub const FOCAL_LENGTH: f64 = 800.0;

/// The standard deviation of each of an observation's two coordinates, in pixels.
pub const NOISE: f64 = 0.5;

/// A camera: its rotation, an axis times an angle, and its centre.
pub type Camera = [f64; 6];

pub type Point = [f64; 3];

/// Where a camera saw a point.
pub struct Observation {
    pub camera: usize,
    pub point: usize,
    pub pixel: [f64; 2],
}

pub struct Scene {
    pub cameras: Vec<Camera>,
    pub points: Vec<Point>,
    pub observations: Vec<Observation>,
    generator: Xoshiro256PlusPlus,
}

impl Scene {
    /// Cameras around a cloud of points, each of which is seen by `views` of them.
    pub fn new(cameras: usize, points: usize, views: usize) -> Self {
        let mut generator = Xoshiro256PlusPlus::seed_from_u64(42);
        let cameras: Vec<Camera> = (0..cameras)
            .map(|i| {
                let angle = std::f64::consts::TAU * i as f64 / cameras as f64;
                let height = generator.random_range(-2.0..2.0);
                looking_at_origin([6.0 * angle.cos(), height, 6.0 * angle.sin()])
            })
            .collect();
        let points: Vec<Point> = (0..points)
            .map(|_| std::array::from_fn(|_| generator.random_range(-1.0..1.0)))
            .collect();
        let mut observations = Vec::new();
        for (point, place) in points.iter().enumerate() {
            let first = generator.random_range(0..cameras.len());
            for view in 0..views {
                let camera = (first + view * cameras.len() / views) % cameras.len();
                let [u, v] = project(&cameras[camera], place);
                let pixel = [
                    u + NOISE * normal(&mut generator),
                    v + NOISE * normal(&mut generator),
                ];
                observations.push(Observation {
                    camera,
                    point,
                    pixel,
                });
            }
        }
        Scene {
            cameras,
            points,
            observations,
            generator,
        }
    }

    /// All cameras and points one after the other, moved from where they are.
    pub fn initial_guess(&self) -> Vec<f64> {
        let mut generator = self.generator.clone();
        let mut moved = |x: &f64, by: f64| x + by * normal(&mut generator);
        let mut unknowns = Vec::new();
        for camera in &self.cameras {
            unknowns.extend(camera[..3].iter().map(|x| moved(x, 0.02)));
            unknowns.extend(camera[3..].iter().map(|x| moved(x, 0.1)));
        }
        for point in &self.points {
            unknowns.extend(point.iter().map(|x| moved(x, 0.1)));
        }
        unknowns
    }

    /// Where the unknowns of an observation's camera begin, and where those of its point.
    pub fn starts(&self, observation: &Observation) -> [usize; 2] {
        [
            6 * observation.camera,
            6 * self.cameras.len() + 3 * observation.point,
        ]
    }

    /// The root of the mean square of the residuals, from the sum of their squares.
    pub fn pixels(&self, sum_of_squares: f64) -> f64 {
        (sum_of_squares / (2 * self.observations.len()) as f64).sqrt()
    }

    /// What is left of the noise when the unknowns, but for the place, the direction and the scale of the
    /// whole, have taken up as much of it as they can.
    pub fn noise_floor(&self) -> f64 {
        let unknowns = 6 * self.cameras.len() + 3 * self.points.len() - 7;
        let numbers = 2 * self.observations.len();
        NOISE * ((numbers - unknowns) as f64 / numbers as f64).sqrt()
    }
}

/// A number of the standard normal distribution, by the method of Box and Muller.
fn normal(generator: &mut Xoshiro256PlusPlus) -> f64 {
    let radius = (-2.0 * generator.random_range(f64::MIN_POSITIVE..1.0).ln()).sqrt();
    radius * generator.random_range(0.0..std::f64::consts::TAU).cos()
}

fn dot(a: Point, b: Point) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

fn cross(a: Point, b: Point) -> Point {
    [
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    ]
}

fn unit(a: Point) -> Point {
    let length = dot(a, a).sqrt();
    a.map(|x| x / length)
}

/// The camera at a place that looks at the origin, upright.
fn looking_at_origin(centre: Point) -> Camera {
    let forward = unit(centre.map(|x| -x));
    let right = unit(cross([0.0, 1.0, 0.0], forward));
    let down = cross(forward, right);
    // The rotation whose rows these are, as an axis times an angle.
    let [r, d, f] = [right, down, forward];
    let angle = ((r[0] + d[1] + f[2] - 1.0) / 2.0).clamp(-1.0, 1.0).acos();
    let axis = unit([f[1] - d[2], r[2] - f[0], d[0] - r[1]]);
    [
        angle * axis[0],
        angle * axis[1],
        angle * axis[2],
        centre[0],
        centre[1],
        centre[2],
    ]
}

/// Where a camera sees a point.
fn project(camera: &Camera, point: &Point) -> [f64; 2] {
    let rotation = [camera[0], camera[1], camera[2]];
    let offset = [
        point[0] - camera[3],
        point[1] - camera[4],
        point[2] - camera[5],
    ];
    let angle = dot(rotation, rotation).sqrt();
    let axis = unit(rotation);
    let turned = cross(axis, offset);
    let along = dot(axis, offset) * (1.0 - angle.cos());
    let seen: Point = std::array::from_fn(|i| {
        offset[i] * angle.cos() + turned[i] * angle.sin() + axis[i] * along
    });
    [
        FOCAL_LENGTH * seen[0] / seen[2],
        FOCAL_LENGTH * seen[1] / seen[2],
    ]
}
