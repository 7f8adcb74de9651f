using System.Text.Json.Nodes;
using Vekha.Deadlines;
using Vekha.Documents.Reading;
using Vekha.Plans;

namespace Vekha.Cli;

/// <summary>The plan found in a document as JSON for other programs. Empty fields that a plan need not have are left out.</summary>
internal static class PlanJson
{
    public static JsonObject Of(DocumentReading reading, CountingRules? rules = null)
    {
        var json = reading.Draft is { } plan ? Of(plan) : new JsonObject { ["title"] = null, ["measures"] = new JsonArray() };
        if (rules is not null && reading.Draft is { } draft) AddDays(json["measures"]!.AsArray(), draft, rules);
        if (reading.Problems.Count > 0)
            json["problems"] = List(reading.Problems, p => new JsonObject { ["text"] = p.Text, ["place"] = p.Place, ["fatal"] = p.IsFatal });
        return json;
    }

    private static void AddDays(JsonArray measures, PlanDraft draft, CountingRules rules)
    {
        var period = Review.Of(draft).Head.Period();
        foreach (var (json, measure) in measures.Zip(draft.Measures))
            json!["resolved"] = List(measure.Deadlines, d => rules.Days(d, period, measure.DeadlineText));
    }

    private static JsonObject Of(PlanDraft plan)
    {
        var json = new JsonObject { ["title"] = plan.Title, ["kind"] = plan.Kind };
        if (plan.Year is { } year) json["plan_year"] = year;
        if (plan.Approval is { } approval) json["approved_by"] = Of(approval);
        json["columns"] = Strings(plan.Columns);
        json["abbreviations"] = Map(plan.Abbreviations);
        AddStrings(json, "goals", plan.Goals);
        json["stages"] = List(plan.Stages, Of);
        json["measures"] = List(plan.Measures, m => Of(m, plan));
        AddStrings(json, "general_requirements", plan.GeneralRequirements);
        if (plan.Territories.Count > 0) json["territories"] = List(plan.Territories, Of);
        if (plan.SameExecutors.Count > 0)
            json["same_executors"] = List(plan.SameExecutors, s => new JsonObject { ["name"] = s.Name, ["spellings"] = Strings([.. s.Spellings.Select(x => x.Text)]), ["reason"] = s.Reason });
        if (plan.Contacts.Count > 0) json["contacts"] = Strings([.. plan.Contacts.Select(c => c.Text)]);
        json["questions"] = List(plan.Questions, Of);
        json["notes"] = Strings(plan.Notes);
        return json;
    }

    private static JsonObject Of(TerritoryDraft territory)
    {
        var json = new JsonObject { ["name"] = territory.Name, ["spellings"] = Strings([.. territory.Spellings()]) };
        AddStrings(json, "executors", territory.Executors);
        return json;
    }

    private static JsonObject Of(ApprovalDraft approval)
    {
        var json = new JsonObject { ["name"] = approval.Name, ["type"] = "person", ["role"] = approval.Position };
        if (approval.Act is { } act) json["act"] = act;
        if (approval.Date is { } date) json["date"] = date.ToString("yyyy-MM-dd");
        return json;
    }

    private static JsonObject Of(StageDraft stage)
    {
        var json = new JsonObject { ["title"] = stage.Title };
        if (stage.Number is { } number) json["number"] = number;
        if (stage.Outcome is { } outcome) json["outcome"] = outcome;
        if (stage.DeadlineText is { } text) json["deadline_text"] = text;
        if (stage.Deadlines.Count > 0) json["deadlines"] = List(stage.Deadlines, DeadlineJson.Write);
        if (stage.Norms.Count > 0) json["norms"] = List(stage.Norms, Of);
        AddStrings(json, "requirements", stage.Requirements);
        return json;
    }

    private static JsonObject Of(MeasureDraft measure, PlanDraft plan)
    {
        var json = new JsonObject
        {
            ["number"] = measure.Number,
            ["stage"] = measure.Stage is { } stage && stage >= 0 && stage < plan.Stages.Count ? plan.Stages[stage].Title : null,
            ["title"] = measure.Title,
            ["executors"] = List(measure.Executors, Of),
            ["deadline_text"] = measure.DeadlineText,
            ["deadlines"] = List(measure.Deadlines, DeadlineJson.Write),
            ["norms"] = List(measure.Norms, Of),
        };
        if (measure.ProposedTitle is { } proposed) json["proposed_title"] = proposed;
        if (measure.DeadlineExplanation is { } explanation) json["deadline_explanation"] = explanation;
        AddFlag(json, "deadline_inherited", measure.DeadlineInherited);
        AddFlag(json, "executors_inherited", measure.ExecutorsInherited);
        AddFlag(json, "parent_row", measure.IsParent);
        AddStrings(json, "parts", measure.Parts);
        AddStrings(json, "territories", [.. measure.Territories.Select(t => plan.Territories[t].Name)]);
        // A column of the document never replaces a field of the form.
        foreach (var (name, value) in measure.Fields) json.TryAdd(name, value);
        if (measure.Confidence < 1) json["confidence"] = Math.Round(measure.Confidence, 2);
        json["place"] = Of(measure.Place);
        return json;
    }

    private static JsonObject Of(ExecutorDraft executor)
    {
        var json = new JsonObject
        {
            // «(по согласованию)» stays in the name as the document has it, and is a mark of its own as well.
            ["name"] = executor.ByConsent ? executor.Name + " (по согласованию)" : executor.Name,
            ["type"] = executor.Kind switch { ExecutorKind.Person => "person", ExecutorKind.Organisation => "organisation", _ => "group" },
        };
        AddFlag(json, "by_agreement", executor.ByConsent);
        if (executor.Role is { } role) json["role"] = role;
        return json;
    }

    private static JsonObject Of(NormDraft norm) => new()
    {
        ["text"] = norm.Text, ["quantity"] = norm.Quantity, ["unit"] = norm.Unit, ["comparison"] = norm.AtLeast ? "at-least" : "exactly", ["per"] = norm.Per,
    };

    private static JsonObject Of(DraftQuestion question) => new()
    {
        ["kind"] = question.Kind, ["measure"] = question.Measure, ["text"] = question.Text,
        ["options"] = List(question.Options, o => new JsonObject { ["label"] = o.Label, ["value"] = o.Value }), ["place"] = Of(question.Place),
    };

    private static JsonObject Of(SourcePlace place)
    {
        var json = new JsonObject { ["block"] = place.Block };
        if (place.Sheet is { } sheet) json["sheet"] = sheet;
        if (place.Row >= 0) json["row"] = place.Row;
        if (place.Cell >= 0) json["cell"] = place.Cell;
        return json;
    }

    private static void AddFlag(JsonObject json, string name, bool value)
    {
        if (value) json[name] = true;
    }

    private static void AddStrings(JsonObject json, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0) json[name] = Strings(values);
    }

    private static JsonArray Strings(IReadOnlyList<string> values) => new([.. values.Select(v => (JsonNode)JsonValue.Create(v))]);

    private static JsonObject Map(IReadOnlyDictionary<string, string> values) =>
        new(values.Select(v => KeyValuePair.Create(v.Key, (JsonNode?)JsonValue.Create(v.Value))));

    private static JsonArray List<T>(IReadOnlyList<T> values, Func<T, JsonObject> one) => new([.. values.Select(v => (JsonNode)one(v))]);
}
