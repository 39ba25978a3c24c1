// 提示：东西要放在 Items 里
class Ring
{
    public int[] Items = new int[4];
    private readonly Queue<int> queue = new();

    public void Add(int item)
    {
        queue.Enqueue(item);
        if (queue.Count > Items.Length)
            Items = new int[Items.Length * 2];
    }

    public bool TryTake(out int item) => queue.TryDequeue(out item);
}
