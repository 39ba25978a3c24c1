using System.IO.MemoryMappedFiles;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace AsyncBook.Kernel.References;

/// <summary>
/// An assembly's metadata as the compiler reads it, straight from the mapped file. Roslyn's own
/// <c>MetadataReference.CreateFromFile</c> copies the whole image, which for the shared framework is tens of megabytes.
/// </summary>
internal static class MappedMetadata
{
    public static unsafe PortableExecutableReference Open(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var map = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        var view = map.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);

        // Neither the view nor the pointer is ever released: references live as long as the process.
        var metadata = new PEReader(start, (int)file.Length).GetMetadata();
        var module = ModuleMetadata.CreateFromMetadata((nint)metadata.Pointer, metadata.Length);
        return AssemblyMetadata.Create(module).GetReference(filePath: path);
    }
}
