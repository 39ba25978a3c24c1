using System.Globalization;
using System.Xml.Linq;

namespace AsyncBook.Lib.Tests;

public class BarsTests
{
    private static readonly XDocument _svg = XDocument.Parse(Bars.ToSvg(
        "speed", "s", "0.0", [new("EventLoop", 1.5, 1), new("asyncio", 3, 2)]));

    [Fact]
    public void A_bar_is_as_long_as_its_figure()
    {
        var widths = _svg.Descendants().Where(element => element.Name.LocalName == "rect").Skip(1)
            .Select(bar => double.Parse(bar.Attribute("width")!.Value, CultureInfo.InvariantCulture)).ToList();

        Assert.Equal(2, widths.Count);
        Assert.Equal(widths[1] / 2, widths[0], precision: 1);
    }

    [Fact]
    public void Python_and_stored_figures_are_told_apart() =>
        Assert.Equal(["cs", "py old"], _svg.Descendants().Where(element => element.Name.LocalName == "rect").Skip(1).Select(bar => bar.Attribute("class")!.Value));

    [Fact]
    public void Who_does_not_see_is_told_every_figure() => Assert.Equal(
        "EventLoop 1.5 s（来源 1）；asyncio 3.0 s（来源 2）",
        _svg.Descendants().Single(element => element.Name.LocalName == "desc").Value);
}
