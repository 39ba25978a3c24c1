// 提示：已经装满了还在读
async Task ReadFullyAsync(Func<Memory<byte>, ValueTask<int>> read, Memory<byte> buffer)
{
    int count;
    while ((count = await read(buffer)) > 0)
        buffer = buffer[count..];
    if (!buffer.IsEmpty)
        throw new EndOfStreamException();
}
