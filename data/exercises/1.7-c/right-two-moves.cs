async IAsyncEnumerable<string> MergeAsync(IAsyncEnumerable<string> left, IAsyncEnumerable<string> right)
{
    await using var a = left.GetAsyncEnumerator();
    await using var b = right.GetAsyncEnumerator();
    var moves = new Dictionary<IAsyncEnumerator<string>, Task<bool>> { [a] = a.MoveNextAsync().AsTask(), [b] = b.MoveNextAsync().AsTask() };
    while (moves.Count > 0)
    {
        var ended = await Task.WhenAny(moves.Values);
        var one = moves.First(pair => pair.Value == ended).Key;
        if (!await ended) { moves.Remove(one); continue; }
        var item = one.Current;
        moves[one] = one.MoveNextAsync().AsTask();
        yield return item;
    }
}
