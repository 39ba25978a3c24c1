async Task ReadFullyAsync(Func<Memory<byte>, ValueTask<int>> read, Memory<byte> buffer)
{
    for (var i = 0; i < buffer.Length; i++)
        if (await read(buffer.Slice(i, 1)) == 0) throw new EndOfStreamException("收不齐");
}
