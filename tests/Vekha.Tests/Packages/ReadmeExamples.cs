using Vekha.Calendars;
using Vekha.Control;
using Vekha.Deadlines;
using Vekha.Documents.Reading;
using Vekha.Documents.Writing;
using Vekha.Documents.Writing.Forms;
using Vekha.Norms;
using Vekha.Resolving;
using Vekha.Tests.Plans;

namespace Vekha.Tests.Packages;

/// <summary>The examples of the two readmes, run: <see cref="ReadmeTests"/> keeps them word for word.</summary>
public sealed class ReadmeExamples
{
    [Fact]
    public void A_cell_is_read_and_written_back()
    {
        var reading = DeadlineReader.Read("IV квартал 2020 – II квартал 2021", new ReadingContext(Year: 2020));
        var deadline = reading.Deadlines.Single();           // During: 1 October 2020 – 30 June 2021
        var words = DeadlineText.Write(deadline);            // read again, they give the same value

        DeadlineJson.Write(deadline).ToJsonString().ShouldBe("""{"kind":"period","from":"2020-10-01","to":"2021-06-30"}""");
        DeadlineReader.Read(words, new ReadingContext()).Deadlines.ShouldBe([deadline]);
    }

    [Fact]
    public void A_control_day_has_its_reason()
    {
        var october = DeadlineReader.Read("октябрь 2020", new ReadingContext()).Deadlines.Single();
        var rules = DeadlinePolicy.Municipal with { BeforeIsInclusive = false };
        var context = new ResolutionContext(rules.Calendar(), rules, Plan: DateRange.Year(2020));
        var day = Resolution.Of(october, context).ControlDays.Single();
        // day.Control     30.10.2020
        // day.Explanation «… срок — последний день, 31.10, сб → выходной, назад → 30 октября 2020, пт»

        day.Control.ShouldBe(new DateOnly(2020, 10, 30));
        day.Explanation.Replace('\u00A0', ' ').ShouldEndWith("срок — последний день, 31.10, сб → выходной, назад → 30 октября 2020, пт");
    }

    [Fact]
    public void A_state_follows_from_records()
    {
        var records = AssignmentRecords.Of(since: new DateOnly(2020, 8, 17), control: new DateOnly(2020, 10, 30));
        var status = AssignmentStatus.Of(records, new DateOnly(2020, 11, 2), WorkCalendar.Russia, DeadlinePolicy.Municipal);
        // status.State Overdue, status.DaysLate 3, status.Word «просрочено», status.Line «3 дня, отчёта нет»

        status.State.ShouldBe(AssignmentState.Overdue);
        status.DaysLate.ShouldBe(3);
        status.Word.ShouldBe("просрочено");
    }

    [Fact]
    public void A_norm_is_a_quantity_of_what_per_what()
    {
        var norm = NormReader.Read("Проведено не менее 3-х мероприятий в каждом клубе").Single();
        // norm.Quantity 3, norm.Unit «мероприятие», norm.AtLeast, norm.Per «клуб»

        (norm.Quantity, norm.Unit, norm.AtLeast, norm.Per).ShouldBe((3, "мероприятие", true, "клуб"));
    }

    [Fact]
    public void A_document_gives_a_draft()
    {
        var path = PlanFiles.Document("khimki-portal.docx");
        using var file = File.OpenRead(path);
        var reading = DocumentReader.Read(file, Path.GetFileName(path), year: null);
        foreach (var problem in reading.Problems) Console.WriteLine($"{problem.Text} {problem.Place}");
        if (reading.Draft is { } draft)
            foreach (var measure in draft.Measures) Console.WriteLine($"{measure.Number} {measure.Title}: {measure.DeadlineText}");

        reading.Draft.ShouldNotBeNull().Measures.Count.ShouldBe(16);
    }

    [Fact]
    public void A_paper_is_written_twice()
    {
        var paper = PlanForm.Paper(new PlanPaperInput
        {
            Title = "План мероприятий («дорожная карта»)",
            Corner = [new CornerBlock.Approve("Глава городского округа", "С.П. Орлов", new DateOnly(2020, 8, 17))],
            Stages = [new("Подготовительный этап", [new() { Number = "1", Title = "Разработка концепции", DeadlineText = "август 2020", Executors = [new("Координационный совет")] }])],
        });
        using var word = new MemoryStream();
        WordPaper.Write(paper, word);
        using var sheet = new MemoryStream();
        ExcelPaper.Write(paper, sheet);

        word.Position = sheet.Position = 0;
        DocumentReader.Read(word, "план.docx").Draft.ShouldNotBeNull().Measures.Single().Title.ShouldBe("Разработка концепции");
        DocumentReader.Read(sheet, "план.xlsx").Draft.ShouldNotBeNull().Measures.Single().Title.ShouldBe("Разработка концепции");
    }
}
