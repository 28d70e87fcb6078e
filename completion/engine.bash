# Completion of the classicnet tools for bash, and for zsh through bashcompinit.
# shellcheck shell=bash

# A row is a tool, a place, a word and what it is; see package complete.
IFS= read -r -d '' _classicnet_table <<'END'
@TABLE@
END

# _classicnet_interfaces lists devices and aliases.
_classicnet_interfaces() {
  local name rest
  {
    CLASSICNET_DIALECT=classic classicnet ifconfig -a -s || ifconfig -a -s
  } 2>/dev/null | while read -r name rest; do
    [[ $name == Iface ]] || printf '%s\n' "$name"
  done
}

# _classicnet_query runs ifquery.
_classicnet_query() {
  if command -v classicnet >/dev/null; then
    classicnet ifquery "$@"
  else
    ifquery "$@"
  fi 2>/dev/null
}

# _classicnet_configured lists what the interfaces file has ifup bring up.
_classicnet_configured() {
  _classicnet_query --list
  _classicnet_query --list --allow hotplug
}

# _classicnet_up lists what ifup brought up, from lines such as eth1:0=home.
_classicnet_up() {
  local line
  _classicnet_query --state | while IFS= read -r line; do printf '%s\n' "${line%%=*}"; done
}

# _classicnet_offer adds the words that a word of the table stands for.
_classicnet_offer() {
  case $1 in
    @interface) _classicnet_each _classicnet_interfaces ;;
    @configured) _classicnet_each _classicnet_configured ;;
    @up) _classicnet_each _classicnet_up ;;
    @folder) _classicnet_each compgen -d -- "$cur" ;;
    @file) _classicnet_each compgen -f -- "$cur" ;;
    "$cur"*) COMPREPLY+=("$1") ;;
  esac
}

# _classicnet_each offers each line of what a command prints.
_classicnet_each() {
  local word
  while IFS= read -r word; do _classicnet_offer "$word"; done < <("$@")
}

# _classicnet_read goes on behind a word: places are those that follow it,
# operand is the number of the next operand.
_classicnet_read() {
  local in place word about counts=1
  if [[ -n $places ]]; then
    places=${places#* }
    return
  fi
  while IFS=$'\t' read -r in place word about; do
    [[ $in == "$tool" && $word == "$1" ]] || continue
    case $place in
      then) places="$about " ;;
      option | anywhere) counts=0 ;;
    esac
  done <<<"$_classicnet_table"
  operand=$((operand + counts))
}

# _classicnet_here offers what may stand at the cursor.
_classicnet_here() {
  local in place word about here=${places%% *} last=0
  while IFS=$'\t' read -r in place word about; do
    if [[ $in == "$tool" && $place == [0-9]* ]]; then last=$place; fi
  done <<<"$_classicnet_table"
  if [[ -z $here ]]; then
    here=$((operand < last ? operand : last))
  fi
  while IFS=$'\t' read -r in place word about; do
    [[ $in == "$tool" ]] || continue
    case $place in
      "$here") _classicnet_offer "$word" ;;
      anywhere) [[ $cur == -* && -z $places ]] && _classicnet_offer "$word" ;;
      option) [[ $cur == -* && -z $places && $operand == 1 ]] && _classicnet_offer "$word" ;;
    esac
  done <<<"$_classicnet_table"
}

_classicnet() {
  # The words as the tool will see them: bash would split eth1:0 and --dialect=x.
  local line=${COMP_LINE:0:$COMP_POINT} tool cur='' places='' operand=1 i=0 n
  local IFS=$' \t\n'
  local -a words
  COMPREPLY=()
  # shellcheck disable=SC2206
  words=($line)
  n=${#words[@]}
  if [[ $line != *[[:space:]] ]]; then
    n=$((n - 1))
    cur=${words[n]}
  fi
  tool=${words[0]##*/}
  if [[ $tool == classicnet && $n -gt 1 && ${words[1]} != -* ]]; then
    i=1
    tool=${words[1]}
  fi
  while ((++i < n)); do
    _classicnet_read "${words[i]}"
  done
  _classicnet_here
  # What stands before the last of these is no part of the word for bash.
  if [[ ${COMP_WORDBREAKS-} == *[:=]* ]]; then
    for ((i = 0; i < ${#COMPREPLY[@]}; i++)); do
      COMPREPLY[i]=${COMPREPLY[i]#"${cur%"${cur##*[:=]}"}"}
    done
  fi
}

complete -F _classicnet classicnet @TOOLS@
