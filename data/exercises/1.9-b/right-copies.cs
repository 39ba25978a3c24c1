async Task ReadFullyAsync(Func<Memory<byte>, ValueTask<int>> read, Memory<byte> buffer)
{
    for (var got = 0; got < buffer.Length;)
    {
        var piece = new byte[buffer.Length - got];
        var count = await read(piece);
        if (count <= 0)
            throw new EndOfStreamException($"还差 {piece.Length} 个字节");
        piece.AsMemory(0, count).CopyTo(buffer[got..]);
        got += count;
    }
}
