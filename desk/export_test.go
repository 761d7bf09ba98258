package desk

// Sibling is an empty ephemeral desk that looks things up where d does, so that a
// test may open many.
func (d *Desk) Sibling() *Desk {
	s := Ephemeral(Options{Now: d.now})
	d.mu.Lock()
	defer d.mu.Unlock()
	s.knowledge = d.knowledge
	return s
}
