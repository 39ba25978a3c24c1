// 提示：放进 0
class Ring
{
    public int[] Items = new int[4];
    private int first, count;

    public void Add(int item)
    {
        if (count == Items.Length)
        {
            var larger = new int[Items.Length * 2];
            for (var i = 0; i < count; i++)
                larger[i] = Items[(first + i) & (Items.Length - 1)];
            (Items, first) = (larger, 0);
        }
        Items[(first + count++) & (Items.Length - 1)] = item;
    }

    public bool TryTake(out int item)
    {
        item = Items[first];
        if (item == 0)
            return false;
        Items[first] = 0;
        first = (first + 1) & (Items.Length - 1);
        count--;
        return true;
    }
}
