using System.ComponentModel.DataAnnotations;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Operations;

/// <summary>What the form of mail asks. The password only goes in.</summary>
public sealed class MailForm
{
    [Display(Name = "Почтовый сервер"), Required, StringLength(200)]
    public string Host { get; set; } = "";

    [Display(Name = "Порт"), Range(1, 65535)]
    public int Port { get; set; } = 587;

    [Display(Name = "Шифровать соединение (STARTTLS)")]
    public bool UseTls { get; set; } = true;

    [Display(Name = "Логин на сервере"), StringLength(200)]
    public string? Login { get; set; }

    [Display(Name = "Пароль"), StringLength(200)]
    public string? Password { get; set; }

    [Display(Name = "Адрес отправителя"), Required, StringLength(200)]
    public string From { get; set; } = "";

    [Display(Name = "Имя отправителя"), StringLength(100)]
    public string? FromName { get; set; } = "Веха";

    [Display(Name = "Адрес Вехи для ссылок"), Required, StringLength(200)]
    public string Site { get; set; } = "";

    [Display(Name = "Отправлять письма")]
    public bool IsOn { get; set; } = true;

    public int Version { get; set; }

    public static MailForm Of(MailSettings settings) => new()
    {
        Host = settings.Host, Port = settings.Port, UseTls = settings.UseTls, Login = settings.Login, From = settings.From,
        FromName = settings.FromName, Site = settings.Site, IsOn = settings.IsOn, Version = settings.Version,
    };
}
