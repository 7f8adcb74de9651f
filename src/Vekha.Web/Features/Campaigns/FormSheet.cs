using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Vekha.Campaigns;
using Vekha.Documents.Reading;
using Vekha.Documents.Writing;
using Vekha.Web.Platform;
using Vekha.Wording;

namespace Vekha.Web.Features.Campaigns;

/// <summary>
/// «Форма в Excel»: the sheet that Vekha gives for one unit and day and takes back filled. A line for every cell of the form
/// under its number; a key ties the file to the form. Either all of it is taken or nothing.
/// </summary>
internal static partial class FormSheet
{
    /// <summary>More complaints than this nobody reads at once.</summary>
    private const int MostRefusals = 20;
    private const string NumberHeading = "№ строки";
    private const string ValueHeading = "Значение";

    /// <summary>The file to fill.</summary>
    /// <param name="values">What stands in it beforehand, by cell.</param>
    public static Paper Of(FormOnDesk form, IReadOnlyDictionary<string, string> values) => new()
    {
        Title = form.Campaign.Title,
        Lead = [form.Unit.Name, $"к {Ru.PaperDay(form.Report.Due)}", "Заполните графу «Значение» и загрузите файл на страницу формы. Номера строк и ключ не меняйте."],
        Body =
        [
            new PaperTable("Отчёт", [new(NumberHeading, 2), new("Показатель", 9), new("Что вписать", 4), new(ValueHeading, 5)],
            // Figures go as words: a format of the cell would round what a person types over them.
            [.. form.Cells.Select(c => PaperRow.Of(c.Number, c.Title, Wanted(c), c.Show(values.GetValueOrDefault(c.Key)).Replace(Ru.Nbsp.ToString(), "", StringComparison.Ordinal)))]),
            new PaperParagraph("Ключ формы: " + KeyOf(form)),
        ],
    };

    /// <summary>Ties a file to the form and its questions: another date, another unit or another form give another key.</summary>
    public static string KeyOf(FormOnDesk form)
    {
        var text = $"{form.Report.Id:N}|{string.Join('|', form.Cells.Select(c => $"{c.Key}={c.Title}"))}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];
    }

    /// <summary>Values of a file by cell.</summary>
    /// <exception cref="Refusal">The file is of another form, or something in it is not understood: nothing is taken.</exception>
    public static Dictionary<string, string> Read(SourceDocument document, FormOnDesk form)
    {
        if (KeyIn(document) is not { } key)
            throw Refused("это не файл этой формы: в нём нет ключа", "Скачайте форму с этой страницы, заполните её и загрузите");
        if (!string.Equals(key, KeyOf(form), StringComparison.OrdinalIgnoreCase))
            throw Refused($"ключ в файле не от этой формы: {form.Unit.Name}, к {Ru.Digits(form.Report.Due)}", "Возможно, файл от другой даты или ключ изменён. Скачайте форму с этой страницы и перенесите в неё значения");
        var (values, wrong) = (new Dictionary<string, string>(), new List<string>());
        var known = form.Cells.ToDictionary(c => c.Number);
        var met = new HashSet<string>();
        foreach (var (number, typed) in Lines(document))
        {
            if (!known.TryGetValue(number, out var cell)) wrong.Add($"строки № {Short(number)} в форме нет, уберите её");
            else if (!met.Add(number)) wrong.Add($"строка № {number} «{cell.Title}» записана дважды");
            else if (cell.Read(typed) is { Problem: { } problem }) wrong.Add($"строка № {number} «{cell.Title}», графа «{ValueHeading}»: {problem}");
            else if (!string.IsNullOrWhiteSpace(typed)) values[cell.Key] = typed.Trim();
            if (wrong.Count > MostRefusals) break;
        }
        wrong.AddRange(form.Cells.Where(c => wrong.Count <= MostRefusals && !met.Contains(c.Number)).Select(c => $"нет строки № {c.Number} «{c.Title}»"));
        if (wrong.Count == 0) return values;
        throw Refused(string.Join("; ", wrong.Take(MostRefusals)) + (wrong.Count > MostRefusals ? "; есть и другие" : ""), "Ничего не записано. Исправьте эти строки и загрузите файл ещё раз");
    }

    private static string? KeyIn(SourceDocument document) => document.Blocks
        .SelectMany(b => b switch
        {
            SourceParagraph paragraph => [paragraph.Text],
            SourceTable table => table.Rows.SelectMany(r => r.Cells).Select(c => c.Text),
            _ => Enumerable.Empty<string>(),
        }).Select(t => Key().Match(t)).FirstOrDefault(m => m.Success)?.Groups[1].Value;

    /// <summary>Number and value of every line under the heading.</summary>
    private static IEnumerable<(string Number, string? Typed)> Lines(SourceDocument document)
    {
        foreach (var table in document.Blocks.OfType<SourceTable>())
        {
            var head = table.Rows.ToList().FindIndex(r => r.Cells.Any(c => c.Text.Trim() == NumberHeading) && r.Cells.Any(c => c.Text.Trim() == ValueHeading));
            if (head < 0) continue;
            int Column(string heading) => table.Rows[head].Cells.First(c => c.Text.Trim() == heading).Column;
            var (number, value) = (Column(NumberHeading), Column(ValueHeading));
            foreach (var row in table.Rows.Skip(head + 1))
            {
                var (n, v) = (row.Cells.FirstOrDefault(c => c.Column == number), row.Cells.FirstOrDefault(c => c.Column == value));
                if (n is null && v is null || n is not null && Key().IsMatch(n.Text)) continue;
                yield return (n?.Text.Trim() ?? "", v?.Date is { } day ? Ru.Digits(day) : v?.Text);
            }
        }
    }

    private static string Wanted(FormCell cell) => (cell.Field.Kind switch
    {
        FormFieldKind.Number or FormFieldKind.Table => cell.Field.Unit is { } unit ? $"число, {unit}" : "число",
        FormFieldKind.YesNo => "да или нет",
        FormFieldKind.Date => "день.месяц.год",
        FormFieldKind.Choice => string.Join(" / ", cell.Field.Choices),
        _ => "текст",
    }) + (cell.Field.Required ? "" : " (необязательно)");

    private static Refusal Refused(string why, string next) => new("Файл не принят", Ru.Capital(why), next) { Field = "Sheet" };

    private static string Short(string text) => text.Length == 0 ? "без номера" : text.Length <= 20 ? text : text[..20] + "…";

    [GeneratedRegex(@"Ключ формы:\s*([0-9a-zA-Z-]+)")]
    private static partial Regex Key();
}
