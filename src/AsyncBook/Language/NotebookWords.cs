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

    public static string BusyFile(int seconds) => Tongue.Of($"somebody else has been saving it for {seconds} s", $"别人存了 {seconds} 秒还没有存完");

    public static string HasChanged => Tongue.Of(
        "changed on disk since it was read; nothing was written, run it again",
        "读过以后，磁盘上的文件变了；什么都没有写，请再运行一次");

    public static string NoFormat => Tongue.Of("is JSON but not a notebook (it has no \"nbformat\")", "是 JSON，不是笔记本（没有 \"nbformat\"）");

    public static string NoCells => Tongue.Of("is not a notebook: \"cells\" is not a list", "不是笔记本：\"cells\" 不是列表");

    public static string NoMetadata => Tongue.Of("is not a notebook: \"metadata\" is not an object", "不是笔记本：\"metadata\" 不是对象");

    public static string CellAt(int number, string fault) => Tongue.Of($"cell {number}: {fault}", $"第 {number} 个单元格：{fault}");

    public static string TooOld(int version, string path) => Tongue.Of(
        $"is nbformat {version}, too old; upgrade with `jupyter nbconvert --to notebook \"{path}\"`",
        $"是 nbformat {version}，太旧了；用 `jupyter nbconvert --to notebook \"{path}\"` 升级");

    public static string TooNew(int version) => Tongue.Of(
        $"is nbformat {version}; only nbformat 4 can be read, save it as that",
        $"是 nbformat {version}；只能读 nbformat 4，请另存为那一种");

    public static string NoObject => Tongue.Of("is not an object", "不是对象");

    public static string NoType => Tongue.Of("\"cell_type\" is missing or not text", "没有 \"cell_type\"，或者它不是文本");

    public static string StrangeType(string kind) => Tongue.Of(
        $"\"cell_type\" is \"{kind}\", not code, markdown or raw",
        $"\"cell_type\" 是 \"{kind}\"，不是 code、markdown 或 raw");

    public static string NoSource => Tongue.Of("\"source\" is neither text nor a list of lines", "\"source\" 不是文本，也不是一行一行的列表");

    public static string CellMetadata => Tongue.Of("\"metadata\" is not an object", "\"metadata\" 不是对象");

    public static string IdNoText => Tongue.Of("\"id\" is not text", "\"id\" 不是文本");

    public static string NoOutputs => Tongue.Of("\"outputs\" is not a list of objects", "\"outputs\" 不是对象的列表");

    public static string SameId(int number, string id, int other) => Tongue.Of(
        $"cell {number}: its id \"{id}\" is already that of cell {other}",
        $"第 {number} 个单元格：它的 id \"{id}\" 已经是第 {other} 个的了");

    public static string NoNotebook(string why) => Tongue.Of($"is not a notebook: {why}", $"不是笔记本：{why}");

    public static string HalfSurrogate(string where) => Tongue.Of(
        $"has half a surrogate pair in the string at {where}",
        $"在 {where} 的字符串里有半个代理对（surrogate pair）");

    public static string CutOff(string where) => Tongue.Of(
        $"is cut off: the JSON is not finished at its end, {where}",
        $"被截断了：到末尾（{where}）JSON 还没有结束");

    public static string MergeConflict(string where) => Tongue.Of($"has an unresolved merge conflict at {where}", $"在 {where} 有没解决的合并冲突");

    public static string NoJson(string where, string why) => Tongue.Of($"is not JSON at {where}: {why}", $"在 {where} 不是 JSON：{why}");

    public static string Position(int line, int column) => Tongue.Of($"line {line}, column {column}", $"第 {line} 行第 {column} 列");

    public static string OursNoObject => Tongue.Of("metadata \"asyncbook\" is not an object", "元数据 \"asyncbook\" 不是对象");

    public static string OursNoBool(string key) => Tongue.Of(
        $"metadata \"asyncbook.{key}\" is neither true nor false",
        $"元数据 \"asyncbook.{key}\" 不是 true，也不是 false");

    public static string OursNoList(string key) => Tongue.Of(
        $"metadata \"asyncbook.{key}\" is not a list of texts",
        $"元数据 \"asyncbook.{key}\" 不是文本的列表");

    public static string OursNoText(string key) => Tongue.Of($"metadata \"asyncbook.{key}\" is not text", $"元数据 \"asyncbook.{key}\" 不是文本");

    public static string OursNotOneOf(string key, string text, string names) => Tongue.Of(
        $"metadata \"asyncbook.{key}\" is \"{text}\", not one of {names}",
        $"元数据 \"asyncbook.{key}\" 是 \"{text}\"，不是 {names} 里的一个");

    public static string PredictionForm => Tongue.Of(
        "a prediction is \"### 先猜 ID\", the question, a list \"- A. …\", and <details><summary>…</summary> with \"**B**。\" and \"- A：…\" in it",
        "先猜要这样写：\"### 先猜 ID\"、问题、列表 \"- A. …\"，再加 <details><summary>…</summary>，里面是 \"**B**。\" 和 \"- A：…\"");

    public static string PredictionId(string heading, string metadata) => Tongue.Of(
        $"the heading says {heading}, the metadata \"asyncbook.id\" {metadata}: make them the same",
        $"标题说 {heading}，元数据 \"asyncbook.id\" 说 {metadata}：改成一样");

    public static string PredictionLetters(string letters) => Tongue.Of(
        $"the choices are {letters}: letter them A, B, C … in order",
        $"选项是 {letters}：按顺序写 A、B、C……");

    public static string PredictionAnswer(string answer) => Tongue.Of(
        $"the answer **{answer}** is neither one of the choices nor all of them in an order",
        $"答案 **{answer}** 不是选项里的一个，也不是全部选项的一种排法");

    public static string PredictionWhys(string missing) => Tongue.Of(
        $"explain each wrong choice in a line \"- X：…\", and no other: {missing}",
        $"每个错的选项用一行 \"- X：…\" 解释，别的不用：{missing}");

    public static string PredictionOf => Tongue.Of(
        "the metadata \"asyncbook.of\" does not say which cell it is about",
        "元数据 \"asyncbook.of\" 没有说问的是哪一格");

    public static string NoCheck(string id) => Tongue.Of(
        $"exercise {id} has no cell with the role \"check\"; take the notebook anew from the repository",
        $"练习 {id} 没有角色是 \"check\" 的单元格；请从仓库里重新取这个笔记本");

    public static string NoStub(string id, string path) => Tongue.Of(
        $"exercise {id} has no stub at {path}; take the file anew from the repository",
        $"练习 {id} 没有起点文件 {path}；请从仓库里重新取");

    public static string NoLineEnds(string notebook, int count, string cell) => Tongue.Of(
        $"in {notebook}, {count} of {cell}'s lines lack the \\n at their end, so the next one goes on in the same line; write it into every line but the last",
        $"{notebook} 的 {cell} 有 {count} 行末尾没有 \\n，下一行会接在同一行上；除了最后一行，每一行都要写上");

    public static string NoFolder => Tongue.Of("is not a folder; name the one that holds the notebooks", "不是文件夹；请写笔记本所在的文件夹");

    public static string NoneInFolder => Tongue.Of("holds no notebook (*.ipynb)", "里面没有笔记本（*.ipynb）");
}
