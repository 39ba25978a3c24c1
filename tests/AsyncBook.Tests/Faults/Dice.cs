namespace AsyncBook.Tests.Faults;

/// <summary>Numbers that look random and are the same for the same seed, on every .NET.</summary>
internal sealed class Dice(long seed)
{
    private ulong _state = unchecked((ulong)seed);

    /// <summary>From 0 up to, and without, <paramref name="end"/>.</summary>
    public int Next(int end) => (int)(Draw() % (ulong)end);

    public int Next(int first, int end) => first + Next(end - first);

    public T Pick<T>(IReadOnlyList<T> among) => among[Next(among.Count)];

    public void Shuffle<T>(T[] items)
    {
        for (var index = items.Length - 1; index > 0; index--)
        {
            var other = Next(index + 1);
            (items[index], items[other]) = (items[other], items[index]);
        }
    }

    // SplitMix64.
    private ulong Draw()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
