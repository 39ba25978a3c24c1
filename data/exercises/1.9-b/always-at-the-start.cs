// 提示：也要接着装
async Task ReadFullyAsync(Func<Memory<byte>, ValueTask<int>> read, Memory<byte> buffer)
{
    for (var got = 0; got < buffer.Length;)
        got += await read(buffer);
}
