using System.Xml;
using AsyncBook.Publishing;

namespace AsyncBook.Tests.Publishing;

public sealed class SvgPictureTests
{
    [Fact]
    public void What_could_act_or_load_is_gone()
    {
        var svg = SvgPicture.ForPage(
            """<svg xmlns="http://www.w3.org/2000/svg" onload="x()"><script>x()</script><foreignObject/><a href="javascript:x()"><text>字</text></a><image href="https://example.com/a.png"/><image href="data:image/png;base64,AAAA"/></svg>""", "p-");
        Assert.DoesNotContain("script", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("onload", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("foreignObject", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("example.com", svg, StringComparison.Ordinal);
        Assert.Contains("字", svg, StringComparison.Ordinal);
        Assert.Contains("data:image/png", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_colour_that_looks_like_an_id_stays_a_colour()
    {
        var svg = SvgPicture.ForPage("""<svg xmlns="http://www.w3.org/2000/svg" id="a"><rect fill="#abc" stroke="url(#a)"/></svg>""", "p-");
        Assert.Contains("fill=\"#abc\"", svg, StringComparison.Ordinal);
        Assert.Contains("url(#p-a)", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_dark_colours_follow_the_readers_choice_too()
    {
        var svg = System.Net.WebUtility.HtmlDecode(SvgPicture.ForPage("""<svg xmlns="http://www.w3.org/2000/svg"><style>.x { fill: red; } @media (prefers-color-scheme: dark) { .x { fill: blue; } .y { fill: green; } }</style></svg>""", "p-"));
        Assert.Contains(":root:not([data-theme=light]) & { .x { fill: blue; } .y { fill: green; } }", svg, StringComparison.Ordinal);
        Assert.Contains(":root[data-theme=dark] & { .x { fill: blue; } .y { fill: green; } }", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_of_a_fixed_size_can_be_scaled() => Assert.Contains(
        "viewBox=\"0 0 644 186\"",
        SvgPicture.ForPage("""<svg xmlns="http://www.w3.org/2000/svg" width="644" height="186px"/>""", "p-"),
        StringComparison.Ordinal);

    [Fact]
    public void What_is_not_well_formed_is_refused() => Assert.Throws<XmlException>(() => SvgPicture.ForPage("<svg><g></svg>", "p-"));
}
