using System.Security.Cryptography;
using System.Text;

namespace AsyncBook.Running;

/// <summary>Ids that are the same in every run, so that what reads the reports can follow a cell over time.</summary>
internal sealed record TrxIds(Guid Test, Guid Execution)
{
    /// <summary>What Visual Studio itself calls "a unit test".</summary>
    public static readonly Guid UnitTestType = new("13cdc9d9-ddb5-4fa4-a97d-d965ccfc6d4b");

    /// <summary>Its list of all results.</summary>
    public static readonly Guid AllResults = new("19431567-8539-422a-85d7-44ee4e166bda");

    /// <summary>Its list of results that are in no list.</summary>
    public static readonly Guid NoList = new("8c84fa94-04c1-424b-9868-57a2d4851a1d");

    public static TrxIds Of(string testName) => new(Named("test", testName), Named("execution", testName));

    private static Guid Named(string kind, string name) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"asyncbook:{kind}:{name}")).AsSpan(0, 16));
}
