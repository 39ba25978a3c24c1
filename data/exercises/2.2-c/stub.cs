// 练习 2.2-c：谁快用谁
Task<string> FirstAsync(IReadOnlyList<(MySqlDataSource Source, string Sql)> questions)
{
    // 在这里写
    throw new NotImplementedException();
}
