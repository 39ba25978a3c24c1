using AsyncBook.Publishing;

namespace AsyncBook.Tests.Publishing;

/// <summary>Every slide of every notebook, step by step, as a room sees it.</summary>
[Collection(nameof(BookInBrowser))]
[Trait("speed", "slow")]
public sealed class EverySlideTests(BookBrowser browser)
{
    // What is wrong with what is shown now.
    private const string Look =
        """
        const look = () => {
          const now = document.querySelector(".now"), at = `${now.closest(".cell").id} ${book.projected().view + 1}/${book.projected().views}`;
          const isSeen = part => part.getClientRects().length > 0;
          const faults = [];
          if (now.innerText.trim() === "" && !now.querySelector("svg, img")) faults.push(`${at} is empty`);
          if (now.scrollWidth > now.clientWidth + 2) faults.push(`${at} is too wide`);
          for (const part of [now, ...now.querySelectorAll("figure, .table, .player")]) {
            if (isSeen(part) && part.scrollHeight > part.clientHeight + 4) faults.push(`${at} scrolls by ${part.scrollHeight - part.clientHeight}`);
          }
          for (const code of now.querySelectorAll("figure.code pre, figure.output pre")) {
            if (isSeen(code) && parseFloat(getComputedStyle(code).fontSize) < 17.9) faults.push(`${at} has code of ${getComputedStyle(code).fontSize}`);
          }
          return faults;
        };
        """;

    [Theory]
    [InlineData(1280, 720)]
    [InlineData(1920, 1080)]
    [InlineData(1024, 768)]
    public async Task None_scrolls_has_small_code_is_empty_or_loses_a_line(int width, int height)
    {
        await using var visit = await browser.VisitAsync("index.html");
        await visit.Page.SetViewportSizeAsync(width, height);
        var (slides, views) = (0, 0);
        foreach (var file in NotebookPages.Load(Repository.Notebooks).Select(page => page.Address))
        {
            await visit.Page.GotoAsync(browser.Url(file + "#slide=1"));
            var seen = await visit.AskAsync<Seen>(
                "(() => {" + Look +
                """
                  const faults = [], count = book.projected().slides.length;
                  let views = 0;
                  for (let i = 1; i <= count; i++) {
                    book.showSlide(i);
                    const now = document.querySelector(".now"), lines = new Map();
                    for (let isLast = false; !isLast; views++) {
                      faults.push(...look());
                      for (const line of now.querySelectorAll(".line")) lines.set(line, (lines.get(line) ?? 0) + (line.getClientRects().length > 0 ? 1 : 0));
                      isLast = book.projected().view + 1 === book.projected().views;
                      if (!isLast) book.actions.forward();
                    }
                    const wrong = [...lines].filter(([line, times]) => times !== 1 && !line.querySelector(".preamble") && !line.closest("details:not([open])"));
                    if (book.projected().views > 1 && wrong.length) faults.push(`${now.closest(".cell").id} shows ${wrong.length} lines never or twice`);
                  }
                  return { faults, slides: count, views };
                })()
                """);
            Assert.Equal([], seen.Faults.Select(fault => $"{file}: {fault}"));
            slides += seen.Slides;
            views += seen.Views;
        }

        Assert.True(slides > 1000, $"{slides} slides");
        Assert.True(views > slides, $"{views} views of {slides} slides: nothing was split");
    }

    [Fact]
    public async Task With_its_answers_unfolded_none_scrolls_either()
    {
        await using var visit = await browser.VisitAsync("index.html");
        await visit.Page.SetViewportSizeAsync(1280, 720);
        var unfolded = 0;
        foreach (var file in NotebookPages.Load(Repository.Notebooks).Select(page => page.Address))
        {
            await visit.Page.GotoAsync(browser.Url(file + "#slide=1"));
            var seen = await visit.AskAsync<Seen>(
                "(() => {" + Look +
                """
                  const faults = [];
                  let slides = 0;
                  book.projected().slides.forEach((slide, index) => {
                    if (!slide.querySelector("details") || slide.matches(".steps")) return;
                    book.showSlide(index + 1);
                    book.projecting.o();
                    slides++;
                    for (let isLast = false; !isLast;) {
                      faults.push(...look());
                      isLast = book.projected().view + 1 === book.projected().views;
                      if (!isLast) book.actions.forward();
                    }
                  });
                  return { faults, slides, views: 0 };
                })()
                """);
            Assert.Equal([], seen.Faults.Select(fault => $"{file}: {fault}"));
            unfolded += seen.Slides;
        }

        Assert.True(unfolded > 100, $"{unfolded} slides were unfolded");
    }

    // Playwright fills it in.
    private sealed class Seen
    {
        public string[] Faults { get; set; } = [];

        public int Slides { get; set; }

        public int Views { get; set; }
    }
}
