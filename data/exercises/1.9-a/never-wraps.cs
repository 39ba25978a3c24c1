// 提示：取走的地方要能再用
class Ring
{
    public int[] Items = new int[4];
    private int first, end;

    public void Add(int item)
    {
        if (end == Items.Length)
            Array.Resize(ref Items, Items.Length * 2);
        Items[end++] = item;
    }

    public bool TryTake(out int item)
    {
        item = first < end ? Items[first] : 0;
        return first < end && first++ >= 0;
    }
}
