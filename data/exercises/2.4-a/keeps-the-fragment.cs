// 提示：片段要去掉
string Key(Uri page, string href) => page == null ? "" : new Uri(page, href).GetLeftPart(UriPartial.Path) + new Uri(page, href).Fragment;
