package main

import (
	_ "embed"
	"fmt"
	"runtime/debug"
	"strings"

	"tocsin"
	"tocsin/read"
)

// licences.txt names everything built in; see its head.
//
//go:embed licences.txt
var licencesText string

type versionCmd struct {
	Licences bool `help:"Name every dataset, model and library that is built in, with its licence."`
}

// Run prints the versions of the program, its reader and its format.
func (c *versionCmd) Run(a *app) error {
	info, _ := debug.ReadBuildInfo()
	fmt.Fprintf(a.out, "tocsin %s (%s)\nreader %s, statement format %d\n", buildVersion(info), goVersion(info), read.Version, tocsin.SchemaVersion)
	if !c.Licences {
		return nil
	}
	fmt.Fprint(a.out, "licence Apache-2.0\n\nBuilt in:\n\n")
	versions := make(map[string]string)
	if info != nil {
		for _, m := range info.Deps {
			versions[m.Path] = m.Version
		}
	}
	t := &table{columns: []column{{"what", 44, false}, {"version", 20, false}, {"licence", 14, false}, {"", 70, false}}}
	for _, l := range licences() {
		t.add(l.name, versions[strings.TrimPrefix(l.name, "module ")], l.licence, l.about)
	}
	return t.print(a.out, a.width)
}

// A licence is one line of licences.txt.
type licence struct{ name, licence, about string }

func licences() []licence {
	var out []licence
	for line := range strings.Lines(licencesText) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		parts := strings.SplitN(line, "|", 3)
		for len(parts) < 3 {
			parts = append(parts, "")
		}
		out = append(out, licence{strings.TrimSpace(parts[0]), strings.TrimSpace(parts[1]), strings.TrimSpace(parts[2])})
	}
	return out
}

// buildVersion is the module's version, or the commit of a build from a clone.
func buildVersion(info *debug.BuildInfo) string {
	if info == nil {
		return "of unknown version"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return "at commit " + s.Value[:12]
		}
	}
	return "built from source"
}

func goVersion(info *debug.BuildInfo) string {
	if info == nil {
		return "unknown Go"
	}
	return info.GoVersion
}
