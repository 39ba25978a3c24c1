class Ring
{
    public int[] Items = new int[4];
    private uint head, tail;

    public void Add(int item)
    {
        if (tail - head == Items.Length)
        {
            var older = Items;
            Items = new int[older.Length * 2];
            for (var i = head; i != tail; i++)
                Items[i % Items.Length] = older[i % older.Length];
        }
        Items[tail++ % Items.Length] = item;
    }

    public bool TryTake(out int item)
    {
        item = head == tail ? 0 : Items[head % Items.Length];
        return head != tail && head++ >= 0;
    }
}
