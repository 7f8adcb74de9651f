namespace Vekha.Campaigns;

/// <summary>«Подтверждение скачка»: a number far above the previous one is right, and why.</summary>
/// <param name="Key">The cell.</param>
/// <param name="Value">The number confirmed: another one asks again.</param>
/// <param name="Reason">Why it has grown so.</param>
public sealed record FormConfirmation(string Key, string Value, string Reason);

/// <summary>What keeps a report from being sent.</summary>
public enum FormRemarkKind
{
    /// <summary>«не заполнено».</summary>
    Missing,
    /// <summary>«записано не то».</summary>
    Wrong,
    /// <summary>«скачок»: many times the previous number, not confirmed.</summary>
    Jump,
    /// <summary>«расхождение»: another number than units below gave together, without a reason.</summary>
    Differs,
}

/// <summary>«Замечание к форме».</summary>
/// <param name="Cell">Where.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Text">What is wrong, in Russian and without a capital letter.</param>
public sealed record FormRemark(FormCell Cell, FormRemarkKind Kind, string Text);

/// <summary>«Проверка формы»: what was typed, understood, and what keeps it from being sent.</summary>
public sealed record FormCheck
{
    /// <summary>Values understood, by cell.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>What is wrong, in the order of the form.</summary>
    public required IReadOnlyList<FormRemark> Remarks { get; init; }

    /// <summary>How many cells must be filled.</summary>
    public required int Required { get; init; }

    /// <summary>How many of them are.</summary>
    public required int Filled { get; init; }

    /// <summary>The report can be sent.</summary>
    public bool IsComplete => Remarks.Count == 0;

    /// <summary>Checks what was typed.</summary>
    /// <param name="fields">The form.</param>
    /// <param name="typed">By cell, as it was written.</param>
    /// <param name="previous">Values of the unit's previous report, or <c>null</c>.</param>
    /// <param name="confirmed">Jumps and differences that a person has confirmed.</param>
    /// <param name="together">Numbers that units below gave together, by cell; <c>null</c> where there are none.</param>
    public static FormCheck Of(IReadOnlyList<FormField> fields, IReadOnlyDictionary<string, string> typed, IReadOnlyDictionary<string, string>? previous, IReadOnlyCollection<FormConfirmation> confirmed, IReadOnlyDictionary<string, string>? together = null)
    {
        var (values, remarks) = (new Dictionary<string, string>(), new List<FormRemark>());
        var (required, filled) = (0, 0);
        foreach (var cell in FormField.CellsOf(fields))
        {
            var reading = cell.Read(typed.GetValueOrDefault(cell.Key));
            if (cell.Field.Required) required++;
            if (reading.Problem is { } problem) remarks.Add(new(cell, FormRemarkKind.Wrong, problem));
            else if (reading.Value is not { } value)
            {
                if (cell.Field.Required) remarks.Add(new(cell, FormRemarkKind.Missing, "не заполнено"));
            }
            else
            {
                values[cell.Key] = value;
                if (cell.Field.Required) filled++;
                if (confirmed.Any(c => c.Key == cell.Key && c.Value == value && !string.IsNullOrWhiteSpace(c.Reason))) continue;
                if (DifferenceOf(cell, value, together) is { } difference) remarks.Add(new(cell, FormRemarkKind.Differs, $"{difference}. Подтвердите и назовите причину"));
                else if (JumpOf(cell, value, previous) is { } jump) remarks.Add(new(cell, FormRemarkKind.Jump, jump));
            }
        }
        return new() { Values = values, Remarks = remarks, Required = required, Filled = filled };
    }

    /// <summary>«в 12 раз больше прошлого (40)»: what is to be confirmed about a value, or <c>null</c>.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="value">Its value as kept.</param>
    /// <param name="previous">Values of the previous report, or <c>null</c>.</param>
    public static string? JumpOf(FormCell cell, string value, IReadOnlyDictionary<string, string>? previous) =>
        GrowthOf(cell, value, previous) is { } growth ? $"{growth}. Подтвердите и назовите причину" : null;

    /// <summary>«90 — в 10 раз больше прошлого (9)»: what stands out about a value, or <c>null</c>.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="value">Its value as kept.</param>
    /// <param name="previous">Values of the previous report, or <c>null</c>.</param>
    public static string? GrowthOf(FormCell cell, string value, IReadOnlyDictionary<string, string>? previous)
    {
        if (!cell.IsNumber || cell.Field.Jump is not { } factor || FormCell.NumberOf(previous?.GetValueOrDefault(cell.Key)) is not { } before || before <= 0) return null;
        if (FormCell.NumberOf(value) is not { } now || now < before * factor) return null;
        var times = Math.Round(now / before, 1);
        return $"{FormCell.Figure(now)} — в {FormCell.Figure(times)} {TimesWord(times)} больше прошлого ({FormCell.Figure(before)})";
    }

    /// <summary>«12, а у подразделений вместе 10»: how a value differs from what units below gave together, or <c>null</c>.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="value">Its value as kept.</param>
    /// <param name="together">Numbers of the units below by cell, or <c>null</c>.</param>
    public static string? DifferenceOf(FormCell cell, string value, IReadOnlyDictionary<string, string>? together) =>
        cell.IsNumber && FormCell.NumberOf(together?.GetValueOrDefault(cell.Key)) is { } sum && FormCell.NumberOf(value) is { } now && now != sum
            ? $"{FormCell.Figure(now)}, а у подразделений вместе {FormCell.Figure(sum)}" : null;

    private static string TimesWord(decimal times) => times == Math.Floor(times) ? Wording.Ru.Plural((long)times, "раз", "раза", "раз") : "раза";
}
