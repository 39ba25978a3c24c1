using System.Runtime.ExceptionServices;

namespace AsyncBook.Kernel.Tracing;

/// <summary>
/// What is watched only while some cell is traced: the event loops of <c>lib</c>, which look for their watcher in this slot of
/// the AppContext when they begin, and exceptions, for iterators, which have no other way to say what ended them.
/// </summary>
internal static class TraceHooks
{
    private const string Slot = "AsyncBook.LoopWatcher";
    private static readonly Lock _gate = new();
    private static int _count;

    [ThreadStatic]
    private static Exception? _lastThrown;

    /// <summary>What was thrown last on this thread.</summary>
    public static Exception? LastThrown => _lastThrown;

    public static void Add()
    {
        lock (_gate)
        {
            if (++_count == 1)
            {
                AppContext.SetData(Slot, (Action<string, object?>)LoopSteps.Report);
                AppDomain.CurrentDomain.FirstChanceException += Remember;
            }
        }
    }

    public static void Remove()
    {
        lock (_gate)
        {
            if (--_count == 0)
            {
                AppContext.SetData(Slot, null);
                AppDomain.CurrentDomain.FirstChanceException -= Remember;
            }
        }
    }

    private static void Remember(object? sender, FirstChanceExceptionEventArgs thrown) => _lastThrown = thrown.Exception;
}
