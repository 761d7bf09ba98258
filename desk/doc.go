// Package desk runs the stages in their order. One [Desk] is one open program:
// the files people import go in; statements, measures, verdicts and the brief
// come out, each from the stage that makes it.
//
// A desk is one directory: desk.db (the ledger, with the bytes of every report
// and place file as they came) and desk.toml (settings). [Open] opens one, [Create] makes it
// where there is none, and [Ephemeral] does without a directory and forgets.
//
// What persons judge is appended beside what was read: reviews, matches, grades,
// marks, and the undoing of them. Lists, verdicts and briefs start from statements
// as persons left them ([Desk.AsJudged]); docs/methods/review.md has the rules.
//
// It assumes one writing program at a time. Time enters through Options.Now and
// dates through arguments: everything known is asked for "at" a date, and the
// same ledger with the same date gives the same answer. There is no arithmetic,
// SQL or HTML here; a number comes from watch or check, a record from ledger, a
// sentence from brief.
package desk
