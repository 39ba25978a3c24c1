// 提示：不能靠值
class Ring
{
    public int[] Items = [-1, -1, -1, -1];
    int first, last;

    public void Add(int item)
    {
        if (Items[last] != -1)
        {
            var larger = new int[Items.Length * 2];
            Array.Fill(larger, -1);
            for (var i = 0; i < Items.Length; i++) larger[i] = Items[(first + i) & (Items.Length - 1)];
            (first, last, Items) = (0, Items.Length, larger);
        }
        Items[last] = item;
        last = (last + 1) & (Items.Length - 1);
    }

    public bool TryTake(out int item)
    {
        item = Items[first];
        if (item == -1) { item = 0; return false; }
        Items[first] = -1;
        first = (first + 1) & (Items.Length - 1);
        return true;
    }
}
