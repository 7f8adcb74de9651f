namespace Vekha.Web.Platform;

/// <summary>
/// «Отказ»: a verb that cannot be done now. One exception for all of them; <see cref="RefusalFilter"/> shows it in the form
/// the person has just sent. Everything else that is thrown is a bug.
/// </summary>
/// <param name="what">What did not happen: «План не утверждён».</param>
/// <param name="why">The reason: «Два срока не подтверждены: п. 2.2 и 2.3».</param>
/// <param name="next">What to do: «Ответьте на вопросы разбора и утвердите снова».</param>
public sealed class Refusal(string what, string why, string? next = null) : Exception($"{what}. {why}. {next}")
{
    public string What { get; } = what.TrimEnd('.');

    public string Why { get; } = why.TrimEnd('.');

    public string? Next { get; } = next?.TrimEnd('.');

    /// <summary>The field it is about, as the form names it; <c>null</c> when it is about the whole.</summary>
    public string? Field { get; init; }

    /// <summary>One text of whole sentences.</summary>
    public string Text => string.Join(' ', new[] { What, Why, Next }.Where(t => !string.IsNullOrEmpty(t)).Select(t => t + Ending(t!)));

    private static string Ending(string text) => text[^1] is '?' or '!' or '…' ? "" : ".";
}
