using AsyncBook.Notebooks;
using AsyncBook.Outputs;
using AsyncBook.Services;

namespace AsyncBook.Tests.Outputs;

public sealed class OutputComparisonTests
{
    private static readonly OutputNormalizer _normalizer = new(ServiceAddresses.OfEnvironment);

    [Fact]
    public void Equal_outputs_have_no_diff() =>
        Assert.Equal(new OutputComparison(true, ""), Compare("用时 1 ms\n", "用时 2 ms"));

    [Fact]
    public void A_diff_says_what_is_stored_and_what_came_now_with_a_little_around_it()
    {
        var comparison = Compare("1\n2\n3\nmain开始\n5\n6\n7\n8\n9\nlast", "1\n2\n3\nmain结束\n5\n6\n7\n8\n9\nlast!");

        Assert.False(comparison.AreEqual);
        Assert.Equal(
            """
            --- stored
            +++ now
              2
              3
            - main开始
            + main结束
              5
              6
              ⋮
              8
              9
            - last
            + last!
            """,
            comparison.Diff);
    }

    [Fact]
    public void Output_that_appears_or_disappears_is_shown()
    {
        Assert.Contains("\n- a", Compare("a", "").Diff, StringComparison.Ordinal);
        Assert.Contains("\n+ a", Compare("", "a").Diff, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cells_parity_decides()
    {
        Assert.False(Compare("1\n2", "2\n1").AreEqual);
        Assert.False(Compare("1\n2", "2\n1", Parity.Exact).AreEqual);
        Assert.True(Compare("1\n2", "2\n1", Parity.Unordered).AreEqual);
        Assert.True(Compare("用户 1", "用户 2", Parity.Shape).AreEqual);
    }

    [Fact]
    public void Of_a_picture_it_is_said_that_its_text_differs()
    {
        var diff = _normalizer.Compare([Svg("一")], [Svg("二")]).Diff;

        Assert.StartsWith("the picture's text differs (its shapes are not compared)\n", diff, StringComparison.Ordinal);
        Assert.Contains("- 一\n+ 二", diff, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "picture",
            _normalizer.Compare([Svg("一")], [Svg("一"), new StreamOutput("stdout", "x")]).Diff,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_picture_without_words_it_is_said_that_it_differs() => Assert.StartsWith(
        "a picture differs, has come or has gone\n",
        _normalizer.Compare([new DisplayOutput(MimeBundle.Single("image/svg+xml", "<svg><circle r='4'/></svg>"))], []).Diff,
        StringComparison.Ordinal);

    [Fact]
    public void A_long_diff_is_cut_and_says_so()
    {
        var diff = Compare(Numbers(0, 100), Numbers(1000, 100) + "\n" + new string('x', 5000)).Diff.Split('\n');

        Assert.Equal(40, diff.Length);
        Assert.Equal("  … and 164 more lines", diff[^1]);
        Assert.All(diff, line => Assert.InRange(line.Length, 0, 303));
    }

    // Finding the shortest difference of all of it would take hours. Minutes are for a machine that is busy.
    [Fact]
    public async Task Of_megabytes_of_output_only_the_beginning_of_what_differs_is_looked_at()
    {
        var (stored, now) = (Numbers(0, 300_000), Numbers(1, 150_000) + "\n" + Numbers(400_000, 150_000));

        var comparison = await Task.Run(() => Compare(stored, now)).WaitAsync(TimeSpan.FromMinutes(5), TestContext.Current.CancellationToken);

        Assert.False(comparison.AreEqual);
        Assert.Contains("\n- 0\n", comparison.Diff, StringComparison.Ordinal);
        Assert.DoesNotContain("400000", comparison.Diff, StringComparison.Ordinal);
    }

    private static string Numbers(int start, int count) =>
        string.Join('\n', Enumerable.Range(start, count));

    private static OutputComparison Compare(string stored, string now, Parity? parity = null) =>
        _normalizer.Compare([new StreamOutput("stdout", stored)], [new StreamOutput("stdout", now)], parity);

    private static DisplayOutput Svg(string label) =>
        new(MimeBundle.Single("image/svg+xml", $"<svg><text>{label}</text></svg>"));
}
