namespace FaderStager.Rehearsal.Commands;

/// <summary>Scripts that make a shell ask the program what can follow: its own "[suggest]" answers.</summary>
internal static class CompletionScripts
{
    /// <summary>The program's name where it is installed.</summary>
    public const string Program = "faderstager";

    /// <summary>The shells that there is a script for.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "powershell"];

    /// <summary>The script of a shell.</summary>
    /// <param name="shell">Its name.</param>
    /// <returns>The script.</returns>
    /// <exception cref="UsageException">There is none.</exception>
    public static string For(string shell) => shell.Trim().ToUpperInvariant() switch
    {
        "BASH" => $$"""
            # Put this line into ~/.bashrc: source <({{Program}} completion bash)
            _{{Program}}() {
                local IFS=$'\n'
                COMPREPLY=($(compgen -W "$({{Program}} "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _{{Program}} {{Program}}

            """,
        "ZSH" => $$"""
            # Put this line into ~/.zshrc: source <({{Program}} completion zsh)
            _{{Program}}() {
                local -a found
                found=("${(@f)$({{Program}} "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
                compadd -- "${found[@]}"
                _files
            }
            compdef _{{Program}} {{Program}}

            """,
        "FISH" => $$"""
            # Save this as ~/.config/fish/completions/{{Program}}.fish
            complete -c {{Program}} -a '({{Program}} "[suggest:"(string length -- (commandline -cp | string collect))"]" (commandline -cp | string collect) 2>/dev/null)'

            """,
        "POWERSHELL" or "PWSH" => $$"""
            # Put this line into $PROFILE: {{Program}} completion powershell | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName {{Program}} -ScriptBlock {
                param($word, $line, $position)
                {{Program}} "[suggest:$position]" "$line" | Where-Object { $_ -like "$word*" } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }

            """,
        _ => throw new UsageException($"completion \"{shell}\": say bash, zsh, fish or powershell."),
    };
}
