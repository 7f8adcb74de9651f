using System.Globalization;
using Vekha.Control;
using Vekha.Wording;

namespace Vekha.Web.Features.Home;

/// <summary>«Ход программы»: how many measures stand where, in words anybody understands.</summary>
public sealed class Progress
{
    // Look of the word, fill of the bar, words, the states they stand for; in the order of the bar.
    private static readonly (string Look, string Fill, string Words, AssignmentState[] States)[] Kinds =
    [
        ("done", "done", "исполнено в срок", [AssignmentState.Done]),
        ("late", "late", "исполнено позже срока", [AssignmentState.DoneLate]),
        ("over", "over", "просрочено", [AssignmentState.Overdue]),
        ("work", "work", "в работе", [AssignmentState.InProgress, AssignmentState.Risk, AssignmentState.Submitted, AssignmentState.Returned]),
        ("stand", "stand", "идёт постоянно", [AssignmentState.Standing]),
        ("idle", "idle", "впереди", [AssignmentState.NotDue]),
        ("wait", "idle", "дата ещё не известна", [AssignmentState.Waiting]),
        ("off", "idle", "снято с контроля", [AssignmentState.Released, AssignmentState.Cancelled]),
    ];

    public Progress(IEnumerable<AssignmentState> states)
    {
        var all = states.ToList();
        Total = all.Count;
        Parts = [.. Kinds.Select(k => new ProgressPart(k.Look, k.Fill, k.Words, all.Count(k.States.Contains))).Where(p => p.Count > 0)];
    }

    public int Total { get; }

    /// <summary>Only those that occur.</summary>
    public IReadOnlyList<ProgressPart> Parts { get; }

    public int Overdue => CountOf("over");

    /// <summary>«Из 16 мероприятий исполнено 4, одно из них позже срока. Просрочено 1.»</summary>
    public string Words
    {
        get
        {
            var late = CountOf("late");
            var done = CountOf("done") + late;
            var words = done == 0 ? $"Из {Of(Total)} пока не исполнено ни одно" : $"Из {Of(Total)} исполнено {Ru.Number(done)}";
            if (late > 0) words += late == done ? ", и все позже срока" : $", из них позже срока {Ru.Number(late)}";
            words += Overdue == 0 ? ". Просроченных нет." : $". Просрочено {Ru.Number(Overdue)}.";
            return CountOf("wait") is > 0 and var waiting ? $"{words} У{Ru.Nbsp}{Of(waiting)} дата ещё не известна: срок ждёт события или утерян в документе." : words;
        }
    }

    /// <summary>The same as a list, for those who do not see the bar.</summary>
    public string Legend => Ru.Capital(string.Join(", ", Parts.Select(p => $"{p.Words} {p.Count}")));

    /// <summary>The pieces of the bar with a hair between them, in per cent of its width.</summary>
    public IEnumerable<(string Fill, string X, string Width)> Bar()
    {
        var left = 0m;
        foreach (var part in Parts)
        {
            var width = 100m * part.Count / Total;
            yield return (part.Fill, Percent(left), Percent(Math.Max(width - 0.3m, 0.2m)));
            left += width;
        }
    }

    private int CountOf(string look) => Parts.FirstOrDefault(p => p.Look == look)?.Count ?? 0;

    private static string Of(int count) => Ru.Count(count, "мероприятия", "мероприятий", "мероприятий");

    private static string Percent(decimal part) => part.ToString("0.##", CultureInfo.InvariantCulture) + "%";
}

/// <summary>A part of the bar and of its legend.</summary>
public sealed record ProgressPart(string Look, string Fill, string Words, int Count);
