IAsyncEnumerable<int[]> BatchAsync(IAsyncEnumerable<int> source, int size) => new Batches(source, size);

class Batches(IAsyncEnumerable<int> source, int size) : IAsyncEnumerable<int[]>
{
    public IAsyncEnumerator<int[]> GetAsyncEnumerator(CancellationToken token = default) =>
        new Enumerator(source.GetAsyncEnumerator(token), size);

    class Enumerator(IAsyncEnumerator<int> items, int size) : IAsyncEnumerator<int[]>
    {
        public int[] Current { get; private set; }

        public async ValueTask<bool> MoveNextAsync()
        {
            var batch = new List<int>();
            while (batch.Count < size && await items.MoveNextAsync())
                batch.Add(items.Current);
            Current = batch.ToArray();
            return batch.Count > 0;
        }

        public ValueTask DisposeAsync() => items.DisposeAsync();
    }
}
