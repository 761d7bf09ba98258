package desk

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"tocsin"
	"tocsin/ledger"
	"tocsin/watch"
)

// Data is the datasets that counted at a date, in the form that is measured.
type Data struct {
	At       tocsin.Date
	Events   *watch.Table // of one dataset that is no coup list
	Coups    *watch.Table // of the coup lists
	Entries  []tocsin.DataEvent
	Vintages []ledger.Vintage // of both, by dataset, newest first
	// Choose is why Events is empty although there are events: the desk holds
	// several datasets and none was chosen, or one that was chosen is not held.
	Choose error
}

// Sets are the vintages of the events, or of the coup lists.
func (d *Data) Sets(coups bool) []tocsin.Dataset {
	out := []tocsin.Dataset{}
	for _, v := range d.Vintages {
		if isCoupList(v.Dataset.Dataset) == coups {
			out = append(out, v.Dataset)
		}
	}
	return out
}

// coupLists are the datasets that are lists of coups.
var coupLists = []string{"cline", "powell-thyne", "colpus"}

func isCoupList(dataset string) bool { return slices.Contains(coupLists, dataset) }

// Data loads the datasets as they were known at a date; the zero date takes all.
// The tables of each date are kept until something is imported.
func (d *Desk) Data(ctx context.Context, at tocsin.Date) (*Data, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if t, ok := d.tables[at]; ok {
		return t, nil
	}
	view := d.ledger.View(at)
	vintages, err := view.Vintages(ctx)
	if err != nil {
		return nil, fmt.Errorf("list the datasets: %w", err)
	}
	t := &Data{At: at}
	var one []string
	if one, t.Choose = d.choose(vintages); len(one) == 0 {
		one = []string{""}
	}
	t.Vintages = slices.DeleteFunc(vintages, func(v ledger.Vintage) bool {
		return !isCoupList(v.Dataset.Dataset) && v.Dataset.Dataset != one[0]
	})
	if t.Events, err = tableOf(ctx, view, t.Sets(false), one); err != nil {
		return nil, err
	}
	if t.Coups, err = tableOf(ctx, view, t.Sets(true), coupLists); err != nil {
		return nil, err
	}
	for i := range t.Coups.Len() {
		t.Entries = append(t.Entries, t.Coups.Event(i))
	}
	d.tables[at] = t
	return t, nil
}

// tableOf reads the events of the named datasets. With no name it is empty: the
// ledger would take that for all of them.
func tableOf(ctx context.Context, view ledger.View, sets []tocsin.Dataset, names []string) (*watch.Table, error) {
	if len(names) == 0 || len(sets) == 0 {
		return watch.NewTable(func(func(tocsin.DataEvent) bool) {}), nil
	}
	var failed error
	t := watch.NewTable(events(view.Events(ctx, names...), &failed), sets...)
	if failed != nil {
		return nil, fmt.Errorf("read the events of the desk: %w", failed)
	}
	return t, nil
}

// events passes on the events of a ledger up to its first error.
func events(list iter.Seq2[tocsin.DataEvent, error], failed *error) iter.Seq[tocsin.DataEvent] {
	return func(yield func(tocsin.DataEvent) bool) {
		for e, err := range list {
			if err != nil {
				*failed = err
				return
			}
			if !yield(e) {
				return
			}
		}
	}
}
