using Vekha.Calendars;
using Vekha.Web.Data;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Faults;

/// <summary>
/// Two real processes at work over one PostgreSQL; the one that is sending a thousand reminders is killed with -9 or stopped
/// as systemd stops it, the other one goes on by itself.
/// </summary>
public sealed class BothUp
{
    /// <summary>How a process goes.</summary>
    public enum End
    {
        Killed,
        Stopped,
    }

    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    [Theory, InlineData(End.Killed), InlineData(End.Stopped)]
    public async Task A_thousand_reminders_arrive_each_once_though_their_sender_goes_in_the_middle(End end)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Needs /proc to see which process sends.");
        using var sink = new SmtpSink();
        await using var database = await TestDatabase.Make(Engine.Postgres);
        await Yesterday(database, sink);
        await using var first = new VekhaProcess(database.Folder, database.Address);
        await using var second = new VekhaProcess(database.Folder, database.Address);
        await Task.WhenAll(first.Start(), second.Start());
        await database.Becomes("SELECT count(*) FROM letters", TakeOver.People);
        var (sender, gone) = await InTheMiddle(database, sink, end, first, second);

        await database.Becomes("SELECT count(*) FROM letters WHERE state = 'Sent'", TakeOver.People, Minute);
        (DateTime.UtcNow - gone).ShouldBeLessThan(Minute);
        (sender == first ? second : first).IsAlive.ShouldBeTrue();
        sink.Letters.Select(l => l.MessageId).Distinct().Count().ShouldBe(TakeOver.People);
        sink.Letters.Select(l => l.To).Distinct().Count().ShouldBe(TakeOver.People);
        // The one in flight when its sender was killed is handed over again, under its own number; who is stopped finishes it.
        sink.Letters.Count.ShouldBe(end == End.Killed ? TakeOver.People + 1 : TakeOver.People);
    }

    /// <summary>The job is asked for; at the five hundredth letter its sender is found and ends.</summary>
    private static async Task<(VekhaProcess Sender, DateTime At)> InTheMiddle(TestDatabase database, SmtpSink sink, End end, params VekhaProcess[] processes)
    {
        var found = new TaskCompletionSource<(VekhaProcess, DateTime)>();
        sink.BeforeTaking = taken =>
        {
            if (taken != TakeOver.People / 2) return;
            var sender = processes.Single(p => p.Holds(sink.PeerPort));
            if (end == End.Killed) sender.Kill();
            else sender.Ask();
            found.TrySetResult((sender, DateTime.UtcNow));
        };
        await database.Number("UPDATE jobs SET next_at = '2020-01-01 00:00:00+00' WHERE name = 'mail'");
        return await found.Task.WaitAsync(Minute);
    }

    /// <summary>On the working day before today a thousand people were reminded; their letters have not been written yet.</summary>
    private static async Task Yesterday(TestDatabase database, SmtpSink sink)
    {
        await using var app = new SeedingApp(database);
        await app.InitializeAsync();
        await app.MailTo(sink);
        var day = WorkCalendar.Russia.PreviousWorking(DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1));
        app.Clock.Set(new(day, new(9, 0), TimeSpan.FromHours(3)));
        await TakeOver.Thousand(app, due: WorkCalendar.Russia.AddWorkingDays(day, 3));
        await app.Run("reminders");
        (await database.Number("SELECT count(*) FROM notices")).ShouldBe(TakeOver.People);
    }

    private sealed class SeedingApp(TestDatabase database) : VekhaApp(database.Engine, database);
}
