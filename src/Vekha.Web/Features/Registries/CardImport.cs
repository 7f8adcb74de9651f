using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Reading;
using Vekha.Registries;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Facts;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

/// <summary>Takes the sheet back: good lines into cards, the others kept with what is wrong in which column. Nothing is lost.</summary>
public sealed class CardImport(VekhaDb db, RegistryAccess access, CardBook book, FactBook facts, ObjectWork work)
{
    private const int MostLines = 5000;

    /// <summary>What became of some lines.</summary>
    public sealed record Taken(int Added, int Changed, int Same, IReadOnlyList<BadLine> Bad);

    /// <summary>Lines of a table under its heading, each by heading.</summary>
    public static (IReadOnlyList<string> Headings, List<Dictionary<string, string>> Lines) Lines(SourceDocument document, RegistryOnDesk desk)
    {
        var (headings, lines) = LinesOf(document, desk);
        if (lines.Count > MostLines) throw Refused($"В таблице больше {Ru.Number(MostLines)} строк", "Разделите её на несколько файлов");
        if (lines.Count == 0) throw Refused("В таблице нет ни одной строки под заголовком", "Заполните её и загрузите снова");
        return (headings, lines);
    }

    /// <summary>Takes a portion of lines; the caller saves.</summary>
    /// <param name="desk">Tracked registry.</param>
    /// <param name="first">Number of the first line, from 1.</param>
    public async Task<Taken> Take(RegistryOnDesk desk, CardLines sheet, IReadOnlyList<Dictionary<string, string>> lines, int first, Author by, CancellationToken cancel)
    {
        var (bad, added, changed, same) = (new List<BadLine>(), 0, 0, 0);
        var cards = await Cards(desk, lines, cancel);
        var next = await book.NextNumber(desk.Registry.Id);
        // What a new card would ask the database for one by one is known for all of them.
        facts.NoObjects();
        work.Together();
        foreach (var (line, i) in lines.Select((l, i) => (l, first + i)))
        {
            var problems = new List<string>();
            var written = Read(desk, sheet, cards, line, problems);
            if (problems.Count > 0) { }
            else if (written.Card is not null)
            {
                if (await Change(desk, written, by)) changed++;
                else same++;
            }
            else if (await Add(desk, sheet, written, next, by, problems) is { } card)
            {
                sheet.Known.Add(card.Face);
                (added, next) = (added + 1, next + 1);
            }
            if (problems.Count > 0) bad.Add(new(i, line, problems));
        }
        await work.OpenTogether(desk.Programme, by.On);
        return new(added, changed, same, bad);
    }

    /// <summary>The cards whose numbers stand in the lines, tracked.</summary>
    private async Task<Dictionary<int, RegistryObject>> Cards(RegistryOnDesk desk, IReadOnlyList<Dictionary<string, string>> lines, CancellationToken cancel)
    {
        int[] numbers = [.. lines.Select(l => NumberIn(l.GetValueOrDefault(CardSheet.NumberHeading))).OfType<int>().Distinct()];
        if (numbers.Length == 0) return [];
        var cards = await access.Cards(desk).Where(c => numbers.Contains(c.Number)).ToDictionaryAsync(c => c.Number, cancel);
        var ids = cards.Values.Select(c => c.Id).ToArray();
        await db.FactObjects.Where(o => ids.Contains(o.Id)).LoadAsync(cancel);
        return cards;
    }

    private static int? NumberIn(string? cell) => int.TryParse(cell?.TrimStart('№', ' '), out var number) ? number : null;

    /// <summary>What a line says.</summary>
    private sealed record Written(RegistryObject? Card, string Name, Organisation? Territory, DateOnly? Day, Dictionary<string, string?> Values, List<GivenPaper> Papers);

    private static Written Read(RegistryOnDesk desk, CardLines sheet, IReadOnlyDictionary<int, RegistryObject> cards, IReadOnlyDictionary<string, string> line, List<string> problems)
    {
        void Wrong(string column, string problem) => problems.Add($"графа «{column}»: {problem}");
        string? Cell(string heading) => line.GetValueOrDefault(heading) is { Length: > 0 } text ? text : null;
        RegistryObject? card = null;
        if (Cell(CardSheet.NumberHeading) is { } number)
        {
            if (NumberIn(number) is not { } n || !cards.TryGetValue(n, out card)) Wrong(CardSheet.NumberHeading, $"карточки № {number} нет. Для новой оставьте графу пустой");
            else if (!desk.MayChange(card)) Wrong(CardSheet.NumberHeading, $"карточка № {number} не вашей территории");
            else if (!sheet.Met.Add(n)) Wrong(CardSheet.NumberHeading, $"карточка № {number} записана дважды");
        }
        var (name, place) = (Cell(CardSheet.NameHeading) ?? "", Cell(CardSheet.TerritoryHeading));
        if (name.Length is 0 or > 300) Wrong(CardSheet.NameHeading, name.Length == 0 ? "не заполнено" : "длиннее 300 знаков");
        Organisation? territory = null;
        if (place is null) Wrong(CardSheet.TerritoryHeading, "не заполнено");
        else if (card is not null && place == card.Territory) territory = sheet.Territories.GetValueOrDefault(Ru.Key(place));
        else if (!sheet.Territories.TryGetValue(Ru.Key(place), out territory)) Wrong(CardSheet.TerritoryHeading, $"территории «{place}» нет в программе или она не ваша");
        var values = new Dictionary<string, string?>();
        foreach (var field in CardSheet.Columns(desk, []).Where(f => !f.IsFile && line.ContainsKey(CardSheet.Heading(f))))
        {
            var text = Cell(CardSheet.Heading(field));
            var kept = card?.Values.GetValueOrDefault(field.Key);
            // What the sheet gave is taken back as it was: a unit by its name, a number as it was shown.
            var reading = text is not null && kept is not null && text == field.Show(kept) ? new(kept, null) : field.Kind == RegistryFieldKind.Unit ? sheet.UnitOf(text) : field.Read(text);
            if (reading.Problem is { } problem) Wrong(CardSheet.Heading(field), problem);
            else if (reading.Value is null && (field.Required || (card is null && desk.Registry.Definition.First.Fields.Contains(field.Key)))) Wrong(CardSheet.Heading(field), "не заполнено");
            else values[field.Key] = reading.Value;
        }
        DateOnly? day = null;
        if (card is null)
        {
            if (Cell(CardSheet.OpenedHeading) is not { } opened) Wrong(CardSheet.OpenedHeading, "не заполнено: по ней объект входит в счёт");
            else if ((day = PageDay.Parse(opened)) is null) Wrong(CardSheet.OpenedHeading, $"нужен день вида 30.10.2020, а записано «{opened}»");
        }
        return new(card, name, territory, day, values, [.. desk.Registry.Definition.First.Papers.Select(p => new GivenPaper(p, Cell(CardSheet.PaperHeading(p)), null))]);
    }

    private async Task<RegistryObject?> Add(RegistryOnDesk desk, CardLines sheet, Written written, int number, Author by, List<string> problems)
    {
        var card = new RegistryObject(desk.Registry, number, written.Name, written.Territory!);
        var address = desk.Registry.Definition.Asked.Where(f => f.Kind == RegistryFieldKind.Address).Select(f => written.Values.GetValueOrDefault(f.Key)).FirstOrDefault();
        if (sheet.Known.Like(card.Face with { Address = address }) is { } like)
        {
            problems.Add($"похожа на карточку «{like.First.Name}» ({like.Why}): если это другой объект, заведите её на странице реестра");
            return null;
        }
        try
        {
            await book.Happen(desk, card, desk.Registry.Definition.First, written.Day!.Value, written.Values, written.Papers, "загружено из таблицы", by);
        }
        catch (Refusal refusal)
        {
            problems.Add(refusal.Field?.StartsWith("p.", StringComparison.Ordinal) == true && int.TryParse(refusal.Field[2..], out var paper)
                ? $"графа «{CardSheet.PaperHeading(desk.Registry.Definition.First.Papers[paper])}»: впишите реквизиты документа" : $"графа «{CardSheet.OpenedHeading}»: {char.ToLowerInvariant(refusal.Why[0])}{refusal.Why[1..]}");
            return null;
        }
        db.Add(card);
        if (desk.Keeps) await book.Confirm(desk, card, by);
        return card;
    }

    private async Task<bool> Change(RegistryOnDesk desk, Written written, Author by)
    {
        var card = written.Card!;
        var renamed = card.Name != written.Name || (written.Territory is { } territory && territory.Id != card.TerritoryId && territory.Place() != card.Territory);
        if (renamed && written.Territory is { } place) card.Rename(written.Name, place, by.On, by);
        var unit = card.UnitId;
        var changed = card.Write(desk.Registry.Definition, written.Values, by.On, by) > 0;
        if (renamed || unit != card.UnitId) await book.Changed(desk, card);
        return changed || renamed;
    }

    /// <summary>Lines under the heading, each by heading.</summary>
    private static (IReadOnlyList<string> Headings, List<Dictionary<string, string>> Lines) LinesOf(SourceDocument document, RegistryOnDesk desk)
    {
        foreach (var table in document.Blocks.OfType<SourceTable>())
        {
            var head = table.Rows.ToList().FindIndex(r => r.Cells.Any(c => c.Text.Trim() == CardSheet.NameHeading) && r.Cells.Any(c => c.Text.Trim() == CardSheet.TerritoryHeading));
            if (head < 0) continue;
            var columns = table.Rows[head].Cells.Where(c => c.Text.Trim().Length > 0).DistinctBy(c => c.Text.Trim()).ToDictionary(c => c.Column, c => c.Text.Trim());
            var lines = table.Rows.Skip(head + 1)
                .Select(r => r.Cells.Where(c => columns.ContainsKey(c.Column)).ToDictionary(c => columns[c.Column], c => c.Date is { } day ? Ru.Digits(day) : c.Text.Trim()))
                .Select(l => columns.Values.ToDictionary(h => h, h => l.GetValueOrDefault(h, ""))).Where(l => l.Values.Any(v => v.Length > 0)).ToList();
            return ([.. columns.OrderBy(c => c.Key).Select(c => c.Value)], lines);
        }
        throw Refused($"В файле нет таблицы с графами «{CardSheet.NameHeading}» и «{CardSheet.TerritoryHeading}»", $"Скачайте таблицу кнопкой «Excel» на странице «{desk.Registry.Title}», заполните и загрузите");
    }

    internal static Refusal Refused(string why, string next) => new("Таблица не загружена", why, next) { Field = "Sheet" };
}
