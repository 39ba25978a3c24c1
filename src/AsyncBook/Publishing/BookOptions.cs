namespace AsyncBook.Publishing;

/// <param name="Notebooks">The folder of the notebooks.</param>
/// <param name="Out">Where the site goes.</param>
/// <param name="Slides">Whether its pages open as a presentation.</param>
internal sealed record BookOptions(string Notebooks, string Out, bool Slides)
{
    public const string DefaultOut = "artifacts/book";
}
