using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Vekha.Plans;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Import;

/// <summary>What the words of the document mean: its abbreviations and the headings of its columns.</summary>
public sealed partial class ReviewModel
{
    private const int LongestShort = 80;

    /// <summary>A column as a person sets it.</summary>
    public sealed record ColumnForm(string? Heading, string? Meaning);

    /// <summary>Adds an abbreviation, or changes the one called <paramref name="was"/>.</summary>
    public Task<IActionResult> OnPostAbbreviation(string? was, string? name, string? full)
    {
        if (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(full))
            throw new Refusal("Сокращение не записано", "Впишите и сокращение, и полное название", "Например: «ЛОИРО» и «Ленинградский областной институт развития образования»");
        if (name.Trim().Length > LongestShort) throw new Refusal("Сокращение не записано", $"Оно длиннее {LongestShort} знаков", "Проверьте, не перепутаны ли поля");
        return Act(SeenWhole, r => r.Abbreviate(was, name, full), "#abbreviations");
    }

    public Task<IActionResult> OnPostRemoveAbbreviation(string? target) => Act(SeenWhole, r => r.RemoveAbbreviation(target ?? ""), "#abbreviations");

    /// <summary>«Прочитать заново»: the kept document is understood anew with these columns; the review starts from the beginning.</summary>
    /// <param name="columns">Every column of the panel.</param>
    /// <param name="anew">The person agrees that what was done in this review is lost.</param>
    public async Task<IActionResult> OnPostColumns(List<ColumnForm> columns, bool anew = false)
    {
        if (await desk.Open(Id) is not { } open) return NotFound();
        if (open.Draft.State != ImportState.Ready) throw new Refusal("Столбцы не сохранены", "Разбор этого документа уже закончен", "Правьте план или загрузите документ ещё раз");
        if (SeenWhole(open) != SeenAs) return await BothTexts(open, null);
        var before = open.Draft.Draft.ColumnMeanings;
        var wanted = columns.Where(c => c is { Heading: not null, Meaning: not null } && ColumnMemory.Words.ContainsKey(c.Meaning)).DistinctBy(c => c.Heading).ToDictionary(c => c.Heading!, c => c.Meaning!);
        var changed = before.Where(c => wanted.GetValueOrDefault(c.Heading, c.Meaning) != c.Meaning).ToList();
        if (changed.Count == 0) return Redirect(ReviewView.AddressOf(Id, Order) + "#columns");
        if (before.Any(c => c.Meaning == "title") && before.All(c => wanted.GetValueOrDefault(c.Heading, c.Meaning) != "title"))
            throw new Refusal("Столбцы не сохранены", "Ни один столбец не назван мероприятием", "Укажите, в каком столбце стоит само мероприятие");
        if (!anew && new ReviewView(open, null, null, false, Order).LostByReading is { } lost) throw new Refusal("Столбцы не сохранены", $"{lost}, разбор начнётся заново", "Отметьте, что согласны, и сохраните снова");
        await ReadAnew(open, before, wanted, changed);
        say.Done($"Документ прочитан заново: {ReviewView.FoundIn(open.Draft.Review)}.");
        return Redirect(ReviewView.AddressOf(Id, Order) + "#columns");
    }

    private async Task ReadAnew(OpenImport open, IReadOnlyList<ColumnDraft> before, Dictionary<string, string> wanted, List<ColumnDraft> changed)
    {
        var (source, draft) = (open.Draft.Source, open.Draft);
        // Only what differs from the reading of the document itself is said over it.
        var said = before.Select(c => (Column: c, Meaning: wanted.GetValueOrDefault(c.Heading, c.Meaning))).Where(c => c.Meaning != (c.Column.ReadAs ?? c.Column.Meaning)).ToDictionary(c => c.Column.Heading, c => c.Meaning);
        var read = ColumnMemory.Read(source, draft, said) ?? throw new Refusal("Столбцы не сохранены", "С такими столбцами в документе не находится ни одного мероприятия", "Проверьте, где стоит мероприятие, а где срок");
        var from = before.Except(changed).Where(c => c.From is not null).ToDictionary(c => c.Heading, c => c.From);
        read = read with { ColumnMeanings = [.. read.ColumnMeanings.Select(c => c with { From = from.GetValueOrDefault(c.Heading) })] };
        foreach (var column in changed) await Learn(open, ColumnMemory.Lesson(column, wanted[column.Heading]));
        var organisation = open.Programme.OrganisationId;
        var memory = await db.Remembered.AsNoTracking().Where(r => r.OrganisationId == organisation).OrderBy(r => r.At).ToListAsync();
        ReviewMemory.Begin(draft, new(source, read, draft.Problems), open.Programme, memory);
        draft.Keep(draft.Review, actor, time.GetUtcNow());
        journal.Write("разбор: столбцы документа прочитаны иначе", "import", draft.Id, after: changed.ToDictionary(c => c.Heading, c => ColumnMemory.Words[wanted[c.Heading]]));
        await db.SaveChangesAsync();
    }
}
