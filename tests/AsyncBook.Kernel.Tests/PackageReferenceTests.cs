using AsyncBook.Kernel.Packages;

namespace AsyncBook.Kernel.Tests;

public sealed class PackageReferenceTests
{
    [Theory]
    [InlineData("A", "2.0.0", true)]
    [InlineData("A, 1.2.3", "1.2.3", true)]
    [InlineData("A, [1.2.3]", "1.2.3", true)]
    [InlineData("A, 1.2.3", "1.2.4", false)]
    [InlineData("A, 1.2", "1.2.0", true)]
    [InlineData("A, 1.2.3.0", "1.2.3", true)]
    [InlineData("A, 1.2.3+build", "1.2.3", true)]
    [InlineData("A, 1.2.3", "1.2.3-beta", false)]
    [InlineData("A, 1.*", "1.9.0", true)]
    [InlineData("A, 1.*", "2.0.0", false)]
    [InlineData("A, 1.2.*", "1.20.0", false)]
    [InlineData("A, *", "2.0.0-beta", false)]
    [InlineData("A, *-*", "2.0.0-beta", true)]
    [InlineData("A, [1.0, 2.0)", "1.9", true)]
    [InlineData("A, [1.0, 2.0)", "2.0.0", false)]
    [InlineData("A, (1.0, )", "1.0.0", false)]
    [InlineData("A, [1.0-beta.2, )", "1.0-beta.10", true)]
    [InlineData("A, [1.0-beta.10, )", "1.0-beta.2", false)]
    public void A_version_in_use_is_accepted_if_it_is_one_that_is_asked_for(string asked, string used, bool accepted) =>
        Assert.Equal(accepted, PackageReference.Parse(asked).Accepts(used));

    [Theory]
    [InlineData("A, 1.2.3", true, "[1.2.3]")]
    [InlineData("A, [1.2.3]", true, "[1.2.3]")]
    [InlineData("A", false, "*")]
    [InlineData("A, 1.*", false, "1.*")]
    [InlineData("A, [1.0,2.0)", false, "[1.0,2.0)")]
    public void A_version_is_exact_unless_it_says_otherwise(string asked, bool pinned, string range)
    {
        var package = PackageReference.Parse(asked);
        Assert.Equal((pinned, range), (package.IsPinned, package.VersionRange));
    }

    [Fact]
    public void An_id_longer_than_any_of_NuGets_is_none()
    {
        Assert.Equal(100, PackageReference.Parse($"{new string('A', 100)}, 1.0.0").Id.Length);
        Assert.Throws<FormatException>(() => PackageReference.Parse($"{new string('A', 101)}, 1.0.0"));
    }
}
