namespace AsyncBook.Language;

/// <summary>What the command line says of itself and of how it is used.</summary>
internal static class CommandWords
{
    public static string Tool => Tongue.Of(
        "Runs, checks and publishes the AsyncBook notebooks without an editor.",
        "不用编辑器，就能运行、检查、发布 AsyncBook 的笔记本。");

    public static string Stopped => Tongue.Of("stopped", "停下了");

    public static string HaveALook => Tongue.Of("What it can do:", "能做什么：");

    public static string OpenBrowser => Tongue.Of("open the notebooks in the browser, to read and to run", "在浏览器里打开笔记本，读，改，运行");

    public static string RunOne => Tongue.Of("run one notebook and see what each cell prints", "运行一个笔记本，看每一格打印什么");

    public static string RunAll => Tongue.Of("run all of them", "全部运行");

    public static string ShowExercises => Tongue.Of("which exercises are there, and which you have solved", "有哪些练习，哪些做完了");

    public static string MakeBook => Tongue.Of("make a site of the notebooks, to read and to project", "把笔记本做成网站，用来读，也用来投影");

    public static string LookAround => Tongue.Of("what is here, what is missing, and how to get it", "有什么，缺什么，怎么补");

    public static string StartServers => Tongue.Of("start Redis and MySQL for 2.1 to 2.4", "启动 2.1 到 2.4 要用的 Redis 和 MySQL");

    public static string MakeBundle => Tongue.Of("pack everything for a room without a network", "打一个包，没有网的教室也能用");

    public static string Notebooks => Tongue.Of("Notebooks, or folders of them [default: notebooks]", "笔记本，或者放笔记本的文件夹 [默认：notebooks]");

    public static string NotebooksFolder => Tongue.Of("The folder of the notebooks", "放笔记本的文件夹");

    public static string SeeHelp(string command) => Tongue.Of($"see: {command}", $"用法见：{command}");

    public static string MoreHelp(string command) => Tongue.Of($"Every command explains itself: {command}", $"每条命令都有说明：{command}");

    public static string NoChoice(string value, string option, string choices) => Tongue.Of(
        $"'{value}' is none of {option}'s values: {choices}",
        $"{option} 不能是“{value}”，只能是：{choices}");

    public static string UnknownOption(string option) => Tongue.Of($"unknown option '{option}'", $"没有选项“{option}”");

    public static string Exclude(string one, string other) => Tongue.Of($"{one} and {other} exclude each other", $"{one} 和 {other} 不能一起用");

    public static string NotAFolder(string path) => Tongue.Of(
        $"{path}: is not a folder; name the one that holds the notebooks",
        $"{path}：不是文件夹；请写放笔记本的那个文件夹");

    public static string NoNotebooksHere(string folder) => Tongue.Of(
        $"no such file or folder; looked in {folder}. Go to the folder of the AsyncBook repository first (cd …), or name the notebooks",
        $"没有这个文件或文件夹；在 {folder} 里找过。请先进入 AsyncBook 仓库的文件夹（cd …），或者写出笔记本的路径");

    public static string NoNotebookIn => Tongue.Of("holds no notebook (*.ipynb)", "里面没有笔记本（*.ipynb）");

    public static string Errata => Tongue.Of(
        """
        For those who change a notebook: makes reference/errata.ipynb anew, from the 勘误 of all notebooks.

        Exit codes:
          0    up to date, or written
          1    out of date (--check)
          2    bad usage, or a notebook that cannot be read
        """,
        """
        给改笔记本的人：从所有笔记本的“勘误”重新做出 reference/errata.ipynb。

        退出码：
          0    已经是最新，或者写好了
          1    不是最新（--check）
          2    用法不对，或者有笔记本读不了
        """);

    public static string ErrataCheck => Tongue.Of("Only say whether the page is up to date", "只说这一页是不是最新");

    public static string UpToDate(string path) => Tongue.Of($"{path}: up to date", $"{path}：已经是最新");

    public static string OutOfDate(string path, string command) => Tongue.Of(
        $"{path}: out of date; renew it with: {command}",
        $"{path}：不是最新；重新做：{command}");

    public static string Written(string path) => Tongue.Of($"{path}: written", $"{path}：写好了");

    public static string EmptyArgument => Tongue.Of("an argument is empty: is a variable without a value?", "有一个参数是空的：是不是有个变量没有值？");

    public static string IsFolder(string path) => Tongue.Of($"{path} is a folder, not a file", $"{path} 是文件夹，不是文件");

    public static string IsNoFile(string path) => Tongue.Of($"{path} is no ordinary file", $"{path} 不是普通文件");

    public static string NotOurs(string path) => Tongue.Of(
        $"{path} is there already and is none that this command wrote: name another file, or move that one away",
        $"{path} 已经有了，不是这个命令以前写的：换一个名字，或者先把它移走");

    public static string NobodyReads(string path, int seconds) => Tongue.Of(
        $"nobody reads from {path}: after {seconds} s nothing was written",
        $"没有人从 {path} 读：等了 {seconds} 秒，什么都没有写");
}
