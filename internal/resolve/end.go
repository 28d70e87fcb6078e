package resolve

// End is closed when nobody waits for an answer any more; nil stands for never. A
// context.Context's Done is one; its type would bring the time zones into the
// program.
type End <-chan struct{}

// Closed tells whether it is.
func (e End) Closed() bool {
	select {
	case <-e:
		return true
	default:
		return false
	}
}
