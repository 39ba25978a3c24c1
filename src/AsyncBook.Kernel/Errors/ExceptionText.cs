using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace AsyncBook.Kernel.Errors;

/// <summary>An exception as a learner wants it: what went wrong, and where in their own cells.</summary>
internal static class ExceptionText
{
    public static string Describe(Exception exception)
    {
        var text = new StringBuilder();
        Append(text, exception, "");
        return text.ToString();
    }

    private static void Append(StringBuilder text, Exception exception, string prefix)
    {
        text.Append(prefix).Append(exception.GetType()).Append(": ").Append(exception.Message);
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: true).GetFrames())
        {
            if (IsUserCode(frame))
            {
                text.Append(CultureInfo.InvariantCulture, $"\n   at {frame.GetFileName()}:{frame.GetFileLineNumber()}");
            }
        }

        var inner = exception is AggregateException aggregate ? aggregate.InnerExceptions : (IReadOnlyList<Exception>)(exception.InnerException is { } one ? [one] : []);
        foreach (var cause in inner)
        {
            Append(text, cause, "\n ---> ");
        }
    }

    // Only submissions carry a source file by a relative name: the framework has none, packages have absolute ones.
    private static bool IsUserCode(StackFrame frame) =>
        frame.GetFileName() is { Length: > 0 } file && !Path.IsPathRooted(file) && frame.GetFileLineNumber() > 0;
}
