// 提示：变大以后
class Ring
{
    public int[] Items = new int[4];
    int first, count;

    public void Add(int item)
    {
        if (count == Items.Length) Array.Resize(ref Items, Items.Length * 2);
        Items[(first + count++) & (Items.Length - 1)] = item;
    }

    public bool TryTake(out int item)
    {
        item = count > 0 ? Items[first] : 0;
        if (count == 0) return false;
        (first, count) = ((first + 1) & (Items.Length - 1), count - 1);
        return true;
    }
}
