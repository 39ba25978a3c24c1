#nullable enable
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Threading;

/// <summary>Holds the locks of an object while several threads come, so that all have looked before the first of them takes.</summary>
/// <remarks>Where looking and taking is one step, this changes nothing; where it is two, all of them have taken afterwards.</remarks>
public static class HeldLocks
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    /// <summary>Lets so many threads do a thing; those that want a lock of the owner's stand before it until all are there.</summary>
    /// <param name="owner">The object whose locks are held: itself, its fields, and what is locked inside a SemaphoreSlim.</param>
    /// <param name="threads">How many come.</param>
    /// <param name="act">What each of them does.</param>
    /// <returns>What each of them got.</returns>
    /// <exception cref="AggregateException">What one of them threw.</exception>
    public static T[] Meet<T>(object owner, int threads, Func<T> act)
    {
        var results = new T[threads];
        var faults = new ConcurrentQueue<Exception>();
        void Go(int thread)
        {
            try { results[thread] = act(); }
            catch (Exception e) { faults.Enqueue(e); }
        }

        var crowd = Enumerable.Range(0, threads).Select(i => new Thread(() => Go(i)) { IsBackground = true }).ToArray();
        var held = new Stack<Action>();
        try
        {
            foreach (var gate in Of(owner))
                held.Push(Hold(gate));
            foreach (var thread in crowd)
                thread.Start();
            // Three times in a row: a thread may wait for something else, for a moment.
            for (var (quiet, end) = (0, DateTime.UtcNow + _patience); quiet < 3 && DateTime.UtcNow < end; Thread.Sleep(5))
                quiet = crowd.All(thread => IsWaiting(thread) || !thread.IsAlive) ? quiet + 1 : 0;
        }
        finally
        {
            while (held.TryPop(out var release))
                release();
        }
        foreach (var thread in crowd)
            thread.Join();
        return faults.IsEmpty ? results : throw new AggregateException(faults);
    }

    private static bool IsWaiting(Thread thread) => (thread.ThreadState & System.Threading.ThreadState.WaitSleepJoin) != 0;

    private static IEnumerable<object> Of(object owner) => owner.GetType().GetFields(Any)
        .Select(field => field.GetValue(owner))
        .Append(owner)
        .Select(value => value is SemaphoreSlim ? Inside(value) : value)
        .OfType<object>()
        .Where(value => value is not (ValueType or string or Delegate))
        .Distinct(ReferenceEqualityComparer.Instance)!;

    private static object? Inside(object semaphore) => semaphore.GetType().GetFields(Any)
        .Where(field => field.FieldType == typeof(StrongBox<bool>))
        .Select(field => field.GetValue(semaphore))
        .SingleOrDefault();

    private static Action Hold(object gate)
    {
        if (gate is Lock it)
        {
            it.Enter();
            return it.Exit;
        }
        Monitor.Enter(gate);
        return () => Monitor.Exit(gate);
    }
}
