// 提示：以后还在读
async Task ReadFullyAsync(Func<Memory<byte>, ValueTask<int>> read, Memory<byte> buffer)
{
    while (!buffer.IsEmpty)
        buffer = buffer[(await read(buffer))..];
}
