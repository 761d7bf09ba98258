package main

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

// A column of a table: its head, how wide it may grow, and on which side its
// text stands.
type column struct {
	head  string
	most  int
	right bool
}

// gap is the space between two columns.
const gap = "  "

// A table is cells that are wrapped within their columns.
type table struct {
	columns []column
	rows    []tableRow
}

// A tableRow may have lines below its cells, wrapped over the whole width.
type tableRow struct {
	cells []string
	below []string
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, tableRow{cells: cells}) }

// print writes the table. Columns are as wide as their widest cell, at most as
// wide as they may be, and the widest give way where all do not fit; columns
// without any text are left out.
func (t *table) print(w io.Writer, width int) error {
	widths := t.widths(width)
	var b strings.Builder
	head := make([]string, len(t.columns))
	for i, c := range t.columns {
		head[i] = c.head
	}
	t.printRow(&b, head, widths)
	for _, r := range t.rows {
		t.printRow(&b, r.cells, widths)
		for _, line := range r.below {
			for i, part := range wrap(line, width-8) {
				b.WriteString("    ")
				if i > 0 {
					b.WriteString("  ")
				}
				b.WriteString(part + "\n")
			}
		}
		if len(r.below) > 0 {
			b.WriteByte('\n')
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// narrowest is what a column keeps when it gives way to others.
const narrowest = 8

func (t *table) widths(width int) []int {
	out := make([]int, len(t.columns))
	for i, c := range t.columns {
		for _, r := range t.rows {
			for _, line := range wrap(r.cells[i], c.most) {
				out[i] = max(out[i], runewidth.StringWidth(line))
			}
		}
		if out[i] > 0 {
			out[i] = max(out[i], runewidth.StringWidth(c.head))
		}
	}
	t.fit(out, width)
	return out
}

// fit narrows columns until all fit, each time the one where that costs the
// fewest lines. A sample of rows stands for all.
func (t *table) fit(widths []int, width int) {
	const sample = 200
	rows := t.rows[:min(sample, len(t.rows))]
	cost := make([]int, len(widths)) // lines that one column less costs; -1 to be found
	for i := range cost {
		cost[i] = -1
	}
	for {
		total, best := -len(gap), -1
		for i, n := range widths {
			if n > 0 {
				total += n + len(gap)
			}
			if n <= narrowest {
				continue
			}
			if cost[i] < 0 {
				cost[i] = 0
				for _, r := range rows {
					cost[i] += len(wrap(r.cells[i], n-1)) - len(wrap(r.cells[i], n))
				}
			}
			if best < 0 || cost[i] < cost[best] || cost[i] == cost[best] && n > widths[best] {
				best = i
			}
		}
		if total <= width || best < 0 {
			return
		}
		widths[best]--
		cost[best] = -1
	}
}

func (t *table) printRow(b *strings.Builder, cells []string, widths []int) {
	parts := make([][]string, len(cells))
	tall := 1
	for i, cell := range cells {
		if widths[i] > 0 {
			parts[i] = wrap(cell, widths[i])
			tall = max(tall, len(parts[i]))
		}
	}
	for n := range tall {
		var line strings.Builder
		for i := range cells {
			if widths[i] == 0 {
				continue
			}
			text := ""
			if n < len(parts[i]) {
				text = parts[i][n]
			}
			if t.columns[i].right {
				line.WriteString(runewidth.FillLeft(text, widths[i]))
			} else {
				line.WriteString(runewidth.FillRight(text, widths[i]))
			}
			line.WriteString(gap)
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
}

// wrap breaks a text into lines of at most width columns, at spaces where it
// can. Control characters are shown as spaces: a report may not move the cursor.
func wrap(s string, width int) []string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == '\u2028' || r == '\u2029' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
			return ' '
		}
		return r
	}, s)
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		for runewidth.StringWidth(word) > width {
			if line != "" {
				lines, line = append(lines, line), ""
			}
			head := runewidth.Truncate(word, width, "")
			if head == "" {
				break
			}
			lines, word = append(lines, head), strings.TrimPrefix(word, head)
		}
		switch {
		case line == "":
			line = word
		case runewidth.StringWidth(line)+1+runewidth.StringWidth(word) <= width:
			line += " " + word
		default:
			lines, line = append(lines, line), word
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// writeCSV writes rows with a header. A cell that a spreadsheet would take for a
// formula gets an apostrophe before it; a number is left as it is.
func writeCSV(w io.Writer, head []string, rows [][]string) error {
	cw := csv.NewWriter(w)
	if err := cw.Write(head); err != nil {
		return err
	}
	for _, r := range rows {
		safe := make([]string, len(r))
		for i, cell := range r {
			safe[i] = guard(cell)
		}
		if err := cw.Write(safe); err != nil {
			return err
		}
	}
	cw.Flush()
	return cw.Error()
}

func guard(cell string) string {
	first, _ := utf8.DecodeRuneInString(cell)
	if cell == "" || !strings.ContainsRune("=+-@\t\r\n|%＝＋－＠", first) { // the wide ones count where Japanese is written
		return cell
	}
	if _, err := strconv.ParseFloat(cell, 64); err == nil {
		return cell
	}
	return "'" + cell
}
