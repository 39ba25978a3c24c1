namespace AsyncBook.Bench;

/// <summary>The Python to compare with: the first that has uvloop, else the first there is.</summary>
internal sealed record Python(string? Program, bool HasUvloop)
{
    public string Description => Program is null
        ? "no python3: C# only"
        : HasUvloop ? $"{Program} with uvloop" : $"{Program} without uvloop (Debian: apt-get install python3-uvloop)";

    public static string Script(string name) => Path.Combine(Folder(), name);

    public static Python Find()
    {
        var found = new[] { Environment.GetEnvironmentVariable("ASYNCBOOK_PYTHON"), "/usr/bin/python3", "python3" }
            .OfType<string>().Where(program => program.Length > 0 && Child.Succeeds(program, "-c", "import asyncio")).ToList();
        var withUvloop = found.Find(program => Child.Succeeds(program, "-c", "import uvloop"));
        return new(withUvloop ?? found.FirstOrDefault(), withUvloop is not null);
    }

    // bench/python, found from wherever the build has put the program.
    private static string Folder()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var scripts = Path.Combine(folder, "bench", "python");
            if (Directory.Exists(scripts))
            {
                return scripts;
            }
        }
        throw new DirectoryNotFoundException("bench/python is not above " + AppContext.BaseDirectory);
    }
}
