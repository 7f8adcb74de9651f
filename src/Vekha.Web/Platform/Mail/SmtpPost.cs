using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Vekha.Web.Platform;

/// <summary>How the mail server took a letter.</summary>
/// <param name="Words">Its own words when it did not take it.</param>
/// <param name="IsForEver">It will never take this letter.</param>
public sealed record Delivery(string? Words, bool IsForEver)
{
    public static readonly Delivery Taken = new(null, false);

    public bool IsTaken => Words is null;
}

/// <summary>Hands letters to the town's mail server over one connection.</summary>
public sealed class SmtpPost : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly MailSettings settings;
    private readonly SmtpClient client;

    public SmtpPost(MailSettings settings, IDataProtectionProvider keys)
    {
        this.settings = settings;
        client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.UseTls };
        if (settings.Login is { } login) client.Credentials = new NetworkCredential(login, settings.Password(keys));
    }

    /// <summary>Hands a letter over. What concerns this letter comes back; a server that is away or lets nobody in is a <see cref="JobSetback"/>.</summary>
    public async Task<Delivery> Send(Letter letter, CancellationToken cancel)
    {
        if (!MailAddress.TryCreate(letter.Address, letter.Name, Encoding.UTF8, out var to)) return new($"Адрес «{letter.Address}» записан неверно", true);
        using var message = Compose(letter, to);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(message, patience.Token);
            return Delivery.Taken;
        }
        catch (SmtpFailedRecipientException refused)
        {
            return new(Words(refused), (int)refused.StatusCode >= 500);
        }
        catch (SmtpException away) when (away.StatusCode is SmtpStatusCode.GeneralFailure or SmtpStatusCode.ServiceNotAvailable
            or SmtpStatusCode.MustIssueStartTlsFirst or SmtpStatusCode.ClientNotPermitted)
        {
            throw new JobSetback($"Почтовый сервер {settings.Host} не принимает писем: {Words(away)}", away);
        }
        catch (SmtpException refused)
        {
            // «451 try again later» and the like: this letter waits, the next one may go.
            return new(Words(refused), false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new JobSetback($"Почтовый сервер {settings.Host} не ответил за {Patience.TotalSeconds:0} секунд");
        }
    }

    public void Dispose() => client.Dispose();

    private MailMessage Compose(Letter letter, MailAddress to)
    {
        var message = new MailMessage(new MailAddress(settings.From, settings.FromName, Encoding.UTF8), to)
        {
            Subject = letter.Subject, SubjectEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", $"<{letter.MessageId}>");
        message.Headers.Add("Date", letter.CreatedAt.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", System.Globalization.CultureInfo.InvariantCulture));
        // No answering machine answers a machine (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.Unsubscribe is { } end) message.Headers.Add("List-Unsubscribe", $"<{end}>");
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(letter.Text, Encoding.UTF8, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(letter.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        return message;
    }

    // The innermost cause names the matter: «Connection refused», «550 no such user».
    private static string Words(Exception failure)
    {
        while (failure.InnerException is { } inner) failure = inner;
        return failure.Message.TrimEnd('.', ' ');
    }
}
