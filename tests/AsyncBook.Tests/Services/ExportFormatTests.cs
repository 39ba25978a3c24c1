using AsyncBook.Services;

namespace AsyncBook.Tests.Services;

public sealed class ExportFormatTests
{
    [Theory]
    [InlineData((int)ExportFormat.Sh, "export A='it'\\''s'")]
    [InlineData((int)ExportFormat.PowerShell, "$env:A = 'it''s'")]
    [InlineData((int)ExportFormat.Env, "A=it's")]
    public void A_line_sets_the_variable_whatever_is_in_it(int format, string line) =>
        Assert.Equal(line, ((ExportFormat)format).Line("A", "it's"));
}
