using System.Globalization;
using System.Text.Json.Nodes;

namespace AsyncBook.Tests.Faults;

/// <summary>One spoilt notebook and the command it is given to. All of it follows from a seed and a number.</summary>
internal sealed class FuzzCase
{
    private static readonly string[] _names =
    [
        "x", "有 空格", "😀", "a;b'c", "-x", "x#y", "%41", "[b]", "long-" + new string('长', 78), "x.ipynb", "$(x)", "..x", "a\u202eb",
    ];

    private readonly Place _place;

    private FuzzCase(int seed, int number)
    {
        (Seed, Number) = (seed, number);
        var dice = new Dice((seed * 1_000_003L) + number);
        Command = dice.Next(10) switch
        {
            0 or 1 => "book",
            2 or 3 => "export",
            4 or 5 => "check",
            6 or 7 => "save",
            8 => "exercises",
            _ => "trace",
        };
        Name = dice.Pick(_names) + ".ipynb";
        var sound = Command switch
        {
            "exercises" => FuzzBase.WithExercise(),
            "book" or "export" when dice.Next(2) == 0 => FuzzBase.OfRealOne(dice),
            _ => FuzzBase.ThatCanBeRun(dice),
        };
        Mutation = Mutation.Of(sound, dice);
        _place = dice.Next(12) switch
        {
            0 => Place.ReadOnly,
            1 => Place.Link,
            2 when dice.Next(3) == 0 => Place.Folder,
            2 when dice.Next(2) == 0 => Place.LinkToNothing,
            2 => Place.LinkToItself,
            _ => Place.File,
        };
    }

    public int Seed { get; }

    public int Number { get; }

    public string Command { get; }

    public string Name { get; }

    public Mutation Mutation { get; }

    /// <summary>Whether there is a file at all.</summary>
    public bool IsFile => _place is Place.ReadOnly or Place.Link or Place.File;

    public bool IsReadOnly => _place == Place.ReadOnly;

    public static FuzzCase Of(int seed, int number) => new(seed, number);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, number {Number}: {Command} of {Name} ({Mutation.Kind}, {_place})");

    /// <summary>Lays the files out.</summary>
    /// <returns>The notebook's path.</returns>
    public string Write(string root)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "notebooks")).FullName;
        var stub = Path.Combine(Directory.CreateDirectory(Path.Combine(root, "data", "exercises", FuzzBase.Exercise)).FullName, "stub.cs");
        File.WriteAllText(stub, FuzzBase.Stub + "\n");
        var path = Path.Combine(folder, Name);
        switch (_place)
        {
            case Place.Folder:
                Directory.CreateDirectory(path);
                break;
            case Place.LinkToNothing:
                File.CreateSymbolicLink(path, "nothing.ipynb");
                break;
            case Place.LinkToItself:
                File.CreateSymbolicLink(path, Name);
                break;
            case Place.Link:
                File.WriteAllBytes(Path.Combine(root, "meant.json"), Mutation.Bytes);
                File.CreateSymbolicLink(path, "../meant.json");
                break;
            default:
                File.WriteAllBytes(path, Mutation.Bytes);
                break;
        }

        if (IsReadOnly)
        {
            File.SetAttributes(path, FileAttributes.ReadOnly);
        }

        return path;
    }

    /// <summary>The arguments; as a user writes them who stands in the root.</summary>
    public string[] Arguments(string root)
    {
        var path = Path.Combine(root, "notebooks", Name);
        var output = Path.Combine(root, "out");
        return Command switch
        {
            "book" => ["book", Path.Combine(root, "notebooks"), "--out", output],
            "export" => ["export", path, "--out", output],
            "check" => ["run", "--check", path],
            "save" => ["run", "--save", path],
            "exercises" => ["exercises", path],
            _ => ["trace", path + (Number % 8 == 0 ? "#code-1" : "#nowhere")],
        };
    }

    /// <summary>What the run says of the notebook that another run must say, too.</summary>
    public static JsonNode? WithoutOutputs(ReadOnlySpan<byte> bytes)
    {
        var notebook = JsonNode.Parse(bytes.StartsWith(System.Text.Encoding.UTF8.Preamble) ? bytes[3..] : bytes, documentOptions: new() { MaxDepth = 256 })!.AsObject();
        (notebook["metadata"] as JsonObject)?.Remove("language_info");
        foreach (var cell in notebook["cells"]!.AsArray().OfType<JsonObject>().Where(cell => (string?)cell["cell_type"] == "code"))
        {
            cell.Remove("outputs");
            cell.Remove("execution_count");
        }

        return notebook;
    }

    private enum Place
    {
        File,
        ReadOnly,
        Link,
        Folder,
        LinkToNothing,
        LinkToItself,
    }
}
