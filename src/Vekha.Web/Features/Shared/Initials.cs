namespace Vekha.Web.Features.Shared;

/// <summary>Two letters for the round mark of a person: «М.А. Зотова» → «МЗ».</summary>
internal static class Initials
{
    public static string Of(string name)
    {
        var words = name.Split(' ', '.').Where(w => w.Length > 0).ToArray();
        return words switch
        {
            [] => "",
            [var one] => one[..1],
            _ => $"{words[0][0]}{words[^1][0]}",
        };
    }
}
