using Vekha.Documents.Writing;
using Vekha.Registries;
using Vekha.Wording;

namespace Vekha.Web.Features.Registries;

/// <summary>«Реестр в Excel»: the sheet that Vekha gives and takes back. A line for every card; a column for every field.</summary>
internal static class CardSheet
{
    public const string NumberHeading = "№";
    public const string NameHeading = "Название";
    public const string TerritoryHeading = "Территория";
    public const string OpenedHeading = "Дата первого события";
    public const string StateHeading = "Состояние (не меняйте)";
    public const string PercentHeading = "% готовности (не меняйте)";

    /// <param name="cards">With the event that made each.</param>
    public static Paper Of(RegistryOnDesk desk, IReadOnlyList<RegistryObject> cards, DateOnly day)
    {
        var fields = Columns(desk, cards);
        var told = desk.Registry.Definition.SilentAfterDays is not null;
        return new()
        {
            Title = desk.Registry.Title,
            Orientation = PaperOrientation.Landscape,
            Lead = [$"{desk.Programme.Name}, на {Ru.PaperDay(day)}", "Строка с номером меняет карточку, строка без номера заводит новую. Чтобы вернуть таблицу, загрузите её на страницу реестра."],
            Body =
            [
                new PaperTable("Реестр",
                [
                    new(NumberHeading, 1.5), new(NameHeading, 7), new(TerritoryHeading, 5), new(OpenedHeading, 3), .. fields.Select(f => new PaperColumn(Heading(f), f.Kind is RegistryFieldKind.LongText ? 7 : 4, f.IsNumber ? PaperAlignment.Right : PaperAlignment.Left)),
                    .. desk.Registry.Definition.First.Papers.Select(p => new PaperColumn(PaperHeading(p), 4)), new(StateHeading, 4), .. told ? [new PaperColumn(PercentHeading, 2)] : Array.Empty<PaperColumn>(),
                ],
                [.. cards.Select(c => Row(desk, c, fields, told, day))]),
            ],
            Made = day,
        };
    }

    /// <summary>Fields that go to the sheet: personal ones only where every card of it may be read whole.</summary>
    public static IReadOnlyList<RegistryField> Columns(RegistryOnDesk desk, IReadOnlyCollection<RegistryObject> cards) =>
        [.. desk.Registry.Definition.Asked.Where(f => !f.IsPersonal || desk.Keeps || cards.All(desk.SeesPersonal))];

    /// <summary>«Число мест, мест».</summary>
    public static string Heading(RegistryField field) => field.Kind switch
    {
        RegistryFieldKind.Money => field.Title + ", руб.",
        _ when field.Unit is { } unit => $"{field.Title}, {unit}",
        _ => field.Title,
    };

    /// <summary>«Документ: положение о клубе»: number and day of a paper of the first event.</summary>
    public static string PaperHeading(string paper) => "Документ: " + paper;

    private static PaperRow Row(RegistryOnDesk desk, RegistryObject card, IReadOnlyList<RegistryField> fields, bool told, DateOnly day) => PaperRow.Of(
    [
        card.Number, card.Name, card.Territory, card.Opened, .. fields.Select(f => ValueOf(f, (card.Changes.Count == 0 ? card.Values : card.ValuesOn(day)).GetValueOrDefault(f.Key))),
        .. desk.Registry.Definition.First.Papers.Select(p => (PaperCell)(card.Events.FirstOrDefault(e => e.FromState is null)?.Papers.Find(g => g.Paper == p)?.Requisites)), desk.Registry.Definition.State(card.Events.Count > 1 ? card.StateOn(day) ?? card.State : card.State).Title, .. told ? [card.Percent is { } p ? p : PaperCell.Empty] : Array.Empty<PaperCell>(),
    ]);

    // A day stays a day and a number a number; words are never a formula, whatever they begin with.
    private static PaperCell ValueOf(RegistryField field, string? value) => field switch
    {
        _ when value is null => PaperCell.Empty,
        { IsNumber: true } when RegistryField.NumberOf(value) is { } number => new(new PaperValue.Number(number, Decimals: field.Kind == RegistryFieldKind.Money ? 2 : number == Math.Floor(number) ? 0 : 4)),
        { Kind: RegistryFieldKind.Day } when RegistryField.DayOf(value) is { } date => date,
        _ => field.Show(value),
    };
}
