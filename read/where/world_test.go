package where_test

import (
	"sync"
	"testing"

	"tocsin/gazetteer"
)

var opened = sync.OnceValues(gazetteer.World)

func world(tb testing.TB) *gazetteer.Gazetteer {
	tb.Helper()
	g, err := opened()
	if err != nil {
		tb.Fatal(err)
	}
	return g
}

func exampleWorld() *gazetteer.Gazetteer {
	g, err := opened()
	if err != nil {
		panic(err) // the embedded table is damaged: every test fails
	}
	return g
}
