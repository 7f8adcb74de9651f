using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Norms;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Facts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Features.Shared;
using Vekha.Web.Platform;

namespace Vekha.Benchmarks;

/// <summary>Facts, norms and waiting deadlines: how long one record takes and whether it grows with what is there.</summary>
internal sealed class FactsBench(string root, BoardOptions options)
{
    private readonly string web = Path.Combine(root, "src/Vekha.Web/bin/Release/net10.0/Vekha.Web.dll");

    public async Task Run()
    {
        SqliteLoader.EnsureLoaded();
        foreach (var size in options.Sizes)
        {
            if (options.Only is null or "sqlite") await BenchDatabase.Use(null, $"facts_{size}", (source, words) => On(source, words, size));
            if (options.Only is null or "postgres" && options.Postgres is not null) await BenchDatabase.Use(options.Postgres, $"facts_{size}", (source, words) => On(source, words, size));
        }
    }

    private async Task On(DataSource source, Func<int, string[]> words, int size)
    {
        Console.WriteLine($"\n{source.Engine}, {size:N0} facts, 2,000 objects, 100 waiting assignments");
        using (await Server.Start(web, words)) { }
        var programme = new FactProgramme(source, size);
        await programme.Fill();
        await using var services = Services(words);
        var norm = await Confirm(services, programme);
        await Record(services, programme, "a fact that serves 3 norms", reaches: null);
        await Record(services, programme, "a fact that serves 3 norms and moves 100 assignments", "завершение проекта");
        using var server = await Server.Start(web, words);
        await server.SignIn("zotova", ExamplePeople.Password);
        foreach (var (what, address) in new[] { ("the page of a norm over 2,000 objects", $"/desk/norms/norm/{norm}"), ("the norms of the plan", $"/desk/norms/{programme.Plan}"), ("the list of facts", $"/desk/facts?programme={programme.Programme}"), ("an empty page of the desk", "/desk/me") })
        {
            var one = await server.Measure(address, Math.Max(20, options.Requests / 3), source);
            Console.WriteLine($"  {what}: {one.Cpu:N2} ms of processor, {one.Wall:N2} ms by the clock; {one.Bytes / 1024} KB");
        }
    }

    private static ServiceProvider Services(Func<int, string[]> words)
    {
        var told = new ConfigurationBuilder().AddCommandLine(words(0)).AddInMemoryCollection([new("jobs", "off")]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(told);
        services.AddVekha(told, [SharedFeature.Contents, AccountsFeature.Contents, PlansFeature.Contents, FactsFeature.Contents]);
        return services.BuildServiceProvider();
    }

    /// <summary>Three norms over all facts, each counted anew as it is confirmed.</summary>
    private static async Task<Guid> Confirm(ServiceProvider services, FactProgramme programme)
    {
        var words = new NormWords { Text = "не менее 3 мероприятий в каждом клубе", Quantity = 3, Unit = "мероприятие", Per = NormPer.Object, PerKind = "клуб", Span = programme.Span };
        Guid first = default;
        foreach (var one in new[] { words, words with { Text = "всего", Per = NormPer.Whole, PerKind = null }, words with { Text = "каждый месяц", Per = NormPer.Whole, PerKind = null, Rhythm = NormRhythm.Month } })
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<VekhaDb>();
            var norm = new Norm(await db.Plans.AsNoTracking().SingleAsync(p => p.Id == programme.Plan), programme.Counted, one);
            db.Add(norm);
            var watch = Stopwatch.StartNew();
            await db.SaveChangesAsync();
            Console.WriteLine($"  a norm «{one.Text}» confirmed and counted in {watch.Elapsed.TotalSeconds:N1} s");
            if (first == default) first = norm.Id;
        }
        return first;
    }

    private async Task Record(ServiceProvider services, FactProgramme programme, string what, string? reaches)
    {
        var (cpu, wall) = (double.MaxValue, double.MaxValue);
        var each = Math.Max(20, options.Requests / 5);
        for (var series = 0; series < 4; series++)
        {
            var (before, watch) = (Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
            for (var i = 0; i < each; i++)
            {
                await using var scope = services.CreateAsyncScope();
                // Each time another day: the assignments move each time.
                await scope.ServiceProvider.GetRequiredService<FactBook>().Record(programme.Entry((series * each) + i, reaches));
                await scope.ServiceProvider.GetRequiredService<VekhaDb>().SaveChangesAsync();
            }
            if (series > 0) (cpu, wall) = (Math.Min(cpu, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / each), Math.Min(wall, watch.Elapsed.TotalMilliseconds / each));
        }
        Console.WriteLine($"  {what}: {cpu:N2} ms of processor, {wall:N2} ms by the clock");
    }
}
