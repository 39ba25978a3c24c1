namespace AsyncBook.Language;

/// <summary>What is said of a file that cannot be read or written.</summary>
internal static class NotebookWords
{
    public static string IsFolder => Tongue.Of("is a folder, not a notebook", "是文件夹，不是笔记本");

    public static string NoSuchFile => Tongue.Of("no such file", "没有这个文件");

    public static string TooLarge(string size) => Tongue.Of(
        $"is {size} MB, too large for a notebook (the limit is 20 MB); clear its outputs",
        $"有 {size} MB，太大了（最多 20 MB）；请清除它的输出");

    public static string CannotBeRead(string why) => Tongue.Of($"cannot be read: {why}", $"读不了：{why}");

    public static string IsEmpty => Tongue.Of("is empty", "是空的");

    public static string IsUtf16 => Tongue.Of(
        "is UTF-16; a notebook is UTF-8 (save it again in that encoding)",
        "是 UTF-16；笔记本要用 UTF-8（请另存为这种编码）");

    public static string IsBinary => Tongue.Of("is binary, not a notebook", "是二进制文件，不是笔记本");

    public static string NotUtf8(string where) => Tongue.Of($"is not valid UTF-8 ({where})", $"不是正确的 UTF-8（{where}）");

    public static string CannotBeSaved(string why) => Tongue.Of($"cannot be saved: {why}", $"存不了：{why}");

    public static string IsReadOnly => Tongue.Of("is read-only; nothing was written", "是只读的；什么都没有写");

    public static string HasChanged => Tongue.Of(
        "changed on disk since it was read; nothing was written, run it again",
        "读过以后，磁盘上的文件变了；什么都没有写，请再运行一次");
}
