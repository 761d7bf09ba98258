package main

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"tocsin/read/doubt"
)

const folds = 6

// learned fits the weights on all cases, and says in lines what weights are worth
// that were fitted without the report they are asked about.
func learned(cases []sample) (weights, score string, err error) {
	all, err := fit(cases)
	if err != nil {
		return "", "", err
	}
	cross := make([]float64, len(cases))
	for k := range folds {
		r, err := fit(slices.DeleteFunc(slices.Clone(cases), func(c sample) bool { return fold(c.report) == k }))
		if err != nil {
			return "", "", err
		}
		for i, c := range cases {
			if fold(c.report) == k {
				cross[i] = r.chance(c.features)
			}
		}
	}
	var b strings.Builder
	reports := map[string]bool{}
	for _, c := range cases {
		reports[c.report] = true
	}
	fmt.Fprintf(&b, "# Doubt on reports it was not fitted on: %d folds by report.\n", folds)
	fmt.Fprintf(&b, "reports %d\nstatements %d\n", len(reports), len(cases))
	table(&b, "all", cases, cross)
	var last []sample
	var lastDoubts []float64
	for i, c := range cases {
		if newest(c.report) {
			last, lastDoubts = append(last, c), append(lastDoubts, cross[i])
		}
	}
	table(&b, "newest (s to y)", last, lastDoubts)
	return all.String(), b.String(), nil
}

// newest reports whether a report was judged with the reader of November 2026.
func newest(report string) bool {
	return len(report) > 2 && report[:2] == "7_" && report[2] >= 's' && report[2] <= 'y'
}

// fold is the part of the reports that a report belongs to.
func fold(report string) int {
	h := fnv.New32a()
	h.Write([]byte(report))
	return int(h.Sum32() % folds)
}

// table writes how often the surest statements are false, and those that count as
// surely read.
func table(b *strings.Builder, name string, cases []sample, doubts []float64) {
	order := make([]int, len(cases))
	wrong := 0
	for i := range order {
		order[i] = i
		if cases[i].wrong {
			wrong++
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(doubts[i], doubts[j]) })
	fmt.Fprintf(b, "%s: false %d of %d (%.1f %%), AUC %.3f\n", name, wrong, len(cases), percent(wrong, len(cases)), auc(cases, doubts, order))
	for _, share := range []int{90, 80, 70, 60, 50, 40, 30} {
		n := len(order) * share / 100
		k := falseAmong(cases, order[:n])
		fmt.Fprintf(b, "  surest %d %%: false %d of %d (%.1f %%)\n", share, k, n, percent(k, n))
	}
	n := 0
	for n < len(order) && doubts[order[n]] <= doubt.Sure {
		n++
	}
	k := falseAmong(cases, order[:n])
	fmt.Fprintf(b, "  surely read (doubt up to %.2f): %d of %d, false %d (%.1f %%); of the rest false %d of %d (%.1f %%)\n",
		doubt.Sure, n, len(order), k, percent(k, n), wrong-k, len(order)-n, percent(wrong-k, len(order)-n))
}

func falseAmong(cases []sample, list []int) int {
	k := 0
	for _, i := range list {
		if cases[i].wrong {
			k++
		}
	}
	return k
}

func percent(k, n int) float64 { return 100 * float64(k) / float64(max(n, 1)) }

// auc is the chance that a false statement has more doubt than a true one. order
// sorts the cases by doubt.
func auc(cases []sample, doubts []float64, order []int) float64 {
	wins, pairs, trueBelow := 0.0, 0.0, 0.0
	for i := 0; i < len(order); {
		j, t, w := i, 0.0, 0.0
		for ; j < len(order) && doubts[order[j]] == doubts[order[i]]; j++ {
			if cases[order[j]].wrong {
				w++
			} else {
				t++
			}
		}
		wins += w * (trueBelow + t/2)
		trueBelow += t
		i = j
	}
	wrong := float64(falseAmong(cases, order))
	if pairs = wrong * (float64(len(order)) - wrong); pairs == 0 {
		return 0.5
	}
	return wins / pairs
}
