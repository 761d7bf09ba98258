"""Trend, change points by ED-PELT and Bayesian online detection of series of
monthly counts, in NumPy and statsmodels, one series at a time: the work of
watch.PanelCourse, for BenchmarkWholeAgainstPython.

Standard input is one JSON list of series; the trend is that of the last twelve
counts. Prints one line of JSON: versions, seconds of processor time, and for
each series its slope (null where there is none) and its change points.
"""
import json
import sys
import time
import warnings

import numpy as np
import scipy
import statsmodels
import statsmodels.api as sm
from scipy.special import gammaln

warnings.filterwarnings("ignore")


def slope(y):
    if (y > 0).sum() < 2:
        return None
    x = sm.add_constant(np.arange(len(y)))
    poisson = sm.GLM(y, x, family=sm.families.Poisson()).fit(tol=1e-12)
    if ((y - poisson.mu) ** 2 - y).sum() <= 0:
        return float(poisson.params[1])
    start = np.append(poisson.params, 0.1)
    model = sm.NegativeBinomial(y, x)
    fit = model.fit(start_params=start, method="bfgs", maxiter=500, gtol=1e-8, disp=0)
    return float(fit.params[1])


def segments(values, shortest=3):
    """The cheapest split, by dynamic programming over all segments at once."""
    n = len(values)
    k = min(n, int(np.ceil(4 * np.log(n))))
    c = np.log(2 * n - 1)
    z = -1 + (2 * np.arange(k) + 1) / k
    at = (1 / (1 + np.exp(-c * z)) * (n - 1)).astype(int)
    quantiles = np.sort(values)[at][:, None]
    below = np.concatenate([np.zeros((k, 1)), np.cumsum((values < quantiles) + 0.5 * (values == quantiles), axis=1)], axis=1)
    i, j = np.triu_indices(n + 1, 1)
    m = (j - i).astype(float)
    f = (below[:, j] - below[:, i]) / m
    with np.errstate(divide="ignore", invalid="ignore"):
        part = np.where((f > 0) & (f < 1), m * (f * np.log(f) + (1 - f) * np.log(1 - f)), 0)
    cost = np.full((n + 1, n + 1), np.inf)
    cost[i, j] = -2 * c / k * part.sum(axis=0)
    penalty = 3 * np.log(n)
    best, last = np.full(n + 1, np.inf), np.zeros(n + 1, dtype=int)
    best[0] = -penalty
    for to in range(shortest, n + 1):
        total = best[: to - shortest + 1] + cost[: to - shortest + 1, to] + penalty
        last[to] = int(np.argmin(total))
        best[to] = total[last[to]]
    out, to = [], n
    while last[to] > 0:
        to = int(last[to])
        out.append(to)
    return out[::-1]


def online(y, hazard=1 / 24):
    rate0 = len(y) / y.sum()
    p, seen, likely = np.array([1.0]), np.array([0.0]), []
    for value in y:
        shape, rate = 1 + seen, rate0 + np.arange(len(p))
        predict = np.exp(gammaln(shape + value) - gammaln(shape) - gammaln(value + 1) + shape * np.log(rate / (rate + 1)) - value * np.log(rate + 1))
        p = np.append((p * predict * hazard).sum(), p * predict * (1 - hazard))
        p /= p.sum()
        seen = np.append(0, seen + value)
        likely.append(len(p) - 1 - int(np.argmax(p[::-1])))
    out, at = [], len(y) - 1
    while at > 0:
        run = likely[at]
        if run == 0:
            at -= 1
            continue
        begin = at - run + 1
        if begin <= 0:
            break
        out.append(begin)
        at = begin - 1
    return out[::-1]


def main():
    series = [np.array(s) for s in json.load(sys.stdin)]
    start = time.process_time()
    results = [{"slope": slope(s[-12:]), "changes": segments(s.astype(float)), "online": online(s)} for s in series]
    seconds = time.process_time() - start
    print(json.dumps({"statsmodels": statsmodels.__version__, "scipy": scipy.__version__, "numpy": np.__version__, "seconds": seconds, "results": results}))


main()
