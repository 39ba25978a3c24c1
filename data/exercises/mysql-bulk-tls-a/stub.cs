// 练习 mysql-bulk-tls-a：一批一批地存
async Task<int> SaveAsync(MySqlDataSource source, string table, IAsyncEnumerable<(int Id, string Title)> books, int size)
{
    // 在这里写
    throw new NotImplementedException();
}
