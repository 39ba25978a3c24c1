class Ring
{
    public int[] Items = new int[4];
    int next, held;

    public void Add(int item)
    {
        if (held == Items.Length)
        {
            var larger = new int[2 * held];
            Array.Copy(Items, next, larger, 0, held - next);
            Array.Copy(Items, 0, larger, held - next, next);
            Items = larger;
            next = 0;
        }
        var at = next + held++;
        Items[at < Items.Length ? at : at - Items.Length] = item;
    }

    public bool TryTake(out int item)
    {
        item = default;
        if (held == 0) return false;
        item = Items[next++];
        if (next == Items.Length) next = 0;
        held--;
        return true;
    }
}
