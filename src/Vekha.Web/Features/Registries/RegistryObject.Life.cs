using Vekha.Registries;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

public sealed partial class RegistryObject
{
    private readonly List<ObjectEvent> events = [];
    private readonly List<ObjectSpan> spans = [];
    private readonly List<ObjectUpdate> updates = [];
    private readonly List<ObjectFile> files = [];

    /// <summary>«События жизненного цикла», also those taken back.</summary>
    public IReadOnlyList<ObjectEvent> Events => events;

    /// <summary>Days on which it counts.</summary>
    public IReadOnlyList<ObjectSpan> Spans => spans;

    /// <summary>«Ход»: words about its progress.</summary>
    public IReadOnlyList<ObjectUpdate> Updates => updates;
    public IReadOnlyList<ObjectFile> Files => files;

    /// <summary>Records an event: the object moves, the values it asks for change with its day.</summary>
    /// <param name="values">Values of the fields it asks for, understood.</param>
    /// <param name="papers">What was attached or named for each paper.</param>
    public ObjectEvent Happen(RegistryDefinition definition, RegistryMove move, DateOnly day, IReadOnlyDictionary<string, string?> values, IReadOnlyList<GivenPaper> papers, string? note, Author by)
    {
        var not = $"Событие «{move.Title}» не записано";
        var state = definition.State(State);
        if (IsMerged) throw new Refusal(not, "Карточка объединена с другой", "Запишите его в той карточке");
        if (!move.IsFirst && !definition.MovesFrom(State).Contains(move)) throw new Refusal(not, $"Объект в состоянии «{state.Title}», из него оно не допускается", "Выберите другое событие");
        if (day > by.On) throw new Refusal(not, $"День {Ru.Digits(day)} ещё не наступил", "Событие записывают, когда оно произошло") { Field = "Day" };
        if (First is { } first && day < first.Day) throw new Refusal(not, $"День {Ru.Digits(day)} раньше первого события, {Ru.Digits(first.Day)}", "Проверьте дату") { Field = "Day" };
        if (move.To is not null && Standing.Where(e => e.ToState != e.FromState).Select(e => e.Day).DefaultIfEmpty().Max() is var last && day < last)
            throw new Refusal(not, $"После этого дня, {Ru.Digits(last)}, состояние уже менялось", "Отмените то событие или проверьте дату") { Field = "Day" };
        foreach (var key in move.Fields)
            if (string.IsNullOrEmpty(values.GetValueOrDefault(key) ?? Values.GetValueOrDefault(key)) && definition.Field(key) is { } field)
                throw new Refusal(not, $"Не заполнено поле «{field.Title}»", "Без него событие не записывается") { Field = "v." + key };
        foreach (var (paper, i) in move.Papers.Select((p, i) => (p, i)))
            if (!papers.Any(p => p.Paper == paper && p.IsGiven)) throw new Refusal(not, $"Нет документа: {paper}", "Приложите файл или впишите реквизиты: «акт от 01.10.2017 № 5»") { Field = "p." + i };
        var happened = new ObjectEvent(this, move, day, move.IsFirst ? null : State, move.To ?? State, [.. papers.Where(p => p.IsGiven).Select(p => new PaperGiven(p.Paper, p.Requisites))], note, by);
        events.Add(happened);
        files.AddRange(papers.Where(p => p.File is not null).Select(p => new ObjectFile(Id, p.File!) { EventId = happened.Id, Paper = p.Paper }));
        State = happened.ToState;
        Write(definition, values, day, by, happened.Id);
        Recount(definition);
        return happened;
    }

    /// <summary>«Записано по ошибке»: the last event that stands is taken back, with what it changed.</summary>
    public ObjectEvent TakeBack(RegistryDefinition definition, Guid id, string? ground, Author by)
    {
        const string not = "Событие не отменено";
        var last = Standing.MaxBy(e => e.Number);
        if (last is null || last.Id != id) throw new Refusal(not, "Отменить можно только последнее", "Отменяйте по одному, с конца");
        if (last.FromState is null) throw new Refusal(not, "Им заведена карточка", "Если объект заведён по ошибке, объедините карточку с верной или закройте её");
        if (string.IsNullOrWhiteSpace(ground)) throw new Refusal(not, "Не названо основание", "Напишите, почему записи не должно быть: она останется в истории зачёркнутой") { Field = "Ground" };
        last.TakeBack(ground, by);
        State = last.FromState;
        foreach (var change in changes.Where(c => c.EventId == last.Id).ToList())
        {
            if (After(change.Key, change.On) is { } later)
            {
                later.StandAfter(change.Before);
                continue;
            }
            if (change.Before is null) Values.Remove(change.Key);
            else Values[change.Key] = change.Before;
            changes.Add(new(Id, change.Key, change.After, change.Before, last.Day, by, null));
        }
        Values = new(Values);
        Settle(definition);
        Recount(definition);
        return last;
    }

    /// <summary>The state on a day; <c>null</c> before the object was there.</summary>
    public string? StateOn(DateOnly day) => Standing.Where(e => e.Day <= day).OrderBy(e => e.Day).ThenBy(e => e.Number).LastOrDefault()?.ToState;

    public bool CountsOn(DateOnly day) => !IsMerged && spans.Exists(s => s.Covers(day));

    /// <summary>«Отметить ход»: what was done, how much is ready, what threatens.</summary>
    public ObjectUpdate Tell(string? text, int? percent, string? risk, DateOnly day, Platform.StoredFile? photo, Author by)
    {
        const string not = "Ход не отмечен";
        if (string.IsNullOrWhiteSpace(text)) throw new Refusal(not, "Не написано, что сделано", "Одно-два предложения: их увидят в квартальном тексте") { Field = "Text" };
        if (percent is < 0 or > 100) throw new Refusal(not, $"Готовность {percent} % не бывает", "Впишите от 0 до 100") { Field = "Percent" };
        if (day > by.On) throw new Refusal(not, $"День {Ru.Digits(day)} ещё не наступил", "Пишите о том, что сделано") { Field = "Day" };
        var update = new ObjectUpdate(Id, updates.Count + 1, day, text, percent, risk, by);
        updates.Add(update);
        if (photo is not null) files.Add(new(Id, photo) { UpdateId = update.Id, IsPhoto = true });
        if (UpdatedOn is null || day >= UpdatedOn) (UpdatedOn, Percent, Risk) = (day, percent ?? Percent, update.Risk);
        return update;
    }

    private IEnumerable<ObjectEvent> Standing => events.Where(e => !e.IsTakenBack);

    private ObjectEvent? First => Standing.MinBy(e => e.Number);

    private void Recount(RegistryDefinition? definition = null)
    {
        if (definition is not null) foreach (var e in events) e.Reckon(definition.State(e.ToState).Counts);
        var now = IsConfirmed ? ObjectLife.SpansOf(Standing.Select(e => new LifeStep(e.Day, e.Number, e.Counts))) : [];
        if (!now.SequenceEqual(spans.OrderBy(s => s.From).Select(s => new LifeSpan(s.From, s.Until))))
        {
            spans.Clear();
            spans.AddRange(now.Select(s => new ObjectSpan(Id, s)));
        }
        (Opened, Closed) = (now.Count == 0 ? null : now[0].From, now.Count == 0 ? null : now[^1].Until);
    }
}
