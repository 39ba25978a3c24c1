using System.Diagnostics;
using AsyncBook.IO;

namespace AsyncBook.Tests.IO;

/// <summary>Who belongs to a family, and ends with it.</summary>
public sealed class ProcessFamilyTests
{
    [Theory, InlineData("redis-1"), InlineData("mysql-1/data"), InlineData(".")]
    public async Task One_that_works_in_its_folder_ends_with_it_though_nobody_has_named_it(string place)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs Linux");
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["servers/" + place]);
        Directory.CreateDirectory(folder["servers-of-others"]);
        // As a Redis does: of what it was started with, its environment says nothing.
        using var member = Sleep(folder["servers/" + place]);
        using var other = Sleep(folder["servers-of-others"]);
        try
        {
            using var family = new ProcessFamily();
            family.Own(folder["servers"]);

            family.End();

            await member.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            Assert.False(Directory.Exists(folder["servers"]));
            Assert.False(other.HasExited);
        }
        finally
        {
            other.Kill();
            await other.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static Process Sleep(string folder) =>
        Process.Start(new ProcessStartInfo("env", ["-i", "sleep", "600"]) { WorkingDirectory = folder })!;
}
