namespace AsyncBook.Language;

/// <summary>What is said of making the book.</summary>
internal static class BookWords
{
    public static string Description => Tongue.Of(
        """
        Makes a static site of the notebooks and their stored outputs, to read and to project.
        It needs no server and no network: open its index.html.

        Exit codes:
          0    written
          1    a link leads nowhere, or a cell cannot stand in a page; nothing was written
          2    bad usage, a folder that is not a book's, or a notebook that cannot be read
        """,
        """
        把笔记本和存下来的输出做成网站，用来读，也用来投影。
        不要服务器，也不要网络：打开它的 index.html。

        退出码：
          0    写好了
          1    有链接不通，或者有一格做不成网页；什么都没有写
          2    用法不对，那个文件夹不是书的，或者有笔记本读不了
        """);

    public static string Out => Tongue.Of("Where the site goes; of a book that is there only its own files are replaced", "网站放在哪里；那里原来的书，只换掉书自己的文件");

    public static string Slides => Tongue.Of("Pages open as a presentation (S does that in any book)", "打开就是幻灯片（在任何一页按 S 也可以）");

    public static string Worksheet => Tongue.Of(
        "To print and fill in: no answers, no hints, no outputs that are asked for",
        "打印出来填写用：没有答案，没有提示，没有要猜的输出");

    public static string Making(string folder) => Tongue.Of($"making the book of {folder} …", $"正在把 {folder} 做成书……");

    public static string Made(string index, int pages, string page, string weight, string search, string print) => Tongue.Of(
        $"{index}: {pages} notebooks; largest page {page} {weight}, search index {search}; all of it to print: print.html {print}",
        $"{index}：{pages} 个笔记本；最大的一页是 {page}，{weight}；搜索索引 {search}；整本打印用 print.html，{print}");
}
