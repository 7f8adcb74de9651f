using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Writing;
using Vekha.Web.Features.Registries;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Registries;

/// <summary>The Excel that a registry gives and takes back.</summary>
public abstract class SheetPages(VekhaApp app)
{
    [Fact]
    public async Task The_sheet_comes_back_with_changes_and_new_lines_and_bad_lines_are_named_and_kept()
    {
        var clubs = await ClubRegistry.Make(app);
        await clubs.Add(clubs.Keeper, "=Маяк", 0, address: "ул. Садовая, 4", more: f => f.Set("v.places", "20").Set("v.head", "Кедрова Анна Львовна"));
        var rows = Rows(await Excel(clubs.Keeper, clubs));
        var head = rows.Single(r => r.Contains("Название"));
        var line = rows[rows.IndexOf(head) + 1];
        line[head.IndexOf("Название")].ShouldBe("=Маяк", "words are words, not a formula");
        line[head.IndexOf("Число мест, мест")].ShouldBe("20");
        line[head.IndexOf("Документ: положение о клубе")].ShouldBe("положение от 25.09.2017");

        var place = clubs.Districts[0].ShortName;
        List<string> Line(params (string Heading, string Value)[] values) => [.. head.Select(h => values.FirstOrDefault(v => v.Heading == h).Value ?? "")];
        List<string> changed = [.. line];
        changed[head.IndexOf("Число мест, мест")] = "35";
        var fresh = Line(("Название", "Звезда"), ("Территория", place), ("Дата первого события", "09.10.2017"), ("Базовая организация", "Школа № 5"), ("Адрес", "ул. Новая, 1"), ("Документ: положение о клубе", "от 01.10"), ("Документ: распорядительный акт о создании", "от 05.10"));
        var wrong = Line(("Название", "Парус"), ("Территория", "Марс"), ("Дата первого события", "когда-то"), ("Базовая организация", "Школа № 6"), ("Адрес", "ул. Лесная, 2"), ("Число мест, мест", "много"));
        var unknown = Line(("№", "77"), ("Название", "Призрак"), ("Территория", place), ("Базовая организация", "Школа"), ("Адрес", "ул. Лесная, 3"));
        var twin = Line(("Название", "Клуб Звезда"), ("Территория", place), ("Дата первого события", "09.10.2017"), ("Базовая организация", "Школа № 5"), ("Адрес", "ул. Новая, 1"), ("Документ: положение о клубе", "от 01.10"), ("Документ: распорядительный акт о создании", "от 05.10"));
        var loaded = await Load(clubs.Keeper, clubs, Sheet(head, changed, fresh, wrong, unknown, twin));

        loaded.Text.ShouldContain("Добавлено 1, изменено 1, без изменений 0.");
        loaded.Text.ShouldContain("не взято 3");
        var bad = loaded.All("tbody tr");
        bad[0].ShouldContain("Графа «Территория»: территории «Марс» нет в программе или она не ваша");
        bad[0].ShouldContain("Графа «Число мест, мест»: нужно число, а записано «много»");
        bad[0].ShouldContain("Графа «Дата первого события»: нужен день вида 30.10.2020, а записано «когда-то»");
        bad[1].ShouldContain("Графа «№»: карточки № 77 нет");
        bad[2].ShouldContain("Похожа на карточку «Звезда»");
        (await clubs.Card("=Маяк")).Values["places"].ShouldBe("35");
        (await clubs.Card("=Маяк")).Values["head"].ShouldBe("Кедрова Анна Львовна");
        (await clubs.Card("Звезда")).Opened.ShouldBe(new(2017, 10, 9));

        // What was not taken comes back as a table with the reason, and the same sheet once more changes nothing.
        var rest = Rows(await (await clubs.Keeper.Ask(loaded.One("a[href*='handler=bad']").GetAttribute("href")!)).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        rest.Single(r => r.Contains("Парус")).Last().ShouldContain("графа «Территория»");
        (await Load(clubs.Keeper, clubs, await Excel(clubs.Keeper, clubs))).Text.ShouldContain("Добавлено 0, изменено 0, без изменений 2.");
    }

    [Fact]
    public async Task A_district_loads_only_its_own_and_reads_no_names_of_its_neighbours()
    {
        var clubs = await ClubRegistry.Make(app);
        await clubs.Add(clubs.Keeper, "Маяк", 0, more: f => f.Set("v.head", "Кедрова Анна Львовна"));
        var sister = await clubs.District(1);

        var rows = Rows(await Excel(sister, clubs));

        rows.ShouldNotContain(r => r.Contains("Руководитель") || r.Contains("Кедрова Анна Львовна"));
        var head = rows.Single(r => r.Contains("Название"));
        List<string> line = [.. rows[rows.IndexOf(head) + 1]];
        line[head.IndexOf("Название")] = "Захваченный";
        (await Load(sister, clubs, Sheet(head, line))).Text.ShouldContain("карточка № 1 не вашей территории");
        (await clubs.Card("Маяк")).Name.ShouldBe("Маяк");
        (await Load(sister, clubs, "не таблица"u8.ToArray())).Refusal.ShouldContain("Таблица не загружена");
    }

    [Fact, Trait("Acceptance", "S3.19")]
    public async Task The_registry_of_initiative_projects_goes_to_Excel_with_its_columns_and_money_as_numbers()
    {
        var projects = await ClubRegistry.Make(app, "initiative-projects", new(2018, 3, 1));
        var add = (await projects.Keeper.Open($"/desk/registries/add/{projects.Id}")).Form("Завести карточку").Set("Input.Name", "Сквер у Дома культуры").Set("Input.Territory", projects.Districts[0].Id.ToString()).Set("Input.Day", "27.02.2018")
            .Set("v.received", "27.02.2018").Set("v.initiator", "инициативная группа, 14 человек").Set("v.cost", "3 950 000,50").Set("v.payplan", "310000").Set("p.0", "протокол собрания от 20.02.2018 № 1");
        (await add.Submit()).Refusal.ShouldBe("");

        using var book = SpreadsheetDocument.Open(new MemoryStream(await Excel(projects.Keeper, projects)), false);
        var rows = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Where(r => r.HasChildren).ToList();
        var head = rows.Single(r => r.InnerText.Contains("Название", StringComparison.Ordinal)).Elements<Cell>().Select(Text).ToList();
        // The columns of the field: registration number, day, territory, initiator, money by source, decision, contract, progress, refund.
        foreach (var column in new[] { "№", "Название", "Территория", "Дата внесения", "Инициатор", "Стоимость, руб.", "Местный бюджет, руб.", "Краевой (областной) бюджет, руб.", "Инициативные платежи: план, руб.", "Инициативные платежи: факт, руб.", "Трудовое участие",
            "Протокол собрания, №", "Срок замечаний", "Решение", "Дата решения", "Основание решения", "Балл", "Место", "Контракт, №", "Дата контракта", "Подрядчик", "% готовности (не меняйте)", "Дата завершения", "Дата публикации отчёта", "Остаток к возврату, руб." }) head.ShouldContain(column);
        var line = rows[rows.FindIndex(r => r.InnerText.Contains("Название", StringComparison.Ordinal)) + 1].Elements<Cell>().ToList();
        line[head.IndexOf("Стоимость, руб.")].CellValue!.Text.ShouldBe("3950000.5", "a sum is a number and can be added up");
        Text(line[0]).ShouldBe("1");
    }

    private static async Task<byte[]> Excel(Visitor by, ClubRegistry clubs) => await (await by.Ask(clubs.Address + "?handler=excel")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

    internal static async Task<Harness.Page> Load(Visitor by, ClubRegistry clubs, byte[] sheet) => await (await by.Open($"/desk/registries/import/{clubs.Id}")).Form("Загрузить").Attach("sheet", "реестр.xlsx", sheet).Submit();

    internal static byte[] Sheet(List<string> head, params List<string>[] lines)
    {
        var file = new MemoryStream();
        ExcelPaper.Write(new() { Title = "Реестр", Body = [new PaperTable("Реестр", [.. head.Select(h => new PaperColumn(h, 3))], [.. lines.Select(l => PaperRow.Of([.. l.Select(c => (PaperCell)c)]))])] }, file);
        return file.ToArray();
    }

    private static List<List<string>> Rows(byte[] file)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(file), false);
        return [.. book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Where(r => r.HasChildren).Select(r => r.Elements<Cell>().Select(Text).ToList())];
    }

    // A day of Excel is a number of days since 1900; as words it is read as people write it.
    private static string Text(Cell cell) => cell.InlineString?.InnerText.Replace('\u00a0', ' ') ?? (cell.CellValue?.Text is { } number && int.TryParse(number, out var n) && n > 40000 ? DateTime.FromOADate(n).ToString("dd.MM.yyyy") : cell.CellValue?.Text ?? "");
}

public sealed class SheetPagesOnSqlite(SqliteApp app) : SheetPages(app), IClassFixture<SqliteApp>;

public sealed class SheetPagesOnPostgres(PostgresApp app) : SheetPages(app), IClassFixture<PostgresApp>;
