using System.Text.Json.Nodes;
using AsyncBook.Exercises;
using AsyncBook.Notebooks;
using AsyncBook.Services;

namespace AsyncBook.Content.Tests.Notebooks;

public sealed class ExerciseFaultsTests : IDisposable
{
    private const string Folded = "<details><summary>提示</summary>\n\n想一想\n\n</details>";
    private const string Answer = "<details><summary>参考答案</summary>\n\n```csharp\nint F() => 1;\n```\n\n</details>";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_whole_exercise_has_no_faults_and_gives_its_answer()
    {
        var exercise = Assert.Single(Read(Code("exercise"), Text("hint", Folded), Code("check"), Text("solution", Answer)));

        Assert.Empty(exercise.Faults());
        Assert.Equal("int F() => 1;", exercise.Solution);
    }

    [Fact]
    public void Cells_that_are_missing_or_out_of_order_are_found()
    {
        const string Order = "not exercise, hint (one or more), check, solution";

        Assert.Contains(
            $"1.1-a: its cells are Exercise, Check, Solution, {Order}",
            Faults(Code("exercise"), Code("check"), Text("solution", Answer)));
        Assert.Contains(
            $"1.1-a: its cells are Exercise, Hint, Solution, Check, {Order}",
            Faults(Code("exercise"), Text("hint", Folded), Text("solution", Answer), Code("check")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("想一想")]
    [InlineData("<details><summary>提示</summary>\n\n</details>")]
    public void A_hint_that_is_empty_or_not_folded_is_found(string hint) =>
        Assert.Equal(
            ["1.1-a: hint has no <details> with a <summary> and a text"],
            Faults(Code("exercise"), Text("hint", hint), Code("check"), Text("solution", Answer)));

    [Theory]
    [InlineData("1", 0)]
    [InlineData("```csharp\n1\n```\n```csharp\n2\n```", 2)]
    [InlineData("```\n1\n```", 1)]
    public void A_solution_without_its_one_fence_is_found(string answer, int fences) =>
        Assert.Equal(
            [$"1.1-a: its solution has {fences} fences, not one ```csharp"],
            Faults(
                Code("exercise"),
                Text("hint", Folded),
                Code("check"),
                Text("solution", $"<details><summary>参考答案</summary>\n\n{answer}\n\n</details>")));

    [Fact]
    public async Task A_verdict_that_is_not_the_wanted_one_names_the_variant_and_what_was_printed()
    {
        var path = Write(
            SampleNotebook.Code("exercise", "string F() => \"1.1-a 未完成：\";", Own("exercise")),
            Text("hint", Folded),
            SampleNotebook.Code("check", "Console.WriteLine(F());", Own("check")),
            Text("solution", Answer));

        var fault = (await ExerciseVariants.FaultsAsync(Notebook.Load(path), ServiceAddresses.OfEnvironment, TestContext.Current.CancellationToken))[0];

        Assert.Equal(
            """
            1.1-event-loop.ipynb, exercise 1.1-a, the reference answer: wanted one line "1.1-a 通过：……", printed:
            1

            """,
            fault.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_preamble_of_an_exercise_is_what_the_notebook_imports()
    {
        var path = Write(
            SampleNotebook.Code("a", "// 准备\n#!import lib/Check.cs\nusing System.Threading;\nusing (x) { }"),
            SampleNotebook.Code("b", "#r \"A.B\"\nusing System.Threading;\n    using F = System.IO.File;\nusing var y = z;"),
            SampleNotebook.Code("c", "using F = System.IO.File;\nusing static System.Math;"));

        Assert.Equal(
            """
            #r "A.B"
            #!import lib/Check.cs
            using System.Threading;
            using F = System.IO.File;
            using static System.Math;
            """.ReplaceLineEndings("\n"),
            Preamble.Of(Notebook.Load(path)));
    }

    private static string Own(string role) => $"{{\"id\": \"1.1-a\", \"role\": \"{role}\"}}";

    private static JsonObject Code(string role) => SampleNotebook.Code(role, "int F() => 0;", Own(role));

    private static JsonObject Text(string role, string text) => SampleNotebook.Text(role, text, Own(role));

    private string Write(params JsonObject[] cells) => SampleNotebook.Write(_folder, SampleNotebook.Of(cells));

    private IReadOnlyList<Exercise> Read(params JsonObject[] cells) => Exercise.Of(Notebook.Load(Write(cells)));

    private IReadOnlyList<string> Faults(params JsonObject[] cells) => Assert.Single(Read(cells)).Faults();
}
