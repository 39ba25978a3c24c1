using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AsyncBook.Kernel.Display;

/// <summary>A value as data for another program: JSON, or a table in CSV. Neither can be cut short, so what is too large fails.</summary>
internal static class ValueData
{
    private const int Limit = 8_000_000;

    // The real kernel's choices: readable Chinese, nothing for what is null, NaN by its name.
    private static readonly JsonSerializerOptions _options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static string Json(object? value)
    {
        using var text = new BoundedStream();
        JsonSerializer.Serialize(text, value, value?.GetType() ?? typeof(object), _options);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    /// <summary>A row an item, a column a member; for what has no members, one column named value.</summary>
    public static string Csv(object? value)
    {
        var table = new StringBuilder();
        IReadOnlyList<string>? header = null;
        foreach (var row in Rows(value))
        {
            if (header is null)
            {
                header = [.. row.Select(cell => cell.Name)];
                AppendRow(table, header);
            }

            AppendRow(table, row.Select(cell => Text(cell.Value)));
            if (table.Length > Limit)
            {
                throw TooLarge();
            }
        }

        return table.ToString();
    }

    private static IEnumerable<List<(string Name, object? Value)>> Rows(object? value) => value switch
    {
        IDictionary { Count: > 0 } dictionary => [[.. dictionary.Keys.Cast<object>().Select(key => (Text(key), dictionary[key]))]],
        string => [Cells(value)],
        IEnumerable items => items.Cast<object?>().Select(Cells),
        _ => [Cells(value)],
    };

    private static List<(string Name, object? Value)> Cells(object? item) =>
        item is null or string or IFormattable or Type || item.GetType().IsPrimitive || CellTypes.MembersOf(item.GetType()) is not { Count: > 0 } members
            ? [("value", item)]
            : [.. members.Select(member => (member.Name, member.Get(item)))];

    private static string Text(object? value) => value is null ? "" : ValueText.Of(value);

    private static void AppendRow(StringBuilder table, IEnumerable<string> cells) =>
        table.AppendJoin(',', cells.Select(Quote)).Append('\n');

    private static string Quote(string cell) =>
        cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static InvalidOperationException TooLarge() =>
        new(string.Create(CultureInfo.InvariantCulture, $"The value is larger than {Limit / 1_000_000} MB as data; show a part of it."));

    private sealed class BoundedStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count)
        {
            Check(count);
            base.Write(buffer, offset, count);
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Check(buffer.Length);
            base.Write(buffer);
        }

        private void Check(int more)
        {
            if (Length + more > Limit)
            {
                throw TooLarge();
            }
        }
    }
}
