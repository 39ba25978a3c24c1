using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AsyncBook.Notebooks;

namespace AsyncBook.Publishing;

/// <summary>Marks in a prediction's elements what quiz.js needs to ask before it tells. Without it they stay what they are: a question and a folded answer.</summary>
internal sealed partial class QuizMarks(SiteContext site, NotebookPage page)
{
    private const string Reference = "reference/misconceptions.ipynb";

    private readonly List<(int Number, string Href, string Heading)> _places = [.. Misconceptions(site.Pages)];

    /// <param name="body">The cell as elements.</param>
    /// <param name="prediction">What it asks.</param>
    /// <returns>The attributes of the cell's section.</returns>
    public string Apply(IElement body, Prediction prediction)
    {
        var lists = body.Children.Where(child => child.LocalName == "ul").ToList();
        foreach (var (item, choice) in lists.SelectMany(list => list.Children).Zip(prediction.Choices))
        {
            item.SetAttribute("data-choice", choice.Letter);
        }

        foreach (var item in body.QuerySelectorAll("details li"))
        {
            if (Letter().Match(item.TextContent) is { Success: true } letter)
            {
                item.SetAttribute("data-why", letter.Groups["letter"].Value);
            }

            LinkMisconceptions(item);
        }

        var kind = prediction.IsOrder ? "order" : "choose";
        var of = page.Notebook.Cells.Any(cell => cell.Id == prediction.Of) ? prediction.Of : "";
        return $""" data-quiz="{Html.Encode(prediction.Id)}" data-kind="{kind}" data-answer="{string.Join(' ', prediction.Answer)}" data-of="{Html.Encode(of)}" """.TrimEnd();
    }

    /// <summary>Where each misconception is told, from the site's root.</summary>
    public static IEnumerable<(int Number, string Href, string Heading)> Misconceptions(IReadOnlyList<NotebookPage> pages) =>
        from page in pages
        where page.Source == Reference
        from heading in page.Notebook.Cells.SelectMany(HeadingAnchor.Headings)
        let match = Heading().Match(heading)
        where match.Success
        select (int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), Html.Address(page.Address) + "#" + Uri.EscapeDataString(Slug.Make(heading)), heading);

    private void LinkMisconceptions(IElement item)
    {
        foreach (var text in item.GetDescendants().OfType<IText>().Where(text => Misconception().IsMatch(text.Data)).ToList())
        {
            var from = 0;
            foreach (Match match in Misconception().Matches(text.Data))
            {
                text.Before(item.Owner!.CreateTextNode(text.Data[from..match.Index]));
                text.Before(Link(item, match));
                from = match.Index + match.Length;
            }

            text.Data = text.Data[from..];
        }
    }

    private INode Link(IElement item, Match match)
    {
        var number = int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        if (_places.FirstOrDefault(place => place.Number == number) is not { Href: not null } target)
        {
            return item.Owner!.CreateTextNode(match.Value);
        }

        var link = item.Owner!.CreateElement("a");
        link.SetAttribute("href", Html.RootFrom(page.Address) + target.Href);
        link.SetAttribute("title", target.Heading);
        link.TextContent = match.Value;
        return link;
    }

    [GeneratedRegex(@"^误解 (?<number>\d+)：")]
    private static partial Regex Heading();

    [GeneratedRegex("^(?<letter>[A-Z])：")]
    private static partial Regex Letter();

    [GeneratedRegex(@"误解 (?<number>\d+)")]
    private static partial Regex Misconception();
}
