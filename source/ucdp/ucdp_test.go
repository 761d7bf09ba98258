package ucdp_test

import (
	"testing"

	"tocsin/source/sourcetest"
	"tocsin/source/ucdp"
)

func TestCases(t *testing.T) { sourcetest.Cases(t, "testdata", ucdp.Read) }
