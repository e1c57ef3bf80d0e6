namespace FaderStager.Reports;

/// <summary>The style sheet of the web page: the editor's colours, the reader's own fonts.</summary>
internal static class HtmlStyle
{
    /// <summary>The sheet. Contrast of text on its ground is at least 4.5 to 1.</summary>
    public const string Sheet = """
        :root { color-scheme: dark; --ground: #15181c; --raised: #1d2228; --line: #333b45; --text: #e6e9ec; --dim: #a3adb8;
          --focal: #f2c14e; --loud: #ff9f4a; --buried: #6db3f2; --fine: #9dbfa8; --unknown: #98a1ab; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 1120px; padding: 28px 24px 48px; background: var(--ground); color: var(--text);
          font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; font-variant-numeric: tabular-nums; }
        h1 { margin: 0 0 8px; font-size: 26px; font-weight: 650; }
        h2 { margin: 36px 0 4px; font-size: 14px; font-weight: 600; letter-spacing: .08em; text-transform: uppercase; color: var(--dim); }
        .headline { margin: 0 0 4px; font-size: 20px; line-height: 1.35; }
        .facts { margin: 0 0 16px; color: var(--dim); }
        .facts b { color: var(--text); font-weight: 600; white-space: nowrap; }
        svg { display: block; width: 100%; height: auto; background: var(--raised); border-radius: 8px; }
        svg text { fill: var(--text); font-size: 13px; }
        svg .axis { fill: var(--dim); font-size: 11px; }
        svg .grid { stroke: var(--line); stroke-width: 1; }
        svg .focal-line { stroke: var(--focal); stroke-width: 2; }
        svg .zone { fill: #3b4a40; }
        svg .target { stroke: #b9cfc0; stroke-width: 2; }
        svg .word { font-size: 12px; }
        svg .focal { --tone: var(--focal); } svg .loud { --tone: var(--loud); } svg .buried { --tone: var(--buried); }
        svg .fine { --tone: var(--fine); } svg .unknown { --tone: var(--unknown); }
        svg .mark { fill: var(--tone); } svg .lands { fill: var(--raised); stroke: var(--tone); stroke-width: 2; }
        svg .way { stroke: var(--tone); stroke-width: 2; fill: none; } svg .word { fill: var(--tone); }
        table { width: 100%; margin-top: 16px; border-collapse: collapse; font-size: 13.5px; }
        th, td { padding: 6px 8px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
        thead th { color: var(--dim); font-weight: 600; font-size: 12px; line-height: 1.2; }
        tbody th { font-weight: 600; }
        .colour { display: inline-block; width: 4px; height: 14px; margin-right: 7px; border-radius: 2px; vertical-align: -2px; }
        ul { margin: 8px 0; padding-left: 20px; font-size: 14px; }
        .n { text-align: right; white-space: nowrap; }
        .hint { font-weight: 600; white-space: nowrap; }
        .why { color: var(--dim); min-width: 15em; }
        small { color: var(--dim); font-weight: 400; }
        tr.focal .hint { color: var(--focal); } tr.loud .hint { color: var(--loud); } tr.buried .hint { color: var(--buried); }
        tr.fine .hint { color: var(--fine); } tr.unknown .hint { color: var(--unknown); }
        svg .band { fill: var(--line); opacity: .55; } svg .band.odd { opacity: .2; } svg .counts { fill: none; stroke: var(--focal); stroke-width: 1.5; }
        svg .curve { stroke: var(--text); stroke-width: 1.3; fill: none; stroke-linejoin: round; } svg .lane-line { stroke: var(--line); stroke-width: 1; }
        svg .ride { fill: var(--tone); opacity: .3; } svg .ride-word { fill: var(--tone); font-size: 11px; font-weight: 600; }
        .song svg { border-radius: 0; } .song svg:first-of-type { border-radius: 8px 8px 0 0; }
        .song td.off { font-weight: 600; }
        footer { margin-top: 28px; color: var(--dim); font-size: 13px; }
        @media print { .song { break-before: page; } .song svg { break-inside: avoid; } :root { color-scheme: light; --ground: #fff; --raised: #f4f5f6; --line: #c9ced4; --text: #111; --dim: #555;
          --focal: #8a6500; --loud: #a34a00; --buried: #0b5394; --fine: #2f6b42; --unknown: #555; } svg .zone { fill: #cfe3d5; } svg .target { stroke: #2f6b42; } }
        """;
}
