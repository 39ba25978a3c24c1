using System.Globalization;
using AsyncBook.Language;

namespace AsyncBook.Kernels;

/// <summary>How much memory the cells of one notebook may hold: the runtime of their kernel refuses more, before the machine has none left.</summary>
internal static class MemoryLimit
{
    /// <summary>Says another limit than the default, in megabytes.</summary>
    public const string Variable = "ASYNCBOOK_MEMORY";

    private const int Default = 2048, Least = 128;

    /// <exception cref="KernelException">What was said is no limit.</exception>
    public static int Megabytes => Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } said ? Default
        : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes) && megabytes >= Least ? megabytes
        : throw new KernelException(KernelWords.NoMemoryLimit(Variable, said, Least));

    /// <summary>What the runtime is told.</summary>
    public static KeyValuePair<string, string> ForRuntime => new("DOTNET_GCHeapHardLimit", (Megabytes * 1024L * 1024).ToString("X", CultureInfo.InvariantCulture));

    /// <summary>Whether this is how code ends that wanted more.</summary>
    public static bool Explains(string failure) =>
        failure.Contains("OutOfMemoryException", StringComparison.Ordinal) || failure.Contains("Out of memory", StringComparison.Ordinal);
}
