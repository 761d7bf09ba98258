package tocsin

import "time"

// A KeptBrief records that a brief was given out, and what it rests on: so that
// whoever redacts a report or rejects a statement learns which briefs that
// touches. It holds no sentence of the brief.
type KeptBrief struct {
	Hash       string    `json:"hash"` // "sha256:…" of the brief as it was written
	Country    string    `json:"country"`
	At         Date      `json:"at"`   // its knowledge date
	Head       string    `json:"head"` // of the ledger when it was written
	TLP        string    `json:"tlp"`  // the strictest of what it rests on, "" where nothing was marked
	Reports    []string  `json:"reports"`
	Statements []string  `json:"statements"`
	By         string    `json:"by"`
	Recorded   time.Time `json:"recorded"`
}

// ComputeID returns the identity of a kept brief.
func (k *KeptBrief) ComputeID() string {
	h := &hasher{}
	h.strs("brief", k.Hash, k.Country, k.At.String(), k.Head, k.TLP)
	h.list(len(k.Reports))
	h.strs(k.Reports...)
	h.list(len(k.Statements))
	h.strs(k.Statements...)
	return h.signed("br_", k.By, "", k.Recorded)
}
