namespace RoomMonitor.Bench.Report;

/// <summary>How the page looks, by day and by night.</summary>
public static class ReportStyle
{
    public const string Css =
        """
        :root { color-scheme: light dark; --page: #f6f7f9; --card: #fff; --text: #1c2430; --soft: #5b6675; --line: #dfe3e8; --own: #2f5fd0; --other: #9aa5b4; --kept: #23804a; --missed: #c43c32; --target: #1c2430; }
        @media (prefers-color-scheme: dark) { :root { --page: #12161c; --card: #1b212a; --text: #e6eaf0; --soft: #9aa6b6; --line: #2d3642; --own: #7ea2ff; --other: #66738a; --kept: #4fbf7d; --missed: #f0786d; --target: #e6eaf0; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
        header, main { max-width: 1200px; margin: 0 auto; padding: 0 24px; }
        header { padding-top: 32px; }
        h1 { margin: 0; font-size: 28px; }
        header p { margin: 4px 0 16px; color: var(--soft); }
        nav { display: flex; flex-wrap: wrap; gap: 8px; }
        nav a { padding: 4px 12px; border: 1px solid var(--line); border-radius: 16px; background: var(--card); color: inherit; text-decoration: none; }
        h2 { margin: 40px 0 8px; font-size: 22px; }
        article { margin: 0 0 20px; padding: 20px 24px; border: 1px solid var(--line); border-radius: 10px; background: var(--card); }
        h3 { margin: 0; font-size: 16px; }
        .settings { margin: 2px 0 16px; color: var(--soft); font-size: 13px; overflow-wrap: anywhere; }
        .charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 440px), 1fr)); gap: 20px 32px; }
        figure { margin: 0; min-width: 0; }
        figcaption { margin-bottom: 4px; font-weight: 600; font-size: 14px; }
        svg { display: block; width: 100%; height: auto; }
        svg text { fill: var(--text); font: 12px system-ui, sans-serif; }
        svg .name { text-anchor: end; fill: var(--soft); }
        svg .value { font-variant-numeric: tabular-nums; }
        .own { fill: var(--own); } .other { fill: var(--other); } .kept { fill: var(--kept); } .missed { fill: var(--missed); }
        .soft { opacity: .7; } .softer { opacity: .45; }
        .target { stroke: var(--target); stroke-width: 2; stroke-dasharray: 3 2; }
        .grid { stroke: var(--line); }
        .line { fill: none; stroke: var(--own); stroke-width: 2; stroke-linejoin: round; }
        details { margin-top: 16px; }
        summary { cursor: pointer; color: var(--soft); }
        .scroll { overflow-x: auto; }
        table { margin-top: 8px; border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; }
        th, td { padding: 3px 12px 3px 0; border-bottom: 1px solid var(--line); text-align: right; white-space: nowrap; }
        tbody th { font-weight: 400; text-align: left; }
        """;
}
