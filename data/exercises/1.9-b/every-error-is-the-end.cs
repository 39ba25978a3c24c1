// 提示：它要原样出去
async Task ReadFullyAsync(Func<Memory<byte>, ValueTask<int>> read, Memory<byte> buffer)
{
    while (!buffer.IsEmpty)
    {
        var count = 0;
        try { count = await read(buffer); }
        catch (Exception) { }
        if (count == 0)
            throw new EndOfStreamException();
        buffer = buffer[count..];
    }
}
