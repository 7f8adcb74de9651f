using System.ComponentModel.DataAnnotations;
using Vekha.Campaigns;

namespace Vekha.Web.Features.Campaigns;

/// <summary>What the builder asks about a field of the form.</summary>
public sealed class FieldInput
{
    [Display(Name = "Что спрашиваем"), StringLength(300)]
    public string? Title { get; set; }

    [Display(Name = "Что отвечают")]
    public FormFieldKind Kind { get; set; }

    [Display(Name = "Пояснение"), StringLength(500)]
    public string? Hint { get; set; }

    [Display(Name = "Единица"), StringLength(60)]
    public string? Unit { get; set; }

    [Display(Name = "Обязательно")]
    public bool Required { get; set; } = true;

    [Display(Name = "Число всех подразделений")]
    public FormFolding Folding { get; set; } = FormFolding.Sum;

    [Display(Name = "Чем взвесить среднее")]
    public string? Weight { get; set; }

    [Display(Name = "Нарастающим итогом")]
    public bool Accumulates { get; set; }

    [Display(Name = "Не меньше")]
    public decimal? Least { get; set; }

    [Display(Name = "Не больше")]
    public decimal? Most { get; set; }

    [Display(Name = "Переспросить, если больше прошлого в")]
    public decimal? Jump { get; set; }

    [Display(Name = "Ответы на выбор"), StringLength(4000)]
    public string? Choices { get; set; }

    [Display(Name = "Строки таблицы"), StringLength(4000)]
    public string? Rows { get; set; }

    [Display(Name = "Графы таблицы"), StringLength(4000)]
    public string? Columns { get; set; }

    [Display(Name = "Заполнить заранее")]
    public FormSource Source { get; set; } = FormSource.Previous;

    [Display(Name = "Что считать"), StringLength(100)]
    public string? Counted { get; set; }

    public static FieldInput Of(FormField field) => new()
    {
        Title = field.Title, Kind = field.Kind, Hint = field.Hint, Unit = field.Unit, Required = field.Required, Folding = field.Folding, Weight = field.Weight, Accumulates = field.Accumulates,
        Least = field.Least, Most = field.Most, Jump = field.Jump, Source = field.Source, Counted = field.Counted,
        Choices = string.Join('\n', field.Choices), Rows = string.Join('\n', field.Rows), Columns = string.Join('\n', field.Columns),
    };

    /// <summary>The field; what its kind has no use for is left out.</summary>
    public FormField Field(string key)
    {
        var isNumber = Kind is FormFieldKind.Number or FormFieldKind.Table;
        return new(key, Title?.Trim() ?? "", Kind)
        {
            Hint = Words(Hint), Unit = isNumber ? Words(Unit) : null, Required = Required, Sums = isNumber && Folding == FormFolding.Sum, Folding = isNumber ? Folding : FormFolding.None, Weight = isNumber && Folding == FormFolding.Mean ? Words(Weight) : null, Accumulates = isNumber && Accumulates,
            Least = isNumber ? Least : null, Most = isNumber ? Most : null, Jump = isNumber ? Jump : null, Source = Source, Counted = Source is FormSource.Facts or FormSource.FactsSince or FormSource.Objects ? Words(Counted) : null,
            Choices = Kind == FormFieldKind.Choice ? Lines(Choices) : [],
            Rows = Kind == FormFieldKind.Table ? Lines(Rows) : [], Columns = Kind == FormFieldKind.Table ? Lines(Columns) : [],
        };
    }

    /// <summary>«число», as the builder calls a kind.</summary>
    public static string Word(FormFieldKind kind) => kind switch
    {
        FormFieldKind.Number => "число",
        FormFieldKind.Text => "текст",
        FormFieldKind.YesNo => "да или нет",
        FormFieldKind.Date => "дата",
        FormFieldKind.Choice => "выбор из списка",
        _ => "таблица чисел",
    };

    public static string Word(FormFolding folding) => folding switch
    {
        FormFolding.Sum => "сумма",
        FormFolding.Most => "наибольшее",
        FormFolding.Mean => "среднее",
        FormFolding.Last => "последнее по дате отчёта",
        _ => "не складывать: доля, год, номер",
    };

    public static string Word(FormSource source) => source switch
    {
        FormSource.Previous => "прошлым отчётом подразделения",
        FormSource.Done => "числом принятых отчётов подразделения по программе",
        FormSource.Head => "фамилией руководителя подразделения",
        FormSource.Facts => "числом фактов с начала программы",
        FormSource.FactsSince => "числом фактов с прошлого отчёта",
        FormSource.Objects => "числом объектов реестра в счёте",
        _ => "ничем",
    };

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static List<string> Lines(string? text) => [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
