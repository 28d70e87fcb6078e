package dialect

// Beside is the default of the tools beside ifconfig and route. What the
// transcripts have as their classic output is that of net-tools 2.10.
func Beside() *Dialect { return ByName("net-tools-2.10") }

// ChooseBeside is Choose for these tools.
func ChooseBeside(option, environment string) (*Dialect, error) {
	d, err := Choose(option, environment)
	if err == nil && d == Classic() {
		d = Beside()
	}
	return d, err
}
