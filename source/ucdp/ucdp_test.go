package ucdp_test

import (
	"flag"
	"testing"

	"tocsin/source/sourcetest"
	"tocsin/source/ucdp"
)

var update = flag.Bool("update", false, "write the wanted part of each case anew")

func TestCases(t *testing.T) { sourcetest.Cases(t, "testdata", ucdp.Read, *update) }
