using Microsoft.EntityFrameworkCore;
using Vekha.Documents.Reading;
using Vekha.Registries;
using Vekha.Web.Data;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

/// <summary>Takes the sheet back: good lines into cards, the others kept with what is wrong in which column. Nothing is lost.</summary>
public sealed class CardImport(VekhaDb db, RegistryAccess access, CardBook book, Journal journal)
{
    private const int MostLines = 2000;
    private const int Portion = 100;

    /// <summary>Reads a table into the registry: cards are saved in portions, the caller saves the record of the load.</summary>
    /// <param name="desk">Tracked registry.</param>
    public async Task<RegistryImport> Take(RegistryOnDesk desk, SourceDocument document, string fileName, CancellationToken cancel)
    {
        var (headings, lines) = LinesOf(document, desk);
        if (lines.Count > MostLines) throw Refused($"В таблице больше {Ru.Number(MostLines)} строк", "Разделите её на несколько файлов");
        var by = access.Author(desk.Programme);
        var sheet = await Sheet.Load(db, access, desk, cancel);
        var (bad, added, changed, same) = (new List<BadLine>(), 0, 0, 0);
        List<(int Number, Dictionary<string, string> Line, Written Written)> fresh = [];
        foreach (var (line, i) in lines.Select((l, i) => (l, i)))
        {
            var problems = new List<string>();
            var written = Read(desk, sheet, line, problems);
            if (problems.Count > 0) bad.Add(new(i + 1, line, problems));
            else if (written.Card is null) fresh.Add((i + 1, line, written));
            else if (await Change(desk, written, by)) changed++;
            else same++;
        }
        await db.SaveChangesAsync(cancel);
        // A context that holds thousands of cards looks at all of them before every question: new ones go in portions.
        foreach (var portion in fresh.Chunk(Portion))
        {
            db.ChangeTracker.Clear();
            sheet.Next = await book.NextNumber(desk.Registry.Id);
            foreach (var (number, line, written) in portion)
            {
                var problems = new List<string>();
                await Add(desk, sheet, written, by, problems);
                if (problems.Count > 0) bad.Add(new(number, line, problems));
                else added++;
            }
            await db.SaveChangesAsync(cancel);
        }
        db.ChangeTracker.Clear();
        bad.Sort((a, b) => a.Line.CompareTo(b.Line));
        var import = new RegistryImport(desk.Registry.Id, fileName, by, headings, bad, added, changed, same);
        db.Add(import);
        journal.Write("реестр загружен из таблицы", "registry", desk.Registry.Id, after: new { Файл = fileName, Добавлено = added, Изменено = changed, НеВзято = bad.Count });
        return import;
    }

    /// <summary>What a line says.</summary>
    private sealed record Written(RegistryObject? Card, string Name, Organisation? Territory, DateOnly? Day, Dictionary<string, string?> Values, List<GivenPaper> Papers);

    private static Written Read(RegistryOnDesk desk, Sheet sheet, IReadOnlyDictionary<string, string> line, List<string> problems)
    {
        void Wrong(string column, string problem) => problems.Add($"графа «{column}»: {problem}");
        string? Cell(string heading) => line.GetValueOrDefault(heading) is { Length: > 0 } text ? text : null;
        RegistryObject? card = null;
        if (Cell(CardSheet.NumberHeading) is { } number)
        {
            if (!int.TryParse(number.TrimStart('№', ' '), out var n) || !sheet.Cards.TryGetValue(n, out card)) Wrong(CardSheet.NumberHeading, $"карточки № {number} нет. Для новой оставьте графу пустой");
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

    private async Task Add(RegistryOnDesk desk, Sheet sheet, Written written, Author by, List<string> problems)
    {
        var card = new RegistryObject(desk.Registry, sheet.Next, written.Name, written.Territory!);
        var address = desk.Registry.Definition.Asked.Where(f => f.Kind == RegistryFieldKind.Address).Select(f => written.Values.GetValueOrDefault(f.Key)).FirstOrDefault();
        if (sheet.Likeness.Of(card.Face with { Address = address }, sheet.Faces) is [var like, ..])
        {
            problems.Add($"похожа на карточку «{like.First.Name}» ({like.Why}): если это другой объект, заведите её на странице реестра");
            return;
        }
        try
        {
            await book.Happen(desk, card, desk.Registry.Definition.First, written.Day!.Value, written.Values, written.Papers, "загружено из таблицы", by);
        }
        catch (Refusal refusal)
        {
            problems.Add(refusal.Field?.StartsWith("p.", StringComparison.Ordinal) == true && int.TryParse(refusal.Field[2..], out var paper)
                ? $"графа «{CardSheet.PaperHeading(desk.Registry.Definition.First.Papers[paper])}»: впишите реквизиты документа" : $"графа «{CardSheet.OpenedHeading}»: {char.ToLowerInvariant(refusal.Why[0])}{refusal.Why[1..]}");
            return;
        }
        db.Add(card);
        if (desk.Keeps) await book.Confirm(desk, card, by);
        sheet.Took(card);
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

    /// <summary>What lines are compared with.</summary>
    private sealed class Sheet
    {
        public required Dictionary<int, RegistryObject> Cards { get; init; }
        public required Dictionary<string, Organisation> Territories { get; init; }
        public required Dictionary<string, Organisation> Units { get; init; }
        public required List<CardFace> Faces { get; init; }
        public required CardLikeness Likeness { get; init; }
        public required int Next { get; set; }
        public HashSet<int> Met { get; } = [];

        public void Took(RegistryObject card)
        {
            Faces.Add(card.Face);
            Next++;
        }

        public RegistryReading UnitOf(string? text) => text is null ? new(null, null)
            : Units.TryGetValue(Ru.Key(text), out var unit) ? new(RegistryField.Named(unit.Id, unit.ShortName), null) : new(null, $"подразделения «{text}» нет");

        public static async Task<Sheet> Load(VekhaDb db, RegistryAccess access, RegistryOnDesk desk, CancellationToken cancel)
        {
            var id = desk.Registry.Id;
            var below = db.UnitsUnder(desk.Programme.OrganisationId);
            var own = desk.Own.ToArray();
            var units = await db.Organisations.AsNoTracking().Where(o => below.Contains(o.Id) || own.Contains(o.Id)).OrderBy(o => o.Lines.Count).ToListAsync(cancel);
            var territories = new Dictionary<string, Organisation>();
            // The place means the uppermost unit of that name: the committee of the district and not its school.
            foreach (var unit in units.Where(u => desk.Keeps || desk.Own.Contains(u.Id)))
                foreach (var name in new[] { unit.Place(), unit.ShortName, unit.Name }) territories.TryAdd(Ru.Key(name), unit);
            var byName = new Dictionary<string, Organisation>();
            foreach (var unit in units) foreach (var name in new[] { unit.ShortName, unit.Name }) byName.TryAdd(Ru.Key(name), unit);
            var cards = await access.Cards(desk).ToListAsync(cancel);
            return new()
            {
                Cards = cards.ToDictionary(c => c.Number), Territories = territories, Units = byName,
                Faces = await db.RegistryObjects.Where(o => o.RegistryId == id && o.MergedIntoId == null).Select(o => new CardFace(o.Id, o.Name, o.Address, o.TerritoryId)).ToListAsync(cancel),
                Likeness = desk.Registry.Likeness(), Next = 1 + (await db.RegistryObjects.Where(o => o.RegistryId == id).MaxAsync(o => (int?)o.Number, cancel) ?? 0),
            };
        }
    }
}
