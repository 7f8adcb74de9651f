using System.ComponentModel.DataAnnotations;
using System.Net.Mail;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Vekha.Web.Data;

namespace Vekha.Web.Platform;

/// <summary>«Почта»: the server through which letters leave. One row; the password lies in it enciphered.</summary>
public sealed class MailSettings
{
    private const string Purpose = "Vekha.Mail";

    private MailSettings() { }

    public int Id { get; private init; } = 1;

    [Display(Name = "Почтовый сервер")]
    public string Host { get; private set; } = "";

    [Display(Name = "Порт")]
    public int Port { get; private set; } = 587;

    /// <summary>STARTTLS; without it only inside one's own network.</summary>
    [Display(Name = "Шифровать соединение")]
    public bool UseTls { get; private set; } = true;

    [Display(Name = "Логин на сервере")]
    public string? Login { get; private set; }

    public string? ProtectedPassword { get; private set; }

    [Display(Name = "Адрес отправителя")]
    public string From { get; private set; } = "";

    [Display(Name = "Имя отправителя")]
    public string FromName { get; private set; } = "Веха";

    /// <summary>Where this installation answers: links in letters begin with it. No slash at the end.</summary>
    [Display(Name = "Адрес Вехи для ссылок")]
    public string Site { get; private set; } = "";

    [Display(Name = "Письма отправляются")]
    public bool IsOn { get; private set; }

    public int Version { get; private set; }

    /// <summary>The right side of a Message-ID.</summary>
    public string Domain => From.Split('@')[^1];

    public static MailSettings Empty() => new();

    public static Task<MailSettings?> Load(VekhaDb db, CancellationToken cancel = default) => db.Set<MailSettings>().SingleOrDefaultAsync(cancel);

    public void Leave(string host, int port, bool useTls, string? login)
    {
        if (string.IsNullOrWhiteSpace(host)) throw new Refusal("Настройки почты не сохранены", "Не назван почтовый сервер", "Впишите его имя: «smtp.town.ru»") { Field = "Input.Host" };
        if (port is < 1 or > 65535) throw new Refusal("Настройки почты не сохранены", "Такого порта не бывает", "Обычно это 587 или 25") { Field = "Input.Port" };
        if (port == 465) throw new Refusal("Настройки почты не сохранены", "Порт 465 шифруется иначе, с первого знака", "Укажите порт 587: он есть у тех же серверов") { Field = "Input.Port" };
        (Host, Port, UseTls, Login) = (host.Trim(), port, useTls, string.IsNullOrWhiteSpace(login) ? null : login.Trim());
    }

    public void SignAs(string from, string? name, string site, bool isOn)
    {
        if (!MailAddress.TryCreate(from?.Trim(), out var sender)) throw new Refusal("Настройки почты не сохранены", "Адрес отправителя записан неверно", "Впишите его так: «vekha@town.ru»") { Field = "Input.From" };
        if (!Uri.TryCreate(site?.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new Refusal("Настройки почты не сохранены", "Адрес Вехи записан неверно", "Скопируйте его из строки браузера: «https://vekha.town.ru»") { Field = "Input.Site" };
        (From, FromName, Site, IsOn) = (sender.Address, string.IsNullOrWhiteSpace(name) ? "Веха" : name.Trim(), address.GetLeftPart(UriPartial.Path).TrimEnd('/'), isOn);
    }

    /// <summary>Keeps a new password; empty words leave the old one.</summary>
    public void Remember(string? password, IDataProtectionProvider keys)
    {
        if (Login is null) ProtectedPassword = null;
        else if (!string.IsNullOrEmpty(password)) ProtectedPassword = keys.CreateProtector(Purpose).Protect(password);
    }

    internal string? Password(IDataProtectionProvider keys)
    {
        try
        {
            return ProtectedPassword is null ? null : keys.CreateProtector(Purpose).Unprotect(ProtectedPassword);
        }
        catch (CryptographicException)
        {
            throw new JobSetback("Пароль почты зашифрован ключом другой установки. Впишите его на странице «Почта» ещё раз.");
        }
    }

    internal static void Map(ModelBuilder model) => model.Entity<MailSettings>(settings =>
    {
        settings.ToTable("mail_settings").HasKey(s => s.Id);
        settings.Property(s => s.Id).ValueGeneratedNever();
        settings.Property(s => s.From).HasColumnName("sender");
        settings.Property(s => s.FromName).HasColumnName("sender_name");
        settings.Ignore(s => s.Domain);
    });
}
