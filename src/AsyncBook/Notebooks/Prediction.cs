using System.Globalization;
using System.Text.RegularExpressions;
using AsyncBook.Language;

namespace AsyncBook.Notebooks;

/// <summary>A question to be answered before a cell is run, as a Markdown cell of role <c>predict</c> asks it.</summary>
/// <param name="Id">As in <c>1.4-p1</c>.</param>
/// <param name="Of">The cell it is about.</param>
/// <param name="Question">What it asks, in Markdown.</param>
/// <param name="Choices">What there is to choose from, or to put in order.</param>
/// <param name="Answer">The letter of the right choice; where lines are to be put in order, all of them.</param>
/// <param name="Explanations">Why a choice is wrong, by its letter.</param>
internal sealed partial record Prediction(
    string Id,
    string Of,
    string Question,
    IReadOnlyList<PredictionChoice> Choices,
    IReadOnlyList<string> Answer,
    IReadOnlyDictionary<string, PredictionExplanation> Explanations)
{
    /// <summary>Whether lines are to be put in order; else one choice is right.</summary>
    public bool IsOrder => Answer.Count > 1;

    /// <summary>Whether the right answer is what the cell prints.</summary>
    public bool IsAboutOutput => IsOrder || AboutOutput().IsMatch(Question);

    /// <summary>What is right, in words: the choice, or the lines in their order.</summary>
    public string RightText => string.Join(' ', Answer.Select(letter => Choices.First(choice => choice.Letter == letter).Text));

    /// <exception cref="FormatException">The cell is written in another form; the message says how it should be.</exception>
    public static Prediction Read(NotebookCell cell)
    {
        var text = cell.Source.ReplaceLineEndings("\n");
        if (Form().Match(text) is not { Success: true } form)
        {
            throw new FormatException(NotebookWords.PredictionForm);
        }

        var choices = Choice().Matches(form.Groups["choices"].Value).Select(choice => new PredictionChoice(choice.Groups["letter"].Value, choice.Groups["text"].Value.Trim())).ToList();
        var answer = form.Groups["answer"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var explanations = Explanation().Matches(form.Groups["rest"].Value)
            .Select(why => (Letter: why.Groups["letter"].Value, Why: PredictionExplanation.Of(why.Groups["text"].Value.Trim()))).ToList();
        if (cell.ExerciseId != form.Groups["id"].Value)
        {
            throw new FormatException(NotebookWords.PredictionId(form.Groups["id"].Value, cell.ExerciseId ?? ""));
        }

        Require(cell, choices, answer, explanations.ConvertAll(why => why.Letter));
        return new(
            cell.ExerciseId,
            cell.Of!,
            form.Groups["question"].Value.Trim(),
            choices,
            answer,
            explanations.ToDictionary(why => why.Letter, why => why.Why, StringComparer.Ordinal));
    }

    private static void Require(NotebookCell cell, List<PredictionChoice> choices, string[] answer, List<string> explained)
    {
        var letters = choices.ConvertAll(choice => choice.Letter);
        var expected = Enumerable.Range('A', letters.Count).Select(letter => ((char)letter).ToString());
        if (!letters.SequenceEqual(expected) || letters.Count < 2)
        {
            throw new FormatException(NotebookWords.PredictionLetters(string.Join(' ', letters)));
        }

        if (answer.Except(letters).Any() || (answer.Length > 1 && !answer.Order(StringComparer.Ordinal).SequenceEqual(letters)))
        {
            throw new FormatException(NotebookWords.PredictionAnswer(string.Join(' ', answer)));
        }

        var missing = answer.Length > 1 && explained.Count > 0 ? [] : letters.Except(answer).Except(explained).ToList();
        if (missing.Count > 0 || explained.Except(letters).Any() || (answer.Length > 1 && explained.Count == 0))
        {
            throw new FormatException(NotebookWords.PredictionWhys(string.Join(' ', missing)));
        }

        if (cell.Of is null)
        {
            throw new FormatException(NotebookWords.PredictionOf);
        }
    }

    [GeneratedRegex(@"\A### 先猜 (?<id>\S+)\n(?<question>.*?)\n(?<choices>(?:\s*- [A-Z]\. [^\n]+\n)+)\s*<details>\s*<summary>[^<]+</summary>\s*\*\*(?<answer>[A-Z](?: [A-Z])*)\*\*。(?<rest>.*)</details>\s*\z", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex(@"- (?<letter>[A-Z])\. (?<text>[^\n]+)")]
    private static partial Regex Choice();

    [GeneratedRegex("^- (?<letter>[A-Z])：(?<text>[^\n]+)$", RegexOptions.Multiline)]
    private static partial Regex Explanation();

    [GeneratedRegex("打印(什么|的顺序)")]
    private static partial Regex AboutOutput();
}

/// <param name="Letter">A, B, C …</param>
/// <param name="Text">What it says, in Markdown.</param>
internal sealed record PredictionChoice(string Letter, string Text);

/// <param name="Text">Why a choice is wrong, in Markdown.</param>
/// <param name="Misconceptions">The numbers of the misconceptions it comes from.</param>
internal sealed partial record PredictionExplanation(string Text, IReadOnlyList<int> Misconceptions)
{
    public static PredictionExplanation Of(string text) =>
        new(text, [.. Misconception().Matches(text).Select(match => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture))]);

    [GeneratedRegex(@"误解 (?<number>\d+)")]
    private static partial Regex Misconception();
}
