namespace AsyncBook.Language;

/// <summary>What the doctor says of a machine.</summary>
internal static class DoctorWords
{
    public static string Description => Tongue.Of(
        """
        Looks at what the notebooks need, says what is here, and for the rest the command that mends it.

        Exit codes:
          0    all that 'run' needs is here
          1    something is missing: notebooks that need it will be skipped
          2    bad usage, or notebooks that cannot be read
        """,
        """
        看看笔记本要用的东西：有什么，缺的用哪条命令补。

        退出码：
          0    run 要用的都有
          1    缺了东西：要用它的笔记本会跳过
          2    用法不对，或者有笔记本读不了
        """);

    public static string Paths => Tongue.Of(
        "Notebooks, or folders of them, whose packages are looked for [default: notebooks]",
        "要找哪些笔记本的包：笔记本，或者放笔记本的文件夹 [默认：notebooks]");

    public static string Json => Tongue.Of("For a program to read, in English", "给程序读，用英文");

    public static string What => Tongue.Of("what", "找什么");

    public static string Found => Tongue.Of("found", "找到什么");

    public static string ToMendIt => Tongue.Of("to mend it", "怎么补");

    public static string SeeBelow(int number) => Tongue.Of($"see [{number}] below", $"见下面的 [{number}]");

    public static string Ready => Tongue.Of("ready: all that the notebooks need is here", "齐了：笔记本要用的都有");

    public static string MissingCount(int count) => Tongue.Of(
        $"{count} missing: notebooks that need it will be skipped",
        $"缺 {count} 样：要用它的笔记本会跳过");

    public static string Ok => Tongue.Of("ok", "有");

    public static string Missing => Tongue.Of("missing", "缺");

    public static string Broken => Tongue.Of("broken", "坏了");

    public static string Optional => Tongue.Of("optional", "可有可无");

    public static string Looking => Tongue.Of("looking …", "正在看……");

    public static string NoAnswer(double seconds) => Tongue.Of($"no answer within {seconds:0} s", $"{seconds:0} 秒内没有回应");

    public static string LookAtNetwork => Tongue.Of("look at the network, then run it again", "看看网络，再运行一次");

    public static string BuiltinKernel => Tongue.Of("built-in kernel", "自带的内核");

    public static string JupyterKernel => Tongue.Of("kernel .NET (C#)", "内核 .NET (C#)");

    public static string ChineseFont => Tongue.Of("Chinese font", "中文字体");

    public static string Python => Tongue.Of("python3 with uvloop", "python3 和 uvloop");

    public static string InstallSdk => Tongue.Of(
        "install the .NET SDK, 10 or later: https://dotnet.microsoft.com/download",
        "请装 .NET SDK，10 或更高：https://dotnet.microsoft.com/download");

    public static string NoDotnet => Tongue.Of("no dotnet on the PATH", "PATH 里没有 dotnet");

    public static string SdkIs(string version, string runtime) => Tongue.Of(
        $"{version} (10 or later is needed); this runs on .NET {runtime}",
        $"{version}（要 10 或更高）；现在运行在 .NET {runtime} 上");

    public static string NoSdk(string runtime) => Tongue.Of(
        $"none that runs, only the runtime .NET {runtime}",
        $"没有能用的，只有运行时 .NET {runtime}");

    public static string AnswersAfter(double seconds) => Tongue.Of($"answers after {seconds:0.0} s", $"{seconds:0.0} 秒后有回应");

    public static string NotRestored => Tongue.Of(
        "not restored; VS Code brings its own, Jupyter needs it",
        "还没有还原；Jupyter 要用它，VS Code 自己带");

    public static string NoCode => Tongue.Of(
        "no 'code' on the PATH; JupyterLab and the command line do as well",
        "PATH 里没有 code；用 JupyterLab 或者命令行也可以");

    public static string WithJupyter => Tongue.Of("with the Jupyter extension", "装了 Jupyter 扩展");

    public static string WithoutJupyter => Tongue.Of("without the Jupyter extension", "没有装 Jupyter 扩展");

    public static string KernelNotInstalled => Tongue.Of(
        "not installed; VS Code with the Jupyter extension, and JupyterLab, need it",
        "没有装；VS Code 的 Jupyter 扩展和 JupyterLab 要用它");

    public static string PolyglotNotUsed => Tongue.Of(
        "not used here, and not needed: the Jupyter extension does as well",
        "这里没有用，也不需要：有 Jupyter 扩展就够了");

    public static string PolyglotStarts(string folders) => Tongue.Of(
        $"starts (no more updates since 27 March 2026), in {folders}",
        $"能启动（2026 年 3 月 27 日以后不再更新），在 {folders}");

    public static string PolyglotBroken(string manifest) => Tongue.Of(
        $"has no kernel from its second start on: {manifest} stands beside .config, where the SDK puts it since 10.0.102, not inside, "
        + "where the extension looks. Move it, then run 'Developer: Reload Window' in VS Code",
        $"从第二次启动起没有内核：SDK 从 10.0.102 起把 {manifest} 放在 .config 旁边，扩展却到里面去找。"
        + "把它移进去，然后在 VS Code 里运行 Developer: Reload Window");

    public static string HereFrom(string source) => Tongue.Of($"here, from {source}", $"有，来自 {source}");

    public static string RestoredFrom(string? source) => Tongue.Of(
        $"restored just now, from {source ?? "a source unknown"}",
        $"刚刚还原，来自 {source ?? "不知道哪个源"}");

    public static string FeedSilent(string feed) => Tongue.Of(
        $"not here, and the package feed {feed} does not answer",
        $"没有，下载源 {feed} 也没有回应");

    public static string GoOnline => Tongue.Of(
        "connect to the internet once, or add a source that has it: dotnet nuget add source URL",
        "联一次网，或者加一个有它的源：dotnet nuget add source URL");

    public static string EngineAnswers => Tongue.Of("an engine with Compose answers", "Docker 和 Compose 有回应");

    public static string NoEngine => Tongue.Of(
        "no engine answers; this machine's own servers do as well",
        "Docker 没有回应；用这台机器自己的服务器也可以");

    public static string InstallDocker => Tongue.Of("install Docker, then: docker compose up -d --wait", "请装 Docker，然后：docker compose up -d --wait");

    public static string ServerAt(string version, string where, double milliseconds) => Tongue.Of(
        $"{version} at {where}, after {milliseconds:0.0} ms",
        $"{version}，在 {where}，{milliseconds:0.0} 毫秒");

    public static string TakenPort(string variable) => Tongue.Of(
        $"free the port, or set {variable} to another address",
        $"让出这个端口，或者把 {variable} 设成别的地址");

    public static string Nobody(string where) => Tongue.Of($"nobody at {where}", $"{where} 没有人回应");

    public static string RunStartsIt(string where, string program) => Tongue.Of(
        $"nobody at {where}; 'run' starts {program} itself",
        $"{where} 没有人回应；run 会自己启动 {program}");

    public static string StartDockerOrInstall(string program) => Tongue.Of(
        $"docker compose up -d --wait, or: sudo apt-get install {program}",
        $"docker compose up -d --wait，或者：sudo apt-get install {program}");

    public static string OrBring(string command, string program) => Tongue.Of(
        $", or: {command}  (fetches {program} from NuGet, 116 MB, once)",
        $"，或者：{command}（从 NuGet 下载 {program}，116 MB，只有一次）");

    public static string ComesWithSystem => Tongue.Of("comes with the system", "系统自带");

    public static string NoFont => Tongue.Of("none known to fontconfig: pictures show boxes", "fontconfig 一个也不知道：图里的汉字会是方框");

    public static string NoPython => Tongue.Of("not here: 1.9 shows stored figures instead", "没有：1.9 用存下来的数字");
}
