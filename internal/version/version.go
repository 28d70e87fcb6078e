// Package version says which classicnet this is.
package version

// Number is the version of all tools. It is a constant, since builders such as
// u-root don't pass linker flags on, and so that two builds are equal.
const Number = "0.2.0"

// The releases that tools answer for. Scripts look for them in the first line of
// a version text.
const (
	NetTools    = "net-tools 1.60"
	NetTools210 = "net-tools 2.10"
)
