namespace AsyncBook.Language;

/// <summary>What is said of tracing one cell.</summary>
internal static class TraceWords
{
    public static string Description => Tongue.Of(
        """
        Runs a notebook as far as a cell and prints that cell's steps, a line each.

        Functions of cells before it are followed where those cells are marked "asyncbook": {"trace": true}.

        Exit codes:
          0    the cell ran
          1    it failed, or a cell before it did
          2    bad usage, no such cell, or a notebook that cannot be read
        """,
        """
        把笔记本运行到某一格，打印这一格的步骤，一步一行。

        前面的格里的函数，只有那一格标了 "asyncbook": {"trace": true} 才跟进去。

        退出码：
          0    这一格运行了
          1    它失败了，或者前面的一格失败了
          2    用法不对，没有这一格，或者有笔记本读不了
        """);

    public static string Cell => Tongue.Of(
        "Which cell: NOTEBOOK#CELL, as in notebooks/1.4-task.ipynb#port-hot",
        "哪一格：笔记本#格，比如 notebooks/1.4-task.ipynb#port-hot");

    public static string Json => Tongue.Of("As JSON: the schema is in data/traces/README.md", "用 JSON：格式见 data/traces/README.md");

    public static string NamesNoCell(string place) => Tongue.Of(
        $"{place}: names no cell; write NOTEBOOK#CELL, as in notebooks/1.4-task.ipynb#port-hot",
        $"{place}：没有写哪一格；请写成 笔记本#格，比如 notebooks/1.4-task.ipynb#port-hot");

    public static string NoNotebook(string path) => Tongue.Of($"{path}: there is no such notebook", $"{path}：没有这个笔记本");

    public static string NoCell(string path, string id, string known) => Tongue.Of(
        $"{path}: has no code cell '{id}'; it has {known}",
        $"{path}：没有代码格“{id}”；有这些：{known}");

    public static string OnlyDeclares(string place) => Tongue.Of(
        $"{place}: only declares, so it has no steps; trace a cell that calls it",
        $"{place}：只有声明，没有步骤；请追踪调用它的那一格");
}
