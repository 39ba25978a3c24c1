using System.Text.Json.Nodes;
using AsyncBook.Publishing;

namespace AsyncBook.Tests.Publishing;

/// <summary>A book of one notebook, for tests that look at what becomes of a cell.</summary>
internal static class SmallBook
{
    public const string Page = "1.1-event-loop.html";

    /// <summary>Makes a book of these cells.</summary>
    /// <returns>The page's text.</returns>
    public static string Make(TemporaryFolder folder, params JsonObject[] cells)
    {
        Write(folder, cells);
        Book.Write(new(folder["notebooks"], folder["book"], Slides: false));
        return File.ReadAllText(folder["book/" + Page]);
    }

    public static void Write(TemporaryFolder folder, params JsonObject[] cells) =>
        SampleNotebook.Write(folder, SampleNotebook.Of(cells), "notebooks/1.1-event-loop.ipynb");

    public static void Write(TemporaryFolder folder, string text) => Write(folder, SampleNotebook.Text("text", text));
}
