using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Campaigns;

public sealed partial class Campaign
{
    /// <summary>«Сбор закрыт»: nothing is sent, accepted or corrected any more. The journal keeps every closing and opening.</summary>
    public DateOnly? ClosedOn { get; private set; }
    public string? ClosedBy { get; private set; }

    /// <summary>What was said when it was closed, or <c>null</c>.</summary>
    public string? ClosedGround { get; private set; }

    public bool IsClosed => ClosedOn is not null;

    /// <summary>«Закрыть сбор»: what was not presented stays so.</summary>
    /// <param name="waiting">How many forms wait for a decision.</param>
    public void Close(string? ground, int waiting, DateOnly on, FormAuthor by)
    {
        if (!IsStarted) throw new Refusal("Сбор не закрыт", "Он ещё не начат", "Черновик закрывать не нужно: подразделения его не видят");
        if (IsClosed) throw new Refusal("Сбор не закрыт", $"Он уже закрыт {Ru.Digits(ClosedOn!.Value)}, {ClosedBy}");
        if (waiting > 0) throw new Refusal("Сбор не закрыт", $"{Ru.Count(waiting, "форма ждёт", "формы ждут", "форм ждут")} проверки", "Примите их или верните подразделениям, тогда закрывайте");
        (ClosedOn, ClosedBy, ClosedGround) = (on, by.Name, string.IsNullOrWhiteSpace(ground) ? null : ground.Trim());
    }

    /// <summary>«Открыть снова»: a correction of what was closed, with its ground.</summary>
    /// <returns>The ground, for the journal.</returns>
    public string Reopen(string? ground)
    {
        if (!IsClosed) throw new Refusal("Сбор не открыт", "Он и так открыт");
        if (string.IsNullOrWhiteSpace(ground)) throw new Refusal("Сбор не открыт", "Не указано основание", "Напишите, почему закрытый отчёт приходится менять: «письмо комитета от 12.01.2018 № 5, ошибка в числе детей»") { Field = "Ground" };
        (ClosedOn, ClosedBy, ClosedGround) = (null, null, null);
        return ground.Trim();
    }

    /// <summary>«Добавить дни»: more days to a campaign that goes on, with a form of every unit.</summary>
    /// <returns>The days and the forms to save.</returns>
    public (IReadOnlyList<CampaignDate> Days, IReadOnlyList<FormReport> Forms) Prolong(IEnumerable<CampaignDate> days, DateOnly today)
    {
        MustGoOn("Дни не добавлены");
        if (!IsStarted) throw new Refusal("Дни не добавлены", "Сбор ещё не начат", "Впишите все дни сразу: список можно менять до начала");
        List<CampaignDate> added = [.. days.DistinctBy(d => d.Due).Where(d => dates.TrueForAll(x => x.Due != d.Due)).OrderBy(d => d.Due)];
        if (added.Count == 0) throw new Refusal("Дни не добавлены", "Все они уже есть в сборе", "Впишите другие дни") { Field = "Words" };
        if (added.Find(d => d.Due < today) is { } past) throw new Refusal("Дни не добавлены", $"{Ru.ShortDay(past.Due)} уже прошло", "Впишите дни, к которым подразделения ещё успеют") { Field = "Words" };
        dates.AddRange(added);
        return (added, [.. added.SelectMany(d => units.Select(u => new FormReport(this, d, u)))]);
    }

    /// <summary>Refuses what a closed campaign takes no more.</summary>
    public void MustGoOn(string what)
    {
        if (IsClosed) throw new Refusal(what, $"Сбор закрыт {Ru.Digits(ClosedOn!.Value)}, {ClosedBy}", "Изменить закрытое можно, когда тот, кто собирает отчёты, откроет сбор снова и запишет основание");
    }
}
