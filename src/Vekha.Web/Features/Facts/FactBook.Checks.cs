using Microsoft.EntityFrameworkCore;
using Vekha.Norms;
using Vekha.Web.Features.Accounts;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Facts;

public sealed partial class FactBook
{
    /// <summary>«Похоже на двойник»: the same kind, day, title and object in the same place, one above it or below it; <c>null</c> for none.</summary>
    public async Task<Fact?> LikelyDouble(FactEntry entry)
    {
        var (kind, title) = (CountedUnit.Key(entry.Kind), Fact.KeyOf(entry.Title));
        var same = await db.Facts.AsNoTracking().Where(f => f.ProgrammeId == entry.ProgrammeId && f.Day == entry.Day && f.TitleKey == title && f.KindKey == kind && !f.IsWithdrawn)
            .OrderBy(f => f.Id).Take(20).ToListAsync();
        same.AddRange(db.Facts.Local.Where(f => f.ProgrammeId == entry.ProgrammeId && f.Day == entry.Day && f.TitleKey == title && f.KindKey == kind && !f.IsWithdrawn && same.All(s => s.Id != f.Id)));
        same.RemoveAll(f => f.ObjectId is not null && entry.ObjectId is not null && f.ObjectId != entry.ObjectId);
        if (same.Count == 0 || entry.TerritoryId is not { } place) return same.FirstOrDefault();
        // A district and its school enter one event: their places lie one above the other.
        var near = (await db.UnitLines.Where(l => l.UnitId == place).Select(l => l.AboveId).Concat(db.UnitLines.Where(l => l.AboveId == place).Select(l => l.UnitId)).ToListAsync()).ToHashSet();
        return same.FirstOrDefault(f => f.TerritoryId is not { } its || near.Contains(its));
    }

    private async Task MustBePossible(FactEntry entry, Programme programme)
    {
        if (CountedUnit.Key(entry.Kind).Length == 0) throw Refused("Не сказано, что считать", "Впишите вид в единственном числе: «мероприятие», «публикация»", "Input.Kind");
        if (entry.Quantity == 0 || (entry.Quantity < 0 && entry.Source.Kind == FactSource.Hand.Kind)) throw Refused("Количество должно быть больше нуля", "Впишите, сколько было; ошибочный факт отзывают", "Input.Quantity");
        var today = programme.Today(time.GetUtcNow());
        if (entry.Day > today) throw Refused($"{Ru.Day(entry.Day)} ещё не наступило, сегодня {Ru.Digits(today)}", "Факт — то, что уже произошло. Запишите его в тот день или позже", "Input.Day");
        if (entry.Day.Year < 1900) throw Refused($"{Ru.Digits(entry.Day)} — не день этой программы", "Проверьте год", "Input.Day");
        if (entry.ObjectId is { } id && await Object(id) is { } thing && entry.Quantity > 0) MustLive(thing, entry);
        if (!entry.IsVouched) await MustBeWithinReach(entry, programme);
    }

    private static void MustLive(FactObject thing, FactEntry entry)
    {
        if (thing.ProgrammeId != entry.ProgrammeId) throw Refused("Такого объекта в программе нет", "Выберите объект из списка", "Input.ObjectId");
        if (entry.Day < thing.Opened) throw Refused($"{thing.Name} открыт {Ru.Digits(thing.Opened)}, а факт датирован {Ru.Digits(entry.Day)}", "Проверьте дату или объект", "Input.Day");
        if (thing.Closed <= entry.Day) throw Refused($"{thing.Name} закрыт {Ru.Digits(thing.Closed.Value)}, а факт датирован {Ru.Digits(entry.Day)}", "Проверьте дату или объект", "Input.Day");
    }

    /// <summary>Who does not keep the programme records only what happened in the units he acts in.</summary>
    private async Task MustBeWithinReach(FactEntry entry, Programme programme)
    {
        Guid[] places = [.. new[] { entry.TerritoryId, entry.UnitId }.OfType<Guid>().Distinct()];
        if (places.Length == 0 || !actor.IsKnown || await access.MayKeep(programme)) return;
        // Those whom the person heads or replaces count too: an assignment is answered in the same units.
        var (reach, mine) = (await me.Reach(), (await access.Mine()).Where(a => a.ProgrammeId == programme.Id).Select(a => a.OrganisationId));
        var lines = db.UnitLines;
        var inside = await lines.Where(l => places.Contains(l.UnitId) && (reach.Contains(l.UnitId) || mine.Contains(l.AboveId))).Select(l => l.UnitId).Distinct().CountAsync();
        if (inside < places.Length) throw Refused("Это другой район: вы записываете только то, что произошло в ваших подразделениях", "Выберите своё место; чужой факт запишет тот район", "Input.TerritoryId");
    }

    private static Refusal Refused(string why, string next, string field) => new("Факт не записан", why, next) { Field = field };
}
