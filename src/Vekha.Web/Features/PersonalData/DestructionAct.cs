using Vekha.Web.Platform;

namespace Vekha.Web.Features.PersonalData;

/// <summary>One person's data in one place that an act destroyed. No name: the record number stands for it.</summary>
/// <param name="Place">«регистрации на мероприятия».</param>
/// <param name="Categories">What was destroyed.</param>
/// <param name="Reason">«согласие отозвано 02.11.2020».</param>
public sealed record DestroyedLine(Guid SubjectId, string Place, string Categories, string Purposes, string Reason, int Files);

/// <summary>
/// «Акт об уничтожении персональных данных» (приказ Роскомнадзора № 179). Kept three years together with the journal of the
/// destruction.
/// </summary>
public sealed class DestructionAct
{
    /// <summary>How long the act and the journal are kept.</summary>
    public const int KeptYears = 3;

    private DestructionAct() { }

    internal DestructionAct(Guid programme, int number, string operatorName, string reason, string? commission, IEnumerable<DestroyedLine> lines, DateOnly on, DateTimeOffset at, Actor by, string post)
    {
        (Id, ProgrammeId, Number, Operator, Reason) = (Guid.CreateVersion7(), programme, number, operatorName, reason);
        (Commission, Lines, On, At) = (string.IsNullOrWhiteSpace(commission) ? null : commission.Trim(), [.. lines], on, at);
        (ById, By, Post, Count) = (by.PersonId, by.Name, post, Lines.Count);
    }

    public Guid Id { get; private set; }
    public Guid ProgrammeId { get; private set; }

    /// <summary>Within the programme.</summary>
    public int Number { get; private set; }

    /// <summary>«Оператор» as it was called then.</summary>
    public string Operator { get; private set; } = "";
    public string Reason { get; private set; } = "";

    /// <summary>«Должность, И.О. Фамилия», each on its own line.</summary>
    public string? Commission { get; private set; }
    public List<DestroyedLine> Lines { get; private set; } = [];
    public int Count { get; private set; }
    public DateOnly On { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary><c>null</c> when a rule did it.</summary>
    public Guid? ById { get; private set; }
    public string By { get; private set; } = "";
    public string Post { get; private set; } = "";

    public DateOnly KeptUntil => On.AddYears(KeptYears);
}
