using Microsoft.Extensions.DependencyInjection;
using Vekha.Web.Data;
using Vekha.Web.Platform;

namespace Vekha.Web.Tests.Harness;

/// <summary>Jobs and mail for a test: no job runs by itself, a test says when.</summary>
public static class Chores
{
    extension(VekhaApp app)
    {
        /// <summary>Runs a job now, whatever its rhythm.</summary>
        public async Task Run(string job)
        {
            var (runner, found) = (app.Services.GetRequiredService<JobRunner>(), app.Services.GetRequiredService<Jobs>().Of(job));
            await runner.Ask(found, default);
            (await runner.Run(found, default)).ShouldBeTrue($"«{job}» is at work elsewhere");
        }

        /// <summary>Runs a job if it is due, as an instance does every few seconds.</summary>
        public Task<bool> Glance(string job) => app.Services.GetRequiredService<JobRunner>().Run(app.Services.GetRequiredService<Jobs>().Of(job), default);

        /// <summary>Letters leave through the sink.</summary>
        public async Task MailTo(SmtpSink sink) => await app.Do(async s =>
        {
            var db = s.GetRequiredService<VekhaDb>();
            var settings = await MailSettings.Load(db);
            if (settings is null) db.Add(settings = MailSettings.Empty());
            settings.Leave("localhost", sink.Port, useTls: false, login: null);
            settings.SignAs("vekha@town.example", "Веха", "https://vekha.town.example", isOn: true);
            await db.SaveChangesAsync();
        });
    }
}
