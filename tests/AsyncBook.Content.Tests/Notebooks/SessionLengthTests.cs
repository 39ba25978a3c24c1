using System.Globalization;
using System.Text.RegularExpressions;
using AsyncBook.Notebooks;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>A section fits its session, and a notebook says honestly how long it takes; a minute is reckoned as CONTRIBUTING.md has it.</summary>
public sealed partial class SessionLengthTests
{
    private const int CharactersAMinute = 300, SecondsALine = 4, MostCells = 40, MostLines = 320;

    public static IEnumerable<TheoryDataRow<string>> Sections => Names("?.?-*.ipynb", SearchOption.TopDirectoryOnly);

    public static IEnumerable<TheoryDataRow<string>> Timed => [.. Sections, .. Names("*.ipynb", SearchOption.AllDirectories).Where(row => row.Data.StartsWith("more/", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Sections))]
    public void A_section_fits_its_session(string name)
    {
        var cells = Load(name).Cells;
        Assert.InRange(cells.Count, 1, MostCells);
        Assert.InRange(cells.Sum(Lines), 1, MostLines);
    }

    [Theory, MemberData(nameof(Timed))]
    public void The_minutes_to_read_are_what_its_characters_and_lines_take(string name)
    {
        var cells = Load(name).Cells.Where(cell => !IsPractice(cell)).ToList();
        var reckoned = (cells.Sum(Characters) / (double)CharactersAMinute) + (cells.Sum(Lines) * SecondsALine / 60.0);
        // Running it all takes a minute or two besides.
        Assert.InRange(Stated(name).Read, reckoned - 1.5, reckoned + 4);
    }

    [Theory, MemberData(nameof(Timed))]
    public void The_minutes_to_practise_leave_five_to_twenty_for_an_exercise(string name)
    {
        var exercises = Load(name).Cells.Count(cell => cell.Role == CellRole.Exercise);
        Assert.InRange(Stated(name).Practise, exercises * 5, exercises * 20);
    }

    private static (int Read, int Practise) Stated(string name)
    {
        var stated = Minutes().Match(Load(name).Cells[0].Source);
        Assert.True(stated.Success, $"{name}: the first cell does not say 阅读约 N 分钟，练习约 N 分钟");
        return (Number(stated, "read"), Number(stated, "practise"));
    }

    private static int Number(Match stated, string part) => int.Parse(stated.Groups[part].Value, CultureInfo.InvariantCulture);

    private static bool IsPractice(NotebookCell cell) =>
        cell.Role is CellRole.Exercise or CellRole.Hint or CellRole.Check or CellRole.Solution;

    private static int Characters(NotebookCell cell) => cell.Kind == CellKind.Markdown ? Character().Count(cell.Source) : 0;

    private static int Lines(NotebookCell cell) =>
        cell.Kind == CellKind.Code ? cell.Source.Split('\n').Count(line => line.Trim().Length > 0) : 0;

    private static Notebook Load(string name) => Notebook.Load(Path.Combine(Repository.Notebooks, name));

    private static IEnumerable<TheoryDataRow<string>> Names(string pattern, SearchOption depth) => Directory
        .EnumerateFiles(Repository.Notebooks, pattern, depth)
        .Select(path => Path.GetRelativePath(Repository.Notebooks, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)
        .Select(name => new TheoryDataRow<string>(name));

    [GeneratedRegex(@"阅读约 (?<read>\d+) 分钟，练习约 (?<practise>\d+) 分钟")]
    private static partial Regex Minutes();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Character();
}
