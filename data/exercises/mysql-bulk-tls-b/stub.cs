// 练习 mysql-bulk-tls-b：谁快用谁
Task<string> FirstAsync(IReadOnlyList<(MySqlDataSource Source, string Sql)> questions)
{
    // 在这里写
    throw new NotImplementedException();
}
