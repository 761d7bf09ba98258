package desk

import "tocsin/ledger"

// Sibling is an empty ephemeral desk that looks things up where d does, so that a
// test may open many.
func (d *Desk) Sibling() *Desk {
	s := Ephemeral(Options{Now: d.now})
	d.mu.Lock()
	defer d.mu.Unlock()
	s.knowledge = d.knowledge
	return s
}

// Sources appends to the record of d behind its back, as another program does.
func (d *Desk) Sources() ledger.DatasetWriter { return d.ledger }
