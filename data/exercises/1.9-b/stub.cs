// 练习 1.9-b：把 buffer 装满
async Task ReadFullyAsync(Func<Memory<byte>, ValueTask<int>> read, Memory<byte> buffer)
{
    // 在这里写
    throw new NotImplementedException();
}
