package ioctltest

import (
	"errors"
	"reflect"
	"testing"

	"golang.org/x/sys/unix"
)

// What was made by nobody answers, with an error at worst.
func TestZero(t *testing.T) {
	for _, v := range []any{new(Conn), new(Tun), new(Kernel), new(Interface)} {
		for i := range reflect.TypeOf(v).NumMethod() {
			call(t, reflect.ValueOf(v), i)
		}
	}
}

// call calls a method with zeros.
func call(t *testing.T, v reflect.Value, method int) {
	m := v.Type().Method(method)
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("%v.%s: %v", v.Type(), m.Name, r)
		}
	}()
	var args []reflect.Value
	for i := 1; i < m.Type.NumIn(); i++ {
		args = append(args, reflect.Zero(m.Type.In(i)))
	}
	results := v.Method(method).Call(args)
	if _, kernel := v.Interface().(*Kernel); kernel || len(results) == 0 || m.Name == "Close" {
		return
	}
	if err, ok := results[len(results)-1].Interface().(error); ok && !errors.Is(err, unix.EBADF) && !errors.Is(err, unix.EAFNOSUPPORT) {
		t.Errorf("%v.%s: %v", v.Type(), m.Name, err)
	}
}
