package desk

import (
	"context"
	"fmt"
	"net/url"
	"strings"

	"tocsin"
	"tocsin/ledger"
)

// held is what must be known of the reports of a desk to tell a new one from a
// new version of one, and from one that came before.
type held struct {
	latest map[string]version // by address
	ids    map[string]bool
	texts  map[string]string // hash of the text, by report
	read   map[string]bool   // reports with a reading, or revised by another
	head   ledger.Head       // where the record ended when this was true of it
}

// A version is the newest report with an address.
type version struct{ id, text string }

// know goes through the reports once, and again where another program has added
// to the record.
func (d *Desk) know(ctx context.Context) error {
	head, err := d.ledger.Head(ctx)
	if err != nil || d.intake.held != nil && d.intake.held.head == head {
		return err
	}
	h := &held{head: head, latest: make(map[string]version), ids: make(map[string]bool), texts: make(map[string]string), read: make(map[string]bool)}
	view := d.ledger.View(0)
	var revisions []tocsin.Report
	for rep, err := range view.Reports(ctx) {
		if err != nil {
			return fmt.Errorf("go through the reports: %w", err)
		}
		rep.Text, rep.Notes = "", nil
		if rep.Revises != "" {
			revisions = append(revisions, rep)
			h.read[rep.Revises] = true
		}
		h.add(rep, false)
	}
	// The newest version of an address is the one that no other revises.
	revised := make(map[string]bool)
	for _, r := range revisions {
		revised[r.Revises] = true
	}
	for _, r := range revisions {
		if !revised[r.ID] {
			h.add(r, false)
		}
	}
	for rd, err := range view.Readings(ctx) {
		if err != nil {
			return fmt.Errorf("go through the readings: %w", err)
		}
		h.read[rd.Report] = true
	}
	d.intake.held = h
	return nil
}

// added notes a report that this program has kept itself.
func (d *Desk) added(ctx context.Context, r tocsin.Report) (err error) {
	d.intake.held.add(r, true)
	d.intake.held.head, err = d.ledger.Head(ctx)
	return err
}

func (h *held) add(r tocsin.Report, read bool) {
	h.ids[r.ID], h.texts[r.ID] = true, r.TextHash
	if read {
		h.read[r.ID] = true
	}
	if key := addressKey(r.URL); key != "" {
		h.latest[key] = version{r.ID, r.TextHash}
	}
}

// same is the report that says the same under the same address, or as what it
// should be a new version of, in other bytes.
func (h *held) same(r tocsin.Report) string {
	if r.Revises != "" {
		if h.texts[r.Revises] == r.TextHash && !h.ids[r.ID] {
			return r.Revises
		}
		return ""
	}
	if v, ok := h.latest[addressKey(r.URL)]; ok && v.text == r.TextHash && v.id != r.ID {
		return v.id
	}
	return ""
}

// before is the report that a new one with its address revises. What the desk
// holds already revises nothing anew: a page that is changed back would else
// revise itself.
func (h *held) before(r tocsin.Report) string {
	if v, ok := h.latest[addressKey(r.URL)]; ok && !h.ids[r.ID] {
		return v.id
	}
	return ""
}

// tracking are parameters that say how a reader came to a page, not which it is.
var tracking = []string{"utm_", "fbclid", "gclid", "mc_cid", "mc_eid"}

// addressKey is an address without what may change while the page stays the
// same: the scheme, www., the fragment, trackers, the slash at the end. "" where
// there is no address.
func addressKey(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || address == "" {
		return ""
	}
	q := u.Query()
	for name := range q {
		for _, t := range tracking {
			if strings.HasPrefix(strings.ToLower(name), t) {
				q.Del(name)
			}
		}
	}
	key := strings.TrimPrefix(strings.ToLower(u.Host), "www.") + strings.TrimSuffix(u.EscapedPath(), "/")
	if u.Host == "" {
		key = u.Scheme + ":" + u.Opaque + key
	}
	if enc := q.Encode(); enc != "" {
		key += "?" + enc
	}
	if strings.HasPrefix(u.Fragment, "id=") { // an entry of a feed that has no address of its own
		key += "#" + u.Fragment
	}
	return key
}

// akinShare is the least part of the shorter text's runs of three words that two
// versions of one article have in common.
const akinShare = 0.15

// successor is the report that a new one with its address takes the place of. A
// feed says itself which article an entry is; of a file that a person imports the
// address alone does not: some sites write one address into all their pages, and
// a version hides the statements of the one before.
func (d *Desk) successor(ctx context.Context, before string, rep tocsin.Report, person bool) (string, error) {
	if !person {
		return before, nil
	}
	old, err := d.ledger.View(0).Report(ctx, before)
	if err != nil {
		return "", fmt.Errorf("look at the version before: %w", err)
	}
	a, b := runs(old.Text), runs(rep.Text)
	if len(a) > len(b) {
		a, b = b, a
	}
	both := 0
	for r := range a {
		if b[r] {
			both++
		}
	}
	if old.Title != "" && old.Title == rep.Title || float64(both) >= akinShare*float64(len(a)) && both > 0 {
		return before, nil
	}
	return "", nil
}

// runs are the runs of three words of a text.
func runs(text string) map[string]bool {
	words := strings.Fields(strings.ToLower(text))
	out := make(map[string]bool)
	for i := 0; i+3 <= len(words); i++ {
		out[strings.Join(words[i:i+3], " ")] = true
	}
	return out
}
