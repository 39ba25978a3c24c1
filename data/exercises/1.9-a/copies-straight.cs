// 提示：变大以后顺序乱了或者丢了
class Ring
{
    public int[] Items = new int[4];
    private int first, count;

    public void Add(int item)
    {
        if (count == Items.Length)
            Array.Resize(ref Items, Items.Length * 2);
        Items[(first + count++) & (Items.Length - 1)] = item;
    }

    public bool TryTake(out int item)
    {
        item = Items[first];
        if (count == 0)
            return false;
        first = (first + 1) & (Items.Length - 1);
        count--;
        return true;
    }
}
