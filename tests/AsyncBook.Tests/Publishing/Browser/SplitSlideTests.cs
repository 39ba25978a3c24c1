using AsyncBook.Publishing;
using static AsyncBook.TestSupport.SampleNotebook;
using static Microsoft.Playwright.Assertions;

namespace AsyncBook.Tests.Publishing;

/// <summary>What fits no screen is several views of one slide: split, not shrunk.</summary>
[Collection(nameof(BookInBrowser))]
[Trait("speed", "slow")]
public sealed class SplitSlideTests : IDisposable
{
    private const string Printed = """[{"name": "stdout", "output_type": "stream", "text": "完了\n"}]""";

    private static readonly string _program = string.Join('\n', Enumerable.Range(1, 40).Select(line => line switch
    {
        1 => "// 很长的一格",
        20 => "/* 一句注释",
        21 => "   写了两行 */",
        _ => $"Console.WriteLine(\"{line}：这句话长得两栏里放不下，一行里放得下，所以只能分开来放\");",
    }));

    private static readonly string _list = string.Join('\n', Enumerable.Range(1, 40).Select(item => $"1. 第 {item} 条"));

    private static readonly string _table = "| 行 | 话 |\n|---|---|\n" + string.Join('\n', Enumerable.Range(1, 40).Select(row => $"| {row} | 第 {row} 行 |"));

    private readonly TemporaryFolder _folder = new();
    private readonly BookBrowser _browser;

    public SplitSlideTests(BookBrowser browser)
    {
        _browser = browser;
        SmallBook.Write(
            _folder,
            Text("header", "# 题\n\n话"),
            Code("long", _program, outputs: Printed),
            Text("list", "## 四十条\n\n" + _list),
            Text("table", "## 四十行\n\n" + _table),
            Text("end", "## 完\n\n[回去](#long)"));
        Book.Write(new(_folder["notebooks"], _folder["book"], Slides: false));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Long_code_goes_on_in_the_next_view_and_its_output_comes_last()
    {
        await using var visit = await At(2);
        Assert.Equal(3, await visit.AskAsync<int>("book.projected().views"));
        Assert.Contains("很长的一格", await Shown(visit), StringComparison.Ordinal);
        Assert.DoesNotContain("40：这句话", await Shown(visit), StringComparison.Ordinal);
        Assert.Equal("\"题\"", await visit.AskAsync<string>("getComputedStyle(document.querySelector('.now'), '::before').content"));

        await visit.PressAsync("ArrowRight");
        Assert.Equal("2 / 5", await visit.Find(".slide-number").TextContentAsync());
        Assert.Contains("40：这句话", await Shown(visit), StringComparison.Ordinal);
        Assert.DoesNotContain("完了", await Shown(visit), StringComparison.Ordinal);
        Assert.Equal("\"题（续）\"", await visit.AskAsync<string>("getComputedStyle(document.querySelector('.now'), '::before').content"));

        await visit.PressAsync(" ");
        Assert.Equal("2 / 5", await visit.Find(".slide-number").TextContentAsync());
        Assert.Contains("完了", await Shown(visit), StringComparison.Ordinal);
        Assert.DoesNotContain("WriteLine", await Shown(visit), StringComparison.Ordinal);

        await visit.PressAsync("ArrowRight");
        Assert.Equal("3 / 5", await visit.Find(".slide-number").TextContentAsync());
        await visit.PressAsync("ArrowLeft");
        Assert.Contains("完了", await Shown(visit), StringComparison.Ordinal);
        await visit.PressAsync("ArrowLeft", "ArrowLeft");
        Assert.Contains("很长的一格", await Shown(visit), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Split_code_keeps_its_colours_and_is_copied_whole()
    {
        await using var visit = await At(2);
        Assert.Equal(["/* 一句注释", "   写了两行 */"], await visit.AskAsync<string[]>("[...document.querySelectorAll('.now .line:has(> .c)')].slice(1).map(line => line.textContent.trimEnd())"));
        await visit.PressAsync("Escape");
        await visit.Find("#long .copy").ClickAsync();
        Assert.Equal(_program, await visit.AskAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task A_list_keeps_its_numbers_and_a_table_its_head()
    {
        await using var visit = await At(3);
        await visit.PressAsync("End", "ArrowLeft");
        Assert.Equal("4 / 5", await visit.Find(".slide-number").TextContentAsync());
        Assert.Contains("第 40 行", await Shown(visit), StringComparison.Ordinal);
        Assert.True(await visit.Find(".now th").First.IsVisibleAsync());
        Assert.Equal("\"（续）\"", await visit.AskAsync<string>("getComputedStyle(document.querySelector('.now h2'), '::after').content"));
        await visit.AskAsync<object?>("book.showSlide(3)");
        await visit.PressAsync("ArrowRight");
        var first = await visit.AskAsync<string>("[...document.querySelectorAll('.now li')].find(item => item.getClientRects().length > 0).textContent.trim()");
        Assert.Equal(first, await visit.AskAsync<string>("`第 ${[...document.querySelectorAll('.now li')].find(item => item.getClientRects().length > 0).value} 条`"));
        Assert.NotEqual("第 1 条", first);
    }

    [Fact]
    public async Task A_link_leads_to_its_first_view_and_leaving_or_printing_shows_everything()
    {
        await using var visit = await At(2);
        await visit.PressAsync("End");
        await visit.AskAsync<object?>("location.hash = '#long'");
        await visit.UntilAsync("document.querySelector('.slide-number').textContent === '2 / 5'");
        Assert.Contains("很长的一格", await Shown(visit), StringComparison.Ordinal);
        await visit.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        Assert.Equal(0, await visit.AskAsync<int>("[...document.querySelectorAll('main .line, main li, main tr')].filter(part => part.getClientRects().length === 0).length"));
        await visit.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Screen });
        await visit.PressAsync("Escape");
        Assert.Equal(0, await visit.Find(".off, .continued").CountAsync());
    }

    [Fact]
    public async Task A_smaller_screen_keeps_in_sight_what_was_read()
    {
        await using var visit = await At(2);
        await visit.PressAsync("ArrowRight");
        var first = await First(visit);
        await visit.Page.SetViewportSizeAsync(1024, 600);
        await visit.UntilAsync("book.projected().views > 3");
        Assert.Contains(first, await Shown(visit), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_presenter_sees_the_rest_of_the_slide_next_and_what_it_will_say()
    {
        await using var visit = await At(2);
        var presenter = await visit.Page.RunAndWaitForPopupAsync(() => visit.PressAsync("p"));
        await Expect(presenter.Locator("#next")).ToContainTextAsync("40：这句话");
        await Expect(presenter.Locator("#next .line >> nth=0")).ToBeHiddenAsync();
        await Expect(presenter.Locator("#notes figure.output")).ToBeVisibleAsync();
        Assert.Contains("很长的一格", await Shown(visit), StringComparison.Ordinal);
        await visit.PressAsync("ArrowRight", "ArrowRight");
        await Expect(presenter.Locator("#now")).ToContainTextAsync("完了");
        await Expect(presenter.Locator("#notes figure.output")).ToHaveCountAsync(0);
        await Expect(presenter.Locator("#next")).ToContainTextAsync("四十条");
    }

    private static Task<string> Shown(Visit visit) => visit.AskAsync<string>("document.querySelector('.now').innerText");

    private static Task<string> First(Visit visit) =>
        visit.AskAsync<string>("[...document.querySelectorAll('.now .line')].find(line => line.getClientRects().length > 0).textContent.trim()");

    private async Task<Visit> At(int slide)
    {
        var visit = await _browser.VisitAsync(_folder["book/" + SmallBook.Page] + "#slide=1");
        await visit.Page.SetViewportSizeAsync(1280, 720);
        await visit.AskAsync<object?>($"book.showSlide({slide})");
        return visit;
    }
}
