using System.Collections.Concurrent;

namespace AsyncBook.Content.Tests.Notebooks;

/// <summary>
/// Work on all notebooks, begun with the first test that asks and done as many at once as there are processors: what
/// <c>asyncbook run</c> does too. Each test gets its own notebook's result. Notebooks wait more than they compute.
/// </summary>
/// <param name="names">The notebooks.</param>
/// <param name="work">What is done with one.</param>
internal sealed class SideBySide<T>(IEnumerable<string> names, Func<string, Task<T>> work)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<T>> _results =
        new(names.Select(name => KeyValuePair.Create(name, new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously))), StringComparer.Ordinal);

    private int _hasBegun;

    /// <summary>One notebook's result, or what went wrong with it.</summary>
    public Task<T> Get(string name)
    {
        if (Interlocked.Exchange(ref _hasBegun, 1) == 0)
        {
            _ = Task.Run(() => Parallel.ForEachAsync(
                _results.OrderBy(result => result.Key, StringComparer.Ordinal), async (result, _) =>
                {
                    var done = Task.Run(() => work(result.Key));
                    await Task.WhenAny(done);
                    result.Value.SetFromTask(done);
                }));
        }

        return _results[name].Task;
    }
}
