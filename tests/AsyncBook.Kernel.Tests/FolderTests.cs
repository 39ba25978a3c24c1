namespace AsyncBook.Kernel.Tests;

/// <summary>The kernel's folders are floors.</summary>
public sealed class FolderTests
{
    private static readonly FolderUses _uses = new("AsyncBook.Kernel", "AsyncBook.Kernel.dll");

    [Fact]
    public void No_folder_uses_one_that_uses_it() => Assert.Equal([], _uses.Circles.Select(use => use.ToString()));

    [Fact]
    public void What_uses_what_is_seen()
    {
        Assert.Contains(_uses["Scripting"], use => use is { To: "Packages", Type: "PackageSession" });
        Assert.Contains(_uses["Display"], use => use is { To: "Cells", Type: "CellRun" });
        Assert.Contains(_uses[""], use => use is { To: "Scripting", Type: "CSharpSession" });
    }
}
