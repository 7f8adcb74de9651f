using Vekha.Campaigns;
using Vekha.Web.Platform;

namespace Vekha.Web.Features.Campaigns;

public sealed partial class Campaign
{
    /// <summary>Nobody fills more than this by hand, and no sheet shows it.</summary>
    public const int MostCells = 400;

    /// <summary>Adds a field, or puts it in place of the one with its key.</summary>
    public void Put(FormField field)
    {
        MustBeDraft("Показатель не сохранён");
        MustMakeSense(field);
        var at = Fields.FindIndex(f => f.Key == field.Key);
        List<FormField> changed = [.. Fields];
        if (at < 0) changed.Add(field);
        else changed[at] = field;
        if (FormField.CellsOf(changed).Count > MostCells)
            throw new Refusal("Показатель не сохранён", $"В форме стало бы больше {MostCells} клеток", "Уменьшите таблицу или разделите форму на два сбора") { Field = "Input.Rows" };
        Fields = changed;
    }

    public FormField Drop(string key)
    {
        MustBeDraft("Показатель не убран");
        var gone = Fields.Single(f => f.Key == key);
        Fields = [.. Fields.Where(f => f.Key != key)];
        return gone;
    }

    /// <summary>Moves a field one place up.</summary>
    public void Raise(string key)
    {
        MustBeDraft("Показатель не перенесён");
        var at = Fields.FindIndex(f => f.Key == key);
        if (at <= 0) return;
        List<FormField> changed = [.. Fields];
        (changed[at - 1], changed[at]) = (changed[at], changed[at - 1]);
        Fields = changed;
    }

    /// <summary>The key of the next new field.</summary>
    public string NextKey() => "f" + (Fields.Select(f => int.TryParse(f.Key.AsSpan(1), out var n) ? n : 0).DefaultIfEmpty().Max() + 1);

    private void MustMakeSense(FormField field)
    {
        Refusal No(string why, string next, string at) => new("Показатель не сохранён", why, next) { Field = "Input." + at };
        if (field.Title.Length == 0) throw No("У него нет названия", "Спросите словами: «Число детей, посещающих клуб»", "Title");
        if (Fields.Exists(f => f.Key != field.Key && string.Equals(f.Title, field.Title, StringComparison.CurrentCultureIgnoreCase))) throw No($"Показатель «{field.Title}» в форме уже есть", "Назовите его иначе", "Title");
        if (field.Least > field.Most) throw No("Наименьшее больше наибольшего", "Проверьте оба числа", "Most");
        if (field.Jump is <= 1) throw No("Скачок считается от двух раз", "Впишите, во сколько раз больше прошлого — уже странно, например 10", "Jump");
        if (field.Kind == FormFieldKind.Choice && field.Choices.Count < 2) throw No("Выбирать не из чего", "Впишите хотя бы два ответа, каждый с новой строки", "Choices");
        if (field.Kind == FormFieldKind.Table && (field.Rows.Count == 0 || field.Columns.Count == 0)) throw No("У таблицы нет строк или граф", "Впишите и те и другие, каждую с новой строки", field.Rows.Count == 0 ? "Rows" : "Columns");
        if (new[] { field.Choices, field.Rows, field.Columns }.Any(l => l.Distinct(StringComparer.CurrentCultureIgnoreCase).Count() < l.Count)) throw No("Одна строка записана дважды", "Оставьте её один раз", "Rows");
        if (field.Weight is { } weight && !Fields.Exists(f => f.Key == weight && f.Key != field.Key && f.Kind == FormFieldKind.Number)) throw No("Взвешивать нечем", "Выберите число, которое уже есть в форме", "Weight");
        if (field.Source == FormSource.Done && field.Kind != FormFieldKind.Number) throw No("Числом поручений можно заполнить только число", "Выберите другой источник", "Source");
        if (field.IsCounted && field.Kind != FormFieldKind.Number) throw No("Числом фактов или объектов можно заполнить только число", "Выберите другой источник", "Source");
        if (field.IsCounted && field.Counted is null) throw No("Не сказано, что считать", "Впишите вид в единственном числе: «мероприятие», «клуб»", "Counted");
        if (field.Source == FormSource.Head && field.Kind != FormFieldKind.Text) throw No("Фамилией можно заполнить только текст", "Выберите другой источник", "Source");
    }
}
