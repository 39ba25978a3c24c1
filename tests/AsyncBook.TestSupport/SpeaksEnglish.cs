using System.Runtime.CompilerServices;

namespace AsyncBook.TestSupport;

/// <summary>Tests assert English words unless they ask for others, whatever the machine's language: here and in every process they start.</summary>
internal static class SpeaksEnglish
{
#pragma warning disable CA2255 // A test program is where a module initializer belongs.
    [ModuleInitializer]
    internal static void Choose() => Environment.SetEnvironmentVariable("ASYNCBOOK_LANG", "en");
#pragma warning restore CA2255
}
