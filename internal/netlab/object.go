package netlab

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// object is one JSON object of ip's output.
type object map[string]any

// text is a field as text, "" if it is missing.
func (o object) text(key string) string {
	if v, ok := o[key]; ok {
		return fmt.Sprint(v)
	}
	return ""
}

// number is a field as a number, 0 if it is missing or none.
func (o object) number(key string) int {
	n, _ := strconv.Atoi(o.text(key))
	return n
}

// list is a field that is a list of objects.
func (o object) list(key string) []object {
	var list []object
	values, _ := o[key].([]any)
	for _, v := range values {
		m, _ := v.(map[string]any)
		list = append(list, m)
	}
	return list
}

// strings is a field that is a list of strings.
func (o object) strings(key string) []string {
	var list []string
	values, _ := o[key].([]any)
	for _, v := range values {
		list = append(list, fmt.Sprint(v))
	}
	return list
}

// keys are the names of the fields, sorted.
func (o object) keys() []string { return slices.Sorted(maps.Keys(o)) }

// words is a line of the state in the making.
type words []string

// fields adds those of the fields that are there, each as its name and value.
func (w *words) fields(o object, keys ...string) {
	for _, k := range keys {
		w.named(k, o, k)
	}
}

// named adds a field, if it is there, by another name.
func (w *words) named(name string, o object, key string) {
	if _, ok := o[key]; ok {
		*w = append(*w, name, o.text(key))
	}
}

func (w words) String() string { return strings.Join(w, " ") }
