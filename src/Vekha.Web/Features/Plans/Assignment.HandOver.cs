using Vekha.Web.Features.Accounts;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Plans;

public sealed partial class Assignment
{
    /// <summary>«Передать»: from a day another person owes it. What was reported before keeps the name of who reported.</summary>
    public HandOver PassTo(Person from, Person to, DateOnly on, string ground, DateTimeOffset at, Guid by)
    {
        if (IsClosed) throw new Refusal("Поручение не передано", "Оно уже закрыто", "Закрытое остаётся за тем, кто его исполнил");
        if (PersonId != from.Id) throw new Refusal("Поручение не передано", $"Оно уже не за сотрудником {from.ShortName}", "Обновите страницу");
        var before = ExecutorName;
        PersonId = to.Id;
        // «Грачева Н.Л.» stood in the plan: from now on the list names the one who answers today.
        if (NameMeans(from.FullName)) ExecutorName = FamilyFirst(to.FullName);
        return new HandOver(Id, from, to, before, on, ground, at, by);
    }

    private bool NameMeans(string fullName)
    {
        var words = fullName.Split(' ');
        return ExecutorName.StartsWith(words[0] + " ", StringComparison.CurrentCultureIgnoreCase) && ExecutorName.Contains(words[^1][..1] + ".", StringComparison.CurrentCultureIgnoreCase);
    }

    /// <summary>«Лебедева Анна Сергеевна» → «Лебедева А.С.», as plans print people.</summary>
    internal static string FamilyFirst(string fullName)
    {
        var words = fullName.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 2 ? fullName : $"{words[0]} {string.Concat(words.Skip(1).Take(2).Select(w => w[0] + "."))}";
    }
}

/// <summary>«Передача поручения»: who owed it, who owes it, from which day and on what ground.</summary>
public sealed class HandOver
{
    private HandOver() { }

    internal HandOver(Guid assignmentId, Person from, Person to, string executorName, DateOnly on, string ground, DateTimeOffset at, Guid by)
    {
        if (string.IsNullOrWhiteSpace(ground)) throw new Refusal("Поручения не переданы", "Не указано основание", "Впишите приказ или причину") { Field = "Ground" };
        Id = Guid.CreateVersion7();
        AssignmentId = assignmentId;
        (FromId, ToId) = (from.Id, to.Id);
        ExecutorName = executorName;
        On = on;
        Ground = ground.Trim();
        At = at;
        ById = by;
    }

    public Guid Id { get; private set; }
    public Guid AssignmentId { get; private set; }
    public Guid FromId { get; private set; }
    public Guid ToId { get; private set; }

    /// <summary>The executor as the list named him before.</summary>
    public string ExecutorName { get; private set; } = "";

    /// <summary>The first day of the new one.</summary>
    public DateOnly On { get; private set; }
    public string Ground { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public Guid ById { get; private set; }
}
