#!/usr/bin/env python3
"""Completes the rehearsal's command line in bash, zsh and fish, as a person presses Tab. Usage: completion.py PROGRAM"""
import os
import pathlib
import pty
import select
import subprocess
import sys
import tempfile
import time

# What is typed, and what must be among the answers.
CASES = [("faderstager --appr", "--approach"), ("faderstager --approach bott", "bottom-up"), ("faderstager lea", "learn"), ("faderstager learn --ou", "--out")]

BASH = """
source <(faderstager completion bash)
COMP_LINE=$1 COMP_POINT=${#1}
read -ra COMP_WORDS <<< "$1"
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_faderstager
printf '%s\\n' "${COMPREPLY[@]}"
"""


def bash(line):
    return subprocess.run(["bash", "-c", BASH, "bash", line], capture_output=True, text=True, check=True).stdout.split()


def fish(line):
    script = f"faderstager completion fish | source; complete -C '{line}'"
    return subprocess.run(["fish", "--no-config", "-c", script], capture_output=True, text=True, check=True).stdout.split()


def zsh(line):
    """zsh completes in its line editor only, which wants a terminal: what it shows there has to go on as the answer does."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "dumb"
        os.execvp("zsh", ["zsh", "-f", "-i"])

    def shown(word, seconds=20):
        text, end = "", time.time() + seconds
        while word not in text and time.time() < end:
            if select.select([terminal], [], [], 0.2)[0]:
                text += os.read(terminal, 65536).decode(errors="replace").replace("\a", "")
        return text

    try:
        os.write(terminal, b"autoload -Uz compinit; compinit -u -D; source <(faderstager completion zsh); PS1='> '; echo rea''dy\n")
        shown("ready")
        expected = dict(CASES)[line]
        typed = line.split(" ")[-1]
        os.write(terminal, line.encode() + b"\t")
        return [expected] if line[: -len(typed)] + expected in shown(line[: -len(typed)] + expected) else []
    finally:
        os.write(terminal, b"\x15exit\n")
        os.close(terminal)
        os.waitpid(child, 0)


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "faderstager").symlink_to(program)
        os.environ["PATH"] = f"{folder}:{os.environ['PATH']}"
        os.chdir(folder)
        for shell in (bash, zsh, fish):
            wrong += [f"{shell.__name__}: \"{line}\" is not completed to {answer}" for line, answer in CASES if answer not in shell(line)]
    print("\n".join(wrong) or f"{len(CASES)} lines completed in bash, zsh and fish")
    sys.exit(len(wrong) > 0)


if __name__ == "__main__":
    main()
