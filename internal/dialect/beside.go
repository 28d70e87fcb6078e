package dialect

// ChooseBeside is Choose for the tools beside ifconfig and route. What the
// transcripts have as their classic output is that of net-tools 2.10.
func ChooseBeside(option, environment string) (*Dialect, error) {
	d, err := Choose(option, environment)
	if err == nil && d == Classic() {
		d = ByName("net-tools-2.10")
	}
	return d, err
}
