using System.Text;
using System.Text.RegularExpressions;
using AsyncBook.Language;
using AsyncBook.Notebooks;

namespace AsyncBook.Exporting;

/// <summary>A notebook as one file that <c>dotnet run</c> compiles: prose as comments, cells in order, types at the end.</summary>
internal sealed partial class ExportedNotebook
{
    // What every cell may use without a word.
    private static readonly string[] _defaults = ["System", "System.Collections", "System.Collections.Generic", "System.Linq", "System.Text", "System.Threading.Tasks"];
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private readonly Notebook _notebook;
    private readonly Dictionary<string, CellCode> _codes;

    /// <param name="notebook">Which.</param>
    /// <param name="patience">How long one cell may take to be read; null: far longer than any needs.</param>
    /// <exception cref="FormatException">A cell of it is no C#, or none that can be read within bounds.</exception>
    public ExportedNotebook(Notebook notebook, TimeSpan? patience = null)
    {
        _notebook = notebook;
        var reasons = notebook.Cells.Where(cell => cell.Kind == CellKind.Code).ToDictionary(cell => cell.Id, LeftOut.WhyNot);
        var all = notebook.Cells.Where(cell => cell.Kind == CellKind.Code && cell.Language == CellLanguage.CSharp).Select(cell => Read(notebook, cell, patience ?? _patience)).ToList();
        var gone = all.Where(cell => reasons[cell.Id] is not null).ToHashSet();
        foreach (var (cell, why) in LeftOut.Find(all, gone))
        {
            reasons[cell.Id] = why;
        }

        Missing = [.. notebook.Cells.Where(cell => reasons.GetValueOrDefault(cell.Id) is not null).Select(cell => new LeftOut(cell, reasons[cell.Id]!))];
        var cells = all.Where(cell => reasons[cell.Id] is null).ToList();
        if (cells.Find(cell => cell.Faults.Count > 0) is { } faulty)
        {
            throw new FormatException(ExportWords.CannotBeRead(notebook.Path, faulty.Id, faulty.Faults[0]));
        }

        CellScopes.Arrange(cells);
        _codes = cells.ToDictionary(cell => cell.Id);
        Imports = [.. cells.SelectMany(cell => cell.Directives).Select(line => Import().Match(line)).Where(found => found.Success).Select(found => found.Groups["file"].Value).Distinct()];
    }

    /// <summary>The files that its cells bring in, as they name them.</summary>
    public IReadOnlyList<string> Imports { get; }

    /// <summary>The cells that are no part of it.</summary>
    public IReadOnlyList<LeftOut> Missing { get; }

    /// <summary>Whether there is anything to run.</summary>
    public bool IsEmpty => _codes.Count == 0;

    public string Text()
    {
        var text = new StringBuilder();
        AppendHead(text);
        var isElsewhere = _codes.Values.Any(code => code.Awaits);
        foreach (var cell in _notebook.Cells)
        {
            Append(text, cell, isElsewhere);
            isElsewhere = _codes.TryGetValue(cell.Id, out var code) ? code.Awaits : isElsewhere;
        }

        var types = _codes.Values.Select(cell => (cell.Id, Types: cell.Types().ToList())).Where(cell => cell.Types.Count > 0).ToList();
        foreach (var (id, declared) in types)
        {
            text.Append('\n').Append(Rule(ExportWords.TypesOf(id))).AppendJoin("\n\n", declared).Append('\n');
        }

        return Upwards().Replace(text.ToString(), "\"data/");
    }

    private static CellCode Read(Notebook notebook, NotebookCell cell, TimeSpan patience)
    {
        if (Nesting.IsTooDeep(cell.Source))
        {
            throw new FormatException(ExportWords.TooDeep(notebook.Path, cell.Id, Nesting.Deepest));
        }

        // What the compiler's reader can be led to go over again and again is not brackets alone.
        var reading = Task.Run(() => new CellCode(cell.Id, cell.Source.ReplaceLineEndings("\n")));
        return Task.WaitAny([reading], patience) == 0
            ? reading.GetAwaiter().GetResult()
            : throw new FormatException(ExportWords.TooSlow(notebook.Path, cell.Id, patience.TotalSeconds));
    }

    private void AppendHead(StringBuilder text)
    {
        var directives = _codes.Values.SelectMany(cell => cell.Directives).ToList();
        text.Append("#!/usr/bin/env dotnet\n").Append(ExportFolder.Mark(_notebook.Path)).Append('\n');
        if (directives.Exists(line => WebFramework().IsMatch(line)))
        {
            text.Append("#:sdk Microsoft.NET.Sdk.Web\n");
        }

        text.Append("#:property TargetFramework=net10.0\n#:property LangVersion=14\n#:property ImplicitUsings=disable\n#:property Nullable=disable\n#:property PublishAot=false\n");
        foreach (var package in directives.Select(line => Package().Match(line)).Where(found => found.Success).Select(found => $"#:package {found.Groups["id"]}@{found.Groups["version"]}\n").Distinct())
        {
            text.Append(package);
        }

        foreach (var file in Imports.Select(ExportFolder.PlaceOf).Append(ExportFolder.DisplayFile).Distinct())
        {
            text.Append("#:include ").Append(file).Append('\n');
        }

        text.Append("#pragma warning disable\n");
        foreach (var name in _defaults)
        {
            text.Append("global using ").Append(name).Append(";\n");
        }

        foreach (var line in _codes.Values.SelectMany(cell => cell.Usings).Distinct().Except(_defaults.Select(name => $"using {name};")))
        {
            text.Append(line).Append('\n');
        }

        text.Append("\nConsole.OutputEncoding = new UTF8Encoding(false);\nEnvironment.CurrentDirectory = (string)AppContext.GetData(\"EntryPointFileDirectoryPath\");\n");
    }

    // Where something has been awaited, the next cell would begin on whatever thread went on.
    private void Append(StringBuilder text, NotebookCell cell, bool isElsewhere)
    {
        if (_codes.TryGetValue(cell.Id, out var code))
        {
            text.Append('\n').Append(Rule(cell.Id)).Append(isElsewhere ? "await NotebookThread.Begin();\n" : "");
            AppendCode(text, code);
        }
        else
        {
            var why = Missing.FirstOrDefault(left => left.Cell == cell)?.Why;
            text.Append('\n').Append(why is null ? "" : Rule(ExportWords.NotInTheProgram(cell.Id, why)))
                .Append(Commented(cell.Source));
        }
    }

    private static void AppendCode(StringBuilder text, CellCode code)
    {
        var statements = code.Statements();
        if (!code.IsWrapped)
        {
            text.Append(statements).Append('\n');
            return;
        }

        var name = $"Cell_{NoLetters().Replace(code.Id, "_")}";
        text.Append(code.Awaits ? $"await {name}();\nasync Task {name}()\n" : $"{name}();\nvoid {name}()\n")
            .Append("{\n").Append(CellCode.Indent(statements)).Append("\n}\n");
    }

    private static string Rule(string title) => $"// ══ {title} ══\n";

    private static string Commented(string prose) =>
        string.Concat(prose.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(line => $"// {line}".TrimEnd() + "\n"));

    // The data come along: they lie beside the program, not above it.
    [GeneratedRegex("""\"(\.\./)+data/""")]
    private static partial Regex Upwards();

    [GeneratedRegex("""^#!import\s+"?(?<file>[^"]+?)"?\s*$""")]
    private static partial Regex Import();

    [GeneratedRegex("""^#r\s*"nuget:\s*(?<id>[\w.-]+)\s*,\s*\[?(?<version>[\w.+*-]+)\]?"$""")]
    private static partial Regex Package();

    [GeneratedRegex("""^#r\s*"Microsoft\.AspNetCore""")]
    private static partial Regex WebFramework();

    [GeneratedRegex(@"\W")]
    private static partial Regex NoLetters();
}
