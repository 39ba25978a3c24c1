// 练习 2.2-b：转账
Task<bool> TransferAsync(MySqlDataSource source, string table, string from, string to, int amount)
{
    // 在这里写
    throw new NotImplementedException();
}
