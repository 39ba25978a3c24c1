using System.Text.Json.Nodes;
using AsyncBook.Notebooks;

namespace AsyncBook.Tests.Notebooks;

public sealed class CellLanguageTests
{
    [Theory]
    [InlineData("{}", "csharp")]
    [InlineData("""{"dotnet_interactive": {"language": "fsharp"}, "vscode": {"languageId": "x"}}""", "fsharp")]
    [InlineData("""{"polyglot_notebook": {"kernelName": "csharp"}}""", "csharp")]
    [InlineData("""{"polyglot_notebook": {"kernelName": "pwsh"}}""", "pwsh")]
    [InlineData("""{"vscode": {"languageId": "dotnet-interactive.fsharp"}}""", "fsharp")]
    [InlineData("""{"vscode": {"languageId": "polyglot-notebook"}}""", "csharp")]
    [InlineData("""{"vscode": {"languageId": 7}, "dotnet_interactive": []}""", "csharp")]
    public void A_cell_is_in_the_language_its_metadata_says(string metadata, string language) =>
        Assert.Equal(language, CellLanguage.OfCell(JsonNode.Parse(metadata), otherwise: "csharp"));

    [Theory]
    [InlineData("{}", "csharp")]
    [InlineData("""{"kernelspec": {"language": "C#"}}""", "csharp")]
    [InlineData("""{"kernelspec": {"language": "python"}}""", "python")]
    [InlineData(
        """{"polyglot_notebook": {"kernelInfo": {"defaultKernelName": "fsharp"}}, "kernelspec": {"language": "C#"}}""",
        "fsharp")]
    [InlineData("""{"language_info": {"name": "python"}}""", "python")]
    [InlineData("""{"language_info": {"name": "C#"}}""", "csharp")]
    [InlineData("""{"language_info": {"name": "csharp"}}""", "csharp")]
    [InlineData("""{"language_info": {"name": "PowerShell"}}""", "pwsh")]
    [InlineData("""{"language_info": {"name": "polyglot-notebook"}}""", "csharp")]
    [InlineData("""{"kernelspec": {"name": "python3"}}""", "python")]
    [InlineData("""{"kernelspec": {"name": "julia-1.10"}}""", "julia")]
    [InlineData("""{"kernelspec": {"name": ".net-csharp"}}""", "csharp")]
    [InlineData("""{"kernelspec": {"name": ".net-fsharp"}, "language_info": {"name": "polyglot-notebook"}}""", "fsharp")]
    [InlineData("""{"kernelspec": {"language": "C#"}, "language_info": {"name": "python"}}""", "csharp")]
    public void A_cell_that_says_nothing_is_in_the_language_of_its_notebook(string metadata, string language) =>
        Assert.Equal(language, CellLanguage.OfNotebook(JsonNode.Parse(metadata)));
}
