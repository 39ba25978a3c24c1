using System.Collections.Concurrent;
using AsyncBook.IO;

namespace AsyncBook.Services;

/// <summary>The families of the servers this process has started: they and their folders go with it, whatever happens to it.</summary>
internal static class ServiceFamily
{
    private static readonly ConcurrentDictionary<string, ProcessFamily> _families = new(StringComparer.Ordinal);

    /// <summary>A family for the servers of a folder.</summary>
    public static ProcessFamily Of(string folder)
    {
        var family = _families[folder] = new ProcessFamily();
        family.Own(folder);
        return family;
    }

    /// <summary>Lets them live, or they have gone: nobody watches them any more.</summary>
    public static void Release(string folder)
    {
        if (_families.TryRemove(folder, out var family))
        {
            family.Release();
        }
    }
}
