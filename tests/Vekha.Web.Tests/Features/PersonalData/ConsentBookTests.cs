using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vekha.Resolving;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.PersonalData;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.PersonalData;

/// <summary>Consents are records of their own, and data go when their ground goes.</summary>
public abstract class ConsentBookTests(VekhaApp app)
{
    private static readonly DateOnly Day = new(2020, 11, 2);

    private async Task<(Programme Programme, Organisation Unit, Purpose List, Purpose Health)> Set(bool automatic = false)
    {
        app.Clock.Set(new DateTimeOffset(2020, 11, 2, 12, 0, 0, TimeSpan.FromHours(3)));
        var unit = await app.Unit();
        var programme = new Programme("Краеведческий портал", unit.Id, "городской округ Химки", DeadlinePolicy.Municipal);
        Purpose list = new(programme.Id, PurposeUse.People), health = new(programme.Id, PurposeUse.Health);
        list.Describe("Ведение списка волонтёров", LegalGround.Consent, null, ["фамилия, имя, отчество", "телефон"], 12, automatic);
        list.Write("Я согласен на обработку моих данных.", app.Clock.GetUtcNow(), "М.А. Зотова");
        health.Describe("Забота о здоровье ветеранов на съёмках", LegalGround.Consent, null, ["состояние здоровья"], 3, automatic);
        health.Write("Я согласен на обработку сведений о здоровье.", app.Clock.GetUtcNow(), "М.А. Зотова");
        await app.Keep(programme, list, health);
        return (programme, unit, list, health);
    }

    private async Task<DataSubject> Person(Programme programme, Organisation unit, string name, params Purpose[] agreed)
    {
        var person = new DataSubject(programme.Id, unit.Id, PersonKind.Volunteer);
        person.Describe(PersonKind.Volunteer, name, "+7 900 000-00-01", null, false);
        person.Enter(Day, "М.А. Зотова");
        await app.Do(async s =>
        {
            var db = s.GetRequiredService<VekhaDb>();
            db.Add(person);
            foreach (var purpose in agreed) s.GetRequiredService<ConsentBook>().Give(new(person.Id, PeoplePlaceKey), purpose, new(ConsentChannel.Paper, Day) { PaperPlace = "папка 04-12" });
            await db.SaveChangesAsync();
        });
        return person;
    }

    private const string PeoplePlaceKey = "people";

    [Fact]
    public async Task A_consent_keeps_the_words_it_was_given_to_even_when_they_are_rewritten()
    {
        var (programme, unit, list, health) = await Set();
        var person = await Person(programme, unit, "Волков Илья Петрович", list);
        await app.Do(async s =>
        {
            var db = s.GetRequiredService<VekhaDb>();
            var purpose = await db.Purposes.Include(p => p.Texts).SingleAsync(p => p.Id == list.Id);
            db.Add(purpose.Write("Совсем другие слова.", app.Clock.GetUtcNow(), "М.А. Зотова")!);
            await db.SaveChangesAsync();
            var consent = await db.Consents.SingleAsync(c => c.SubjectId == person.Id);
            (consent.TextNumber, consent.TextSha256, consent.Ip).ShouldBe((1, ConsentText.HashOf("Я согласен на обработку моих данных."), null));
            var book = s.GetRequiredService<ConsentBook>();
            (await book.Holds(person.Id, list.Id)).ShouldBeTrue();
            (await book.Holds(person.Id, health.Id)).ShouldBeFalse("one consent serves one purpose");
            (await book.Holds(person.Id, PurposeUse.People)).ShouldBeTrue();
            (await book.Holding(PurposeUse.Health, [person.Id])).ShouldBeEmpty();
            (await Should.ThrowAsync<Refusal>(() => book.GiveAgain(new(person.Id, PeoplePlaceKey), list, new(ConsentChannel.Paper, Day)))).Why.ShouldContain("действующее согласие уже есть");
        });
    }

    [Fact]
    public async Task A_child_agrees_through_a_parent_only()
    {
        var (_, _, list, _) = await Set();
        await app.Do(s =>
        {
            var child = new DataOf(Guid.CreateVersion7(), PeoplePlaceKey, IsChild: true);
            Should.Throw<Refusal>(() => s.GetRequiredService<ConsentBook>().Give(child, list, new(ConsentChannel.Page, Day))).Why.ShouldContain("родитель");
            s.GetRequiredService<ConsentBook>().Give(child, list, new(ConsentChannel.Page, Day) { ParentName = "Волкова Анна Сергеевна" }).ParentName.ShouldBe("Волкова Анна Сергеевна");
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Data_are_due_only_when_every_purpose_has_ended_and_the_act_names_nobody()
    {
        var (programme, unit, list, health) = await Set();
        var person = await Person(programme, unit, "Волков Илья Петрович", list, health);
        var stays = await Person(programme, unit, "Орехова Дарья Олеговна", list);
        await Withdraw(person, list);
        (await Due(programme, Day.AddDays(1))).ShouldBeEmpty("the purpose about health still holds");
        await Withdraw(person, health);

        var due = (await Due(programme, Day)).ShouldHaveSingleItem();
        (due.SubjectId, due.Term.Why, due.Term.By).ShouldBe((person.Id, "согласие отозвано 02.11.2020", Day.AddDays(30)));
        await app.Do(async s =>
        {
            var destruction = s.GetRequiredService<Destruction>();
            await destruction.Destroy(programme, [new(person.Id, PeoplePlaceKey)], _ => due.Term.Why, "отзыв согласия", null, "специалист", Day);
            await destruction.Save();
        });
        var rows = await app.Read(db => db.DataSubjects.Where(d => d.ProgrammeId == programme.Id).OrderBy(d => d.Name).ToListAsync());
        rows.Select(r => (r.Name, r.Contact)).ShouldBe([("данные уничтожены", null), ("Орехова Дарья Олеговна", "+7 900 000-00-01")], ignoreOrder: true);
        var act = await app.Read(db => db.DestructionActs.SingleAsync(a => a.ProgrammeId == programme.Id));
        act.Lines.ShouldHaveSingleItem().Purposes.ShouldContain("Ведение списка волонтёров");
        (act.Number, act.KeptUntil).ShouldBe((1, new DateOnly(2023, 11, 2)));
        System.Text.Json.JsonSerializer.Serialize(act).ShouldNotContain("Волков");
        (await Due(programme, Day.AddYears(3))).ShouldHaveSingleItem().SubjectId.ShouldBe(stays.Id);
        var consents = await app.Read(db => db.Consents.Where(c => c.SubjectId == person.Id).ToListAsync());
        consents.ShouldAllBe(c => c.DestroyedOn == Day && c.PaperPlace == null && c.TextSha256.Length == 64);
    }

    [Fact]
    public async Task The_job_destroys_by_rule_what_may_go_without_a_word_and_leaves_the_rest_to_a_person()
    {
        var (byRule, unit, list, _) = await Set(automatic: true);
        var gone = await Person(byRule, unit, "Волков Илья Петрович", list);
        var (byHand, other, asked, _) = await Set();
        var waits = await Person(byHand, other, "Орехова Дарья Олеговна", asked);
        app.Clock.Set(new DateTimeOffset(2021, 11, 3, 12, 0, 0, TimeSpan.FromHours(3)));

        await app.Run("retention");

        (await app.Read(db => db.DataSubjects.SingleAsync(d => d.Id == gone.Id))).Name.ShouldBe("данные уничтожены");
        (await app.Read(db => db.DestructionActs.SingleAsync(a => a.ProgrammeId == byRule.Id))).ById.ShouldBeNull();
        (await app.Read(db => db.DataSubjects.SingleAsync(d => d.Id == waits.Id))).Name.ShouldBe("Орехова Дарья Олеговна");
        (await Due(byHand, new(2021, 11, 3))).ShouldHaveSingleItem().Term.Why.ShouldBe("срок хранения истёк 02.11.2021");
    }

    private Task Withdraw(DataSubject person, Purpose purpose) => app.Do(async s =>
    {
        var db = s.GetRequiredService<VekhaDb>();
        await s.GetRequiredService<ConsentBook>().Withdraw(await db.Consents.SingleAsync(c => c.SubjectId == person.Id && c.PurposeId == purpose.Id), "заявление", Day);
        await db.SaveChangesAsync();
    });

    private Task<List<DueData>> Due(Programme programme, DateOnly day) => app.Do(s => s.GetRequiredService<Destruction>().Due(programme.Id, day).ToListAsync());
}

public sealed class ConsentBookOnSqlite(SqliteApp app) : ConsentBookTests(app), IClassFixture<SqliteApp>;

public sealed class ConsentBookOnPostgres(PostgresApp app) : ConsentBookTests(app), IClassFixture<PostgresApp>;
