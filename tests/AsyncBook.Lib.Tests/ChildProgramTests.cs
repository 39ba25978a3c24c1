namespace AsyncBook.Lib.Tests;

public class ChildProgramTests
{
    private const int Generous = 90_000;

    [Fact(Timeout = Generous)]
    public async Task A_program_is_compiled_and_gets_its_arguments_and_its_input()
    {
        using var program = await ChildProgram.CompileAsync(
            """class P { static int Main(string[] a) { System.Console.Write(a[0] + System.Console.ReadLine()); return 7; } }""");
        using var child = program.Start("one ");
        await child.StandardInput.WriteLineAsync("two");
        var said = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("one two", said);
        Assert.Equal(7, child.ExitCode);
    }

    [Fact(Timeout = Generous)]
    public async Task What_does_not_compile_says_why() => Assert.Contains(
        "CS1002",
        (await Assert.ThrowsAsync<InvalidOperationException>(
            () => ChildProgram.CompileAsync("class P { static void Main() { var a = 1 } }"))).Message,
        StringComparison.Ordinal);
}
