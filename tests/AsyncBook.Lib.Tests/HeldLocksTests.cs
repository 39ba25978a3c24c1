namespace AsyncBook.Lib.Tests;

public class HeldLocksTests
{
    [Fact]
    public void Who_looks_before_the_lock_and_takes_behind_it_takes_twice()
    {
        var place = new Place();

        Assert.Equal([true, true], HeldLocks.Meet(place, 2, place.LookThenLock));
    }

    [Fact]
    public void Who_looks_at_a_semaphores_count_and_takes_later_finds_nothing_there()
    {
        var place = new Place();

        Assert.Equal([false, true], HeldLocks.Meet(place, 2, place.LookThenWait).Order());
    }

    [Fact]
    public void Who_looks_behind_the_lock_takes_once()
    {
        var place = new Place();

        Assert.Equal([false, true], HeldLocks.Meet(place, 2, place.LookBehindTheLock).Order());
    }

    [Fact]
    public void What_one_of_them_throws_comes_out_and_the_locks_are_free()
    {
        var place = new Place();

        Assert.Throws<AggregateException>(() => HeldLocks.Meet<bool>(place, 2, () => throw new FormatException()));
        Assert.True(place.LookBehindTheLock());
    }

    private sealed class Place
    {
        private readonly Lock _gate = new();
        private readonly SemaphoreSlim _places = new(1);
        private bool _taken;

        public bool LookThenLock()
        {
            if (Volatile.Read(ref _taken))
            {
                return false;
            }

            lock (_gate)
            {
                _taken = true;
            }

            return true;
        }

        public bool LookBehindTheLock()
        {
            lock (_gate)
            {
                return !_taken && (_taken = true);
            }
        }

        // Whether it had to queue, though it had seen a place.
        public bool LookThenWait() => _places.CurrentCount > 0 && !_places.WaitAsync().IsCompleted;
    }
}
