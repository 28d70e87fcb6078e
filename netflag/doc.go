// Package netflag has the flag words that requests to the kernel and the files of
// /proc/net have in common, each as one type: what procnet reads can be handed
// to ioctl as it is. Values print as the classic tools show them; their numbers
// need a conversion, as fmt's %x is of that text.
package netflag
