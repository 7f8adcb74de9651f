using System.IO.Compression;
using System.Text;
using Vekha.Deadlines;
using Vekha.Documents.Reading;
using Vekha.Plans;
using static Vekha.Tests.Documents.FormatsWordFile;

namespace Vekha.Tests.Documents;

/// <summary>Bad input gives a clear Russian message, never an exception.</summary>
public sealed class FormatsSafetyTests
{
    private static readonly byte[] Docx = Of($"<w:tbl>{Row("№", "Мероприятие", "Срок")}{Row("1.", "Первое", "май 2023")}</w:tbl>");

    private static string Refusal(byte[] bytes, string name = "план.docx")
    {
        var reading = DocumentReader.Read(new MemoryStream(bytes), name);
        reading.Source.ShouldBeNull();
        reading.Draft.ShouldBeNull();
        return reading.Problems.ShouldHaveSingleItem().Text;
    }

    [Fact]
    public void An_empty_file_is_called_empty() => Refusal([]).ShouldBe("Файл пуст.");

    [Fact]
    public void Blank_text_is_called_empty() => Refusal("  \n\t\n"u8.ToArray(), "план.txt").ShouldStartWith("Файл пуст");

    [Fact]
    public void A_truncated_file_is_called_damaged() => Refusal(Docx[..(Docx.Length / 2)]).ShouldStartWith("Файл повреждён или скачан не полностью");

    [Fact]
    public void A_part_cut_off_inside_is_called_damaged() =>
        Refusal(Package([("word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>План")])).ShouldStartWith("Файл повреждён");

    [Fact]
    public void A_file_behind_a_password_asks_to_take_the_password_off()
    {
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        Refusal([.. signature, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage\0"), .. new byte[600]]).ShouldStartWith("Файл защищён паролем");
    }

    [Fact]
    public void A_renamed_picture_or_program_or_archive_is_told_apart()
    {
        Refusal([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0]).ShouldStartWith("Это изображение");
        Refusal([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]).ShouldStartWith("Это не документ");
        Refusal(Zip(("план.txt", "План"))).ShouldStartWith("Это архив");
    }

    [Fact]
    public void A_renamed_document_is_read_by_its_content() =>
        DocumentReader.Read(new MemoryStream(Docx), "план.xlsx").Source!.Table().Rows.Count.ShouldBe(2);

    [Fact]
    public void A_table_of_fifteen_thousand_rows_is_within_the_limit_that_the_refusal_names()
    {
        var rows = string.Join("\n", Enumerable.Range(1, 15_000).Select(i => $"{i};Мероприятие;май"));
        DocumentReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(rows)), "план.csv").Source!.Table().Rows.Count.ShouldBe(15_000);
    }

    [Fact]
    public void A_type_declaration_in_xml_is_refused() =>
        Refusal(Package([("word/document.xml", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>")]))
        .ShouldContain("(DTD)");

    [Fact]
    public void A_hundred_thousand_nested_elements_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 33_334)) + P("х") + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 33_334));
        Refusal(Of(deep)).ShouldContain("глубоко");
    }

    [Fact]
    public void A_zip_bomb_is_refused_before_it_unpacks()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/document.xml").Open();
            var block = new byte[1024 * 1024];
            for (var i = 0; i < 40; i++) part.Write(block);
        }
        file.Length.ShouldBeLessThan(100_000);
        Refusal(file.ToArray()).ShouldContain("в несоразмерно большой объём");
    }

    [Fact]
    public void Too_many_rows_are_refused_with_the_place()
    {
        var rows = new StringBuilder("<w:tbl>");
        for (var i = 0; i <= 20_000; i++) rows.Append("<w:tr><w:tc><w:p/></w:tc></w:tr>");
        var problem = DocumentReader.Read(new MemoryStream(Of(rows.Append("</w:tbl>").ToString())), "план.docx").Problems.ShouldHaveSingleItem();
        problem.Text.ShouldStartWith("В файле больше 20 000 строк");
        problem.Place.ShouldBe("таблица, строка 20001");
    }

    [Fact]
    public void Ten_thousand_rows_are_read()
    {
        var rows = string.Concat(Enumerable.Range(1, 10_000).Select(i => Row($"{i}.", "Дело", "май")));
        FormatsFiles.ReadBytes(Of($"<w:tbl>{rows}</w:tbl>"), "план.docx").Table().Rows.Count.ShouldBe(10_000);
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused()
    {
        var large = new byte[31 * 1024 * 1024];
        Refusal(large).ShouldStartWith("Файл больше 30 МБ");
    }

    [Theory]
    [InlineData("01-novogodnee-predstavlenie.docx")]
    [InlineData("16-dorozhnaya-karta-turizm.docx")]
    [InlineData("06-etapy-byudzheta.xlsx")]
    public void Damaged_bytes_never_throw(string name)
    {
        var original = Unpacked(FormatsFiles.Data(name));
        var random = new Random(20201102);
        for (var round = 0; round < 60; round++)
        {
            var parts = original.Select(p => (p.Name, Bytes: (byte[])p.Bytes.Clone())).ToList();
            var part = parts[random.Next(parts.Count)];
            for (var i = random.Next(1, 12); i > 0; i--) part.Bytes[random.Next(part.Bytes.Length)] = (byte)random.Next(256);
            Reads(Packed(parts), name);
            var file = Packed(original);
            for (var i = random.Next(1, 30); i > 0; i--) file[random.Next(file.Length)] = (byte)random.Next(256);
            Reads(file[..random.Next(file.Length / 2, file.Length)], name);
            Reads(file, name);
        }
    }

    [Fact]
    public void Shuffled_markup_never_throws()
    {
        string[] pieces = ["<w:p>", "</w:p>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>", "<w:tc>", "</w:tc>", "<w:tcPr><w:gridSpan w:val=\"900\"/><w:vMerge/></w:tcPr>", "<w:r><w:t>1.</w:t></w:r>", "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
            "<w:pPr><w:numPr><w:ilvl w:val=\"99\"/><w:numId w:val=\"-4\"/></w:numPr></w:pPr>", "<w:tblGrid><w:gridCol w:w=\"x\"/></w:tblGrid>", "<w:trPr><w:gridBefore w:val=\"70000\"/></w:trPr>", "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr></w:sdt>", "<w:r><w:footnoteReference w:id=\"1\"/></w:r>"];
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var open = new Stack<string>();
            var body = new StringBuilder();
            for (var i = random.Next(5, 60); i > 0; i--)
            {
                var piece = pieces[random.Next(pieces.Length)];
                if (piece.StartsWith("</", StringComparison.Ordinal))
                {
                    if (open.TryPop(out var last)) body.Append(last);
                    continue;
                }
                body.Append(piece);
                if (piece is "<w:p>" or "<w:tbl>" or "<w:tr>" or "<w:tc>") open.Push(piece.Replace("<", "</", StringComparison.Ordinal));
            }
            while (open.TryPop(out var last)) body.Append(last);
            Reads(Of(body.ToString()), "план.docx");
        }
    }

    [Fact]
    public void Random_text_never_throws()
    {
        string[] pieces = ["\t", "\n", "|", "  ", "1. ", "┌──┬──┐", "│", "├──┼──┤", "<p>", "</p>", "**", "[2: х]", "[footnoteRef:2]", "* ", "¹", "до 1 мая", "План", ";", "\"", "#", "+--+--+", "\u00A0", "<br>", "<*>", "--- "];
        var random = new Random(11);
        for (var round = 0; round < 500; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 120)).Select(_ => pieces[random.Next(pieces.Length)]));
            Reads(Encoding.UTF8.GetBytes(text), round % 4 == 0 ? "план.csv" : "план.txt");
        }
    }

    [Fact]
    public void A_reading_survives_the_way_between_two_processes()
    {
        var reading = DocumentReader.Read(File.OpenRead(FormatsFiles.Data("06-etapy-byudzheta.xlsx")), "план.xlsx");
        var draft = new PlanDraft
        {
            Title = "План «Веха»", Year = 2023, Approval = new("глава", "Лосев В.И.", null, new DateOnly(2023, 3, 1), new(0)), Columns = ["№"],
            Abbreviations = new Dictionary<string, string> { ["КОПО"] = "Комитет" }, Stages = [new() { Title = "Этап", Deadlines = [new Deadline.Ongoing()] }],
            Measures = [new() { Title = "Дело", Confidence = 0, Executors = [new("Отдел", ExecutorKind.Body, true, "лид")], Deadlines = [new Deadline.By(new(2023, 5, 1))], Norms = [new("не менее 3", 3, "дело", true, null)], Place = new(1, 2, 3, 4, "Лист"), Places = new Dictionary<string, SourcePlace> { ["title"] = new(1, 2) } }],
            Questions = [new("deadline-0", "deadline", 0, "Какой срок?", [new("май", "[]")], SourcePlace.Nowhere)], Contacts = [new("скрыто", true)],
        };
        using var first = new MemoryStream();
        ReadingJson.Write(first, reading with { Draft = draft });
        var back = ReadingJson.Read(first.ToArray());
        using var second = new MemoryStream();
        ReadingJson.Write(second, back);
        second.ToArray().ShouldBe(first.ToArray());
        back.Draft!.Measures[0].Deadlines.ShouldBe(draft.Measures[0].Deadlines);
        back.Draft.Measures[0].Place.ShouldBe(draft.Measures[0].Place);
        back.Draft.Measures[0].Confidence.ShouldBe(0);
        back.Source!.Table().Rows[0].Cells.ShouldBe(reading.Source!.Table().Rows[0].Cells);
    }

    private static void Reads(byte[] bytes, string name) => Should.NotThrow(() => DocumentReader.Read(new MemoryStream(bytes), name));

    private static List<(string Name, byte[] Bytes)> Unpacked(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        // The styles of the samples are huge and say little; without them the rounds are quick.
        return [.. zip.Entries.Where(e => e.Length < 50_000).Select(e =>
        {
            using var part = e.Open();
            using var copy = new MemoryStream();
            part.CopyTo(copy);
            return (e.FullName, copy.ToArray());
        })];
    }

    private static byte[] Packed(List<(string Name, byte[] Bytes)> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(bytes);
            }
        return file.ToArray();
    }

    private static byte[] Zip((string Name, string Text) part) => Packed([(part.Name, Encoding.UTF8.GetBytes(part.Text))]);
}
