// 练习 redis-queue-a：不丢活的工人
Task<bool> WorkOnceAsync(IDatabase db, RedisKey stream, string worker, TimeSpan abandoned, Func<string, Task> handle)
{
    // 在这里写
    throw new NotImplementedException();
}
