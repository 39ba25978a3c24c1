namespace AsyncBook.Kernel.Tracing;

/// <summary>An exception in one line: its type and message.</summary>
internal static class ExceptionWords
{
    public static string Of(Exception exception)
    {
        var name = exception.GetType().Name;

        // A message that the cell computes itself is its own code: nothing but the cell may run that.
        var message = exception.GetType().GetProperty(nameof(Exception.Message))!.GetMethod!.DeclaringType!.Assembly.Location.Length > 0
            ? exception.Message
            : "";
        return message.Length > 0 ? $"{name}: {message.ReplaceLineEndings(" ")}" : name;
    }
}
