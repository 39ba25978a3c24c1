using System.Globalization;

namespace AsyncBook.Commands.Language;

/// <summary>What the commands about exercises say, in Chinese where the user's language is Chinese, in English elsewhere.</summary>
internal static class ExerciseWords
{
    private static readonly string[] _variables = ["ASYNCBOOK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];

    private static bool IsChinese =>
        (_variables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => value is { Length: > 0 })
            ?? CultureInfo.CurrentUICulture.Name).StartsWith("zh", StringComparison.OrdinalIgnoreCase);

    public static string NotBegun => Say("未开始", "not begun");

    public static string Begun => Say("已动手，还没检查", "begun, not checked");

    public static string NotYet => Say("还不对", "not yet");

    public static string Solved => Say("通过", "solved");

    public static string[] Columns => Say("练习|内容|状态|检查说", "exercise|what|state|the check says").Split('|');

    public static string Keys => Say("存盘就检查。h 回车：下一条提示；n 回车：下一题；回车：再检查一次；q 回车：结束",
        "Saving the file checks it. h Enter: the next hint; n Enter: the next exercise; Enter: check again; q Enter: end");

    public static string AllSolved => Say("练习都通过了。", "all exercises are solved");

    public static string Count(int solved, int notYet, int notBegun) => Say(
        $"练习：{solved} 个通过，{notYet} 个还不对，{notBegun} 个未开始", $"exercises: {solved} passed, {notYet} not yet, {notBegun} not begun");

    public static string SolvedOf(int solved, int all) => Say($"{all} 个练习，通过 {solved} 个", $"{solved} of {all} solved");

    public static string Unknown(string ids, string known) => Say($"没有练习 {ids}；有的是：{known}", $"no exercise {ids}; there are: {known}");

    public static string Checking(string id) => Say($"正在检查 {id} …", $"checking {id} …");

    public static string CannotCheck(string id, string why) => Say($"{id} 这里检查不了：{why}", $"{id} cannot be checked here: {why}");

    public static string IsStub(string id) => Say($"{id}：本来就是题目原样", $"{id}: holds its stub already");

    public static string WasReset(string id, string notebook, string kept) => Say(
        $"{id}：{notebook} 里恢复成题目原样；你的答案收在 {kept}", $"{id}: reset in {notebook}; your answer is kept in {kept}");

    public static string WriteHere(string id, string title, string file) => Say($"{id} {title}：写在 {file}", $"{id} {title}: write it in {file}");

    public static string IntoFile(string id, string notebook, string file) => Say($"{id}：{notebook} 里的答案写进了 {file}", $"{id}: the answer in {notebook} was put into {file}");

    public static string IntoNotebook(string id, string notebook, string file) => Say($"{id}：{file} 里的答案写进了 {notebook}", $"{id}: the answer in {file} was put into {notebook}");

    public static string Both(string id, string kept) => Say(
        $"{id}：文件和笔记本两边都改过。用文件里的；笔记本里的收在 {kept}", $"{id}: both the file and the notebook were changed. The file's answer is used; the notebook's is kept in {kept}");

    public static string Printed => Say("它打印了：", "it printed:");

    public static string Hint(int number, int all) => Say($"提示 {number}/{all}", $"hint {number} of {all}");

    public static string NoMoreHints(string id, string notebook) => Say(
        $"{id} 的提示看完了；参考答案折叠在 {notebook} 里", $"{id} has no more hints; the reference answer is folded in {notebook}");

    private static string Say(string chinese, string english) => IsChinese ? chinese : english;
}
