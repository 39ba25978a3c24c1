using AsyncBook.Kernel.References;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AsyncBook.Kernel.Scripting;

/// <summary>
/// Compiles something small on a second core beside the kernel's own start, so that most of the compiler's code is ready when
/// the first cell comes. Measured: its result comes after 0.74 s instead of 0.92 s, for 8 MB; on one core it gains nothing.
/// </summary>
internal static class WarmUp
{
    private const string Code =
        """
        using System.Threading.Tasks;
        class Cell { async Task<object> Run() { await Task.Yield(); System.Func<int, string> f = n => $"{n}"; return f(1 + 1); } }
        """;

    public static void Start()
    {
        if (Environment.ProcessorCount > 1)
        {
            new Thread(Compile) { IsBackground = true, Name = "warm-up" }.Start();
        }
    }

    private static void Compile()
    {
        var compilation = CSharpCompilation.Create(
            "warm-up",
            [CSharpSyntaxTree.ParseText(Code)],
            [MappedMetadata.Open(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false));
        compilation.Emit(Stream.Null, Stream.Null);
    }
}
