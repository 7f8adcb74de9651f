using DocumentFormat.OpenXml.Packaging;
using Vekha.Control;
using Vekha.Documents.Writing;
using Vekha.Documents.Writing.Forms;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Vekha.Tests.Papers;

public sealed class PaperFormTests
{
    [Fact]
    [Trait("Acceptance", "S0.6")]
    public void Approved_plan_opens_in_Word_with_its_block_and_stages_as_merged_rows()
    {
        using var file = WordprocessingDocument.Open(PaperGoldenTests.Written(PlanForm.Paper(SamplePapers.Plan), "docx"), false);
        var body = file.MainDocumentPart!.Document.Body!;
        var before = body.Elements<W.Paragraph>().TakeWhile(p => p.ParagraphProperties?.ParagraphStyleId?.Val != "Heading1").Select(p => p.InnerText.Trim('\u00A0')).ToList();
        before.ShouldBe(["УТВЕРЖДАЮ", "Глава городского округа Химки Московской области", "С.П.\u00A0Орлов", "17\u00A0августа 2020\u00A0г."]);
        var rows = body.Descendants<W.TableRow>().ToList();
        rows.Where(r => r.Descendants<W.GridSpan>().Any(span => span.Val! == 4)).Select(r => r.InnerText)
            .ShouldBe(["Подготовительный этап", "Основной этап", "Заключительный этап"]);
        rows.Count.ShouldBe(1 + 3 + 16);
        // Every stage starts again at 1, as the document does.
        rows.Count(r => r.Elements<W.TableCell>().First().InnerText == "1").ShouldBe(3);
    }

    [Fact]
    [Trait("Acceptance", "S0.13")]
    public void Work_done_in_time_is_in_time_and_its_late_report_is_said_beside()
    {
        var lines = Lines(ProgressForm.Paper(SamplePapers.Progress));
        lines.ShouldContain("| 7 | Создание медиа-плана | МКУ «Управление информационной политики» | 30.10.2020 | 29.10.2020 | −1 | в срок / отчёт сдан 02.11.2020 | ");
    }

    [Fact]
    public void Counts_of_the_report_add_up_to_its_rows()
    {
        var paper = ProgressForm.Paper(SamplePapers.Progress);
        var table = paper.Body.OfType<PaperTable>().Last();
        foreach (var row in table.Rows.OfType<PaperRow.Cells>())
        {
            var numbers = row.Items.Select(cell => cell.Value).OfType<PaperValue.Number>().Where(n => n.Form is PaperNumber.Plain).Select(n => n.Quantity).ToList();
            numbers.Skip(1).Sum().ShouldBe(numbers[0]);
        }
    }

    [Fact]
    public void Standing_and_waiting_measures_are_neither_late_nor_counted_in_discipline()
    {
        var lines = Lines(ProgressForm.Paper(SamplePapers.Progress));
        lines.ShouldContain(l => l.Contains("постоянно | — | — | исполняется постоянно", StringComparison.Ordinal));
        lines.ShouldContain(l => l.Contains("по отдельному плану | — | — | дата не вычислена", StringComparison.Ordinal));
        // 3 of 3 + 1 late + 1 not reached; the report under check waits.
        lines.ShouldContain(l => l.StartsWith("| Подготовительный этап", StringComparison.Ordinal) && l.EndsWith("| 60 %", StringComparison.Ordinal));
        lines.ShouldContain(l => l.StartsWith("| Основной этап", StringComparison.Ordinal) && l.EndsWith("| —", StringComparison.Ordinal));
    }

    [Fact]
    public void Report_refuses_a_status_of_another_day()
    {
        var report = SamplePapers.Progress with { On = SamplePapers.On.AddDays(1) };
        Should.Throw<ArgumentException>(() => ProgressForm.Paper(report)).Message.ShouldContain("2020-11-02");
    }

    [Fact]
    public void Plan_without_numbers_has_no_column_for_them()
    {
        var plan = SamplePapers.Plan with { Stages = [new(null, [SamplePapers.Row(null, "Съёмка", "май 2021", [], "Отдел культуры")])] };
        var table = PlanForm.Paper(plan).Body.OfType<PaperTable>().Single();
        table.Columns.Select(c => c.Heading).ShouldBe(["Мероприятие", "Срок", "Исполнители"]);
        table.Rows.ShouldAllBe(row => row is PaperRow.Cells);
    }

    [Fact]
    public void Control_day_is_printed_with_its_reason_only_when_asked()
    {
        Lines(PlanForm.Paper(SamplePapers.Plan)).ShouldNotContain(l => l.Contains("контрольный день", StringComparison.Ordinal));
        Lines(PlanForm.Paper(SamplePapers.Plan with { WithControlDays = true }))
            .ShouldContain("| 3 | Утверждение состава рабочих групп | октябрь 2020 / контрольный день: 30.10.2020 включительно (31-е — суббота) | Координационный совет");
    }

    [Fact]
    public void Plan_without_remarks_says_so()
    {
        var lines = Lines(RemarksForm.Paper(SamplePapers.Remarks with { Groups = [new("Сроки", [])], Implications = [] }));
        lines.ShouldContain("[Normal] Замечаний нет.");
        lines.ShouldNotContain(l => l.StartsWith("---", StringComparison.Ordinal));
    }

    [Fact]
    public void Week_without_overdue_assignments_says_so()
    {
        var lines = Lines(AssignmentsForm.Paper(SamplePapers.Assignments with { Overdue = [new("Отдел культуры", [])] }));
        lines.ShouldContain("[Normal] На контроле 16 поручений. Просроченных поручений нет.");
        lines.ShouldNotContain(l => l.Contains("Отдел культуры", StringComparison.Ordinal));
    }

    [Fact]
    public void Assignment_without_a_control_day_cannot_be_on_the_list_of_overdue()
    {
        var waiting = SamplePapers.Progressed(null, "Отчёт об итогах", "Отдел", new AssignmentRecords { Terms = [new(new(2020, 8, 17), null)] });
        var note = SamplePapers.Assignments with
        {
            Overdue = [new(null, [new() { Title = waiting.Title, Executors = waiting.Executors, Status = waiting.Status }])],
        };
        Should.Throw<ArgumentException>(() => AssignmentsForm.Paper(note));
    }

    [Fact]
    public void Blank_approval_leaves_room_for_name_and_date()
    {
        var lines = Lines(PlanForm.Paper(SamplePapers.Plan with { Corner = [new CornerBlock.Approve("Глава округа", null, null)] }));
        lines.ShouldContain("[Corner] → ____________");
        lines.ShouldContain("[Corner] «___» ______________ 20___ г.");
    }

    /// <summary>Lines of the Word form; no-break spaces are plain ones, so that rows can be compared by eye.</summary>
    private static string[] Lines(Paper paper) =>
        PaperText.Of(PaperGoldenTests.Written(paper, "docx")).Replace('\u00A0', ' ').ReplaceLineEndings("\n").Split('\n');
}
