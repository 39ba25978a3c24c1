// 提示：一次也不该读
async Task ReadFullyAsync(Func<Memory<byte>, ValueTask<int>> read, Memory<byte> buffer)
{
    do
    {
        var count = await read(buffer);
        if (count == 0 && !buffer.IsEmpty)
            throw new EndOfStreamException();
        buffer = buffer[count..];
    }
    while (!buffer.IsEmpty);
}
