package tocsin_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

// The house rules that can be counted.
const (
	longestFile = 400
	longestFunc = 60
)

var unfinished = regexp.MustCompile(`\b(TODO|FIXME|XXX)\b`)

// TestHouseRules holds every Go file to them: functions and files that can be
// read at a sitting, nothing exported without a word, a comment on each
// package, no init, nothing left for later.
func TestHouseRules(t *testing.T) {
	documented := make(map[string]bool)
	tree := os.DirFS(".")
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "node_modules") {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") {
			return nil
		}
		src, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, name, src, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		if !strings.HasSuffix(name, "_test.go") {
			documented[path.Dir(name)] = documented[path.Dir(name)] || f.Doc.Text() != ""
		}
		for _, p := range houseProblems(fset, name, f, string(src)) {
			t.Error(p)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for dir, ok := range documented {
		if !ok {
			t.Errorf("package %s has no comment", dir)
		}
	}
}

func houseProblems(fset *token.FileSet, name string, f *ast.File, src string) []string {
	var out []string
	fail := func(pos token.Pos, format string, args ...any) {
		out = append(out, fmt.Sprintf("%s:%d: ", name, fset.Position(pos).Line)+fmt.Sprintf(format, args...))
	}
	if n := strings.Count(src, "\n"); n > longestFile {
		fail(f.Pos(), "the file has %d lines", n)
	}
	for _, group := range f.Comments {
		if m := unfinished.FindString(group.Text()); m != "" && name != "house_test.go" {
			fail(group.Pos(), "%s is left", m)
		}
	}
	test := strings.HasSuffix(name, "_test.go")
	for _, decl := range f.Decls {
		switch d := decl.(type) {
		case *ast.FuncDecl:
			if n := fset.Position(d.End()).Line - fset.Position(d.Pos()).Line + 1; n > longestFunc {
				fail(d.Pos(), "%s has %d lines", d.Name.Name, n)
			}
			if d.Name.Name == "init" && d.Recv == nil {
				fail(d.Pos(), "init runs by itself")
			}
			if !test && d.Name.IsExported() && d.Doc.Text() == "" && exportedReceiver(d) {
				fail(d.Pos(), "%s has no comment", d.Name.Name)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				if name, ok := bareName(spec); ok && !test && d.Doc.Text() == "" {
					fail(spec.Pos(), "%s has no comment", name)
				}
			}
		}
	}
	return out
}

// exportedReceiver reports whether a method can be called from outside.
func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	typ := d.Recv.List[0].Type
	for {
		switch x := typ.(type) {
		case *ast.StarExpr:
			typ = x.X
		case *ast.IndexExpr:
			typ = x.X
		case *ast.Ident:
			return x.IsExported()
		default:
			return false
		}
	}
}

// bareName returns an exported type, constant or variable without a comment.
func bareName(spec ast.Spec) (string, bool) {
	switch s := spec.(type) {
	case *ast.TypeSpec:
		return s.Name.Name, s.Name.IsExported() && s.Doc.Text() == "" && s.Comment.Text() == ""
	case *ast.ValueSpec:
		return s.Names[0].Name, s.Names[0].IsExported() && s.Doc.Text() == "" && s.Comment.Text() == ""
	}
	return "", false
}
