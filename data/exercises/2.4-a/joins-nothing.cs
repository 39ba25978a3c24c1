// 提示：相对地址要拼上这一页的
string Key(Uri page, string href) => href.Split('#')[0];
