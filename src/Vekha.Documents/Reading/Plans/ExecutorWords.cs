namespace Vekha.Documents.Reading.Plans;

/// <summary>«Кому поручено»: how an executor is named, beside how it is printed.</summary>
public static class ExecutorWords
{
    // «Главному управлению по молодёжной политике»: the noun that is named comes within so many words.
    private const int Reach = 6;

    /// <summary>
    /// «Комитету общего образования» of a column «Кому» as «Комитет общего образования». Words that are in the nominative already, or
    /// whose form the reader does not know for certain, come back as they are.
    /// </summary>
    public static string InNominative(string printed)
    {
        foreach (var word in printed.Split(' ').Take(Reach))
        {
            var bare = word.TrimEnd(',', ';', ':');
            // «администрации» is both «кому» and «кто» of many: only what cannot be the nominative is changed.
            if (HeadNouns.IsNominative(bare)) return printed;
            if (HeadNouns.Find(bare, Case.Dative) is not null) return Nominative.Of(printed, Case.Dative);
            if (!bare.EndsWith("ому", StringComparison.OrdinalIgnoreCase) && !bare.EndsWith("ему", StringComparison.OrdinalIgnoreCase) && bare is not "и") return printed;
        }
        return printed;
    }
}
