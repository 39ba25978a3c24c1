using AngleSharp.Dom;

namespace AsyncBook.Publishing;

/// <summary>Turns what the notebooks write by convention into elements that can be styled: quotations, 勘误, ❌ and ✅.</summary>
internal static class MarkdownMarks
{
    private const string Original = "原文";
    private const string Errata = "勘误";

    public static void Apply(IElement body, bool isOriginal)
    {
        foreach (var paragraph in body.QuerySelectorAll("p"))
        {
            if (IsLabel(paragraph))
            {
                Label(paragraph, isOriginal);
            }
            else if (IsMark(paragraph.TextContent.TrimStart().FirstOrDefault()))
            {
                SplitAtMarks(paragraph);
            }
        }

        if (isOriginal)
        {
            MarkQuotations(body);
        }
    }

    private static bool IsLabel(IElement paragraph) =>
        paragraph.ChildNodes is [IElement { LocalName: "strong" } only] && only.TextContent.Length <= 8;

    private static void Label(IElement paragraph, bool isOriginal)
    {
        if (isOriginal && paragraph.TextContent == Original)
        {
            // Every quotation below says so itself.
            paragraph.Remove();
            return;
        }

        paragraph.ClassName = "label";
        if (paragraph.TextContent == Errata && paragraph.NextElementSibling is { } text)
        {
            var box = paragraph.Owner!.CreateElement("div");
            box.ClassName = "errata";
            paragraph.Before(box);
            box.Append(paragraph, text);
        }
    }

    private static void MarkQuotations(IElement body)
    {
        foreach (var title in body.QuerySelectorAll("h1"))
        {
            title.Before(Tag(body, "教程原题", "p"));
        }

        foreach (var quotation in body.QuerySelectorAll("blockquote"))
        {
            quotation.ClassName = "original";
            quotation.Prepend(Tag(body, Original, "span"));
        }

        foreach (var program in body.QuerySelectorAll("figure.code"))
        {
            program.ClassList.Add("original");
            program.QuerySelector("figcaption")!.Prepend(Tag(body, Original, "span"));
        }
    }

    private static IElement Tag(IElement body, string text, string name)
    {
        var tag = body.Owner!.CreateElement(name);
        tag.ClassName = "tag";
        tag.TextContent = text;
        return tag;
    }

    private static bool IsMark(char character) => character is '❌' or '✅';

    private static void SplitAtMarks(IElement paragraph)
    {
        IElement? part = null;
        foreach (var node in paragraph.ChildNodes.ToList())
        {
            if (node is not IText text)
            {
                part?.AppendChild(node);
                continue;
            }

            foreach (var piece in Pieces(text.Data))
            {
                if (piece.Length > 0 && IsMark(piece[0]))
                {
                    TrimEnd(part);
                    part = paragraph.Owner!.CreateElement("p");
                    part.ClassName = piece[0] == '❌' ? "bad" : "good";
                    paragraph.Before(part);
                }

                part?.AppendChild(paragraph.Owner!.CreateTextNode(piece));
            }
        }

        TrimEnd(part);
        paragraph.Remove();
    }

    private static IEnumerable<string> Pieces(string text)
    {
        var start = 0;
        for (var index = 1; index < text.Length; index++)
        {
            if (IsMark(text[index]))
            {
                yield return text[start..index];
                start = index;
            }
        }

        yield return text[start..];
    }

    private static void TrimEnd(IElement? part)
    {
        // A line break has no text either.
        while (part?.LastChild is { } last && string.IsNullOrWhiteSpace(last.TextContent))
        {
            last.RemoveFromParent();
        }
    }
}
