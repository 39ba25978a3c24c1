using System.Runtime.CompilerServices;
using AsyncBook.Notebooks;

namespace AsyncBook.Tests.Faults;

/// <summary>This very program, started with a variable that names a notebook, is one that saves it again and again, until it is killed.</summary>
internal static class SavesForever
{
    public const string Variable = "ASYNCBOOK_TEST_SAVES";

    /// <summary>What the notebook holds, in turn.</summary>
    public static IReadOnlyList<string> Texts { get; } = [TextOf("old"), TextOf("new")];

#pragma warning disable CA2255 // Before the tests' own Main, which would run them all.
    [ModuleInitializer]
    internal static void Begin()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } path)
        {
            return;
        }

        var bytes = File.ReadAllBytes(path);
        for (var number = 0; ; number++)
        {
            bytes = NotebookSaving.Replace(path, bytes, Texts[number % 2]);
            Console.WriteLine(number);
        }
    }
#pragma warning restore CA2255

    private static string TextOf(string word)
    {
        var outputs = $$"""[{"name": "stdout", "output_type": "stream", "text": ["{{string.Concat(Enumerable.Repeat(word, 1_000_000))}}"]}]""";
        return NotebookWriter.Write(SampleNotebook.Of(SampleNotebook.Code("one", "1", outputs: outputs))) + "\n";
    }
}
