using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Import;
using Vekha.Web.Features.Plans;
using Vekha.Web.Tests.Harness;

namespace Vekha.Web.Tests.Features.Import;

/// <summary>A bad file gets a clear Russian answer, nothing of it becomes a plan, and the next file is read.</summary>
public abstract class ImportBadInput(VekhaApp app)
{
    private const string Word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private static byte[] Sample => File.ReadAllBytes(Path.Combine(Repository.Root, "samples", "khimki-portal.docx"));

    public static TheoryData<string, string> Cases => new()
    {
        { "truncated", "повреждён или скачан не полностью" },
        { "locked", "Файл защищён паролем" },
        { "picture", "Это изображение" },
        { "archive", "Это архив" },
        { "not-a-plan", "не найден план" },
        { "xxe", "(DTD)" },
        { "bomb", "Файл" },
        { "rows", "больше, чем можно подтвердить руками" },
    };

    [Theory, MemberData(nameof(Cases))]
    public async Task A_bad_file_is_answered_in_Russian_and_leaves_nothing_behind(string kind, string answer)
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var page = await office.Import(kind == "rows" ? "план.txt" : "план.docx", Bad(kind), $"Плохой файл {kind}");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Title.ShouldBe("Документ не прочитан");
        page.Refusal.ShouldContain(answer);
        page.Text.ShouldContain("Что можно сделать");
        var draft = await app.Draft(page);
        draft.State.ShouldBe(ImportState.Failed);
        (draft.SourceText, draft.DraftText, draft.ReviewText).ShouldBe((null, null, null));
        (await app.Read(db => db.Plans.AnyAsync(p => p.ProgrammeId == draft.ProgrammeId))).ShouldBeFalse();
    }

    [Fact]
    public async Task An_empty_or_too_large_file_is_refused_at_the_door()
    {
        var office = await app.SignedIn(Role.ProjectOffice);
        var empty = await office.Import("пусто.docx", [], "Пустой");
        empty.Refusal.ShouldContain("«пусто.docx» пуст");
        var large = await office.Import("большой.docx", new byte[26 * 1024 * 1024], "Большой");
        large.Refusal.ShouldContain("больше 25 МБ");
        var none = await (await office.Open("/desk/import")).Form("#upload").Submit();
        none.Refusal.ShouldContain("Файл не выбран");
        (await app.Read(db => db.Programmes.AnyAsync(p => p.Name == "Пустой" || p.Name == "Большой"))).ShouldBeFalse();
    }

    [Fact]
    public async Task Deleted_and_hidden_words_do_not_come_into_the_plan()
    {
        static string Cell(string runs) => $"<w:tc><w:p>{runs}</w:p></w:tc>";
        static string Run(string text, string look = "") => $"<w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";
        var rows = $"<w:tr>{Cell(Run("№"))}{Cell(Run("Мероприятие"))}{Cell(Run("Срок"))}</w:tr>"
            + $"<w:tr>{Cell(Run("1"))}{Cell(Run("Открытие клуба") + "<w:del w:id=\"1\"><w:r><w:delText> отменено</w:delText></w:r></w:del>" + Run(" тайное", "<w:vanish/>"))}{Cell(Run("до 20.03.2023"))}</w:tr>"
            + $"<w:tr>{Cell(Run("2"))}{Cell(Run("Закрытие сезона"))}{Cell(Run("май 2023"))}</w:tr>";
        var page = await (await app.SignedIn(Role.ProjectOffice)).Import("правки.docx", Docx($"<w:document {Word}><w:body><w:tbl>{rows}</w:tbl></w:body></w:document>"), "Правки");
        page.Row("1").ShouldContain("Открытие клуба");
        page.Text.ShouldNotContain("отменено");
        page.Text.ShouldNotContain("тайное");
    }

    [Fact]
    public async Task Formulas_are_shown_by_their_value_and_never_counted()
    {
        static string Row(int n, params string[] cells) => $"<row r=\"{n}\">{string.Concat(cells)}</row>";
        static string Text(string at, string text) => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
        static string Formula(string at, string formula, string value) => $"<c r=\"{at}\" t=\"str\"><f>{formula}</f><v>{value}</v></c>";
        var sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            + Row(1, Text("A1", "№"), Text("B1", "Мероприятие"), Text("C1", "Срок"))
            + Row(2, Text("A2", "1"), Formula("B2", "HYPERLINK(\"http://example.org\",\"Открытие\")", "Открытие клуба"), Text("C2", "до 20.03.2023"))
            + Row(3, Text("A3", "2"), Text("B3", "Закрытие сезона"), Formula("C3", "TEXT(TODAY(),\"MM\")", "май 2023")) + "</sheetData></worksheet>";
        var page = await (await app.SignedIn(Role.ProjectOffice)).Import("формулы.xlsx", Xlsx(sheet), "Формулы");
        page.Row("1").ShouldContain("Открытие клуба");
        page.Row("2").ShouldContain("май 2023");
        page.Text.ShouldNotContain("HYPERLINK");
    }

    private static byte[] Bad(string kind) => kind switch
    {
        "truncated" => Sample[..(Sample.Length / 2)],
        "locked" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage\0"), .. new byte[600]],
        // A whole picture of one dot; one that breaks off is refused at the door.
        "picture" => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
        "archive" => Zip(("план.txt", "План")),
        "not-a-plan" => Docx($"<w:document {Word}><w:body><w:p><w:r><w:t>Уважаемые коллеги! Поздравляем вас с праздником.</w:t></w:r></w:p></w:body></w:document>"),
        "xxe" => Docx($"<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document {Word}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"),
        "bomb" => Docx($"<w:document {Word}><w:body>{new string(' ', 60_000_000)}</w:body></w:document>"),
        "rows" => Encoding.UTF8.GetBytes("План на 2023 год\n\n№\tМероприятие\tСрок\tОтветственный\n"
            + string.Concat(Enumerable.Range(1, 10_000).Select(n => $"{n}\tПроведение встречи {n}\tмай 2023\tОтдел культуры\n"))),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static byte[] Docx(string document) => Zip(
        ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
        ("word/document.xml", document));

    private static byte[] Xlsx(string sheet) => Zip(
        ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
        ("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"План\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
        ("xl/worksheets/sheet1.xml", sheet));

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return file.ToArray();
    }
}

public sealed class ImportBadInputOnSqlite(SqliteApp app) : ImportBadInput(app), IClassFixture<SqliteApp>;

public sealed class ImportBadInputOnPostgres(PostgresApp app) : ImportBadInput(app), IClassFixture<PostgresApp>;
