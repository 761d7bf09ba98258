package brief

import (
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
			d.text = upperFirst(publisher(w.sole)) + ", published " + w.dayOf(w.sole) + " (“the report”, the only one " + w.only() + "), " + rest
			d.cites = append(d.cites, w.holdings())
		}
	}
	return d
}

// only says of what the report is the only one: of the desk, where that was
// counted, else of this brief.
func (w *writer) only() string {
	if w.in.Held == 1 && w.in.HeldQuery != "" {
		return "on this desk"
	}
	return "used here"
}

// tally says how many tests of claims came out how, which could not be measured
// and why, and what a test covers; it counts all that were run, told below or
// not.
func (w *writer) tally() []draft {
	if len(w.verdicts) == 0 {
		return nil
	}
	d := draft{typ: Judged, reviewed: true, key: "tally"}
	for _, v := range w.verdicts {
		d.cites = append(d.cites, verdictCite(v))
		if v.Verdict == tocsin.CannotBeMeasured {
			d.cites = append(d.cites, w.claimCite(w.byID[v.Statement], v))
		}
		d.reviewed = d.reviewed && w.byID[v.Statement].reviewed
	}
	d.text = "Of " + plural(len(w.verdicts), "test") + " of claims, " + countVerdicts(w.verdicts)
	if why := w.unmeasured(); why != "" {
		d.text += ": " + why
	}
	d.text += "; each tests no more than its endnote says."
	return []draft{d}
}

// sources says where several reports are by one publisher, so that agreement is
// not taken for confirmation.
func (w *writer) sources() []draft {
	first := publisher(w.items[0].rep)
	if w.sole != nil || slices.ContainsFunc(w.items, func(it item) bool { return publisher(it.rep) != first }) {
		return nil
	}
	return []draft{{typ: Judged, key: "sources", text: "All the reports here are by one publisher, so that their agreement confirms nothing.", cites: []Citation{w.holdings()}}}
}

// holdings cites what the desk itself had read.
func (w *writer) holdings() Citation {
	var ids, names []string
	for _, it := range w.items {
		if id := shortHash(it.rep.ID); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
		name := publisher(it.rep)
		if it.rep.Publisher == "" {
			name = "an unknown publisher"
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	c := Citation{Dataset: deskItself, Quote: "read about " + tocsin.Clean(w.in.Country) + ", known on " + day(w.in.At) + ": " + plural(len(ids), "report") +
		", from " + strings.Join(names, ", ") + " (" + strings.Join(ids, ", ") + ")"}
	if w.in.HeldQuery != "" {
		c.Quote += "; the whole desk held " + plural(w.in.Held, "report") + " then."
		c.Query = w.in.HeldQuery
	}
	return c
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
