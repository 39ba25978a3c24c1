namespace AsyncBook.Content.Tests.Notebooks;

public sealed class OriginalDataTests
{
    [Fact]
    public void The_blocks_are_the_tutorial_cut_up_and_nothing_else() =>
        Assert.Equal(
            CutUp(Original.Text).Select(lines => string.Join('\n', lines)),
            Original.Blocks.Select(block => string.Join('\n', block.Lines)));

    [Fact]
    public void The_tutorial_has_thirteen_sections_and_every_id_stands_once()
    {
        Assert.Equal(
            ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "2.1", "2.2", "2.3", "2.4"],
            Original.Headings.Select(heading => heading.Section));
        Assert.Equal(Original.Blocks.Count, Original.Blocks.DistinctBy(block => block.Id).Count());
    }

    [Fact]
    public void A_printed_program_is_its_block_with_indentation_and_nothing_else() =>
        Assert.All(Original.Blocks.Where(Original.HasPrinted), block =>
            Assert.Equal(block.Lines, Original.Printed(block).Select(line => line.TrimStart(' '))));

    [Fact]
    public void Every_program_but_shell_commands_is_printed_and_every_printed_file_is_a_program()
    {
        var programs = Original.Blocks.Where(block => block.Kind == "code").ToList();

        Assert.All(programs, block => Assert.NotEqual(IsShell(block), Original.HasPrinted(block)));
        Assert.Equal(
            Directory.EnumerateFiles(Path.Combine(Repository.Original, "printed")).Order(StringComparer.Ordinal),
            programs.Where(block => !IsShell(block)).Select(Original.PrintedPath).Order(StringComparer.Ordinal));
    }

    private static bool IsShell(OriginalBlock block) =>
        block.Lines.All(line => line.StartsWith("pip install ", StringComparison.Ordinal));

    /// <summary>A program stands after a gutter of its line numbers; any other line that is not blank is text.</summary>
    private static IEnumerable<IReadOnlyList<string>> CutUp(IReadOnlyList<string> lines)
    {
        for (var index = 0; index < lines.Count;)
        {
            var length = Gutter(lines, index);
            if (length == 0 && lines[index].Length > 0)
            {
                yield return [lines[index]];
            }

            if (length > 0)
            {
                yield return [.. lines.Skip(index + length).Take(length)];
            }

            index += Math.Max(1, 2 * length);
        }
    }

    private static int Gutter(IReadOnlyList<string> lines, int start)
    {
        var length = 0;
        while (start + length < lines.Count && lines[start + length] == $"{length + 1}")
        {
            length++;
        }

        return length;
    }
}
