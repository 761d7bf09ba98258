// Package incident says which incidents of political violence a report
// describes: one event, told in many mentions, comes out once.
//
// In goes a whole document of package read/text. Out comes a short list of
// incidents, each of a type (attack, bombing, kidnapping, arson, robbery, forced
// work stoppage), with the persons and organisations that are said to have done
// it, the things and the named persons it was done to, and the weapons, each
// with the spans of its mentions and a score.
//
// What counts as an incident was learnt from the training texts of MUC-4 (1989
// to 1991, Latin America): a specific act of violence that the report tells as
// news. Fighting between armies, incidents of long ago that are only recalled,
// and violence in general are mostly left out. Victims are persons with a name.
// The method is in package internal/fill; LICENSE.model says what the weights
// derive from, and the command in train rebuilds them.
//
// Something is put out where that serves the F1 of the whole, which is often
// well below even odds: of an incident with a Score under one half it is more
// likely than not that the report does not tell it so, and a second incident of
// one type is mostly the first in other words. Who shows incidents to people
// should leave those out, or mark them.
//
// It assumes English news; of a text longer than 2,000 sentences the rest is not
// read. Wire copy without capitals should pass through
// Recase before it is parsed. It does not say where or when an incident was, how
// sure the author is of it, or which actor of a registry a mention is: the
// statements of package read do. It never invents a string: every mention is
// the text at its span.
package incident
