using System.Security.Cryptography;
using System.Text;
using AsyncBook.Language;
using Microsoft.AspNetCore.Http;

namespace AsyncBook.Serving;

/// <summary>
/// Who may come in: whoever holds the token, or the cookie it was changed for, on a loopback name and this port; and from this origin only.
/// Other users of the machine, other pages in the browser and names that were bent to this address stay outside.
/// </summary>
internal sealed class Gate
{
    private static readonly string[] _names = ["127.0.0.1", "localhost", "[::1]"];

    // Scripts and styles of the book's own files; a picture brings its styles with it, the editor makes some.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly byte[] _token;

    public Gate(string token) => (Token, _token) = (token, Encoding.ASCII.GetBytes(token));

    public string Token { get; }

    /// <summary>A token that nobody guesses.</summary>
    public static Gate WithNewToken() => new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));

    /// <summary>Lets a request in, or says why not.</summary>
    /// <returns>Whether it may go on; if not, it has been answered.</returns>
    public async Task<bool> AdmitAsync(HttpContext context)
    {
        SetHeaders(context.Response.Headers);
        var request = context.Request;
        if (!IsOwnName(context))
        {
            return await RefuseAsync(context, StatusCodes.Status421MisdirectedRequest, ServeWords.ForeignHost);
        }

        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            return await RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, ServeWords.OnlyReading);
        }

        // A browser names the page that asks, wherever a script or a socket of it does; of another port on this machine, too.
        if (IsForeign(context))
        {
            return await RefuseAsync(context, StatusCodes.Status403Forbidden, ServeWords.ForeignOrigin);
        }

        if (request.Query.TryGetValue("token", out var token))
        {
            return IsToken(token)
                ? ChangeForCookie(context)
                : await RefuseAsync(context, StatusCodes.Status403Forbidden, ServeWords.WrongToken);
        }

        return IsToken(request.Cookies[CookieName(context)])
            || await RefuseAsync(context, StatusCodes.Status403Forbidden, ServeWords.NoCookie);
    }

    public static async Task<bool> RefuseAsync(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync(why + "\n", context.RequestAborted);
        return false;
    }

    // Cookies know no ports: two servers must not take each other's away.
    private static string CookieName(HttpContext context) => $"asyncbook-{context.Connection.LocalPort}";

    private static bool IsOwnName(HttpContext context) =>
        _names.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase) && (context.Request.Host.Port ?? 80) == context.Connection.LocalPort;

    private static bool IsForeign(HttpContext context)
    {
        var origin = context.Request.Headers.Origin;
        return origin.Count == 0 ? context.WebSockets.IsWebSocketRequest : origin != $"http://{context.Request.Host.Value}";
    }

    private bool IsToken(string? given) => given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), _token);

    private bool ChangeForCookie(HttpContext context)
    {
        context.Response.Cookies.Append(CookieName(context), Token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        context.Response.StatusCode = StatusCodes.Status302Found;
        // "//elsewhere" would be another machine's address.
        context.Response.Headers.Location = "/" + context.Request.Path.ToUriComponent().TrimStart('/');
        return false;
    }

    private static void SetHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }
}
