using System.Text;
using System.Text.Json.Nodes;
using AsyncBook.Notebooks;

namespace AsyncBook.Tests.Notebooks;

public sealed class RoundTripTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static IEnumerable<TheoryDataRow<string>> SampleNames =>
        Samples.Names.Select(name => new TheoryDataRow<string>(name));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void A_notebook_as_Jupyter_writes_it_comes_back_byte_for_byte(string name)
    {
        var bytes = File.ReadAllBytes(Samples.PathOf(name));

        Assert.Equal(bytes, Encoding.UTF8.GetBytes(Notebook.Load(Samples.PathOf(name)).ToJson()));
    }

    [Theory]
    [MemberData(nameof(SampleNames))]
    public void A_notebook_in_any_other_form_means_the_same_afterwards(string name)
    {
        var json = JsonNode.Parse(Samples.Text(name))!;
        var compact = json.ToJsonString();
        var windows = Samples.Text(name).Replace("\n", "\r\n", StringComparison.Ordinal);

        Assert.All(["compact", "\uFEFFwith a mark", "windows"], form =>
        {
            var text = form switch { "compact" => compact, "windows" => windows, _ => '\uFEFF' + compact };
            var notebook = Notebook.Load(_folder.Write($"{form[0]}.ipynb", text));
            Assert.True(JsonNode.DeepEquals(json, JsonNode.Parse(notebook.ToJson())), form);
            Assert.DoesNotContain("\r\n", notebook.ToJson(), StringComparison.Ordinal);
            Assert.NotEqual('\uFEFF', notebook.ToJson()[0]);
        });
    }

    [Fact]
    public void A_file_without_a_newline_at_its_end_gets_none()
    {
        Assert.EndsWith("\n}", Notebook.Load(Samples.PathOf("numbers.ipynb")).ToJson(), StringComparison.Ordinal);
        Assert.EndsWith("\n}\n", Notebook.Load(Samples.PathOf("outputs.ipynb")).ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Outputs_read_and_written_again_differ_only_in_what_a_rerun_forgets()
    {
        var notebook = Notebook.Load(Samples.PathOf("outputs.ipynb"));
        var before = notebook.ToJson();

        notebook.Cells[0].ReplaceOutputs(notebook.Cells[0].Outputs);

        var expected = before
            .Replace("\"execution_count\": 3", "\"execution_count\": null", StringComparison.Ordinal)
            .Replace(
                "{\n      \"image/svg+xml\": {\n       \"isolated\": true\n      }\n     }",
                "{}",
                StringComparison.Ordinal)
            .Replace(
                "\"one string\\nof two lines\\n\"",
                "[\n      \"one string\\n\",\n      \"of two lines\\n\"\n     ]",
                StringComparison.Ordinal);
        Assert.Equal(expected, notebook.ToJson());
    }
}
