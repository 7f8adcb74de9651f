using Vekha.Registries;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Registries;

/// <summary>Who does it, on which day of the programme and when by the clock.</summary>
public sealed record Author(Guid? Id, string Name, DateOnly On, DateTimeOffset At);

/// <summary>A paper that a move asks for, as a form gives it: a file, its number and day in words, or both.</summary>
public sealed record GivenPaper(string Paper, string? Requisites, StoredFile? File)
{
    public bool IsGiven => File is not null || !string.IsNullOrWhiteSpace(Requisites);
}

/// <summary>«Документ события»: which paper, and its number and day where they were named.</summary>
public sealed record PaperGiven(string Paper, string? Requisites);

/// <summary>«Событие жизненного цикла» of an object.</summary>
public sealed class ObjectEvent
{
    private ObjectEvent() { }

    internal ObjectEvent(RegistryObject of, RegistryMove move, DateOnly day, string? from, string to, List<PaperGiven> papers, string? note, Author by)
    {
        (Id, ObjectId, Number) = (Guid.CreateVersion7(), of.Id, of.Events.Count + 1);
        (MoveKey, Title, Day, FromState, ToState, Papers) = (move.Key, move.Title, day, from, to, papers);
        Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        (ById, ByName, On, At) = (by.Id, by.Name, by.On, by.At);
    }

    public Guid Id { get; private set; }
    public Guid ObjectId { get; private set; }
    public int Number { get; private set; }
    public string MoveKey { get; private set; } = "";

    /// <summary>The words of the move then.</summary>
    public string Title { get; private set; } = "";
    public DateOnly Day { get; private set; }

    /// <summary><c>null</c> for the event that made the card.</summary>
    public string? FromState { get; private set; }
    public string ToState { get; private set; } = "";

    /// <summary>Whether the object counts after it.</summary>
    public bool Counts { get; private set; }
    public List<PaperGiven> Papers { get; private set; } = [];
    public string? Note { get; private set; }

    /// <summary>The day and the moment of the record.</summary>
    public DateOnly On { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid? ById { get; private set; }
    public string ByName { get; private set; } = "";

    /// <summary>Why it was taken back; <c>null</c> while it stands.</summary>
    public string? TakenBackWhy { get; private set; }
    public DateOnly? TakenBackOn { get; private set; }
    public string? TakenBackBy { get; private set; }
    public bool IsTakenBack => TakenBackWhy is not null;

    internal void TakeBack(string ground, Author by) => (TakenBackWhy, TakenBackOn, TakenBackBy) = (ground.Trim(), by.On, by.Name);

    internal void Reckon(bool counts) => Counts = counts;
}

/// <summary>«Период счёта» of an object: both ends count.</summary>
public sealed class ObjectSpan
{
    private ObjectSpan() { }

    internal ObjectSpan(Guid of, LifeSpan span) => (Id, ObjectId, From, Until) = (Guid.CreateVersion7(), of, span.From, span.Until);

    public Guid Id { get; private set; }
    public Guid ObjectId { get; private set; }
    public DateOnly From { get; private set; }
    public DateOnly? Until { get; private set; }

    public bool Covers(DateOnly day) => From <= day && !(Until < day);
}

/// <summary>«Прежнее значение»: a field as it stood and as it became.</summary>
public sealed class ValueChange
{
    private ValueChange() { }

    internal ValueChange(Guid of, string key, string? before, string? after, DateOnly on, Author by, Guid? eventId)
    {
        (Id, ObjectId, Key, Before, After, On, At, ByName, EventId) = (Guid.CreateVersion7(), of, key, before, after, on, by.At, by.Name, eventId);
    }

    public Guid Id { get; private set; }
    public Guid ObjectId { get; private set; }
    public string Key { get; private set; } = "";
    public string? Before { get; private set; }
    public string? After { get; private set; }

    /// <summary>From which day the new value holds.</summary>
    public DateOnly On { get; private set; }
    public DateTimeOffset At { get; private set; }
    public string ByName { get; private set; } = "";

    /// <summary>Another value has come to stand before it.</summary>
    internal void StandAfter(string? before) => Before = before;

    internal void Forget() => (Before, After) = (Before is null ? null : DataPlaces.Erased, After is null ? null : DataPlaces.Erased);

    /// <summary>The event that brought it, or <c>null</c> for a plain edit.</summary>
    public Guid? EventId { get; private set; }
}

/// <summary>«Ход»: a word about the progress of an object.</summary>
public sealed class ObjectUpdate
{
    private ObjectUpdate() { }

    internal ObjectUpdate(Guid of, int number, DateOnly day, string text, int? percent, string? risk, Author by)
    {
        (Id, ObjectId, Number, Day, Text, Percent) = (Guid.CreateVersion7(), of, number, day, text.Trim(), percent);
        Risk = string.IsNullOrWhiteSpace(risk) ? null : risk.Trim();
        (ByName, At) = (by.Name, by.At);
    }

    public Guid Id { get; private set; }
    public Guid ObjectId { get; private set; }
    public int Number { get; private set; }
    public DateOnly Day { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>«% готовности».</summary>
    public int? Percent { get; private set; }
    public string? Risk { get; private set; }
    public string ByName { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}

/// <summary>A file of a card: of a field, of an event or of a word about progress.</summary>
public sealed class ObjectFile
{
    private ObjectFile() { }

    internal ObjectFile(Guid of, StoredFile file) => (Id, ObjectId, FileId, Name, Size) = (Guid.CreateVersion7(), of, file.Id, file.Name, file.Size);

    public Guid Id { get; private set; }
    public Guid ObjectId { get; private set; }
    public Guid FileId { get; private set; }
    public string Name { get; private set; } = "";
    public long Size { get; private set; }
    public string? FieldKey { get; init; }
    public Guid? EventId { get; init; }
    public Guid? UpdateId { get; init; }

    /// <summary>Which paper of an event it is.</summary>
    public string? Paper { get; init; }
    public bool IsPhoto { get; init; }
}
