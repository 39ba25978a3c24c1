namespace AsyncBook.Language;

/// <summary>What is said of the learner's exercises.</summary>
internal static class ExerciseWords
{
    public static string Description => Tongue.Of(
        """
        Shows which exercises there are and how far each is, or works on them without an editor for notebooks.

          exercises                     the list; an answer that was changed since its check is checked now
          exercises 1.4-a               writes exercises/1.4-a.cs: the task, the stub, the hints folded behind it
          exercises check 1.4-a         checks that answer alone
          exercises hint 1.4-a          the next hint
          exercises next                the first one that is not solved
          exercises --watch [1.4-a]     checks on every save, then goes on to the next

        File and notebook hold the same answer: whichever was changed goes into the other, and where both were, both are kept.
        A verdict belongs to the very text that was checked. A reset keeps your answer in a file of its own and says where.

        Exit codes:
          0    done; 'check': passed
          1    'check': not right yet, or not begun
          2    bad usage, an exercise that does not exist, or a notebook that cannot be read
          3    'check': what the exercise needs is not here
        """,
        """
        列出有哪些练习，做到哪里了；不用笔记本编辑器，也能做练习。

          exercises                     列出来；检查过以后又改了的答案，现在就检查
          exercises 1.4-a               写出 exercises/1.4-a.cs：题目、要补全的代码，提示折叠在后面
          exercises check 1.4-a         只检查这一个答案
          exercises hint 1.4-a          下一条提示
          exercises next                第一个还没有通过的
          exercises --watch [1.4-a]     存盘就检查，通过了就到下一题

        文件和笔记本里是同一个答案：哪边改了，就写进另一边；两边都改了，两边都留着。
        检查的结果只属于检查过的那段代码。从头来的时候，你的答案收在一个文件里，它会说在哪里。

        退出码：
          0    好了；check：通过
          1    check：还不对，或者还没有做
          2    用法不对，没有这个练习，或者有笔记本读不了
          3    check：这里没有这个练习要用的东西
        """);

    public static string Words => Tongue.Of(
        "Exercises such as 1.4-a; notebooks, or folders of them [default: notebooks]",
        "练习，比如 1.4-a；笔记本，或者放笔记本的文件夹 [默认：notebooks]");

    public static string Reset => Tongue.Of("Put the stub of this exercise back (may be given several times)", "让这个练习从头来（可以写几次）");

    public static string All => Tongue.Of("Put every stub back", "所有的练习都从头来");

    public static string Watch => Tongue.Of("Check on every save, then go on to the next exercise", "存盘就检查，通过了就到下一题");

    public static string CheckOnly => Tongue.Of("Checks answers alone, about a second each", "只检查答案，一个大约一秒");

    public static string HintOnly => Tongue.Of("Shows the next hint", "显示下一条提示");

    public static string Next => Tongue.Of("Writes the file of the first exercise that is not solved", "写出第一个还没有通过的练习的文件");

    public static string NotBegun => Tongue.Of("not begun", "未开始");

    public static string Begun => Tongue.Of("begun, not checked", "已动手，还没检查");

    public static string NotYet => Tongue.Of("not yet", "还不对");

    public static string Solved => Tongue.Of("solved", "通过");

    public static string[] Columns => Tongue.Of("exercise|what|state|the check says", "练习|内容|状态|检查说").Split('|');

    public static string Keys => Tongue.Of(
        "Saving the file checks it. h Enter: the next hint; n Enter: the next exercise; Enter: check again; q Enter: end",
        "存盘就检查。h 回车：下一条提示；n 回车：下一题；回车：再检查一次；q 回车：结束");

    public static string AllSolved => Tongue.Of("all exercises are solved", "练习都通过了。");

    public static string Count(int solved, int notYet, int notBegun) => Tongue.Of(
        $"exercises: {solved} passed, {notYet} not yet, {notBegun} not begun",
        $"练习：{solved} 个通过，{notYet} 个还不对，{notBegun} 个未开始");

    public static string SolvedOf(int solved, int all) => Tongue.Of($"{solved} of {all} solved", $"{all} 个练习，通过 {solved} 个");

    public static string Unknown(string ids, string known) => Tongue.Of($"no exercise {ids}; there are: {known}", $"没有练习 {ids}；有的是：{known}");

    public static string Checking(string id) => Tongue.Of($"checking {id} …", $"正在检查 {id} …");

    public static string CannotCheck(string id, string why) => Tongue.Of($"{id} cannot be checked here: {why}", $"{id} 这里检查不了：{why}");

    public static string IsStub(string id) => Tongue.Of($"{id}: holds its stub already", $"{id}：本来就是题目原样");

    public static string WasReset(string id, string notebook, string kept) => Tongue.Of(
        $"{id}: reset in {notebook}; your answer is kept in {kept}",
        $"{id}：{notebook} 里恢复成题目原样；你的答案收在 {kept}");

    public static string WriteHere(string id, string title, string file) => Tongue.Of($"{id} {title}: write it in {file}", $"{id} {title}：写在 {file}");

    public static string IntoFile(string id, string notebook, string file) => Tongue.Of($"{id}: the answer in {notebook} was put into {file}", $"{id}：{notebook} 里的答案写进了 {file}");

    public static string IntoNotebook(string id, string notebook, string file) => Tongue.Of($"{id}: the answer in {file} was put into {notebook}", $"{id}：{file} 里的答案写进了 {notebook}");

    public static string Both(string id, string kept) => Tongue.Of(
        $"{id}: both the file and the notebook were changed. The file's answer is used; the notebook's is kept in {kept}",
        $"{id}：文件和笔记本两边都改过。用文件里的；笔记本里的收在 {kept}");

    public static string Printed => Tongue.Of("it printed:", "它打印了：");

    public static string Hint(int number, int all) => Tongue.Of($"hint {number} of {all}", $"提示 {number}/{all}");

    public static string NoMoreHints(string id, string notebook) => Tongue.Of(
        $"{id} has no more hints; the reference answer is folded in {notebook}",
        $"{id} 的提示看完了；参考答案折叠在 {notebook} 里");
}
