using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using AsyncBook.Language;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncBook.Tests.Language;

/// <summary>What the tool says, in the two languages it speaks.</summary>
public sealed partial class WordsTests
{
    private static readonly string[] _folders = ["Commands", "Doctor"];

    // The pages they make are Chinese for every reader: there, what they throw and find fault with is the tool's own word.
    private static readonly string[] _others = ["Exercises", "Bundling", "Publishing", "Running", "Outputs", "Services", "Kernels", "Notebooks", "IO"];

    // What is a command, a path or a name in any language.
    private static readonly string[] _sameInBoth = ["dotnet ", "docker compose ", "sudo apt-get ", "code --install", "import sys", "list-extensions", "python3", "run notebooks/", "services up"];

    [Fact]
    public void Every_word_is_there_in_both_languages()
    {
        var words = typeof(Tongue).Assembly.GetTypes().Where(type => type.Namespace == typeof(Tongue).Namespace && type.Name.EndsWith("Words", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static)).ToList();
        Assert.True(words.Count > 100, $"only {words.Count}");
        foreach (var word in words)
        {
            var (english, chinese) = (Say(word, chinese: false), Say(word, chinese: true));
            var name = $"{word.DeclaringType!.Name}.{word.Name}";
            // A name such as "kernel .NET (C#)" has Chinese too; the English may quote 勘误 and the like.
            Assert.True(Han().IsMatch(chinese), $"{name} says no Chinese: {chinese}");
            Assert.True(english != chinese, $"{name} says no English: {english}");
            foreach (var number in word.GetParameters().Index())
            {
                Assert.True(
                    english.Contains(Sample(number.Item.ParameterType, number.Index), StringComparison.Ordinal) && chinese.Contains(Sample(number.Item.ParameterType, number.Index), StringComparison.Ordinal),
                    $"{name} leaves out {number.Item.Name}");
            }
        }
    }

    [Fact]
    public void No_command_and_no_check_says_anything_else() => AssertNone(Found(_folders, _ => true));

    [Fact]
    public void Nothing_that_is_thrown_or_found_fault_with_says_anything_else() => AssertNone(Found(_others, IsFault));

    private static void AssertNone(IEnumerable<string> found) => Assert.True(!found.Any(), string.Join('\n', found));

    private static List<string> Found(string[] folders, Func<SyntaxToken, bool> isSaid) =>
    [
        .. folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "AsyncBook", folder), "*.cs", SearchOption.AllDirectories))
            .SelectMany(file => Texts(file, isSaid).Select(text => $"{Path.GetFileName(file)}: {text}")),
    ];

    // What only a mistake in this very program can bring about is for its maintainer.
    private static bool IsFault(SyntaxToken token) => token.Parent!.Ancestors().Any(node => node switch
    {
        ObjectCreationExpressionSyntax { Type: var type } => type.ToString() is var name && name.EndsWith("Exception", StringComparison.Ordinal) && name != nameof(InvalidOperationException),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } => called.ToString().EndsWith("Faults.Add", StringComparison.Ordinal),
        _ => false,
    });

    [Theory]
    [InlineData("zh", "en_US.UTF-8", "en-US", true)]
    [InlineData("en", "zh_CN.UTF-8", "zh-CN", false)]
    [InlineData("", "zh_CN.UTF-8", "en-US", true)]
    [InlineData("", "zh_TW", "en-US", true)]
    [InlineData("", "C.UTF-8", "zh-CN", false)]
    [InlineData("", "", "zh-CN", true)]
    [InlineData("", "", "de-DE", false)]
    public void The_environment_decides_then_the_system(string own, string lang, string system, bool chinese) => Assert.Equal(
        chinese,
        Tongue.IsChineseFor(name => name == Tongue.Variable ? own : name == "LANG" ? lang : null, CultureInfo.GetCultureInfo(system)));

    [Theory]
    [InlineData("--help")]
    [InlineData("run", "--help")]
    [InlineData("walk")]
    [InlineData("services", "up", "--format", "bash")]
    [InlineData("run", "nowhere.ipynb")]
    [InlineData("exercises")]
    public async Task A_Chinese_user_reads_Chinese(params string[] arguments)
    {
        var (_, output, errors) = await AsyncBookProcess.RunAsync(Repository.Root, arguments, ("ASYNCBOOK_LANG", ""), ("LC_ALL", ""), ("LC_MESSAGES", ""), ("LANG", "zh_CN.UTF-8"));
        Assert.Matches(Han(), output + errors);
        Assert.DoesNotMatch("(?i)unrecognized|usage:|no such file|not started", output + errors);
    }

    private static IEnumerable<string> Texts(string file, Func<SyntaxToken, bool> isSaid) =>
        from token in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantTokens()
        where token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken) || token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken) || token.IsKind(SyntaxKind.SingleLineRawStringLiteralToken)
        let text = Style().Replace(token.ValueText, "")
        where Sentence().IsMatch(text) && !_sameInBoth.Any(same => text.Contains(same, StringComparison.Ordinal))
            && !token.Parent!.Ancestors().OfType<AttributeSyntax>().Any() && isSaid(token)
        select text;

    private static string Say(MethodInfo word, bool chinese)
    {
        Tongue.Choose(chinese);
        try
        {
            var said = word.Invoke(null, [.. word.GetParameters().Select((parameter, index) => Value(parameter.ParameterType, index))])!;
            return said as string ?? string.Join(" ", (string[])said);
        }
        finally
        {
            Tongue.Choose(chinese: false);
        }
    }

    private static object Value(Type type, int index) => type == typeof(string) ? $"<{index}>" : Convert.ChangeType(41 + index, type, CultureInfo.InvariantCulture);

    private static string Sample(Type type, int index) => Value(type, index).ToString()!;

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    // Two words one after the other, or anything Chinese.
    [GeneratedRegex(@"[A-Za-z]{2,} [a-z]{2,}|\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Sentence();

    // Spectre's [bold blue] is not said.
    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Style();
}
