// 提示：先进先出
class Ring
{
    public int[] Items = new int[4];
    private int count;

    public void Add(int item)
    {
        if (count == Items.Length)
            Array.Resize(ref Items, Items.Length * 2);
        Items[count++] = item;
    }

    public bool TryTake(out int item)
    {
        item = count == 0 ? 0 : Items[--count];
        return item != 0;
    }
}
