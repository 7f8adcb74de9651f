using System.Text.RegularExpressions;
using Vekha.Wording;

namespace Vekha.Documents.Writing;

/// <summary>A block of the top right corner, up to 8 cm wide. A closed family.</summary>
public abstract partial record CornerBlock
{
    private CornerBlock() { }

    /// <summary>«УТВЕРЖДАЮ»: approved by an official; no quotes, no colon (ГОСТ Р 7.0.97-2025).</summary>
    /// <param name="Post">Post with the organisation («Глава городского округа Химки»).</param>
    /// <param name="Name">«С.П. Орлов», or <c>null</c> for a blank to fill by hand.</param>
    /// <param name="Date">Day of the approval, or <c>null</c> for a blank to fill by hand.</param>
    public sealed record Approve(string Post, string? Name, DateOnly? Date) : CornerBlock;

    /// <summary>«УТВЕРЖДЕН»: approved by an act.</summary>
    /// <param name="Gender">Gender of the name of the document: план — УТВЕРЖДЕН, программа — УТВЕРЖДЕНА.</param>
    /// <param name="Act">The act in the instrumental case: «постановлением администрации городского округа Химки».</param>
    /// <param name="Date">Day of the act, or <c>null</c> for a blank.</param>
    /// <param name="Number">Number of the act without «№», or <c>null</c> for a blank.</param>
    public sealed record Approved(Gender Gender, string Act, DateOnly? Date, string? Number) : CornerBlock;

    /// <summary>«Приложение N к …».</summary>
    /// <param name="To">What it belongs to, in the dative: «постановлению администрации … от 17.08.2020 № 714».</param>
    /// <param name="Number">Number where there are several appendices, or <c>null</c>.</param>
    public sealed record Appendix(string To, int? Number = null) : CornerBlock;

    /// <summary>«ПРОЕКТ»: an act that nobody has signed.</summary>
    public sealed record Draft : CornerBlock;

    /// <summary>«Адресат» of a letter.</summary>
    /// <param name="Organisation">To whom: «Администрация города Томска».</param>
    /// <param name="Person">Post and name in the dative («Главе города И.И. Иванову»), or <c>null</c>.</param>
    public sealed record Addressee(string Organisation, string? Person) : CornerBlock;

    /// <summary>Lines of the block as they are printed; a tab in a line is the line to sign on.</summary>
    internal IReadOnlyList<string> Lines() => this switch
    {
        Approve approve => ["УТВЕРЖДАЮ", approve.Post, "\t" + PaperSignature.Tie(approve.Name ?? "____________"), DayOrBlank(approve.Date)],
        Approved approved => [Ru.Approved(approved.Gender), Tie(approved.Act), $"от\u00A0{ShortDayOrBlank(approved.Date)} №\u00A0{approved.Number ?? "______"}"],
        Addressee addressee => addressee.Person is { Length: > 0 } person ? [person, addressee.Organisation] : [addressee.Organisation],
        Draft => ["ПРОЕКТ"],
        Appendix appendix => [appendix.Number is { } number ? $"Приложение\u00A0{number}" : "Приложение", "к\u00A0" + Tie(appendix.To)],
        _ => throw new InvalidOperationException($"{GetType()} is outside the family."),
    };

    /// <summary>«от 17.08.2020 № 714» does not part at the end of a line.</summary>
    private static string Tie(string act) => ActDetails().Replace(act, "$1\u00A0");

    [GeneratedRegex(@"(\bот|№) (?=[\w_])")]
    private static partial Regex ActDetails();

    private static string DayOrBlank(DateOnly? day) => day is { } known ? Ru.PaperDay(known) : "«___» ______________ 20___\u00A0г.";

    private static string ShortDayOrBlank(DateOnly? day) => day is { } known ? Ru.Digits(known) : "__.__.____";
}
