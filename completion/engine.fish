# Completion of the classicnet tools for fish.

# A row is a tool, a place, a word and what it is; see package complete.
set -g __classicnet_table @TABLE@

# __classicnet_interfaces lists devices and aliases.
function __classicnet_interfaces
    begin
        env CLASSICNET_DIALECT=classic classicnet ifconfig -a -s; or ifconfig -a -s
    end 2>/dev/null | string match -rv '^Iface ' | string replace -r '\s.*' ''
end

# __classicnet_query runs ifquery.
function __classicnet_query
    if command -q classicnet
        classicnet ifquery $argv
    else
        ifquery $argv
    end 2>/dev/null
end

# __classicnet_offer prints the words that a word of the table stands for.
function __classicnet_offer -a word about
    switch $word
        case @interface
            __classicnet_interfaces
        case @configured
            __classicnet_query --list
            __classicnet_query --list --allow hotplug
        case @up
            __classicnet_query --state | string replace -r '=.*' ''
        case @folder
            __fish_complete_directories (commandline -ct) ''
        case @file
            __fish_complete_path (commandline -ct)
        case '*'
            printf '%s\t%s\n' $word $about
    end
end

# __classicnet_rows prints place, word and meaning of a tool's rows.
function __classicnet_rows -a tool
    string match -r -- "(?<=^$tool\t).*" $__classicnet_table
end

function __classicnet
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l tool (string replace -r '.*/' '' -- $words[1])
    set -e words[1]
    if test "$tool" = classicnet; and set -q words[1]; and not string match -q -- '-*' $words[1]
        set tool $words[1]
        set -e words[1]
    end
    set -l rows (__classicnet_rows $tool)

    # The words up to the cursor: places are those that follow the last one,
    # operand is the number of the next operand.
    set -l places
    set -l operand 1
    for word in $words
        if set -q places[1]
            set -e places[1]
            continue
        end
        set -l escaped (string escape --style=regex -- $word)
        set places (string match -r -- "(?<=^then\t$escaped\t).*" $rows | string split ' ')
        string match -qr -- "^(option|anywhere)\t$escaped\t" $rows
        or set operand (math $operand + 1)
    end

    set -l last (string match -r -- '^\d+' $rows)[-1]
    set -l here $places[1]
    if not set -q here[1]
        set here (math min $operand, $last)
        if string match -q -- '-*' $current
            set -a here anywhere
            test $operand = 1
            and set -a here option
        end
    end
    for row in $rows
        set -l field (string split \t -- $row)
        contains -- $field[1] $here
        and __classicnet_offer $field[2] $field[3]
    end
end

for tool in classicnet @TOOLS@
    complete -c $tool -f -a '(__classicnet)'
end
