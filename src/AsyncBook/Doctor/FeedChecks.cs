using AsyncBook.IO;

namespace AsyncBook.Doctor;

/// <summary>Whether the package feeds answer at all: NuGet itself tries for minutes before it says that they do not.</summary>
internal static class FeedChecks
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    /// <summary>The first feed that does not answer; null where all do, or nobody can say which there are.</summary>
    public static async Task<string?> FindSilentAsync(CancellationToken cancellationToken)
    {
        if (await ChildProcess.RunAsync(["dotnet", "nuget", "list", "source", "--format", "short"], cancellationToken) is not (0, var said))
        {
            return null;
        }

        // Each line is a letter, E for one that is used, and the address. A folder needs no network.
        var feeds = said.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.StartsWith("E http", StringComparison.Ordinal)).Select(line => line[2..]).ToList();
        using var client = new HttpClient { Timeout = _patience };
        var answers = await Task.WhenAll(feeds.Select(feed => AnswersAsync(client, feed, cancellationToken)));
        return feeds.Zip(answers).FirstOrDefault(asked => !asked.Second).First;
    }

    // Whatever it answers: that a password is wanted is NuGet's to say.
    private static async Task<bool> AnswersAsync(HttpClient client, string feed, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(feed), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }
}
