namespace AsyncBook.Language;

/// <summary>What is said of notebooks as programs.</summary>
internal static class ExportWords
{
    public static string Description => Tongue.Of(
        """
        Writes notebooks as C# files that run without a kernel: dotnet run FILE.cs (.NET SDK 10.0.400 or later).
        Prose becomes comments, packages and lib files come along, pictures print their words.
        Cells that only a kernel can run are left out, each with the reason. Redis and MySQL are
        looked for where the notebooks look: ASYNCBOOK_REDIS_1, ASYNCBOOK_MYSQL_1 and so on.

        Exit codes:
          0    written
          1    something else is in the place of a file; nothing was written
          2    bad usage, or a notebook that cannot be read or is no program
        """,
        """
        把笔记本写成不要内核的 C# 文件：dotnet run 文件.cs（.NET SDK 10.0.400 或更新）。
        说明变成注释，包和 lib 里的文件一起带上，图印成文字。
        只有内核才能运行的单元格不写进去，并说明原因。Redis 和 MySQL 的地址与笔记本一样，
        取自环境变量 ASYNCBOOK_REDIS_1、ASYNCBOOK_MYSQL_1 等。

        退出码：
          0    写好了
          1    要写的地方已经有别的文件；什么都没有写
          2    用法不对，或者有笔记本读不了、成不了程序
        """);

    public static string Notebooks => Tongue.Of("Notebooks, or folders of them", "笔记本，或者放笔记本的文件夹");

    public static string Out => Tongue.Of("The folder for them; files that no export wrote are left alone", "放在哪个文件夹；不是导出写的文件不动");

    public static string Written(string file) => Tongue.Of($"{file}: dotnet run {file}", $"{file}：用 dotnet run {file} 运行");

    public static string Taken(string place) => Tongue.Of(
        $"{place} is not of asyncbook's making, and stays as it is; move it away, or name another folder with --out",
        $"{place} 不是 asyncbook 写的，没有动它；请把它移走，或者用 --out 换一个文件夹");

    public static string CannotBeRead(string notebook, string cell, string why) => Tongue.Of(
        $"{notebook}, cell {cell}: this is no C# that can stand in a program: {why}",
        $"{notebook} 的单元格 {cell} 放不进程序：{why}");

    public static string TooDeep(string notebook, string cell, int deepest) => Tongue.Of(
        $"{notebook}, cell {cell}: its brackets stand more than {deepest} deep in one another; close them, or split the cell",
        $"{notebook} 的单元格 {cell}：括号套了 {deepest} 层以上；请补上右括号，或者把这一格拆开");

    public static string TooSlow(string notebook, string cell, double seconds) => Tongue.Of(
        $"{notebook}, cell {cell}: the compiler has not read it within {seconds:0.###} s; make it shorter, or split it",
        $"{notebook} 的单元格 {cell}：编译器 {seconds:0.###} 秒之内没有读完；请改短，或者拆开");

    public static string CannotBeImported(string notebook, string file) => Tongue.Of(
        $"{notebook}: #!import {file}: there is no such C# file, and only C# files can come along",
        $"{notebook}：#!import {file}：没有这个 C# 文件，而能带上的只有 C# 文件");

    public static string NothingToRun(string notebook) => Tongue.Of($"{notebook}: no cell of it runs, so there is no program in it", $"{notebook}：没有要运行的单元格，写不成程序");

    public static string TypesOf(string cell) => Tongue.Of($"types of {cell}", $"{cell} 的类型");

    public static string NotInTheProgram(string cell, string why) => Tongue.Of($"{cell}: not part of the program: {why}", $"{cell}：不在程序里：{why}");

    public static string Without(string notebook, string cell, string why) => Tongue.Of(
        $"  {notebook}, cell {cell} is not part of the program: {why}",
        $"  {notebook} 的单元格 {cell} 不在程序里：{why}");

    public static string OtherLanguage(string language) => Tongue.Of($"it is written in {language}, and a program in C#", $"它是用 {language} 写的，程序里只有 C#");

    public static string LaterRuntime => Tongue.Of("it needs .NET 11, and the program is made for .NET 10", "它要 .NET 11，程序是给 .NET 10 的");

    public static string NeverRun => Tongue.Of("it is marked as never run (skip-execution)", "它标明了不运行（skip-execution）");

    public static string EndsInAnException => Tongue.Of("it ends in an exception on purpose (raises-exception), and so would the program", "它故意以异常结束（raises-exception），程序会停在那里");

    public static string KernelOnly(string what) => Tongue.Of($"it uses {what}, which only a kernel has", $"它用了 {what}，只有内核里才有");

    public static string UsesWhatIsLeftOut(string name, string cell) => Tongue.Of($"it uses {name} of cell {cell}, which is not part of it either", $"它用了单元格 {cell} 的 {name}，那一格也不在程序里");
}
