#!/usr/bin/env -S dotnet run
#:sdk Microsoft.NET.Sdk.Web
#:package Microsoft.AspNetCore.OpenApi@10.0.15
#:package Microsoft.Extensions.Caching.Hybrid@10.11.0
#:package Microsoft.Extensions.Http.Resilience@10.11.0
#:package MySqlConnector@2.6.2
#:package StackExchange.Redis@3.4.35
#:property PublishAot=false
#:property Nullable=disable
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using MySqlConnector;
using StackExchange.Redis;

await BuildService(WebApplication.CreateBuilder(args)).RunAsync();      // Ctrl+C：等手上的做完，再停

// 登记：每样东西建一个，谁要就写在谁的参数里
static WebApplication BuildService(WebApplicationBuilder builder)
{
    var (services, settings) = (builder.Services, builder.Configuration);
    services.AddProblemDetails();                                       // 出错的回答都是一个样子（RFC 9457）
    services.AddOpenApi();
    services.AddSingleton(_ => new MySqlDataSource(settings.GetConnectionString("MySql")));
    services.AddSingleton<IConnectionMultiplexer>(_ => ConnectionMultiplexer.Connect(new ConfigurationOptions
    {
        EndPoints = { settings["Redis:EndPoint"] }, Password = settings["Redis:Password"], AbortOnConnectFail = false,
    }));
    services.AddHybridCache();
    services.AddSingleton<BookStore>();
    services.AddHttpClient("汇率", client => client.BaseAddress = new Uri(settings["Rates:Url"])).AddStandardResilienceHandler();
    services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddFixedWindowLimiter("下单", limit => (limit.PermitLimit, limit.Window) = (5, TimeSpan.FromMinutes(1)));
    });
    services.AddHealthChecks().AddCheck<BookStore>("mysql 和 redis");
    services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(10));

    var app = builder.Build();
    app.Services.GetRequiredService<BookStore>();                       // 现在就连：别等第一批请求一起来等
    app.UseExceptionHandler();
    app.UseStatusCodePages();
    app.UseRateLimiter();
    app.MapOpenApi();                                                   // /openapi/v1.json
    app.MapHealthChecks("/health");
    app.MapGet("/books/{id:int}", async (int id, BookStore store, CancellationToken gone) =>
        await store.FindAsync(id, gone) is { } book ? Results.Ok(book) : Results.NotFound());
    app.MapGet("/rates", (IHttpClientFactory clients, CancellationToken gone) => clients.CreateClient("汇率").GetStringAsync("/", gone));
    app.MapPost("/orders", async (Order order, BookStore store) => Results.Ok(new { sold = await store.SellAsync(order) }))
        .AddEndpointFilter(ValidateAsync).RequireRateLimiting("下单");
    return app;
}

// 验证：不合规矩的，还没进接口就是 400，说清楚哪一项
static async ValueTask<object> ValidateAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
{
    var faults = new List<ValidationResult>();
    return Validator.TryValidateObject(call.Arguments[0], new(call.Arguments[0]), faults, validateAllProperties: true)
        ? await next(call)
        : Results.ValidationProblem(faults.ToDictionary(fault => fault.MemberNames.First(), fault => new[] { fault.ErrorMessage }));
}

// 请求的样子，和规矩；书店
record Order([property: Range(1, int.MaxValue)] int BookId, [property: Range(1, 10, ErrorMessage = "一次买 1 到 10 本")] int Count);

record Book(int Id, string Title, int Price);

sealed class BookStore(MySqlDataSource source, IConnectionMultiplexer redis, HybridCache cache, IConfiguration settings) : IHealthCheck
{
    private readonly string _table = settings["Books:Table"] ?? "books";

    public ValueTask<Book> FindAsync(int id, CancellationToken gone) => cache.GetOrCreateAsync($"{_table}:{id}", async stop =>
    {
        await using var connection = await source.OpenConnectionAsync(stop);
        await using var command = new MySqlCommand($"SELECT id, title, price FROM {_table} WHERE id = @id", connection);
        command.Parameters.AddWithValue("@id", id);
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await reader.ReadAsync(stop) ? new Book(reader.GetInt32(0), reader.GetString(1), reader.GetInt32(2)) : null;
    }, cancellationToken: gone);

    public Task<long> SellAsync(Order order) => redis.GetDatabase().StringIncrementAsync($"{_table}:sold:{order.BookId}", order.Count);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken stop = default)
    {
        await using var connection = await source.OpenConnectionAsync(stop);
        await redis.GetDatabase().PingAsync().WaitAsync(stop);
        return HealthCheckResult.Healthy();
    }
}
