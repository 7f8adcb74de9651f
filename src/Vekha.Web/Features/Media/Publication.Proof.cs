using System.ComponentModel.DataAnnotations;
using Vekha.Media;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Media;

/// <summary>«Доказательство выхода» as a person gives it.</summary>
public sealed record OutProof(DateOnly? On, string? Link, string? Issue, long? Reach)
{
    /// <summary>Files that are or will be attached.</summary>
    public int Files { get; init; }

    /// <summary>Somebody else wrote it: a newspaper, a television; there was no text of ours to approve.</summary>
    public bool ByOthers { get; init; }
}

public sealed partial class Publication
{
    /// <summary>The day it came out.</summary>
    [Display(Name = "Вышла")]
    public DateOnly? OutOn { get; private set; }

    [Display(Name = "Ссылка")]
    public string? Link { get; private set; }

    /// <summary>«№ 24 от 15.06.2023, с. 3»: the issue and the page, the certificate.</summary>
    [Display(Name = "Номер выпуска")]
    public string? Issue { get; private set; }

    /// <summary>«Охват»: views, copies, listeners; <c>null</c> where nobody has counted.</summary>
    [Display(Name = "Охват")]
    public long? Reach { get; private set; }

    /// <summary>Others wrote it.</summary>
    public bool IsByOthers { get; private set; }

    /// <summary>«Проверено человеком»: who opened the link and saw it.</summary>
    public string? CheckedBy { get; private set; }
    public DateOnly? CheckedOn { get; private set; }

    /// <summary>«Удалено хостингом»: a person found the link dead.</summary>
    public DateOnly? GoneOn { get; private set; }
    public string? GoneSeenBy { get; private set; }

    /// <summary>«Вышла»: closes the publication with the proof its channel leaves.</summary>
    /// <param name="channel">What counts as proof.</param>
    /// <param name="last">The last version of the text, or <c>null</c>.</param>
    /// <param name="today">The day acts are dated by.</param>
    public void ComeOut(OutProof proof, MediaPlan plan, ChannelRule channel, ChannelTable table, Publisher publisher, PublicationText? last, DateOnly today)
    {
        const string not = "Выход не записан";
        if (!IsOpen) throw new Refusal(not, $"Публикация {State.Word()}", "Обновите страницу, чтобы увидеть, что изменилось");
        if (plan.NeedsApproval && !proof.ByOthers && State != PublicationState.Approved)
            throw new Refusal(not, "Текст не утверждён", "Отправьте текст на утверждение. Если написали не вы, а редакция, отметьте это") { Field = "ByOthers" };
        if (!proof.ByOthers && last is not null) MustCarry(plan.Hashtag, last, not);
        Prove(proof, channel, table, publisher, today, not);
        (State, IsByOthers, GoneOn, GoneSeenBy) = (PublicationState.Out, proof.ByOthers, null, null);
    }

    /// <summary>Corrects the day, the link or the reach of what came out.</summary>
    public void CorrectProof(OutProof proof, ChannelRule channel, ChannelTable table, Publisher publisher, DateOnly today)
    {
        const string not = "Исправление не записано";
        if (State != PublicationState.Out) throw new Refusal(not, $"Публикация {State.Word()}", "Обновите страницу");
        var before = Link;
        Prove(proof, channel, table, publisher, today, not);
        // Another link has not been seen by anybody yet.
        if (Link != before) (CheckedBy, CheckedOn, GoneOn, GoneSeenBy) = (null, null, null, null);
    }

    /// <summary>«Проверено человеком».</summary>
    public void SeenBy(Actor by, DateOnly on)
    {
        MustHaveLink("Проверка не записана");
        (CheckedBy, CheckedOn, GoneOn, GoneSeenBy) = (by.Name, on, null, null);
    }

    /// <summary>«Удалено хостингом».</summary>
    public void FoundGone(Actor by, DateOnly on)
    {
        MustHaveLink("Отметка не записана");
        (GoneOn, GoneSeenBy) = (on, by.Name);
    }

    internal PublicationFile Attach(StoredFile file, DateTimeOffset at, Actor by) => new(Id, file, at, by.Name);

    private void Prove(OutProof proof, ChannelRule channel, ChannelTable table, Publisher publisher, DateOnly today, string not)
    {
        if (proof.On is not { } on) throw new Refusal(not, "Не указан день выхода", "Впишите его как день.месяц.год") { Field = "On" };
        if (on > today) throw new Refusal(not, $"{Ru.Digits(on)} ещё не наступило", "Запишите выход, когда публикация появится") { Field = "On" };
        if (proof.Reach < 0) throw new Refusal(not, "Охват меньше нуля", "Оставьте поле пустым, если охват не считали") { Field = "Reach" };
        var link = Trimmed(proof.Link);
        if ((channel.Proof == PublicationProof.Link || link is not null) && table.ProblemOf(link, channel.Proof == PublicationProof.Link ? channel : channel with { Hosts = [] }, publisher) is { } problem)
            throw new Refusal(not, Ru.Capital(problem), "Скопируйте адрес публикации из строки браузера") { Field = "Link" };
        MustBeProven(proof, channel, not);
        (OutOn, Link, Issue, Reach) = (on, link, Trimmed(proof.Issue), proof.Reach);
    }

    private static void MustBeProven(OutProof proof, ChannelRule channel, string not)
    {
        if (channel.Proof == PublicationProof.Link) return;
        if (channel.Proof == PublicationProof.PageScan && Trimmed(proof.Issue) is null)
            throw new Refusal(not, "Не указаны номер и страница выпуска", "Впишите их: «№ 24, с. 3»") { Field = "Issue" };
        if (proof.Files == 0) throw new Refusal(not, $"Не приложено подтверждение: {channel.Proof.Word()}", "Приложите файл: PDF или снимок") { Field = "Proof" };
    }

    private void MustHaveLink(string not)
    {
        if (State != PublicationState.Out || Link is null) throw new Refusal(not, "У публикации нет ссылки", "Отметка нужна там, где публикация вышла по ссылке");
    }
}
