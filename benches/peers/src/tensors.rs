//! The crates whose functions are of tensors: the loss of the network, in f64 and on one thread.

use crate::workloads::split;

type Rows = [([f64; 2], f64)];

fn points(rows: &Rows) -> Vec<f64> {
    rows.iter().flat_map(|(x, _)| *x).collect()
}

fn labels(rows: &Rows) -> Vec<f64> {
    rows.iter().map(|(_, label)| *label).collect()
}

pub mod candle {
    use super::*;
    use candle_core::{Device, Result, Tensor, Var};

    pub fn gradient(parameters: &[f64], rows: &Rows) -> Result<Vec<f64>> {
        let device = &Device::Cpu;
        let x = Tensor::from_vec(points(rows), (rows.len(), 2), device)?;
        let y = Tensor::from_vec(labels(rows), (rows.len(), 1), device)?;
        let mut variables = Vec::new();
        let mut rest = parameters;
        for (layer, (inputs, outputs)) in crate::workloads::LAYERS.into_iter().enumerate() {
            let (w, b, others) = split(rest, layer);
            variables.push(Var::from_slice(w, (outputs, inputs), device)?);
            variables.push(Var::from_slice(b, (1, outputs), device)?);
            rest = others;
        }
        let dense = |x: &Tensor, layer: usize| {
            let w = variables[2 * layer].as_tensor();
            x.matmul(&w.t()?)?
                .broadcast_add(variables[2 * layer + 1].as_tensor())
        };
        let h = dense(&x, 0)?.relu()?;
        let h = dense(&h, 1)?.relu()?;
        let scores = dense(&h, 2)?;
        let loss = (1.0 - (y * scores)?)?.relu()?.mean_all()?;
        let mut penalty = variables[0].as_tensor().sqr()?.sum_all()?;
        for variable in &variables[1..] {
            penalty = (penalty + variable.as_tensor().sqr()?.sum_all()?)?;
        }
        let gradients = (loss + (penalty * 1e-4)?)?.backward()?;
        let mut slopes = Vec::with_capacity(parameters.len());
        for variable in &variables {
            let slope = gradients.get(variable.as_tensor()).expect("a gradient");
            slopes.extend(slope.flatten_all()?.to_vec1::<f64>()?);
        }
        Ok(slopes)
    }
}

pub mod burn {
    use super::*;
    use ::burn::backend::{Autodiff, NdArray};
    use ::burn::tensor::{Tensor, TensorData, activation::relu};

    type Backend = Autodiff<NdArray<f64>>;

    pub fn gradient(parameters: &[f64], rows: &Rows) -> Vec<f64> {
        let device = &Default::default();
        let tensor = |numbers: Vec<f64>, shape: [usize; 2]| {
            Tensor::<Backend, 2>::from_data(TensorData::new(numbers, shape), device)
        };
        let x = tensor(points(rows), [rows.len(), 2]);
        let y = tensor(labels(rows), [rows.len(), 1]);
        let mut variables = Vec::new();
        let mut rest = parameters;
        for (layer, (inputs, outputs)) in crate::workloads::LAYERS.into_iter().enumerate() {
            let (w, b, others) = split(rest, layer);
            variables.push(tensor(w.to_vec(), [outputs, inputs]).require_grad());
            variables.push(tensor(b.to_vec(), [1, outputs]).require_grad());
            rest = others;
        }
        let dense = |x: Tensor<Backend, 2>, layer: usize| {
            x.matmul(variables[2 * layer].clone().transpose()) + variables[2 * layer + 1].clone()
        };
        let h = relu(dense(x, 0));
        let h = relu(dense(h, 1));
        let scores = dense(h, 2);
        let loss = relu(-(y * scores) + 1.0).mean();
        let squares = variables.iter().map(|v| (v.clone() * v.clone()).sum());
        let penalty = squares.reduce(|a, b| a + b).expect("parameters");
        let gradients = (loss + penalty * 1e-4).backward();
        variables
            .iter()
            .flat_map(|v| {
                let slope = v.grad(&gradients).expect("a gradient").into_data();
                slope.to_vec::<f64>().expect("f64")
            })
            .collect()
    }
}

pub mod dfdx {
    use super::*;
    use ::dfdx::prelude::*;

    /// Weights are kept as columns, as this crate multiplies them.
    pub fn gradient(parameters: &[f64], rows: &Rows) -> Vec<f64> {
        let device: Cpu = Default::default();
        let (w1, b1, rest) = split(parameters, 0);
        let (w2, b2, rest) = split(rest, 1);
        let (w3, b3, _) = split(rest, 2);
        let x: Tensor<Rank2<100, 2>, f64, _> = device.tensor(points(rows));
        let y: Tensor<Rank2<100, 1>, f64, _> = device.tensor(labels(rows));
        let w1: Tensor<Rank2<2, 16>, f64, _> = device.tensor(transposed(w1, 2));
        let w2: Tensor<Rank2<16, 16>, f64, _> = device.tensor(transposed(w2, 16));
        let w3: Tensor<Rank2<16, 1>, f64, _> = device.tensor(transposed(w3, 16));
        let b1: Tensor<Rank1<16>, f64, _> = device.tensor(b1.to_vec());
        let b2: Tensor<Rank1<16>, f64, _> = device.tensor(b2.to_vec());
        let b3: Tensor<Rank1<1>, f64, _> = device.tensor(b3.to_vec());

        let h = (x.leaky_trace().matmul(w1.leaky_trace()) + b1.leaky_trace().broadcast()).relu();
        let h = (h.matmul(w2.leaky_trace()) + b2.leaky_trace().broadcast()).relu();
        let scores: Tensor<Rank2<100, 1>, f64, _, _> =
            h.matmul(w3.leaky_trace()) + b3.leaky_trace().broadcast();
        let loss = (-(scores * y) + 1.0).relu().mean();
        let penalty = w1.leaky_trace().square().sum::<Rank0, _>()
            + b1.leaky_trace().square().sum::<Rank0, _>()
            + w2.leaky_trace().square().sum::<Rank0, _>()
            + b2.leaky_trace().square().sum::<Rank0, _>()
            + w3.leaky_trace().square().sum::<Rank0, _>()
            + b3.leaky_trace().square().sum::<Rank0, _>();
        let gradients = (loss + penalty * 1e-4).backward();

        let mut slopes = transposed(&gradients.get(&w1).as_vec(), 16);
        slopes.extend(gradients.get(&b1).as_vec());
        slopes.extend(transposed(&gradients.get(&w2).as_vec(), 16));
        slopes.extend(gradients.get(&b2).as_vec());
        slopes.extend(gradients.get(&w3).as_vec());
        slopes.extend(gradients.get(&b3).as_vec());
        slopes
    }

    /// The transposed matrix of rows of `columns` numbers.
    fn transposed(matrix: &[f64], columns: usize) -> Vec<f64> {
        let rows = matrix.len() / columns;
        (0..matrix.len())
            .map(|i| matrix[(i % rows) * columns + i / rows])
            .collect()
    }
}
