using System.Globalization;
using System.Text.Json.Serialization;

namespace Vekha.Campaigns;

/// <summary>«Вид показателя»: what is written into a field of a report form.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FormFieldKind>))]
public enum FormFieldKind
{
    /// <summary>«число», with a unit.</summary>
    Number,
    /// <summary>«текст».</summary>
    Text,
    /// <summary>«да или нет».</summary>
    YesNo,
    /// <summary>«дата».</summary>
    Date,
    /// <summary>«выбор из списка».</summary>
    Choice,
    /// <summary>«таблица»: a number in every cell.</summary>
    Table,
}

/// <summary>«Чем заполнить заранее»: what stands in a field before the unit writes into it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FormSource>))]
public enum FormSource
{
    /// <summary>«ничем».</summary>
    Nothing,
    /// <summary>«прошлым отчётом».</summary>
    Previous,
    /// <summary>«числом исполненных поручений подразделения».</summary>
    Done,
    /// <summary>«фамилией руководителя подразделения».</summary>
    Head,
    /// <summary>«числом фактов с начала программы» of the kind <see cref="FormField.Counted"/>.</summary>
    Facts,
    /// <summary>«числом фактов с прошлого отчёта» of the kind <see cref="FormField.Counted"/>.</summary>
    FactsSince,
    /// <summary>«числом объектов реестра», that count on the day, of the kind <see cref="FormField.Counted"/>.</summary>
    Objects,
}

/// <summary>«Правило сложения»: how numbers of units become the number of the whole.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FormFolding>))]
public enum FormFolding
{
    /// <summary>«не складывать»: a share or a year of each says nothing of all.</summary>
    None,
    /// <summary>«сумма».</summary>
    Sum,
    /// <summary>«наибольшее».</summary>
    Most,
    /// <summary>«среднее», weighted by another number where <see cref="FormField.Weight"/> names one.</summary>
    Mean,
    /// <summary>«последнее по дате»: of the unit that reported last.</summary>
    Last,
}

/// <summary>«Показатель формы»: one question of a report form with its checks.</summary>
/// <param name="Key">Stays the same when the field moves; unique within the form.</param>
/// <param name="Title">Words of the question.</param>
/// <param name="Kind">What is answered.</param>
public sealed record FormField(string Key, string Title, FormFieldKind Kind)
{
    /// <summary>A line of explanation, or <c>null</c>.</summary>
    public string? Hint { get; init; }

    /// <summary>Unit of a number or of the cells of a table: «детей», or <c>null</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>Without an answer the report is incomplete; of a table every cell.</summary>
    public bool Required { get; init; } = true;

    /// <summary>The least number allowed, or <c>null</c>.</summary>
    public decimal? Least { get; init; }

    /// <summary>The greatest number allowed, or <c>null</c>.</summary>
    public decimal? Most { get; init; }

    /// <summary>Numbers of units are added up; a share or a year is not.</summary>
    public bool Sums { get => folding is { } chosen ? chosen == FormFolding.Sum : sums; init => sums = value; }

    private readonly bool sums;

    /// <summary>How numbers of units become the number of the whole; where nobody chose, <see cref="Sums"/> says.</summary>
    public FormFolding Folding { get => folding ?? (sums ? FormFolding.Sum : FormFolding.None); init => folding = value; }

    private readonly FormFolding? folding;

    /// <summary>Key of the number that weighs a mean: «число детей» for a mean attendance; <c>null</c> for a plain mean.</summary>
    public string? Weight { get; init; }

    /// <summary>«Нарастающим итогом»: each report gives its own period, together they make the number since the beginning.</summary>
    public bool Accumulates { get; init; }

    /// <summary>So many times the previous number asks to be confirmed; <c>null</c> asks never.</summary>
    public decimal? Jump { get; init; }

    /// <summary>Answers of a choice in order.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Rows of a table in order.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>Columns of a table in order.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>What stands in the field beforehand.</summary>
    public FormSource Source { get; init; } = FormSource.Previous;

    /// <summary>What is counted for it, nominative singular: «мероприятие», «участник», «клуб»; <c>null</c> where nothing is.</summary>
    public string? Counted { get; init; }

    /// <summary>Whether the number comes from what has happened and not from a person.</summary>
    [JsonIgnore]
    public bool IsCounted => Source is FormSource.Facts or FormSource.FactsSince or FormSource.Objects;

    /// <summary>The places to write into: one, or every cell of a table row by row.</summary>
    /// <param name="number">Number of the field in the form, from 1.</param>
    public IEnumerable<FormCell> Cells(int number)
    {
        var printed = number.ToString(CultureInfo.InvariantCulture);
        if (Kind != FormFieldKind.Table) return [new(this, Key, printed, null, null)];
        return Rows.SelectMany((row, r) => Columns.Select((column, c) =>
            new FormCell(this, string.Create(CultureInfo.InvariantCulture, $"{Key}.{r + 1}.{c + 1}"), string.Create(CultureInfo.InvariantCulture, $"{printed}.{r + 1}.{c + 1}"), row, column)));
    }

    /// <summary>All places of a form in order.</summary>
    public static IReadOnlyList<FormCell> CellsOf(IEnumerable<FormField> fields) => [.. fields.SelectMany((f, i) => f.Cells(i + 1))];
}
