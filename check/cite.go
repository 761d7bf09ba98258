package check

import (
	"strings"

	"tocsin"
)

// citations are how the publishers of datasets ask to be cited; VINTAGE stands for the
// release. What a publisher's terms forbid to pass on is never exported with its rows.
var citations = map[string]string{
	"ucdp-ged":      "UCDP Georeferenced Event Dataset, VINTAGE (CC BY 4.0): Sundberg, R. and Melander, E. (2013), Introducing the UCDP Georeferenced Event Dataset, Journal of Peace Research 50(4); Pettersson, T. et al. (2021), Organized violence 1989-2020, Journal of Peace Research 58(4)",
	"cline":         "Cline Center Coup d'État Project Dataset, VINTAGE: Cline Center for Advanced Social Research, University of Illinois",
	"powell-thyne":  "Powell, J. M. and Thyne, C. L. (2011), Global Instances of Coups from 1950 to 2010: A New Dataset, Journal of Peace Research 48(2), VINTAGE",
	"colpus":        "Chin, J. J., Carter, D. B. and Wright, J. G. (2021), The Varieties of Coups D'état: Introducing the Colpus Dataset, International Studies Quarterly 65(4), VINTAGE",
	"geonames":      "GeoNames, VINTAGE (CC BY 4.0), geonames.org",
	"acled":         "Armed Conflict Location & Event Data (ACLED), VINTAGE, acleddata.com: not to be passed on",
	"ucdp-ged-cand": "UCDP Candidate Events Dataset, VINTAGE (CC BY 4.0): Hegre, H. et al. (2020), Introducing the UCDP Candidate Events Dataset, Research & Politics 7(3)",
}

// Citation is the text by which a vintage of a dataset is cited; for a dataset whose
// terms are not known, its name and vintage.
func Citation(d tocsin.Dataset) string {
	vintage := "vintage " + shortVintage(d.Vintage)
	if text, ok := citations[d.Dataset]; ok {
		return strings.ReplaceAll(text, "VINTAGE", vintage)
	}
	return d.Dataset + ", " + vintage
}
