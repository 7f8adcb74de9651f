using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Vekha.Events;
using Vekha.Web.Data;
using Vekha.Web.Features.Plans;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Events;

/// <summary>Letters of an event: filled from its fields, numbered within the year of the programme, sent.</summary>
public sealed class LetterDesk(VekhaDb db, TimeProvider time)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The usual letter to a host: practice, day, what is asked, programme, an offer to be a partner.</summary>
    public static LetterTemplate Usual(Event e)
    {
        var template = new LetterTemplate(e.Id);
        template.Write("О проведении события: {событие}", """
            Приглашаем принять участие: {событие}.
            Когда: {когда}
            Где: {где}
            Практика: {практика}
            {о чём}
            Просим оказать поддержку: {список поддержки}
            Предлагаем Вам стать партнёром события. Просим сообщить о решении.
            Программа: {программа}
            """, null, null, "Руководитель", null);
        template.WritePress("Приглашение для прессы: {событие}", """
            Уважаемые коллеги!
            Приглашаем представителей редакции осветить событие: {событие}.
            Когда: {когда}
            Где: {где}
            {маршрут}
            {о чём}
            Для аккредитации просим до {срок аккредитации} ответить на это письмо: кто приедет (фамилия, имя, отчество), издание, телефон, съёмочная техника, нужен ли транспорт.
            Снимать людей крупным планом можно с их согласия; на месте вам подскажут, кто его дал.
            """);
        return template;
    }

    /// <summary>Names of the fields with what stands behind them.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> Fields(Event e, LetterTemplate template, EventLetter? to)
    {
        var items = await db.EventItems.AsNoTracking().Where(i => i.EventId == e.Id).OrderBy(i => i.Position).ToListAsync();
        var stops = await db.EventObjects.AsNoTracking().Where(o => o.EventId == e.Id).OrderBy(o => o.Position).ToListAsync();
        var programme = await db.Programmes.AsNoTracking().SingleAsync(p => p.Id == e.ProgrammeId);
        var unit = await db.Set<Accounts.Organisation>().Where(o => o.Id == e.UnitId).Select(o => o.Name).SingleAsync();
        return new Dictionary<string, string?>
        {
            ["организация"] = to?.Organisation ?? "Администрация города", ["кому"] = to?.Person, ["событие"] = e.Title, ["вид"] = e.Kind, ["когда"] = e.Time.Words, ["дата"] = Ru.Digits(e.Day), ["где"] = e.Place,
            ["ссылка"] = e.Form == EventForm.OnSite ? null : e.Link, ["практика"] = e.ObjectName, ["о чём"] = e.About, ["проводит"] = unit, ["список поддержки"] = template.Support is { } support ? string.Concat(support.Split('\n').Select(s => $"\n— {s.Trim()}")) : null,
            ["маршрут"] = stops.Count < 2 && stops.All(s => s.At is null) ? null : "Маршрут:" + string.Concat(stops.Select(s => $"\n{string.Join(", ", new[] { s.Clock, s.Name, s.Address }.OfType<string>())}")),
            // Two working days are left for passes and places in the bus.
            ["срок аккредитации"] = Ru.Digits(programme.Policy.Calendar().AddWorkingDays(e.Day, -2)),
            ["программа"] = items.Count == 0 ? null : string.Concat(items.Select(i => $"\n{i.From?.ToString("H:mm", System.Globalization.CultureInfo.InvariantCulture)} {i.Title}{(i.Speaker is { } speaker ? $", {speaker}" : "")}")),
        };
    }

    /// <summary>Gives each letter the next outgoing number and fixes its words. Who presses at the same moment waits at the row of the programme.</summary>
    public async Task Register(Event e, Programme programme, LetterTemplate template, IReadOnlyList<EventLetter> letters, DateOnly on)
    {
        var filled = new List<(EventLetter Letter, string Subject, string Body)>();
        var fields = new Dictionary<string, string?>(await Fields(e, template, null));
        foreach (var letter in letters)
        {
            (fields["организация"], fields["кому"]) = (letter.Organisation, letter.Person);
            var words = template.For(letter);
            var text = MergedText.Fill(words.Body, fields);
            if (text.Unknown.Count > 0) throw new Refusal("Письма не зарегистрированы", $"В образце есть неизвестные поля: {string.Join(", ", text.Unknown.Select(u => $"{{{u}}}"))}", "Исправьте образец: список полей стоит под ним");
            filled.Add((letter, MergedText.Fill(words.Subject, fields).Words, text.Words));
        }
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Programmes.Where(p => p.Id == programme.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.IsPublic, x => x.IsPublic));
        var last = await db.EventLetters.Where(l => l.ProgrammeId == programme.Id && l.Year == on.Year).MaxAsync(l => l.Number) ?? 0;
        foreach (var (letter, subject, body) in filled) letter.Register(on.Year, ++last, template, subject, body, on);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>Puts registered letters into the outbox; the caller saves.</summary>
    public async Task Mail(IReadOnlyList<EventLetter> letters, DateOnly on)
    {
        if (await MailSettings.Load(db) is not { IsOn: true } mail) throw new Refusal("Письма не отправлены", "Почта в Вехе не включена", "Отправьте их на бумаге и отметьте это или попросите администратора включить почту");
        foreach (var letter in letters)
        {
            if (letter.Email is not { } address) throw new Refusal("Письма не отправлены", $"{letter.Organisation}: нет адреса почты", "Отметьте это письмо отправленным на бумаге");
            letter.Send("почтой Вехи", on);
            var text = $"Исх. № {letter.NumberWords} от {Ru.Digits(letter.RegisteredOn!.Value)}\n\n{letter.Person ?? letter.Organisation}\n\n{letter.Body}\n\n{letter.SignPost}{(letter.SignName is { } name ? $"\n{name}" : "")}";
            var page = string.Concat(text.Split('\n').Select(l => $"<p>{Html.Encode(l)}</p>"));
            db.Add(Letter.To(address, letter.Organisation, $"event-letter:{letter.Id:N}", new(letter.Subject!, text, $"<!DOCTYPE html><html lang=\"ru\"><head><meta charset=\"utf-8\"></head><body>{page}</body></html>"), mail.Domain, time.GetUtcNow()));
        }
    }
}
