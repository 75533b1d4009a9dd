"""Determinants, solutions, factors and eigenvalues of ill-conditioned matrices, computed with 60 digits and rounded once.

    pip install -r requirements.txt
    python linear.py > ../data/linear.txt

A block is headed by `name rows condition`, the condition number in the Euclidean norm. Its lines are a quantity and its numbers,
matrices row by row: the matrix, its determinant, the logarithm of the determinant's magnitude, the solution for a
right-hand side of ones, the inverse, and of symmetric positive definite ones Cholesky's factor and the eigenvalues. `in_matrix`
is the derivative of the sum of the solution in the elements of the matrix.
"""

from mpmath import mp, mpf, matrix, lu_solve, inverse, det, log, cholesky, eigsy, svd_r

mp.dps = 60


def rounded(rows):
    return [[float(x) for x in row] for row in rows]


def hilbert(n):
    return [[mpf(1) / (i + j + 1) for j in range(n)] for i in range(n)]


MATRICES = {
    "hilbert3": hilbert(3),
    "hilbert4": hilbert(4),
    "hilbert6": hilbert(6),
    "hilbert8": hilbert(8),
    "vandermonde5": [[mpf(x) ** k for k in range(5)] for x in (1, 1.1, 1.2, 1.3, 1.4)],
    "graded3": [[1e-8, 1, 2], [3, 1e8, 4], [5, 6, 1e-3]],
    "nearly_singular3": [[1, 2, 3], [4, 5, 6], [7, 8, 9.0000001]],
    "nearly_singular4": [[2, 1, 1, 1], [1, 2, 1, 1], [1, 1, 2, 1], [4, 4, 4, 3.000001]],
    "zero_pivots4": [[0, 0, 1, 2], [0, 1e-9, 3, 1], [2, 1, 0, 0], [1, 0, 0, 1e-9]],
}


def line(name, numbers):
    print(name, *(repr(float(x)) for x in numbers))


for name, rows in MATRICES.items():
    rows = rounded(rows)
    n = len(rows)
    a = matrix(rows)
    singular = svd_r(a, compute_uv=False)
    print(name, n, repr(float(singular[0] / singular[n - 1])))
    line("matrix", [x for row in rows for x in row])
    line("det", [det(a)])
    line("ln_det", [log(abs(det(a)))])
    x = lu_solve(a, matrix([1] * n))
    line("solution", x)
    y = inverse(a)
    line("inverse", [y[i, j] for i in range(n) for j in range(n)])
    adjoint = lu_solve(a.T, matrix([1] * n))
    line("in_matrix", [-adjoint[i] * x[j] for i in range(n) for j in range(n)])
    if name.startswith("hilbert"):
        factor = cholesky(a)
        line("cholesky", [factor[i, j] for i in range(n) for j in range(n)])
        line("eigenvalues", sorted(eigsy(a, eigvals_only=True)))
