package brief

import (
	"fmt"
	"slices"
	"strings"
	"tocsin"
)

// mainEvent is the sentence the brief opens with: what happened that matters
// most. It is told nowhere else. Of a brief that rests on one report it also
// says which.
func (w *writer) mainEvent() []draft {
	list := w.happened()
	if len(list) == 0 {
		items := w.pick(func(it item) bool { return !it.vague() })
		list = w.tellAll(items)
	}
	for _, d := range list {
		if d.at == nil || d.at.st.Act == "" && len(list) > 1 {
			continue
		}
		return []draft{w.opening(d)}
	}
	return list[:min(len(list), 1)]
}

// opening names the one report that a brief rests on.
func (w *writer) opening(d draft) draft {
	if w.sole != nil {
		if rest, ok := strings.CutPrefix(d.text, "The report "); ok {
			d.text = upperFirst(w.label(w.sole)) + ", here “the report”, " + rest
		}
	}
	return d
}

// tally says how many tests of claims came out how, and what a test covers; it
// counts all that were run, told below or not.
func (w *writer) tally() []draft {
	if len(w.verdicts) == 0 {
		return nil
	}
	d := draft{typ: Judged, reviewed: true, key: "tally"}
	for _, v := range w.verdicts {
		d.cites = append(d.cites, verdictCite(v))
	}
	d.text = "Of " + plural(len(w.verdicts), "test") + " of claims, " + countVerdicts(w.verdicts) + "; each covers only the date, place, number or trend it names."
	return []draft{d}
}

// sources says on how many reports the brief rests, so that agreement is not
// taken for confirmation.
func (w *writer) sources() []draft {
	d := draft{typ: Judged, key: "sources"}
	var seen, names []string
	for _, it := range w.items {
		if !slices.Contains(seen, it.rep.ID) {
			seen = append(seen, it.rep.ID)
		}
		if name := publisher(it.rep); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	switch {
	case len(seen) == 1:
		d.text = "Every reported sentence rests on this one report; no second one on the desk confirms it."
	case len(names) == 1:
		d.text = fmt.Sprintf("All %d reports here are by one publisher, so that their agreement confirms nothing.", len(seen))
	default:
		return nil
	}
	var list []string
	for _, id := range seen {
		list = append(list, shortHash(id))
	}
	d.cites = []Citation{{Dataset: deskItself, Quote: "read about " + Clean(w.in.Country) + ", known on " + day(w.in.At) + ": " + plural(len(seen), "report") + ", from " + strings.Join(names, ", ") + " (" + strings.Join(list, ", ") + ")"}}
	return []draft{d}
}

// deskItself stands as the dataset of what the desk says about itself.
const deskItself = "desk"

// sole is the one report that the items stand in, nil where there are several.
func sole(items []item) *tocsin.Report {
	for _, it := range items {
		if it.rep.ID != items[0].rep.ID {
			return nil
		}
	}
	if len(items) == 0 {
		return nil
	}
	return items[0].rep
}
