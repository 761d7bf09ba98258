package main

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"time"
)

// The parts of CycloneDX 1.6 that are used, in the order in which they are
// written.
type (
	bom struct {
		Schema       string       `json:"$schema"`
		Format       string       `json:"bomFormat"`
		Spec         string       `json:"specVersion"`
		Serial       string       `json:"serialNumber"`
		Version      int          `json:"version"`
		Metadata     metadata     `json:"metadata"`
		Components   []component  `json:"components"`
		Dependencies []dependency `json:"dependencies"`
	}
	metadata struct {
		Timestamp string    `json:"timestamp"`
		Component component `json:"component"`
	}
	component struct {
		Type        string     `json:"type"`
		Ref         string     `json:"bom-ref"`
		Name        string     `json:"name"`
		Version     string     `json:"version,omitempty"`
		Description string     `json:"description,omitempty"`
		Hashes      []hash     `json:"hashes,omitempty"`
		Licenses    []licensed `json:"licenses,omitempty"`
		PURL        string     `json:"purl,omitempty"`
		Properties  []property `json:"properties,omitempty"`
	}
	hash       struct{ Alg, Content string }
	licensed   struct{ License license }
	license    struct{ ID, Name string }
	property   struct{ Name, Value string }
	dependency struct {
		Ref       string   `json:"ref"`
		DependsOn []string `json:"dependsOn"`
	}
)

// MarshalJSON writes the keys as the format has them.
func (h hash) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[string]string{"alg": h.Alg, "content": h.Content})
}

// MarshalJSON writes the licence by its SPDX id where it has one.
func (l licensed) MarshalJSON() ([]byte, error) {
	key, value := "id", l.License.ID
	if value == "" {
		key, value = "name", l.License.Name
	}
	return json.Marshal(map[string]map[string]string{"license": {key: value}})
}

// MarshalJSON writes the keys as the format has them.
func (p property) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[string]string{"name": p.Name, "value": p.Value})
}

// A licence is what the program itself says of a part that is built in.
type licence struct{ licence, about string }

// spdx are the names that are SPDX identifiers as they stand.
var spdx = regexp.MustCompile(`^(Apache-2\.0|MIT|BSD-[23]-Clause|ISC|Unlicense|MPL-2\.0|CC0-1\.0|CC-BY(-SA)?-[0-9.]+)$`)

func licensedBy(name string) []licensed {
	if spdx.MatchString(name) {
		return []licensed{{license{ID: name}}}
	}
	return []licensed{{license{Name: name}}}
}

// versionOf is the version the Go command stamped: a tag, or the time and hash
// of the commit.
func versionOf(info *debug.BuildInfo) string {
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	return "v0.0.0-unstamped"
}

// sbom lists what a program was built from, by the list in the program itself,
// each with the licence that licences.txt gives. A part without one is an error.
func sbom(info *debug.BuildInfo, licences map[string]licence, when time.Time, program []byte) ([]byte, error) {
	digest := sha256.Sum256(program)
	version := versionOf(info)
	main := component{Type: "application", Ref: purl("tocsin", version), Name: "tocsin", Version: version, PURL: purl("tocsin", version), Licenses: licensedBy("Apache-2.0"),
		Hashes: []hash{{"SHA-256", hex.EncodeToString(digest[:])}}}
	for _, s := range info.Settings {
		if slices.Contains([]string{"GOOS", "GOARCH", "CGO_ENABLED", "-trimpath", "vcs.revision", "vcs.modified"}, s.Key) {
			main.Properties = append(main.Properties, property{"go:" + s.Key, s.Value})
		}
	}
	uuid := digest[:16]
	uuid[6], uuid[8] = uuid[6]&0x0f|0x80, uuid[8]&0x3f|0x80 // RFC 9562, version 8
	b := bom{Schema: "http://cyclonedx.org/schema/bom-1.6.schema.json", Format: "CycloneDX", Spec: "1.6", Version: 1,
		Serial:   fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", uuid[:4], uuid[4:6], uuid[6:8], uuid[8:10], uuid[10:]),
		Metadata: metadata{when.Format(time.RFC3339), main}}
	std := component{Type: "library", Name: "std", Version: info.GoVersion, Ref: purl("std", strings.TrimPrefix(info.GoVersion, "go")), Licenses: licensedBy("BSD-3-Clause"), Description: "the Go standard library"}
	std.PURL = std.Ref
	b.Components = append(b.Components, std)
	for _, m := range info.Deps {
		if m.Replace != nil {
			m = m.Replace
		}
		l, ok := licences["module "+m.Path]
		if !ok {
			return nil, fmt.Errorf("cmd/tocsin/licences.txt does not name the module %s", m.Path)
		}
		b.Components = append(b.Components, component{Type: "library", Ref: purl(m.Path, m.Version), Name: m.Path, Version: m.Version, Description: l.about,
			Licenses: licensedBy(l.licence), PURL: purl(m.Path, m.Version), Properties: []property{{"go:sum", m.Sum}}})
	}
	for name, l := range licences {
		if data, ok := strings.CutPrefix(name, "data "); ok {
			b.Components = append(b.Components, component{Type: "data", Ref: "data:" + data, Name: data, Description: l.about, Licenses: licensedBy(l.licence)})
		}
	}
	slices.SortFunc(b.Components, func(x, y component) int { return cmp.Or(-cmp.Compare(x.Type, y.Type), cmp.Compare(x.Ref, y.Ref)) })
	all := dependency{Ref: main.Ref}
	for _, c := range b.Components {
		all.DependsOn = append(all.DependsOn, c.Ref)
	}
	b.Dependencies = []dependency{all}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(b); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// purl names a Go module as the package-url specification does.
func purl(path, version string) string {
	return "pkg:golang/" + path + "@" + strings.ReplaceAll(version, "+", "%2B")
}
