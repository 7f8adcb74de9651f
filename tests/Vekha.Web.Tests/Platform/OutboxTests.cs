using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Platform;

/// <summary>A letter is written once and sent once, whatever the mail server does.</summary>
public abstract class OutboxTests(VekhaApp app) : IAsyncLifetime
{
    private readonly SmtpSink sink = new();

    // Tests of a class share a database, and the job sends whatever it finds.
    public async ValueTask InitializeAsync() => await app.Read(db => db.Letters.ExecuteDeleteAsync());

    public ValueTask DisposeAsync()
    {
        sink.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private Letter LetterTo(string address, string? subject = null) => Letter.To(address, "Громова Нина Львовна", Guid.NewGuid().ToString(),
        new(subject ?? "3 поручения ждут вас", "Добрый день!\r\n.точка в начале строки\r\n", "<p>Добрый день!</p>", "https://vekha.town.example/stop"), "town.example", app.Clock.GetUtcNow());

    private Task<Letter> Kept(Letter letter) => app.Read(db => db.Letters.AsNoTracking().SingleAsync(l => l.Id == letter.Id));

    [Fact]
    public async Task Letter_arrives_in_Russian_as_text_and_as_page_with_its_identity()
    {
        await app.MailTo(sink);
        var letter = LetterTo("gromova@town.example", "Напоминание:\r\nBcc: all@town.example");
        await app.Keep(letter);
        await app.Run("mail");
        await app.Run("mail");

        var got = sink.Letters.ShouldHaveSingleItem();
        got.Subject.ShouldBe("Напоминание: Bcc: all@town.example");
        got.Text.ShouldContain("Добрый день!");
        got.Text.ShouldContain("\n.точка в начале строки");
        got.Html.ShouldBe("<p>Добрый день!</p>");
        got.MessageId.ShouldBe($"<{letter.Id:N}@town.example>");
        got.Headers["from"].ShouldContain("vekha@town.example");
        got.Headers["list-unsubscribe"].ShouldBe("<https://vekha.town.example/stop>");
        got.Headers.Keys.ShouldNotContain("bcc");
        (await Kept(letter)).State.ShouldBe(LetterState.Sent);
    }

    [Fact]
    public async Task Mail_server_down_for_an_hour_all_letters_arrive_after_each_once()
    {
        await app.MailTo(sink);
        var letters = Enumerable.Range(0, 25).Select(i => LetterTo($"person{i}@town.example")).ToArray();
        await app.Keep([.. letters]);
        sink.GoAway();
        for (var minute = 0; minute < 60; minute++)
        {
            await app.Glance("mail");
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        sink.Letters.ShouldBeEmpty();
        var state = await app.Read(db => db.Jobs.SingleAsync(j => j.Name == "mail"));
        state.Failure.ShouldNotBeNull().ShouldStartWith("Почтовый сервер localhost не принимает писем");
        state.Failures.ShouldBeInRange(6, 12);

        sink.Open();
        for (var minute = 0; minute < 16; minute++)
        {
            await app.Glance("mail");
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        sink.Letters.Select(l => l.MessageId).ShouldBe(letters.Select(l => $"<{l.MessageId}>"), ignoreOrder: true);
        (await app.Read(db => db.Jobs.SingleAsync(j => j.Name == "mail"))).Failure.ShouldBeNull();
    }

    [Fact]
    public async Task Address_refused_for_ever_is_not_tried_again_and_stops_nobody_else()
    {
        await app.MailTo(sink);
        sink.Unknown["gone@town.example"] = true;
        var (gone, broken, fine) = (LetterTo("gone@town.example"), LetterTo("не адрес"), LetterTo("fine@town.example"));
        await app.Keep(gone, broken, fine);
        await app.Run("mail");
        app.Clock.Advance(TimeSpan.FromHours(5));
        await app.Run("mail");

        sink.Letters.ShouldHaveSingleItem().To.ShouldBe("fine@town.example");
        var refused = await Kept(gone);
        (refused.State, refused.Attempts).ShouldBe((LetterState.Refused, 1));
        refused.Failure!.ShouldContain("5.1.1 No such user");
        (await Kept(broken)).Failure.ShouldBe("Адрес «не адрес» записан неверно");
    }

    [Fact]
    public async Task Letter_put_off_by_the_server_is_tried_with_growing_pauses_and_given_up_after_three_days()
    {
        await app.MailTo(sink);
        sink.PutOff["busy@town.example"] = true;
        var letter = LetterTo("busy@town.example");
        await app.Keep(letter);
        var pauses = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            await app.Run("mail");
            var next = (await Kept(letter)).NextAt;
            pauses.Add((next - app.Clock.GetUtcNow()).TotalMinutes);
            app.Clock.Set(next);
        }
        pauses.ShouldBe([1, 5, 15, 30, 60]);
        app.Clock.Advance(TimeSpan.FromDays(3));
        await app.Keep(LetterTo("soon@town.example"));
        await app.Run("mail");
        (await Kept(letter)).Failure!.ShouldStartWith("Не доставлено за трое суток: ");
        sink.Letters.ShouldHaveSingleItem().To.ShouldBe("soon@town.example");
    }

    [Fact]
    public async Task Letter_left_half_way_by_a_dead_instance_goes_out_under_its_old_identity()
    {
        await app.MailTo(sink);
        var letter = LetterTo("half@town.example");
        await app.Keep(letter);
        await app.Run("mail");
        sink.Letters.ShouldHaveSingleItem();
        // As if the instance had died between the server's «250» and the note of it.
        await app.Read(db => db.Letters.Where(l => l.Id == letter.Id).ExecuteUpdateAsync(l => l.SetProperty(x => x.State, LetterState.Sending)));
        await app.Run("mail");
        sink.Letters.Select(l => l.MessageId).Distinct().ShouldHaveSingleItem();
        (await Kept(letter)).State.ShouldBe(LetterState.Sent);
    }
}

public sealed class OutboxTestsOnSqlite(SqliteApp app) : OutboxTests(app), IClassFixture<SqliteApp>;

public sealed class OutboxTestsOnPostgres(PostgresApp app) : OutboxTests(app), IClassFixture<PostgresApp>;
