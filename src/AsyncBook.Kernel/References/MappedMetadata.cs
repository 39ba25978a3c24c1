using System.IO.MemoryMappedFiles;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace AsyncBook.Kernel.References;

/// <summary>
/// An assembly's metadata as the compiler reads it, straight from the mapped file, and where this process runs the assembly itself, from
/// where the runtime has mapped it. Roslyn's own <c>MetadataReference.CreateFromFile</c> copies the whole image, which for the shared
/// framework is tens of megabytes.
/// </summary>
internal static class MappedMetadata
{
    private static readonly Dictionary<string, Assembly> _running = Running();

    public static unsafe PortableExecutableReference Open(string path)
    {
        if (_running.TryGetValue(path, out var assembly) && assembly.TryGetRawMetadata(out var mapped, out var length))
        {
            return Reference(mapped, length, path);
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var headers = new PEHeaders(file);
        var map = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        var view = map.CreateViewAccessor(headers.MetadataStartOffset, headers.MetadataSize, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);

        // Neither the view nor the pointer is ever released: references live as long as the process.
        return Reference(start + view.PointerOffset, headers.MetadataSize, path);
    }

    private static unsafe PortableExecutableReference Reference(byte* metadata, int length, string path) =>
        AssemblyMetadata.Create(ModuleMetadata.CreateFromMetadata((nint)metadata, length)).GetReference(filePath: path);

    // Those that are never unloaded.
    private static Dictionary<string, Assembly> Running() =>
        AssemblyLoadContext.Default.Assemblies.Where(assembly => assembly.Location.Length > 0).ToDictionary(assembly => assembly.Location, StringComparer.Ordinal);
}
