package desk

import (
	"context"
	"slices"

	"tocsin"
)

// CheckThen judges each statement on the data that was out when its report was
// published, as its author could have known it; [Desk.Check] with the zero date
// judges with hindsight. A release of which nobody said when it came out counts
// at every date, and so does all data for a report without a day.
func (d *Desk) CheckThen(ctx context.Context, statements []tocsin.Statement, args []string) ([]tocsin.Verdict, error) {
	var out []tocsin.Verdict
	for len(statements) > 0 {
		at := statements[0].Published
		n := slices.IndexFunc(statements, func(s tocsin.Statement) bool { return s.Published != at })
		if n < 0 {
			n = len(statements)
		}
		with := args
		if !at.IsZero() {
			with = append(slices.Clone(args), "--at", at.String())
		}
		verdicts, err := d.Check(ctx, statements[:n], at, with)
		if err != nil {
			return nil, err
		}
		out, statements = append(out, verdicts...), statements[n:]
	}
	return out, nil
}
