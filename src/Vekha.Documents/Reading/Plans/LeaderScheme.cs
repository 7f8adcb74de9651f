using Vekha.Plans;

namespace Vekha.Documents.Reading.Plans;

/// <summary>
/// «Схема»: leader → unit and its head → audience → deadline → way. No column names the measure; the way of work,
/// merged over several units, stands for it.
/// </summary>
internal sealed class LeaderScheme(RawPlan plan)
{
    private readonly List<RawMeasure> group = [];
    private string? leader, leaderNumber;
    private GridCell? parentUnit;
    private string way = "";

    public void Take(GridRow row, TableHeader header, Grid grid)
    {
        plan.Kind = "promotion-scheme";
        var (title, unit, head) = (header.Find(Meaning.Title), header.Find(Meaning.Executor), header.Find(Meaning.Leader));
        var opened = row[head].Speaks;
        if (opened) Lead(row[head]);
        if (unit >= 0 && IsParentUnit(row, unit, opened))
        {
            parentUnit = row[unit];
            return;
        }
        var timed = header.All(Meaning.Deadline).Any(c => !row[c].SaysNothing);
        if (!opened && !timed && group.Count > 0)
        {
            Glue(row, title, unit);
            return;
        }
        var inherits = Inherits(row[title]);
        if (!inherits && row[title].SaysNothing) return;
        Add(row, header, grid, inherits);
    }

    private void Lead(GridCell cell)
    {
        var (number, name) = Numbering.Split(Words.Line(cell.Text));
        (leader, leaderNumber) = (name, number);
        group.Clear();
    }

    /// <summary>A unit alone in its row while the units of the table are numbered stands over the next ones.</summary>
    private bool IsParentUnit(GridRow row, int unit, bool opened) =>
        !opened && row.Speaking.SequenceEqual([unit]) && Numbering.Split(row[unit].Text).Number is null
        && Executors.StartsExecutor(row[unit].Text) && !Executors.KindOf(Words.Line(row[unit].Text)).Equals(ExecutorKind.Person)
        && group.Any(m => m.Number is not null);

    /// <summary>Whether the way is that of the row above: empty, merged, or the torn rest of it.</summary>
    private bool Inherits(GridCell cell)
    {
        if (way.Length == 0) return false;
        if (cell.SaysNothing || cell.FromAbove) return group.Count > 0;
        if (!TableRows.IsOpen(way) || !char.IsLower(Words.FirstLetter(cell.Text)) || group.Count == 0) return false;
        Extend(cell.Text);
        return true;
    }

    /// <summary>The rest of a merged cell, torn by a page, belongs to every row that it covers.</summary>
    private void Extend(string text)
    {
        way = Words.Line(way + "\n" + text);
        foreach (var measure in group) measure.Title = measure.Fields["method"] = way;
    }

    private void Glue(GridRow row, int title, int unit)
    {
        if (row[title].Speaks) Extend(row[title].Text);
        if (unit >= 0 && row[unit].Speaks) group[^1].ExecutorText += "\n" + row[unit].Text;
        group[^1].Confidence = Math.Min(group[^1].Confidence, 0.8);
    }

    private void Add(GridRow row, TableHeader header, Grid grid, bool inherits)
    {
        var title = header.Find(Meaning.Title);
        if (!inherits)
        {
            way = Words.Line(row[title].Text);
            group.Clear();
        }
        var cells = (GridCell[])row.Cells.Clone();
        cells[title] = new GridCell(way, row[title].Place);
        if (RowReading.Of(row with { Cells = cells }, header, grid) is not { } measure) return;
        var (number, unit) = Numbering.Split(measure.ExecutorText);
        (measure.Number, measure.ExecutorText, measure.FromText) = (number, unit, false);
        measure.Title = measure.Fields["method"] = way;
        if (inherits) measure.Fields["method_inherited"] = "да";
        if (leader is not null) measure.Fields["leader"] = leader;
        if (leaderNumber is not null) measure.Fields["leader_number"] = leaderNumber;
        LeadByUnit(measure, unit);
if (parentUnit is not null) UnderParent(measure);
        group.Add(measure);
        plan.Measures.Add(measure);
    }

    /// <summary>Where the leader is itself a unit or a class, the unit's cell holds territories or channels.</summary>
    private void LeadByUnit(RawMeasure measure, string unit)
    {
        measure.Fields["executor"] = Words.Line(unit);
        if (leader is null || Executors.KindOf(leader) == ExecutorKind.Person && Executors.Person.IsMatch(leader) || unit.Length > 0 && Executors.Looks(unit)) return;
        measure.Fields.Remove("executor");
        if (unit.Length > 0) measure.Fields[unit.StartsWith("Территори", StringComparison.OrdinalIgnoreCase) ? "territory" : "channels"] = Words.Line(unit);
        measure.ExecutorText = Words.IsCapital(leader) ? Words.Capitalised(leader.ToLowerInvariant()) : leader;
    }

    private void UnderParent(RawMeasure measure)
    {
        var unit = Words.Line(parentUnit!.Text);
        var before = plan.Measures.Count == 0 ? null : plan.Measures[^1].Fields.GetValueOrDefault("leader");
        if (before != leader && plan.Measures[^1].Fields.ContainsKey("parent_unit"))
        {
            parentUnit = null;
            return;
        }
        measure.Fields["parent_unit"] = unit;
        if (before == leader) return;
        plan.Questions.Add(new DraftQuestion($"executors-parent-{plan.Measures.Count}", "executors", plan.Measures.Count,
            $"Строка «{unit}» без номера, срока и способа. Это вышестоящее подразделение следующих строк?",
            [new QuestionOption("Вышестоящее подразделение следующих строк", "parent"), new QuestionOption("Ещё одна строка предыдущего руководителя", "row")], parentUnit.Place));
    }
}
