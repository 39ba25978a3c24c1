namespace AsyncBook.Language;

/// <summary>What is said of the learner's exercises.</summary>
internal static class ExerciseWords
{
    public static string Description => Tongue.Of(
        """
        Shows which exercises there are and which you have solved, or begins some again.

        What it says comes from the notebooks' own cells: save the notebook in your editor first.
        A reset keeps your answer in a file of its own and says where; close the notebook in the editor, or reload it afterwards.

        Exit codes:
          0    done
          2    bad usage, an exercise that does not exist, or a notebook that cannot be read
        """,
        """
        列出有哪些练习，哪些做完了；也可以让某个练习从头来。

        它说的都来自笔记本自己的单元格：先在编辑器里保存笔记本。
        从头来的时候，你的答案收在一个文件里，它会说在哪里；先在编辑器里关上笔记本，或者之后重新打开。

        退出码：
          0    好了
          2    用法不对，没有这个练习，或者有笔记本读不了
        """);

    public static string Reset => Tongue.Of("Put the stub of this exercise back (may be given several times)", "让这个练习从头来（可以写几次）");

    public static string All => Tongue.Of("Put every stub back", "所有的练习都从头来");

    public static string Exercise => Tongue.Of("exercise", "练习");

    public static string What => Tongue.Of("what", "做什么");

    public static string State => Tongue.Of("state", "状态");

    public static string CheckSays => Tongue.Of("the check says", "检查说");

    public static string NotStarted => Tongue.Of("not started", "还没开始");

    public static string Begun => Tongue.Of("begun, run its check", "开始了，请运行检查");

    public static string NotYet => Tongue.Of("not yet", "还不对");

    public static string Solved => Tongue.Of("solved", "做完了");

    public static string Count(int solved, int all) => Tongue.Of($"{solved} of {all} solved", $"{all} 个练习，做完了 {solved} 个");

    public static string HoldsStub(string id) => Tongue.Of($"{id}: holds its stub already", $"{id}：本来就没有动过");

    public static string WasReset(string id, string notebook, string kept) => Tongue.Of(
        $"{id}: reset in {notebook}; your answer is kept in {kept}",
        $"{id}：{notebook} 里从头来了；你的答案收在 {kept}");

    public static string Unknown(string ids, string known) => Tongue.Of($"no exercise {ids}; there are: {known}", $"没有练习 {ids}；有这些：{known}");
}
