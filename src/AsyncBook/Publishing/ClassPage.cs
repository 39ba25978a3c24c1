using System.Text.Encodings.Web;
using System.Text.Json;
using AsyncBook.Notebooks;

namespace AsyncBook.Publishing;

/// <summary>The page on which a teacher sees what the class believes: the answers of all who gave theirs, question by question.</summary>
internal static class ClassPage
{
    public const string Address = "class.html";
    public const string QuestionsAddress = "assets/questions.js";

    private static readonly JsonSerializerOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>All questions as a script: a page opened from a file may load a script, but no data.</summary>
    public static string ToScript(IEnumerable<Question> questions, IReadOnlyList<NotebookPage> pages)
    {
        var known = QuizMarks.Misconceptions(pages).ToDictionary(place => place.Number, place => new { place.Href, place.Heading });
        var entries = questions.Select(question => new
        {
            question.Prediction.Id,
            Href = Html.Address(question.Page) + "#" + Uri.EscapeDataString(question.Cell),
            question.Title,
            Question = Plain(question.Prediction.Question),
            Answer = string.Join(' ', question.Prediction.Answer),
            Choices = question.Prediction.Choices.Select(choice => new
            {
                choice.Letter,
                Text = Plain(choice.Text),
                Misconceptions = question.Prediction.Explanations.GetValueOrDefault(choice.Letter)?.Misconceptions ?? [],
            }),
        });
        return $"window.bookQuestions = {JsonSerializer.Serialize(entries, _options)};\nwindow.bookMisconceptions = {JsonSerializer.Serialize(known, _options)};\n";
    }

    private static string Plain(string markdown) => Markdig.Markdown.ToPlainText(markdown).Trim();
}

/// <summary>A prediction and where it stands.</summary>
/// <param name="Page">The page's address.</param>
/// <param name="Cell">The cell's id.</param>
/// <param name="Title">The page's title.</param>
/// <param name="Prediction">What it asks.</param>
internal sealed record Question(string Page, string Cell, string Title, Prediction Prediction);
