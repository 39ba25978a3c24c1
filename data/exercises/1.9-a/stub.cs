// 练习 1.9-a：环形缓冲
class Ring
{
    public int[] Items = new int[4];                     // 取出的位置可以绕回开头

    public void Add(int item)
    {
        // 在这里写
        throw new NotImplementedException();
    }

    public bool TryTake(out int item)
    {
        // 在这里写
        throw new NotImplementedException();
    }
}
