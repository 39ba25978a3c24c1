using System.Reflection;
using System.Runtime.Loader;

namespace AsyncBook.Kernel.Language;

/// <summary>
/// Roslyn's completion is ten assemblies, some of which cells may want in another version: they live in a folder and a context
/// of their own, and a kernel that nobody asks never opens them.
/// </summary>
internal static class CompleterAssembly
{
    private const string Name = "AsyncBook.Kernel.Language";

    /// <exception cref="FileNotFoundException">It was not published beside the kernel.</exception>
    public static ICompleter Load()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "language");
        var assembly = new Context(folder).LoadFromAssemblyPath(Path.Combine(folder, Name + ".dll"));
        return (ICompleter)Activator.CreateInstance(assembly.GetType($"{Name}.Completer", throwOnError: true)!)!;
    }

    private sealed class Context(string folder) : AssemblyLoadContext("language")
    {
        // The compiler itself is the kernel's own, so that its trees and references can be handed over.
        protected override Assembly? Load(AssemblyName assemblyName) =>
            Path.Combine(folder, assemblyName.Name + ".dll") is var path && File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
