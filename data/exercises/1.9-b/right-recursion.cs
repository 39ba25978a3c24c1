async Task ReadFullyAsync(Func<Memory<byte>, ValueTask<int>> read, Memory<byte> buffer)
{
    if (buffer.Length == 0)
        return;
    await ReadFullyAsync(read, await read(buffer) is > 0 and var count ? buffer[count..] : throw new EndOfStreamException());
}
