using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Reminders;

/// <summary>
/// «Сводка»: the one letter of a day. Programmes with the worst first, inside them the worst first, each day with its reason
/// and each thing with its address; as plain text and as a page.
/// </summary>
internal sealed class DigestLetter(string fullName, DateOnly day, IReadOnlyList<NoticeLine> lines, string site, string stop)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder text = new();
    private readonly StringBuilder page = new();

    public LetterText Write()
    {
        page.Append("<!DOCTYPE html><html lang=\"ru\"><head><meta charset=\"utf-8\"><title>").Append(Html.Encode(Subject)).Append("</title></head><body>");
        Paragraph($"{Address}, здравствуйте!");
        Paragraph($"На {Ru.Day(day)}: {Summary}.");
        var programmes = lines.GroupBy(l => (l.ProgrammeId, l.Programme)).OrderBy(g => g.Min(l => l.Cause)).ThenByDescending(g => g.Count());
        foreach (var programme in programmes) Programme(programme.Key.Programme, [.. programme]);
        Foot();
        page.Append("</body></html>");
        return new(Subject, text.ToString(), page.ToString(), stop);
    }

    private int Own(NoticeCause cause) => lines.Count(l => l.Cause == cause);

    private int OfOthers => lines.Where(l => !l.Cause.IsOwn() && !l.Cause.IsNorm()).Sum(l => l.Cause == NoticeCause.More ? l.Number : 1);

    /// <summary>«Просрочено 2 поручения, к сроку подходят 3»: what matters most stands first.</summary>
    public string Subject => Ru.Capital(string.Join(", ", Parts().DefaultIfEmpty("напоминание Вехи")));

    private IEnumerable<string> Parts()
    {
        if (Own(NoticeCause.Overdue) is > 0 and var late) yield return $"просрочено {Ru.Count(late, Noun.Assignment)}";
        if (Own(NoticeCause.Today) is > 0 and var today) yield return $"{Ru.Plural(today, "сегодня срок", "сегодня сроки", "сегодня сроки")} {Ru.Count(today, "поручения", "поручений", "поручений")}";
        if (Own(NoticeCause.Ahead) is > 0 and var ahead) yield return $"{Ru.Plural(ahead, "подходит срок", "подходят сроки", "подходят сроки")} {Ru.Count(ahead, "поручения", "поручений", "поручений")}";
        if (Own(NoticeCause.Report) is > 0 and var reports) yield return $"{Ru.Plural(reports, "ждёт", "ждут", "ждут")} {Ru.Count(reports, "постоянный отчёт", "постоянных отчёта", "постоянных отчётов")}";
        if (lines.Count(l => l.Cause.IsNorm()) is > 0 and var norms) yield return $"под угрозой {Ru.Count(norms, "норма", "нормы", "норм")}";
        if (OfOthers is > 0 and var others) yield return $"у других {Ru.Count(others, Noun.Assignment)}";
    }

    private string Summary => string.Join(", ", Parts());

    /// <summary>«Нина Львовна» of «Громова Нина Львовна».</summary>
    private string Address => fullName.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var name, .. var rest] ? string.Join(' ', [name, .. rest.Take(1)]) : fullName;

    private void Programme(string name, IReadOnlyList<NoticeLine> all)
    {
        text.Append("\r\n").Append(name.ToUpperInvariant()).Append("\r\n");
        page.Append("<h2>").Append(Html.Encode(name)).Append("</h2>");
        foreach (var group in all.GroupBy(l => l.Cause).OrderBy(g => g.Key))
        {
            text.Append("\r\n").Append(group.Key.Head()).Append("\r\n");
            page.Append("<h3>").Append(Html.Encode(group.Key.Head())).Append("</h3><ul>");
            // The longest overdue first, then the nearest day.
            foreach (var line in group.OrderBy(l => l.Control ?? DateOnly.MaxValue).ThenBy(l => l.Code, StringComparer.Ordinal)) Line(line);
            page.Append("</ul>");
        }
    }

    private void Line(NoticeLine line)
    {
        var who = line.Cause.IsOwn() ? line.Answers ? "" : "Ваша часть соисполнителя. " : line.Executor is { Length: > 0 } executor ? $"Исполнитель: {executor}. " : "";
        var when = line.When.Length == 0 ? "" : $"{(line.Cause.IsNorm() ? "До" : "Срок")} {line.When}. ";
        var state = line.Cause == NoticeCause.More ? "Список целиком на доске." : Ru.Capital(line.State) + ".";
        text.Append(" - ").Append(line.Name).Append("\r\n   ").Append(when).Append(who).Append(state).Append("\r\n   ").Append(site).Append(line.Address).Append("\r\n");
        page.Append("<li><a href=\"").Append(Html.Encode(site + line.Address)).Append("\">").Append(Html.Encode(line.Name)).Append("</a><br>")
            .Append(Html.Encode(when + who)).Append("<b>").Append(Html.Encode(state)).Append("</b></li>");
    }

    private void Foot()
    {
        text.Append("\r\n-- \r\nВсё, что за вами: ").Append(site).Append("/desk/my\r\nКогда и о чём напоминать: ").Append(site)
            .Append("/desk/reminders/settings\r\nБольше не присылать писем: ").Append(stop).Append("\r\n");
        page.Append("<hr><p><a href=\"").Append(Html.Encode(site)).Append("/desk/my\">Всё, что за вами</a><br><a href=\"").Append(Html.Encode(site))
            .Append("/desk/reminders/settings\">Когда и о чём напоминать</a><br><a href=\"").Append(Html.Encode(stop)).Append("\">Больше не присылать писем</a></p>");
    }

    private void Paragraph(string words)
    {
        text.Append(words).Append("\r\n");
        page.Append("<p>").Append(Html.Encode(words)).Append("</p>");
    }
}
