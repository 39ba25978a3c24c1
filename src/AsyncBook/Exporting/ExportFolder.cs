using AsyncBook.IO;
using AsyncBook.Language;
using AsyncBook.Notebooks;

namespace AsyncBook.Exporting;

/// <summary>Where exported notebooks lie with the files they use. Each says in its first lines whose it is; a file that does not is left alone.</summary>
internal static class ExportFolder
{
    public const string Default = "artifacts/export";

    public const string DisplayFile = "lib/NotebookDisplay.cs";

    private const string Marker = "asyncbook export";

    // Nothing that a folder above wants of its own projects is for these.
    private const string NoProps = $"<!-- {Marker}: what folders above say of their projects ends here. -->\n<Project />\n";

    // What a kernel shows as a picture a terminal has as words: its title and its description.
    private const string Display =
        $$"""
        // {{Marker}}: what a kernel shows, as a terminal can.
        using System;
        using System.Collections.Concurrent;
        using System.IO;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using System.Xml.Linq;

        public static class NotebookDisplay
        {
            public static void DisplayAs(this string value, string mimeType) => Console.WriteLine(mimeType == "image/svg+xml" ? Words(value) : value);

            private static string Words(string svg) => string.Join("\n", XDocument.Load(new StringReader(svg)).Descendants()
                .Where(element => element.Name.LocalName is "title" or "desc")
                .Select(element => element.Value.Trim()));
        }

        // Every cell begins on one thread that is not the pool's, as in a kernel, wherever the one before it ended.
        public readonly struct NotebookThread : INotifyCompletion
        {
            private static readonly BlockingCollection<Action> _cells = new();
            private static readonly Thread _thread = Start();

            public static NotebookThread Begin() => default;

            public bool IsCompleted => Thread.CurrentThread == _thread;

            public NotebookThread GetAwaiter() => this;

            public void OnCompleted(Action cell) => _cells.Add(cell);

            public void GetResult()
            {
            }

            private static Thread Start()
            {
                var thread = new Thread(() =>
                {
                    foreach (var cell in _cells.GetConsumingEnumerable())
                        cell();
                }) { IsBackground = true, Name = "cells" };
                thread.Start();
                return thread;
            }
        }

        """;

    public static string Mark(string notebook) => $"// {Marker}: {Path.GetFileName(notebook)}";

    /// <summary>Where a file goes that cells bring in: <c>../lib/X.cs</c> and <c>lib/X.cs</c> are one.</summary>
    public static string PlaceOf(string file) => "lib/" + Path.GetFileName(file);

    /// <summary>Writes notebooks, and what they use, beside one another.</summary>
    /// <returns>What can be run.</returns>
    /// <exception cref="IOException">Something else is in the place of a file.</exception>
    public static IReadOnlyList<ExportedProgram> Write(string folder, IReadOnlyList<Notebook> notebooks)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [DisplayFile] = Display,
            ["Directory.Build.props"] = NoProps,
            ["Directory.Build.targets"] = NoProps,
            ["Directory.Packages.props"] = NoProps,
        };
        var programs = new List<ExportedProgram>();
        var data = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (notebook, exported) in notebooks.Select(notebook => (notebook, new ExportedNotebook(notebook))).Where(one => !one.Item2.IsEmpty))
        {
            foreach (var import in exported.Imports)
            {
                files[PlaceOf(import)] = Library(notebook, import);
            }

            var name = Path.GetFileNameWithoutExtension(notebook.Path) + ".cs";
            files[name] = exported.Text();
            programs.Add(new(Path.Combine(folder, name), notebook, exported.Missing));
            foreach (var (place, source) in exported.Imports.Select(import => files[PlaceOf(import)]).Append(files[name]).SelectMany(text => ExportData.In(text, notebook.Path)))
            {
                data[place] = source;
            }
        }

        if (programs.Count == 0)
        {
            throw new FormatException(ExportWords.NothingToRun(notebooks[0].Path));
        }

        foreach (var place in files.Keys.Select(file => Path.Combine(folder, file)))
        {
            Require(place);
        }

        ExportData.Copy(folder, data);

        foreach (var (file, text) in files)
        {
            var place = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            AtomicFile.Write(place, text);
        }

        return programs;
    }

    private static string Library(Notebook notebook, string import)
    {
        var path = Path.GetFullPath(import, Path.GetDirectoryName(Path.GetFullPath(notebook.Path))!);
        return Path.GetExtension(import) == ".cs" && File.Exists(path)
            ? $"// {Marker}: {PlaceOf(import)}\n#pragma warning disable\n{File.ReadAllText(path)}"
            : throw new FormatException(ExportWords.CannotBeImported(notebook.Path, import));
    }

    private static void Require(string place)
    {
        if (Directory.Exists(place) || (Path.Exists(place) && !File.ReadLines(place).Take(2).Any(line => line.Contains(Marker, StringComparison.Ordinal))))
        {
            throw new IOException(ExportWords.Taken(place));
        }
    }
}

/// <summary>A notebook that has become a program.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Notebook">What it was made of.</param>
/// <param name="Missing">The cells that are no part of it.</param>
internal sealed record ExportedProgram(string Path, Notebook Notebook, IReadOnlyList<LeftOut> Missing);
