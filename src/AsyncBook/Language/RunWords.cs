namespace AsyncBook.Language;

/// <summary>What is said of a run: before, meanwhile and after.</summary>
internal static class RunWords
{
    public static string Description => Tongue.Of(
        """
        Runs notebooks from top to bottom, each in a fresh kernel process.

        Exit codes:
          0    all passed (skipped cells are named, and allowed; so is an exercise that is not begun, or not right yet)
          1    a cell failed, or differs from its stored output under --check; an exercise is not passed under --exercises
          2    bad usage, or a notebook that cannot be read
          3    cells were skipped and ASYNCBOOK_REQUIRE is "all"
          130  stopped by Ctrl+C

        Environment:
          ASYNCBOOK_REQUIRE=all   a skipped cell is a failure
          ASYNCBOOK_CACHE         where restored package sets are remembered
          ASYNCBOOK_MEMORY=2048   megabytes that a notebook's cells may use
          ASYNCBOOK_LANG=zh|en    the language of what is said
          NO_COLOR                plain lines, no live view
        """,
        """
        从头到尾运行笔记本，每一本用一个新的内核进程。

        退出码：
          0    全部通过（跳过的格会说出来，不算失败；练习还没做、还不对，也不算）
          1    有一格失败了，或者 --check 时和存下来的输出不一样；写了 --exercises，而有练习没有通过
          2    用法不对，或者有笔记本读不了
          3    有格跳过了，而 ASYNCBOOK_REQUIRE 是 all
          130  被 Ctrl+C 停下

        环境变量：
          ASYNCBOOK_REQUIRE=all   跳过也算失败
          ASYNCBOOK_CACHE         记住还原过的包的地方
          ASYNCBOOK_MEMORY=2048   一本笔记本的单元格最多用多少兆字节内存
          ASYNCBOOK_LANG=zh|en    说哪种语言
          NO_COLOR                只打印普通的行，不刷新
        """);

    public static string Timeout => Tongue.Of("Seconds a cell may take; restoring packages does not count", "一格最多几秒；还原包的时间不算");

    public static string TimeoutRange => Tongue.Of("--timeout takes seconds, more than 0 and at most 86400", "--timeout 要写秒数，大于 0，不超过 86400");

    public static string Jobs => Tongue.Of("Notebooks to run at once", "同时运行几本");

    public static string JobsRange => Tongue.Of("--jobs takes a number from 1 to 64", "--jobs 要写 1 到 64 的数");

    public static string Kernel => Tongue.Of(
        "builtin: AsyncBook's own; interactive: .NET Interactive, once 'dotnet tool restore' has brought it",
        "builtin：AsyncBook 自己的；interactive：.NET Interactive，先运行一次 dotnet tool restore");

    public static string Save => Tongue.Of("Store the outputs of cells whose normalised output changed", "输出变了的格，存下新的输出");

    public static string Check => Tongue.Of("Compare with the stored outputs; a difference is a failure", "和存下来的输出比；不一样就是失败");

    public static string Trace => Tongue.Of("Run every cell traced: its output has to stay the same", "每一格都带追踪运行：输出必须不变");

    public static string StepsDiffer => Tongue.Of("its steps differ from the stored ones (- stored, + now):", "步骤和存下来的不一样（- 存下来的，+ 现在的）：");

    public static string Verbose => Tongue.Of("Show each cell's title and output as it happens", "边运行边显示每一格的标题和输出");

    public static string Exercises => Tongue.Of("An exercise that is not passed is a failure", "练习没有通过，也算失败");

    public static string NotRemembered(string why) => Tongue.Of(
        $"what the checks said is not remembered: {why}",
        $"检查说的没有记下来：{why}");

    public static string Trx => Tongue.Of("Also write the results as a VSTest TRX file", "结果另写一份 VSTest 的 TRX 文件");

    public static string Passed => Tongue.Of("passed", "通过");

    public static string Failed => Tongue.Of("failed", "失败");

    public static string Skipped => Tongue.Of("skipped", "跳过");

    public static string NotRun => Tongue.Of("not run", "没有运行");

    public static string Running => Tongue.Of("running", "正在跑");

    public static string StartingKernel => Tongue.Of("starting the kernel", "正在启动内核");

    public static string RestoringPackages => Tongue.Of("restoring packages", "正在还原包");

    public static string Hint => Tongue.Of("hint", "提示");

    public static string Warning => Tongue.Of("warning", "注意");

    public static string HadPrinted => Tongue.Of("it had printed:", "在这之前打印了：");

    public static string PrintedLate => Tongue.Of(
        "printed this after its cell had ended; a cell awaits all it starts:",
        "在单元格结束以后还打印了下面这些；一格要等完它启动的一切：");

    public static string Late => Tongue.Of("(after its cell ended)", "（它的单元格已经结束）");

    public static string Notebook => Tongue.Of("notebook", "笔记本");

    public static string Cells => Tongue.Of("cells", "格");

    public static string Time => Tongue.Of("time", "用时");

    public static string Result => Tongue.Of("result", "结果");

    public static string CellCount(int count) => Tongue.Of($"{count} cells", $"{count} 格");

    public static string AndCountOf(int count, string state) => Tongue.Of($", {count} {state}", $"，{count} 格{state}");

    public static string CountOfNotebooks(int count, string state) => Tongue.Of($"{count} {state}", $"{count} 本{state}");

    public static string Total(int passed, int failed, int skipped, string what) => Tongue.Of(
        $"{passed} {what} passed, {failed} failed, {skipped} skipped",
        $"{what}：{passed} 通过，{failed} 失败，{skipped} 跳过");

    public static string NotebooksTotal => Tongue.Of("notebooks", "笔记本");

    public static string Progress(int ended, int running, int waiting, string time) => Tongue.Of(
        $"{ended} ended, {running} running, {waiting} waiting · {time}",
        $"跑完 {ended} 本，正在跑 {running} 本，{waiting} 本等着 · {time}");

    public static string MoreEnded(int count, string states) => Tongue.Of($"… and {count} more ended: {states}", $"……另有 {count} 本跑完了：{states}");

    public static string AndMoreCells(int count) => Tongue.Of($"… ({count} cells)", $"……（共 {count} 格）");

    public static string NeedsLinux => Tongue.Of("needs Linux", "要在 Linux 上运行");

    public static string NeedsDotnet11(string version) => Tongue.Of($"needs .NET 11; this is .NET {version}", $"要用 .NET 11；现在是 .NET {version}");

    public static string NeedsPython => Tongue.Of("needs python3 on the PATH", "PATH 里要有 python3");

    public static string UnknownNeed(string need) => Tongue.Of(
        $"needs '{need}', which asyncbook does not know (it knows linux, python, redis, mysql, dotnet-11)",
        $"要用“{need}”，asyncbook 不认识（认识的是 linux、python、redis、mysql、dotnet-11）");

    public static string PrintedTooMuch(int millions) => Tongue.Of(
        $"it printed and showed more than {millions} million characters, so its kernel was ended",
        $"它打印和显示的超过了 {millions * 100} 万个字符，内核被结束了");

    public static string TookTooLong(double seconds) => Tongue.Of(
        $"it did not end within {seconds:0.###} s (--timeout), so its kernel was ended",
        $"它 {seconds:0.###} 秒内没有结束（--timeout），内核被结束了");

    public static string NeededMoreMemory(string cell, int megabytes, string variable) => Tongue.Of(
        $"cell {cell} needed more than {megabytes} MB of memory ({variable} sets the limit)",
        $"单元格 {cell} 要用的内存超过了 {megabytes} MB（用 {variable} 改这个上限）");

    public static string DidNotStop => Tongue.Of("its code did not stop when asked to, so its kernel was ended", "它的代码叫不停，内核被结束了");

    public static string OtherLanguage(string language) => Tongue.Of($"is {language}; only C# is run", $"是 {language}；只运行 C#");

    public static string Tagged(string tag) => Tongue.Of($"is tagged {tag}", $"带着标签 {tag}");

    public static string FailedBefore(string cell) => Tongue.Of($"not run: {cell} failed before it", $"没有运行：前面的 {cell} 失败了");

    public static string Differs => Tongue.Of("differs from the stored output (- stored, + now):", "和存下来的输出不一样（- 存下来的，+ 现在的）：");

    public static string MoreLines(int count) => Tongue.Of($"… {count} lines …", $"……省略 {count} 行……");

    public static string PictureDiffers => Tongue.Of("a picture differs, has come or has gone", "有图变了、多了或者少了");

    public static string PictureTextDiffers => Tongue.Of("the picture's text differs (its shapes are not compared)", "图里的文字变了（形状不比较）");

    public static string LinesLeftOut(int count) => Tongue.Of($"  … and {count} more lines", $"  ……还有 {count} 行");
}
