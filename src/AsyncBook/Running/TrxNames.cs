using System.Xml.Linq;

namespace AsyncBook.Running;

internal static class TrxNames
{
    public static readonly XNamespace Namespace = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public static XElement Element(string name, params object?[] content) => new(Namespace + name, content);
}
