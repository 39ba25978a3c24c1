// 练习 2.2-a：按作者查书
Task<List<string>> TitlesAsync(MySqlConnection connection, string table, string author)
{
    // 在这里写
    throw new NotImplementedException();
}
