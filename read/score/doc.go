// Package score measures the reader, and what other systems put out, on sets
// with known answers.
//
// What goes in: gold files in the formats they are published in (MUC-4 JSON
// lines, PolNeAR's brat archive, factuality in CoNLL or JSON lines, LGL,
// GeoWebNews, TR-News and GeoVirus XML, verb and place JSON lines, CoNLL-U,
// TimeML), plain, in gzip or in a tar archive, and the parts of the reader or
// a file with the answers of another system. What comes out: [Metric]s, one line
// each, in the order asked; a gold file that breaks its format is one
// tocsin.Error with its line and what to do.
//
// The definitions are those of the reference implementations, down to ties:
// CEAF-TF with the best one-to-one mapping (Du, Rush & Cardie 2021) for MUC-4;
// exact spans for attribution (Newell et al. 2018); mean absolute error and
// Pearson's r for factuality (Stanovsky et al. 2017); overlap matching and 161 km
// for places (Gritta et al. 2020); attachment scores with punctuation and
// subtypes for trees; TempEval-3's relaxed and value F1 for times (UzZaman et
// al. 2013).
//
// It assumes the gold is right, chooses nothing and tunes nothing. It knows no
// corpus by name: which set a file is shows in its form. It does not judge
// whether a number is good; [Anchors] puts published ones beside it.
package score
