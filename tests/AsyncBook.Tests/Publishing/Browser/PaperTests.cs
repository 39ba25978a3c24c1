using System.Text;
using System.Text.RegularExpressions;
using AsyncBook.Publishing;
using Microsoft.Playwright;

namespace AsyncBook.Tests.Publishing;

/// <summary>What comes out of a printer, or becomes a PDF.</summary>
[Collection(nameof(BookInBrowser))]
[Trait("speed", "slow")]
public sealed partial class PaperTests(BookBrowser browser)
{
    // What is between the margins of an A4 page, in CSS pixels.
    private const int PaperWidth = 680;

    [Fact]
    public async Task Nothing_of_the_whole_book_is_wider_than_the_paper_or_waits_to_be_scrolled()
    {
        await using var visit = await browser.VisitAsync(PrintPage.Address, dark: true);
        await visit.Page.SetViewportSizeAsync(PaperWidth, 960);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        Assert.Empty(await visit.AskAsync<string[]>(
            """
            [...document.querySelectorAll("main :is(pre, table, figure, p, li, td, svg, img, blockquote)")]
              .filter(element => element.getBoundingClientRect().right > document.querySelector("main").getBoundingClientRect().right + 1
                || (element.localName === "pre" && element.scrollWidth > element.clientWidth + 1)
                || (element.localName === "td" && element.scrollWidth > element.clientWidth + 1))
              .map(element => element.closest("section")?.id + " " + element.localName + " " + element.textContent.slice(0, 40))
            """));
        // A dark screen is no dark paper.
        Assert.Equal("rgb(255, 255, 255)", await visit.AskAsync<string>("getComputedStyle(document.body).backgroundColor"));
    }

    [Fact]
    public async Task It_is_A4_and_every_notebook_begins_a_page()
    {
        await using var visit = await browser.VisitAsync(browser.Sample(PrintPage.Address));
        var whole = Pages(await PdfAsync(visit));
        await visit.AskAsync<object?>("document.querySelectorAll('.chapter').forEach(chapter => chapter.remove())");
        var title = Pages(await PdfAsync(visit));
        await visit.Page.GotoAsync(browser.Url(browser.Sample(PrintPage.Address)));
        await visit.AskAsync<object?>("document.querySelectorAll('.title-page, .chapter:first-of-type').forEach(part => part.remove())");
        var last = Pages(await PdfAsync(visit));
        await visit.Page.GotoAsync(browser.Url(browser.Sample(PrintPage.Address)));
        await visit.AskAsync<object?>("document.querySelectorAll('.title-page, .chapter:last-of-type').forEach(part => part.remove())");
        Assert.Equal(whole, title + last + Pages(await PdfAsync(visit)));
    }

    [Fact]
    public async Task A_page_printed_by_itself_shows_its_text_and_nothing_to_press()
    {
        await using var visit = await browser.VisitAsync(browser.Page);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(0, await visit.Find("button:visible").CountAsync());
        Assert.False(await visit.Find(".contents").IsVisibleAsync());
        Assert.True(await visit.Find("#summary").IsVisibleAsync());
        Assert.Equal("pre-wrap", await visit.AskAsync<string>("getComputedStyle(document.querySelector('#long pre')).whiteSpace"));
    }

    [Fact]
    public async Task The_cover_leads_to_it_and_its_button_prints()
    {
        await using var visit = await browser.VisitAsync(browser.Sample(IndexPage.Address));
        await visit.Find($"main a[href='{PrintPage.Address}']").ClickAsync();
        await visit.UntilAsync("location.pathname.endsWith('/print.html') && document.readyState === 'complete'");
        await visit.AskAsync<object?>("window.print = () => { window.printed = true; }");
        await visit.Find("[data-do=print]").ClickAsync();
        Assert.True(await visit.AskAsync<bool>("window.printed"));
        await visit.PressAsync("s", "l", "p", "j", "k", "o");
        Assert.False(await visit.AskAsync<bool>("document.body.classList.contains('slides')"));
    }

    private static Task<byte[]> PdfAsync(Visit visit) => visit.Page.PdfAsync(new() { PreferCSSPageSize = true });

    private static int Pages(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var sizes = MediaBox().Matches(text);
        Assert.NotEmpty(sizes);
        Assert.All(sizes, size => Assert.Equal(("595", "842"), (Whole(size.Groups["width"].Value), Whole(size.Groups["height"].Value))));
        return sizes.Count;
    }

    private static string Whole(string points) => Math.Round(double.Parse(points, System.Globalization.CultureInfo.InvariantCulture)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"/MediaBox ?\[0 0 (?<width>[\d.]+) (?<height>[\d.]+)\]")]
    private static partial Regex MediaBox();
}
