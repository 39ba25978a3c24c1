using System.Text.RegularExpressions;

namespace AsyncBook.Outputs;

/// <summary>Puts a name in the place of what differs between runs or machines, and of nothing else.</summary>
internal sealed partial class VaryingText
{
    private const string PathStart = "(?:file://|(?<![A-Za-z0-9_.~/-]))";

    private const string HostStart = "(?<![A-Za-z0-9.-])";

    private const string PathCharacters = @"[^\s""'<>|*?,;:()\[\]{}\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF“”‘’]";

    private static readonly Regex? _ownTemporaryFolder = OwnTemporaryFolder(Path.GetTempPath());

    // A GUID may look like durations, a path may hold a GUID, an address holds a port: the widest go first.
    private static readonly (Regex Pattern, string Replacement)[] _rules =
    [
        (BlanksAtLineEnd(), ""),
        (Blanks(), " "),
        (TemporaryPath(), "<tmp>"),
        (WindowsTemporaryPath(), "<tmp>"),
        (UniqueId(), "<guid>"),
        (ServiceAddress(), "127.0.0.1:<port>"),
        (Port(), "$1:<port>"),
        (Address(), "<address>"),
        (ObjectHash(), "@<hash>"),
        (HashCode(), "$1<hash>"),
        (Thread(), "$1<thread>"),
        (NumberedThread(), "<thread>"),
        (Process(), "$1<pid>"),
        (ClockTime(), "<time>"),
        (Duration(), "<time>"),
    ];

    private readonly List<Regex> _servicesHere;

    /// <param name="services">The workshop's servers: wherever they are, in outputs they are where docker-compose.yml puts them.</param>
    public VaryingText(IEnumerable<Service> services) =>
        _servicesHere = [.. services.Where(service => service.Host != "127.0.0.1")
            .Select(service => $"{service.Host}:{service.Port}").Distinct(StringComparer.Ordinal)
            .Select(address => new Regex(HostStart + Regex.Escape(address) + @"(?!\d)", RegexOptions.IgnoreCase))];

    public string Normalize(string text)
    {
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        text = _ownTemporaryFolder?.Replace(text, "<tmp>") ?? text;
        text = _servicesHere.Aggregate(text, (current, address) => address.Replace(current, "127.0.0.1:<port>"));
        return _rules.Aggregate(text, (current, rule) => rule.Pattern.Replace(current, rule.Replacement)).TrimEnd();
    }

    private static Regex? OwnTemporaryFolder(string path) =>
        path.Length < 4 ? null : new Regex(PathStart + Regex.Escape(path) + PathCharacters + "*");

    [GeneratedRegex(PathStart + "(?:/private)?/(?:tmp|var/tmp|var/folders)/" + PathCharacters + "*")]
    private static partial Regex TemporaryPath();

    [GeneratedRegex(
        @"(?<![A-Za-z])[A-Za-z]:\\(?:[^\\\s""']+\\)*?te?mp\\" + PathCharacters + "*", RegexOptions.IgnoreCase)]
    private static partial Regex WindowsTemporaryPath();

    [GeneratedRegex("(?<![0-9a-fA-F])[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![0-9a-fA-F])")]
    private static partial Regex UniqueId();

    // As the devcontainer calls the servers of docker-compose.yml.
    [GeneratedRegex(HostStart + @"(?:redis|mysql)-[12]:\d{1,5}(?!\d)")]
    private static partial Regex ServiceAddress();

    [GeneratedRegex(HostStart + @"(127\.0\.0\.1|0\.0\.0\.0|localhost|\[::1?\]):\d{1,5}(?!\d)")]
    private static partial Regex Port();

    // More than eight digits: an address of a 64-bit process, not 0xFF, nor an error code such as 0x80004005.
    [GeneratedRegex("(?<![A-Za-z0-9])0x[0-9a-fA-F]{9,16}(?![A-Za-z0-9])")]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<=[A-Za-z0-9_\]>])@(?=[a-fA-F]*\d)[0-9a-fA-F]{6,8}(?![A-Za-z0-9_]|\.[A-Za-z0-9])")]
    private static partial Regex ObjectHash();

    [GeneratedRegex(@"((?:哈希码|哈希值|[Hh]ash ?[Cc]ode(?:\(\))?) *[:=：]? *)-?\d+")]
    private static partial Regex HashCode();

    // Counts are no ids: 线程 4 个, threads 4.
    [GeneratedRegex(@"((?:线程|Thread|(?<![A-Za-z])thread) *(?:[Ii][Dd]|编号)? *[#:=：]? *#?)\d+(?!\d| *[个条名]|\.\d)")]
    private static partial Regex Thread();

    [GeneratedRegex(@"(?<![\d.])\d{1,9}(?= *号线程)")]
    private static partial Regex NumberedThread();

    [GeneratedRegex(@"((?:进程|(?<![A-Za-z])[Pp][Ii][Dd]) *(?:[Ii][Dd]|号)? *[#:=：]? *)\d+(?!\d| *个|\.\d)")]
    private static partial Regex Process();

    [GeneratedRegex(@"(?<![\d:.])(?:\d{1,9}\.)?\d{1,2}:\d{2}:\d{2}(?:\.\d+)?(?![\d:])")]
    private static partial Regex ClockTime();

    [GeneratedRegex(
        @"(?<![A-Za-z0-9_.])(?>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?) ?"
        + @"(?:(?:ns|[µμu]s|ms|s|secs?|seconds?)(?![A-Za-z0-9_])|纳秒|微秒|毫秒|秒钟?)")]
    private static partial Regex Duration();

    [GeneratedRegex(@"[ \t]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[ \t]+$", RegexOptions.Multiline)]
    private static partial Regex BlanksAtLineEnd();
}
