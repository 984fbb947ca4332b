"""Values that core/tests/measures.rs holds the measures against, computed without the code under test.

    python3 -m venv /tmp/venv && /tmp/venv/bin/pip install numpy scipy scikit-learn
    /tmp/venv/bin/python core/tests/reference/similarity.py

writes similarity.json beside this file, from the data folder's participation.json and schemes.json. Takes some minutes.
Similarity by scikit-learn's jaccard_score, silhouettes by silhouette_samples, the Rand index by adjusted_rand_score, trees by
scipy's linkage(method="average"), matchings by linear_sum_assignment; splits by brute force over sets, in fractions.
"""

import json
import random
from fractions import Fraction
from itertools import combinations
from math import lcm
from pathlib import Path

import numpy as np
from scipy.cluster.hierarchy import cophenet, linkage
from scipy.optimize import linear_sum_assignment
from scipy.spatial.distance import squareform
from sklearn.metrics import adjusted_rand_score, jaccard_score, silhouette_samples

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[2] / "data" / "cisconf-2000"
INSTRUMENTS = 9


def load(name):
    return json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))


STATES = [s["id"] for s in load("states")]
COLUMNS = [i["id"] for i in load("instruments")]


def records(day=None):
    """A list of 0 and 1 for each state: the report's table, or what was deposited up to a day."""
    rows = np.zeros((len(STATES), len(COLUMNS)), dtype=int)
    for cell in load("participation"):
        party = cell["party"] if day is None else any(a["date"] <= day for a in cell.get("acts", []))
        rows[STATES.index(cell["state"]), COLUMNS.index(cell["instrument"])] = party
    return rows.tolist()


def fraction(a, b):
    """Jaccard's index; None for two empty records."""
    union = sum(x | y for x, y in zip(a, b))
    if union == 0:
        return None
    exact = Fraction(sum(x & y for x, y in zip(a, b)), union)
    assert abs(float(exact) - jaccard_score(a, b)) < 1e-15
    return exact


def mean(pairs, like):
    """Number of pairs, and the mean over those that have a similarity."""
    known = [like[p] for p in pairs if like[p] is not None]
    return {"pairs": len(pairs), "mean": float(sum(known) / len(known)) if known else None}


def pairs_of(states):
    return list(combinations(sorted(states), 2))


def splits(states, sizes):
    """Every unordered split into groups of these sizes, once."""
    if not sizes:
        yield []
        return
    first, rest = states[0], states[1:]
    for size in sorted(set(sizes)):
        left = list(sizes)
        left.remove(size)
        for others in combinations(rest, size - 1):
            group = (first, *others)
            for more in splits([s for s in rest if s not in others], left):
                yield [group, *more]


def inside_sums(states, like):
    """Whole multiples of a common denominator, for each set of states; brute force needs many sums."""
    unit = lcm(*(f.denominator for f in like.values()))
    return {
        group: int(sum(like[p] * unit for p in pairs_of(group)))
        for n in range(1, len(states) + 1)
        for group in combinations(states, n)
    }


def special(groups, like):
    states = sorted(s for g in groups for s in g)
    sums = inside_sums(states, like)
    own = sum(sums[tuple(sorted(g))] for g in groups)
    counts = [0, 0, 0]
    for split in splits(states, [len(g) for g in groups]):
        of = sum(sums[g] for g in split)
        counts[(of >= own) + (of > own)] += 1
    return dict(zip(["less", "equal", "more"], counts))


def closest(n, like, keep):
    """For two to five groups: number of splits, how many tie at the top, the best means, and one that ties."""
    sums = inside_sums(list(range(n)), like)
    unit = lcm(*(f.denominator for f in like.values()))
    found = {k: {"splits": 0, "values": {}} for k in range(2, min(5, n - 1) + 1)}

    def extend(split, state):
        if state == n:
            k = len(split)
            if k in found:
                groups = [tuple(g) for g in split]
                pairs = sum(len(g) * (len(g) - 1) // 2 for g in groups)
                value = (sum(sums[g] for g in groups), pairs)
                found[k]["splits"] += 1
                values = found[k]["values"]
                if value in values:
                    values[value][0] += 1
                else:
                    values[value] = [1, groups]
            return
        for group in split:
            group.append(state)
            extend(split, state + 1)
            group.pop()
        if len(split) < 5:
            split.append([state])
            extend(split, state + 1)
            split.pop()

    extend([], 0)
    out = []
    for k, of in found.items():
        by_mean = {}
        for (value, pairs), (times, groups) in of["values"].items():
            entry = by_mean.setdefault(Fraction(value, pairs * unit), [0, []])
            entry[0] += times
            entry[1].append(groups)
        ranked = sorted(by_mean.items(), key=lambda item: -item[0])
        means = [float(m) for m, (times, _) in ranked[:keep] for _ in range(times)][:keep]
        first = min([[next(i for i, g in enumerate(s) if x in g) for x in range(n)], s] for s in ranked[0][1][1])[1]
        out.append({"groups": k, "splits": of["splits"], "equal": ranked[0][1][0], "means": means, "first": first})
    return out


def exact_cophenetic(n, like):
    """Average linkage by definition: the mean over all pairs across, made anew at each step, in fractions; of equals the
    pair of clusters whose first states come first."""
    clusters = [[s] for s in range(n)]
    height = np.zeros((n, n))
    while len(clusters) > 1:
        def across(ab):
            a, b = ab
            return sum(1 - like[tuple(sorted((x, y)))] for x in a for y in b) / (len(a) * len(b))
        a, b = min(combinations(sorted(clusters, key=min), 2), key=across)  # the first of equals
        for x in a:
            for y in b:
                height[x, y] = height[y, x] = float(across((a, b)))
        clusters = [c for c in clusters if c not in (a, b)] + [a + b]
    return height


def tree(n, like):
    """Cophenetic distances by definition, and whether scipy gives the same in any order of the states: ties can make
    several trees, and then scipy's depends on rounding and on the order."""
    distance = np.array([[0.0 if a == b else float(1 - like[tuple(sorted((a, b)))]) for b in range(n)] for a in range(n)])
    found = []
    for seed in range(40):
        order = list(range(n))
        if seed:
            random.Random(seed).shuffle(order)
        z = linkage(squareform(distance[np.ix_(order, order)]), method="average")
        back = np.argsort(order)
        found.append(squareform(cophenet(z))[np.ix_(back, back)])
    unique = all(np.allclose(found[0], other, atol=1e-12) for other in found)
    exact = exact_cophenetic(n, like)
    if unique:
        assert np.allclose(found[0], exact, atol=1e-12)
    return {"unique": unique, "cophenetic": squareform(found[0] if unique else exact).tolist()}


def grouping(name, groups, exclusive, rows, like):
    grouped = sorted({s for g in groups for s in g})
    together = lambda p: any(p[0] in g and p[1] in g for g in groups)
    all_pairs = pairs_of(grouped)
    out = {
        "name": name,
        "groups": groups,
        "exclusive": exclusive,
        "inside": mean([p for p in all_pairs if together(p)], like),
        "across": mean([p for p in all_pairs if not together(p)], like),
        "within": [mean(pairs_of(g), like) for g in groups],
        "silhouettes": None,
        "special": None,
    }
    defined = all(like[p] is not None for p in all_pairs)
    if exclusive and defined and 2 <= len(groups) < len(grouped):
        label = [next(i for i, g in enumerate(groups) if s in g) for s in grouped]
        distance = np.array([[0.0 if a == b else float(1 - like[tuple(sorted((a, b)))]) for b in grouped] for a in grouped])
        values = silhouette_samples(distance, label, metric="precomputed")
        out["silhouettes"] = {str(s): float(v) for s, v in zip(grouped, values)}
        out["special"] = special(groups, like)
    return out


def beside(name, a, b):
    both = sorted({s for g in a for s in g} & {s for g in b for s in g})
    place = lambda groups, s: next(i for i, g in enumerate(groups) if s in g)
    first, second = [place(a, s) for s in both], [place(b, s) for s in both]
    table = np.array([[len(set(x) & set(y)) for y in b] for x in a])
    kept = int(table[linear_sum_assignment(table, maximize=True)].sum())
    rand = float(adjusted_rand_score(first, second)) if len(both) > 1 else None
    return {"name": name, "first": a, "second": b, "both": len(both), "rand": rand, "changes": len(both) - kept}


def random_split(rng, n, most, ungrouped):
    """A split of some of n states into at most so many groups, groups of one among them."""
    groups = [[] for _ in range(rng.randint(2, most))]
    for state in range(n):
        if rng.random() >= ungrouped:
            rng.choice(groups).append(state)
    groups = [g for g in groups if g]
    return groups if len(groups) > 1 else random_split(rng, n, most, ungrouped)


def case(name, rows, groupings, keep=0):
    n = len(rows)
    like = {(a, b): fraction(rows[a], rows[b]) for a, b in pairs_of(range(n))}
    out = {
        "name": name,
        "records": [sum(bit << i for i, bit in enumerate(row)) for row in rows],
        "similarity": [None if f is None else float(f) for f in like.values()],
        "groupings": [grouping(g_name, groups, exclusive, rows, like) for g_name, groups, exclusive in groupings],
        "tree": None if None in like.values() else tree(n, like),
        "closest": closest(n, like, keep) if keep else None,
    }
    print(name)
    return out


def main():
    rng = random.Random(2000)
    schemes = [
        (s["id"], [[STATES.index(k) for k in g["states"]] for g in s["groups"]], s["exclusive"]) for s in load("schemes")
    ]
    own = [
        ("five-groups", [[0, 1, 3], [2, 6, 10, 11], [4, 5], [8, 9], [7]], True),
        ("overlapping", [[0, 1, 3, 7], [2, 6, 7, 10], [4, 5, 7, 8]], False),
        ("some-ungrouped", [[0, 4, 8], [1, 2], [11]], True),
        ("groups-of-one", [[0], [1], [2, 3]], True),
        ("by-record", [[0, 1], [2, 6, 10, 11], [3, 5, 7], [4], [8, 9]], True),
    ]
    cases = [case("report", records(), schemes + own, keep=6)]
    for day in ["1996-05-30", "1998-06-30"]:
        cases.append(case(day, records(day), schemes + own))
    for n, keep in [(12, 6), (12, 0), (12, 0), (9, 6), (7, 6), (5, 6)]:
        dense = rng.choice([0.3, 0.5, 0.7])
        rows = [[int(rng.random() < dense) for _ in range(INSTRUMENTS)] for _ in range(n)]
        rows = [row if any(row) else [1] + row[1:] for row in rows]
        groupings = [(f"split-{i}", random_split(rng, n, 5, rng.choice([0, 0, 0.3])), True) for i in range(3)]
        overlapping = [rng.sample(range(n), rng.randint(1, n - 1)) for _ in range(3)]
        groupings.append(("overlapping", overlapping, False))
        cases.append(case(f"random-{len(cases)}", rows, groupings, keep))
    few = [[int(i in pick) for i in range(INSTRUMENTS)] for pick in [(0,), (0, 1), (1,), (1, 2), (2,), (0, 2), (0,), (1,)]]
    cases.append(case("ties", few, [("pairs", [[0, 1], [2, 3], [4, 5], [6, 7]], True)], keep=6))
    none = [[0] * INSTRUMENTS]
    cases.append(case("one-empty", records()[:5] + none, [("halves", [[0, 1, 5], [2, 3, 4]], True)]))
    cases.append(case("two-empty", records()[:5] + none * 2, [("halves", [[0, 1, 5], [2, 3, 4, 6]], True)]))
    exclusive = [(name, groups) for name, groups, split in schemes + own if split]
    pairs = [beside(f"{a}/{b}", x, y) for a, x in exclusive for b, y in exclusive]
    pairs += [
        beside(f"random-{i}", random_split(rng, 12, 5, 0.2), random_split(rng, 12, 5, 0.2)) for i in range(30)
    ]
    text = json.dumps({"cases": cases, "beside": pairs}, separators=(",", ":"))
    (HERE / "similarity.json").write_text(text.replace('{"name"', '\n{"name"') + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
