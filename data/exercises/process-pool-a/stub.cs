// 练习 process-pool-a：喂它，听它说
async Task<string> FeedAsync(Process child, string input, TimeSpan limit)
{
    // 在这里写
    throw new NotImplementedException();
}
