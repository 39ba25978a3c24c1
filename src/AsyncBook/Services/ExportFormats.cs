namespace AsyncBook.Services;

/// <summary>Lines that set a variable.</summary>
internal static class ExportFormats
{
    /// <summary>The one that this system's usual shell reads.</summary>
    public static ExportFormat OfThisSystem => OperatingSystem.IsWindows() ? ExportFormat.PowerShell : ExportFormat.Sh;

    public static string Line(this ExportFormat format, string name, string value) => format switch
    {
        ExportFormat.Sh => $"export {name}='{value.Replace("'", @"'\''", StringComparison.Ordinal)}'",
        ExportFormat.PowerShell => $"$env:{name} = '{value.Replace("'", "''", StringComparison.Ordinal)}'",
        _ => $"{name}={value}",
    };
}
