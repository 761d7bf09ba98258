package check

import (
	"strings"

	"tocsin"
	"tocsin/stat"
	"tocsin/watch"
)

// minRun is how many changes the same way, one after the other, are a clear trend even
// where no single one is: of n+1 values in a random order, one order in (n+1)! is
// the one claimed, which for three changes is 1 in 24. It is the extreme value of
// Mann's (1945) test against trend.
const minRun = 3

// inRun reports a step of a streak ("fell for the fifth year in a row") all of whose
// steps go the way the text says, in the reading k, and that is long enough to be
// judged as one.
func (j *job) inRun(s scope, k comparison) bool {
	if j.k.Novelty != "again" || j.k.Value != nil {
		return false
	}
	steps := map[tocsin.Date]bool{}
	for _, c := range j.beside() {
		if c.Form != j.k.Form || c.Novelty != "again" || c.Op != j.k.Op || c.Window == nil || c.Of == nil || *c.Of != *j.k.Of || steps[c.Window.From] {
			continue
		}
		step := *j
		step.k = c
		now, then, fixed := step.changeWindows()
		if !fixed || !step.pointsThere(s, k, now, then) {
			return false
		}
		steps[c.Window.From] = true
	}
	return len(steps) >= minRun
}

// pointsThere reports that the plain numbers of a step change the claim's way.
func (j *job) pointsThere(s scope, k comparison, now, then watch.Window) bool {
	k.now, k.then = now, then
	a, b := j.sides(s, k)
	x, y := float64(a.events), float64(b.events)
	if k.deaths {
		x, y = a.deaths.Total, b.deaths.Total
	}
	if y == 0 {
		return !strings.HasPrefix(j.k.Op, "<") && x > 0
	}
	r := stat.Ratio{Value: tocsin.Number(x / y)}
	return toward(r, strings.HasPrefix(j.k.Op, "<")) != tocsin.DoesNotHold
}
