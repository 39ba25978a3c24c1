using System.Text.RegularExpressions;
using AsyncBook.Notebooks;

namespace AsyncBook.Publishing;

/// <summary>A code cell as HTML: its program, and what it said, tied to it.</summary>
internal sealed partial class CodeCell(SiteContext site, NotebookPage page)
{
    /// <param name="cell">The cell.</param>
    /// <param name="isAsked">Whether what it says is for the reader to write down.</param>
    public string ToHtml(NotebookCell cell, bool isAsked)
    {
        var code = WithPreamble(Linked(site.Highlighter.ToHtml(cell.Source, cell.Language)), cell.Source);
        var figure = CodeHtml.Figure(code, cell.Language, Notes(cell));
        if (cell.Role == CellRole.Check)
        {
            figure = $"""<details class="fold"><summary>检查 {Html.Encode(cell.ExerciseId ?? "")} 的代码</summary>{figure}</details>""";
        }

        if (site.IsLive && IsLive(cell))
        {
            return $"<div class=\"slide\">{figure}{Acts(cell)}<div data-out>{OutputHtml.Render(cell, page.Source)}</div></div>{TraceHtml.Render(site, page, cell)}";
        }

        if (isAsked)
        {
            return $"""<div class="slide">{figure}<figure class="output blank"><figcaption>输出：你猜</figcaption></figure></div>""";
        }

        var output = OutputHtml.Render(cell, page.Source);
        var steps = TraceHtml.Render(site, page, cell);
        var isApart = OutputHtml.HasPicture(cell);
        return (isApart
            ? $"""<div class="slide">{figure}</div><div class="slide pictures">{output}</div>"""
            : $"""<div class="slide">{figure}{output}</div>""") + steps;
    }

    /// <summary>By what a live page finds a cell; nothing where it cannot be run.</summary>
    public static string Hooks(NotebookCell cell)
    {
        var exercise = Belonging(cell.Role) is { } name && cell.ExerciseId is { } id ? $" data-{name}=\"{Html.Encode(id)}\"" : "";
        return (IsLive(cell) ? $" data-cell=\"{Html.Encode(cell.Id)}\" data-state=\"idle\"" : "") + exercise;
    }

    // What a cell is to its exercise.
    private static string? Belonging(CellRole? role) => role switch
    {
        CellRole.Exercise => "exercise",
        CellRole.Check => "checks",
        CellRole.Hint => "hint",
        CellRole.Solution => "solution",
        _ => null,
    };

    private static bool IsLive(NotebookCell cell) => cell.Kind == CellKind.Code && cell.Language == CellLanguage.CSharp;

    private static string Acts(NotebookCell cell)
    {
        string Button(string act, string words, string title, string more = "") => $"<button type=\"button\" data-act=\"{act}\" title=\"{title}\"{more}>{words}</button>";
        var isExercise = cell.Role == CellRole.Exercise;
        var buttons = Button("run", "▶ 运行", "Shift+Enter") + Button("stop", "■ 停止", "停下这一格") + Button("above", "▶ 运行到这里", "从头运行到这一格")
            + Button("trace", "逐步看", "运行一遍，一步一步地看") + (isExercise ? Button("check", "✓ 检查", "Alt+Enter") : "")
            + Button("reset", isExercise ? "从头来" : "恢复原样", isExercise ? "换回题目原样；写的收进文件" : "换回书里的", " hidden");
        return $"<div class=\"live-acts\">{buttons}<output class=\"live-state\"></output></div><p class=\"live-reason\" hidden></p>" + (isExercise ? "<p class=\"live-verdict\" role=\"status\"></p>" : "");
    }

    private string Notes(NotebookCell cell)
    {
        var notes = new List<string>();
        if (cell.Ports is { } block)
        {
            var original = page.Notebook.Cells.FirstOrDefault(other => other.Originals.Contains(block));
            notes.Add(original is null ? $"对应原文 {Html.Encode(block)}" : $"""对应<a href="#{Html.Encode(original.Id)}">原文 {Html.Encode(block)}</a>""");
        }

        notes.AddRange(cell.Needs.Select(need => $"需要 {Html.Encode(need)}"));
        if (cell.Role == CellRole.Exercise)
        {
            notes.Add($"练习 {Html.Encode(cell.ExerciseId ?? "")}{(site.IsLive ? "" : "：在笔记本里写")}");
        }

        return string.Concat(notes.Select(note => $"""<span class="note">{note}</span>"""));
    }

    // What a cell needs before it begins takes up a slide and says nothing there: it is marked, and slides leave it out.
    private static string WithPreamble(string html, string source)
    {
        var (lines, plain) = (html.Split('\n'), source.Split('\n'));
        var first = plain[0].StartsWith("//", StringComparison.Ordinal) ? 1 : 0;
        var count = plain.Skip(first).TakeWhile(line => Preamble().IsMatch(line)).Count();
        if (count == 0 || first + count >= Math.Min(lines.Length, plain.Length))
        {
            return html;
        }

        for (var line = first; line < first + count; line++)
        {
            lines[line] = $"<span class=\"preamble\">{lines[line]}\n</span>";
        }

        return string.Join('\n', lines.Take(first)) + (first > 0 ? "\n" : "") + string.Concat(lines.Skip(first).Take(count)) + string.Join('\n', lines.Skip(first + count));
    }

    // What a cell brings in is a page of the book too.
    private string Linked(string html) => Import().Replace(html, match =>
        site.Links.Resolve(page, match.Groups["file"].Value) is { Kind: LinkKind.Inside } target
            ? $"""{match.Groups["import"].Value}<a href="{target.Href}">{match.Groups["file"].Value}</a>"""
            : match.Value);

    [GeneratedRegex(@"^\s*$|^#(!import|r )|^using [\w.= ]+;\s*$")]
    private static partial Regex Preamble();

    [GeneratedRegex(@"(?<import>#!import )(?<file>[\w./-]+\.cs)\b")]
    private static partial Regex Import();
}

/// <summary>Code in its frame: the language above it, and room for a copy button.</summary>
internal static class CodeHtml
{
    /// <param name="html">The code, highlighted.</param>
    /// <param name="language">As a fence names it.</param>
    /// <param name="note">More for the caption, as HTML.</param>
    public static string Figure(string html, string language, string note = "") =>
        $"""<figure class="code"><figcaption><span class="language">{Html.Encode(CodeLanguage.Label(language))}</span>{note}</figcaption><pre tabindex="0"><code>{html.TrimEnd('\n')}</code></pre></figure>""";
}
