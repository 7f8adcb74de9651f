using Vekha.Registries;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Registries;

public sealed partial class Registry
{
    /// <summary>Adds a field, or puts it in place of the one with its key.</summary>
    public void Put(RegistryField field, IReadOnlyCollection<string> used)
    {
        if (field.Title.Length == 0) throw new Refusal("Поле не сохранено", "У него нет названия", "Назовите его, как в бумажной карточке: «Расписание»") { Field = "Input.Title" };
        var known = Definition.Field(field.Key);
        // A value is understood by its kind: another kind is another field.
        if (known is not null && known.Kind != field.Kind) throw new Refusal("Поле не сохранено", $"Вид поля «{known.Title}» менять нельзя: в карточках уже есть значения", "Уберите поле и добавьте новое") { Field = "Input.Kind" };
        Describe(Definition with { Fields = known is null ? [.. Definition.Fields, field] : [.. Definition.Fields.Select(f => f.Key == field.Key ? field : f)] }, used);
    }

    /// <summary>«Убрать поле»: it is no longer asked; what was written stays on the cards.</summary>
    public RegistryField Retire(string key, bool isRetired, IReadOnlyCollection<string> used)
    {
        var field = Definition.Fields.Single(f => f.Key == key);
        if (isRetired && Definition.Moves.FirstOrDefault(m => m.Fields.Contains(key) || m.QuantityField == key || m.TitleField == key) is { } move)
            throw new Refusal("Поле не убрано", $"Его требует событие «{move.Title}»", "Сначала измените событие");
        Describe(Definition with { Fields = [.. Definition.Fields.Select(f => f.Key == key ? f with { IsRetired = isRetired } : f)] }, used);
        return field;
    }

    /// <summary>Moves a field one place up.</summary>
    public void Raise(string key)
    {
        List<RegistryField> fields = [.. Definition.Fields];
        var at = fields.FindIndex(f => f.Key == key);
        if (at <= 0) return;
        (fields[at - 1], fields[at]) = (fields[at], fields[at - 1]);
        Definition = Definition with { Fields = fields };
    }

    /// <summary>Adds a state, or puts it in place of the one with its key.</summary>
    public void Put(RegistryState state, IReadOnlyCollection<string> used)
    {
        if (state.Title.Length == 0) throw new Refusal("Состояние не сохранено", "У него нет названия", "Назовите его: «приостановлен»") { Field = "State.Title" };
        // Cards are counted by it already, and facts of that count are written down.
        if (Definition.States.FirstOrDefault(s => s.Key == state.Key) is { } known && known.Counts != state.Counts && used.Contains(state.Key))
            throw new Refusal("Состояние не сохранено", $"Через «{known.Title}» уже прошли карточки, счёт по нему не меняется", "Добавьте другое состояние");
        Describe(Definition with { States = Definition.States.Any(s => s.Key == state.Key) ? [.. Definition.States.Select(s => s.Key == state.Key ? state : s)] : [.. Definition.States, state] }, used);
    }

    public void DropState(string key, IReadOnlyCollection<string> used)
    {
        if (Definition.Moves.FirstOrDefault(m => m.To == key || m.From.Contains(key)) is { } move) throw new Refusal("Состояние не убрано", $"Его называет событие «{move.Title}»", "Сначала измените событие");
        Describe(Definition with { States = [.. Definition.States.Where(s => s.Key != key)] }, used);
    }

    /// <summary>Adds a move, or puts it in place of the one with its key.</summary>
    public void Put(RegistryMove move, IReadOnlyCollection<string> used)
    {
        if (move.Title.Length == 0) throw new Refusal("Событие не сохранено", "У него нет названия", "Назовите его: «Сменён адрес»") { Field = "Move.Title" };
        // There is one first move: a new one takes the place of the old.
        var moves = Definition.Moves.Select(m => m.Key == move.Key ? move : move.IsFirst ? m with { IsFirst = false } : m).ToList();
        if (moves.TrueForAll(m => m.Key != move.Key)) moves.Add(move);
        Describe(Definition with { Moves = moves }, used);
    }

    public void DropMove(string key, IReadOnlyCollection<string> used) => Describe(Definition with { Moves = [.. Definition.Moves.Where(m => m.Key != key)] }, used);

    /// <summary>«Назвать молчащих»: after so many days without word of progress.</summary>
    public void Ask(int? silentAfterDays)
    {
        if (silentAfterDays is < 1 or > 3650) throw new Refusal("Не сохранено", "Дней должно быть от 1 до 3650", "Для квартала впишите 90") { Field = "SilentAfter" };
        Definition = Definition with { SilentAfterDays = silentAfterDays };
    }

    /// <summary>A key nothing has had: <c>f7</c>, <c>s3</c>, <c>m5</c>.</summary>
    public string NextKey(char kind)
    {
        var taken = Definition.Fields.Select(f => f.Key).Concat(Definition.States.Select(s => s.Key)).Concat(Definition.Moves.Select(m => m.Key)).ToHashSet();
        return Enumerable.Range(1, 1000).Select(n => $"{kind}{n}").First(k => !taken.Contains(k));
    }
}
