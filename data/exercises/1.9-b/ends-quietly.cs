// 提示：你却当成装满了
async Task ReadFullyAsync(Func<Memory<byte>, ValueTask<int>> read, Memory<byte> buffer)
{
    int count;
    while (!buffer.IsEmpty && (count = await read(buffer)) > 0)
        buffer = buffer[count..];
}
