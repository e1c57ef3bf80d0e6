#!/usr/bin/env bash
# The built Linux module under valgrind's memcheck: a host in C opens and closes its editor. Usage: tests/valgrind.sh MODULE
# No error of memory may be found, and twenty openings more may leave fewer than twenty blocks more, none of them lost, and no descriptor. Needs gcc, libxcb1-dev, valgrind and Xvfb.
set -u
cd "$(dirname "$0")/.." || exit 1
module=$1
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$work"' EXIT
gcc -std=gnu11 -g -O1 -Wall -Wextra -Werror -o "$work/host" tests/native-host/linux-editor.c -lxcb -ldl || exit 1

mkfifo "$work/display"
Xvfb -displayfd 3 -screen 0 1200x800x24 -nolisten tcp -noreset 3>"$work/display" 2>/dev/null &
server=$!
read -r display <"$work/display"

# left TIMES: descriptors and lost blocks after so many openings.
left() {
  DISPLAY=":$display" XDG_STATE_HOME="$work" valgrind --leak-check=full --errors-for-leak-kinds=none --track-fds=yes --error-exitcode=9 --log-file="$work/$1.log" "$work/host" "$module" "$1" \
    || { tail -n 40 "$work/$1.log" >&2; return 1; }
  sed -n -e 's/.*FILE DESCRIPTORS: \([0-9]* open\).*/\1/p' -e 's/.*definitely lost: \(.*\)/\1 lost/p' "$work/$1.log"
  sed -n 's/.*in use at exit: .* bytes in \([0-9,]*\) blocks/\1/p' "$work/$1.log" | tr -d , >"$work/$1.blocks"
}

few=$(left 5) || exit 1
many=$(left 25) || exit 1
more=$(($(cat "$work/25.blocks") - $(cat "$work/5.blocks")))
printf 'after 5 openings:\n%s\nafter 25, %s blocks more:\n%s\n' "$few" "$more" "$many"
[ "$few" = "$many" ] && [ "$more" -lt 20 ] || { echo 'valgrind: more is left after more openings' >&2; exit 1; }
