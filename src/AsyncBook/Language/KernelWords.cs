namespace AsyncBook.Language;

/// <summary>What is said of the process in which cells run.</summary>
internal static class KernelWords
{
    public static string PreambleFailed(string notebook, string why) => Tongue.Of(
        $"{notebook}: what it brings in cannot be had: {why}",
        $"{notebook}：它引入的东西没有拿到：{why}");

    public static string NoReason => Tongue.Of("the kernel did not say why", "内核没有说为什么");

    public static string NoEventType => Tongue.Of("an event has a type", "事件要有类型");

    public static string NotReady(int seconds) => Tongue.Of($"the kernel did not get ready within {seconds} s", $"内核 {seconds} 秒之内没有准备好");

    public static string CannotStart(string program, string why) => Tongue.Of(
        $"the kernel cannot be started with '{program}': {why}",
        $"用 {program} 启动不了内核：{why}");

    public static string Ended(int exitCode) => Tongue.Of($"the kernel ended with exit code {exitCode}", $"内核结束了，退出码 {exitCode}");

    public static string NoMemoryLimit(string variable, string said, int least) => Tongue.Of(
        $"{variable} is \"{said}\": write how many megabytes cells may use, {least} or more",
        $"{variable} 是“{said}”：请写单元格最多用多少兆字节，不少于 {least}");

    public static string ClosedOutput => Tongue.Of("the kernel closed its output", "内核关上了它的输出");

    public static string LastSaid(string how, string said) => Tongue.Of($"{how}; it last said: {said}", $"{how}；它最后说：{said}");
}
