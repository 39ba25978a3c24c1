using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;
using AsyncBook.Publishing;

namespace AsyncBook.Tests.Publishing;

/// <summary>Predictions in the book: a guess first, then what is right and why.</summary>
[Collection(nameof(BookInBrowser))]
[Trait("speed", "slow")]
public sealed class QuizTests(BookBrowser browser) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_wrong_guess_shows_what_is_right_why_and_the_misconception_it_comes_from()
    {
        await using var visit = await browser.VisitAsync(SteppedBook.Make(_folder));
        Assert.False(await visit.Find("#ask details").IsVisibleAsync());
        await visit.Find("#ask .choice").First.ClickAsync();
        var verdict = await visit.Find("#ask .verdict").TextContentAsync();
        Assert.Contains("你猜的是 A，答案是 B", verdict, StringComparison.Ordinal);
        Assert.Contains("这是 Python 的顺序", verdict, StringComparison.Ordinal);
        Assert.True(await visit.Find("#ask details").IsVisibleAsync());
        await visit.Find("#ask .verdict a").ClickAsync();
        await visit.UntilAsync("location.href.includes('/reference/misconceptions.html#') && document.readyState === 'complete'");
        Assert.Equal("误解 2：调用了就行，不用 await", await visit.AskAsync<string>("document.getElementById(decodeURIComponent(location.hash.slice(1))).textContent"));
    }

    [Fact]
    public async Task A_right_guess_is_praised_and_remembered_and_can_be_tried_again()
    {
        await using var visit = await browser.VisitAsync(SteppedBook.Make(_folder));
        await visit.Find("#ask .choice").Nth(1).ClickAsync();
        Assert.Equal("✓ 猜对了。", await visit.Find("#ask .verdict").TextContentAsync());
        await visit.Page.ReloadAsync();
        Assert.Equal("✓ 猜对了。", await visit.Find("#ask .verdict").TextContentAsync());
        await visit.Find("#ask .again").ClickAsync();
        Assert.Equal("", await visit.Find("#ask .verdict").TextContentAsync());
        Assert.False(await visit.Find("#ask details").IsVisibleAsync());
    }

    [Fact]
    public async Task Lines_are_put_in_order_one_by_one()
    {
        await using var visit = await browser.VisitAsync(SteppedBook.Make(_folder));
        await visit.Find("#ask-order .choice").Nth(1).ClickAsync();
        Assert.Equal("", await visit.Find("#ask-order .verdict").TextContentAsync());
        await visit.Find("#ask-order .choice").Nth(0).ClickAsync();
        Assert.Equal("✓ 猜对了。", await visit.Find("#ask-order .verdict").TextContentAsync());
    }

    [Fact]
    public async Task Answers_are_exported_and_the_class_page_merges_them_question_by_question()
    {
        await using var visit = await browser.VisitAsync(SteppedBook.Make(_folder));
        await visit.Find("#ask .choice").First.ClickAsync();
        await visit.Page.GotoAsync(browser.Url(_folder["book/index.html"]));
        Assert.Contains("答了 1 / 2 题", await visit.Find("#quiz-total").TextContentAsync(), StringComparison.Ordinal);
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Find("[data-do=export]").ClickAsync());
        await download.SaveAsAsync(_folder["one.json"]);
        var exported = JsonNode.Parse(await File.ReadAllTextAsync(_folder["one.json"]))!;
        Assert.Equal(("asyncbook-answers", "A", false), ((string)exported["format"]!, (string)exported["answers"]!["1.4-p1"]!["guess"]!, (bool)exported["answers"]!["1.4-p1"]!["right"]!));
        exported["learner"] = "another";
        exported["answers"]!["1.4-p1"]!["guess"] = "B";
        exported["answers"]!["1.4-p2"] = new JsonObject { ["guess"] = "A B", ["right"] = false };
        _folder.Write("two.json", exported.ToJsonString());
        _folder.Write("no.json", "{}");

        await visit.Page.GotoAsync(browser.Url(_folder["book/class.html"]));
        await visit.Find("#class-files").SetInputFilesAsync([_folder["one.json"], _folder["two.json"], _folder["one.json"], _folder["no.json"]]);
        await visit.UntilAsync("document.querySelectorAll('.class-question').length === 2");
        Assert.Equal("2 个人的答案。", await visit.Find("#class-count").TextContentAsync());
        Assert.Equal("no.json 不是从书里导出的答案", await visit.Find("#class-faults").TextContentAsync());
        Assert.Equal("1 人，50% 1 人，50%", string.Join(' ', await visit.Find("[data-id='1.4-p1'] .count").AllTextContentsAsync()));
        Assert.Contains("误解 2", await visit.Find("#class-misconceptions").TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_dropped_on_the_page_are_read_too()
    {
        await using var visit = await browser.VisitAsync(SteppedBook.Make(_folder));
        await visit.Page.GotoAsync(browser.Url(_folder["book/class.html"]));
        await visit.AskAsync<object?>(
            """
            (() => {
              const data = new DataTransfer();
              data.items.add(new File([JSON.stringify({ format: "asyncbook-answers", version: 1, learner: "x", answers: { "1.4-p1": { guess: "A", right: false }, "<img src=x onerror=alert(1)>": { guess: "A" } } })], "x.json"));
              document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
            })()
            """);
        await visit.UntilAsync("document.querySelectorAll('.class-question').length === 1");
    }

    [Fact]
    public void Without_JavaScript_the_question_stands_with_its_answer_folded()
    {
        var page = new HtmlParser().ParseDocument(File.ReadAllText(SteppedBook.Make(_folder)));
        Assert.Equal(["A. 1 的前面", "B. 1 的后面，2 的前面"], page.QuerySelectorAll("#ask [data-choice]").Select(choice => choice.TextContent.Trim()));
        Assert.False(page.QuerySelector("#ask details")!.HasAttribute("hidden"));
        Assert.False(page.QuerySelector("#ask details")!.HasAttribute("open"));
        Assert.EndsWith("reference/misconceptions.html#%E8%AF%AF%E8%A7%A3-2%E8%B0%83%E7%94%A8%E4%BA%86%E5%B0%B1%E8%A1%8C%E4%B8%8D%E7%94%A8-await", page.QuerySelector("#ask [data-why=A] a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_prediction_in_another_form_is_an_error_that_names_its_cell()
    {
        SmallBook.Write(_folder, SampleNotebook.Text("ask", "### 先猜 1.1-p1\n什么？\n\n- A. 一\n- B. 二", """{"role": "predict", "id": "1.1-p1", "of": "x"}"""));
        Assert.Contains("cell ask: a prediction is", Assert.Throws<BookException>(() => Book.Write(new(_folder["notebooks"], _folder["book"], Slides: false))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_worksheet_has_the_questions_and_none_of_the_answers()
    {
        SteppedBook.Make(_folder);
        Book.Write(new(_folder["notebooks"], _folder["sheet"], Slides: false, Worksheet: true));
        var page = File.ReadAllText(_folder["sheet/1.4-task.html"]);
        Assert.Contains("1 的后面，2 的前面", page, StringComparison.Ordinal);
        Assert.DoesNotContain("这是 Python 的顺序", page, StringComparison.Ordinal);
        Assert.DoesNotContain("答案在这里", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-answer", page, StringComparison.Ordinal);
        var document = new HtmlParser().ParseDocument(page);
        Assert.Equal("输出：你猜", document.QuerySelector("#hot figure.output")!.TextContent);
        Assert.Null(document.QuerySelector("[data-steps]"));
        Assert.All(Directory.EnumerateFiles(_folder["sheet"], "*.js", SearchOption.AllDirectories), file => Assert.DoesNotContain("main开始", File.ReadAllText(file).Replace("Console.WriteLine(\\\"main开始\\\")", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }
}
