using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Accounts;

/// <summary>A code of the telephone beside the password.</summary>
public abstract class SecondFactor(VekhaApp app)
{
    [Fact]
    public async Task Switched_on_it_is_asked_at_the_door_and_a_code_lets_in_once()
    {
        var (visitor, person) = await app.Hired(Role.Executor);
        var (key, _) = await SwitchOn(visitor);
        var login = await Login(person);

        var guest = app.Guest();
        var asked = await (await guest.Open("/sign-in?back=%2Fdesk%2Fme")).Form().Set("Login", login).Set("Password", Staff.Password).Submit();
        asked.Address.ShouldBe("/sign-in/code?back=%2Fdesk%2Fme");
        // The password alone opens nothing.
        (await guest.Open("/desk/me")).Address.ShouldStartWith("/sign-in?");
        (await asked.Form().Set("Code", "000000").Submit()).Refusal.ShouldContain("Код не подходит");
        var code = CodeOf(key, steps: 1);
        (await asked.Form().Set("Code", code).Submit()).Address.ShouldBe("/desk/me");

        // Seen over the shoulder, the same code does not open the door again.
        var second = app.Guest();
        var again = await (await second.Open("/sign-in")).Form().Set("Login", login).Set("Password", Staff.Password).Submit();
        (await again.Form().Set("Code", code).Submit()).Refusal.ShouldContain("Этим кодом уже входили");
    }

    [Fact]
    public async Task Looking_at_the_page_ends_nobodys_session()
    {
        var (visitor, person) = await app.Hired(Role.Executor);
        var before = await app.Read(db => db.Accounts.SingleAsync(a => a.PersonId == person.Id));

        (await visitor.Open("/desk/factor")).Status.ShouldBe(HttpStatusCode.OK);

        var after = await app.Read(db => db.Accounts.SingleAsync(a => a.PersonId == person.Id));
        after.FactorKey.ShouldNotBeNull();
        after.SecurityStamp.ShouldBe(before.SecurityStamp);
    }

    [Fact]
    public async Task A_spare_code_lets_in_once_and_an_administrator_resets_a_lost_telephone()
    {
        var unit = await app.Unit();
        var (visitor, person) = await app.Hired(Role.Executor, unit);
        var (_, spare) = await SwitchOn(visitor);
        spare.Count.ShouldBe(10);
        var login = await Login(person);
        async Task<Page> With(string code) => await (await (await app.Guest().Open("/sign-in")).Form().Set("Login", login).Set("Password", Staff.Password).Submit()).Form().Set("Code", code).Submit();

        (await With(spare[3])).Address.ShouldBe("/desk");
        (await With(spare[3])).Refusal.ShouldContain("Код не подходит");

        var admin = await app.SignedIn(Role.Administrator, unit);
        (await (await admin.Open($"/desk/accounts/people/card/{person.Id}")).Form("Сбросить второй фактор").Submit()).Text.ShouldContain("Второй фактор сброшен");
        (await app.Guest().SignIn(login)).ShouldNotBeNull();
        var kept = await app.Read(db => db.Accounts.SingleAsync(a => a.PersonId == person.Id));
        (kept.HasFactor, kept.FactorKey, kept.SpareLeft).ShouldBe((false, null, 0));
    }

    [Fact]
    public async Task Whose_role_asks_for_it_sets_it_up_before_anything_else_and_cannot_switch_it_off()
    {
        var top = Organisation.Found("Организация целиком", OrganisationKind.Administration, null);
        await app.Keep(top);
        var admin = await app.SignedIn(Role.Administrator, top);
        (await (await app.SignedIn(Role.Administrator, await app.Unit(under: top))).Open("/desk/accounts/people/factors")).Status.ShouldBe(HttpStatusCode.NotFound);
        await (await admin.Open("/desk/accounts/people/factors")).Form("Сохранить").Add("roles", nameof(Role.Curator)).Submit();
        var curator = await app.SignedIn(Role.Curator, top);

        var page = await curator.Open("/desk");
        page.Address.ShouldBe("/desk/factor");
        page.Text.ShouldContain("Для вашей роли второй фактор обязателен");
        await SwitchOn(curator);
        (await curator.Open("/desk")).Address.ShouldNotBe("/desk/factor");
        (await curator.Open("/desk/factor")).All("button").ShouldNotContain("Выключить второй фактор");
        await (await admin.Open("/desk/accounts/people/factors")).Form("Сохранить").Set("roles", null).Submit();
    }

    private static async Task<(string Key, List<string> Spare)> SwitchOn(Visitor visitor)
    {
        var page = await visitor.Open("/desk/factor");
        page.Has("svg path").ShouldBeTrue();
        var key = page.One("b.v-break").TextContent.Replace(" ", "", StringComparison.Ordinal);
        (await page.Form("Включить").Set("Code", "123").Submit()).Refusal.ShouldContain("Код не подходит");
        var on = await page.Form("Включить").Set("Code", CodeOf(key)).Submit();
        on.Text.ShouldContain("Второй фактор включён");
        return (key, [.. on.All("ul.v-plain li b").Where(c => c.Length > 6)]);
    }

    private Task<string> Login(Person person) => app.Read(db => db.Accounts.Where(a => a.PersonId == person.Id).Select(a => a.Login).SingleAsync());

    /// <summary>What a telephone shows (RFC 6238): six digits of the half minute, or of one nearby.</summary>
    private static string CodeOf(string key, int steps = 0)
    {
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var (bits, count, secret) = (0, 0, new List<byte>());
        foreach (var letter in key)
        {
            (bits, count) = ((bits << 5) | letters.IndexOf(letter), count + 5);
            if (count < 8) continue;
            secret.Add((byte)(bits >> (count -= 8)));
            bits &= (1 << count) - 1;
        }
        var step = BitConverter.GetBytes(IPAddress.HostToNetworkOrder(DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30 + steps));
        var hash = HMACSHA1.HashData(secret.ToArray(), step);
        var at = hash[^1] & 0xf;
        return $"{(((hash[at] & 0x7f) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3]) % 1_000_000:000000}";
    }
}

public sealed class SecondFactorOnSqlite(SqliteApp app) : SecondFactor(app), IClassFixture<SqliteApp>;

public sealed class SecondFactorOnPostgres(PostgresApp app) : SecondFactor(app), IClassFixture<PostgresApp>;
