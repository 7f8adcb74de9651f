using Vekha.Wording;

namespace Vekha.Documents.Writing.Forms;

/// <summary>What goes into «Замечания к плану».</summary>
public sealed record RemarksPaperInput
{
    /// <summary>Title of the plan the remarks are on.</summary>
    public required string PlanTitle { get; init; }

    /// <summary>Name of the file that was read, or <c>null</c>.</summary>
    public string? FileName { get; init; }

    /// <summary>The day of the check.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The remarks in groups, the gravest group first; groups without remarks are left out.</summary>
    public required IReadOnlyList<RemarksPaperGroup> Groups { get; init; }

    /// <summary>Duties and other facts that the plan implies («34 строки → около 300 поручений»).</summary>
    public IReadOnlyList<string> Implications { get; init; } = [];

    /// <summary>Who signs the remarks.</summary>
    public IReadOnlyList<PaperSignature> Signatures { get; init; } = [];

    /// <summary>The organisation that gives the paper out, or <c>null</c>.</summary>
    public string? Issuer { get; init; }
}

/// <summary>Remarks of one kind.</summary>
/// <param name="Title">«Сроки», «Исполнители»; <c>null</c> for a list without groups.</param>
/// <param name="Remarks">The remarks in the order of the plan.</param>
public sealed record RemarksPaperGroup(string? Title, IReadOnlyList<PlanRemark> Remarks);

/// <summary>«Замечание».</summary>
/// <param name="Place">Where it belongs: «Основной этап, п. 3, графа «Срок»».</param>
/// <param name="Text">What is wrong, with the words of the document quoted.</param>
/// <param name="Quote">The words of the document, or <c>null</c>.</param>
/// <param name="Proposal">What is proposed, or <c>null</c>.</param>
public sealed record PlanRemark(string Place, string Text, string? Quote = null, string? Proposal = null);

/// <summary>«Замечания к плану»: what the check of a document found, each remark with its place.</summary>
public static class RemarksForm
{
    /// <summary>The paper of the remarks; a plan without remarks says so.</summary>
    public static Paper Paper(RemarksPaperInput check)
    {
        var groups = check.Groups.Where(g => g.Remarks.Count > 0).ToList();
        var count = groups.Sum(g => g.Remarks.Count);
        return new Paper
        {
            Title = "Замечания к плану\n" + Quoted(check.PlanTitle),
            Lead = [.. check.FileName is { } file ? [$"Файл: {file}"] : Array.Empty<string>(), "Проверено " + Ru.PaperDay(check.On)],
            Body =
            [
                new PaperParagraph(count == 0 ? "Замечаний нет." : $"Найдено {Ru.Count(count, Noun.Remark)}."),
                .. count == 0 ? Array.Empty<PaperBlock>() : [Table(groups)],
                .. Implied(check.Implications),
            ],
            Signatures = check.Signatures,
            Issuer = check.Issuer,
            Made = check.On,
        };
    }

    private static PaperTable Table(List<RemarksPaperGroup> groups)
    {
        var withProposals = groups.Any(g => g.Remarks.Any(r => r.Proposal is not null));
        List<PaperColumn> columns = [new("№ п/п", 1.3, PaperAlignment.Center), new("Место в плане", 4.5), new("Замечание", 7.5)];
        if (withProposals)
            columns.Add(new PaperColumn("Предложение", 5.5));
        List<PaperRow> lines = [];
        var number = 0;
        foreach (var group in groups)
        {
            if (group.Title is { } title)
                lines.Add(new PaperRow.Stage(title));
            foreach (var remark in group.Remarks)
            {
                List<PaperCell> cells =
                [
                    ++number,
                    remark.Place,
                    new PaperCell(new PaperValue.Text(remark.Text), remark.Quote is { } quote ? new PaperValue.Text("В документе: " + Quoted(quote)) : null),
                ];
                if (withProposals)
                    cells.Add(remark.Proposal);
                lines.Add(new PaperRow.Cells(cells));
            }
        }

        return new PaperTable("Замечания", columns, lines) { Description = "Замечания к плану с указанием места" };
    }

    private static IEnumerable<PaperBlock> Implied(IReadOnlyList<string> implications) =>
        implications.Count == 0 ? [] : [new PaperHeading("Что следует из плана"), .. implications.Select(text => new PaperParagraph(text))];

    /// <summary>Words in «ёлочки»; quotes inside become „лапки“.</summary>
    private static string Quoted(string text) => "«" + text.Trim().Replace('«', '„').Replace('»', '“') + "»";
}
