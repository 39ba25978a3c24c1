using System.Text.RegularExpressions;

namespace AsyncBook.Content.Tests.Reference;

/// <summary>The Python names the tutorial uses, in its programs and in its text, spelt right.</summary>
internal static partial class TutorialNames
{
    // What is printed wrong stands in the comparison as it is meant.
    private static readonly Dictionary<string, string> _misprints = new(StringComparer.Ordinal)
    {
        ["_aiter"] = "__aiter__",
        ["_anext"] = "__anext__",
        ["aioredis.ConnectionsPoll"] = "aioredis.ConnectionsPool",
        ["async_with"] = "async with",
        ["asyncfor"] = "async for",
        ["awat"] = "await",
        ["concurrent.futures.future"] = "concurrent.futures.Future",
        ["pool.func1"] = "pool.submit",
        ["StopAsyncIteratin"] = "StopAsyncIteration",
    };

    public static IReadOnlyList<string> All { get; } =
    [
        .. Texts().SelectMany(text => Name().Matches(text).Select(name => name.Value).Concat(Imported(text)))
            .Select(name => _misprints.GetValueOrDefault(name, name))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Texts() => Original.Blocks
        .Where(block => block.Kind != "code" || Original.HasPrinted(block))
        .Select(block => string.Join('\n', Original.Printed(block)));

    private static IEnumerable<string> Imported(string text) => Import().Matches(text)
        .SelectMany(import => import.Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries));

    // Names on modules, and on the objects that come from them: a loop, a pool, a connection … A Chinese character is no part of a name, but \w.
    [GeneratedRegex(
        "(?<![A-Za-z0-9_.])(?:asyncio|concurrent[.]futures|uvloop|uvicorn|aioredis|aiomysql|aiohttp|requests|time|"
        + "loop|pool|fut|redis|REDIS_POOL|conn|cur|app|session|response)[.](?!py|thread|process)[A-Za-z_][A-Za-z0-9_]*"
        + "|(?<![A-Za-z0-9_])(?:async (?:def|for|with)|async_with|asyncfor|await|awat|ensure_future|Redis(?=[(])"
        + "|_{1,2}a(?:iter|next|enter|exit)(?:__)?|StopAsyncIterati?o?n)(?![A-Za-z0-9_])")]
    private static partial Regex Name();

    // "from pip import main" is an editor's slip, no part of the program.
    [GeneratedRegex(@"^from (?!pip\b)\S+ import (?<names>[\w, ]+)$", RegexOptions.Multiline)]
    private static partial Regex Import();
}
