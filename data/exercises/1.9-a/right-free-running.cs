class Ring
{
    public int[] Items = new int[4];
    uint head, tail;

    public void Add(int item)
    {
        if (tail - head == (uint)Items.Length)
        {
            var larger = new int[Items.Length * 2];
            for (var i = head; i != tail; i++) larger[i & (uint)(larger.Length - 1)] = Items[i & (uint)(Items.Length - 1)];
            Items = larger;
        }
        Items[tail++ & (uint)(Items.Length - 1)] = item;
    }

    public bool TryTake(out int item)
    {
        item = head == tail ? 0 : Items[head & (uint)(Items.Length - 1)];
        return head != tail && head++ >= 0;
    }
}
