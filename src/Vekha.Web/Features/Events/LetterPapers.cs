using Vekha.Documents.Writing;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Events;

/// <summary>Registered letters as Word files, and the log of what was sent.</summary>
internal static class LetterPapers
{
    public static Paper Of(EventLetter letter, string issuer) => new()
    {
        Corner = [new CornerBlock.Addressee(letter.Organisation, letter.Person)],
        Title = letter.Subject!,
        Lead = [$"Исх. № {letter.NumberWords} от {Ru.Digits(letter.RegisteredOn!.Value)}"],
        Body = [.. letter.Body!.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(p => new PaperParagraph(p))],
        Signatures = [new(letter.SignPost!, letter.SignName)],
        Issuer = issuer,
        Made = letter.RegisteredOn,
    };

    /// <summary>All letters in one archive, a file each, named by the number.</summary>
    public static Task<byte[]> Zip(IEnumerable<EventLetter> letters, string issuer) => Archive.Of(async archive =>
    {
        foreach (var letter in letters) await archive.Put(null, FileName(letter), file => WordPaper.Write(Of(letter, issuer), file));
    });

    public static string FileName(EventLetter letter) => Archive.Plain($"Письмо {letter.NumberWords}, {letter.Organisation}") + ".docx";

    /// <summary>«Журнал рассылки».</summary>
    public static Paper Log(Programme programme, IReadOnlyList<(EventLetter Letter, string Event)> letters, DateOnly on) => new()
    {
        Title = "Журнал рассылки",
        Orientation = PaperOrientation.Landscape,
        Lead = [$"{programme.Name}, {programme.Territory}", $"на {Ru.PaperDay(on)}"],
        Body =
        [
            new PaperTable("Журнал рассылки",
                [new("Исх. №", 2.2), new("Дата", 2.2, PaperAlignment.Center), new("Адресат", 6), new("О чём", 6), new("Отправлено", 2.2, PaperAlignment.Center), new("Как", 2.6), new("Ответ", 2.4), new("Дата ответа", 2.2, PaperAlignment.Center), new("Примечание", 4)],
                [.. letters.Select(l => PaperRow.Of(l.Letter.NumberWords, l.Letter.RegisteredOn, string.Join(", ", new[] { l.Letter.Organisation, l.Letter.Person }.OfType<string>()), l.Event, l.Letter.SentOn, l.Letter.SentHow, EventLetter.Word(l.Letter.Reply), l.Letter.RepliedOn, l.Letter.ReplyNote))]) { Description = "Письма по исходящему номеру" },
        ],
        Made = on,
    };
}
