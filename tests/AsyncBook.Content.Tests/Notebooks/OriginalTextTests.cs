using AsyncBook.Notebooks;

namespace AsyncBook.Content.Tests.Notebooks;

public sealed class OriginalTextTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Sections =>
        Original.Headings.Select(heading => new TheoryDataRow<string, string>(heading.Section, heading.Lines[0]));

    [Theory]
    [MemberData(nameof(Sections))]
    public void A_section_stands_letter_for_letter_in_its_notebook(string section, string title)
    {
        var notebooks = Directory.GetFiles(Repository.Notebooks, $"{section}-*.ipynb");
        Assert.True(notebooks.Length == 1, $"{title}: has {notebooks.Length} notebooks, not one");

        Assert.Empty(OriginalText.Faults(Notebook.Load(notebooks[0]), section));
    }
}
