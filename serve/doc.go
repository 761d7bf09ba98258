// Package serve shows a desk to a person with a browser: the brief, the reports
// with their statements lit in the text, the verdicts with the rows behind
// them, and one box to paste a text into.
//
// In goes an open [desk.Desk]; out comes an [http.Handler]. It assumes that it
// listens on loopback and is used by the person at the machine: there are no
// accounts. A request whose Host is no loopback name is refused, and so is a
// form that another site sends, so that no page elsewhere can read the desk
// through the browser.
//
// Pages are made on the server from embedded templates and one style sheet.
// There is no script at all, and the Content-Security-Policy on every response,
// refusals too, admits none. Texts of reports are shown as text. What is pasted
// is read, judged, shown and forgotten; nothing of it is kept or logged.
//
// It does not change the desk, does no arithmetic, and does not listen: package
// cmd does.
package serve
