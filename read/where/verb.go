package where

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed verb.txt
var verbTable string

// verbWeights reads the weights of Of, one feature a line with its weight
// behind a tab.
var verbWeights = sync.OnceValue(func() map[string]float64 {
	m := make(map[string]float64)
	for line := range strings.SplitSeq(verbTable, "\n") {
		name, w, ok := strings.Cut(line, "\t")
		if x, err := strconv.ParseFloat(w, 64); ok && err == nil {
			m[name] = x
		}
	}
	return m
})
