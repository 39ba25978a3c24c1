using AsyncBook.Content.Tests.Workshop;
using AsyncBook.Notebooks;
using AsyncBook.Running;

namespace AsyncBook.Content.Tests.Notebooks;

[Collection(nameof(RunsAlone))]
public sealed class ExerciseTests(WorkshopServices services)
{
    private static SideBySide<IReadOnlyList<string>>? _faults;

    public static IEnumerable<TheoryDataRow<string>> Notebooks => Directory
        .EnumerateFiles(Repository.Notebooks, "*.ipynb", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Notebooks, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)
        .Where(name => Exercises(name).Count > 0)
        .Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void An_exercise_has_a_stub_hints_a_check_and_a_solution(string name) =>
        Assert.Empty(Exercises(name).SelectMany(exercise => exercise.Faults()));

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void A_notebook_has_two_or_three_exercises_of_its_own_section(string name)
    {
        var exercises = Exercises(name);

        var (prefix, fewest) = name.Contains('/', StringComparison.Ordinal) ? (Path.GetFileNameWithoutExtension(name) + "-", 1) : (name[..4], 2);
        Assert.InRange(exercises.Count, fewest, 3);
        Assert.All(exercises.Select(exercise => exercise.Id), id => Assert.StartsWith(prefix, id, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void An_exercise_has_a_known_wrong_answer(string name) =>
        Assert.DoesNotContain(Exercises(name).Select(exercise => exercise.Id), id => WrongAnswer.For(id).Count == 0);

    [Trait("speed", "slow")]
    [Theory]
    [MemberData(nameof(Notebooks))]
    public async Task A_check_knows_the_stub_the_reference_answer_and_every_wrong_answer(string name)
    {
        var notebook = Load(name);
        var needs = notebook.Needs.Concat(notebook.Cells.SelectMany(cell => cell.Needs)).Distinct(StringComparer.Ordinal);
        Skips.Allow([.. (await Task.WhenAll(needs.Select(need =>
            Requirements.WhyMissingAsync(need, services.Addresses, TestContext.Current.CancellationToken)))).OfType<string>()]);

        _faults ??= new(Notebooks.Select(row => row.Data), other => ExerciseVariants.FaultsAsync(Load(other), services.Addresses, CancellationToken.None));
        var faults = await _faults.Get(name);

        // Not Assert.Empty, which cuts off what each of them printed.
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }

    [Fact]
    public void Every_folder_of_wrong_answers_belongs_to_an_exercise()
    {
        var known = Directory.EnumerateFiles(Repository.Notebooks, "*.ipynb", SearchOption.AllDirectories)
            .SelectMany(Exercises)
            .Select(exercise => exercise.Id);

        Assert.Empty(Directory.GetDirectories(Repository.Exercises).Select(Path.GetFileName).Except(known));
    }

    private static Notebook Load(string name) => Notebook.Load(Path.Combine(Repository.Notebooks, name));

    private static IReadOnlyList<Exercise> Exercises(string name) => Exercise.Of(Load(name));
}
