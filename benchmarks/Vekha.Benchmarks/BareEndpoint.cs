using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Vekha.Web.Data;

namespace Vekha.Benchmarks;

/// <summary>The least a page of fifty overdue rows can cost here: Kestrel, one plain query, a table written by hand. No sign-in, no layout.</summary>
internal static class BareEndpoint
{
    // As the program asks: over its index from the oldest day, so that fifty rows are read and no more.
    private static string Query(Engine engine) => $"""
        SELECT a.id, m.code, m.title, a.executor_name, a.control, a.first_control, a.why FROM assignments a JOIN measures m ON m.id = a.measure_id
        WHERE a.programme_id IN (SELECT id FROM programmes WHERE shown_on IS NULL) AND a.phase IN ('Open', 'Returned') AND a.control < @today AND a.answers = {(engine == Engine.Sqlite ? "1" : "true")} AND a.kind = 'Dated'
        ORDER BY a.control, a.id LIMIT 50
        """;

    public static async Task Serve(string engine, string connection, string port)
    {
        SqliteLoader.EnsureLoaded();
        var source = new DataSource(Enum.Parse<Engine>(engine), connection);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://localhost:{port}");
        var app = builder.Build();
        app.MapGet("/", async (HttpContext http) =>
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(await Page(source));
        });
        await app.RunAsync();
    }

    private static async Task<string> Page(DataSource source)
    {
        var encoder = HtmlEncoder.Create(UnicodeRanges.All);
        await using var connection = source.NewConnection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = Query(source.Engine);
        var today = command.CreateParameter();
        (today.ParameterName, today.Value) = ("today", source.Engine == Engine.Sqlite ? DateTime.Today.ToString("yyyy-MM-dd") : DateOnly.FromDateTime(DateTime.Today));
        command.Parameters.Add(today);
        await using var rows = await command.ExecuteReaderAsync();
        var page = new StringBuilder("<!doctype html><table>");
        while (await rows.ReadAsync())
        {
            page.Append("<tr>");
            for (var i = 0; i < rows.FieldCount; i++) page.Append("<td>").Append(encoder.Encode(rows.GetValue(i).ToString()!)).Append("</td>");
            page.Append("</tr>");
        }
        return page.Append("</table>").ToString();
    }
}
