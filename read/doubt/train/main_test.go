package main

import (
	"os"
	"runtime"
	"testing"
)

// TestCommitted fits the weights again and compares: neither the weights nor their
// score may be stale.
func TestCommitted(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("sums are rounded in another way on " + runtime.GOARCH)
	}
	cases, err := load("../testdata")
	if err != nil {
		t.Fatal(err)
	}
	weights, score, err := learned(cases)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"../weights.txt": weights, "../testdata/score.txt": score} {
		got, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != want {
			t.Errorf("%s is stale; run: go run ./read/doubt/train", name)
		}
	}
}
