using System.Text.Encodings.Web;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Operations;

/// <summary>The letter that shows an administrator that mail works.</summary>
internal static class TestLetter
{
    public static LetterText Of(MailSettings settings)
    {
        const string words = "Почта Вехи настроена. Такие же письма будут приходить сотрудникам: одно в день и только когда есть о чём напомнить.";
        var site = HtmlEncoder.Default.Encode(settings.Site);
        return new("Пробное письмо Вехи", $"{words}\r\n\r\nОткрыть Веху: {settings.Site}/desk\r\n",
            $"<!DOCTYPE html><html lang=\"ru\"><head><meta charset=\"utf-8\"><title>Пробное письмо</title></head><body><p>{words}</p><p><a href=\"{site}/desk\">Открыть Веху</a></p></body></html>");
    }
}
