using System.Text.RegularExpressions;

namespace Vekha.Documents.Writing;

/// <summary>«Подпись»: post, a line to sign on, name.</summary>
/// <param name="Post">Post with the organisation where the paper has no letterhead.</param>
/// <param name="Name">«И.О. Фамилия», or <c>null</c> for a blank.</param>
public sealed partial record PaperSignature(string Post, string? Name)
{
    /// <summary>Initials do not part from the surname at the end of a line.</summary>
    internal static string Tie(string name) => Initials().Replace(name.Trim(), ".\u00A0");

    [GeneratedRegex(@"\.\s+(?=\p{Lu})")]
    private static partial Regex Initials();
}

/// <summary>«Отметка об электронной подписи» (ГОСТ Р 7.0.97-2025): certificate, owner, validity.</summary>
/// <param name="Certificate">Number of the certificate.</param>
/// <param name="Owner">Surname, name and patronymic of the owner.</param>
/// <param name="ValidFrom">First day it is valid.</param>
/// <param name="ValidUntil">Last day it is valid.</param>
public sealed record ElectronicSignature(string Certificate, string Owner, DateOnly ValidFrom, DateOnly ValidUntil)
{
    /// <summary>Lines of the mark.</summary>
    internal IReadOnlyList<string> Lines() =>
    [
        "ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ",
        "Сертификат " + Certificate,
        "Владелец " + Owner,
        $"Действителен с {new PaperValue.Day(ValidFrom)} по {new PaperValue.Day(ValidUntil)}",
    ];
}
