using System.Globalization;

namespace AsyncBook.Bench;

/// <summary>A process and all it has started.</summary>
internal static class ProcessTree
{
    /// <summary>Their memory in bytes; pages that several use are counted once, in shares.</summary>
    public static long Memory(int id) => Children(id).Sum(Memory) + 1024 * File.ReadLines($"/proc/{id}/smaps_rollup")
        .Where(line => line.StartsWith("Pss:", StringComparison.Ordinal))
        .Sum(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture));

    private static IEnumerable<int> Children(int id) =>
        from thread in Directory.GetDirectories($"/proc/{id}/task")
        from child in File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select int.Parse(child, CultureInfo.InvariantCulture);
}
