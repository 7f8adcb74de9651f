using Vekha.Web.Platform;

namespace Vekha.Web.Features.Plans;

public sealed partial class MeasureExecutor
{
    private readonly List<ConsentReply> replies = [];

    /// <summary>Answers of an outside body to the invitation «по согласованию», in order.</summary>
    public IReadOnlyList<ConsentReply> Replies => replies;

    /// <summary>The answer in force; <c>null</c> while the invitation waits.</summary>
    public ConsentReply? Answer => replies.MaxBy(r => r.At);

    /// <summary>«Записать ответ»: the outside body agrees or declines. A refusal says why: its part has to be done by somebody else.</summary>
    /// <param name="words">The letter that says so, or the reason of a refusal.</param>
    public ConsentReply Reply(bool agrees, string? words, DateOnly on, DateTimeOffset at, Guid by)
    {
        if (!ByConsent) throw new Refusal("Ответ не записан", $"«{Name}» — исполнитель плана, его не приглашают, а поручают ему", "Отказ исполнителя оформляется изменением плана");
        if (!agrees && string.IsNullOrWhiteSpace(words)) throw new Refusal("Отказ не записан", "Не названа причина", "Впишите реквизиты письма или причину: её увидит куратор") { Field = "words" };
        var reply = new ConsentReply(Id, agrees, words, on, at, by);
        replies.Add(reply);
        return reply;
    }
}

/// <summary>«Ответ на приглашение»: an outside body agreed to take part or declined.</summary>
public sealed class ConsentReply
{
    private ConsentReply() { }

    internal ConsentReply(Guid executorId, bool agrees, string? words, DateOnly on, DateTimeOffset at, Guid by)
    {
        Id = Guid.CreateVersion7();
        ExecutorId = executorId;
        Agrees = agrees;
        Words = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        On = on;
        At = at;
        ById = by;
    }

    public Guid Id { get; private set; }
    public Guid ExecutorId { get; private set; }
    public bool Agrees { get; private set; }
    public string? Words { get; private set; }
    public DateOnly On { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Guid ById { get; private set; }
}
