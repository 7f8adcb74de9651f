using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Import;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Import;

public abstract class ImportPages(VekhaApp app)
{
    /// <summary>A small plan as a person would paste it: a table with a lost deadline.</summary>
    private const string Small = "План мероприятий на 2023 год\n\n№\tМероприятие\tСрок\tОтветственный\n1\tПодготовка площадки\tдо 20.03.2023\tУправление культуры\n2\tПроведение праздника\t12.06.2023\tУправление культуры\n3\tПодведение итогов\tиюль 2023\tОтдел молодёжи\n";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private Task<Page> SmallReview(Visitor visitor, string programme) => visitor.Import("План праздника.txt", Bytes(Small), programme);

    [Fact]
    public async Task A_confirmed_document_becomes_a_plan_that_waits_for_its_approval()
    {
        var unit = await app.Unit("Управление культуры");
        var office = await app.SignedIn(Role.ProjectOffice, unit);
        var page = await SmallReview(office, "Праздник");
        page.Has("form[action*=Assemble]").ShouldBeFalse("nothing is a plan before it is confirmed");
        page = await page.Form("#questions .is-now form").Set("answer.Option", "0").Submit();
        page = await page.Form("Подтвердить остальные").Submit();
        page.Text.ShouldContain("3 из 3 подтверждено");
        var made = await page.Form("Собрать план").SubmitOnce();
        made.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var address = made.Headers.Location!.ToString();
        var plan = await app.Plan(Guid.Parse(address.Split('/').Last()));
        plan.IsApproved.ShouldBeFalse();
        plan.Measures.Count.ShouldBe(3);
        plan.Measures.OrderBy(m => m.Position).Select(m => m.Code).ShouldBe(["1", "2", "3"]);
        plan.Measures.Single(m => m.Code == "1").Executors.Single().OrganisationId.ShouldBe(unit.Id, "the name on paper is the unit of the tree");
        plan.Notes.ShouldContain(n => n.Contains("входит ли сам этот день"));
        (await app.Read(db => db.Programmes.SingleAsync(p => p.Id == plan.ProgrammeId))).Policy.BeforeIsInclusive.ShouldBeTrue();
        (await office.Open(page.Address)).Address.ShouldStartWith("/desk/plans/");
    }

    [Fact]
    public async Task Two_people_confirm_different_rows_of_one_document_and_both_are_kept()
    {
        var unit = await app.Unit();
        var (first, second) = (await app.SignedIn(Role.ProjectOffice, unit), await app.SignedIn(Role.ProjectOffice, unit));
        var mine = await SmallReview(first, "Двое");
        var theirs = await second.Open(mine.Address);
        await mine.Form("#m-0 form[action*=Confirm]").Set("target", "0").Submit();
        var after = await theirs.Form("#m-1 form[action*=Confirm]").Set("target", "1").Submit();
        after.Refusal.ShouldBe("");
        after.Text.ShouldContain("2 из 3 подтверждено");
    }

    [Fact]
    public async Task The_second_editor_of_one_row_sees_both_texts_and_loses_nothing()
    {
        var unit = await app.Unit();
        var ((first, person), second) = (await app.Hired(Role.ProjectOffice, unit), await app.SignedIn(Role.ProjectOffice, unit));
        var draft = await SmallReview(first, "Одна строка");
        var mine = await first.Open(draft.Address + "?row=1");
        var theirs = await second.Open(draft.Address + "?row=1");
        await mine.Form("#form-1").Set("input.Title", "Проведение праздника двора").Submit();
        var after = await theirs.Form("#form-1").Set("input.Title", "Проведение Дня соседей").Submit();
        after.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        after.Refusal.ShouldContain(person.ShortName);
        after.Refusal.ShouldContain("сейчас «Проведение праздника двора», у вас «Проведение Дня соседей»");
        after.One("#form-1 textarea").TextContent.ShouldBe("Проведение Дня соседей", "what was typed is still in the form");
        var again = await after.Form("#form-1").Submit();
        again.Text.ShouldContain("Проведение Дня соседей");
    }

    [Fact]
    public async Task A_typed_deadline_is_shown_as_understood_before_it_is_taken()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var page = await SmallReview(office, "Срок словами");
        page = await office.Open(page.Address + "?row=2");
        var shown = await page.Form("#form-2").Set("input.Deadline", "октябрь 2023").Submit();
        shown.One(".v-understood").TextContent.Squeezed().ShouldContain("31 октября 2023, вт");
        (await app.Draft(page)).Review.Rows[2].DeadlineText.ShouldBe("июль 2023", "nothing is taken unseen");
        var taken = await shown.Form("#form-2").Submit();
        taken.When("3").ShouldBe("31 октября 2023, вт");
        taken.Row("3").ShouldContain("июль 2023", Case.Sensitive, "the words of the document stay");
        taken.Row("3").ShouldContain("исправлено: «октябрь 2023»");
    }

    [Fact]
    public async Task The_doubtful_rows_come_first_and_the_order_is_switched_in_the_address()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var document = Small.Replace("июль 2023", "как-нибудь потом", StringComparison.Ordinal);
        var inOrder = await office.Import("План сомнительный.txt", Bytes(document), "Сомнительное");
        inOrder.Codes.ShouldBe(["1", "2", "3"]);
        var first = await inOrder.Click("сначала сомнительное");
        first.Codes[0].ShouldBe("3", "the row that is asked about");
        first.All("h3").ShouldContain("Сомнительное");
        first.Codes.Skip(1).ShouldBe(["1", "2"]);
        var confirmed = await first.Form("#m-1 form[action*=Confirm]").Set("target", "1").Submit();
        confirmed.Codes[0].ShouldBe("3", "an act keeps the order");
        var back = await confirmed.Click("по документу");
        back.Address.ShouldContain("/document");
        back.Codes.ShouldBe(["1", "2", "3"]);
        (await back.Form("#m-0 form[action*=Confirm]").Set("target", "0").Submit()).Codes.ShouldBe(["1", "2", "3"]);
    }

    [Fact]
    public async Task Any_act_can_be_undone()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var page = await SmallReview(office, "Отмена");
        page = await office.Open(page.Address + "?row=0");
        page = await page.Form("Объединить со следующей").Submit();
        page.Codes.Count.ShouldBe(2);
        page = await page.Form("Отменить").Submit();
        page.Codes.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_same_file_again_shows_what_is_there_and_makes_no_second_draft()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var first = await SmallReview(office, "Дважды");
        var again = await SmallReview(office, "Дважды");
        again.Address.ShouldStartWith("/desk/import/compare/");
        again.Text.ShouldContain("Этот файл уже загружен");
        again.Text.ShouldContain("Отличий нет: 3 строки совпадают");
        var programme = (await app.Draft(first)).ProgrammeId;
        (await app.Read(db => db.Imports.CountAsync(d => d.ProgrammeId == programme))).ShouldBe(1);
    }

    [Fact]
    public async Task A_changed_document_is_compared_row_by_row()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var first = await SmallReview(office, "Новая редакция");
        var programme = (await app.Draft(first)).ProgrammeId;
        var changed = Small.Replace("июль 2023", "август 2023", StringComparison.Ordinal) + "4\tПубликация отчёта\tсентябрь 2023\tОтдел молодёжи\n";
        var second = await office.Import("План праздника 2.txt", Bytes(changed), "Новая редакция");
        (await app.Draft(second)).ProgrammeId.ShouldBe(programme);
        var page = await office.Open(second.Address.Replace("/document", "", StringComparison.Ordinal).Replace("/review/", "/compare/", StringComparison.Ordinal));
        page.Text.ShouldContain("изменено: 1");
        page.Text.ShouldContain("добавлено: 1");
        page.One("del").TextContent.ShouldBe("июль 2023");
        page.One("ins").TextContent.ShouldBe("август 2023");
    }

    [Fact]
    public async Task A_document_of_another_unit_does_not_exist()
    {
        var page = await SmallReview(await app.SignedIn(Role.ProjectOffice), "Чужое");
        var stranger = await app.SignedIn(Role.ProjectOffice);
        var compare = page.Address.Replace("/document", "", StringComparison.Ordinal).Replace("review", "compare", StringComparison.Ordinal);
        foreach (var address in new[] { page.Address, compare, compare.Replace("compare", "progress", StringComparison.Ordinal), page.Address + "?handler=File" })
            (await stranger.Ask(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        (await (await app.SignedIn(Role.Executor)).Ask("/desk/import")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_uploaded_file_comes_back_as_it_was()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var page = await SmallReview(office, "Файл");
        var file = await office.Ask(page.Address + "?handler=File");
        (await file.Content.ReadAsByteArrayAsync()).ShouldBe(Bytes(Small));
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
    }
}

public sealed class ImportPagesOnSqlite(SqliteApp app) : ImportPages(app), IClassFixture<SqliteApp>;

public sealed class ImportPagesOnPostgres(PostgresApp app) : ImportPages(app), IClassFixture<PostgresApp>;
