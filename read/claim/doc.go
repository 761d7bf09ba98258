// Package claim finds what a report says that can be measured, and writes it
// down as a [tocsin.Claim]: a form (distance, direction, within, count, rate,
// change, rank, first, last, date, duration, share), what is counted, where,
// when, and against which number.
//
// What goes in: a document of package text and what packages when, where and
// who found in it. What comes out: one [Found] for each claim, in the order of
// the text; one sentence may hold several. A claim holds only what the text
// fixes. What the text leaves open (which window, events or deaths) stays
// empty, and package check varies exactly that.
//
// It assumes English prose. It works on runs of tokens and looks at the tree
// only to choose between candidates, so that a wrong arc costs little. It judges
// nothing, looks at no data, and does not decide whether the author asserts,
// denies or merely reports the claim: that is the work of says and hedge.
package claim
