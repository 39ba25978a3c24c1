using System.Text.Json.Nodes;
using NJsonSchema;

namespace AsyncBook.Content.Tests.Workshop;

/// <summary>docker-compose.yml: no engine runs it here, so each of its promises is read from it.</summary>
public sealed class ComposeTests
{
    private static readonly JsonObject _file = Compose.Read("docker-compose.yml");

    public static TheoryData<string> Files { get; } = ["docker-compose.yml", ".devcontainer/docker-compose.yml"];

    public static TheoryData<string> Servers { get; } = ["redis-1", "redis-2", "mysql-1", "mysql-2"];

    [Theory, MemberData(nameof(Files))]
    public async Task It_passes_the_published_schema(string path)
    {
        var schema = await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(
            CiTools.Find("schemastore", "schemas", "json", "raw.githubusercontent.com", "compose-spec", "compose-spec", "master", "schema", "compose-spec.json"),
            TestContext.Current.CancellationToken));
        var file = Compose.Read(path.Split('/'));

        Assert.Empty(schema.Validate(file.ToJsonString()));
        file["services"]!.AsObject().First().Value!["helthcheck"] = "misspelt";
        Assert.Contains(schema.Validate(file.ToJsonString()), fault => fault.ToString().Contains("helthcheck", StringComparison.Ordinal));
    }

    [Fact]
    public void It_has_two_servers_of_each_kind_and_pins_them() => Assert.Equal(
        ["redis-1 redis:8.6.6-alpine", "redis-2 redis:8.6.6-alpine", "mysql-1 mysql:9.7.2", "mysql-2 mysql:9.7.2"],
        Services.Select(service => $"{service.Key} {service.Value!["image"]}"));

    [Theory, MemberData(nameof(Servers))]
    public void A_server_is_for_this_machine_alone_small_and_keeps_its_data(string name)
    {
        var service = Services[name]!;
        Assert.All(Compose.Texts(service["ports"]), port => Assert.Matches(@"^127\.0\.0\.1:\$\{[A-Z_12]+:-\d+\}:\d+$", port));
        Assert.Contains(Compose.Texts(service["volumes"]), volume => volume.StartsWith(name + ":/", StringComparison.Ordinal));
        Assert.True(_file["volumes"]!.AsObject().ContainsKey(name));
        Assert.InRange(int.Parse(service["mem_limit"]!.ToString().TrimEnd('m'), System.Globalization.CultureInfo.InvariantCulture), 1, 400);
    }

    [Theory, MemberData(nameof(Servers))]
    public void Its_port_and_password_are_the_ones_notebooks_expect(string name)
    {
        var known = global::Services.All.Single(service => service.Name == name);
        Assert.SkipWhen(Environment.GetEnvironmentVariable(known.Variable) is not null, $"{known.Variable} says something else");
        Assert.Contains($":-{known.Port}}}:", Compose.Texts(Services[name]!["ports"]).Single(), StringComparison.Ordinal);
        var script = File.ReadAllText(Path.Combine(Repository.Root, "data", "mysql", "workshop.sql"));
        var secret = name.StartsWith("redis", StringComparison.Ordinal) ? Compose.Texts(Services[name]!["command"]).ElementAt(2) : script;
        Assert.Contains(known.Password, secret, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Servers))]
    public void Its_health_check_does_not_lie(string name)
    {
        var check = Services[name]!["healthcheck"]!;
        var command = Compose.Texts(check["test"]).Last();
        Assert.NotNull(check["start_period"]);
        if (name.StartsWith("redis", StringComparison.Ordinal))
        {
            // redis-cli exits 0 whatever the server says.
            Assert.Contains("-a \"$$REDIS_PASSWORD\"", command, StringComparison.Ordinal);
            Assert.EndsWith("| grep -qx PONG", command, StringComparison.Ordinal);
        }
        else
        {
            // During its set-up MySQL answers on its socket, not yet on TCP.
            Assert.StartsWith("mysqladmin ping -h 127.0.0.1 ", command, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Nobody_has_roots_password_and_the_workshops_user_has_the_least()
    {
        foreach (var (_, service) in Services.Where(service => service.Key.StartsWith("mysql", StringComparison.Ordinal)))
        {
            Assert.Equal("""{"MYSQL_RANDOM_ROOT_PASSWORD":"yes"}""", service!["environment"]!.ToJsonString());
        }

        var grants = File.ReadAllLines(Path.Combine(Repository.Root, "data", "mysql", "workshop.sql")).Where(line => line.StartsWith("GRANT", StringComparison.Ordinal));
        Assert.Equal(["GRANT ALL ON workshop.* TO 'workshop'@'%';", "GRANT SELECT (Host, User) ON mysql.user TO 'workshop'@'%';"], grants);
    }

    [Fact]
    public void The_example_of_env_names_every_variable_of_the_file()
    {
        var used = System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(Path.Combine(Repository.Root, "docker-compose.yml")), @"\$\{(\w+):-([^}]+)\}")
            .Select(match => $"{match.Groups[1].Value}={match.Groups[2].Value}").Distinct().Order(StringComparer.Ordinal);
        var named = File.ReadAllLines(Path.Combine(Repository.Root, ".env.example")).Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#')).Order(StringComparer.Ordinal);
        Assert.Equal(used, named);
    }

    private static JsonObject Services => _file["services"]!.AsObject();
}
