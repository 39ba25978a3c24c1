// 提示：没有东西时
class Ring
{
    public int[] Items = new int[4];
    private int first, count;

    public void Add(int item) => Items[(first + count++) & 3] = item;

    public bool TryTake(out int item)
    {
        item = Items[first];
        first = (first + 1) & 3;
        count--;
        return true;
    }
}
