using AsyncBook.Publishing;

namespace AsyncBook.Tests.Publishing;

public sealed class ColourCacheTests : IDisposable
{
    private const string Code = "// 一\nvar text = $\"{1 + 1} <b>\";\n\nawait foreach (var n in Numbers())\n{\n}\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Code_found_again_looks_as_it_did()
    {
        var first = new Highlighter(new ColourCache(_folder.Path));
        var html = first.ToHtml(Code, "csharp");
        first.Keep();
        Assert.NotNull(new ColourCache(_folder.Path).Find(Code.TrimEnd('\n'), "csharp"));
        Assert.Equal(html, new Highlighter(new ColourCache(_folder.Path)).ToHtml(Code, "csharp"));
    }

    [Fact]
    public void The_same_text_in_another_language_is_other_code()
    {
        var cache = new ColourCache(_folder.Path);
        cache.Add("x = 1", "python", "-5/");
        Assert.Null(cache.Find("x = 1", "csharp"));
    }

    [Fact]
    public void A_file_that_was_tampered_with_colours_wrongly_at_most()
    {
        var first = new Highlighter(new ColourCache(_folder.Path));
        var html = first.ToHtml(Code, "csharp");
        first.Keep();
        var file = Assert.Single(Directory.GetFiles(_folder.Path));
        var key = File.ReadAllText(file).Trim().Split(' ')[0];
        foreach (var wrong in new[] { "", "k999/", "<1/", "k-1/", "c1", "k2147483648/", "script" })
        {
            File.WriteAllText(file, $"half a line\n{key} {wrong}\n{key}");
            Assert.Equal(html, new Highlighter(new ColourCache(_folder.Path)).ToHtml(Code, "csharp"));
        }
    }

    [Fact]
    public void Where_nothing_can_be_kept_code_is_coloured_all_the_same()
    {
        var file = Path.Combine(_folder.Path, "file");
        File.WriteAllText(file, "");
        var highlighter = new Highlighter(new ColourCache(Path.Combine(file, "below")));
        Assert.Contains("<span class=\"k\">", highlighter.ToHtml("var n = 1;", "csharp"), StringComparison.Ordinal);
        highlighter.Keep();
    }
}
