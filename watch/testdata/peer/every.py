"""Tempo and reach of every country and month of UCDP GED, in pandas and NumPy:
the same work as watch.Panel, for BenchmarkEveryAgainstPandas.

    python3 every.py ged211_prec12_global.csv.gz

Reads the file, then measures three times and prints one line of JSON: the
versions, the seconds of the fastest time without the reading and the processor's
seconds of it, and sums over all
that was computed, which must be those of watch.Panel.
"""
import json
import sys
import time

import numpy as np
import pandas as pd

CENTRE = (12.65, -8.0)
RADIUS = 6371.0088
SHARES = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]
CHANGES = [(3, 3), (3, 12), (6, 6), (6, 12), (12, 12)]  # months, months back
Z = 1.6448536269514722
TAIL = np.log(0.05)
PLACE_ERROR = 25.0


def load(path):
    df = pd.read_csv(path, usecols=["id", "year", "month", "day", "country", "latitude", "longitude", "low_death", "best_death", "high_death"])
    df["date"] = pd.to_datetime(df[["year", "month", "day"]])
    df["country"] = df["country"].astype("category")
    df["m"] = (df.year - 1989) * 12 + df.month - 1
    df["key"] = "ucdp-ged:" + df["id"].astype(str)
    return df.sort_values(["date", "key"], ignore_index=True)


def tempo(df, out):
    """Sums by country and month, windows of them, ratios with intervals."""
    df["squares"] = df.best_death.astype(float) ** 2
    sums = df.groupby(["m", "country"], observed=False)[["id", "best_death", "low_death", "high_death", "squares"]].agg(
        {"id": "count", "best_death": "sum", "low_death": "sum", "high_death": "sum", "squares": "sum"})
    wide = sums.unstack("country").reindex(range(384), fill_value=0).astype(float)
    n, best, low, high, squares = (wide[c] for c in ["id", "best_death", "low_death", "high_death", "squares"])
    out["events"], out["best"], out["low"], out["high"] = (float(x.to_numpy().sum()) for x in (n, best, low, high))
    for months, back in CHANGES:
        window = {name: x.rolling(months, min_periods=1).sum() for name, x in (("n", n), ("best", best), ("squares", squares), ("low", low), ("high", high))}
        # The data begin in January 1989: a comparison reaches months + back into
        # the past, less one month in twenty.
        usable = pd.Series(range(384)) >= months + back - 1
        then = {name: x.shift(back, fill_value=0) for name, x in window.items()}
        for what, a, b in (("n", window["n"], then["n"]), ("best", window["best"], then["best"])):
            a, b = a[usable.values].to_numpy(), b[usable.values].to_numpy()
            both = (a > 0) & (b > 0)
            with np.errstate(divide="ignore", invalid="ignore"):
                value = a / b
                if what == "n":
                    variance = 1 / a + 1 / b
                else:
                    sa, sb = window["squares"][usable.values].to_numpy(), then["squares"][usable.values].to_numpy()
                    variance = sa / a**2 + sb / b**2
                spread = np.exp(Z * np.sqrt(variance))
                odds = np.exp(TAIL / (a + b)) / -np.expm1(TAIL / (a + b))
                lower, upper = value / spread, value * spread
            name = f"{months}/{back}/{what}"
            out[name + "/value"] = float(value[both].sum())
            out[name + "/low"] = float(lower[both].sum())
            out[name + "/high"] = float(upper[both].sum())
            if what == "n":
                out[name + "/bound"] = float(odds[(a > 0) & (b == 0)].sum() + (1 / odds[(a == 0) & (b > 0)]).sum())


def reach(df, out):
    """Distances and directions of each country's months, against all before."""
    lat, lon = np.radians(df.latitude.to_numpy()), np.radians(df.longitude.to_numpy())
    lat0, lon0 = np.radians(CENTRE[0]), np.radians(CENTRE[1])
    h = np.sin((lat - lat0) / 2) ** 2 + np.cos(lat0) * np.cos(lat) * np.sin((lon - lon0) / 2) ** 2
    df["km"] = 2 * RADIUS * np.arcsin(np.sqrt(np.minimum(1, h)))
    df["group"] = df.country.cat.codes.astype(np.int64) * 384 + df.m
    out["quantiles"] = float(df.groupby("group")["km"].quantile(SHARES).sum())
    # Half of the deaths: the first event, by distance, at which the running sum
    # reaches half of the month's.
    near = df.loc[df.best_death > 0, ["group", "km", "best_death"]].sort_values(["group", "km"])
    by = near.groupby("group")["best_death"]
    half = near[2 * by.cumsum() >= by.transform("sum")].drop_duplicates("group")
    out["deaths_km"] = float(half.km.sum())
    out["nearest"] = int(df.groupby("group")["km"].idxmin().sum())
    per_degree = RADIUS * np.pi / 180
    north = (df.latitude - CENTRE[0]) * per_degree
    east = (((df.longitude - CENTRE[1]) + 180) % 360 - 180) * per_degree * np.cos(lat0)
    rows, earlier, records, beyond = 0, 0, 0, 0.0
    for k in range(8):
        sin, cos = np.sin(k * np.pi / 4), np.cos(k * np.pi / 4)
        if k % 2 == 0:
            sin, cos = round(sin), round(cos)
        df["far"] = north * cos + east * sin
        most = df.loc[df.groupby("group")["far"].idxmax(), ["group", "country", "far"]]
        before = most.groupby("country", observed=True)["far"].cummax().groupby(most.country, observed=True).shift()
        gain = (most.far - before).dropna()
        leader = most.index.to_series().where(most.far > before.fillna(-np.inf)).groupby(most.country, observed=True).ffill()
        earlier += int(leader.groupby(most.country, observed=True).shift().sum())
        rows += int(most.index.to_numpy().sum())
        records += int((gain > PLACE_ERROR).sum())
        beyond += float(gain.sum())
    out["rows"], out["earlier"], out["records"], out["beyond"] = rows, earlier, records, beyond


def main():
    start = time.perf_counter()
    df = load(sys.argv[1])
    read = time.perf_counter() - start
    best = None
    for _ in range(3):
        out = {}
        start = time.perf_counter(), time.process_time()
        work = df.copy(deep=False)
        tempo(work, out)
        reach(work, out)
        seconds = time.perf_counter() - start[0], time.process_time() - start[1]
        best = min(best or seconds, seconds)
    print(json.dumps({"pandas": pd.__version__, "numpy": np.__version__, "read": read, "seconds": best[0], "cpu": best[1], "sums": out}))


main()
