#!/bin/sh
# Installs FaderStager for this person, in ~/.vst3 or in another folder. No root needed.
#
#   install.sh [FOLDER]            installs or replaces FaderStager.vst3
#   install.sh --path [FOLDER]     the rehearsal too: the command faderstager in ~/.local/bin, its man page and its
#                                  completion for bash and fish
#   install.sh --remove [FOLDER]   removes them; your profiles (Documents/FaderStager) stay
#
# From a release it installs the bundle beside it; in the source tree it builds the bundle first.
set -eu
here="$(cd "$(dirname "$0")" && pwd)"

fail() {
    echo "install: $*" >&2
    exit 1
}

remove= path=
case "${1:-}" in
    --remove) remove=yes; shift ;;
    --path) path=yes; shift ;;
esac
case "${1:-}" in -*) fail "usage: install.sh [--path | --remove] [FOLDER]" ;; esac
target="${1:-${HOME:?"your home folder is not known: name a folder"}/.vst3}"

local="${HOME:-}/.local"
command="$local/bin/faderstager" program="$local/share/faderstager" page="$local/share/man/man1/faderstager.1"
completion="$local/share/bash-completion/completions/faderstager" fish="$local/share/fish/vendor_completions.d/faderstager.fish"

if [ -n "$remove" ]; then
    if [ "$(readlink "$command" 2> /dev/null)" = "$program/faderstager" ]; then
        rm -rf "$command" "$program" "$page" "$completion" "$fish"
        echo "The command faderstager is gone."
    fi
    [ -d "$target/FaderStager.vst3" ] || fail "there is no FaderStager in $target."
    rm -rf "$target/FaderStager.vst3"
    echo "FaderStager is gone from $target."
    exit 0
fi

if [ -d "$here/FaderStager.vst3" ]; then
    bundle="$here/FaderStager.vst3"
    [ "$(uname -m)" = x86_64 ] || fail "this release is for x86_64; this machine is $(uname -m)."
    # Built against glibc 2.34; an older one could not load it, and no host would say why.
    libc="$(getconf GNU_LIBC_VERSION 2> /dev/null | cut -d ' ' -f 2)" || libc=
    [ "$(printf '%s\n' "${libc:-0}" 2.34 | sort -V | head -n 1)" = 2.34 ] \
        || fail "FaderStager needs glibc 2.34 or later (Debian 12, Ubuntu 22.04, Fedora 35); here is ${libc:-none}."
else
    "$here/build.sh"
    bundle="$here/../../artifacts/vst3/FaderStager.vst3"
fi

# Copied whole beside the old one, then swapped by two renames: a host that has the old one loaded keeps it until it ends, and
# whatever stops this leaves one of the two whole in its place or beside it, from where the next run takes it up.
mkdir -p "$target" || fail "$target cannot be made."
installed="$target/FaderStager.vst3"
incoming="$target/.FaderStager.new"
outgoing="$target/.FaderStager.old"
if [ -e "$outgoing" ] && [ ! -e "$installed" ]; then
    mv "$outgoing" "$installed" || fail "$outgoing cannot be put back."
fi
rm -rf "$incoming" "$outgoing"
cp -R "$bundle" "$incoming" || { rm -rf "$incoming"; fail "not everything could be written to $target; nothing was changed."; }
if [ -e "$installed" ] || [ -L "$installed" ]; then
    mv "$installed" "$outgoing" || { rm -rf "$incoming"; fail "$installed cannot be replaced; nothing was changed."; }
fi
if ! mv "$incoming" "$installed"; then
    [ ! -e "$outgoing" ] || mv "$outgoing" "$installed"
    rm -rf "$incoming"
    fail "FaderStager cannot be put in its place in $target; nothing was changed."
fi
rm -rf "$outgoing"
echo "FaderStager is in $target: let the host scan its plug-ins again."

if [ -n "$path" ]; then
    [ -d "$here/rehearsal" ] || fail "the rehearsal is not beside this script: it comes with a release."
    [ ! -e "$command" ] || [ "$(readlink "$command")" = "$program/faderstager" ] || fail "$command is there already, and not FaderStager's."
    rm -rf "$program"
    mkdir -p "$program" "${command%/*}" "${page%/*}" "${completion%/*}" "${fish%/*}" || fail "$local cannot be written."
    cp "$here/rehearsal/faderstager" "$here/rehearsal"/lib*.so "$program/"
    cp "$here/rehearsal/faderstager.1" "$page"
    ln -sf "$program/faderstager" "$command"
    "$command" completion bash > "$completion"
    "$command" completion fish > "$fish"
    echo "The command faderstager is in ${command%/*}."
    case ":$PATH:" in *":${command%/*}:"*) ;; *) echo "That folder is not on your search path yet: log in anew, or add it." ;; esac
fi
