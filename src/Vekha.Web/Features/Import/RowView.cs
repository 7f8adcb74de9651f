using Vekha.Plans;

namespace Vekha.Web.Features.Import;

/// <summary>A row with what its partial needs around it.</summary>
/// <param name="Page">The whole page.</param>
/// <param name="Line">The row; <c>null</c> for one that is being added.</param>
/// <param name="Executors">Its executors where they differ from those of the group; otherwise <c>null</c>.</param>
public sealed record RowView(ReviewView Page, RowLine? Line, string? Executors)
{
    private const int EmptyExecutors = 2;

    public bool IsOpen => Line is not null && Page.OpenRow?.Id == Line.Row.Id;

    /// <summary>The form: as it was typed, or as the row is, with room for more executors.</summary>
    public RowInput Form
    {
        get
        {
            var form = Page.Typed is { } typed && (IsOpen || Line is null) ? typed : Line is null ? new RowInput() : RowInput.Of(Line.Row);
            var named = form.Executors.Where(e => !string.IsNullOrWhiteSpace(e.Name)).ToList();
            form.Executors = [.. named, .. Enumerable.Range(0, EmptyExecutors).Select(_ => new ExecutorInput())];
            return form;
        }
    }

    /// <summary>Pieces of the text offered as deliverables and not taken yet.</summary>
    public IReadOnlyList<string> OfferedParts => Line is { Row: { Parts.Count: > 1, Deliverables.Count: 0 } } ? Line.Row.Parts : [];

    public static IEnumerable<(ExecutorKind Kind, string Word)> Kinds =>
    [
        (ExecutorKind.Organisation, "организация, подразделение"), (ExecutorKind.Person, "человек"),
        (ExecutorKind.Body, "коллегиальный орган"), (ExecutorKind.Class, "класс исполнителей"),
    ];
}
