using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AsyncBook.Kernel.Errors;

/// <summary>An exception as a learner wants it: what went wrong in its own words, and where in their own cells.</summary>
internal static partial class ExceptionText
{
    private const int Length = 50_000;
    private const int Causes = 10;

    /// <summary>Never throws: an exception whose own text throws is still told.</summary>
    public static string Describe(Exception exception)
    {
        var text = new StringBuilder();
        Append(text, exception, "", 0);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Exception exception, string prefix, int depth)
    {
        if (depth == Causes || text.Length > Length)
        {
            text.Append("\n ---> ...");
            return;
        }

        text.Append(prefix).Append(Head(exception));
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames().Where(IsUserCode))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n   at {frame.GetFileName()}:{frame.GetFileLineNumber()}");
        }

        foreach (var cause in CausesOf(exception).TakeWhile(_ => text.Length <= Length))
        {
            Append(text, cause, "\n ---> ", depth + 1);
        }
    }

    // ToString writes what no property tells, such as an error code or a file's name; then the causes and the stack, which are told apart.
    private static string Head(Exception exception)
    {
        try
        {
            var text = IsDeep(exception) ? "" : exception.ToString();
            if (text.Length > 0 && CausesOf(exception) is [var cause, ..])
            {
                text = Before(text, $"\n ---> {cause}", cause);
            }
            else if (text.Length == 0)
            {
                text = $"{exception.GetType()}: {exception.Message}";
            }

            text = Submission().Replace(exception.StackTrace is { Length: > 0 } stack ? Before(text, stack, null) : text, "").TrimEnd();
            return text.Length <= Length ? text : string.Concat(text.AsSpan(0, Length), "...");
        }
        catch (Exception e)
        {
            return $"{Submission().Replace(exception.GetType().ToString(), "")} (its own text cannot be had: {e.GetType()})";
        }
    }

    private static string Before(string text, string part, Exception? cause)
    {
        var start = text.IndexOf(part, StringComparison.Ordinal);
        start = start < 0 && cause is not null ? text.IndexOf($"\n ---> {cause.GetType()}", StringComparison.Ordinal) : start;
        return start < 0 ? text : text[..start];
    }

    // A long chain is told by its first links: each ToString would write all that follow.
    private static bool IsDeep(Exception exception)
    {
        var depth = 0;
        for (var cause = exception; cause is not null && depth <= Causes; cause = cause.InnerException)
        {
            depth++;
        }

        return depth > Causes;
    }

    private static ReadOnlyCollection<Exception> CausesOf(Exception exception) => exception switch
    {
        AggregateException aggregate => aggregate.InnerExceptions,
        { InnerException: { } cause } => new([cause]),
        _ => ReadOnlyCollection<Exception>.Empty,
    };

    // Only submissions carry a source file by a relative name: the framework has none, packages have absolute ones.
    private static bool IsUserCode(StackFrame frame) =>
        frame.GetFileName() is { Length: > 0 } file && !Path.IsPathRooted(file) && frame.GetFileLineNumber() > 0;

    [GeneratedRegex(@"Submission#\d+\+")]
    private static partial Regex Submission();
}
