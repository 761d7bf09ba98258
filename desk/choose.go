package desk

import (
	"fmt"
	"slices"
	"strings"

	"tocsin"
	"tocsin/ledger"
	"tocsin/source/gdelt"
	"tocsin/source/months"
	"tocsin/source/prio"
	"tocsin/source/ucdp"
)

// Use names the dataset of events that is measured and checked against where
// the desk holds several; "" leaves it to desk.toml.
func (d *Desk) Use(dataset string) {
	if dataset == "" {
		return
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.dataset = dataset
	d.tables = make(map[tocsin.Date]*Data)
}

// choose picks the dataset of events that counts: the one that was asked for, or
// the only one. Two datasets tell of the same events, in rows that do not match
// one to one, so their counts are never added: where several are held and none
// was asked for, the error says how to ask.
func (d *Desk) choose(vintages []ledger.Vintage) ([]string, error) {
	var held []string
	for _, v := range vintages {
		if name := v.Dataset.Dataset; !isCoupList(name) && !isTotal(name) && !slices.Contains(held, name) {
			held = append(held, name)
		}
	}
	switch {
	case d.dataset != "" && slices.Contains(held, d.dataset):
		return []string{d.dataset}, nil
	case len(held) == 0:
		return nil, nil
	case d.dataset != "":
		return nil, &tocsin.Error{Code: tocsin.NotFound, Pos: tocsin.Pos{Field: "dataset"}, Err: fmt.Errorf("the desk holds no events of %q", d.dataset),
			Hint: "it holds " + strings.Join(held, ", ")}
	case len(held) > 1:
		return nil, &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{Field: "dataset"},
			Err:  fmt.Errorf("there are events of %s: they tell of the same events and are never added up", strings.Join(held, " and ")),
			Hint: fmt.Sprintf("ask for one with --dataset %s, or write dataset = %q in desk.toml; ask twice to see both", held[0], held[0])}
	}
	return held, nil
}

// isTotal reports whether a dataset holds sums over days, months or cells: they
// are shown beside events and never counted among them.
func isTotal(dataset string) bool {
	return dataset == gdelt.Dataset || dataset == months.Dataset || dataset == prio.Dataset
}

// Judges reports whether claims can be judged on the events: they are UCDP
// GED's, or there are none. The rules of package check rest on what GED counts,
// deadly events of armed groups in three classes; a dataset that lists protests,
// threats or events without deaths would answer another question.
func (d *Data) Judges() bool {
	sets := d.Sets(false)
	return len(sets) == 0 || sets[0].Dataset == ucdp.Dataset
}
