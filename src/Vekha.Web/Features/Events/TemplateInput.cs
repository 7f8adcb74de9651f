using System.ComponentModel.DataAnnotations;

namespace Vekha.Web.Features.Events;

/// <summary>What the form of a letter asks.</summary>
public sealed class TemplateInput
{
    [Display(Name = "Заголовок письма"), StringLength(300)]
    public string? Subject { get; set; }

    [Display(Name = "Текст"), StringLength(10000)]
    public string? Body { get; set; }

    [Display(Name = "Список поддержки"), StringLength(4000)]
    public string? Support { get; set; }

    [Display(Name = "Индекс перед номером"), StringLength(40)]
    public string? Index { get; set; }

    [Display(Name = "Кто подписывает: должность"), StringLength(200)]
    public string? SignPost { get; set; }

    [Display(Name = "И.О. Фамилия"), StringLength(100)]
    public string? SignName { get; set; }

    [Display(Name = "Заголовок приглашения прессы"), StringLength(300)]
    public string? PressSubject { get; set; }

    [Display(Name = "Приглашение прессы"), StringLength(10000)]
    public string? PressBody { get; set; }

    public int Version { get; set; }

    public static TemplateInput Of(LetterTemplate t) => new() { Subject = t.Subject, Body = t.Body, Support = t.Support, Index = t.Index, SignPost = t.SignPost, SignName = t.SignName, PressSubject = t.PressSubject, PressBody = t.PressBody, Version = t.Version };
}
