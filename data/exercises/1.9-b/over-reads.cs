// 提示：下一条
async Task ReadFullyAsync(Func<Memory<byte>, ValueTask<int>> read, Memory<byte> buffer)
{
    var (temp, filled) = (new byte[1024], 0);
    while (filled < buffer.Length)
    {
        var count = await read(temp);
        if (count == 0) throw new EndOfStreamException();
        count = Math.Min(count, buffer.Length - filled);
        temp.AsMemory(0, count).CopyTo(buffer[filled..]);
        filled += count;
    }
}
